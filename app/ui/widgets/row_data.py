"""What a row shows, read from any model that answers the roles."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

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
    ask = _answers(index)
    concept, name = ask(Role.CONCEPT) or "", ask(Role.NAME) or ""
    first, second = ask(Role.VERDICTS) or (VerdictState.NONE, VerdictState.NONE)
    return RowData(
        entry=ask(Role.ENTRY),
        title=f"{concept} / {name}" if concept else name,
        size=ask(Role.SIZE_TEXT) or "",
        caption=ask(Role.CAPTION),
        placeholder=ask(Role.PLACEHOLDER) or tr("no caption"),
        terms=tuple(ask(Role.TERMS) or ()),
        chips=tuple(ask(Role.CHIPS) or ()),
        save_state=SaveState(ask(Role.SAVE_STATE) or SaveState.SAVED),
        notices=tuple(Notice(notice) for notice in ask(Role.NOTICES) or ()),
        verdicts=(VerdictState(first), VerdictState(second)),
        meters=tuple(ask(Role.METERS) or ()),
        thumbnail=ask(Role.THUMBNAIL),
        trouble=ask(Role.TROUBLE) or "",
        fade=ask(Role.FADE) or 0.0,
    )


def _answers(index: QModelIndex | QPersistentModelIndex) -> Callable[[int], Any]:
    """The row's model, asked without the way through Qt, which costs more than most answers."""
    if not index.isValid():
        return lambda _: None
    return partial(index.model().data, index)


def read_chips(index: QModelIndex | QPersistentModelIndex) -> tuple[ChipData, ...]:
    """The chips alone, for the editor's foot and for the pointer."""
    return tuple(index.data(Role.CHIPS) or ())


def is_editable(index: QModelIndex | QPersistentModelIndex) -> bool:
    """Whether the caption may be edited in the row."""
    return bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
