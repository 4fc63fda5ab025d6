"""Where a phrase or family is chosen: a field to type in, and below it what the captions say."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.lint.wording import Wording
from app.review.phrase import Sought
from app.ui.models.phrase_choices import ChoiceLine, ChoiceRole, Level, PhraseChoices
from app.ui.scheme import current_scheme, scaled
from app.ui.text import tr
from app.ui.widgets.words import RIGHT, paint_words

Index = QModelIndex | QPersistentModelIndex
LINE = 26


class PhraseList(QWidget):
    """Typing looks for the words themselves; the list offers phrases and whole families."""

    sought = Signal(object)
    """Sought."""
    pictures_wanted = Signal()
    """Enter: go on among the pictures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording: Wording = {}
        self._current: Sought | None = None
        self._filling = False
        self.field = _Field(self)
        self.field.setClearButtonEnabled(True)
        self.model = PhraseChoices(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Painter(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.field.textEdited.connect(self._typed)
        self.field.returnPressed.connect(self.pictures_wanted)
        self.field.down_wanted.connect(self.list.setFocus)
        self.list.activated.connect(lambda _: self.pictures_wanted.emit())
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self.field.setPlaceholderText(tr("Words, or a family"))
        self.field.setAccessibleName(tr("Words to look for"))
        self.list.setAccessibleName(tr("What the captions say"))

    def show_wording(self, wording: Wording) -> None:
        """Other counts; what was chosen stays, and where nothing was, the first line is."""
        self._wording = wording
        self._fill(self._current)
        if self._current is None and not self.field.hasFocus():
            self._moved(self.list.currentIndex())

    def choose(self, sought: Sought) -> None:
        """Choose from outside; words that are no term are typed."""
        self._current = sought
        if sought.kind is None:
            self.field.setText(sought.words)
        self._fill(sought)
        self.sought.emit(sought)

    def look_for(self) -> None:
        """Go to the field; what stands there is replaced by typing."""
        self.field.setFocus()
        self.field.selectAll()

    def _typed(self) -> None:
        self._fill(None)
        line = self.list.currentIndex().data(ChoiceRole.LINE)
        if isinstance(line, ChoiceLine):
            self._tell(line)

    def _fill(self, sought: Sought | None) -> None:
        self._filling = True
        self.model.show_choices(self._wording, self.field.text())
        self.list.setCurrentIndex(self.model.index_of(sought))
        self._filling = False

    def _moved(self, index: QModelIndex) -> None:
        line = index.data(ChoiceRole.LINE)
        if isinstance(line, ChoiceLine) and not self._filling:
            self._tell(line)

    def _tell(self, line: ChoiceLine) -> None:
        if line.sought is not None and line.sought != self._current:
            self._current = line.sought
            self.sought.emit(line.sought)


class _Field(QLineEdit):
    """Down goes on in the list."""

    down_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter must not press the dialog's button."""
        if event.key() == Qt.Key.Key_Down:
            self.down_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.returnPressed.emit()
        else:
            super().keyPressEvent(event)


class _Painter(QStyledItemDelegate):
    """A head, a family or a phrase, with its count at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """All lines of one height."""
        return QSize(scaled(160), scaled(LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line."""
        line = index.data(ChoiceRole.LINE)
        if not isinstance(line, ChoiceLine):
            return
        scheme, room = current_scheme(), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, scheme.colour("accent_wash"))
            painter.fillRect(
                QRect(room.left(), room.top(), 3, room.height()), scheme.colour("accent")
            )
        indent = {Level.FAMILY: 12, Level.PHRASE: 28}.get(line.level, 12)
        words = room.adjusted(scaled(indent), 0, -scaled(12), 0)
        taken = 0
        if line.count:
            taken = paint_words(painter, str(line.count), words, scheme.text2, 12, align=RIGHT)
        words.setRight(words.right() - taken - scaled(8))
        quiet = line.level is Level.KIND
        weight = {Level.FAMILY: 600, Level.TYPED: 600}.get(line.level, 400)
        colour = scheme.text2 if quiet else scheme.text
        paint_words(painter, line.text, words, colour, 11 if quiet else 12, weight)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(scheme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(room.adjusted(0, 0, -1, -1))
        painter.restore()
