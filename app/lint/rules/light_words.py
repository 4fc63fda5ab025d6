"""Light described differently from picture to picture: drift of words, or truly varied light."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from itertools import combinations, islice
from statistics import median

import numpy as np

from app.dataset.choices import DatasetChoices
from app.dataset.marks import Light
from app.lint.context import Row
from app.lint.rule import Hit
from app.lint.terms import Kind
from app.lint.watch import NOBODY, Watch

_ENOUGH = 5
"""Entries that must mention light before their words are compared."""
_LOOKED_AT = 64
"""Pictures compared with one another; more would not change the answer."""
_NEIGHBOURS = 3
_FOLLOWS = 0.6
"""Words follow the pictures where neighbours contradict at most this often, against chance."""
_ALIKE = 1.5
"""Distance, in the steps of `Place`, up to which two pictures are lit alike."""
_CLASHING = {
    "natural": ("studio", "night", "artificial", "dark", "dramatic", "overcast"),
    "soft": ("hard", "dramatic", "night"),
    "bright": ("dark", "dramatic", "night"),
    "golden": ("studio", "overcast", "night", "dark"),
    "overcast": ("hard", "studio", "night"),
    "studio": ("night", "dark"),
}
_CLASH = frozenset(frozenset((one, two)) for one, others in _CLASHING.items() for two in others)

Look = frozenset[str]
"""The families of light that one caption names."""
Place = tuple[float, float, float, float]
"""Lightness, contrast and the mean colour of a picture, each in steps that an eye calls alike."""


class Verdict(Enum):
    """What the words of one concept do."""

    SILENT = "silent"
    AGREE = "agree"
    DRIFT = "drift"
    VARIED = "varied"


@dataclass(frozen=True, slots=True)
class _Mention:
    look: Look
    mark: Light | None
    place: Place | None

    @property
    def known(self) -> bool:
        return self.mark is not None or self.place is not None


@dataclass(slots=True)
class _Concept:
    """The entries of one concept that mention light, and how often each look occurs."""

    mentions: dict[int, _Mention] = field(default_factory=dict[int, _Mention])
    looks: dict[Look, dict[int, None]] = field(default_factory=dict[Look, dict[int, None]])
    judged: "Judgement | None" = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found for one concept: the commonest family, and the light of the pictures that
    carry it (the commonest mark, the median place) where that is known.
    """

    verdict: Verdict
    usual: str = ""
    mark: Light | None = None
    centre: Place | None = None

    def same_for_all(self, other: "Judgement") -> bool:
        """Nothing changes for any entry: both are silent on entries, or both say the same."""
        if self.verdict is not other.verdict:
            return False
        if self.verdict is not Verdict.DRIFT:
            return True
        if self.usual != other.usual or self.mark is not other.mark:
            return False
        if self.centre is None or other.centre is None:
            return self.centre is other.centre
        # The centre moves a little with every picture; that is no news.
        return _distance(self.centre, other.centre) <= _ALIKE / 6

    def knows_alike(self, mention: _Mention) -> bool:
        """The picture's light is known, and it is that of the pictures with the usual words."""
        if mention.mark is not None and self.mark is not None:
            return mention.mark is self.mark
        if mention.place is None or self.centre is None:
            return False
        return _distance(mention.place, self.centre) <= _ALIKE


