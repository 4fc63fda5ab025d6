"""Builds the application and its window, or takes a picture of the window and ends."""

import argparse
import logging
import os
import shutil
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, Qt, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.errors import ExitCode, ProofError
from app.images.known import warm_up
from app.messages import msg
from app.paths import resources, state_folder
from app.recent import recent_folders, unfinished_opening
from app.settings import Language, Removal, Settings, load_settings, save_settings
from app.ui.background import Background
from app.ui.icons import icon
from app.ui.scheme import (
    SchemeChoice,
    apply_scheme,
    has_japanese_font,
    interface_font,
    set_base_size,
    set_language,
)
from app.ui.style import ProofsheetStyle
from app.ui.tidying import Tidying
from app.ui.windows.crash_dialog import show_crash
from app.ui.windows.glances import Glances
from app.ui.windows.main_window import MainWindow
from app.ui.windows.screenshot import take_screenshot
from app.ui.windows.settings_dialog import SettingsDialog

log = logging.getLogger(__name__)

SAMPLE = "sample"
TOLD_OF_LETTERS = "told/no-japanese-font"
NO_LETTERS = msg(
    "No font on this machine has Japanese letters. Install the package fonts-noto-cjk "
    "(Fedora: google-noto-sans-cjk-fonts) and start again."
)
SWITCH_SECONDS = 0.0005
"""A thread at work lets the window's thread go on after so long. Python's own 5 ms are met at each
call of the system that gives way for a moment: a page scrolled has twenty of them."""


def run(options: argparse.Namespace) -> int:
    """Show the window until it is closed; returns the exit code."""
    if options.screenshot is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["QT_SCALE_FACTOR"] = str(options.scale)
    app = application()
    settings, notices = load_settings()
    language = options.language or language_of(settings)
    speak(app, language)
    dress(app, settings, options.scheme)
    layout = QSettings(str(state_folder() / "window.ini"), QSettings.Format.IniFormat)
    window = made_window(settings, layout)
    window.session.language = language
    window.sample_wanted.connect(lambda: window.open_folder(sample_copy()))
    window.settings_wanted.connect(lambda: change_settings(app, window))
    catch_faults(window)
    if options.screenshot is not None:
        return take_screenshot(app, window, options)
    window.session.tokens.look_for_tokenizers(settings)
    window.restore_layout()
    window.show()
    warn_of_missing_letters(window, language)
    for notice in notices:
        window.notices.say(notice)
    folder = first_folder(options, settings)
    if folder is not None:
        QTimer.singleShot(0, window, lambda: window.open_folder(folder))
    return app.exec()


def made_window(settings: Settings, layout: QSettings) -> MainWindow:
    """The window with all that works behind it; not shown yet."""
    sys.setswitchinterval(SWITCH_SECONDS)
    background = Background()
    background.start(warm_up)
    window = MainWindow(background, settings, layout)
    tidying = Tidying(window)
    window.session.opened.connect(tidying.dataset_opened)
    window.session.closed.connect(tidying.dataset_closed)
    Glances(background, window.first_start)
    heed(window, settings)
    return window


