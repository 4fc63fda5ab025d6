"""The entries of the open dataset as rows of a list: exactly the roles of roles.py."""

import time
from collections.abc import Callable, Collection, Iterable, Mapping

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    QVariantAnimation,
)
from PySide6.QtGui import QPixmap

from app.dataset.entry import CaptionState, Entry
from app.dataset.marks import Decision, Verdict
from app.review.verdicts import standing
from app.ui.aspects import Aspect, Changed
from app.ui.commas import listed
from app.ui.finding_text import finding_message
from app.ui.models.roles import (
    ChipAction,
    ChipData,
    Meter,
    Notice,
    Role,
    RowData,
    SaveState,
    VerdictState,
    title_of,
)
from app.ui.models.row_words import RowWords
from app.ui.motion import FADE_MS, motion_wanted
from app.ui.saving import WriteState
from app.ui.session import Session
from app.ui.text import say, tr
from app.ui.text_marks import UnderlinedSpan
from app.ui.token_meters import Count

Index = QModelIndex | QPersistentModelIndex

ASPECT_ROLES: Mapping[Aspect, tuple[int, ...]] = {
    Aspect.TEXT: (
        Role.CAPTION,
        Role.PLACEHOLDER,
        Role.METERS,
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.AccessibleTextRole,
    ),
    Aspect.SAVE_STATE: (Role.SAVE_STATE, Role.NOTICES, Role.READ_ONLY),
    Aspect.FINDINGS: (Role.TERMS, Role.CHIPS),
    Aspect.EVIDENCE: (Role.SIZE_TEXT, Role.NOTICES, Role.TROUBLE),
    Aspect.THUMBNAIL: (Role.THUMBNAIL,),
    Aspect.NOTES: (Role.VERDICTS,),
    Aspect.FILE: (Role.NAME, Role.CONCEPT, Role.NOTICES),
}
"""What a change of an aspect means to the views: one row for each aspect."""

MANY_ROWS = 30
"""Rows that change together are announced as one stretch from so many on."""
AT_ONCE = 3
"""Entries whose findings changed: so many are announced at once, more of them together."""
GATHER_MS = 80
"""How long they are gathered: while a dataset is read, every slice would paint the page again."""
GATHERED = frozenset((Aspect.FINDINGS, Aspect.EVIDENCE))
JUST_SAVED_SECONDS = 2.0
_WRITE_STATES: Mapping[WriteState, SaveState] = {
    WriteState.SAVED: SaveState.SAVED,
    WriteState.EDITED: SaveState.EDITED,
    WriteState.SAVING: SaveState.SAVING,
    WriteState.NOT_SAVED: SaveState.FAILED,
    WriteState.CONFLICT: SaveState.CONFLICT,
}


