"""The desk: tabs for the whole dataset, which fold away or take the sheet's place."""

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabWidget, QWidget

from app.lint.dismissals import DISMISSALS
from app.ui.letting_stand import remove_dismissals
from app.ui.models.findings import FindingModel
from app.ui.scheme import current_scheme, scaled
from app.ui.session import Session
from app.ui.style_bars import FOLDED
from app.ui.text import tr, trn
from app.ui.toml_file import TomlFile
from app.ui.widgets.choices_form import ChoicesForm
from app.ui.widgets.dataset_panel import DatasetPanel
from app.ui.widgets.findings_panel import FindingsPanel
from app.ui.widgets.heights import UNLIMITED
from app.ui.widgets.keyed_button import Build, KeyedButton
from app.ui.widgets.readiness_panel import ReadinessPanel
from app.ui.widgets.toml_panel import TomlPanel
from app.ui.widgets.wording_panel import WordingPanel

WORDY = 780
"""A desk narrower than this has no room for words behind its last tab's count."""
_NEW_SIZE = frozenset(
    {
        QEvent.Type.LayoutRequest,
        QEvent.Type.ShowToParent,
        QEvent.Type.Show,
        QEvent.Type.FontChange,
        QEvent.Type.StyleChange,
        QEvent.Type.Polish,
    }
)


