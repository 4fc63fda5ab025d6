"""Moods that the picture does not show, or that one caption cannot all mean."""

from collections.abc import Iterator

from app.dataset.choices import DatasetChoices, Purpose
from app.dataset.marks import Expression, Medium
from app.images.evidence import Face, Smile
from app.lint.context import EntryContext, Reading
from app.lint.rule import Hit, Severity
from app.lint.terms import Kind, Polarity, Term

COMPARED = 24
"""Terms of one caption that are compared with one another."""
_SMILES = (
    "smil",
    "laugh",
    "grin",
    "beam",
    ":d",
    ":)",
    "^_^",
    "^^",
    "xd",
    "笑",
    "微笑",
    "スマイル",
    "ニコ",
    "にこ",
)
_SLIGHT = (
    "slight",
    "soft",
    "faint",
    "subtle",
    "gentl",
    "closed",
    "half",
    "small",
    "hint",
    "smirk",
    "knowing",
    "wry",
    "微笑",
    "ほほえ",
    "微か",
    "かすか",
)
_UNHAPPY = frozenset({"sadness", "anger"})
_WISTFUL = ("melanchol", "sorrow", "メランコリ", "憂鬱", "物憂")
_STRAIGHT = (
    "serious",
    "neutral",
    "expressionless",
    "blank expression",
    "straight face",
    "真剣",
    "真顔",
    "無表情",
    "真面目",
)


def mood_not_in_picture(context: EntryContext) -> Iterator[Hit]:
    """Words for a face that the person's mark, or else a measured smile, contradicts."""
    mark = context.marks.expression
    if mark is None and not context.evidence.faces:
        return
    terms = [
        term
        for term in context.reading.terms
        if term.kind is Kind.MOOD
        and (term.expression is not False or _may_be_a_face(context.text, term))
    ]
    if not terms:
        return
    if mark is not None:
        # The person's word outranks what was measured, also where it finds nothing wrong.
        for term in terms:
            if _contradicts(mark, term):
                yield _hit(term, "marked", {"mark": mark.value}, Severity.ERROR)
        return
    if not may_measure_faces(context):
        return
    faces = context.evidence.faces or ()
    verdict = agreed(faces)
    for term in terms:
        smiling, unhappy = is_smile(term), is_unhappy(term)
        if verdict is Smile.FOUND and unhappy:
            value = min(face.smile for face in faces)
            yield _hit(term, "smile", {"smile": round(value, 2), "faces": len(faces)})
        elif verdict is Smile.NONE and smiling and not _is_slight(context.text, term):
            value = min(face.no_smile for face in faces)
            yield _hit(term, "no-smile", {"no_smile": round(value, 2), "faces": len(faces)})


def _hit(
    term: Term, case: str, evidence: dict[str, str | float], severity: Severity | None = None
) -> Hit:
    return Hit(
        "mood-not-in-picture",
        term.start,
        term.end,
        case=case,
        values={"match": term.text, **evidence},
        evidence=evidence,
        severity=severity,
    )


def _contradicts(mark: Expression, term: Term) -> bool:
    negative = term.polarity is Polarity.NEGATIVE
    happy = is_happy(term)
    match mark:
        case Expression.SMILING:
            return negative or is_straight(term)
        case Expression.NEUTRAL:
            return happy or term.family in _UNHAPPY
        case Expression.SAD:
            return happy
        case Expression.OTHER:
            return False


def _is_slight(text: str, term: Term) -> bool:
    """A closed-mouth smile, which the expression model mostly takes for none."""
    around = text[max(0, term.start - 14) : term.end + 12].lower()
    return any(word in around for word in _SLIGHT)


def is_smile(term: Term) -> bool:
    """A word for a smile or laugh itself, not for happiness that a face may hide."""
    return term.polarity is Polarity.POSITIVE and has_stem(term, _SMILES)


def is_happy(term: Term) -> bool:
    """A smile, or joy in other words."""
    return is_smile(term) or (term.family == "joy" and term.polarity is Polarity.POSITIVE)


def is_straight(term: Term) -> bool:
    """A word for a serious or blank face."""
    return has_stem(term, _STRAIGHT)


def is_unhappy(term: Term) -> bool:
    """Sadness or anger of a face."""
    if term.polarity is not Polarity.NEGATIVE:
        return False
    return term.family in _UNHAPPY or has_stem(term, _WISTFUL)


def _may_be_a_face(text: str, term: Term) -> bool:
    """A bare "melancholic" among tags speaks of the person, "melancholic landscape" does not."""
    after = text[term.end : term.end + 1]
    return has_stem(term, _WISTFUL) and after in ("", ",", ".", "、", "。")


def has_stem(term: Term, stems: tuple[str, ...]) -> bool:
    """The term's text contains one of the stems."""
    text = term.text.lower()
    return any(stem in text for stem in stems)


def may_measure_faces(context: EntryContext) -> bool:
    """The expression model knows photos only; drawings and style sets are left alone."""
    choices = context.choices
    if choices.purpose is Purpose.STYLE:
        return False
    return not is_drawing(context.reading, context.marks.medium, choices)


def is_drawing(reading: Reading, marked: Medium | None, choices: DatasetChoices) -> bool:
    """The mark says so, or else the caption, or else the choice for the dataset."""
    if marked is not None:
        return marked is not Medium.PHOTO
    families = {term.family for term in reading.of_kind(Kind.MEDIUM)}
    if families:
        return "photo" not in families
    return choices.medium not in (None, Medium.PHOTO)


def agreed(faces: tuple[Face, ...]) -> Smile:
    """The one verdict of all faces; unknown where they differ or there is none."""
    verdicts = {face.verdict for face in faces}
    return verdicts.pop() if len(verdicts) == 1 else Smile.UNKNOWN
