"""Another scheme is taken at once by everything on screen; no restart, no leftover."""

from dataclasses import asdict

import numpy as np
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QApplication

from app.dataset.entry import Cause
from app.recent import Recent
from app.settings import STANDARD
from app.ui.scheme import DARK, LIGHT, SchemeChoice, apply_scheme
from app.ui.widgets.labels import Label
from app.ui.windows.dialogs import WhyDialog
from app.ui.windows.export_dialog import ExportDialog
from app.ui.windows.settings_dialog import SettingsDialog

STRAY = 250
"""Pixels that may have a colour of the other scheme by chance: edges of letters are mixtures."""


@pytest.fixture
def switch(qapp):
    def to(choice):
        apply_scheme(qapp, choice)
        QApplication.processEvents()

    yield to
    to(SchemeChoice.LIGHT)


def colours(widget):
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32) & 0xFFFFFF
    values, counts = np.unique(pixels, return_counts=True)
    return {f"#{value:06X}": int(n) for value, n in zip(values, counts, strict=True)}


def leftovers(widget, old, new):
    """Grounds and inks of the old scheme that are still to be seen, with their pixels."""
    # White is a light ground and also what pictures and their frames are painted with.
    tokens = set(asdict(old).values()) - set(asdict(new).values()) - {"#FFFFFF"}
    return {name: n for name, n in colours(widget).items() if name in tokens and n > STRAY}


def stale_labels(widget, scheme):
    tokens = {value.upper() for value in asdict(scheme).values()}
    return [
        label.text()
        for label in widget.findChildren(Label)
        if label.palette().color(QPalette.ColorRole.WindowText).name().upper() not in tokens
    ]


def check_both_ways(widget, switch):
    switch(SchemeChoice.LIGHT)
    assert leftovers(widget, LIGHT, DARK), "the measure sees light colours where there are some"
    switch(SchemeChoice.DARK)
    assert leftovers(widget, LIGHT, DARK) == {}
    assert stale_labels(widget, DARK) == []
    switch(SchemeChoice.LIGHT)
    assert leftovers(widget, DARK, LIGHT) == {}
    assert stale_labels(widget, LIGHT) == []


def test_the_first_page_follows(driver, switch, folder):
    driver.window.resize(1024, 700)
    driver.window.first_start.show_recent([Recent(folder), Recent(folder / "gone")])
    check_both_ways(driver.window, switch)


@pytest.mark.parametrize("tab", range(4))
def test_the_workbench_follows(driver, switch, folder, tab):
    driver.window.resize(1024, 740)
    driver.open(folder)
    # A finding on the current entry, so that a card stands open.
    driver.session.edit(0, "mira, a very beautiful, stunning , amazing woman", Cause.TYPING)
    driver.settle()
    driver.bench.desk.setCurrentIndex(tab)
    driver.settle()
    check_both_ways(driver.window, switch)


def test_dialogs_follow(driver, switch, folder, tmp_path):
    driver.open(folder)
    layout = QSettings(str(tmp_path / "layout.ini"), QSettings.Format.IniFormat)
    for dialog in (
        ExportDialog(driver.session, layout, driver.window),
        WhyDialog(driver.session, "odd-spacing", driver.window),
        SettingsDialog(STANDARD, driver.window),
    ):
        dialog.show()
        driver.settle()
        check_both_ways(dialog, switch)
        dialog.close()