def application() -> QApplication:
    """The one QApplication, named so that nothing is kept under a wrong name."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication(["proofsheet"])
    app.setOrganizationName("proofsheet")
    app.setApplicationName("proofsheet")
    app.setApplicationDisplayName("Proofsheet")
    app.setDesktopFileName("io.github.proofsheet.Proofsheet")
    return app


def language_of(settings: Settings) -> str:
    """The language of the interface: the chosen one, or that of the desktop if there is one."""
    if settings.language is not Language.SYSTEM:
        return settings.language.value
    return "ja" if QLocale.system().language() is QLocale.Language.Japanese else "en"


def speak(app: QApplication, language: str) -> None:
    """Load the translations of a language; English needs one for its plurals too."""
    set_language(language)
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    places = (
        (f"proofsheet_{language}", str(resources() / "i18n")),
        (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
    )
    for name, folder in places:
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)


def dress(app: QApplication, settings: Settings, scheme: str | None) -> None:
    """Style, colours, icon and fonts of the application."""
    if not isinstance(app.style(), ProofsheetStyle):
        app.setStyle(ProofsheetStyle())
    if settings.font_size:
        set_base_size(round(settings.font_size * 96 / 72))
    app.setFont(interface_font())
    apply_scheme(app, SchemeChoice(scheme or settings.scheme.value))
    app.setWindowIcon(icon("proofsheet"))


def first_folder(options: argparse.Namespace, settings: Settings) -> Path | None:
    """What to open at the start: the argument, the sample, or the last folder if it is safe."""
    if options.folder is not None:
        return Path(options.folder).absolute()
    if options.sample:
        return sample_copy()
    if options.no_reopen or not settings.reopen_last:
        return None
    last = next(iter(recent_folders()), None)
    if last is None or last == unfinished_opening() or not last.is_dir():
        return None
    return last


def sample_copy() -> Path:
    """The person's own copy of the sample dataset, made at the first call, whole or not at all.

    Where it cannot be made, the folder that it would be: opening that says why there is nothing.
    """
    target = state_folder() / SAMPLE
    begun = target.with_name(SAMPLE + ".begun")
    try:
        if not target.exists():
            begun.parent.mkdir(parents=True, exist_ok=True)
            shutil.rmtree(begun, ignore_errors=True)
            shutil.copytree(resources() / "sample", begun)
            begun.rename(target)
    except OSError:
        log.exception("the sample could not be copied")
    return target


def change_settings(app: QApplication, window: MainWindow) -> None:
    """Ask for settings, keep them, and show them at once."""
    before, _ = load_settings()
    dialog = SettingsDialog(before, window)
    if not dialog.exec():
        return
    after = dialog.settings()
    try:
        save_settings(after)
    except ProofError as error:
        window.notices.say_problem(error)
    language = language_of(after)
    if language != window.session.language:
        speak(app, language)
        window.session.language = language
        window.retranslate()
        warn_of_missing_letters(window, language)
    dress(app, after, None)
    heed(window, after)
    window.session.tokens.look_for_tokenizers(after)


def warn_of_missing_letters(window: MainWindow, language: str) -> None:
    """Say once that this machine has no Japanese letters: in Latin ones, the others are boxes."""
    store = window.layout_store
    if language != "ja" or has_japanese_font():
        store.remove(TOLD_OF_LETTERS)
    elif not store.contains(TOLD_OF_LETTERS):
        store.setValue(TOLD_OF_LETTERS, "1")
        window.notices.say(NO_LETTERS)


def heed(window: MainWindow, settings: Settings) -> None:
    """Hand the settings to those that they concern."""
    window.opening.use_words(settings.word_list)
    window.session.pictures.look_for_faces(settings.expression)
    window.session.pictures.opinions.heed(settings)
    window.session.files.to_system_trash = settings.removal is Removal.TRASH


def catch_faults(window: MainWindow) -> None:
    """From now on no fault of the program ends it, and each is in the log."""
    sys.excepthook = lambda kind, error, trace: _crashed(window, kind, error, trace)
    threading.excepthook = _thread_crashed


def _thread_crashed(fault: threading.ExceptHookArgs) -> None:
    """A thread has ended with an exception: there is no window in a thread, but there is a log."""
    lines = traceback.format_exception(fault.exc_type, fault.exc_value, fault.exc_traceback)
    log.error("unexpected in thread %s: %s", fault.thread and fault.thread.name, "".join(lines))


def _crashed(
    window: MainWindow,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """An exception in a slot: into the log, drafts to disk, one plain dialog, and on we go."""
    if issubclass(kind, KeyboardInterrupt):
        QApplication.exit(ExitCode.USAGE)
        return
    details = "".join(traceback.format_exception(kind, error, trace))
    log.error("unexpected: %s", details)
    session = window.session
    for flush in (session.history.flush, session.saving.flush, session.keeping.flush):
        try:
            flush()
        except Exception:  # the fault may lie in here, and the others must still be asked
            log.exception("not everything could be written after a fault")
    show_crash(window, details)
