"""The keyboard alone reaches everything, and everything it reaches has a name."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QTabBar, QWidget
from shiboken6 import isValid

from app.paths import resources
from app.recent import Recent
from app.settings import STANDARD
from app.ui.windows.dialogs import DismissalDialog, WhyDialog
from app.ui.windows.export_dialog import ExportDialog
from app.ui.windows.keys_dialog import KeysDialog
from app.ui.windows.safe_fixes import SafeFixesDialog
from app.ui.windows.settings_dialog import SettingsDialog
from app.ui.windows.snapshots_dialog import SnapshotsDialog
from app.ui.windows.taken_out import TakenOutDialog
from app.ui.windows.timeline_dialog import TimelineDialog

MOST_STEPS = 400
NAMELESS = ("qt_spinbox_lineedit", "qt_tabwidget_tabbar")
"""Parts of controls that have a name themselves."""


@pytest.fixture
def sample(driver, tmp_path):
    shutil.copytree(resources() / "sample", tmp_path / "sample")
    driver.open(tmp_path / "sample")
    return driver


def tab_stops(root):
    """Every visible control that Tab should come to."""
    wanted = Qt.FocusPolicy.TabFocus
    return {
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & wanted
        and widget.focusProxy() is None
        # Of exclusive segments Tab comes to the chosen one, and arrows to the others.
        and not (getattr(widget, "group", lambda: None)() and not widget.isChecked())
    }


def walked(window, start):
    """What has had the focus after walking on until it is back where it was."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in range(MOST_STEPS):
        focus = QApplication.focusWidget()
        if focus is None or focus in seen:
            break
        seen.append(focus)
        # In an editor Tab is no letter of a caption either: it goes on.
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return set(seen)


def described(widgets):
    return sorted(f"{type(w).__name__} {w.accessibleName() or w.objectName()}" for w in widgets)


@pytest.mark.parametrize("tab", range(4))
def test_tab_comes_to_every_control(sample, tab):
    bench = sample.bench
    bench.desk.setCurrentIndex(tab)
    sample.settle()
    stops = tab_stops(sample.window)
    reached = walked(sample.window, bench.header.filter)
    missed = {widget for widget in stops - reached if not widget.isAncestorOf(widget.focusWidget())}
    assert described(missed) == []


def test_the_first_page_is_walked(driver, folder):
    page = driver.window.first_start
    page.show_recent([Recent(folder), Recent(folder / "gone")])
    QApplication.processEvents()
    assert described(tab_stops(driver.window) - walked(driver.window, page.open)) == []


@pytest.mark.parametrize("tab", range(4))
def test_every_control_has_a_name(sample, tab):
    sample.bench.desk.setCurrentIndex(tab)
    sample.settle()
    nameless = {
        widget
        for widget in tab_stops(sample.window)
        if not (widget.accessibleName() or getattr(widget, "text", str)())
        and not isinstance(widget, QTabBar | QScrollArea)
        and widget.objectName() not in NAMELESS
    }
    assert described(nameless) == []


def test_no_key_means_two_things(sample):
    keys = {}
    for action in sample.window.findChildren(QAction):
        for key in action.shortcuts():
            if not key.isEmpty():
                keys.setdefault(key.toString(), set()).add(action.text())
    assert {key: texts for key, texts in keys.items() if len(texts) > 1} == {}


def test_f6_walks_the_places(sample):
    bench = sample.bench
    bench.sheet.setFocus()
    places = []
    for _ in range(4):
        places.append(QApplication.focusWidget())
        sample.key(Qt.Key.Key_F6)
    assert places[:3] == [bench.sheet, bench.light_table.editor, bench.light_table.picture]
    assert QApplication.focusWidget() is bench.sheet


def settings_dialog(driver):
    return SettingsDialog(STANDARD, driver.window)


def keys_dialog(driver):
    return KeysDialog(driver.session, driver.window.actions_, driver.window)


def export_dialog(driver):
    return ExportDialog(driver.session, driver.window.layout_store, driver.window)


def phrase_dialog(driver):
    return driver.window.phrase_door.made()


def why_dialog(driver):
    return WhyDialog(driver.session, "piled-up-modifiers", driver.window)


def dismissal_dialog(driver):
    finding = next(f for f in driver.session.lint.entry_findings(3))
    return DismissalDialog(driver.session, finding, driver.window)


def safe_fixes_dialog(driver):
    return SafeFixesDialog(driver.session, {3: "copperbob woman"}, driver.window)


def snapshots_dialog(driver):
    return SnapshotsDialog((), driver.window)


def timeline_dialog(driver):
    return TimelineDialog("00001.jpg", (), driver.window)


def taken_out_dialog(driver):
    return TakenOutDialog((), driver.session.dataset.root, driver.window)


@pytest.mark.parametrize(
    "make",
    [
        settings_dialog,
        keys_dialog,
        export_dialog,
        phrase_dialog,
        why_dialog,
        dismissal_dialog,
        safe_fixes_dialog,
        snapshots_dialog,
        timeline_dialog,
        taken_out_dialog,
    ],
)
def test_tab_comes_to_every_control_of_a_dialog_and_esc_closes_it(sample, make):
    dialog = make(sample)
    dialog.show()
    dialog.activateWindow()
    sample.qtbot.waitExposed(dialog)
    sample.until(dialog.isActiveWindow)
    sample.settle()
    first = dialog.focusWidget() or dialog.nextInFocusChain()
    stops = tab_stops(dialog)
    missed = stops - walked(dialog, first)
    assert stops
    assert described(w for w in missed if not w.isAncestorOf(w.focusWidget())) == []
    nameless = {
        widget
        for widget in stops
        if not (widget.accessibleName() or getattr(widget, "text", str)())
        and not isinstance(widget, QTabBar | QScrollArea)
        and widget.objectName() not in NAMELESS
    }
    assert described(nameless) == []
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Escape)
    sample.until(lambda: not isValid(dialog) or not dialog.isVisible())
