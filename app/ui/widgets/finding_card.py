"""One finding on the light table: its words are painted, and what can be done has buttons.

With a widget for each text, the cards took longer to lay out than all the rest of an entry.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.lint.rule import Finding
from app.ui.finding_text import finding_message, fix_text, rule_title, rule_why
from app.ui.icons import paint_icon
from app.ui.models.finding_words import stood_reason, stood_words
from app.ui.scheme import (
    SEVERITY_ICONS,
    colour_of,
    current_scheme,
    interface_font,
    scaled,
    type_key,
)
from app.ui.session import Session
from app.ui.text import tr
from app.ui.widgets.caption_layout import LaidOut, LayoutCache
from app.ui.widgets.keyed_button import FLAT_PADDING, Build, KeyedButton
from app.ui.widgets.labels import Type
from app.ui.widgets.stood_chip import HEIGHT as CHIP
from app.ui.widgets.stood_chip import StoodChip
from app.ui.widgets.words import paint_words, words_width

WHOLE = 40
"""Lines, more than any text here takes: the light table scrolls."""
BAR = 3
"""Width of the bar that says which card is the current one."""
LEFT, RIGHT = 16, 8
ICON = 16
APART = 8
"""Between things side by side."""
INSET = 24
"""Where the lines below the title begin: at its first letter."""
BETWEEN = 4
PITCH = 16
MOST_WIDTHS = 8
"""Of which the places are kept."""
_layouts = LayoutCache(128)


@dataclass(frozen=True, slots=True)
class CardWords:
    """All that a card says; two are alike though the finding's words stand elsewhere."""

    finding: Finding = field(compare=False)
    state: tuple[object, ...]
    title: str
    stood: str
    """On what it was let stand; "" where it was not."""
    message: str
    why: str
    fixes: tuple[str, ...]
    current: bool
    next_one: bool
    """One key makes it current."""

    @property
    def open(self) -> bool:
        """Its reason is shown, and what can be done."""
        return self.current and not self.stood


