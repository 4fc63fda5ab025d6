"""`--screenshot`: opens the window unseen, waits until it is settled, and writes a picture."""

import argparse
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.errors import ExitCode
from app.ui.windows.export_dialog import ExportDialog
from app.ui.windows.main_window import MainWindow

MOST_SECONDS = 120.0
QUIET_MS = 400
"""The window counts as settled when nothing has been under way for so long."""


class NotReadyError(Exception):
    """The window was still at work when its time was over."""


def take_screenshot(app: QApplication, window: MainWindow, options: argparse.Namespace) -> int:
    """Write the picture; 0, or 2 where the folder cannot be opened, the window is not ready in
    time, or the file cannot be written.
    """
    try:
        return _take(app, window, options)
    except NotReadyError:
        minutes = round(MOST_SECONDS / 60)
        sys.stderr.write(f"proofsheet: the window was not ready after {minutes} minutes\n")
        window.close()
        return ExitCode.USAGE


def _take(app: QApplication, window: MainWindow, options: argparse.Namespace) -> int:
    window.resize(QSize(*options.size))
    window.show()
    problems: list[object] = []
    window.opening.failed.connect(problems.append)
    if options.folder is not None and options.view != "start":
        window.open_folder(options.folder.absolute())
        _wait(lambda: bool(problems) or window.session.dataset is not None)
    if problems:
        sys.stderr.write(f"proofsheet: {problems[0]}\n")
        window.close()
        return ExitCode.USAGE
    if window.session.dataset is not None:
        _show_view(window, options)
        _settle(window)
    else:
        _wait(lambda: window.background.busy == 0)
    target: QWidget = window
    dialog: QDialog | None = None
    if options.view.startswith("export") and window.session.dataset is not None:
        dialog = ExportDialog(window.session, window.layout_store, window)
        tabs = {"export-more": dialog.more, "export-mix": dialog.mix}
        tabs["export-changes"] = dialog.changes
        dialog.tabs.setCurrentWidget(tabs.get(options.view, dialog.config))
        dialog.show()
        _settle(window)
        target = dialog
    if options.view == "phrase" and window.session.dataset is not None:
        dialog = window.phrase_door.made()
        dialog.show()
        _settle(window)
        target = dialog
    act = {"timeline": "history", "snapshots": "snapshots"}.get(options.view)
    if act is not None and window.session.dataset is not None:
        window.actions_[act].trigger()
        _settle(window)
        found = QApplication.activeModalWidget()
        dialog = found if isinstance(found, QDialog) else None
        target = dialog or window
    target.grab()  # what is painted for the first time asks for its pictures then
    _settle(window)
    app.processEvents()
    written = target.grab().save(str(options.screenshot))
    if not written:
        sys.stderr.write(f"proofsheet: {options.screenshot} cannot be written\n")
    if dialog is not None:
        dialog.close()
    window.close()
    return ExitCode.CLEAN if written else ExitCode.USAGE


def _show_view(window: MainWindow, options: argparse.Namespace) -> None:
    bench = window.workbench
    if options.entry:
        dataset = window.session.dataset
        entries = dataset.entries if dataset else []
        names = {f"{entry.concept}/{entry.name}": entry.id for entry in entries}
        names |= {entry.name: entry.id for entry in entries}
        if options.entry in names:
            bench.go_to(names[options.entry])
    if options.view in ("review", "review2"):
        window.reviewing.enter(2 if options.view == "review2" else 1)
        if options.entry and bench.current is not None:
            window.reviewing.round.go(bench.current)
    view, _, opened = options.view.partition("-")
    tab = {"findings": 0, "wording": 1, "dataset": 2, "toml": 3}.get(view)
    if tab is not None:
        bench.desk.setCurrentIndex(tab)
    if opened:
        window.actions_["desk_open"].trigger()
    if opened == "chosen":
        _settle(window)
        window.workbench.desk.wording.choose_most_words()


def _settle(window: MainWindow) -> None:
    quiet_since = time.monotonic()

    def settled() -> bool:
        nonlocal quiet_since
        if not window.session.settled or not window.workbench.desk.settled:
            quiet_since = time.monotonic()
        return time.monotonic() - quiet_since > QUIET_MS / 1000

    _wait(settled)


def _wait(done: Callable[[], bool]) -> None:
    loop = QEventLoop()
    timer = QTimer(interval=20)
    deadline = time.monotonic() + MOST_SECONDS
    ready = False

    def look() -> None:
        nonlocal ready
        ready = done()
        if ready or time.monotonic() > deadline:
            loop.quit()

    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    if not ready:
        raise NotReadyError
