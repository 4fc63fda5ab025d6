"""Hints of the file watcher: our own saves are no reason to look at every file at once."""

import pytest

from app.dataset.scan import scan
from app.ui import outside as module
from app.ui.outside import Outside
from app.ui.session import Session


@pytest.fixture
def watched(background, tmp_path):
    (tmp_path / "1.png").write_bytes(b"x")
    (tmp_path / "1.txt").write_text("caption", encoding="utf-8")
    session = Session(background)
    outside = Outside(session, background)
    session.open(scan(tmp_path))
    yield session, outside
    session.close()


def idle(session):
    return not session.background._thread_homes


def test_an_echo_of_our_save_waits_and_a_real_change_does_not(qtbot, watched, tmp_path):
    session, outside = watched
    session.edit(0, "typed")
    session.saving.flush()
    qtbot.waitUntil(lambda: outside._timer.isActive(), timeout=20_000)
    assert outside._timer.interval() == module.ECHO_MS
    outside._own.stop()
    outside._timer.stop()
    (tmp_path / "2.png").write_bytes(b"y")
    qtbot.waitUntil(lambda: len(session.dataset.entries) == 2, timeout=20_000)
    assert outside._timer.interval() == module.DEBOUNCE_MS


def test_the_open_caption_is_watched_after_its_file_was_replaced(qtbot, watched, tmp_path):
    session, outside = watched
    outside.watch_caption(0)
    session.edit(0, "typed")
    session.saving.flush()
    qtbot.waitUntil(lambda: not session.saving.waiting(), timeout=20_000)
    outside.look()
    qtbot.waitUntil(lambda: idle(session) and not outside._looking, timeout=20_000)
    open_caption = [str(tmp_path / "1.txt")]
    qtbot.waitUntil(lambda: outside._watcher.files() == open_caption, timeout=20_000)
    outside._own.stop()
    (tmp_path / "1.txt").write_text("written in place", encoding="utf-8")
    qtbot.waitUntil(lambda: session.entry(0).text == "written in place", timeout=20_000)
