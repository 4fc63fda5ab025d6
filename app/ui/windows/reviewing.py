"""The way into the review and out of it: the strip on the bar, the page, the keys that rest."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.dataset.choices import PassOrder
from app.ui.scheme import scaled
from app.ui.session import Session
from app.ui.text import tr
from app.ui.widgets.pass_progress import PassStrip
from app.ui.windows.actions import ROWS, Actions
from app.ui.windows.reapproval import Reapproval
from app.ui.windows.review_page import ReviewPage
from app.ui.windows.review_round import ReviewRound
from app.ui.windows.workbench import Workbench

KEPT = frozenset(
    {"undo", "redo", "save_now", "full_screen", "quit", "help", "about", "review", "phrase"}
)
"""Actions that mean the same in review; all others act on the sheet, which is not to be seen."""
NARROW = 1400
"""Below this width of the bar the ticks have no room beside the filter."""


class Reviewing(QObject):
    """Shows the review in place of the workbench, and brings the workbench back."""

    def __init__(
        self,
        session: Session,
        bench: Workbench,
        pages: QStackedWidget,
        actions: Actions,
        around: tuple[QWidget, ...],
    ) -> None:
        window = pages.window()
        super().__init__(window)
        self._session = session
        self._bench = bench
        self._pages = pages
        self._actions = actions
        self._around = around
        self._window = window
        self._enabled: dict[str, bool] = {}
        self.round = ReviewRound(session, self)
        self.reapproval = Reapproval(session, self.round, window)
        self.page = ReviewPage(session, self.round, window)
        self.strip = PassStrip(bench.header)
        pages.addWidget(self.page)
        bench.header.insert_before_export(self.strip)
        bench.header.installEventFilter(self)
        window.installEventFilter(self)
        self.strip.review_wanted.connect(self.enter)
        self.round.changed.connect(self._show_strip)
        self.page.leave_wanted.connect(self.leave)
        self.page.dismissal_wanted.connect(bench.dismissal_wanted)
        self.page.order_wanted.connect(self._other_order)
        session.closed.connect(self.leave)
        self._show_strip()

    @property
    def on(self) -> bool:
        """The review is to be seen."""
        return self._pages.currentWidget() is self.page

    def toggle(self) -> None:
        """Enter, or leave."""
        if self.on:
            self.leave()
        else:
            self.enter()

    def enter(self, pass_number: int | None = None) -> None:
        """Go on with the pass that is due, or with the given one."""
        dataset = self._session.dataset
        if dataset is None or not dataset.present() or self.on:
            return
        self._bench.sheet.setFocus()  # an open row editor hands over what it holds
        self._enabled = {row.name: self._actions[row.name].isEnabled() for row in ROWS}
        for row in ROWS:
            if row.name not in KEPT:
                self._actions[row.name].setEnabled(False)
        for widget in self._around:
            widget.hide()
        self._pages.setCurrentWidget(self.page)
        self.page.setFocus()
        self.round.begin(pass_number or self.round.pass_due())

    def leave(self) -> None:
        """Back to the sheet, at the entry that was looked at."""
        if not self.on:
            return
        self.page.text.end_edit()
        for name, enabled in self._enabled.items():
            if name not in KEPT:
                self._actions[name].setEnabled(enabled)
        for widget in self._around:
            widget.show()
        entry = self.round.current
        self._pages.setCurrentWidget(self._bench)
        if self._session.dataset is not None:
            if entry is not None:
                self._bench.go_to(entry)
            self._bench.sheet.setFocus()
        self._show_strip()

    def _other_order(self) -> None:
        dataset = self._session.dataset
        if dataset is None:
            return
        choices = dataset.choices
        if choices.second_order is PassOrder.LIKENESS:
            seed = choices.shuffle_seed + 1
            after = replace(choices, second_order=PassOrder.SHUFFLED, shuffle_seed=seed)
        else:
            after = replace(choices, second_order=PassOrder.LIKENESS)
        self._session.choose(after, tr("order of pass 2"))
        self.round.arrange_again()

    def _show_strip(self) -> None:
        if not self.on:
            due = self.round.pass_due()
            dataset = self._session.dataset
            order = dataset.present() if dataset is not None else []
            self.strip.show_pass(due, order, self.round.states_in(due))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Closing the window ends the review first; the strip follows the width of the bar."""
        if event.type() == QEvent.Type.Close and watched is self._window:
            self.leave()
        elif event.type() == QEvent.Type.Resize and watched is self._bench.header:
            self.strip.set_narrow(narrow=self._bench.header.width() < scaled(NARROW))
        elif event.type() == QEvent.Type.LanguageChange and watched is self._window:
            self.strip.retranslate()
            self._show_strip()
        return False
