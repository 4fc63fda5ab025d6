"""The folder goes away while it is open: nothing is written, nothing typed is lost."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.dataset.drafts import load_drafts
from app.dataset.journal import history
from app.lint.own_words import PLACE
from app.lint.terms import Kind


def lose(driver, act):
    act()
    driver.until(lambda: driver.window.lost_folder.lost)
    assert driver.window.lost_folder.bar.isVisible()


def test_a_renamed_folder_is_found_again_with_what_was_typed(driver, folder, monkeypatch):
    """Row 10."""
    driver.open(folder)
    driver.type(", before", driver.editor())
    driver.settle()
    other = folder.with_name("renamed")
    lose(driver, lambda: folder.rename(other))
    driver.type(", mine", driver.editor())
    driver.session.saving.flush()
    driver.session.history.flush()
    driver.until(lambda: load_drafts(folder)[0])
    assert not folder.exists(), "the old path is never made again"
    assert driver.session.saving.waiting() == [0]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))
    QTest.mouseClick(driver.window.lost_folder.bar.again, Qt.MouseButton.LeftButton)
    driver.until(lambda: not driver.window.lost_folder.lost)
    wanted = "mira, a woman in a red coat stands beside a door, before, mine"
    driver.until(lambda: (other / "1.txt").read_text(encoding="utf-8") == wanted)
    driver.settle()
    assert driver.session.dataset.root == other
    assert driver.session.dataset.present() == [0, 1, 2]
    assert not driver.window.lost_folder.bar.isVisible()
    driver.window.close()
    assert len(history(other, "1.png")) >= 2, "the history came along"


def test_a_folder_of_other_images_is_not_taken_for_it(driver, folder, tmp_path, monkeypatch):
    driver.open(folder)
    other = folder.with_name("renamed")
    lose(driver, lambda: folder.rename(other))
    stranger = tmp_path / "stranger"
    stranger.mkdir()
    shutil.copy(other / "1.png", stranger / "x.png")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stranger))
    QTest.mouseClick(driver.window.lost_folder.bar.again, Qt.MouseButton.LeftButton)
    driver.until(lambda: "another folder" in driver.window.notices.text())
    assert driver.window.lost_folder.lost
    other.rename(folder)
    driver.until(lambda: not driver.window.lost_folder.lost)


def test_an_empty_mount_point_is_not_written_to_and_the_mount_may_come_back(driver, folder):
    """Row 10: unmounted, the path is another, empty folder."""
    driver.open(folder)
    away = folder.with_name("away")

    def unmount():
        folder.rename(away)
        folder.mkdir()

    lose(driver, unmount)
    driver.type(", mine", driver.editor())
    driver.session.saving.flush()
    driver.session.note(0, driver.session.dataset.notes_of(1), "nothing")
    driver.session.keeping.notes_changed([0])
    driver.session.keeping.flush()
    driver.until(lambda: driver.session.background.busy == 0)
    assert list(folder.iterdir()) == []
    assert driver.session.dataset.present() == [0, 1, 2], "its rows stay"
    folder.rmdir()
    away.rename(folder)
    driver.until(lambda: not driver.window.lost_folder.lost)
    driver.until(lambda: (folder / "1.txt").read_text(encoding="utf-8").endswith(", mine"))
    driver.settle()


@pytest.mark.parametrize("empty", [False, True])
def test_a_lost_folder_takes_no_words_with_it(driver, folder, monkeypatch, empty):
    (folder / PLACE).parent.mkdir()
    (folder / PLACE).write_text(
        '[[phrases]]\nkind = "lighting"\nfamily = "soft"\nen = "beside a door"\n', encoding="utf-8"
    )
    driver.open(folder)
    used = []
    monkeypatch.setattr(driver.session.linting, "use", used.append)

    def unmount_and_look():
        folder.rename(folder.with_name("away"))
        if empty:
            folder.mkdir()
        driver.window.outside.look()

    lose(driver, unmount_and_look)
    driver.settle()
    assert used == []
    assert [term.kind for term in driver.session.lint.terms(0)] == [Kind.LIGHTING]
