"""Pictures whose size or aspect ratio departs from the target, or from that of most others."""

from collections import Counter
from collections.abc import Collection, Iterator
from operator import itemgetter

from app.dataset.choices import DatasetChoices
from app.lint.context import Row
from app.lint.rule import Hit
from app.lint.watch import NOBODY, Watch

Size = tuple[int, int]

_ENOUGH = 5
_MOST = 0.6
"""Share of the pictures that makes a size or ratio the usual one."""
_SAME_RATIO = 0.02


class Sizes(Watch):
    """How many pictures have each size and ratio, upright, over the whole dataset."""

    def __init__(self, choices: DatasetChoices) -> None:
        super().__init__(choices)
        self._sizes: Counter[Size] = Counter()
        self._ratios: Counter[float] = Counter()
        self._ids: dict[int, None] = {}
        self._usual: tuple[Size | None, float | None] = self._most()

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """Everybody, where another size or ratio is the usual one now."""
        old, new = _size(before), _size(after)
        row = after or before
        assert row is not None
        if old == new:
            return NOBODY
        if old:
            self._sizes[old] -= 1
            self._ratios[_ratio(old)] -= 1
            self._ids.pop(row.entry.id, None)
        if new:
            self._sizes[new] += 1
            self._ratios[_ratio(new)] += 1
            self._ids[row.entry.id] = None
            if not old and (new, _ratio(new)) == self._usual:
                return NOBODY  # one more of what most have
        usual, self._usual = self._usual, self._most()
        return NOBODY if self._usual == usual else self._ids.keys()

    def judge_by(self, choices: DatasetChoices) -> None:
        """A target size that was chosen is the usual one."""
        super().judge_by(choices)
        self._usual = self._most()

    def _most(self) -> tuple[Size | None, float | None]:
        """The size, and the ratio, of most pictures; the target's where one was chosen."""
        target = self.choices.target_size
        if target is not None:
            return target, _ratio(target)
        total = len(self._ids)
        if total < _ENOUGH:
            return None, None
        size, count = max(self._sizes.items(), key=itemgetter(1))
        ratio, alike = max(self._ratios.items(), key=itemgetter(1))
        return (
            size if count >= _MOST * total else None,
            ratio if alike >= _MOST * total else None,
        )

    def hits(self, row: Row) -> Iterator[Hit]:
        """A hint where the ratio departs, or else the size."""
        own = _size(row)
        size, ratio = self._usual
        if own is None or own == size:
            return
        chosen = self.choices.target_size is not None
        case = "target" if chosen else "default"
        facts = {"size": f"{own[0]} × {own[1]}"}
        key = f"{own[0]} x {own[1]}"  # as people let it stand before the sign was a cross
        if ratio is not None and abs(own[0] / own[1] / ratio - 1) > _SAME_RATIO:
            usual = f"{size[0]} × {size[1]}" if size else f"{ratio:g} : 1"
            values = {**facts, "usual": usual}
            yield Hit("odd-ratio", case=case, values=values, evidence=facts, key=key)
        elif size is not None and any(
            abs(a / b - 1) > _SAME_RATIO for a, b in zip(own, size, strict=True)
        ):
            values = {**facts, "usual": f"{size[0]} × {size[1]}"}
            yield Hit("odd-size", case=case, values=values, evidence=facts, key=key)


def _size(row: Row | None) -> Size | None:
    return row.evidence.upright_size if row else None


def _ratio(size: Size) -> float:
    return round(size[0] / size[1], 2)
