"""The findings that stand, by rule and entry, kept up to date one entry at a time."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, islice

from app.lint.dismissals import STALE, STANDING
from app.lint.rule import Finding, Severity

MOST_PER_GROUP = 500
"""Findings listed in one group; the count in its head says how many there are."""
_LAST = {STANDING: 1, STALE: 2}
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


@dataclass(frozen=True, slots=True)
class Group:
    """One rule with its findings."""

    rule: str
    severity: Severity
    findings: tuple[Finding, ...]
    """The first ones."""
    count: int
    safe: int
    """Of all: those that a safe fix would mend."""


class FindingTally:
    """Groups of findings; only those that an entry's change concerns are made anew."""

    def __init__(self) -> None:
        self._of_entry: dict[int | None, tuple[Finding, ...]] = {}
        self._by_rule: dict[str, dict[int | None, list[Finding]]] = {}
        self._counts: dict[str, Counter[Severity]] = {}
        self._safe: Counter[str] = Counter()
        self._groups: dict[str, Group] = {}

    def clear(self) -> None:
        """Forget all findings."""
        for kept in (self._of_entry, self._by_rule, self._counts, self._safe, self._groups):
            kept.clear()

    def put(self, entry: int | None, findings: Iterable[Finding]) -> None:
        """What an entry's findings are now, or (None) those of the dataset."""
        now = tuple(finding for finding in findings if not finding.dismissed)
        before = self._of_entry.get(entry, ())
        if now == before:
            return
        for finding in before:
            self._count(finding, -1)
            self._by_rule[finding.rule].pop(entry, None)
        for finding in now:
            self._count(finding, 1)
            self._by_rule.setdefault(finding.rule, {}).setdefault(entry, []).append(finding)
        if now:
            self._of_entry[entry] = now
        else:
            del self._of_entry[entry]

    def _count(self, finding: Finding, by: int) -> None:
        self._groups.pop(finding.rule, None)
        self._counts.setdefault(finding.rule, Counter())[finding.severity] += by
        if any(fix.safe for fix in finding.fixes):
            self._safe[finding.rule] += by

    def groups(self) -> tuple[Group, ...]:
        """Most severe first, then most frequent; those of the dataset open their group. What was
        let stand and is no longer there comes last.
        """
        for rule, found in self._by_rule.items():
            if found and rule not in self._groups:
                self._groups[rule] = self._group(rule, found)
        return tuple(
            sorted(
                self._groups.values(),
                key=lambda g: (_LAST.get(g.rule, 0), _ORDER[g.severity], -g.count, g.rule),
            )
        )

    def _group(self, rule: str, found: dict[int | None, list[Finding]]) -> Group:
        places = sorted(found, key=lambda entry: -1 if entry is None else entry)
        in_order = chain.from_iterable(found[place] for place in places)
        counts = self._counts[rule]
        return Group(
            rule,
            next(severity for severity in _ORDER if counts[severity]),
            tuple(islice(in_order, MOST_PER_GROUP)),
            counts.total(),
            self._safe[rule],
        )
