"""What the disk and other programs do: nothing typed is lost, nothing foreign is overwritten."""

import errno
import os
import stat

import pytest
from PySide6.QtCore import Qt

from app import disk
from app.ui.models.roles import ChipAction, Notice, Role, SaveState
from app.ui.saving import WriteState
from app.ui.widgets.chips import lay_chips
from app.ui.widgets.row_data import read_chips

THEIRS = "mira, another program wrote this"


def test_a_clean_caption_follows_the_disk_quietly(driver, folder):
    """Row 11."""
    driver.open(folder)
    driver.rewrite(folder / "1.txt", THEIRS)
    driver.until(lambda: driver.text(0) == THEIRS)
    assert driver.bench.light_table.editor.caption == THEIRS
    assert driver.role(0, Role.SAVE_STATE) == SaveState.SAVED
    assert driver.window.notices.text() == ""


def test_a_full_disk_is_said_the_text_is_kept_and_a_retry_succeeds(driver, folder, monkeypatch):
    """Row 1."""
    driver.open(folder)
    before = (folder / "1.txt").read_bytes()

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    entry = driver.session.entry
    with monkeypatch.context() as patched:
        patched.setattr(disk.fs, "write", full)
        driver.type(", at noon", driver.editor())
        driver.until(lambda: driver.session.saving.state(entry(0)) is WriteState.NOT_SAVED)
    assert driver.text(0).endswith("at noon")
    assert (folder / "1.txt").read_bytes() == before
    assert driver.role(0, Role.SAVE_STATE) == SaveState.FAILED
    driver.until(lambda: "full" in driver.window.status.saving_text())
    driver.ctrl(Qt.Key.Key_S)
    driver.until(lambda: not entry(0).unsaved)
    assert (folder / "1.txt").read_text(encoding="utf-8").endswith("at noon")
    assert driver.role(0, Role.SAVE_STATE) in (SaveState.SAVED, SaveState.JUST_SAVED)


def test_captions_that_cannot_be_edited_are_states(driver, folder):
    """Rows 35 and 36."""
    (folder / "1.txt").write_bytes("赤いコート".encode("shift_jis"))
    (folder / "2.txt").write_bytes(b"x" * 300_000)
    driver.open(folder)
    before = {path: path.read_bytes() for path in folder.glob("*.txt")}
    for number, words in ((0, "UTF-8"), (1, "large")):
        assert Notice.UNREADABLE_CAPTION in driver.role(number, Role.NOTICES)
        assert words in driver.role(number, Role.PLACEHOLDER)
        assert driver.role(number, Role.READ_ONLY)
        driver.bench.go_to(number)
        driver.type("typed", driver.bench.light_table.editor)
        driver.key(Qt.Key.Key_F2, widget=driver.bench.sheet)
        assert driver.bench.sheet.editor_of(driver.bench.sheet.currentIndex()) is None
    driver.window.close()
    assert {path: path.read_bytes() for path in folder.glob("*.txt")} == before


def test_a_caption_that_two_pictures_share_changes_for_both(driver, folder):
    (folder / "1.webp").write_bytes(b"")
    driver.open(folder)
    assert driver.names()[:2] == ["1.png", "1.webp"]
    assert Notice.SHARED_CAPTION in driver.role(0, Role.NOTICES)
    driver.bench.go_to(0)
    driver.type(" here", driver.editor())
    assert driver.text(0) == driver.text(1)
    driver.settle()
    driver.until(lambda: not driver.session.entry(1).unsaved)
    assert (folder / "1.txt").read_text(encoding="utf-8").endswith(" here")


def test_a_second_window_may_only_look(make_driver, folder):
    """Row 19."""
    first = make_driver()
    first.open(folder)
    second = make_driver()
    second.open(folder)
    assert "Another window" in second.window.notices.text()
    assert Notice.READ_ONLY in second.role(0, Role.NOTICES)
    second.window.notices.clear()
    assert "Another window" in second.window.status.saving_text(), "it goes on being said"
    before = second.text(0)
    second.type("typed", second.editor())
    second.key(Qt.Key.Key_F2, widget=second.bench.sheet)
    assert second.text(0) == before
    assert second.bench.sheet.editor_of(second.bench.sheet.currentIndex()) is None
    first.type(", first", first.editor())
    first.settle()
    assert (folder / "1.txt").read_text(encoding="utf-8").endswith(", first")


def test_marks_of_a_second_window_are_refused(make_driver, folder):
    first, second = make_driver(), make_driver()
    first.open(folder)
    second.open(folder)
    second.click(second.button("Smile"))
    assert not second.session.undo_stack.canUndo()
    assert second.session.dataset.notes_of(0).marks.expression is None
    assert second.button("?").isChecked()


@pytest.mark.parametrize("what", ["missing", "empty", "file", "unreadable"])
def test_what_cannot_be_opened_is_said_in_one_sentence(driver, folder, tmp_path, what):
    if what == "unreadable" and os.geteuid() == 0:
        pytest.skip("root may read everything")
    place = tmp_path / what
    if what == "file":
        place = folder / "data.toml"
        place.mkdir()
        (place / "x").write_text("")
    elif what != "missing":
        place.mkdir()
    if what == "unreadable":
        place.chmod(0)
    driver.window.open_folder(place)
    driver.until(driver.window.notices.text)
    assert place.name in driver.window.notices.text()
    assert driver.session.dataset is None
    assert driver.window.first_start.isVisible()
    if what == "unreadable":
        place.chmod(stat.S_IRWXU)


def test_a_write_protected_caption_is_saved_when_the_person_says_so(driver, folder):
    """Row 5."""
    driver.open(folder)
    (folder / "1.txt").chmod(0o444)
    before = (folder / "1.txt").read_bytes()
    saving, entry = driver.session.saving, driver.session.entry
    driver.type(", at noon", driver.editor())
    driver.until(lambda: saving.state(entry(0)) is WriteState.NOT_SAVED)
    assert (folder / "1.txt").read_bytes() == before
    assert "write-protected" in driver.bench.light_table._saved.text()
    driver.until(lambda: driver.role(0, Role.CHIPS)[-1].action is ChipAction.SAVE_ANYWAY)
    index = driver.bench.entries.index(0, 0)
    sheet = driver.bench.sheet
    parts = sheet.delegate.parts_at(sheet.visualRect(index))
    laid = lay_chips(read_chips(index), parts.chips)
    room = next(place.room for place in laid.places if place.chip.action is ChipAction.SAVE_ANYWAY)
    driver.click(sheet.viewport(), room.center())
    driver.until(lambda: not saving.waiting())
    assert (folder / "1.txt").read_text("utf-8").endswith(", at noon")
    assert (folder / "1.txt").stat().st_mode & 0o777 == 0o444
    driver.type(" and later", driver.editor())  # said once for this file
    driver.until(lambda: (folder / "1.txt").read_text("utf-8").endswith("and later"))
