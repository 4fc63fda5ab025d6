"""The rules that are functions: one explicit tuple for each moment at which rules are asked."""

import re
from collections.abc import Callable, Iterable

from app.captions.words import Words
from app.lint.context import CaptionText, EntryContext
from app.lint.rule import Hit
from app.lint.rules.absorbed import Absorbed
from app.lint.rules.camera_words import CameraWords
from app.lint.rules.caption_file import caption_file
from app.lint.rules.class_tokens import ClassTokens
from app.lint.rules.contradicting_moods import contradicting_moods
from app.lint.rules.copies import Copies
from app.lint.rules.duplicates import Duplicates
from app.lint.rules.enlarged import Enlarged
from app.lint.rules.framing import Media, distance_not_in_picture, medium_not_in_picture
from app.lint.rules.length import caption_too_long
from app.lint.rules.light import contradicting_light, light_not_in_picture
from app.lint.rules.light_words import LightWords
from app.lint.rules.modifiers import Modifiers
from app.lint.rules.mood import mood_not_in_picture
from app.lint.rules.near_copies import NearCopies
from app.lint.rules.outliers import Outliers
from app.lint.rules.persons import Persons
from app.lint.rules.phrasing import instruction
from app.lint.rules.picture_file import picture_file
from app.lint.rules.picture_quality import picture_quality
from app.lint.rules.prompt_syntax import prompt_syntax, unfilled_placeholder
from app.lint.rules.purpose import PurposeWords
from app.lint.rules.sizes import Sizes
from app.lint.rules.slips import (
    curly_quotes,
    empty_tag,
    invisible_character,
    mixed_style_caption,
    odd_spacing,
    repeated_tag,
    repeated_word,
    wide_punctuation,
)
from app.lint.rules.spelling import Spellings
from app.lint.rules.styles import Styles
from app.lint.rules.trigger import trigger_word
from app.lint.rules.wording import Wordings
from app.lint.watch import Watch

TEXT_CHECKS: tuple[Callable[[CaptionText], Iterable[Hit]], ...] = (
    contradicting_moods,
    contradicting_light,
    instruction,
    unfilled_placeholder,
    empty_tag,
    repeated_tag,
    repeated_word,
    odd_spacing,
    mixed_style_caption,
)
"""Asked when a caption is cut, in a worker or at a keystroke: they see words and nothing else."""

SIGN_CHECKS: tuple[Callable[[CaptionText], Iterable[Hit]], ...] = (
    prompt_syntax,
    invisible_character,
    wide_punctuation,
    curly_quotes,
)
"""The same for those that find nothing where `is_ordinary` says so."""

_ORDINARY = re.compile(r"[a-zA-Z0-9 ,.;!?'\"/&%#*+-]*")


def is_ordinary(words: Words) -> bool:
    """Letters and the signs of plain English, and no notation made of those."""
    text = words.text
    return (
        (words.prose or bool(_ORDINARY.fullmatch(text)))
        and "--" not in text
        and "BREAK" not in text
        and "AND" not in text
    )


ENTRY_CHECKS: tuple[Callable[[EntryContext], Iterable[Hit]], ...] = (
    caption_file,
    picture_file,
    picture_quality,
    mood_not_in_picture,
    light_not_in_picture,
    medium_not_in_picture,
    distance_not_in_picture,
    trigger_word,
    caption_too_long,
)
"""Asked when anything about an entry changed: they see its reading, evidence, marks, choices."""

WATCHES: tuple[type[Watch], ...] = (
    Modifiers,
    Copies,
    NearCopies,
    Styles,
    LightWords,
    Media,
    CameraWords,
    Absorbed,
    Wordings,
    Spellings,
    ClassTokens,
    PurposeWords,
    Sizes,
    Enlarged,
    Duplicates,
    Outliers,
    Persons,
)
"""Asked about an entry or the dataset when somebody wants to know; each keeps its own counts."""

NEED_PICTURE = frozenset(
    {
        "blurred-picture",
        "broken-picture",
        "colour-outlier",
        "crop-loss",
        "distance-outlier",
        "expression-outlier",
        "light-not-in-picture",
        "light-outlier",
        "mixed-distance-words",
        "mixed-lighting-words",
        "mood-not-in-picture",
        "near-duplicate-picture",
        "odd-ratio",
        "odd-size",
        "orientation-ignored",
        "too-small",
        "transparent-picture",
        "varied-distance",
    }
)
"""Rules that stay silent while a picture has not been measured, so silence proves nothing."""

SILENT_WHERE_KEPT = frozenset(
    {
        "blurred-picture",
        "colour-outlier",
        "distance-outlier",
        "expression-outlier",
        "light-outlier",
        "near-duplicate-picture",
    }
)
"""Rules that doubt whether a picture belongs into the set: the person's "keep" answers them."""
