"""A rare word that is one slip away from a frequent one of the same dataset."""

import re
from collections.abc import Collection, Iterator

from rapidfuzz.distance import OSA

from app.dataset.choices import DatasetChoices
from app.lint.context import Row
from app.lint.rule import Fix, Hit
from app.lint.watch import NOBODY, Watch

_SHORTEST = 7
"""Shorter words have too many honest neighbours: plants and pants."""
_SUBSTITUTED = 9
"""From here on another letter in the same place is a slip too, and not another word."""
_RARE = 2
_FREQUENT = 6
_HONEST = """
through thorough although country county stripes strips planned planed starring staring carving
craving dessert deserts desserts coloured colored casual causal adapted adopted contrast contract
feather father leather weather batting bathing statue status popular poplar serving severing
striped stripped relaxed released sitting setting standing stunning shining shinning walking
talking holding folding parking packing looking cooking wearing tearing reading riding
phonograph photograph mountain fountain mountains fountains counter country painting pointing
panting leaning learning cleaning hanging handing playing praying staying waiting wailing cutting
putting racing raising snowing showing crossing crowing bottle battle bottles battles horses houses
hoses towels towers shirts shorts castle cattle bridge bridges branches brunches curtain certain
stream steam streams climbing clinging swinging swimming singing sailing selling filling feeling
falling pitcher petals pedals candle candles handle handles saddle paddle paddles basket casket
biscuit circuit collar dollar copper cooper marble marbles temple temples tumble tunnel funnel
"""
_PAIRS_ARE_HONEST = frozenset(_HONEST.split())


class Spellings(Watch):
    """How many captions have each longer word, with an index of words that are one slip apart."""

    def __init__(self, choices: DatasetChoices) -> None:
        super().__init__(choices)
        self._holders: dict[str, set[int]] = {}
        """The entries of each word, whose number is its count."""
        self._near: dict[str, set[str]] = {}

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """Holders of rare words beside a word that has become frequent, or is so no longer."""
        old = before.reading.tokens if before else ()
        new = after.reading.tokens if after else ()
        if old == new:
            return NOBODY
        told: set[int] = set()
        if before:
            kept = frozenset(new)
            for token in old:
                if len(token) >= _SHORTEST and token not in kept:
                    self._lose(token, before.entry.id, told)
            kept = frozenset(old)
            new = [token for token in new if token not in kept]
        if after:
            for token in new:
                if len(token) >= _SHORTEST:
                    self._gain(token, after.entry.id, told)
        return told

    def _gain(self, token: str, entry: int, told: set[int]) -> None:
        holders = self._holders.get(token)
        if holders is None:
            holders = self._holders[token] = set()
            for key in _keys(token):
                self._near.setdefault(key, set()).add(token)
        holders.add(entry)
        self._tell(token, holders, _RARE + 1, _FREQUENT, told)

    def _lose(self, token: str, entry: int, told: set[int]) -> None:
        holders = self._holders[token]
        holders.remove(entry)
        self._tell(token, holders, _RARE, _FREQUENT - 1, told)
        if holders:
            return
        del self._holders[token]
        for key in _keys(token):
            group = self._near.get(key)  # with a letter doubled two keys are the same
            if group and token in group:
                group.remove(token)
                if not group:
                    del self._near[key]

    def _tell(
        self, token: str, holders: set[int], rare: int, frequent: int, told: set[int]
    ) -> None:
        """Whom it concerns that a word has so many holders by now."""
        if len(holders) == rare:
            told.update(holders)
        elif len(holders) == frequent:
            for other in self._neighbours(token):
                if len(self._holders[other]) <= _RARE:
                    told.update(self._holders[other])

    def _neighbours(self, token: str) -> set[str]:
        found: set[str] = set()
        for key in _keys(token):
            found |= self._near.get(key, set())
        found.discard(token)
        return {other for other in found if _is_slip(token, other)}

    def hits(self, row: Row) -> Iterator[Hit]:
        """A hint at each rare word with a frequent neighbour."""
        for token in row.reading.tokens:
            if len(token) < _SHORTEST or len(self._holders[token]) > _RARE:
                continue
            frequent = [
                other for other in self._neighbours(token) if len(self._holders[other]) >= _FREQUENT
            ]
            usual = max(frequent, key=lambda other: len(self._holders[other]), default=None)
            if usual is None:
                continue
            place = re.search(rf"(?<!\w){re.escape(token)}(?!\w)", row.entry.text or "", re.I)
            if place is None:
                continue
            values = {"match": place[0], "usual": usual, "count": len(self._holders[usual])}
            fixes = (Fix(*place.span(), _as_written(place[0], usual), safe=False, values=values),)
            yield Hit("spelling-drift", *place.span(), values=values, fixes=fixes)


def _keys(token: str) -> Iterator[str]:
    yield token
    for place in range(1, len(token)):
        yield token[:place] + token[place + 1 :]


def _is_slip(one: str, other: str) -> bool:
    """One letter too many, too few or swapped inside the word; endings make other words."""
    if one[0] != other[0] or one in _PAIRS_ARE_HONEST or other in _PAIRS_ARE_HONEST:
        return False
    short, long = sorted((one, other), key=len)
    if short[:-1] == long[: len(short) - 1] or short[: len(short) - 2] == long[: len(short) - 2]:
        return False
    if len(one) == len(other) and len(one) < _SUBSTITUTED and sorted(one) != sorted(other):
        return False
    return OSA.distance(one, other, score_cutoff=1) == 1


def _as_written(word: str, usual: str) -> str:
    if word.isupper():
        return usual.upper()
    return usual.capitalize() if word[0].isupper() else usual
