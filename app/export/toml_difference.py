"""What differs between two texts, line by line, as the panel shows it."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class Sign(StrEnum):
    """Which of the two texts a line is in."""

    SAME = " "
    ADDED = "+"
    REMOVED = "-"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the comparison; `number` counts from 1 in the text that has the line."""

    sign: Sign
    number: int
    text: str


def difference(old: str, new: str) -> tuple[Line, ...]:
    """Both texts as one: removed lines stand before those that replace them."""
    before, after = old.splitlines(), new.splitlines()
    lines: list[Line] = []
    for _, i, j, k, m in _spans(before, after):
        if before[i:j] == after[k:m]:
            lines += [Line(Sign.SAME, k + n + 1, t) for n, t in enumerate(after[k:m])]
        else:
            lines += [Line(Sign.REMOVED, i + n + 1, t) for n, t in enumerate(before[i:j])]
            lines += [Line(Sign.ADDED, k + n + 1, t) for n, t in enumerate(after[k:m])]
    return tuple(lines)


def _spans(before: list[str], after: list[str]) -> list[tuple[str, int, int, int, int]]:
    return list(SequenceMatcher(None, before, after, autojunk=False).get_opcodes())
