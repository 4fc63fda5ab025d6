"""Converting a caption that is not UTF-8: the person looks at the readings and chooses one."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QListWidget, QWidget

from app.dataset.encodings import NAMES, Encoding, guess_decodings
from app.dataset.entry import CaptionState, Dataset, Entry
from app.dataset.files import LARGEST_CAPTION, Converted, convert
from app.dataset.journal import Act, Record, append
from app.disk import Ground, read_regular
from app.errors import ProofError
from app.messages import msg
from app.ui.background import Background, Lane
from app.ui.session import Session
from app.ui.text import tr
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Type
from app.ui.windows.dialogs import Dialog

Readings = tuple[tuple[Encoding, str], ...]


class ConversionDialog(Dialog):
    """The likeliest reading first; nothing is written before one is chosen."""

    def __init__(self, name: str, readings: Readings, parent: QWidget | None = None) -> None:
        super().__init__(tr("Convert to UTF-8"), parent, width=640)
        self._readings = readings
        title = tr("The caption of {name} is not UTF-8.", name=name)
        self.column.addWidget(Label(Type.HEADING, title, self, wrap=True))
        words = (
            tr("Choose the reading that makes sense. The old bytes stay in the history.")
            if readings
            else tr("No known encoding makes sense of its bytes. Open it in another editor.")
        )
        self.column.addWidget(Label(Type.QUIET, words, self, wrap=True))
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Readings"))
        self.list.setWordWrap(True)
        for encoding, preview in readings:
            self.list.addItem(f"{NAMES[encoding]}:  {preview}")
        self.list.setCurrentRow(0)
        self.column.addWidget(self.list, 1)
        cancel = KeyedButton(tr("Cancel"), "Esc", self)
        self.convert = KeyedButton(tr("Convert"), "Return", self, filled=True)
        self.convert.setDefault(True)
        self.convert.setEnabled(bool(readings))
        cancel.clicked.connect(self.reject)
        self.convert.clicked.connect(self.accept)
        self.add_buttons(cancel, self.convert)

    def encoding(self) -> Encoding | None:
        """The chosen reading."""
        row = self.list.currentRow()
        return self._readings[row][0] if 0 <= row < len(self._readings) else None


class Conversion(QObject):
    """Reads, asks, converts; the disk work is done in the saves lane."""

    problem = Signal(object)
    """ProofError."""
    converted = Signal(int)
    """Entry id whose caption can be edited now."""

    def __init__(self, session: Session, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._background = background
        self._window = window
        self.dialog: ConversionDialog | None = None

    def offers(self, number: int) -> bool:
        """The caption of this entry can be converted."""
        writable = self._session.saving.read_only is None
        return writable and self._session.entry(number).caption.state is CaptionState.NOT_UTF8

    def ask(self, number: int) -> None:
        """Read the bytes and show what they may say."""
        entry = self._session.entry(number)
        self._background.in_thread(
            Lane.SAVES,
            partial(_readings, entry),
            then=partial(self._show, self._session.dataset, number),
            failed=self._failed,
        )

    def _show(self, dataset: Dataset | None, number: int, readings: object) -> None:
        assert isinstance(readings, tuple)
        if self._session.dataset is not dataset:
            return
        known: Readings = readings
        dialog = ConversionDialog(self._session.name(number), known, self._window)
        dialog.accepted.connect(partial(self._convert, number, dialog))
        self._session.closed.connect(dialog.reject)
        self.dialog = dialog
        dialog.open()

    def _convert(self, number: int, dialog: ConversionDialog) -> None:
        encoding = dialog.encoding()
        if encoding is not None and self._session.dataset is not None:
            name = self._session.name(number)
            self._session.snapshots.before_act(tr("conversion of {name}", name=name))
            self._background.in_thread(
                Lane.SAVES,
                partial(
                    _convert, self._session.entry(number), encoding, self._session.dataset.ground
                ),
                then=partial(self._done, self._session.dataset, number),
                failed=self._failed,
            )

    def _done(self, dataset: Dataset, number: int, answer: object) -> None:
        assert isinstance(answer, Converted)
        if self._session.dataset is not dataset:
            return
        self._session.caption_converted(number, answer.caption)
        self.converted.emit(number)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, ProofError):
            error = ProofError(msg("The caption was not converted: {reason}", reason=str(error)))
        self.problem.emit(error)


def _readings(entry: Entry) -> Readings:
    data, _ = read_regular(entry.caption_file, LARGEST_CAPTION)
    return guess_decodings(data)


def _convert(entry: Entry, encoding: Encoding, ground: Ground | None) -> Converted:
    def keep(before: bytes) -> None:
        text = before.decode(encoding)
        record = Record(entry.name, Act.CONVERTED.value, before, text)
        append(entry.image.parent, [record], durable=True)

    assert entry.caption.stamp is not None
    return convert(entry.caption_file, encoding, entry.caption.stamp, keep, ground)