class Desk(QTabWidget):
    """Findings, wording, the choices for the dataset, and data.toml."""

    folded_changed = Signal(bool)
    sheet_wanted = Signal()
    """The desk has taken the sheet's place: give it back."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._least: QSize | None = None
        self.inside = self.findChildren(QStackedWidget)[0]
        """What is below the tabs."""
        self.finding_model = FindingModel(session, self)
        self.findings = FindingsPanel(self.finding_model, self)
        self.wording = WordingPanel(session, self)
        self.choices = ChoicesForm(session, self)
        self.toml_file = TomlFile(session, session.background, self)
        self.readiness = ReadinessPanel(session, self.toml_file, self)
        self.overview = DatasetPanel(session, self.readiness, self.choices, self)
        self.toml = TomlPanel(self)
        self._guest: QWidget | None = None
        self._fold = KeyedButton("", "", self, flat=True, build=Build.LOW)
        self._folded = False
        self._opened_up = False
        corner = self._corner = QWidget(self)
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self.findings.remove_stale)
        row.addWidget(self.findings.fix_all)
        row.addWidget(self._fold)
        self.setCornerWidget(corner)
        self.setDocumentMode(True)
        corner.setMinimumHeight(scaled(32) - 1)  # as high as the tabs, above their line
        for panel in (self.findings, self.wording, self.overview, self.toml):
            self.addTab(panel, "")
        self._fold.clicked.connect(self.toggle)
        self.currentChanged.connect(self._show_corner)
        self.finding_model.modelReset.connect(self.name_tabs)
        self.findings.removal_wanted.connect(partial(remove_dismissals, session))
        self.wording.counted.connect(self.name_tabs)
        self.toml_file.shown.connect(self._show_toml)
        self.toml.write_wanted.connect(self.toml_file.write)
        session.opened.connect(self.name_tabs)
        session.rows_changed.connect(self.name_tabs)
        self.tabBarClicked.connect(lambda _: self.set_folded(False))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self.finding_model.retranslate()
        self.findings.retranslate()
        self.wording.retranslate()
        self.readiness.retranslate()
        self.choices.retranslate()
        self.overview.retranslate()
        self.toml.retranslate()
        self._name_fold()
        self.name_tabs()

    def restyle(self) -> None:
        """Take the colours of the scheme that is on."""
        self.toml.text.restyle()

    def minimumSizeHint(self) -> QSize:
        """Of tabs and panels; worked out again when one of them asks for another size.

        While the workbench comes into sight its splitters ask for it some fifty times.
        """
        if self._least is None:
            self._least = super().minimumSizeHint()
        return self._least

    def event(self, event: QEvent) -> bool:
        """Something in it asks for another size, or a panel was changed while it was hidden."""
        if event.type() in _NEW_SIZE:
            least = super().minimumSizeHint()
            if least != self._least:
                self._least = least
                self.updateGeometry()
        if event.type() is QEvent.Type.LayoutRequest and self.updatesEnabled():
            return self._lay_out_tabs(event)
        return super().event(event)

    def _lay_out_tabs(self, event: QEvent) -> bool:
        """Qt would paint the whole desk anew, panel and all, for another count in a tab."""
        panel, tabs = self.inside.geometry(), self._tabs_and_corner()
        # Not `setUpdatesEnabled`, which paints all of it as soon as it is let paint again.
        self.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, on=True)
        try:
            handled = super().event(event)
        finally:
            self.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, on=False)
        if self.inside.geometry() != panel:
            self.update()
        else:  # what tabs and corner have left; they paint themselves
            self.update(tabs.subtracted(self._tabs_and_corner()))
        return handled

    def _tabs_and_corner(self) -> QRegion:
        return QRegion(self.tabBar().geometry()).united(self._corner.geometry())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wide desk has words beside its counts."""
        super().resizeEvent(event)
        self.name_tabs()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tabs stand on the ground of bars, with a line above and below."""
        super().paintEvent(event)
        painter, scheme = QPainter(self), current_scheme()
        height = self.tabBar().height()
        painter.fillRect(0, 0, self.width(), height, QColor(scheme.bar))
        painter.fillRect(0, height - 1, self.width(), 1, QColor(scheme.line))
        painter.end()

    @property
    def settled(self) -> bool:
        """The findings are worked out and shown."""
        return self.finding_model.settled and not self._session.linting.settling

    def _name_fold(self) -> None:
        if self._opened_up:
            self._fold.set_words(tr("Back to the sheet"), "Ctrl+Shift+D")
            self._fold.setToolTip("")
        else:
            self._fold.set_words(tr("Desk"), "Ctrl+D")
            self._fold.setToolTip(tr("Fold the desk to its tabs, or open it"))

    def toggle(self) -> None:
        """Fold the desk or open it; opened up, it gives the sheet its place back."""
        if self._opened_up:
            self.sheet_wanted.emit()
        else:
            self.set_folded(not self.folded)

    def set_opened_up(self, opened: bool) -> None:
        """It has taken the place of the sheet, or has given it back."""
        self._opened_up = opened
        if opened:
            self.set_folded(False)
        self._name_fold()

    @property
    def folded(self) -> bool:
        """Only the tabs are to be seen."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Fold to the tabs, or open."""
        self._folded = folded
        self.tabBar().setProperty(FOLDED, folded)
        self.tabBar().update()
        height = self.tabBar().sizeHint().height()
        self.setMaximumHeight(height if folded else UNLIMITED)
        self._show_corner()
        self.folded_changed.emit(folded)

    def _show_corner(self) -> None:
        """The act of the findings stands beside the tabs while they are to be seen."""
        seen = self.currentWidget() is self.findings and not self.folded
        self.findings.fix_all.setVisible(seen and self.findings.safe_count > 0)
        self.findings.remove_stale.setVisible(seen and self.findings.stale_count > 0)

    def holds(self, panel: QWidget) -> bool:
        """The panel is one of the tabs now."""
        return self.indexOf(panel) >= 0

    def take_in(self, guest: QWidget) -> None:
        """A panel that has no room beside the desk becomes its last tab, and is shown."""
        self._guest = guest
        self.setCurrentIndex(self.addTab(guest, ""))
        self.name_tabs()

    def give_back(self, guest: QWidget) -> None:
        """The panel has room of its own again."""
        self._guest = None
        self.removeTab(self.indexOf(guest))

    def go_to(self, number: int) -> None:
        """Open a tab and go there."""
        self.set_folded(False)
        self.setCurrentIndex(number)
        self.place().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place(self) -> QWidget:
        """Where the keyboard goes in the tab that is shown."""
        places = {self.findings: self.findings.tree, self.overview: self.choices.purpose}
        places[self.toml] = self.toml.text
        places[self.wording] = self.wording.tree
        panel = self.currentWidget()
        if panel is self.findings and not self.finding_model.groups:
            return self.tabBar()  # an empty tree is hidden
        return places.get(panel, panel)

    def name_tabs(self) -> None:
        """Names with their counts."""
        # A dismissal is no finding.
        groups = self.finding_model.groups
        count = sum(group.count for group in groups if group.rule not in DISMISSALS)
        self._name(0, tr("Findings  {count}", count=count))
        dataset = self._session.dataset
        entries = len(dataset.present()) if dataset is not None else 0
        families = self.wording.families
        counted = trn("Wording  %n families", families or 0)
        self._name(1, tr("Wording") if families is None else counted)
        self._name(2, tr("Dataset  {count}", count=entries))
        differs = self.toml.differs
        words = trn("data.toml  %n lines differ", differs)
        if self.width() < scaled(WORDY):
            words = tr("data.toml  {count}", count=differs)
        if not self.toml.written:
            words = tr("data.toml  not written")
        self._name(3, words if differs else "data.toml")
        if self._guest is not None:
            self._name(self.indexOf(self._guest), tr("Light table"))
        self._show_corner()

    def _name(self, tab: int, text: str) -> None:
        # Every key comes by here, and Qt lays all tabs out again even for the same words.
        if self.tabText(tab) != text:
            self.tabBar().setTabText(tab, text)

    def _show_toml(self) -> None:
        file = self.toml_file
        if file.problem is not None:
            self.toml.show_problem(file.problem)
        else:
            self.toml.show_file(
                file.lines, file.notes, file.launch, file.problems, exists=file.exists
            )
        self.name_tabs()
