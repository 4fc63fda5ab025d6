"""What a row shows, read from any model that answers the roles."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap

from app.ui.models.roles import ChipData, Meter, Notice, Role, SaveState, VerdictState
from app.ui.text import tr
from app.ui.text_marks import UnderlinedSpan


@dataclass(frozen=True, slots=True)
class RowData:
    """The answers of one row, as the types that the model put in."""

    entry: int
    title: str
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


def read_row(index: QModelIndex | QPersistentModelIndex) -> RowData:
    """All that a row shows; what the model does not answer is empty."""
    concept, name = index.data(Role.CONCEPT) or "", index.data(Role.NAME) or ""
    first, second = index.data(Role.VERDICTS) or (VerdictState.NONE, VerdictState.NONE)
    return RowData(
        entry=index.data(Role.ENTRY),
        title=f"{concept} / {name}" if concept else name,
        size=index.data(Role.SIZE_TEXT) or "",
        caption=index.data(Role.CAPTION),
        placeholder=index.data(Role.PLACEHOLDER) or tr("no caption"),
        terms=read_terms(index),
        chips=read_chips(index),
        save_state=SaveState(index.data(Role.SAVE_STATE) or SaveState.SAVED),
        notices=tuple(Notice(notice) for notice in index.data(Role.NOTICES) or ()),
        verdicts=(VerdictState(first), VerdictState(second)),
        meters=tuple(index.data(Role.METERS) or ()),
        thumbnail=index.data(Role.THUMBNAIL),
        trouble=index.data(Role.TROUBLE) or "",
        fade=index.data(Role.FADE) or 0.0,
    )


def read_terms(index: QModelIndex | QPersistentModelIndex) -> tuple[UnderlinedSpan, ...]:
    """The underlines alone, for the editor."""
    return tuple(index.data(Role.TERMS) or ())


def read_chips(index: QModelIndex | QPersistentModelIndex) -> tuple[ChipData, ...]:
    """The chips alone, for the editor's foot and for the pointer."""
    return tuple(index.data(Role.CHIPS) or ())


def is_editable(index: QModelIndex | QPersistentModelIndex) -> bool:
    """Whether the caption may be edited in the row."""
    return bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
