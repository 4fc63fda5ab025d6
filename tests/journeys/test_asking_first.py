"""What is asked before it is done, and who may do it at all."""

import shutil

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from app.dataset.entry import Cause
from app.dataset.lock import acquire
from app.ui import start


def boxes(driver):
    return [box for box in driver.window.findChildren(QMessageBox) if box.isVisible()]


def test_links_out_of_the_dataset_are_asked_one_after_the_other(driver, folder, tmp_path):
    """Rows 28 and 37."""
    outside = tmp_path / "outside"
    outside.mkdir()
    for name in ("1.txt", "2.txt", "10.txt"):
        (folder / name).rename(outside / name)
        (folder / name).symlink_to(outside / name)
    driver.open(folder)
    texts = {number: f"mira, text {number}" for number in range(3)}
    driver.session.edit_many(texts, Cause.REPLACE, "all")
    driver.session.saving.flush()
    for button in ("Write there", "Do not write", "Write there"):
        (box,) = boxes(driver)
        (pressed,) = [b for b in box.buttons() if b.text().replace("&", "") == button]
        QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
    assert boxes(driver) == []
    driver.until(lambda: len(driver.session.saving.waiting()) == 1)
    (left,) = driver.session.saving.waiting()
    assert driver.session.saving.problem(left) is not None
    written = {path.name for path in outside.iterdir() if path.read_text().startswith("mira, text")}
    assert len(written) == 2
    driver.session.undo()
    driver.settle()


def test_a_second_window_neither_renames_nor_adds_nor_takes_out(driver, folder, tmp_path):
    held = acquire(folder)
    driver.open(folder)
    assert driver.session.saving.read_only is not None
    shutil.copy(folder / "1.png", tmp_path / "new.png")
    before = sorted(path.name for path in folder.iterdir())
    driver.window.acts.rename()
    driver.window.acts.add([tmp_path / "new.png"])
    driver.window.acts.take_out()
    driver.settle()
    assert sorted(path.name for path in folder.iterdir()) == before
    held.release()


def test_a_sample_that_was_half_copied_is_made_whole(own_home, monkeypatch):
    def half(source, target):
        target.mkdir()
        raise OSError(28, "no room")

    with monkeypatch.context() as patch:
        patch.setattr(start.shutil, "copytree", half)
        assert not start.sample_copy().exists()
    assert any(start.sample_copy().rglob("*.png")) or any(start.sample_copy().rglob("*.jpg"))
