"""Moods that the picture does not show, or that one caption cannot all mean."""

from collections.abc import Iterator
from itertools import product

from app.dataset.choices import DatasetChoices, Purpose
from app.dataset.marks import Expression, Medium
from app.images.evidence import Face, Smile
from app.lint.context import CaptionText, EntryContext, Reading
from app.lint.rule import Hit, Severity
from app.lint.terms import Kind, Polarity, Term

COMPARED = 24
"""Terms of one caption that are compared with one another."""
_SHORT_TEXT = 40
_SURE_FACE = 12
"""Neighbours that Haar needs: below it 2 of 5 boxes hold no face."""
_NOT_A_FACE = 0.5
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
_CHEERFUL = (
    "cheerful",
    "joyful",
    "joyous",
    "happy",
    "merry",
    "festive",
    "陽気",
    "楽し",
    "明るい雰囲気",
)
_GLOOMY = (
    "gloomy",
    "melanchol",
    "somber",
    "sombre",
    "ominous",
    "dreary",
    "mournful",
    "bleak",
    "陰気",
    "陰鬱",
    "不吉",
    "憂鬱",
)
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
    terms = [
        term
        for term in context.reading.of_kind(Kind.MOOD)
        if term.expression is not False or _may_be_a_face(context.text, term)
    ]
    if not terms:
        return
    mark = context.marks.expression
    if mark is not None:
        # The person's word outranks what was measured, also where it finds nothing wrong.
        for term in terms:
            if _contradicts(mark, term):
                yield _hit(term, "marked", {"mark": mark.value}, Severity.ERROR)
        return
    if not may_measure_faces(context):
        return
    faces = sure_faces(context.evidence.faces or ())
    verdict = agreed(faces)
    for term in terms:
        smiling, unhappy = is_smile(term), _is_unhappy(term)
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
    happy = is_smile(term) or (term.family == "joy" and term.polarity is Polarity.POSITIVE)
    straight = _has(term, _STRAIGHT)
    match mark:
        case Expression.SMILING:
            return negative or straight
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
    return term.polarity is Polarity.POSITIVE and _has(term, _SMILES)


def _is_unhappy(term: Term) -> bool:
    return term.polarity is Polarity.NEGATIVE and (term.family in _UNHAPPY or _has(term, _WISTFUL))


def _may_be_a_face(text: str, term: Term) -> bool:
    """A bare "melancholic" among tags speaks of the person, "melancholic landscape" does not."""
    after = text[term.end : term.end + 1]
    return _has(term, _WISTFUL) and after in ("", ",", ".", "、", "。")


def _has(term: Term, stems: tuple[str, ...]) -> bool:
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


def sure_faces(faces: tuple[Face, ...]) -> tuple[Face, ...]:
    """The faces that are certain enough to speak of an expression."""
    return tuple(f for f in faces if f.neighbours >= _SURE_FACE and f.not_face < _NOT_A_FACE)


def agreed(faces: tuple[Face, ...]) -> Smile:
    """The one verdict of all faces; unknown where they differ or there is none."""
    verdicts = {face.verdict for face in faces}
    return verdicts.pop() if len(verdicts) == 1 else Smile.UNKNOWN


def contradicting_moods(caption: CaptionText) -> Iterator[Hit]:
    """Two moods of one caption that cannot both be meant, where it speaks of one subject."""
    moods = [term for term in caption.terms if term.kind is Kind.MOOD][:COMPARED]
    if len(moods) < 2 or speaks_of_several(caption):
        return
    for first, second in product(moods, moods):
        if first.start < second.start and _cannot_both_hold(first, second):
            around = caption.text[first.start : second.end + 10].lower()
            if _is_comparison(around) or _speaks_on(caption, first, second):
                continue
            yield Hit(
                "contradicting-moods",
                second.start,
                second.end,
                more_spans=((first.start, first.end),),
                values={"first": first.text, "second": second.text},
                key=f"{first.text} | {second.text}",
            )
            return


def _cannot_both_hold(one: Term, other: Term) -> bool:
    if (one.expression is False) != (other.expression is False):
        # A smile in a gloomy street is a picture that exists.
        return False
    if one.expression is False:
        return _opposed_air(one, other) or _opposed_air(other, one)
    return _opposed_face(one, other) or _opposed_face(other, one)


def _opposed_face(one: Term, other: Term) -> bool:
    happy = is_smile(one) or (one.family == "joy" and one.polarity is Polarity.POSITIVE)
    if not happy:
        return False
    return _is_unhappy(other) or (is_smile(one) and _has(other, _STRAIGHT))


def _opposed_air(one: Term, other: Term) -> bool:
    return _has(one, _CHEERFUL) and _has(other, _GLOOMY)


_SEVERAL_WORDS = """
two three four five six seven eight several many multiple each both another other others group
people couple crowd family families friends siblings brothers sisters twins parents mother father
husband wife son daughter baby women men children kids girls boys ladies guys players characters
dogs cats faces masks emojis they them their 2girls 2boys 3girls 1boy
"""
_SEVERAL = frozenset(_SEVERAL_WORDS.split())
_ONE_PERSON = frozenset({"man", "woman", "girl", "boy", "child", "person", "lady", "guy"})
_SEVERAL_JAPANESE = (
    "二人",
    "2人",
    "三人",
    "3人",
    "人々",
    "たち",
    "達",
    "家族",
    "友人",
    "みんな",
    "もう一人",
)
_COMPARISONS = (
    "tears of joy",
    "happy tears",
    "with laughter",
    "rather than",
    "instead of",
    "turning",
    "from ",
    " to ",
    "mix of",
    "between",
    "bittersweet",
)


def speaks_of_several(caption: CaptionText) -> bool:
    """It names more than one person, so that two moods may belong to two of them."""
    forms = caption.words.forms
    if "solo" in forms and "1girl" in forms:
        return False
    if not _SEVERAL.isdisjoint(forms) or len(_ONE_PERSON.intersection(forms)) > 1:
        return True
    return bool(caption.words.japanese) and any(word in caption.text for word in _SEVERAL_JAPANESE)


def _speaks_on(caption: CaptionText, first: Term, second: Term) -> bool:
    """Between the two a sentence ends, after which the air, or in a long text the subject, may be
    another.
    """
    if first.expression is not False and caption.words.words <= _SHORT_TEXT:
        return False
    between = caption.text[first.end : second.start]
    return any(mark in between for mark in ".!?。！？\n")


def _is_comparison(around: str) -> bool:
    return any(word in around for word in _COMPARISONS)
