"""The words that one caption says and no other: what was invented for one picture is among them."""

from collections import Counter
from collections.abc import Iterable

from app.lint.units import SMALL

_FEWEST = 5
"""In a smaller set, most words stand alone."""
_SHORTEST = 4
_MOST = 10
"""A caption with more words of its own is simply written otherwise."""


class OnlyHere:
    """Counts the captions of each word; costs by the caption that changes, not by the set."""

    def __init__(self) -> None:
        self._tokens: dict[int, tuple[str, ...]] = {}
        self._counts: Counter[str] = Counter()

    def put(self, entry: int, tokens: tuple[str, ...]) -> None:
        """These are the different words of an entry now."""
        before = self._tokens.get(entry)
        if before != tokens:
            self._counts.subtract(before or ())
            self._counts.update(tokens)
            self._tokens[entry] = tokens

    def keep(self, entries: Iterable[int]) -> None:
        """There are no others any more."""
        for gone in set(self._tokens).difference(entries):
            self._counts.subtract(self._tokens.pop(gone))

    def words(self, entry: int, known: Iterable[str] = ()) -> tuple[str, ...]:
        """What only this caption says, in its order; `known` texts are asked about otherwise."""
        if len(self._tokens) < _FEWEST:
            return ()
        asked = {word for text in known for word in text.casefold().split()}
        found = tuple(
            token
            for token in self._tokens.get(entry, ())
            if self._counts[token] == 1
            and len(token) >= _SHORTEST
            and token not in SMALL
            and token not in asked
        )
        return found if len(found) <= _MOST else ()