def card_words(session: Session, finding: Finding, *, current: bool, next_one: bool) -> CardWords:
    """What the card of a finding says, in the language of the interface."""
    message = finding_message(session, finding)
    if finding.dismissed:
        message = stood_reason(session, finding) or message
    return CardWords(
        finding,
        (finding.rule, finding.severity, session.language),
        rule_title(session, finding.rule),
        stood_words(session, finding) if finding.dismissed else "",
        message,
        rule_why(session, finding.rule),
        tuple(fix_text(session, finding, fix) for fix in finding.fixes),
        current,
        next_one,
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """Where everything stands on a card of one width."""

    height: int
    head: QRect
    """The line of the title."""
    title: QRect
    """Or of the chip."""
    message: QPoint
    why: QPoint
    message_width: int
    why_width: int
    buttons: tuple[tuple[KeyedButton, QRect], ...]


class FindingCard(QWidget):
    """One finding. The current one is open: reason, fixes, dismissal; the others are one line."""

    chosen = Signal()
    fix_wanted = Signal(int)
    """Number of the fix within the finding."""
    dismissal_wanted = Signal()
    return_wanted = Signal()
    """Take the dismissal back."""
    why_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words: CardWords | None = None
        """What it shows."""
        self.finding: Finding
        """What it shows, from the first time on."""
        self._places: dict[tuple[int, tuple[str, int]], _Places] = {}
        self._chip: StoodChip | None = None
        self._show = self._button(self.chosen.emit, flat=True, opened=False)
        self._back = self._button(self.return_wanted.emit, flat=True, opened=False)
        self._fixes: list[KeyedButton] = []
        self._let_stand = self._button(self.dismissal_wanted.emit, flat=True)
        self._explain = self._button(self.why_wanted.emit, flat=True)

    def show_words(self, words: CardWords) -> None:
        """Show a finding; open where it is the current one, with a key where it comes next."""
        self.finding = words.finding
        if words == self.words:
            return  # most keys only move the words that it stands on
        self.words = words
        self._places.clear()
        self._show_chip(words.stood)
        self._show.set_words(tr("Show"), "Alt+Down" if words.next_one else "")
        self._show.setVisible(not words.current and not words.stood)
        self._back.set_words(tr("Say it again"))
        self._back.setVisible(bool(words.stood))
        self._show_acts(words)
        self.setAccessibleName(f"{words.stood or words.title}: {words.message}")
        self.setAccessibleDescription(words.why if words.open else "")
        self._put()
        self.update()

    def make_ready(self) -> None:
        """Make what most findings need, so that showing one takes no longer than it must."""
        self._fixes.append(self._fix_button(0))
        for one in (self, *self.findChildren(QWidget)):
            one.ensurePolished()

    def height_at(self, width: int) -> int:
        """What it takes at a width."""
        return self._placed(width).height

    def texts(self) -> list[tuple[LaidOut, QRect]]:
        """The words below the title, or beside it, as they are painted, and their places."""
        if self.words is None:
            return []
        placed = self._placed(self.width())
        shown = [(self.words.message, placed.message, placed.message_width)]
        if self.words.open:
            shown.append((self.words.why, placed.why, placed.why_width))
        found: list[tuple[LaidOut, QRect]] = []
        for text, place, width in shown:
            laid = _laid(text, width)
            height = laid.layout.lineCount() * scaled(PITCH)
            found.append((laid, QRect(place, QSize(width, height))))
        return found

    def _show_chip(self, stood: str) -> None:
        if stood and self._chip is None:
            self._chip = StoodChip("", self)
        if self._chip is not None:
            self._chip.show_text(stood)
            self._chip.setVisible(bool(stood))

    def _show_acts(self, words: CardWords) -> None:
        """Buttons stay when another entry is shown: they take long to make."""
        titles = words.fixes if words.open else ()
        while len(self._fixes) < len(titles):
            self._fixes.append(self._fix_button(len(self._fixes)))
        for number, button in enumerate(self._fixes):
            if number < len(titles):
                button.set_words(titles[number], f"Alt+{number + 1}")
            button.setVisible(number < len(titles))
        if words.open:
            self._let_stand.set_words(tr("Let it stand…"), "Alt+0")
            self._explain.set_words(tr("Why?"))
        self._let_stand.setVisible(words.open)
        self._explain.setVisible(words.open)

    def _fix_button(self, number: int) -> KeyedButton:
        button = self._button(partial(self.fix_wanted.emit, number), filled=number == 0)
        for earlier, later in pairwise((*self._fixes, button, self._let_stand, self._explain)):
            QWidget.setTabOrder(earlier, later)
        return button

    def _button(
        self,
        act: Callable[[], None],
        *,
        filled: bool = False,
        flat: bool = False,
        opened: bool = True,
    ) -> KeyedButton:
        button = KeyedButton("", "", self, filled=filled, flat=flat, build=Build.LOW)
        if opened:
            button.let_shrink()  # a fix quotes its words, and these can be many
        button.stand_on("base" if opened else "window")
        button.clicked.connect(lambda: act())
        button.hide()
        return button

    # Places --------------------------------------------------------------------------------

    def _placed(self, width: int) -> _Places:
        key = width, type_key()
        known = self._places.get(key)
        if known is None:
            if len(self._places) > MOST_WIDTHS:
                self._places.clear()
            known = self._places[key] = self._place(width)
        return known

    def _place(self, width: int) -> _Places:
        words = self.words
        assert words is not None, "a card is placed when it has something to say"
        pad = scaled(10 if words.open else 4)
        top, left, right = pad, scaled(LEFT), width - scaled(RIGHT)
        buttons: list[tuple[KeyedButton, QRect]] = []
        head_height = max(scaled(ICON), _title_height(type_key()))
        for button in (self._show, self._back):
            if not button.isHidden():
                size = button.sizeHint()
                head_height = max(head_height, size.height())
                right -= size.width()
                buttons.append((button, QRect(QPoint(right, top), size)))
                right -= scaled(APART)
        if words.stood:
            head_height = max(head_height, scaled(CHIP))
        head = QRect(left, top, right - left, head_height)
        begins = left if words.stood else left + scaled(ICON + APART)
        title = QRect(begins, top, min(self._title_width(words), right - begins), head_height)
        if words.stood:
            title.setTop(top + (head_height - scaled(CHIP)) // 2)
            title.setHeight(scaled(CHIP))
        # Beside the title where all of it fits there, else below.
        wanted, beside = _text_width(words.message, type_key()), title.right() + 1 + scaled(APART)
        fits = beside + wanted <= right
        y = top + head_height
        inset = left + scaled(INSET)
        room = width - scaled(RIGHT) - inset
        if fits:
            message, message_width = (
                QPoint(beside, top + (head_height - scaled(PITCH)) // 2),
                wanted,
            )
        else:
            message, message_width = QPoint(inset, y + scaled(BETWEEN)), room
            y += scaled(BETWEEN) + _laid(words.message, room).layout.lineCount() * scaled(PITCH)
        why = QPoint(inset, y + scaled(BETWEEN))
        if words.open:
            y += scaled(BETWEEN) + _laid(words.why, room).layout.lineCount() * scaled(PITCH)
            y = self._place_acts(y + 2 * scaled(BETWEEN), width, buttons)
        height = y + pad + (2 if words.open else 0)
        return _Places(height, head, title, message, why, message_width, room, tuple(buttons))

    def _place_acts(self, y: int, width: int, buttons: list[tuple[KeyedButton, QRect]]) -> int:
        """Side by side, over as many lines as they take; where the last one ends."""
        fixes = [one for one in self._fixes if not one.isHidden()]
        # Words without an outline begin where the lines above do.
        left = scaled(LEFT) + (scaled(INSET) if fixes else scaled(INSET - FLAT_PADDING))
        right, x, low = width - scaled(RIGHT), left, y
        for button in (*fixes, self._let_stand, self._explain):
            size = button.sizeHint()
            size.setWidth(max(min(size.width(), right - left), button.minimumSizeHint().width()))
            if x > left and x + size.width() > right:
                x, y = left, low + scaled(APART)
            buttons.append((button, QRect(QPoint(x, y), size)))
            x += size.width() + scaled(APART)
            low = y + size.height()
        return low

    def _title_width(self, words: CardWords) -> int:
        if words.stood and self._chip is not None:
            return self._chip.sizeHint().width()
        return words_width(words.title, *Type.HEADING.value[:2])

    def _put(self) -> None:
        """Put the parts that are widgets, and say what is cut."""
        if self.words is None:
            return
        placed = self._placed(self.width())
        for button, place in placed.buttons:
            button.setGeometry(place)
        if self.words.stood and self._chip is not None:
            self._chip.setGeometry(placed.title)
        cut = not self.words.stood and self._title_width(self.words) > placed.title.width()
        tip = self.words.title if cut else ""
        if tip != self.toolTip():
            self.setToolTip(tip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The message moves beside or below the title, and buttons to the next line."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._put()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size is another place for everything."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._put()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The open card stands on the ground of texts, with a bar at its left."""
        del event
        words = self.words
        if words is None:
            return
        painter, scheme = QPainter(self), current_scheme()
        placed = self._placed(self.width())
        if words.open:
            painter.fillRect(self.rect(), colour_of(scheme.base))
            painter.fillRect(0, 0, scaled(BAR), self.height(), colour_of(scheme.accent))
        if not words.stood:
            name, token = SEVERITY_ICONS[words.finding.severity]
            colour, head = getattr(scheme, token), placed.head
            top = head.top() + (head.height() - scaled(ICON)) // 2
            paint_icon(painter, name, colour, head.left(), top, scaled(ICON))
            size, weight, token = Type.HEADING.value
            paint_words(painter, words.title, placed.title, getattr(scheme, token), size, weight)
        painter.setPen(scheme.colour(Type.QUIET.value[2]))
        for laid, place in self.texts():
            laid.draw(painter, QPointF(place.topLeft()))
        painter.end()


def shape(words: CardWords, width: int) -> None:
    """Shape the words of a card before it is shown at about this width."""
    room = width - scaled(LEFT) - scaled(INSET) - scaled(RIGHT)
    title = words_width(words.title, *Type.HEADING.value[:2])
    wanted = _text_width(words.message, type_key())
    _laid(words.message, wanted if wanted + title < room else room)
    if words.open:
        _laid(words.why, room)


def _laid(text: str, width: int) -> LaidOut:
    return _layouts.lay_out(text, _font(type_key()), scaled(PITCH), width, WHOLE)


@lru_cache(maxsize=4)
def _font(key: tuple[str, int]) -> QFont:
    del key  # of the cache only
    return interface_font(size=Type.QUIET.value[0], weight=Type.QUIET.value[1], numbers=True)


@lru_cache(maxsize=256)
def _text_width(text: str, key: tuple[str, int]) -> int:
    return QFontMetrics(_font(key)).horizontalAdvance(text) + 2


@lru_cache(maxsize=4)
def _title_height(key: tuple[str, int]) -> int:
    del key  # of the cache only
    size, weight, _ = Type.HEADING.value
    return QFontMetrics(interface_font(size=size, weight=weight, numbers=True)).height()
