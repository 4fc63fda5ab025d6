"""Leaving a dataset: typing goes to disk, whatever is under way and whichever page is shown."""

import shutil
from threading import Event

from app.dataset.drafts import keep_draft, load_drafts
from app.ui.background import Lane


def hold(driver):
    """Let the lane of typed saves wait until the returned function is called."""

    event = Event()
    driver.window.background.in_thread(
        Lane.SAVES, event.wait, then=lambda _: None, failed=lambda _: None
    )
    return event.set


def test_typing_while_another_folder_is_scanned_is_saved(driver, folder, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(folder, other)
    driver.open(folder)
    driver.window.open_folder(other)
    driver.session.edit(0, "mira, typed during the scan")
    driver.until(lambda: driver.session.dataset.root == other)
    driver.settle()
    assert (folder / "1.txt").read_text(encoding="utf-8") == "mira, typed during the scan"
    assert driver.text(0).endswith("beside a door")


def test_closing_while_an_older_text_is_being_written_saves_the_newer(driver, folder):
    driver.open(folder)
    go_on = hold(driver)
    driver.session.edit(0, "mira, first text")
    driver.session.saving.flush()
    driver.session.edit(0, "mira, last text")
    go_on()
    driver.window.close()
    assert (folder / "1.txt").read_text(encoding="utf-8") == "mira, last text"


def test_closing_on_another_page_saves_too(driver, folder):
    driver.open(folder)
    driver.session.edit(0, "mira, typed last")
    driver.window.pages.setCurrentWidget(driver.window.first_start)
    driver.window.close()
    assert (folder / "1.txt").read_text(encoding="utf-8") == "mira, typed last"


def test_a_folder_closed_while_an_entry_waited_to_be_written_leaves_nothing_to_the_next(
    driver, folder, tmp_path, monkeypatch
):
    other = tmp_path / "other"
    shutil.copytree(folder, other)
    driver.open(folder)
    driver.bench.go_to(2)
    driver.settle()
    driver.session.edit(2, "mira, typed last")
    driver.bench.go_to(0)
    driver.window.close_dataset()
    assert (folder / "10.txt").read_text(encoding="utf-8") == "mira, typed last"
    driver.open(other)
    asked, flush = [], driver.session.saving.flush
    monkeypatch.setattr(
        driver.session.saving, "flush", lambda entries=None: (asked.append(entries), flush(entries))
    )
    driver.bench.go_to(1)
    driver.until(lambda: asked)
    assert asked == [[0]]


def test_a_draft_that_is_not_ticked_stays(driver, folder, own_home):

    keep_draft(folder, "1.png", "mira, over another base", "0" * 64)
    driver.open(folder)
    driver.until(lambda: driver.window.recall.dialog is not None)
    driver.window.recall.dialog.accept()
    driver.settle()
    drafts, _ = load_drafts(folder)
    assert [draft.text for draft in drafts] == ["mira, over another base"]
