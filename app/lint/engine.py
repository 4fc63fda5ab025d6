"""Lint: the findings of an open dataset, kept up to date one entry at a time."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice

from app.dataset.choices import DatasetChoices
from app.dataset.entry import Concept, Entry
from app.dataset.marks import EntryNotes, Stay
from app.images.evidence import NOTHING_MEASURED, Evidence
from app.lint.cards import Card
from app.lint.context import EntryContext, Reading, Row
from app.lint.dismissals import ListedDismissal, mark_of, silences, stale_of_entry
from app.lint.findings import finding, with_dismissals, worst_first
from app.lint.rule import Finding, Hit, Severity
from app.lint.rules.table import ENTRY_CHECKS, NEED_PICTURE, SILENT_WHERE_KEPT, WATCHES
from app.lint.terms import Term
from app.lint.vocabulary import Vocabulary

_GROUP = 64
"""Entries whose findings are worked out side by side."""

Known = tuple[Entry, Reading, Evidence, EntryNotes]
"""An entry with its reading, evidence and notes: what `Lint.put` takes."""


class Lint:
    """Findings of an open dataset, kept up to date one entry at a time.

    Findings are worked out when they are asked for and kept until something they depend on
    changes. Nothing here reads a file, cuts a caption or looks at a picture.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        cards: Mapping[str, Card],
        choices: DatasetChoices,
        concepts: Iterable[Concept],
    ) -> None:
        self.vocabulary = vocabulary
        self._cards = cards
        self._choices = choices
        self._concepts = tuple(concepts)
        self._dismissed = frozenset(choices.dismissed_rules)
        self._rows: dict[int, Row] = {}
        self._watches = tuple(watch(choices) for watch in WATCHES)
        self._of_dataset: list[list[Finding]] = [[] for _ in WATCHES]
        self._findings: dict[int, tuple[Finding, ...]] = {}
        self._counted: dict[int, Sequence[Severity]] = {}
        self._tally: Counter[Severity] = Counter()
        self._unsettled: dict[int, None] = {}
        self._met: set[str] = set()
        """Concepts of which something was asked since all findings were void."""

    def put(
        self, entry: Entry, reading: Reading, evidence: Evidence, notes: EntryNotes
    ) -> frozenset[int]:
        """Take in an entry that is new or changed; the ids whose findings may differ now."""
        return self.put_several(((entry, reading, evidence, notes),))

    def put_several(self, known: Iterable[Known]) -> frozenset[int]:
        """The same for a few entries: faster than one by one."""
        changes = self._take_in(known)
        changed = {row.entry.id for _, row in changes}
        for watch in self._watches:
            changed.update(watch.change_many(changes))
        return self._told_of(changed)

    def put_all(self, known: Iterable[Known]) -> None:
        """Take in many entries at once: all findings are worked out anew when asked for."""
        changes = self._take_in(known)
        # One watch after the other: each has its counts at hand while it is at it.
        for watch in self._watches:
            watch.change_many(changes)
        self._findings.clear()
        self._met.clear()
        self._unsettled = dict.fromkeys(self._rows)

    def _take_in(self, known: Iterable[Known]) -> list[tuple[Row | None, Row]]:
        rows = self._rows
        changes: list[tuple[Row | None, Row]] = []
        for one in known:
            row = Row(*one)
            changes.append((rows.get(row.entry.id), row))
            rows[row.entry.id] = row
        return changes

    def drop(self, entry_id: int) -> frozenset[int]:
        """Forget an entry that is gone; the ids whose findings may differ now, its own included."""
        before = self._rows.pop(entry_id, None)
        if before is None:
            return frozenset()
        changed = {entry_id}
        for watch in self._watches:
            changed.update(watch.change(before, None))
        self._unsettled.pop(entry_id, None)
        self._findings.pop(entry_id, None)
        self._count(entry_id, ())
        self._counted.pop(entry_id, None)
        return self._told_of(changed)

    def set_choices(self, choices: DatasetChoices) -> None:
        """Judge by other choices from now on; every finding is worked out anew when asked for."""
        self._choices = choices
        self._dismissed = frozenset(choices.dismissed_rules)
        for watch in self._watches:
            watch.judge_by(choices)
        self._findings.clear()
        self._met.clear()
        self._unsettled = dict.fromkeys(self._rows)

    def entry_findings(self, entry_id: int) -> tuple[Finding, ...]:
        """Worst first; those that the person let stand come last. Empty for an unknown entry."""
        found = self._findings.get(entry_id)
        if found is None:
            row = self._rows.get(entry_id)
            if row is None:
                return ()
            (found,) = self._find((row,))
            self._findings[entry_id] = found
        return found

    def dataset_findings(self) -> tuple[Finding, ...]:
        """What there is to say about the dataset (entry None), worst first."""
        for place, watch in enumerate(self._watches):
            if watch.news:
                watch.news = False
                self._of_dataset[place] = [
                    finding(hit, self._cards[hit.rule], None, "") for hit in watch.dataset_hits()
                ]
        found = [one for group in self._of_dataset for one in group]
        return worst_first(self._silenced(found))

    def counts(self) -> Mapping[Severity, int]:
        """Findings of entries and dataset by severity, without those that the person let stand."""
        self.settle()
        total = Counter({severity: self._tally[severity] for severity in Severity})
        total.update(one.severity for one in self.dataset_findings() if not one.dismissed)
        return total

    def settle(self, most: int | None = None) -> bool:
        """Work out what changed since it was last asked for, at most so many entries; True when
        nothing is left. `counts` does the rest at once, which takes long after `set_choices`.
        """
        left = len(self._unsettled) if most is None else most
        while left > 0 and self._unsettled:
            wanted = min(left, _GROUP)
            group = self._next(wanted)
            left -= len(group)
            unknown = [entry_id for entry_id in group if entry_id not in self._findings]
            found = self._find([self._rows[entry_id] for entry_id in unknown])
            self._findings.update(zip(unknown, found, strict=True))
            for entry_id in group:
                del self._unsettled[entry_id]
                now = [one.severity for one in self._findings[entry_id] if not one.dismissed]
                self._count(entry_id, now)
            if most is not None and len(group) < wanted:
                break  # it came to a new concept, whose first entry takes its time
        return not self._unsettled

    def _next(self, most: int) -> list[int]:
        """The first of a concept comes alone: what is usual in it is worked out with it."""
        group: list[int] = []
        for entry_id in islice(self._unsettled, most):
            concept = self._rows[entry_id].entry.concept
            if concept not in self._met:
                if not group:
                    self._met.add(concept)
                    group.append(entry_id)
                break
            group.append(entry_id)
        return group

    def stale_of_entry(self, entry_id: int) -> tuple[ListedDismissal, ...]:
        """Those of one entry. Rules about a picture that has not been measured are left out: their
        silence proves nothing.
        """
        row = self._rows.get(entry_id)
        if row is None or not row.notes.dismissals:
            return ()
        dismissals = row.notes.dismissals
        if row.evidence == NOTHING_MEASURED:
            dismissals = tuple(one for one in dismissals if one.rule not in NEED_PICTURE)
        return tuple(stale_of_entry(entry_id, dismissals, self.entry_findings(entry_id)))

    def let_stand_in_dataset(
        self,
    ) -> tuple[tuple[ListedDismissal, ...], tuple[ListedDismissal, ...]]:
        """What is let stand in the whole dataset and would be said without that, and what silences
        nothing any more; looks at all findings where there is any.
        """
        choices = self._choices
        if not choices.dismissed_rules:
            return (), ()
        said: set[str] = set()
        of_entries = (one for entry_id in self._rows for one in self.entry_findings(entry_id))
        for found in chain(of_entries, self.dataset_findings()):
            said |= {found.rule, mark_of(found.rule, found.key)}
        standing: list[ListedDismissal] = []
        stale: list[ListedDismissal] = []
        for mark in choices.dismissed_rules:
            rule, _, words = mark.partition(" ")
            reason = choices.dismissal_reasons.get(mark, "")
            which = standing if mark in said else stale
            which.append(ListedDismissal(None, rule, words, reason))
        return tuple(standing), tuple(stale)

    def terms(self, entry_id: int) -> tuple[Term, ...]:
        """The terms of the entry's caption; empty for an unknown entry."""
        row = self._rows.get(entry_id)
        return row.reading.terms if row else ()

    def _told_of(self, changed: set[int]) -> frozenset[int]:
        for one in changed:
            self._findings.pop(one, None)
            if one in self._rows:
                self._unsettled[one] = None
        return frozenset(changed)

    def _count(self, entry_id: int, now: Sequence[Severity]) -> None:
        for severity in self._counted.get(entry_id, ()):
            self._tally[severity] -= 1
        for severity in now:
            self._tally[severity] += 1
        self._counted[entry_id] = now

    def _find(self, rows: Sequence[Row]) -> list[tuple[Finding, ...]]:
        """One rule after the other, each for all rows, as they are read."""
        hits: list[list[Hit]] = [[] for _ in rows]
        contexts = list(map(self._context, rows))
        for check in ENTRY_CHECKS:
            for context, found in zip(contexts, hits, strict=True):
                found += check(context)
        for watch in self._watches:
            for row, found in zip(rows, hits, strict=True):
                found += watch.hits(row)
        return list(map(self._said_of, rows, hits))

    def _context(self, row: Row) -> EntryContext:
        entry = row.entry
        return EntryContext(
            entry,
            entry.text or "",
            row.reading,
            row.evidence,
            row.notes.marks,
            self._choices,
            self._choices.concept(entry.concept),
        )

    def _said_of(self, row: Row, hits: Sequence[Hit]) -> tuple[Finding, ...]:
        entry, cards = row.entry, self._cards
        text = entry.text or ""
        found = list(row.reading.findings)
        found += [finding(hit, cards[hit.rule], entry.id, text) for hit in hits]
        if not found:
            return ()
        if row.marks.stay is Stay.KEEP:
            found = [one for one in found if one.rule not in SILENT_WHERE_KEPT]
        return with_dismissals(self._silenced(found), row.notes.dismissals)

    def _silenced(self, found: list[Finding]) -> list[Finding]:
        if not self._dismissed:
            return found
        return [
            replace(one, dismissed=True) if silences(self._dismissed, one) else one for one in found
        ]
