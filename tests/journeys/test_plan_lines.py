"""The plan of an export: heights of its lines, bands to the edge, and files that are alike."""

import pytest
from PIL import Image
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from app.ui.models.plan import PlanRole
from app.ui.scheme import current_scheme
from app.ui.widgets.plan_delegate import HEAD, LINE, SENTENCE
from app.ui.windows.export_dialog import ExportDialog


def lines(tree, above=None):
    """Every line of the plan, from above."""
    model, above = tree.model(), above or QModelIndex()
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        yield index
        yield from lines(tree, index)


def line(tree, words):
    return next(index for index in lines(tree) if index.data() == words)


def planned(driver, dialog):
    """The plan is the last one: another would take the lines away that a test holds."""
    driver.settle()
    driver.until(lambda: dialog.planning.known and not dialog.planning.busy)
    driver.settle()
    driver.until(lambda: not dialog.planning.busy and dialog.tree.model().rowCount())


@pytest.fixture
def export(driver, folder):
    Image.new("RGB", (512, 1024), "#888").save(folder / "tall.png")
    (folder / "tall.txt").write_text("mira, a grey wall", encoding="utf-8")
    (folder / "2.txt").write_text("", encoding="utf-8")
    for name in ("a", "b", "c", "d", "e"):
        (folder / f"{name}.note").write_text("?", encoding="utf-8")
    driver.open(folder)
    made = ExportDialog(driver.session, driver.window.layout_store, driver.window)
    made.show()
    made.tree.setFocus()  # the field that loses it asks for another plan
    planned(driver, made)
    yield made
    made.reject()


def test_heads_are_higher_than_points_and_points_than_files(export):
    tree = export.tree
    heights = {
        words: tree.visualRect(line(tree, words)).height()
        for words in ("Stops the export", "Would be written", "Pass 1 not begun", "data.toml")
    }
    assert heights == {
        "Stops the export": HEAD,
        "Would be written": HEAD,
        "Pass 1 not begun": SENTENCE,
        "data.toml": LINE,
    }
    assert (HEAD, LINE) == (32, 24)


def test_the_signs_are_those_of_what_is_open(export):
    icons = {
        words: line(export.tree, words).data(PlanRole.ICON)
        for words in ("Pass 1 not begun", "Pass 2 not begun", "Open, unless you say so")
    }
    assert icons["Pass 1 not begun"] == icons["Pass 2 not begun"] == "ring"
    assert icons["Open, unless you say so"] == "warning"


def test_files_that_are_treated_alike_stand_below_one_line(driver, export):
    """Left behind are five notes; two are named, and a key opens the line of the others."""
    tree = export.tree
    head = line(tree, "Left behind")
    below = [tree.model().index(row, 0, head) for row in range(tree.model().rowCount(head))]
    assert [index.data() for index in below] == ["a.note", "b.note", "3 more"]
    tree.setCurrentIndex(below[2])
    assert not tree.isExpanded(below[2])
    QTest.keyClick(tree, Qt.Key.Key_Right)
    assert tree.isExpanded(below[2])
    inside = [tree.model().index(row, 0, below[2]).data() for row in range(3)]
    assert inside == ["c.note", "d.note", "e.note"]


def test_a_line_for_many_shows_the_first_of_them(driver, export):
    export.leave_out.click()
    tree = export.tree
    planned(driver, export)
    names = [index.data() for index in lines(tree)]
    assert "tall.png" not in names, "numbered"
    alike = [index for index in lines(tree) if str(index.data()).endswith(" more")]
    assert [index.data() for index in alike] == ["3 more"], "two squares and one tall picture"


def test_a_run_of_three_is_folded_and_previews_its_own(driver, folder):
    driver.open(folder)
    made = ExportDialog(driver.session, driver.window.layout_store, driver.window)
    made.show()
    planned(driver, made)
    first = line(made.tree, "00001.png")
    more = line(made.tree, "2 more")
    assert first.parent() == more.parent()
    assert more.siblingAtColumn(1).data() == "from 2.png to 10.png"
    made.tree.setCurrentIndex(more)
    assert made.preview._name.text().endswith("00002.png")
    made.reject()


def test_the_bands_of_heads_reach_the_edge_beside_a_scroll_bar(driver, export):
    tree = export.tree
    export.resize(1100, 520)
    driver.until(lambda: tree.verticalScrollBar().isVisible())
    room = tree.visualRect(line(tree, "Stops the export"))
    picture = tree.grab().toImage()
    wash = QColor(current_scheme().error_wash)
    y = room.center().y()
    assert picture.pixelColor(tree.width() - 1, y) == wash
    assert picture.pixelColor(tree.viewport().width() - 1, y) == wash
    below = tree.visualRect(line(tree, "Pass 1 not begun")).center().y()
    assert picture.pixelColor(tree.width() - 1, below) == QColor(current_scheme().base)


def test_a_button_shows_its_key_only_while_the_key_acts(export):
    def inked(button):
        picture = button.grab().toImage()
        right = range(picture.width() - 30, picture.width() - 8)
        middle = picture.height() // 2
        ground = picture.pixelColor(picture.width() - 6, middle)
        return any(picture.pixelColor(x, y) != ground for x in right for y in (middle, middle - 7))

    assert not export.export.isEnabled()
    width = export.export.sizeHint().width()
    assert not inked(export.export)
    export.export.setEnabled(True)
    assert inked(export.export)
    assert export.export.sizeHint().width() == width, "nothing moves"
