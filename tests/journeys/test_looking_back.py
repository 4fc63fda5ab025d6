"""Snapshots and the timeline by keys: taken, compared, brought back, and taken back again."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.dataset.entry import CaptionState, Cause
from app.dataset.journal import Record, append, history
from app.dataset.marks import Light, Marks
from app.dataset.snapshots import snapshots

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def opened(driver, owner, name="dialog"):
    driver.until(lambda: getattr(owner, name) is not None)
    dialog = getattr(owner, name)
    driver.until(dialog.isActiveWindow)
    return dialog


def take(driver, title):
    driver.key(Qt.Key.Key_S, CTRL_SHIFT, driver.window)
    dialog = opened(driver, driver.window.looking_back, "name_dialog")
    QTest.keyClicks(dialog.name, title)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    driver.until(lambda: title in driver.window.notices.text())


def show(driver):
    driver.key(Qt.Key.Key_H, CTRL_SHIFT, driver.window)
    dialog = opened(driver, driver.window.looking_back)
    driver.settle()
    return dialog


def test_a_snapshot_is_taken_compared_and_brought_back(driver, folder):
    driver.open(folder)
    before = {path: path.read_bytes() for path in folder.iterdir()}
    first = [driver.text(number) for number in range(3)]
    take(driver, "before pass 2")
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    driver.session.edit_many({0: "mira, one", 1: "mira, two"}, Cause.REPLACE, "all of them")
    driver.settle()
    dialog = show(driver)
    titles = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert titles == ["before pass 2"], "nothing differed: no second one before the bulk change"
    assert "2" in dialog.list.item(0).data(Qt.ItemDataRole.UserRole)
    assert dialog.names.model().stringList() == ["1.png", "2.png"]
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    driver.until(lambda: driver.text(0) == first[0])
    driver.until(lambda: dialog.names.model().stringList() == ["2.png"])
    assert driver.text(1) == "mira, two"
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL_SHIFT)
    driver.until(lambda: [driver.text(number) for number in range(3)] == first)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    driver.ctrl(Qt.Key.Key_Z, driver.window)
    assert driver.text(1) == "mira, two"
    driver.settle()


def test_a_bulk_change_and_a_removal_keep_what_was_before(driver, folder):
    driver.open(folder)
    driver.session.edit_many({0: "mira, one", 1: "mira, two"}, Cause.REPLACE, "all of them")
    driver.session.edit(0, "mira, alone")
    driver.settle()
    driver.session.take_out([2])
    driver.settle()
    assert [one.by_hand for one in snapshots(folder)] == [False, False]
    dialog = show(driver)
    assert dialog.list.count() == 2
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    driver.settle()
    assert sorted(dialog.names.model().stringList()) == ["1.png", "10.png", "2.png"]
    dialog.other.setFocus()
    QTest.keyClick(dialog.other, Qt.Key.Key_Down)
    driver.settle()
    assert dialog.names.model().stringList() == ["1.png", "2.png"], "two snapshots side by side"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    driver.session.undo()
    driver.settle()


def test_the_timeline_shows_every_kind_of_change_and_leads_back(driver, folder):
    driver.open(folder)
    first = driver.text(0)
    driver.type(", mine", driver.editor())
    driver.settle()
    driver.session.history.flush()
    notes = driver.session.dataset.notes_of(0)
    driver.session.note(0, replace(notes, marks=Marks(light=Light.NIGHT)), "mark")
    driver.ctrl(Qt.Key.Key_Z, driver.window)
    driver.ctrl(Qt.Key.Key_Z, driver.window)
    driver.settle()
    (folder / "1.txt").write_text("mira, theirs", encoding="utf-8")
    driver.key(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier, driver.window)
    driver.until(lambda: driver.text(0) == "mira, theirs")
    driver.ctrl(Qt.Key.Key_H, driver.window)
    dialog = opened(driver, driver.window.recall)
    causes = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert causes[0] == "changed by another program"
    assert "typed" in causes
    assert "taken back" in causes, "undo is a change like any other"
    assert causes[-1] == "as it was at first"
    QTest.keyClick(dialog.list, Qt.Key.Key_End)
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    driver.until(lambda: driver.text(0) == first)
    driver.ctrl(Qt.Key.Key_Z, driver.window)
    assert driver.text(0) == "mira, theirs"
    driver.settle()


def lines_of(driver):
    driver.ctrl(Qt.Key.Key_H, driver.window)
    dialog = opened(driver, driver.window.recall)
    lines = [dialog.list.item(row) for row in range(dialog.list.count())]
    return dialog, [(one.text(), one.data(Qt.ItemDataRole.UserRole)) for one in lines]


def bring_back(driver, dialog, row):
    dialog.list.setCurrentRow(row)
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    driver.until(lambda: driver.window.recall.dialog is None)


def test_what_was_written_while_the_program_was_closed_comes_back_too(driver, make_driver, folder):
    driver.open(folder)
    driver.type(", mine", driver.editor())
    driver.settle()
    driver.window.close()
    (folder / "1.txt").write_text("mira, by another program", encoding="utf-8")
    second = make_driver()
    second.open(folder)
    second.type(", and mine", second.editor())
    second.settle()
    dialog, shown = lines_of(second)
    assert [words for words, _ in shown] == [
        "typed",
        "changed by another program",
        "typed",
        "as it was at first",
    ]
    assert shown[1][1] == "nobody knows when"
    bring_back(second, dialog, 1)
    assert second.text(0) == "mira, by another program"
    second.settle()


def test_a_renamed_image_keeps_its_timeline(driver, folder):
    driver.open(folder)
    first = driver.text(0)
    driver.type(", mine", driver.editor())
    driver.settle()
    for suffix in (".png", ".txt"):
        (folder / "1.png").with_suffix(suffix).rename((folder / "1a.png").with_suffix(suffix))
    driver.key(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier, driver.window)
    driver.until(lambda: driver.session.name(0) == "1a.png")
    driver.settle()
    dialog, shown = lines_of(driver)
    assert [words for words, _ in shown] == ["renamed", "typed", "as it was at first"]
    assert not dialog.back.isEnabled()
    bring_back(driver, dialog, 2)
    assert driver.text(0) == first
    driver.settle()


def test_bytes_that_are_no_text_come_back_as_bytes(driver, folder):
    theirs = "夕暮れ".encode("cp932")
    driver.open(folder)
    first = driver.text(0)
    append(folder, [Record("1.png", "converted", theirs, first)])
    dialog, shown = lines_of(driver)
    assert [words for words, _ in shown] == ["converted to UTF-8", "as it was at first"]
    bring_back(driver, dialog, 1)
    driver.until(lambda: (folder / "1.txt").read_bytes() == theirs)
    driver.until(lambda: driver.session.entry(0).caption.state is CaptionState.NOT_UTF8)
    dialog, shown = lines_of(driver)
    assert shown[0][0] == "brought back"
    assert history(folder, "1.png")[-1].before == first, "and what was there is found again"
    dialog.reject()
    driver.settle()


def test_an_image_that_was_taken_out_shows_its_caption_of_then(driver, folder):
    driver.open(folder)
    first = driver.text(0)
    driver.session.take_out([0])
    driver.session.undo()
    driver.settle()
    driver.session.edit(0, "mira, another text")
    driver.settle()
    driver.bench.go_to(0)
    dialog, shown = lines_of(driver)
    assert [words for words, _ in shown] == [
        "typed",
        "put back into the dataset",
        "taken out of the dataset",
        "as it was at first",
    ]
    bring_back(driver, dialog, 2)
    assert driver.text(0) == first
    driver.settle()


def test_an_image_taken_out_in_an_earlier_session_comes_back_with_its_marks(
    driver, make_driver, folder
):
    driver.open(folder)
    driver.session.take_out([0])
    driver.settle()
    driver.window.close()
    second = make_driver()
    second.open(folder)
    assert "1.png" not in second.names()
    second.window.actions_["removed"].trigger()
    dialog = opened(second, second.window.taken_out)
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    second.until(lambda: "1.png" in second.names())
    assert (folder / "1.png").exists()
    assert (folder / "1.txt").read_text(encoding="utf-8").startswith("mira")
    second.settle()
