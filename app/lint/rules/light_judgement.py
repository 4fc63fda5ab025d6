"""Whether one concept's captions give the same light several names, or name different lights."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import combinations, islice
from statistics import median
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.dataset.marks import Light
from app.lint.medians import medians

_ENOUGH = 5
"""Entries that must mention light before their words are compared."""
LOOKED_AT = 64
"""Pictures compared with one another; more would not change the answer."""
_NEIGHBOURS = 3
_FOLLOWS = 0.6
"""Words follow the pictures where neighbours contradict at most this often, against chance."""
LIGHTNESS_STEP = 8.0
_ALIKE = 1.5
"""Distance, in the steps of `Place`, up to which two pictures are lit alike."""
_CLASHING = {
    "natural": ("studio", "night", "artificial", "dark", "dramatic"),
    "soft": ("hard", "dramatic", "night"),
    "bright": ("dark", "dramatic", "night"),
    "golden": ("studio", "night", "dark"),
    "overcast": ("hard", "studio"),
    "studio": ("night", "dark"),
}
_CLASH = frozenset(frozenset((one, two)) for one, others in _CLASHING.items() for two in others)
TIMES = frozenset({"night", "natural", "golden"})
"""Times of the day: what is clearly dark or bright tells them apart, anything between does not."""
_CLEARLY_DARK = 25.0
_CLEARLY_BRIGHT = 55.0
_DAY_ABOVE_NIGHT = 0.75
"""Share of pairs that truthful words reach; words at random reach half."""
_WRONG = 0.3
"""Share of clear pictures with the wrong time from which on words do not follow the pictures."""

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


class Mention(NamedTuple):
    """The light that one caption names, and what is known of the light of its picture."""

    look: Look
    mark: Light | None
    place: Place | None

    @property
    def known(self) -> bool:
        """Marked or measured."""
        return self.mark is not None or self.place is not None


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

    def knows_alike(self, mention: Mention) -> bool:
        """The picture's light is known, and it is that of the pictures with the usual words."""
        if mention.mark is not None and self.mark is not None:
            return mention.mark is self.mark
        if mention.place is None or self.centre is None:
            return False
        return _distance(mention.place, self.centre) <= _ALIKE


def _distance(one: Place, other: Place) -> float:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def clashes(one: str, other: str) -> bool:
    """No picture is lit in both ways."""
    return frozenset((one, other)) in _CLASH


@lru_cache(maxsize=4096)
def clash(one: Look, other: Look) -> bool:
    """No picture of one light fits both looks: nothing in common, something that contradicts."""
    return one.isdisjoint(other) and any(clashes(a, b) for a in one for b in other)


SILENT = Judgement(Verdict.SILENT)


def judge(looks: Counter[Look], known: Iterable[Mention]) -> Judgement:
    """The judgement on one concept: how often each look occurs, and the mentions with known light.

    The work is bounded by the number of different looks.
    """
    if looks.total() < _ENOUGH:
        return SILENT
    if not any(clash(one, other) for one, other in combinations(looks, 2)):
        return Judgement(Verdict.AGREE)
    usual = usual_of(looks)
    looked_at = list(islice(known, LOOKED_AT))
    marked = [one for one in looked_at if one.mark is not None]
    measured = [one for one in looked_at if one.place is not None]
    if len(marked) >= _ENOUGH:
        if _follow_marks(marked):
            return Judgement(Verdict.VARIED, usual)
    elif len(measured) >= _ENOUGH and (_follow_tone(measured) or _follow_the_day(measured, looks)):
        return Judgement(Verdict.VARIED, usual)
    with_usual = [one for one in looked_at if usual in one.look]
    marks = Counter(one.mark for one in with_usual if one.mark is not None)
    places = [one.place for one in with_usual if one.place is not None]
    middle = [median(axis) for axis in zip(*places, strict=True)] if places else None
    return Judgement(
        Verdict.DRIFT,
        usual,
        mark=marks.most_common(1)[0][0] if marks else None,
        centre=(middle[0], middle[1], middle[2], middle[3]) if middle else None,
    )


