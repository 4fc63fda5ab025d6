"""From what a rule found to what is shown: severity, the key of a dismissal, the order."""

from collections.abc import Iterable
from dataclasses import replace

from app.dataset.marks import Dismissal
from app.lint.cards import Card
from app.lint.fixes import checksum
from app.lint.rule import Finding, Hit, Severity

RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


def finding(hit: Hit, card: Card, entry: int | None, text: str) -> Finding:
    """The finding about one entry (its caption is `text`) or about the dataset (None, "")."""
    key = hit.key
    if not key and hit.start is not None:
        key = text[hit.start : hit.end]
    fixes = hit.fixes
    if fixes:
        print_of_text = checksum(text)
        fixes = tuple([replace(fix, made_for=print_of_text) for fix in fixes])
    return Finding(
        rule=hit.rule,
        severity=hit.severity or card.severity,
        entry=entry,
        start=hit.start,
        end=hit.end,
        more_spans=hit.more_spans,
        case=hit.case,
        values=hit.values,
        evidence=hit.evidence,
        fixes=fixes,
        key=key,
        entries=hit.entries,
        concept=hit.concept,
    )


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By severity, then by place; what the person let stand comes last."""
    return tuple(
        sorted(
            findings,
            key=lambda one: (
                one.dismissed,
                RANK[one.severity],
                -1 if one.start is None else one.start,
                one.rule,
            ),
        )
    )


def with_dismissals(
    findings: Iterable[Finding], dismissals: tuple[Dismissal, ...]
) -> tuple[Finding, ...]:
    """The findings in order, those that the person let stand marked as dismissed."""
    if not dismissals:
        return worst_first(findings)
    silenced = {(one.rule, one.words) for one in dismissals}
    return worst_first(
        replace(one, dismissed=True) if (one.rule, one.key) in silenced else one for one in findings
    )
