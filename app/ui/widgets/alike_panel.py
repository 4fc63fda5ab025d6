"""Pictures that are nearly the same, side by side: one is kept, the others leave undoably."""

from functools import partial

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.dataset.marks import Stay
from app.images.fingerprint import is_mirrored
from app.review.alike import AlikeGroup, alike_groups
from app.ui.aspects import Aspect, Changed
from app.ui.background import Lane
from app.ui.commas import listed
from app.ui.scheme import current_scheme, scaled
from app.ui.session import Session
from app.ui.text import tr, trn
from app.ui.widgets.keyed_button import Build, KeyedButton
from app.ui.widgets.labels import Label, Type
from app.ui.widgets.small_pictures import SmallPictures

SEARCH_MS = 600
SHOWN = 12
"""Groups shown at once; the next follow when these are settled."""
MEMBERS = 6
SIDE = 120


class AlikePanel(QWidget):
    """Hidden while no two pictures are alike. The search runs in a thread."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asked = 0
        self.groups: tuple[AlikeGroup, ...] = ()
        self._shown_kept: tuple[bool, ...] = ()
        self._title = Label(Type.HEADING, parent=self)
        self._pictures = SmallPictures(session, self)
        self._pictures.arrived.connect(self._repaint)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(scaled(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(scaled(12))
        column.addWidget(self._title)
        column.addLayout(self._rows)
        self._later = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._later.timeout.connect(self._search)
        session.changed.connect(self._changed)
        session.rows_changed.connect(self.search_later)
        session.opened.connect(self.search_later)
        session.closed.connect(partial(self._found, 0, ()))
        self.setVisible(False)

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self._show(self.groups)

    def search_later(self) -> None:
        """Look again in a moment, once somebody can see it."""
        parent = self.parentWidget()
        if parent is not None and parent.isVisible() and not self._later.isActive():
            self._later.start()

    def _changed(self, change: Changed) -> None:
        if Aspect.EVIDENCE in change.aspects:
            self.search_later()
        if Aspect.NOTES in change.aspects and self._kept() != self._shown_kept:
            self._show(self.groups)

    def _kept(self) -> tuple[bool, ...]:
        return tuple(self._is_settled(group) for group in self.groups)

    def _search(self) -> None:
        dataset = self._session.dataset
        if dataset is None:
            return
        prints = {
            number: found
            for number in dataset.present()
            if (found := dataset.evidence_of(number).fingerprint) is not None
        }
        self._asked += 1
        self._session.background.in_thread(
            Lane.BULK,
            partial(alike_groups, prints),
            then=partial(self._found, self._asked),
            failed=lambda _: None,
        )

    def _found(self, asked: int, groups: object) -> None:
        if asked in (0, self._asked) and isinstance(groups, tuple) and groups != self.groups:
            self._show(groups)

    def _show(self, groups: tuple[AlikeGroup, ...]) -> None:
        self.groups = groups
        self._shown_kept = self._kept()
        while (old := self._rows.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.deleteLater()
        open_ones = [group for group in groups if not self._is_settled(group)]
        for group in open_ones[:SHOWN] if self._session.dataset is not None else ():
            self._rows.addWidget(self._row(group))
        self._title.setText(trn("Nearly the same: %n groups", len(open_ones)))
        self.setVisible(bool(open_ones))

    def _row(self, group: AlikeGroup) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(scaled(16))
        for entry in group.entries[:MEMBERS]:
            column = QVBoxLayout()
            column.setSpacing(scaled(4))
            column.addWidget(_Member(self._pictures, entry, row))
            name = self._session.name(entry)
            column.addWidget(Label(Type.NAME, name, row))
            column.addWidget(Label(Type.QUIET, self._about(group, entry), row))
            keep = KeyedButton(tr("Keep this one"), "", row, build=Build.LOW)
            keep.setAccessibleName(tr("Keep {name}, take the others out", name=name))
            keep.setToolTip(tr("Keep {name}, take the others out", name=name))
            keep.clicked.connect(partial(self.keep, group, entry))
            column.addWidget(keep)
            line.addLayout(column)
        line.addStretch()
        return row

    def _about(self, group: AlikeGroup, entry: int) -> str:
        """What may decide between pictures that look the same."""
        dataset = self._session.dataset
        if dataset is None:
            return ""
        evidence = dataset.evidence_of(entry)
        size, parts = evidence.upright_size, []
        if size is not None:
            parts.append(f"{size[0]} × {size[1]}")
        if evidence.file_size is not None:
            parts.append(f"{round(evidence.file_size / 1024)} kB")
        first = dataset.evidence_of(group.entries[0]).fingerprint
        if first and evidence.fingerprint and is_mirrored(first, evidence.fingerprint):
            parts.append(tr("mirrored"))
        return listed(parts)

    def _is_settled(self, group: AlikeGroup) -> bool:
        """The person said of all of them that they stay."""
        dataset = self._session.dataset
        return dataset is not None and all(
            dataset.notes_of(entry).marks.stay is Stay.KEEP for entry in group.entries
        )

    def keep(self, group: AlikeGroup, entry: int) -> None:
        """Take the others out with their captions, as one step of undo."""
        self._session.take_out([other for other in group.entries if other != entry])

    def _repaint(self) -> None:
        for member in self.findChildren(_Member):
            member.update()


class _Member(QWidget):
    """One picture of a group."""

    def __init__(self, pictures: SmallPictures, entry: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._entry = entry
        self.setFixedSize(scaled(SIDE), scaled(SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The middle of the picture."""
        del event
        painter = QPainter(self)
        room = QRect(0, 0, self.width(), self.height())
        self._pictures.paint_square(painter, self._entry, room, current_scheme())
        painter.end()
