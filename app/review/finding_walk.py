"""The way of F8: every finding that stands, entry after entry, round and round."""

from collections.abc import Callable, Sequence

from app.lint.rule import Finding

Place = tuple[int, int]
"""An entry, and the number of a finding among all of its findings."""


def next_place(
    visible: Sequence[int],
    findings_of: Callable[[int], Sequence[Finding]],
    here: tuple[int, int],
    by: int,
) -> Place | None:
    """Where the next (`by` 1) or previous (-1) finding stands; None where nothing is found.

    `here` is the current row and the number of the finding that is current there.
    """
    row, number = here
    if not visible:
        return None
    entry = visible[row % len(visible)]
    own = _standing(findings_of(entry))
    ahead = [one for one in own if (one - number) * by > 0]
    if ahead:
        return entry, ahead[0] if by > 0 else ahead[-1]
    for offset in range(1, len(visible) + 1):
        entry = visible[(row + by * offset) % len(visible)]
        standing = _standing(findings_of(entry))
        if standing:
            return entry, standing[0] if by > 0 else standing[-1]
    return None


def _standing(findings: Sequence[Finding]) -> list[int]:
    return [number for number, finding in enumerate(findings) if not finding.dismissed]
