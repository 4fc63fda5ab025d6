"""Dismissals of the whole dataset, and those that silence nothing any more."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.dataset.marks import Dismissal
from app.lint.rule import Finding, Severity

STALE = "stale-dismissal"
"""Stands where findings name their rule; it has no card, since nothing is wrong with a caption."""
STANDING = "standing-dismissal"
"""The same for what is let stand in the whole dataset, and does silence something."""
DISMISSALS = frozenset((STALE, STANDING))


@dataclass(frozen=True, slots=True)
class ListedDismissal:
    """A "let it stand" as the list of findings shows it. `entry` None: one of the dataset's own."""

    entry: int | None
    rule: str
    words: str
    reason: str = ""


def stale_of_entry(
    entry: int, dismissals: Iterable[Dismissal], findings: Iterable[Finding]
) -> Iterator[ListedDismissal]:
    """The entry's dismissals that match none of its findings."""
    alive = {(one.rule, one.key) for one in findings}
    for one in dismissals:
        if (one.rule, one.words) not in alive:
            yield ListedDismissal(entry, one.rule, one.words, one.reason)


def mark_of(rule: str, key: str) -> str:
    """What stands for a finding among the dataset's own dismissals; blanks at the end do not."""
    return f"{rule} {key}".strip()


def silences(dismissed: frozenset[str], finding: Finding) -> bool:
    """The dataset's own dismissals name a rule, or a rule and a key after one space."""
    if not dismissed:
        return False
    return finding.rule in dismissed or mark_of(finding.rule, finding.key) in dismissed


def as_finding(one: ListedDismissal, rule: str = STALE) -> Finding:
    """A line for the list of findings, at whose end these are shown."""
    values = {"rule": one.rule, "words": one.words, "reason": one.reason}
    key = mark_of(one.rule, one.words)
    return Finding(rule, Severity.HINT, one.entry, values=values, key=key)
