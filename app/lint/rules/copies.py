"""The same caption on different pictures."""

from collections.abc import Collection, Iterator

from app.dataset.choices import DatasetChoices
from app.lint.context import Row
from app.lint.rule import Hit
from app.lint.watch import NOBODY, Watch

_TOLD = 64
"""Entries of one group that are told of a change; in a larger one a copy more is no news."""


class Copies(Watch):
    """Groups of entries whose captions differ in case and spaces at most."""

    def __init__(self, choices: DatasetChoices) -> None:
        super().__init__(choices)
        self._groups: dict[int, dict[int, Row]] = {}

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """The other members of the group left and of the group joined."""
        left = before.reading.digest if before else 0
        joined = after.reading.digest if after else 0
        if before and after and left == joined:
            if not left:
                return NOBODY
            group = self._groups[left]
            group[after.entry.id] = after
            # Once both are read, another may prove to be the very same picture.
            same = before.evidence.digest == after.evidence.digest or len(group) > _TOLD
            return NOBODY if same else group.keys()
        told: set[int] = set()
        if before and left:
            group = self._groups[left]
            del group[before.entry.id]
            if len(group) <= _TOLD:
                told.update(group)
            if not group:
                del self._groups[left]
        if after and joined:
            group = self._groups.setdefault(joined, {})
            if len(group) <= _TOLD:
                told.update(group)
            group[after.entry.id] = after
        return told

    def hits(self, row: Row) -> Iterator[Hit]:
        """A hit where another picture, not the same file again, has this caption."""
        group = self._groups.get(row.reading.digest)
        if group is None or len(group) < 2:
            return
        others = [other for other in group.values() if _is_copy(row, other)]
        if others:
            values = {"count": len(others) + 1, "other": others[0].entry.name_beside(row.entry)}
            yield Hit("copied-caption", values=values, key=row.entry.text or "")


def _is_copy(row: Row, other: Row) -> bool:
    if row.entry.id == other.entry.id or other.entry.id in row.entry.shares_with:
        return False
    digest = row.evidence.digest
    return digest is None or digest != other.evidence.digest
