"""Two versions of one caption brought together word by word; no word of either is lost silently."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from app.captions.difference import MOST, pieces, replaced, words


class Origin(Enum):
    """Who changed a stretch of the caption."""

    NOBODY = "nobody"
    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"
    """Both, and in the same way."""
    CLASH = "clash"
    """Both, and differently: a person must look."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the caption in all three versions; joined, each version gives its text again."""

    base: str
    mine: str
    theirs: str

    @property
    def origin(self) -> Origin:
        """Who changed it."""
        if self.mine == self.theirs:
            return Origin.NOBODY if self.mine == self.base else Origin.BOTH
        if self.theirs == self.base:
            return Origin.MINE
        return Origin.THEIRS if self.mine == self.base else Origin.CLASH

    @property
    def text(self) -> str:
        """What is proposed: the one change, or both one after the other where they clash."""
        origin = self.origin
        if origin is Origin.CLASH:
            return _one_after_the_other(self.mine, self.theirs)
        return self.theirs if origin is Origin.THEIRS else self.mine


@dataclass(frozen=True, slots=True)
class Merge:
    """What became of a caption that was changed in two places at once."""

    stretches: tuple[Stretch, ...]

    @property
    def text(self) -> str:
        """The proposed caption."""
        return "".join(stretch.text for stretch in self.stretches)

    @property
    def clashes(self) -> int:
        """Stretches that both changed differently."""
        return sum(stretch.origin is Origin.CLASH for stretch in self.stretches)


def merge(base: str, mine: str, theirs: str) -> Merge:
    """Bring both changes of `base` together.

    Changes in different places are both taken, the same change once; where they overlap, both
    versions stand in the proposal. A word that only one version has is always in the proposal.
    """
    if mine in (theirs, base) or theirs == base:
        return Merge((Stretch(base, mine, theirs),))
    if max(map(len, (base, mine, theirs))) > MOST:
        return Merge((Stretch(base, mine, theirs),))
    cut = pieces(base)
    edits = [*_edits(cut, pieces(mine), 0), *_edits(cut, pieces(theirs), 1)]
    edits.sort(key=lambda edit: (edit.start, edit.end, edit.side))
    for apart in (False, True):
        merged = Merge(tuple(_stretches(cut, _groups(edits, touching=apart))))
        if _keeps_words(merged.text, base, mine, theirs):
            return merged
    return Merge((Stretch(base, mine, theirs),))


@dataclass(frozen=True, slots=True)
class _Edit:
    """Pieces `start` to `end` of the base as one of the two versions has them."""

    start: int
    end: int
    side: int
    """0: mine, 1: theirs."""
    text: str


def _edits(base: list[str], version: list[str], side: int) -> Iterator[_Edit]:
    for (start, end), (first, last) in replaced(base, version):
        yield _Edit(start, end, side, "".join(version[first:last]))


def _groups(edits: Sequence[_Edit], *, touching: bool) -> Iterator[list[_Edit]]:
    """Edits that change the same pieces, or insert at the same place; else also neighbours."""
    group: list[_Edit] = []
    end = -1
    for edit in edits:
        inserted = bool(group) and group[0].start == end == edit.start == edit.end
        if group and (edit.start < end or inserted or (touching and edit.start == end)):
            group.append(edit)
        else:
            if group:
                yield group
            group = [edit]
        end = max(end, edit.end)
    if group:
        yield group


def _stretches(base: list[str], groups: Iterator[list[_Edit]]) -> Iterator[Stretch]:
    place = 0
    for group in groups:
        start, end = group[0].start, max(edit.end for edit in group)
        if place < start:
            same = "".join(base[place:start])
            yield Stretch(same, same, same)
        sides = [_version(base, start, end, [e for e in group if e.side == s]) for s in (0, 1)]
        yield Stretch("".join(base[start:end]), *sides)
        place = end
    if place < len(base):
        rest = "".join(base[place:])
        yield Stretch(rest, rest, rest)


def _version(base: list[str], start: int, end: int, edits: list[_Edit]) -> str:
    text = ""
    for edit in edits:
        text += "".join(base[start : edit.start]) + edit.text
        start = edit.end
    return text + "".join(base[start:end])


def _one_after_the_other(mine: str, theirs: str) -> str:
    apart = mine.strip() and not mine[-1].isspace() and words(theirs[:1])
    return f"{mine} {theirs}" if apart else mine + theirs


def _keeps_words(text: str, base: str, mine: str, theirs: str) -> bool:
    """Words that either version added are words of the proposal, not grown together there."""
    added = {*words(mine), *words(theirs)} - set(words(base))
    return added <= set(words(text))
