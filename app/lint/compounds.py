"""Where describing words and a head make one phrase: soft warm light, the lighting is soft."""

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from app.captions.words import TAG_EDGES
from app.lint.senses import Compound, Sense

_BEFORE_ROWS: Final = frozenset(
    ("a", "an", "the", "with", "in", "of", "by", "under", "through", "from", "its", "his", "her")
)
"""What stands before the first of two describing words that a comma parts; in a list of tags the
comma parts more than that.
"""
_MOST_DESCRIBING: Final = 8
"""Words before a head, or after its link, that are looked at."""


Reach: TypeAlias = tuple[int, int, Sense]
"""First word, the one after the last, and what they mean together."""


def before_head(compound: Compound, forms: tuple[str, ...], head: int) -> Sequence[Reach]:
    """`soft warm light beams`: the describing words before the head, the head and its tails."""
    after = head + 1
    while after < len(forms) and forms[after] in compound.tails:
        after += 1
    if after < len(forms) and forms[after] in compound.not_before:
        return ()
    best: tuple[int, Sense] | None = None
    first = head
    for place in range(head - 1, max(-1, head - 1 - _MOST_DESCRIBING), -1):
        form = forms[place]
        described = compound.describing.get(form)
        if described is not None:
            first = place
            if best is None or described[0] < best[0]:
                best = described
        elif form in compound.joiners or form == ",":
            if not best or place == 0 or forms[place - 1] not in compound.describing:
                break
            # In a list of tags the comma parts; `a warm, romantic glow` is one phrase.
            if form == "," and (place == 1 or forms[place - 2] not in _BEFORE_ROWS):
                break
        elif form not in compound.fillers:
            break
    if best is None and head and forms[head] in compound.open:
        before = forms[head - 1]
        if before.isalpha() and before.isascii() and before not in compound.never:
            return ((head - 1, after, compound.otherwise),)
    if best is None:
        return ()
    if compound.apart:
        return tuple(_apart(compound, forms, first, after))
    while first and (
        forms[first - 1] in compound.leading
        or (
            first > 1
            and forms[first - 1] in compound.joiners
            and forms[first - 2] in compound.leading
        )
    ):
        first -= 1
    return ((first, after, best[1]),)


def _apart(compound: Compound, forms: tuple[str, ...], first: int, after: int) -> Iterator[Reach]:
    """Each row of describing words between joiners; the last with the head after it."""
    opened = -1
    sense = compound.otherwise
    for place in range(first, after + 1):
        form = forms[place] if place < after else ","
        described = compound.describing.get(form)
        if described is not None and opened < 0:
            opened, sense = place, described[1]
        elif opened >= 0 and (form in compound.joiners or form == ","):
            yield opened, place, sense
            opened = -1


def linked(compound: Compound, forms: tuple[str, ...], head: int) -> Sequence[Reach]:
    """`the lighting is very soft and warm`, `mood: warm`: the describing words after a link."""
    if forms[head] not in compound.linked:
        return ()
    place = head + 1
    while place < len(forms) and place - head <= 6 and forms[place] not in compound.links:
        if forms[place] in TAG_EDGES:
            return ()
        place += 1
    if place >= len(forms) or forms[place] not in compound.links:
        return ()
    near = place == head + 1
    best: tuple[int, Sense] | None = None
    first = last = head
    for at in range(place + 1, min(len(forms), place + 1 + _MOST_DESCRIBING)):
        form = forms[at]
        described = compound.describing.get(form)
        if described is not None:
            last = at
            if best is None:
                first = at
            if best is None or described[0] < best[0]:
                best = described
        elif form in compound.joiners:
            if last != at - 1:
                break
        elif form not in compound.fillers:
            break
    # What fits any head says too little after a link: the light is green.
    if best is None or best[1] is compound.otherwise:
        return ()
    # The lighting is soft, mood: warm; of a face only what it is like: his face is serious.
    whole = near and (bool(compound.open) or forms[head + 1] == ":")
    if compound.apart and not whole:
        return tuple(_apart(compound, forms, first, last + 1))
    return ((head if whole else first, last + 1, best[1]),)
