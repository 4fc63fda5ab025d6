"""Pictures that the trainer would enlarge: said of the dataset where most are, else of each."""

from collections import Counter
from collections.abc import Collection, Iterator

from app.dataset.choices import DatasetChoices
from app.lint.context import Row
from app.lint.rule import Hit, Severity
from app.lint.rules.picture_quality import ENLARGED, bucketing_of
from app.lint.watch import NOBODY, Watch

Size = tuple[int, int]

_ENOUGH = 5
_ENLARGED_MUCH = 1.5
_OUTLIER = 1.25
"""How much more than the others a picture is enlarged that is still named by itself."""


class Enlarged(Watch):
    """How many pictures have each size, and how many times each would be enlarged, in tenths."""

    def __init__(self, choices: DatasetChoices) -> None:
        super().__init__(choices)
        self._sizes: dict[int, Size] = {}
        self._scales: Counter[float] = Counter()
        self._usual: float | None = None

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """Everybody, where another enlargement is the usual one now."""
        old, new = _size(before), _size(after)
        if old == new:
            return NOBODY
        row = after or before
        assert row is not None
        if old:
            del self._sizes[row.entry.id]
            self._scales[self._scale(old)] -= 1
        if new:
            self._sizes[row.entry.id] = new
            self._scales[self._scale(new)] += 1
        self.news = True
        usual, self._usual = self._usual, self._most()
        return NOBODY if self._usual == usual else self._sizes.keys()

    def judge_by(self, choices: DatasetChoices) -> None:
        """Other buckets enlarge otherwise."""
        super().judge_by(choices)
        self._scales = Counter(self._scale(size) for size in self._sizes.values())
        self._usual = self._most()

    def _scale(self, size: Size) -> float:
        result = bucketing_of(*size, self.choices)
        return 1.0 if result.unusable or result.scale <= ENLARGED else round(result.scale, 1)

    def _most(self) -> float | None:
        """How many times most pictures would be enlarged; None where most would not be."""
        total = len(self._sizes)
        if total < _ENOUGH or self._scales[1.0] * 2 >= total:
            return None
        passed = 0
        for scale in sorted(self._scales):
            passed += self._scales[scale]
            if passed * 2 >= total:
                return scale
        return None

    def hits(self, row: Row) -> Iterator[Hit]:
        """What would be enlarged, unless nearly all pictures would be as much."""
        size = _size(row)
        if size is None:
            return
        result = bucketing_of(*size, self.choices)
        if result.unusable or result.scale <= ENLARGED:
            return
        usual = self._usual
        if usual is not None and result.scale < usual * _OUTLIER:
            return
        facts = {
            "size": f"{size[0]} × {size[1]}",
            "bucket": f"{result.bucket[0]} × {result.bucket[1]}",
            "scale": f"{result.scale:.2f}",
        }
        severity = Severity.WARNING if result.scale >= _ENLARGED_MUCH else None
        yield Hit("too-small", values=facts, evidence=facts, severity=severity)

    def dataset_hits(self) -> Iterator[Hit]:
        """One hit where most pictures are smaller than the resolution asks for."""
        usual = self._usual
        if usual is None:
            return
        small = tuple(one for one, size in self._sizes.items() if self._scale(size) > 1)
        width, height = self.choices.resolution
        resolution = f"{width} × {height}"
        values = {
            "count": len(small),
            "total": len(self._sizes),
            "resolution": resolution,
            "scale": f"{usual:.1f}",
        }
        severity = Severity.WARNING if usual >= _ENLARGED_MUCH else None
        yield Hit(
            "too-small",
            case="most",
            values=values,
            entries=small,
            severity=severity,
            key=resolution,
        )


def _size(row: Row | None) -> Size | None:
    if row is None or not row.evidence.width or not row.evidence.height:
        return None
    return row.evidence.width, row.evidence.height