class EntryModel(QAbstractListModel):
    """One row for each visible entry; which are visible, in which order, is told from outside."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words = RowWords(session)
        self._visible: list[int] = []
        self._rows: dict[int, int] = {}
        self._saved_at: dict[int, float] = {}
        self._thumbnail_side = 104
        self._pixel_ratio = 1.0
        self._rest = QTimer(self, singleShot=True, interval=round(JUST_SAVED_SECONDS * 1000) + 50)
        self._rest.timeout.connect(self._let_fade)
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.setDuration(FADE_MS)
        self._fade.valueChanged.connect(lambda: self._announce(self._saved_at, [Role.FADE]))
        self._fade.finished.connect(self._forget_saved)
        self._gathered: dict[Aspect, set[int]] = {}
        self._gather = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._gather.timeout.connect(self._announce_gathered)
        self._getters: dict[int, Callable[[Entry], object]] = {
            Role.ENTRY: lambda entry: entry.id,
            Role.NAME: self._name,
            Role.CONCEPT: self._concept,
            Role.SIZE_TEXT: self._size_text,
            Role.CAPTION: lambda entry: entry.text,
            Role.PLACEHOLDER: self._placeholder,
            Role.TERMS: self._terms,
            Role.CHIPS: self._chips,
            Role.SAVE_STATE: self._save_state,
            Role.FADE: lambda _: self._faded,
            Role.NOTICES: self._notices,
            Role.VERDICTS: self._verdicts,
            Role.METERS: self._meters,
            Role.THUMBNAIL: self._thumbnail,
            Role.TROUBLE: self._trouble,
            Role.READ_ONLY: self._read_only,
            Role.ROW: self._row,
            Qt.ItemDataRole.EditRole: lambda entry: entry.text or "",
            Qt.ItemDataRole.DisplayRole: lambda entry: entry.name,
            Qt.ItemDataRole.AccessibleTextRole: self._accessible,
        }
        session.changed.connect(self._changed)
        session.tokens.changed.connect(lambda: self._announce_all((Role.METERS,)))
        session.choices_changed.connect(lambda: self._announce_all((Role.METERS,)))
        session.closed.connect(lambda: self.show([]))

    # Which rows there are ------------------------------------------------------------------

    def show(self, entries: list[int]) -> None:
        """Make these entries the rows, in this order; does nothing where they are already."""
        if entries == self._visible:
            return
        self.beginResetModel()
        self._visible = entries
        self._rows = {entry: row for row, entry in enumerate(entries)}
        self.endResetModel()

    @property
    def visible(self) -> list[int]:
        """The entries that are rows now, from the top."""
        return self._visible

    def index_of(self, entry: int) -> QModelIndex:
        """Where an entry is, or an invalid index where it is filtered away."""
        row = self._rows.get(entry)
        return QModelIndex() if row is None else self.index(row)

    def set_thumbnails(self, side: int, pixel_ratio: float) -> None:
        """How large a thumbnail is: logical pixels and device pixels for each."""
        if (side, pixel_ratio) != (self._thumbnail_side, self._pixel_ratio):
            self._thumbnail_side, self._pixel_ratio = side, pixel_ratio
            self._announce_all((Role.THUMBNAIL,))

    def retranslate(self) -> None:
        """Say everything in another language."""
        self._announce_all(())

    # QAbstractListModel --------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """One row for each visible entry, none below them."""
        return 0 if parent is not None and parent.isValid() else len(self._visible)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A role of roles.py, or the texts that Qt itself asks for."""
        getter = self._getters.get(role)
        if getter is None or not index.isValid() or self._session.dataset is None:
            return None
        return getter(self._session.dataset.entries[self._visible[index.row()]])

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Edit the caption; everything goes through the session."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not isinstance(value, str):
            return False
        entry = self._session.entry(self._visible[index.row()])
        if not entry.editable or self._read_only(entry):
            return False
        self._session.edit(entry.id, value)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows are selectable, and editable where the caption may be changed."""
        flags = super().flags(index)
        if index.isValid() and self._session.dataset is not None:
            entry = self._session.entry(self._visible[index.row()])
            if entry.editable and not self._read_only(entry):
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    # Roles, one after the other ------------------------------------------------------------

    def _row(self, entry: Entry) -> RowData:
        return RowData(
            entry=entry.id,
            title=title_of(self._concept(entry), self._name(entry)),
            size=self._size_text(entry),
            caption=entry.text,
            placeholder=self._placeholder(entry),
            terms=self._terms(entry),
            chips=self._chips(entry),
            save_state=self._save_state(entry),
            notices=self._notices(entry),
            verdicts=self._verdicts(entry),
            meters=self._meters(entry),
            thumbnail=self._thumbnail(entry),
            trouble=self._trouble(entry),
            fade=self._faded,
        )

    def _name(self, entry: Entry) -> str:
        names = [self._session.entry(one).image.suffix for one in entry.shares_with]
        return listed([entry.name, *names])

    def _concept(self, entry: Entry) -> str:
        dataset = self._session.dataset
        return entry.concept if dataset is not None and len(dataset.concepts) > 1 else ""

    def _size_text(self, entry: Entry) -> str:
        evidence = self._session.dataset.evidence_of(entry.id) if self._session.dataset else None
        if evidence is None or evidence.width is None or evidence.height is None:
            return ""
        return f"{evidence.width} × {evidence.height}"

    def _placeholder(self, entry: Entry) -> str:
        if entry.caption.state is CaptionState.NOT_UTF8:
            return tr("not UTF-8, shown nowhere until it is converted")
        if entry.caption.state is CaptionState.TOO_LARGE:
            return tr("too large to be a caption")
        if entry.caption.state is CaptionState.UNREADABLE:
            return tr("cannot be read")
        return tr("no caption") if entry.caption.state is CaptionState.MISSING else tr("empty")

    def _terms(self, entry: Entry) -> tuple[UnderlinedSpan, ...]:
        return self._words.said_of(entry).underlines

    def _chips(self, entry: Entry) -> tuple[ChipData, ...]:
        # What can be done stands beside the worst finding: behind them all it may have no room.
        said = self._words.said_of(entry).chips
        return (*said[:1], *self._act_chips(entry), *said[1:])

    def _act_chips(self, entry: Entry) -> tuple[ChipData, ...]:
        if self._session.saving.theirs(entry.id) is not None:
            return (ChipData(None, tr("Compare…"), action=ChipAction.COMPARE),)
        if self._session.saving.is_protected(entry.id):
            return (ChipData(None, tr("Save all the same"), action=ChipAction.SAVE_ANYWAY),)
        if entry.shares_with:
            partner = self._session.entry(entry.shares_with[0]).name
            return (ChipData(None, partner, action=ChipAction.SHOW_PARTNER),)
        return ()

    def _save_state(self, entry: Entry) -> SaveState:
        state = _WRITE_STATES[self._session.saving.state(entry)]
        if state is SaveState.SAVED and entry.id in self._saved_at:
            return SaveState.JUST_SAVED
        return state

    def _notices(self, entry: Entry) -> tuple[Notice, ...]:
        notices: list[Notice] = []
        dataset = self._session.dataset
        if dataset is not None and dataset.evidence_of(entry.id).failure is not None:
            notices.append(Notice.UNREADABLE_IMAGE)
        if not entry.editable:
            notices.append(Notice.UNREADABLE_CAPTION)
        if entry.shares_with:
            notices.append(Notice.SHARED_CAPTION)
        if self._session.saving.read_only is not None:
            notices.append(Notice.READ_ONLY)
        return tuple(notices)

    def _verdicts(self, entry: Entry) -> tuple[VerdictState, VerdictState]:
        dataset = self._session.dataset
        if dataset is None:
            return VerdictState.NONE, VerdictState.NONE
        notes = dataset.notes_of(entry.id)
        digest = dataset.evidence_of(entry.id).digest
        first, second = (
            _verdict_state(verdict, standing(verdict, entry.text, digest))
            for verdict in (notes.first, notes.second)
        )
        return first, second

    def _meters(self, entry: Entry) -> tuple[Meter, ...]:
        dataset = self._session.dataset
        if dataset is None or not entry.text:
            return ()
        return meters_of(self._session.tokens.counts(entry.text, dataset.choices.preset))

    def _thumbnail(self, entry: Entry) -> QPixmap | None:
        return self._session.pictures.thumbnail(entry.id, self._thumbnail_side, self._pixel_ratio)

    def _trouble(self, entry: Entry) -> str:
        dataset = self._session.dataset
        failed = dataset is not None and dataset.evidence_of(entry.id).failure is not None
        return tr("cannot be read") if failed else ""

    def _read_only(self, entry: Entry) -> str:
        if self._session.saving.read_only is not None:
            return say(self._session.saving.read_only)
        if not entry.editable and entry.caption.reason is not None:
            return say(entry.caption.reason)
        return ""

    def _accessible(self, entry: Entry) -> str:
        open_findings = [f for f in self._words.findings(entry) if not f.dismissed]
        parts = [self._session.name(entry.id), entry.text or self._placeholder(entry)]
        parts += [finding_message(self._session, finding) for finding in open_findings]
        return "; ".join(parts)

    # Announcing ----------------------------------------------------------------------------

    def _changed(self, change: Changed) -> None:
        if Aspect.SAVE_STATE in change.aspects:
            self._watch_saves(change.entries)
        if len(change.entries) > AT_ONCE and change.aspects <= GATHERED:
            for aspect in change.aspects:
                self._gathered.setdefault(aspect, set()).update(change.entries)
            if not self._gather.isActive():
                self._gather.start()
            return
        roles = [role for aspect in change.aspects for role in ASPECT_ROLES[aspect]]
        self._announce(change.entries, roles)

    def _announce_gathered(self) -> None:
        gathered, self._gathered = self._gathered, {}
        for aspect, entries in gathered.items():
            self._announce(entries, list(ASPECT_ROLES[aspect]))

    def _announce(self, entries: Iterable[int], roles: list[int]) -> None:
        rows = sorted(self._rows[entry] for entry in entries if entry in self._rows)
        # A view repaints no more than it shows: of many stretches one is made.
        stretches = runs(rows) if len(rows) <= MANY_ROWS else [(rows[0], rows[-1])]
        for first, last in stretches:
            self.dataChanged.emit(self.index(first), self.index(last), roles)

    def _announce_all(self, roles: tuple[int, ...]) -> None:
        if self._visible:
            last = self.index(len(self._visible) - 1)
            self.dataChanged.emit(self.index(0), last, list(roles))

    def _watch_saves(self, entries: Collection[int]) -> None:
        now = time.monotonic()
        many = len(entries) > MANY_ROWS
        if many and not self._saved_at:
            return  # of one that was typed it is worth a word that it is saved, not of thousands
        for number in entries:
            state = self._session.saving.state(self._session.entry(number))
            if state is WriteState.SAVING and not many:
                self._saved_at[number] = now
            elif state is WriteState.SAVED and number in self._saved_at:
                self._saved_at[number] = now
                self._fade.stop()
                self._rest.start()
            else:
                self._saved_at.pop(number, None)

    @property
    def _faded(self) -> float:
        """How far what was just saved has vanished, 0 to 1."""
        running = self._fade.state() is QVariantAnimation.State.Running
        return float(self._fade.currentValue()) if running else 0.0

    def _let_fade(self) -> None:
        if motion_wanted():
            self._fade.start()
        else:
            self._forget_saved()

    def _forget_saved(self) -> None:
        entries = list(self._saved_at)
        self._saved_at.clear()
        self._announce(entries, [Role.SAVE_STATE])


def meters_of(counts: Iterable[Count]) -> tuple[Meter, ...]:
    """Counts as the meters of a row."""
    return tuple(Meter(c.label, c.tokens, c.window, c.exact, c.end) for c in counts)


def runs(rows: list[int]) -> list[tuple[int, int]]:
    """Sorted rows as unbroken stretches: (0, 1, 2, 7) gives (0, 2), (7, 7)."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


def _verdict_state(verdict: Verdict | None, stands: bool) -> VerdictState:
    if verdict is None:
        return VerdictState.NONE
    if not stands:
        return VerdictState.DROPPED_BACK
    if verdict.decision is Decision.APPROVED:
        return VerdictState.APPROVED
    return VerdictState.FLAGGED
