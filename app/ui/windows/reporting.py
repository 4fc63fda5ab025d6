"""File > Report: the proof sheet as one page, made in a thread from a snapshot."""

import threading
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.durable import write_bytes
from app.errors import ProofError
from app.export.steps import epoch_of
from app.export.toml_readiness import toml_on_disk
from app.lint.cards import message_of
from app.messages import msg
from app.review.readiness import readiness
from app.review.report import ProofSheet, report_html
from app.ui.background import Background, Lane
from app.ui.session import Session
from app.ui.text import say, tr


class Reporting(QObject):
    """Asks where the page shall go, and says when it is there."""

    said = Signal(object)
    """Message."""
    problem = Signal(object)
    """ProofError."""

    def __init__(self, session: Session, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._background = background
        self._window = window
        self._stop = threading.Event()
        session.closed.connect(self._end)

    def ask(self) -> None:
        """Ask for a file name, then write the page."""
        dataset = self._session.dataset
        if dataset is None:
            return
        beside = dataset.root.parent / f"{dataset.root.name}.html"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, tr("Report"), str(beside), tr("HTML page (*.html)")
        )
        if chosen:
            self.write(Path(chosen))

    def write(self, page: Path) -> None:
        """Write the page; what is known now is what stands on it."""
        dataset, lint = self._session.dataset, self._session.lint
        if dataset is None or lint is None:
            return
        known = [n for n in dataset.present() if n in self._session.readings]
        cards, language = self._session.cards, self._session.language
        sheet = partial(
            ProofSheet,
            dataset.snapshot(),
            {number: lint.entry_findings(number) for number in known},
            lint.dataset_findings(),
            message=lambda finding: message_of(finding, cards[finding.rule], language),
            say=say,
            language=language,
        )
        self._stop = threading.Event()
        self._background.in_thread(
            Lane.BULK,
            partial(_write, sheet, page, self._stop),
            then=self._written,
            failed=self._failed,
        )

    def _end(self) -> None:
        self._stop.set()

    def _written(self, page: object) -> None:
        if page is not None:
            self.said.emit(msg("The report is in {file}.", file=str(page)))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, ProofError):
            self.problem.emit(error)
        else:
            title = msg("The report was not written: {error}", error=str(error))
            self.problem.emit(ProofError(title))


def _write(sheet: partial[ProofSheet], page: Path, stop: threading.Event) -> Path | None:
    dataset, findings, about_all = sheet.args
    state, text = toml_on_disk(dataset)
    points = readiness(dataset, findings, about_all, state, epoch_of(dataset))
    data = report_html(sheet(points=points, toml=text), stop.is_set)
    if data is None:
        return None
    write_bytes(page, data)
    return page
