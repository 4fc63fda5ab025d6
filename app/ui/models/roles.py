"""What a row of the sheet answers: the roles, and the frozen values that they carry.

Positions in every value count Unicode code points of the caption, as everywhere outside Qt. On its
way through Qt a tuple becomes a list and a StrEnum a str: who needs the values asks the model.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from app.lint.rule import Severity
from app.ui.text_marks import UnderlinedSpan


class Role(IntEnum):
    """The roles of an entry beyond Qt's own; `Qt.ItemDataRole.EditRole` is the caption as str.

    The caption may be edited in the row where the index has `Qt.ItemFlag.ItemIsEditable`.
    """

    ENTRY = Qt.ItemDataRole.UserRole + 1
    """int: the entry's id."""
    NAME = Qt.ItemDataRole.UserRole + 2
    """str: the image's file name (with ", .png" behind it where two share a caption)."""
    CONCEPT = Qt.ItemDataRole.UserRole + 3
    """str: the concept's name, or "" where naming it would say nothing."""
    SIZE_TEXT = Qt.ItemDataRole.UserRole + 4
    """str: "1024 × 1024", or "" while it is not known."""
    CAPTION = Qt.ItemDataRole.UserRole + 5
    """str | None: the caption on screen; None where there is none or it cannot be shown."""
    PLACEHOLDER = Qt.ItemDataRole.UserRole + 6
    """str: what stands in place of an empty caption ("no caption", "not UTF-8")."""
    TERMS = Qt.ItemDataRole.UserRole + 7
    """tuple[UnderlinedSpan, ...]: what is underlined in the caption."""
    CHIPS = Qt.ItemDataRole.UserRole + 8
    """tuple[ChipData, ...]: the findings, worst first."""
    SAVE_STATE = Qt.ItemDataRole.UserRole + 9
    """SaveState."""
    NOTICES = Qt.ItemDataRole.UserRole + 10
    """tuple[Notice, ...]: what is odd about the files, most serious first."""
    VERDICTS = Qt.ItemDataRole.UserRole + 11
    """tuple[VerdictState, VerdictState]: pass 1 and pass 2."""
    METERS = Qt.ItemDataRole.UserRole + 12
    """tuple[Meter, ...]: token counts, the one with the smallest window first."""
    THUMBNAIL = Qt.ItemDataRole.UserRole + 13
    """QPixmap | None: the picture, upright, of any size and pixel ratio."""
    TROUBLE = Qt.ItemDataRole.UserRole + 14
    """str: why there is no picture, in two or three words ("cannot be read"); "" otherwise."""
    READ_ONLY = Qt.ItemDataRole.UserRole + 15
    """str: why the caption may not be edited, with the way out; "" where it may."""
    FADE = Qt.ItemDataRole.UserRole + 16
    """float: how far the sign of a save has vanished, 0 to 1."""
    ROW = Qt.ItemDataRole.UserRole + 17
    """RowData: all of these at once, for painting; to be asked of the model itself."""


class SaveState(StrEnum):
    """Where the caption on screen stands against the one on disk."""

    SAVED = "saved"
    JUST_SAVED = "just_saved"
    """Within two seconds of a save: the only time that a saved row says so."""
    EDITED = "edited"
    SAVING = "saving"
    FAILED = "failed"
    CONFLICT = "conflict"
    """The file was changed by somebody else; it is never overwritten."""


class Notice(StrEnum):
    """Something odd about an entry's files that the name line says."""

    UNREADABLE_IMAGE = "unreadable_image"
    UNREADABLE_CAPTION = "unreadable_caption"
    SHARED_CAPTION = "shared_caption"
    READ_ONLY = "read_only"


class VerdictState(StrEnum):
    """What a pass says of an entry now."""

    NONE = "none"
    APPROVED = "approved"
    FLAGGED = "flagged"
    DROPPED_BACK = "dropped_back"
    """It had a verdict, and the caption or the image changed since."""


class ChipAction(StrEnum):
    """What a chip does instead of showing a finding."""

    COMPARE = "compare"
    """Put the caption on disk beside the one on screen; painted as a button."""
    SAVE_ANYWAY = "save_anyway"
    """Write a caption file that is write-protected; painted as a button."""
    SHOW_IN_FOLDER = "show_in_folder"
    SHOW_PARTNER = "show_partner"
    """Go to the entry that shares the caption."""


@dataclass(frozen=True, slots=True)
class ChipData:
    """A finding in at most six words, or something to do about the entry."""

    severity: Severity | None
    """None: no finding, see `action`."""
    text: str
    spans: tuple[UnderlinedSpan, ...] = ()
    """Underlines inside `text`, which quotes the matched words."""
    number: int = 0
    """The finding's place among the findings of its entry, given back when the chip is clicked."""
    reason: str = ""
    """The card's reason, for the tool tip; plain text."""
    fix: str = ""
    """What the finding's first fix does ("remove them"); "" where it has none."""
    action: ChipAction | None = None


@dataclass(frozen=True, slots=True)
class Meter:
    """How much of a text encoder's window the caption fills."""

    label: str
    count: int
    window: int
    exact: bool = True
    """False: estimated, and shown with a "≈"."""
    end: int | None = None
    """The code point of the caption from which on nothing is read."""


@dataclass(frozen=True, slots=True)
class RowData:
    """What a row shows."""

    entry: int
    title: str
    """The name, behind its concept where that says something."""
    size: str
    caption: str | None
    placeholder: str
    terms: tuple[UnderlinedSpan, ...]
    chips: tuple[ChipData, ...]
    save_state: SaveState
    notices: tuple[Notice, ...]
    verdicts: tuple[VerdictState, VerdictState]
    meters: tuple[Meter, ...]
    thumbnail: QPixmap | None
    trouble: str
    fade: float = 0.0
    """Of the sign that it was just saved: 1 is gone."""


def title_of(concept: str, name: str) -> str:
    """An entry's title in a row."""
    return f"{concept} / {name}" if concept else name
