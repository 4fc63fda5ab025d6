"""Light and colour that the picture does not show, or that one caption cannot all mean."""

import re
from collections.abc import Iterator, Mapping

from app.dataset.marks import Light
from app.images.evidence import Evidence, Flag, FlagReading
from app.lint.context import CaptionText, EntryContext, Tone
from app.lint.rule import Hit, Severity
from app.lint.rules.mood import COMPARED
from app.lint.terms import Kind, Term

_SUN = (
    "sunny",
    "sunlight",
    "sunlit",
    "sunshine",
    "daylight",
    "day light",
    "daytime",
    "day time",
    "by day",
    "during the day",
    "midday",
    "noon",
    "日光",
    "日差し",
    "陽光",
    "太陽光",
    "晴天",
    "晴れ",
    "昼",
)
_BRIGHT_SUN = ("sunny", "bright", "sunshine", "晴天", "明るい")
_LOW_SUN = (
    "sunset",
    "sunrise",
    "golden hour",
    "dawn",
    "夕日",
    "夕焼け",
    "日没",
    "朝焼け",
    "日の出",
    "ゴールデンアワー",
)
_SHADOW = ("shadow", "影", "silhouette", "シルエット")
_HIGH_KEY = ("high-key", "high key", "ハイキー")
_GLARE = (
    "neon",
    "lamp",
    "spotlight",
    "city lights",
    "street",
    "headlight",
    "stage",
    "ネオン",
    "街灯",
)


def light_not_in_picture(context: EntryContext) -> Iterator[Hit]:
    """Words for a light or tone that the person's mark, or else a measurement, contradicts."""
    mark = context.marks.light
    if mark is None and not context.evidence.flags:
        return
    terms = context.reading.of_kind(Kind.LIGHTING)
    for term in terms:
        if mark is not None and marked_against(mark, term):
            yield Hit(
                "light-not-in-picture",
                term.start,
                term.end,
                case="marked",
                values={"match": term.text, "mark": mark.value},
                evidence={"mark": mark.value},
                severity=Severity.ERROR,
            )
        elif not agrees_with(mark, term):
            reading = measured_against(context.evidence, term, terms)
            if reading is not None:
                yield _measured(context, term.start, term.end, reading)
    for claim in context.reading.claims:
        flag = next(filter(None, map(context.evidence.flag, _AGAINST_TONE[claim.tone])), None)
        if flag is not None:
            yield _measured(context, claim.start, claim.end, flag)


_AGAINST_TONE = {
    Tone.MONOCHROME: (Flag.COLOUR,),
    Tone.VIVID: (Flag.BLACK_AND_WHITE, Flag.MUTED),
    Tone.MUTED: (Flag.VIVID,),
}


def _measured(context: EntryContext, start: int, end: int, reading: FlagReading) -> Hit:
    facts: dict[str, str | float] = {
        "flag": reading.flag.value,
        "value": round(reading.value, 1),
        "threshold": reading.threshold,
        "precision": reading.precision,
    }
    tone = context.evidence.tone
    case = _CASES[reading.flag]
    if case == "lightness":
        # The sentence names both numbers, so that it can be checked against the picture.
        if tone is not None:
            facts |= {
                "lightness": round(tone.lightness_mean),
                "dark_share": round(100 * tone.dark_share),
            }
        else:
            case = "flag"
    return Hit(
        "light-not-in-picture",
        start,
        end,
        case=case,
        values={"match": context.text[start:end], **facts},
        evidence=facts,
    )


_CASES = {
    Flag.DARK: "lightness",
    Flag.BRIGHT: "lightness",
    Flag.NOT_DARK: "lightness",
    Flag.COLOUR: "colour",
    Flag.BLACK_AND_WHITE: "black-and-white",
    Flag.MUTED: "muted",
    Flag.VIVID: "vivid",
}


def _has(term: Term, words: tuple[str, ...]) -> bool:
    text = term.text.lower().replace("_", " ")
    return any(word in text for word in words)


def _is_day(term: Term) -> bool:
    return term.family == "natural" and _has(term, _SUN)


def _is_low_sun(term: Term) -> bool:
    return term.family == "golden" and _has(term, _LOW_SUN)


def _is_dark(term: Term) -> bool:
    return term.family == "dark" and not _has(term, _SHADOW)


def _is_bright(term: Term) -> bool:
    return term.family == "bright" and not _has(term, _GLARE)