def usual_of(looks: Counter[Look]) -> str:
    """The commonest family."""
    counts: Counter[str] = Counter()
    for look, count in looks.items():
        counts.update(dict.fromkeys(look, count))
    return min(counts, key=lambda family: (-counts[family], family))


def _follow_marks(marked: list[Mention]) -> bool:
    """Pictures marked differently are named differently, those marked alike are named alike."""
    if len({one.mark for one in marked}) < 2:
        return False
    groups: dict[Light, Counter[Look]] = {}
    for one in marked:
        assert one.mark is not None
        groups.setdefault(one.mark, Counter())[one.look] += 1
    clashing = 0
    for group in groups.values():
        usual = frozenset({usual_of(group)})
        clashing += sum(count for look, count in group.items() if clash(look, usual))
    return clashing == 0


def _follow_the_day(measured: list[Mention], looks: Counter[Look]) -> bool:
    """Only times of the day contradict each other, the pictures differ, and where one is clearly
    dark or bright its words are mostly right: what lies between is believed.
    """
    others = [look - TIMES for look in looks]
    if any(clash(one, other) for one, other in combinations(others, 2)):
        return False
    if _are_alike(*_compared(measured)):
        return False
    if _day_above_night(measured) < _DAY_ABOVE_NIGHT:
        return False
    right = wrong = 0
    for one in measured:
        assert one.place is not None
        lightness = one.place[0] * LIGHTNESS_STEP
        night = "night" in one.look
        if night == ("natural" in one.look) or _CLEARLY_DARK < lightness < _CLEARLY_BRIGHT:
            continue
        if night == (lightness <= _CLEARLY_DARK):
            right += 1
        else:
            wrong += 1
    return wrong < _WRONG * (right + wrong) or wrong + right == 0


def _day_above_night(measured: list[Mention]) -> float:
    """Of all pairs of a picture called day and one called night, the share with the day lighter."""
    lightness: dict[bool, list[float]] = {True: [], False: []}
    for one in measured:
        night = "night" in one.look
        if night != ("natural" in one.look) and one.place is not None:
            lightness[night].append(one.place[0])
    nights, days = np.array(lightness[True]), np.array(lightness[False])
    if not len(nights) or not len(days):
        return 1.0
    return float((days[:, None] > nights[None, :]).mean())


def _follow_tone(measured: list[Mention]) -> bool:
    """Pictures that look alike contradict each other less often than any two pictures do."""
    distances, opposed = _compared(measured)
    if _are_alike(distances, opposed):
        return False
    count = len(measured)
    chance = opposed.sum() / (count * (count - 1))
    nearest = np.argsort(distances, axis=1)[:, : min(_NEIGHBOURS, count - 1)]
    beside = np.take_along_axis(opposed, nearest, axis=1).mean()
    return bool(beside <= _FOLLOWS * chance)


def _are_alike(distances: NDArray[np.float64], opposed: NDArray[np.bool_]) -> bool:
    """Words contradict each other on pictures that are lit alike, or on none that was measured."""
    return not opposed.any() or float(medians(distances[opposed])) <= _ALIKE


def _compared(measured: list[Mention]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Shape (n, n) each: how far two pictures are apart, and whether their words contradict."""
    places = np.array([one.place for one in measured], dtype=np.float64)
    distances = np.abs(places[:, None, :] - places[None, :, :]).max(axis=2)
    np.fill_diagonal(distances, np.inf)
    kinds = list({one.look for one in measured})
    number = {look: place for place, look in enumerate(kinds)}
    table = np.array([[clash(one, other) for other in kinds] for one in kinds])
    index = np.array([number[one.look] for one in measured])
    return distances, table[index[:, None], index[None, :]]
