"""What lint says in a row, its underlines and its chips: made once for as long as they stand."""

from dataclasses import dataclass

from app.dataset.entry import Entry
from app.lint.rule import Finding
from app.lint.terms import Term
from app.ui.finding_text import finding_message, fix_text
from app.ui.kept import Kept
from app.ui.models.finding_words import chip_words, underlined, words_together
from app.ui.models.roles import ChipData
from app.ui.session import Session
from app.ui.text_marks import UnderlinedSpan


@dataclass(frozen=True, slots=True)
class SaidOfRow:
    """The words of one row, and what they were made from."""

    terms: tuple[Term, ...]
    findings: tuple[Finding, ...]
    language: str
    underlines: tuple[UnderlinedSpan, ...]
    chips: tuple[ChipData, ...]


class RowWords:
    """By entry; a row that is painted again asks for nothing anew."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kept = Kept[int, SaidOfRow](256)

    def findings(self, entry: Entry) -> tuple[Finding, ...]:
        """Worst first; none before the caption is read."""
        lint = self._session.lint
        if lint is None or entry.id not in self._session.readings:
            return ()
        return lint.entry_findings(entry.id)

    def said_of(self, entry: Entry) -> SaidOfRow:
        """Underlines and chips. Lint gives back the same tuples until something changes."""
        findings, lint = self.findings(entry), self._session.lint
        read = entry.id in self._session.readings
        terms = lint.terms(entry.id) if lint is not None and read else ()
        known = self._kept.get(entry.id)
        if (
            known is not None
            and known.findings is findings
            and known.terms is terms
            and known.language == self._session.language
        ):
            return known
        made = SaidOfRow(
            terms,
            findings,
            self._session.language,
            underlined(terms, findings),
            self._chips(findings),
        )
        return self._kept.keep(entry.id, made)

    def _chips(self, findings: tuple[Finding, ...]) -> tuple[ChipData, ...]:
        """One for each rule, with its number where it speaks more than once."""
        by_rule: dict[str, list[tuple[int, Finding]]] = {}
        for number, finding in enumerate(findings):
            if not finding.dismissed:
                by_rule.setdefault(finding.rule, []).append((number, finding))
        chips: list[ChipData] = []
        for found in by_rule.values():
            number, first = found[0]
            words = chip_words(self._session, first)
            if len(found) > 1:
                words = words_together(self._session, [one for _, one in found])
            reason = finding_message(self._session, first)
            fix = fix_text(self._session, first, first.fixes[0]) if first.fixes else ""
            chip = ChipData(first.severity, words.text, words.spans, number, reason, fix)
            chips.append(chip)
        return tuple(chips)
