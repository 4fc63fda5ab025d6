"""Light named with what it comes from: lit by hundreds of candles, the light of a small lamp."""

from collections.abc import Iterator, Sequence

from app.captions.words import TAG_EDGES
from app.lint.compounds import Reach
from app.lint.senses import Kind, Sense
from app.lint.vocabulary import Vocabulary

_LIT = frozenset(("lit", "illuminated", "lighted"))
_LIGHT = frozenset(("light", "lights", "glow", "illumination", "lighting", "gleam", "shine"))
_SHINES = _LIT | _LIGHT
_BY = frozenset(("by", "with"))
_OF = frozenset(("from", "of"))
_HOW = """
up only mainly mostly solely partly partially entirely just dimly softly gently warmly faintly
brightly from the a one side left right above below behind front back inside within in
"""
"""What may stand between `lit` and `by`."""
_MOST_HOW = 5
_GOING = """
coming comes streaming streams pouring shining falling filtering flooding spilling entering in out
"""
_MOST_GOING = 2
"""Words between `light` and `from`."""
_FARTHEST = 6
"""Words after `by` or `from` that are looked at."""
_ENDS = """
and or but while as so which that who is are was were has have on in at over under above behind with
to through into onto across against around beside near by for from
"""
"""Where what the light comes from has been named."""
_HOW_WORDS, _END_WORDS = frozenset(_HOW.split()), TAG_EDGES.union(_ENDS.split())
_GOING_WORDS = frozenset(_GOING.split())
_SIDES = frozenset(("side", "left", "right", "behind", "back"))
_FROM_A_SIDE = Sense(kind=Kind.LIGHTING, family="backlit")
_SOME_LAMP = Sense(kind=Kind.LIGHTING, family="artificial")


def light_from(
    forms: tuple[str, ...], found: Sequence[Reach], vocabulary: Vocabulary
) -> Iterator[Reach]:
    """Each light that names where it comes from.

    What something is lit by is a light whatever it is; other light is one only where its source is
    known to shine (not: the light of hope). What the phrases and compounds `found` say of
    the source goes before: lit by soft daylight is soft.
    """
    if _SHINES.isdisjoint(forms):
        return
    for place, form in enumerate(forms):
        if form in _LIT:
            by = place + 1
            while by < len(forms) and by - place <= _MOST_HOW and forms[by] in _HOW_WORDS:
                by += 1
            if by < len(forms) and forms[by] in _BY:
                after, sense = _source(forms, by + 1, vocabulary)
                known = _known(found, by, after)
                if form == "lit" and after > by + 1:
                    sense = sense or known or _SOME_LAMP
                if not _SIDES.isdisjoint(forms[place + 1 : by]) and sense is not None:
                    yield place, after, _FROM_A_SIDE
                elif sense is not None and known is None:
                    yield place, after, sense
        elif form in _LIGHT:
            of = place + 1
            while of < len(forms) and of - place <= _MOST_GOING and forms[of] in _GOING_WORDS:
                of += 1
            if of == len(forms) or forms[of] not in _OF:
                continue
            after, sense = _source(forms, of + 1, vocabulary)
            # Where words describe the light they say enough: the warm glow of the sun.
            if sense is not None and not any(end == place + 1 for _, end, _ in found):
                yield place, after, _known(found, place + 1, after) or sense


def _known(found: Sequence[Reach], first: int, after: int) -> Sense | None:
    for begin, end, sense in found:
        if sense.kind is Kind.LIGHTING and first < begin and end <= after:
            return sense
    return None


def _source(forms: tuple[str, ...], first: int, vocabulary: Vocabulary) -> tuple[int, Sense | None]:
    """Where it ends, and what its light is where that is known."""
    after = first
    for place in range(first, min(first + _FARTHEST, len(forms))):
        form = forms[place]
        if form in _END_WORDS:
            break
        after = place + 1
        sense = vocabulary.sources.get(form)
        following = forms[after] if after < len(forms) else ""
        if sense is not None and following not in vocabulary.sources:
            return after, sense
    return after, None
