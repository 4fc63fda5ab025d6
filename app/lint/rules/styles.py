"""Tags and sentences mixed within one concept."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator

from app.captions.style import Style
from app.dataset.choices import DatasetChoices
from app.lint.context import Row
from app.lint.rule import Hit
from app.lint.watch import NOBODY, Watch

_TELLING = 4
"""Words below which a caption could be either style."""
_COMMAS = 2
"""Commas of a caption that is surely tags."""
_ENOUGH = 4
"""Captions without which no style is usual."""
_CLEAR = 2 / 3
"""Share of the captions that makes a style the usual one."""
_STYLES = (Style.TAGS, Style.SENTENCE)


class Styles(Watch):
    """How many captions of each concept are tags and how many sentences."""

    def __init__(self, choices: DatasetChoices) -> None:
        super().__init__(choices)
        self._counts: defaultdict[str, Counter[Style]] = defaultdict(Counter)
        self._members: defaultdict[tuple[str, Style], dict[int, None]] = defaultdict(dict)
        self._usual: dict[str, Style | None] = {}

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """Those that depart, where the usual style of the concept is another one now."""
        old = _contribution(before)
        new = _contribution(after)
        if old == new:
            return NOBODY
        self.news = True
        row = before or after
        assert row is not None
        if old:
            self._counts[old[0]][old[1]] -= 1
            del self._members[old][row.entry.id]
        if new:
            self._counts[new[0]][new[1]] += 1
            self._members[new][row.entry.id] = None
            if not old and self._usual.get(new[0]) is new[1]:
                return NOBODY  # one more in the usual style
        told: set[int] = set()
        for concept in {key[0] for key in (old, new) if key}:
            usual = self._most(concept)
            if self._usual.get(concept) is usual:
                continue
            self._usual[concept] = usual
            for style in _STYLES:
                told.update(self._members.get((concept, style), ()))
        return told

    def judge_by(self, choices: DatasetChoices) -> None:
        """A style that was chosen is the usual one."""
        super().judge_by(choices)
        self._usual = {concept: self._most(concept) for concept in self._counts}

    def _most(self, concept: str) -> Style | None:
        chosen = self.choices.concept(concept).style
        if chosen in _STYLES:
            return chosen
        counts = self._counts.get(concept)
        total = sum(counts.values()) if counts else 0
        if not counts or total < _ENOUGH:
            return None
        style = max(counts, key=counts.__getitem__)
        count = counts[style]
        return style if count >= _CLEAR * total else None

    def hits(self, row: Row) -> Iterator[Hit]:
        """A hit where the caption is not in the usual style of its concept."""
        usual = self._usual.get(row.entry.concept)
        if usual is None or row.reading.style is usual:
            return
        own = _contribution(row)
        if own is None:
            return
        values = {"style": own[1].value, "usual": usual.value}
        yield Hit("mixed-caption-styles", values=values, key=row.entry.text or "")

    def dataset_hits(self) -> Iterator[Hit]:
        """One hit for each concept that has both."""
        for concept, counts in self._counts.items():
            tags, sentences = counts[Style.TAGS], counts[Style.SENTENCE]
            if min(tags, sentences) == 0 or tags + sentences < _ENOUGH:
                continue
            fewer = Style.TAGS if tags <= sentences else Style.SENTENCE
            yield Hit(
                "mixed-caption-styles",
                case="dataset",
                values={"tags": tags, "sentences": sentences, "concept": concept},
                entries=tuple(self._members[concept, fewer]),
                concept=concept,
                key=concept,
            )


def _contribution(row: Row | None) -> tuple[str, Style] | None:
    if row is None or row.reading.word_count < _TELLING or row.reading.style not in _STYLES:
        return None
    if row.reading.style is Style.TAGS and not _is_list(row.entry.text or ""):
        return None
    return row.entry.concept, row.reading.style


def _is_list(text: str) -> bool:
    """Whether it is a list beyond doubt: "two sheep, a black goat and a white goat" may be both."""
    if text.rstrip().endswith((".", "!", "?", "。")):
        return False
    return sum(text.count(comma) for comma in ",、，") >= _COMMAS
