"""Light that a caption denies says how the picture is lit all the same: no harsh shadows."""

from app.lint.senses import Kind, Negation, Sense
from app.lint.vocabulary import Vocabulary

_FARTHEST = 4
"""Words between a negation and what it denies."""
_NEARLY = frozenset(("almost", "nearly", "virtually", "practically"))


def negation_before(forms: tuple[str, ...], place: int, negation: Negation) -> int | None:
    """Where the word stands that denies what begins at `place`."""
    back = place - 1
    while back >= 0 and place - back <= _FARTHEST and forms[back] in negation.between:
        back -= 1
    return back if back >= 0 and forms[back] in negation.words else None


def absent_light(
    forms: tuple[str, ...], place: int, after: int, sense: Sense, vocabulary: Vocabulary
) -> tuple[int, Sense] | None:
    """Where the absence of a light begins, and what it says: `almost no shadows` is soft.

    None where what is missing says nothing of the light: no fog, no flash.
    """
    if sense.kind is not Kind.LIGHTING:
        return None
    absences = vocabulary.absences
    absence = absences.get(" ".join(forms[place:after])) or absences.get(forms[after - 1])
    first = negation_before(forms, place, vocabulary.negation)
    if absence is None or first is None:
        return None
    # Without creating shadows, no lamps or shadows: said of something else.
    if any(form.endswith("ing") or form in ("or", "nor") for form in forms[first + 1 : place]):
        return None
    if forms[first] in ("nor", "neither", "never", "avoid", "avoids"):
        return None
    if first and forms[first - 1] in _NEARLY:
        first -= 1
    return first, absence