def marked_against(mark: Light, term: Term) -> bool:
    """The light that the person saw rules out what the term says."""
    family = term.family
    match mark:
        case Light.DAY:
            return family == "night"
        case Light.NIGHT:
            return _is_day(term) or _is_low_sun(term)
        case Light.GOLDEN:
            return family in ("night", "overcast")
        case Light.BRIGHT:
            return _is_dark(term) or family == "night"
        case Light.DARK:
            return _is_bright(term) or (_is_day(term) and _has(term, _BRIGHT_SUN))
        case Light.SOFT:
            return family == "hard"
        case Light.STUDIO:
            return _is_day(term) or _is_low_sun(term) or family == "overcast"
        case Light.OTHER:
            return False


_SUPPORTED: Mapping[Light, frozenset[str]] = {
    Light.DAY: frozenset({"natural", "bright"}),
    Light.NIGHT: frozenset({"night", "dark", "artificial"}),
    Light.GOLDEN: frozenset({"golden"}),
    Light.BRIGHT: frozenset({"bright", "natural"}),
    Light.DARK: frozenset({"dark", "night"}),
}


def agrees_with(mark: Light | None, term: Term) -> bool:
    """The person's mark says the same as the term, so that no measurement may object."""
    return mark is not None and term.family in _SUPPORTED.get(mark, frozenset())


def measured_against(
    evidence: Evidence, term: Term, others: tuple[Term, ...]
) -> FlagReading | None:
    """The flag that rules out what the term says; None where nothing was measured that does."""
    if evidence.flag(Flag.CUTOUT) is not None:
        # A white backdrop is bright whatever light fell on the subject.
        return None
    families = {other.family for other in others}
    if term.family == "night":
        return evidence.flag(Flag.NOT_DARK) or evidence.flag(Flag.BRIGHT)
    if _is_dark(term):
        return None if "bright" in families else evidence.flag(Flag.BRIGHT)
    if _is_bright(term) or _is_day(term):
        # None of 240 webcam photos of the day was dark; and "bright lights at night" says itself
        # that the picture is.
        return None if families & {"night", "dark"} else evidence.flag(Flag.DARK)
    return None


def contradicting_light(caption: CaptionText) -> Iterator[Hit]:
    """Two kinds of light of one caption that no picture can have at once."""
    lights = [term for term in caption.terms if term.kind is Kind.LIGHTING][:COMPARED]
    for place, second in enumerate(lights):
        if inside := _both_inside(second):
            (first_at, first_end), (at, end) = inside
            first, other = caption.text[first_at:first_end], caption.text[at:end]
            yield Hit(
                "contradicting-light",
                at,
                end,
                more_spans=((first_at, first_end),),
                values={"first": first, "second": other},
                key=f"{first} | {other}",
            )
            return
        for first in lights[:place]:
            if not (_excludes(first, second) or _excludes(second, first)):
                continue
            between = caption.text[first.end : second.start].lower()
            if any(word in between for word in _TWO_LIGHTS):
                continue
            yield Hit(
                "contradicting-light",
                second.start,
                second.end,
                more_spans=((first.start, first.end),),
                values={"first": first.text, "second": second.text},
                key=f"{first.text} | {second.text}",
            )
            return


def _both_inside(term: Term) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where one light is called soft and hard: `soft harsh lighting`."""
    if " " not in term.text and "-" not in term.text and "_" not in term.text:
        return None
    soft, hard = _SOFT.search(term.text), _HARD.search(term.text)
    if soft is None or hard is None:
        return None
    first, second = sorted((soft.span(), hard.span()))
    if _BOTH_MEANT.search(term.text, first[1], second[0]):
        return None
    return (
        (term.start + first[0], term.start + first[1]),
        (term.start + second[0], term.start + second[1]),
    )


_SOFT = re.compile(r"(?<![^\W_])(?:soft|softly|diffused?|gentle)(?![^\W_])", re.IGNORECASE)
_HARD = re.compile(r"(?<![^\W_])(?:hard|harsh|harshly)(?![^\W_])", re.IGNORECASE)
_BOTH_MEANT = re.compile(r"\b(?:and|or|but|to|yet)\b", re.IGNORECASE)
"""Soft and hard light may well fall from two sides, where somebody says so."""
_HIGH_SUN = ("noon", "midday", "正午", "真昼")
_TWO_LIGHTS = (" to ", "into", "contrast", "between", "against", " vs", "from ", "or ", "とは対照")


def _excludes(one: Term, other: Term) -> bool:
    if one.family == "night":
        # The moon itself is often seen by day.
        return _is_day(other) and not one.text.lower().endswith(("moon", "月"))
    if _is_low_sun(one) and other.family == "natural" and _has(other, _HIGH_SUN):
        return True
    if one.family == "hard" and other.family == "soft":
        return _names_light(one) and _names_light(other)
    return one.family == "bright" and _has(one, _HIGH_KEY) and _has(other, ("low-key", "low key"))


def _names_light(term: Term) -> bool:
    return _has(term, ("lighting", "light", "照明", "光"))