class LightWords(Watch):
    """What each concept's captions say about light, beside what its pictures show."""

    def __init__(self, choices: DatasetChoices) -> None:
        super().__init__(choices)
        self._concepts: dict[str, _Concept] = {}

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """All entries that depart, where the verdict on the concept is another one now."""
        told: set[int] = set()
        if before and after and before.entry.concept == after.entry.concept:
            old, new = _mention(before), _mention(after)
            if old != new:
                told.update(self._replace(after, old, new))
            return told
        if before and (old := _mention(before)):
            told.update(self._replace(before, old, None))
        if after and (new := _mention(after)):
            told.update(self._replace(after, None, new))
        return told

    def _replace(self, row: Row, old: _Mention | None, new: _Mention | None) -> Collection[int]:
        concept = self._concepts.setdefault(row.entry.concept, _Concept())
        if old:
            group = concept.looks[old.look]
            del group[row.entry.id]
            if not group:
                del concept.looks[old.look]
        if new:
            concept.looks.setdefault(new.look, {})[row.entry.id] = None
            # In place, so that the pictures that are looked at stay the same ones.
            concept.mentions[row.entry.id] = new
        else:
            del concept.mentions[row.entry.id]
        self.news = True
        earlier, concept.judged = concept.judged, None
        if earlier is None:
            # Nobody has asked yet, so nobody can hold an answer that is wrong now.
            return NOBODY
        judged = judge(concept.mentions, _sizes(concept))
        if judged.same_for_all(earlier):
            # What was announced holds; small steps add up against it and not against each other.
            concept.judged = earlier
            return NOBODY
        concept.judged = judged
        return concept.mentions.keys()

    def _judged(self, name: str) -> Judgement:
        concept = self._concepts.get(name)
        if concept is None:
            return _SILENT
        if concept.judged is None:
            concept.judged = judge(concept.mentions, _sizes(concept))
        return concept.judged

    def hits(self, row: Row) -> Iterator[Hit]:
        """A hit where the words drift and the light of this very picture is known."""
        judged = self._judged(row.entry.concept)
        if judged.verdict is not Verdict.DRIFT:
            return
        usual = judged.usual
        mention = self._concepts[row.entry.concept].mentions.get(row.entry.id)
        if mention is None or not _clash(mention.look, frozenset({usual})):
            return
        if not judged.knows_alike(mention):
            return
        terms = [t for t in row.reading.of_kind(Kind.LIGHTING) if _clashes(t.family, usual)]
        yield Hit(
            "mixed-lighting-words",
            terms[0].start,
            terms[0].end,
            more_spans=tuple((term.start, term.end) for term in terms[1:]),
            values={"match": terms[0].text, "family": terms[0].family, "usual": usual},
        )

    def dataset_hits(self) -> Iterator[Hit]:
        """Drift, or the hint that light and words vary together, for each concept."""
        for name, concept in self._concepts.items():
            judged = self._judged(name)
            verdict, usual = judged.verdict, judged.usual
            if verdict not in (Verdict.DRIFT, Verdict.VARIED):
                continue
            drift = verdict is Verdict.DRIFT
            against = frozenset({usual})
            listed = [
                entry
                for look, group in concept.looks.items()
                if not drift or _clash(look, against)
                for entry in group
            ]
            yield Hit(
                "mixed-lighting-words" if drift else "varied-light",
                case="dataset" if drift else "default",
                values={"concept": name, "count": len(concept.mentions)} | _two(_sizes(concept)),
                entries=tuple(sorted(listed)),
                concept=name,
                key=name,
            )


def _mention(row: Row) -> _Mention | None:
    look = frozenset([term.family for term in row.reading.terms if term.kind is Kind.LIGHTING]) - {
        "other"
    }
    if not look:
        return None
    mark = row.marks.light
    return _Mention(look, None if mark is Light.OTHER else mark, _place(row))


def _place(row: Row) -> Place | None:
    tone = row.evidence.tone
    if tone is None:
        return None
    return tone.lightness_mean / 8, tone.contrast_rms / 6, tone.a_mean / 5, tone.b_mean / 5


def _distance(one: Place, other: Place) -> float:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _sizes(concept: _Concept) -> Counter[Look]:
    return Counter({look: len(group) for look, group in concept.looks.items()})


def _clashes(one: str, other: str) -> bool:
    return frozenset((one, other)) in _CLASH


def _clash(one: Look, other: Look) -> bool:
    """No picture of one light fits both looks: nothing in common, something that contradicts."""
    return one.isdisjoint(other) and any(_clashes(a, b) for a in one for b in other)


