"""The wordings of one kind as a tree: families, and below them the words that they are said in."""

from enum import IntEnum

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from app.lint.rule import Severity
from app.lint.terms import Kind
from app.lint.wording import SAYS_LITTLE, Family, KindWording, Phrase
from app.ui.commas import listed
from app.ui.models.family_names import family_name
from app.ui.models.two_levels import Index, TwoLevelModel
from app.ui.session import Session
from app.ui.text import tr, trn

MANY = 3
"""Words for one thing from which on a family carries the warning."""


class WordingRole(IntEnum):
    """What a line of the tree answers beyond its text."""

    FAMILY = Qt.ItemDataRole.UserRole + 1
    """Family, on a head; None on the last head, the entries that name nothing."""
    PHRASE = Qt.ItemDataRole.UserRole + 2
    """Phrase, on a line."""
    COUNT = Qt.ItemDataRole.UserRole + 3
    """int: entries."""
    TOTAL = Qt.ItemDataRole.UserRole + 4
    """int: entries of the dataset that were read."""
    NOTE = Qt.ItemDataRole.UserRole + 5
    """str: what stands at the right end."""
    SEVERITY = Qt.ItemDataRole.UserRole + 6
    """Severity of the note, or None."""
    SILENT = Qt.ItemDataRole.UserRole + 7
    """tuple of entries: in the line below the last head, those that name nothing; else None."""


