"""What can be told of a word by itself, remembered: a dataset has far fewer words than captions."""

from collections.abc import Callable
from typing import Final, TypeVar

Told = TypeVar("Told")

MOST: Final = 20_000
"""Words that are remembered, about as many as 10,000 captions have; then it begins anew."""


class ByWord(dict[str, Told]):
    """Answers by word, worked out by `tell` when a word is first asked for.

    A plain `by_word[word]` costs a lookup, and `map(by_word.__getitem__, words)` no Python at all.
    """

    def __init__(self, tell: Callable[[str], Told]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> Told:
        """Called by the lookup of a word that is not here yet."""
        if len(self) >= MOST:
            self.clear()
        told = self[word] = self._tell(word)
        return told
