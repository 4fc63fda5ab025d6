"""Small dialogs: the reason of a dismissal, a card's why, a conflict, the safe fixes."""

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.lint.rule import Finding
from app.ui.finding_text import card_of, finding_message, rule_title, rule_why
from app.ui.letting_stand import Reach, let_stand
from app.ui.scheme import scaled
from app.ui.session import Session
from app.ui.text import tr
from app.ui.widgets.change_list import ChangeList
from app.ui.widgets.choice import Choice
from app.ui.widgets.heights import fit_height
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.keyed_words import KeyedWords, cap
from app.ui.widgets.labels import Label, Line, Type


class Dialog(QDialog):
    """A column of widgets with buttons below."""

    def __init__(self, title: str, parent: QWidget | None = None, width: int = 520) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(width)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 16)
        self.column.setSpacing(12)
        self.finished.connect(self.deleteLater)  # whoever asked reads the answer before

    def add_buttons(self, *buttons: KeyedButton) -> None:
        """The row of buttons, at the right."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        for button in buttons:
            button.setMinimumHeight(30)
            row.addWidget(button)
        self.column.addLayout(row)

    def fit(self) -> None:
        """As high as the words need at this width: Qt asks before the width is known."""
        fit_height(self, self.column, self.minimumWidth())

    def fit_list(self, changes: ChangeList, width: int, most: int) -> None:
        """As high as the captions need, up to `most`; more of them scroll."""
        around = self.column.heightForWidth(width) - changes.sizeHint().height()
        margins = self.column.contentsMargins()
        inside = width - margins.left() - margins.right()
        self.resize(width, min(around + changes.height_of_all(inside, most), most))


class DismissalDialog(Dialog):
    """Why a finding may stand; the reason may be left empty."""

    def __init__(self, session: Session, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(tr("Let it stand"), parent)
        self._session, self._finding = session, finding
        session.closed.connect(self.reject)
        self.column.addWidget(Label(Type.HEADING, rule_title(session, finding.rule), self))
        self.column.addWidget(Label(Type.QUIET, finding_message(session, finding), self, wrap=True))
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(tr("Reason, for yourself (may stay empty)"))
        self.reason.setAccessibleName(tr("Reason"))
        self.column.addWidget(self.reason)
        self.reach = Choice(self)
        """Where it stands; what is about the dataset stands there."""
        self.reach.setAccessibleName(tr("It stands"))
        self.reach.set_options(_reaches(finding))
        self.reach.setCurrentIndex(0)
        self.reach.setVisible(finding.entry is not None)
        self.column.addWidget(self.reach)
        self._hint = Label(Type.QUIET, "", self, wrap=True)
        self.column.addWidget(self._hint)
        self.reach.currentIndexChanged.connect(self._say_how_long)
        self._say_how_long()
        stand = KeyedButton(tr("Let it stand"), "Return", self, filled=True)
        cancel = KeyedButton(tr("Cancel"), "Esc", self)
        stand.setDefault(True)
        stand.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        self.add_buttons(cancel, stand)
        self.fit()

    def apply(self) -> None:
        """Let it stand as the person said."""
        reason = self.reason.text().strip()
        let_stand(self._session, self._finding, reason, self.reach.value)

    def _say_how_long(self) -> None:
        listed = tr("The list of findings names it at its end, and says it again when you want.")
        change = tr("It is said again as soon as these words change.")
        self._hint.setText(change if self.reach.value is Reach.ENTRY else listed)


def _reaches(finding: Finding) -> list[tuple[object, str]]:
    if finding.entry is None:
        return [(Reach.WORDS, tr("In the whole dataset"))]
    here: list[tuple[object, str]] = [(Reach.ENTRY, tr("At this picture"))]
    if finding.key:
        here.append((Reach.WORDS, tr("The same in every caption of the dataset")))
    return [*here, (Reach.RULE, tr("Whatever this rule says in this dataset"))]


class WhyDialog(Dialog):
    """A rule's card: reason, examples that it speaks about, and examples that it leaves alone."""

    def __init__(self, session: Session, rule: str, parent: QWidget | None = None) -> None:
        super().__init__(rule_title(session, rule), parent, width=560)
        card = card_of(session, rule)
        self.column.addWidget(Label(Type.HEADING, rule_title(session, rule), self))
        self.column.addWidget(Label(Type.BODY, rule_why(session, rule), self, wrap=True))
        captions = {
            bad: [
                entry.caption
                for example in card.examples
                if example.bad is bad
                for entry in example.entries[:1]
                if entry.caption.strip()
            ]
            for bad in (True, False)
        }
        for title, bad in ((tr("It speaks about"), True), (tr("It is silent on"), False)):
            # The same words on both sides: there the picture decides, which is not to be seen here.
            told = [one for one in dict.fromkeys(captions[bad]) if one not in captions[not bad]]
            shown = told[:3]
            if not shown:
                continue
            self.column.addWidget(Line(self))
            self.column.addWidget(Label(Type.HEADING, title, self))
            spoken = QVBoxLayout()
            spoken.setSpacing(4)
            for caption in shown:
                spoken.addWidget(Label(Type.QUIET, tr("“{words}”", words=caption), self, wrap=True))
            self.column.addLayout(spoken)
        self.column.addStretch()
        close = KeyedButton(tr("Close"), "Esc", self)
        close.clicked.connect(self.accept)
        self.add_buttons(close)
        self.fit()


class ChangesDialog(Dialog):
    """Captions that change together, each with its difference; those left ticked do."""

    def __init__(
        self,
        title: str,
        heading: str,
        act: str,
        changes: ChangeList,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent, width=760)
        self.column.addWidget(Label(Type.HEADING, heading, self))
        self.list = changes
        self.column.addWidget(self.list, 1)
        step = KeyedWords(Type.QUIET, self)
        step.show_words(tr("One step. {key} takes it back.", key=cap(0)), ("Ctrl+Z",))
        ticks = KeyedWords(Type.QUIET, self)
        ticking = tr("{space} ticks, {all} ticks all or none.", space=cap(0), all=cap(1))
        ticks.show_words(ticking, ("Space", "Ctrl+A"))
        below = QHBoxLayout()
        below.addWidget(ticks, 1)
        below.addWidget(step, 1)
        self.column.addLayout(below)
        cancel = KeyedButton(tr("Cancel"), "Esc", self)
        do = KeyedButton(act, "Ctrl+Return", self, filled=True)
        do.setShortcut("Ctrl+Return")
        cancel.clicked.connect(self.reject)
        do.clicked.connect(self.accept)
        self.add_buttons(cancel, do)
        self.fit_list(changes, scaled(760), scaled(560))