class WordingModel(TwoLevelModel):
    """Two levels: heads are families, lines are phrases with a check box. Rebuilt as a whole."""

    chosen_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wording = KindWording(Kind.LIGHTING)
        self._chosen: dict[str, None] = {}

    @property
    def wording(self) -> KindWording:
        """What the tree shows."""
        return self._wording

    def show_wording(self, wording: KindWording) -> None:
        """Show another count; words of the same kind that are still there stay chosen."""
        known = {phrase.key for family in wording.families for phrase in family.phrases}
        if wording.kind is not self._wording.kind:
            known.clear()
        self.beginResetModel()
        self._wording = wording
        self._chosen = {key: None for key in self._chosen if key in known}
        self.endResetModel()
        self.chosen_changed.emit()

    @property
    def chosen(self) -> tuple[tuple[Family, Phrase], ...]:
        """The ticked phrases with their families, in the tree's order."""
        return tuple(
            (family, phrase)
            for family in self._wording.families
            for phrase in family.phrases
            if phrase.key in self._chosen
        )

    def index_of(self, key: str) -> QModelIndex:
        """The line of a phrase; invalid where there is none."""
        for row, family in enumerate(self._wording.families):
            for line, phrase in enumerate(family.phrases):
                if phrase.key == key:
                    return self.createIndex(line, 0, row + 1)
        return QModelIndex()

    def choose_none(self) -> None:
        """Take every tick away."""
        self._chosen.clear()
        self._ticks_changed()

    # QAbstractItemModel --------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """Families and the head for the silent entries, or the phrases of one family; below the
        last head is one line for all silent entries.
        """
        families = self._wording.families
        if parent is None or not parent.isValid():
            return len(families) + bool(self._wording.silent and self._wording.total)
        if parent.internalId() != 0:
            return 0
        return 1 if parent.row() >= len(families) else len(families[parent.row()].phrases)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Phrases can be ticked, and so can a family for all of its phrases."""
        flags = super().flags(index)
        if index.isValid() and self._keys(index):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text and the roles of WordingRole."""
        if not index.isValid():
            return None
        if role == WordingRole.TOTAL:
            return self._wording.total
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._tick(index)
        if index.internalId() > len(self._wording.families):
            return self._silent_line(role)
        if index.internalId() != 0:
            family = self._wording.families[int(index.internalId()) - 1]
            return self._line(family.phrases[index.row()], role)
        if index.row() < len(self._wording.families):
            return self._head(self._wording.families[index.row()], role)
        return self._silent(role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a phrase, or all phrases of a family."""
        keys = self._keys(index)
        if role != Qt.ItemDataRole.CheckStateRole or not keys:
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:  # pyright: ignore[reportArgumentType]
            self._chosen.update(dict.fromkeys(keys))
        else:
            for key in keys:
                self._chosen.pop(key, None)
        self._ticks_changed()
        return True

    def _keys(self, index: Index) -> tuple[str, ...]:
        families = self._wording.families
        if index.internalId() > len(families):
            return ()
        if index.internalId() != 0:
            return (families[int(index.internalId()) - 1].phrases[index.row()].key,)
        if index.row() < len(families):
            return tuple(phrase.key for phrase in families[index.row()].phrases)
        return ()

    def _tick(self, index: Index) -> Qt.CheckState | None:
        keys = self._keys(index)
        if not keys:
            return None
        ticked = sum(key in self._chosen for key in keys)
        if not ticked:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if ticked == len(keys) else Qt.CheckState.PartiallyChecked

    def _ticks_changed(self) -> None:
        roles = [Qt.ItemDataRole.CheckStateRole]
        for row, family in enumerate(self._wording.families):
            head = self.createIndex(row, 0, 0)
            last = len(family.phrases) - 1
            self.dataChanged.emit(head, head, roles)
            first = self.createIndex(0, 0, row + 1)
            self.dataChanged.emit(first, self.createIndex(last, 0, row + 1), roles)
        self.chosen_changed.emit()

    def _head(self, family: Family, role: int) -> object:
        count, total = len(family.entries), self._wording.total
        if role == Qt.ItemDataRole.DisplayRole:
            return family_name(family.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            share = tr("{count} of {total}", count=count, total=total)
            return f"{family_name(family.name)}, {share}, {self._family_note(family)}"
        if role == WordingRole.FAMILY:
            return family
        if role == WordingRole.COUNT:
            return count
        if role == WordingRole.NOTE:
            return self._family_note(family)
        if role == WordingRole.SEVERITY:
            if len(family.phrases) >= MANY:
                return Severity.WARNING
            return Severity.HINT if self._says_little(family) else None
        return None

    def _says_little(self, family: Family) -> bool:
        return self._wording.kind is Kind.LIGHTING and family.name in SAYS_LITTLE

    def _family_note(self, family: Family) -> str:
        if self._says_little(family) and len(family.phrases) < MANY:
            return tr("says little about the light")
        return trn("%n wordings", len(family.phrases))

    def _line(self, phrase: Phrase, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return phrase.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            uses = trn("%n entries", len(phrase.entries))
            note = contradiction_note(self._session, phrase)
            return listed(part for part in (phrase.text, uses, note) if part)
        if role == WordingRole.PHRASE:
            return phrase
        if role == WordingRole.COUNT:
            return len(phrase.entries)
        if role == WordingRole.NOTE:
            return contradiction_note(self._session, phrase)
        if role == WordingRole.SEVERITY:
            return phrase.contradicted[0].severity if phrase.contradicted else None
        return None

    def _silent(self, role: int) -> object:
        silent = self._wording.silent
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return silent_name(self._wording.kind)
        if role == WordingRole.COUNT:
            return len(silent)
        if role == WordingRole.NOTE:
            names = listed(self._session.entry(one).image.stem for one in silent[:5])
            return f"{names} …" if len(silent) > 5 else names
        return None

    def _silent_line(self, role: int) -> object:
        silent = self._wording.silent
        if role == WordingRole.SILENT:
            return silent
        if role == Qt.ItemDataRole.DisplayRole:
            return tr("nothing named")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return listed((tr("nothing named"), trn("%n entries", len(silent))))
        return len(silent) if role == WordingRole.COUNT else None


def contradiction_note(session: Session, phrase: Phrase) -> str:
    """Which pictures show something else, in a few words; "" where none was found to."""
    entries = [finding.entry for finding in phrase.contradicted if finding.entry is not None]
    if len(entries) != 1:
        return trn("%n pictures show otherwise", len(entries)) if entries else ""
    return tr("{name} shows otherwise", name=session.entry(entries[0]).image.stem)


def kind_name(kind: Kind) -> str:
    """A kind in the language of the interface."""
    return {
        Kind.LIGHTING: tr("Lighting"),
        Kind.MOOD: tr("Mood"),
        Kind.CAMERA: tr("Camera"),
        Kind.MEDIUM: tr("Medium"),
        Kind.MODIFIER: tr("Modifiers"),
    }[kind]


def silent_name(kind: Kind) -> str:
    """What the entries are called that name nothing of a kind."""
    return {
        Kind.LIGHTING: tr("(no lighting words)"),
        Kind.MOOD: tr("(no mood words)"),
        Kind.CAMERA: tr("(no camera words)"),
        Kind.MEDIUM: tr("(no medium words)"),
        Kind.MODIFIER: tr("(no modifiers)"),
    }[kind]
