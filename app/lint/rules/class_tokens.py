"""Class tokens beside captions: what the trainer will really use."""

from collections.abc import Collection, Iterator

from app.dataset.choices import DatasetChoices
from app.dataset.entry import CaptionState
from app.lint.context import Row
from app.lint.rule import Hit
from app.lint.watch import NOBODY, Watch


class ClassTokens(Watch):
    """Which entries of each concept have a caption file, and which have none."""

    def __init__(self, choices: DatasetChoices) -> None:
        super().__init__(choices)
        self._without: dict[str, dict[int, None]] = {}
        self._with: dict[str, dict[int, None]] = {}

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """Nobody: an entry without a caption is told so by another rule."""
        if before and after and _place(before) == _place(after):
            return NOBODY
        self.news = True
        for row, coming in ((before, False), (after, True)):
            if row is None:
                continue
            concept, has_caption = _place(row)
            group = (self._with if has_caption else self._without).setdefault(concept, {})
            if coming:
                group[row.entry.id] = None
            else:
                group.pop(row.entry.id, None)
        return NOBODY

    def dataset_hits(self) -> Iterator[Hit]:
        """A hint for each concept whose class tokens no picture will be trained with."""
        for name, group in self._with.items():
            tokens = self.choices.concept(name).class_tokens
            without = self._without.get(name, {})
            if not tokens or not group:
                continue
            yield Hit(
                "class-tokens-unused",
                case="some" if without else "default",
                values={
                    "concept": name,
                    "tokens": tokens,
                    "captions": len(group),
                    "without": len(without),
                },
                concept=name,
                key=f"{name} {tokens}",
            )


def _place(row: Row) -> tuple[str, bool]:
    entry = row.entry
    missing = entry.caption.state is CaptionState.MISSING and not (entry.text or "").strip()
    return entry.concept, not missing
