"""A killed window: typing is offered again, with its difference, and never applied by itself."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.dataset.drafts import keep_draft
from app.dataset.files import read_caption
from app.dataset.journal import Record, append, history
from app.dataset.own_files import state_of


@pytest.fixture
def drafted(folder):
    base = read_caption(folder / "1.txt").stamp.digest
    keep_draft(folder, "1.png", "mira, typed and never saved", base)
    return folder


def test_a_draft_is_offered_and_taken(driver, drafted):
    driver.open(drafted)
    driver.until(lambda: driver.window.recall.dialog is not None)
    assert driver.text(0).endswith("beside a door"), "nothing is applied by itself"
    dialog = driver.window.recall.dialog
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert driver.text(0) == "mira, typed and never saved"
    driver.settle()
    assert (drafted / "1.txt").read_text(encoding="utf-8") == "mira, typed and never saved"


def test_a_draft_over_another_base_is_not_ticked(driver, drafted):
    """Row 18."""
    (drafted / "1.txt").write_text("mira, changed by somebody since", encoding="utf-8")
    driver.open(drafted)
    driver.until(lambda: driver.window.recall.dialog is not None)
    assert driver.window.recall.dialog.chosen() == {}


def test_typing_is_kept_as_a_draft_within_a_second(driver, folder, own_home):
    """Row 17."""
    driver.open(folder)
    driver.session.saving._pause.setInterval(60_000)  # the save itself comes too late
    editor = driver.bench.light_table.editor
    editor.setFocus()
    driver.ctrl(Qt.Key.Key_End, editor)
    driver.type(" unsaved", editor)
    drafts = own_home / "state"
    driver.until(lambda: any(drafts.rglob("drafts/*.json")))
    kept = json.loads(next(drafts.rglob("drafts/*.json")).read_text())
    assert kept["text"].endswith("unsaved")
    driver.session.saving.flush()
    driver.until(lambda: not any(drafts.rglob("drafts/*.json")))


def test_the_timeline_brings_an_earlier_text_back(driver, folder):
    driver.open(folder)
    driver.session.edit(0, "mira, second text")
    driver.settle()
    driver.session.history.flush()
    driver.session.edit(0, "mira, third text")
    driver.settle()
    driver.ctrl(Qt.Key.Key_H, driver.window)
    driver.until(lambda: driver.window.recall.dialog is not None)
    dialog = driver.window.recall.dialog
    dialog.list.setCurrentRow(1)
    QTest.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert driver.text(0) == "mira, second text"
    driver.window.close()
    causes = [record.cause for record in history(folder, "1.png")]
    assert causes == ["typing", "typing", "restore"]


def test_damaged_files_of_ours_are_kept_aside_with_one_notice_each(driver, folder, own_home):
    """Row 45."""
    append(folder, [Record("1.png", "typing", None, "mira, earlier")])
    journal = state_of(folder) / "journal.jsonl"
    journal.write_bytes(journal.read_bytes() + b"\xff\0 no history\n")
    (folder / ".proofsheet").mkdir()
    (folder / ".proofsheet" / "notes.toml").write_bytes(b"\xff\0 no notes")
    cache = own_home / "cache" / "proofsheet" / "pictures.sqlite"
    cache.write_bytes(b"no database" * 900)
    said = []
    driver.session.notice.connect(lambda message: said.append(str(message)))
    driver.open(folder)
    driver.until(lambda: any("journal.jsonl.bad" in words for words in said))
    names = ("notes.toml.bad", "sqlite.bad", "jsonl.bad")
    assert [sum(name in words for words in said) for name in names] == [1, 1, 1]
    for damaged in (journal, folder / ".proofsheet" / "notes.toml", cache):
        assert damaged.with_name(damaged.name + ".bad").exists()
    driver.ctrl(Qt.Key.Key_H, driver.window)
    driver.until(lambda: driver.window.recall.dialog is not None)
    lines = driver.window.recall.dialog.list
    shown = [lines.item(row).text() for row in range(lines.count())]
    assert shown == ["changed by another program", "typed", "as it was at first"]
    driver.window.recall.dialog.reject()
    said.clear()
    driver.open(folder)
    assert said == [], "said once"
