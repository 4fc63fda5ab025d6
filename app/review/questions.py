"""What each pass asks the person: of one entry in pass 1, across its neighbours in pass 2."""

from collections.abc import Iterable, Sequence
from functools import reduce

from app.images.evidence import Sharpness
from app.lint.terms import Kind, Term
from app.messages import Message, msg

_MOST_QUOTED = 3
_MOST_ALONE = 6
_COMPARED = (Kind.LIGHTING, Kind.CAMERA, Kind.MEDIUM)


def first_questions(
    terms: Iterable[Term],
    trigger: str,
    only_here: Sequence[str] = (),
    sharpness: Sharpness | None = None,
) -> tuple[Message, ...]:
    """Is each word true of its picture? Mood, light, name, and what is not there.

    `only_here` are words that no other caption of the set says.
    """
    known = list(terms)
    asked: list[Message] = []
    mood, light = _quoted(known, Kind.MOOD), _quoted(known, Kind.LIGHTING)
    if mood:
        asked.append(msg("Does the picture show {words}?", words=mood))
    if light:
        asked.append(msg("Is this the light: {words}?", words=light))
    if trigger:
        asked.append(msg("Does {trigger} name what is to be seen?", trigger=trigger))
    if sharpness is not None and sharpness.laplacian is None:
        asked.append(msg("No fine detail was found in the picture: is it sharp?"))
    if only_here:
        words = _listed(only_here, _MOST_ALONE)
        asked.append(msg("Only this caption says {words}: is it there?", words=words))
    else:
        asked.append(msg("Is anything named that is not there?"))
    return tuple(asked)


def second_questions(
    terms: Iterable[Term], neighbours: Sequence[Sequence[Term]]
) -> tuple[Message, ...]:
    """Are the same things called the same? Says where the neighbours use other words."""
    known = list(terms)
    others = [term for terms_of_one in neighbours for term in terms_of_one]
    asked: list[Message] = []
    for kind in _COMPARED:
        own, theirs = _phrases(known, kind), _phrases(others, kind)
        foreign = [words for words in theirs if words not in own]
        if own and foreign:
            asked.append(
                msg(
                    "Here {own}, beside it {theirs}: is it the same?",
                    own=_listed(own),
                    theirs=_listed(foreign),
                )
            )
    if not asked:
        asked.append(msg("Do the neighbours call the same thing by the same words?"))
    return tuple(asked)


def _phrases(terms: Iterable[Term], kind: Kind) -> list[str]:
    return list(dict.fromkeys(term.text.casefold() for term in terms if term.kind is kind))


def _quoted(terms: Iterable[Term], kind: Kind) -> Message | None:
    phrases = _phrases(terms, kind)
    return _listed(phrases) if phrases else None


def _listed(phrases: Sequence[str], most: int = _MOST_QUOTED) -> Message:
    """Each in the quotation marks of the reader's language, and with its comma."""
    quoted = [msg("“{words}”", words=words) for words in phrases[:most]]
    return reduce(lambda one, other: msg("{one}, {other}", one=one, other=other), quoted)