_SILENT = Judgement(Verdict.SILENT)


def judge(mentions: Mapping[int, _Mention], looks: Counter[Look]) -> Judgement:
    """The judgement on one concept. The work is bounded by the number of different looks."""
    if len(mentions) < _ENOUGH:
        return _SILENT
    if not any(_clash(one, other) for one, other in combinations(looks, 2)):
        return Judgement(Verdict.AGREE)
    usual = _usual(looks)
    known = list(islice((one for one in mentions.values() if one.known), _LOOKED_AT))
    marked = [one for one in known if one.mark is not None]
    measured = [one for one in known if one.place is not None]
    if len(marked) >= _ENOUGH:
        if _follow_marks(marked):
            return Judgement(Verdict.VARIED, usual)
    elif len(measured) >= _ENOUGH and _follow_tone(measured):
        return Judgement(Verdict.VARIED, usual)
    with_usual = [one for one in known if usual in one.look]
    marks = Counter(one.mark for one in with_usual if one.mark is not None)
    places = [one.place for one in with_usual if one.place is not None]
    middle = [median(axis) for axis in zip(*places, strict=True)] if places else None
    return Judgement(
        Verdict.DRIFT,
        usual,
        mark=marks.most_common(1)[0][0] if marks else None,
        centre=(middle[0], middle[1], middle[2], middle[3]) if middle else None,
    )


def _usual(looks: Counter[Look]) -> str:
    counts: Counter[str] = Counter()
    for look, count in looks.items():
        counts.update(dict.fromkeys(look, count))
    return min(counts, key=lambda family: (-counts[family], family))


def _two(looks: Counter[Look]) -> dict[str, str | int]:
    """The commonest family and the commonest that contradicts it, each with its entries."""
    counts: Counter[str] = Counter()
    for look, count in looks.items():
        counts.update(dict.fromkeys(look, count))
    order = sorted(counts, key=lambda family: (-counts[family], family))
    usual = order[0]
    pairs = [(a, b) for a, b in combinations(order, 2) if _clashes(a, b)]
    other = next((b for a, b in pairs if a == usual), None)
    if other is None:
        usual, other = pairs[0]
    return {
        "usual": usual,
        "usual_count": counts[usual],
        "other": other,
        "other_count": counts[other],
    }


def _follow_marks(marked: list[_Mention]) -> bool:
    """Pictures marked differently are named differently, those marked alike are named alike."""
    if len({one.mark for one in marked}) < 2:
        return False
    groups: dict[Light, Counter[Look]] = {}
    for one in marked:
        assert one.mark is not None
        groups.setdefault(one.mark, Counter())[one.look] += 1
    clashing = 0
    for group in groups.values():
        usual = frozenset({_usual(group)})
        clashing += sum(count for look, count in group.items() if _clash(look, usual))
    return clashing == 0


def _follow_tone(measured: list[_Mention]) -> bool:
    """Pictures that look alike contradict each other less often than any two pictures do."""
    count = len(measured)
    places = np.array([one.place for one in measured], dtype=np.float64)
    distances = np.abs(places[:, None, :] - places[None, :, :]).max(axis=2)
    np.fill_diagonal(distances, np.inf)
    kinds = list({one.look for one in measured})
    number = {look: place for place, look in enumerate(kinds)}
    table = np.array([[_clash(one, other) for other in kinds] for one in kinds])
    index = np.array([number[one.look] for one in measured])
    clash = table[index[:, None], index[None, :]]
    chance = clash.sum() / (count * (count - 1))
    if float(np.median(distances[clash])) <= _ALIKE:
        # The words contradict each other on pictures that are lit alike.
        return False
    nearest = np.argsort(distances, axis=1)[:, : min(_NEIGHBOURS, count - 1)]
    beside = np.take_along_axis(clash, nearest, axis=1).mean()
    return bool(beside <= _FOLLOWS * chance)
