"""Old and new: the folder of the first training, and the share of it in the second."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from app.dataset.choices import DatasetChoices
from app.export.planned import ExportPlan, ObstacleKind, OpenKind
from app.ui.scheme import scaled
from app.ui.text import say, tr, trn
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Type

SETTLE_MS = 250
LEAST, MOST, STEP = 5, 95, 5
"""Percent."""


class MixPanel(QWidget):
    """A folder and a slider; below, what the repeats come to."""

    chosen = Signal(str, float)
    """Folder of the first training ("": none), and its share, 0 to 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self.folder = QLineEdit(self)
        self.browse = KeyedButton("…", "", self)
        self.forget = KeyedButton(tr("None"), "", self, flat=True)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self._share = Label(Type.BODY, parent=self)
        self._new = Label(Type.SMALL, parent=self, wrap=True)
        self._old = Label(Type.SMALL, parent=self, wrap=True)
        self._epoch = Label(Type.QUIET, parent=self, wrap=True)
        self._odd = Label(Type.WARNING, parent=self, wrap=True)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._choose)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.folder.setPlaceholderText(tr("the folder that the first training was made from"))
        self.folder.setAccessibleName(tr("Folder of the first training"))
        self.browse.setAccessibleName(tr("Choose the folder of the first training"))
        self.forget.setToolTip(tr("Train without the first training's pictures"))
        self.slider.setRange(LEAST // STEP, MOST // STEP)
        self.slider.setPageStep(2)
        self.slider.setTickInterval(1)
        self.slider.setAccessibleName(tr("Share of old pictures"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(scaled(8))
        why = tr(
            "A second training forgets the first one unless it sees its pictures again: "
            "half and half is a good beginning."
        )
        column.addWidget(Label(Type.QUIET, why, self, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        label = Label(Type.QUIET, tr("First training"), self)
        label.setBuddy(self.folder)
        row.addWidget(label)
        row.addWidget(self.folder, 1)
        row.addWidget(self.browse)
        row.addWidget(self.forget)
        column.addLayout(row)
        line = QHBoxLayout()
        line.setSpacing(scaled(12))
        line.addWidget(Label(Type.QUIET, tr("New"), self))
        line.addWidget(self.slider, 1)
        line.addWidget(Label(Type.QUIET, tr("Old"), self))
        line.addWidget(self._share)
        column.addLayout(line)
        for words in (self._new, self._old, self._epoch, self._odd):
            column.addWidget(words)
        column.addStretch(1)

    def _connect(self) -> None:
        self.folder.editingFinished.connect(self._choose)
        self.browse.clicked.connect(self._browse)
        self.forget.clicked.connect(self._forget)
        self.slider.valueChanged.connect(self._slid)

    @property
    def share(self) -> float:
        """The wanted share of old pictures, 0 to 1."""
        return self.slider.value() * STEP / 100

    def fill(self, choices: DatasetChoices) -> None:
        """Show what was chosen."""
        self._filling = True
        if self.folder.text().strip() != choices.old_folder:
            self.folder.setText(choices.old_folder)
        self.slider.setValue(round(choices.old_share * 100 / STEP))
        self._filling = False
        self._show_share()

    def show_plan(self, plan: ExportPlan, reading: tuple[int, int] | None) -> None:
        """What the share comes to; `reading`: pictures measured so far, of how many."""
        there = bool(plan.choices.old_folder)
        self.slider.setEnabled(there)
        self.forget.setEnabled(there)
        mix = plan.mix
        for words in (self._new, self._old, self._epoch):
            words.setVisible(mix is not None)
        self._odd.setText("\n".join(_odd(plan, reading)))
        self._odd.setVisible(bool(self._odd.text()))
        self._odd.set_kind(Type.QUIET if reading is not None else Type.WARNING)
        if mix is None:
            return
        new = sum(len(c.pairs) for c in plan.concepts if not c.old and not c.regularisation)
        self._new.setText(
            tr(
                "New: {pictures}, {repeats}, together {draws} an epoch",
                pictures=trn("%n images", new),
                repeats=_repeats(plan, old=False),
                draws=mix.new_draws,
            )
        )
        pictures = trn("%n images", mix.old_images)
        if mix.old_images < plan.old_available:
            pictures = tr(
                "{used} of {available} images", used=mix.old_images, available=plan.old_available
            )
        self._old.setText(
            tr(
                "Old: {pictures}, {repeats}, together {draws} an epoch",
                pictures=pictures,
                repeats=_repeats(plan, old=True),
                draws=mix.old_draws,
            )
        )
        share = f"{100 * mix.share:.0f}"
        if plan.steps_per_epoch is None:
            self._epoch.setText(tr("Old pictures are {share} % of an epoch.", share=share))
        else:
            self._epoch.setText(
                tr(
                    "Old pictures are {share} % of an epoch of {steps} steps.",
                    share=share,
                    steps=plan.steps_per_epoch,
                )
            )

    def summary(self) -> str:
        """All that is said about the mix."""
        parts = (self._new, self._old, self._epoch, self._odd)
        return "\n".join(part.text() for part in parts if part.isVisibleTo(self))

    def _slid(self) -> None:
        self._show_share()
        if not self._filling:
            self._settle.start()

    def _show_share(self) -> None:
        old = self.slider.value() * STEP
        self._share.setText(f"{100 - old} : {old}")

    def _choose(self) -> None:
        if not self._filling:
            self._settle.stop()
            self.chosen.emit(self.folder.text().strip(), self.share)

    def _browse(self) -> None:
        title = tr("Folder of the first training")
        chosen = QFileDialog.getExistingDirectory(self, title, self.folder.text())
        if chosen:
            self.folder.setText(chosen)
            self._choose()

    def _forget(self) -> None:
        self.folder.clear()
        self._choose()


def _repeats(plan: ExportPlan, *, old: bool) -> str:
    """The repeats of the folders; a range where they differ."""
    found = {c.repeats for c in plan.concepts if c.old is old and not c.regularisation}
    if len(found) == 1:
        return trn("%n repeats", found.pop())
    return tr("{least} to {most} repeats", least=min(found), most=max(found))


def _odd(plan: ExportPlan, reading: tuple[int, int] | None) -> list[str]:
    if reading is not None:
        done, total = reading
        return [tr("Reading the first training: {done} of {total}", done=done, total=total)]
    problems = [o.message for o in plan.blockers if o.kind is ObstacleKind.OLD_TRAINING]
    odd = (OpenKind.OLD_MISSING, OpenKind.OLD_AGAIN)
    return [say(m) for m in (*problems, *(p.message for p in plan.open_points if p.kind in odd))]
