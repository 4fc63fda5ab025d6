"""The desk's first tab: all findings of the dataset by rule; a line leads to its entry."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from app.lint.rule import Finding
from app.ui.icons import pixmap
from app.ui.models.findings import FindingModel, FindingRole
from app.ui.scheme import SEVERITY_ICONS, current_scheme, interface_font, scaled
from app.ui.text import tr, trn
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Line, Type

Index = QModelIndex | QPersistentModelIndex


class FindingDelegate(QStyledItemDelegate):
    """Lays out a head (icon, title, count, reason) and a line (name, words, message)."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line of the tree."""
        scheme = current_scheme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(scheme.selected))
        area = option.rect.adjusted(4, 0, -16, 0)
        if index.data(FindingRole.FINDING) is None:
            self._paint_head(painter, area, index)
        else:
            self._paint_line(painter, area, index)
        painter.restore()

    def _paint_head(self, painter: QPainter, area: QRect, index: Index) -> None:
        scheme = current_scheme()
        name, token = SEVERITY_ICONS[index.data(FindingRole.SEVERITY)]
        ratio = painter.device().devicePixelRatioF()
        size = scaled(14)
        top = area.top() + (area.height() - size) // 2
        painter.drawPixmap(area.left(), top, pixmap(name, getattr(scheme, token), size, ratio))
        left = area.left() + size + 8
        count = str(index.data(FindingRole.COUNT))
        title = index.data(Qt.ItemDataRole.DisplayRole).removesuffix(count).strip()
        left = _write(painter, area, left, title, 600, scheme.text)
        left = _write(painter, area, left + 8, count, 400, scheme.text2)
        _write(painter, area, left + 12, index.data(FindingRole.DETAIL), 400, scheme.text2)

    def _paint_line(self, painter: QPainter, area: QRect, index: Index) -> None:
        scheme = current_scheme()
        name_width = min(scaled(180), area.width() // 3)
        name_area = QRect(area.left(), area.top(), name_width, area.height())
        _write(painter, name_area, area.left(), index.data(), 500, scheme.text)
        left = area.left() + name_width + 12
        phrase = index.data(FindingRole.PHRASE)
        if phrase:
            most = QRect(area.left(), area.top(), left + area.width() // 3, area.height())
            left = _write(painter, most, left, phrase, 500, scheme.text) + 12
        _write(painter, area, left, index.data(FindingRole.DETAIL), 400, scheme.text2)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """All lines of one height."""
        return QSize(200, scaled(24))


def _write(painter: QPainter, area: QRect, left: int, text: str, weight: int, colour: str) -> int:
    """One run of text, elided at the area's right edge; returns where it ends."""
    room = area.right() - left
    if room < 8 or not text:
        return left
    font = interface_font(size=12, weight=weight, numbers=True)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, room)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(QRect(left, area.top(), room, area.height()), flags, shown)
    return left + metrics.horizontalAdvance(shown)


class FindingsPanel(QWidget):
    """The tree, and the one act that concerns all of it: the safe fixes."""

    finding_chosen = Signal(object)
    """Finding: go to its words."""
    safe_fixes_wanted = Signal()
    dismissal_wanted = Signal(object)
    why_wanted = Signal(str)

    def __init__(self, model: FindingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._open_rules: set[str] = set()
        self.tree = QTreeView(self)
        self.tree.setModel(model)
        self.tree.setItemDelegate(FindingDelegate(self.tree))
        self.tree.setHeaderHidden(True)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.tree.setUniformRowHeights(True)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setIndentation(scaled(20))
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.tree.activated.connect(self._activated)
        self.tree.clicked.connect(self._activated)
        self.tree.expanded.connect(lambda index: self._remember(index, opened=True))
        self.tree.collapsed.connect(lambda index: self._remember(index, opened=False))
        self.tree.customContextMenuRequested.connect(self._menu)
        self._nothing = Label(Type.QUIET, parent=self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._summary = Label(Type.QUIET, parent=self)
        self._fix_all = KeyedButton("", "", self)
        self._fix_all.clicked.connect(self.safe_fixes_wanted)
        self._bar = QWidget(self)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(16, 4, 16, 4)
        row.addWidget(self._summary, 1)
        row.addWidget(self._fix_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(Line(self))
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._nothing, 1)
        model.modelReset.connect(self._refreshed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self.tree.setAccessibleName(tr("Findings"))
        self._nothing.setText(tr("No findings. Every caption that was read is quiet."))
        self._refreshed()

    def _refreshed(self) -> None:
        groups = self._model.groups
        for row, group in enumerate(groups):
            index = self._model.index(row, 0)
            if group.rule in self._open_rules or len(groups) == 1:
                self.tree.expand(index)
        self.tree.setVisible(bool(groups))
        self._bar.setVisible(bool(groups))
        self._nothing.setVisible(not groups)
        safe = sum(
            1
            for group in groups
            for finding in group.findings
            if any(fix.safe for fix in finding.fixes)
        )
        total = sum(group.count for group in groups)
        self._summary.setText(trn("%n findings", total))
        self._fix_all.setText(trn("Fix %n safely…", safe))
        self._fix_all.setVisible(safe > 0)
        self._fix_all.updateGeometry()

    def _remember(self, index: QModelIndex, *, opened: bool) -> None:
        rule = index.data(FindingRole.RULE)
        if opened:
            self._open_rules.add(rule)
        else:
            self._open_rules.discard(rule)

    def _activated(self, index: QModelIndex) -> None:
        finding = index.data(FindingRole.FINDING)
        if isinstance(finding, Finding):
            self.finding_chosen.emit(finding)
        else:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def _menu(self, place: QPoint) -> None:
        index = self.tree.indexAt(place)
        if not index.isValid():
            return
        menu = QMenu(self)
        rule = index.data(FindingRole.RULE)
        finding = index.data(FindingRole.FINDING)
        if isinstance(finding, Finding):
            menu.addAction(tr("Go there"), lambda: self.finding_chosen.emit(finding))
            menu.addAction(tr("Let it stand…"), lambda: self.dismissal_wanted.emit(finding))
        menu.addAction(tr("Why?"), lambda: self.why_wanted.emit(rule))
        menu.exec(self.tree.viewport().mapToGlobal(place))
