"""The line at the bottom says once in a turn what is new."""

import pytest

from app.dataset.scan import scan
from app.ui.session import Session
from app.ui.widgets.status_line import StatusLine
from app.ui.windows.session_status import SessionStatus


@pytest.fixture
def shown(background, tmp_path, qtbot):
    (tmp_path / "1.png").write_bytes(b"x")
    (tmp_path / "1.txt").write_text("a tower", encoding="utf-8")
    session = Session(background)
    line = StatusLine()
    qtbot.addWidget(line)
    status = SessionStatus(session, line, line)
    session.open(scan(tmp_path))
    yield session, line, status
    session.close()


def test_changes_of_one_turn_are_said_together(qtbot, shown, monkeypatch):
    session, line, status = shown
    qtbot.waitUntil(lambda: session.settled, timeout=20_000)
    qtbot.waitUntil(lambda: not status._later.isActive(), timeout=20_000)
    said, changes = [], []
    monkeypatch.setattr(line, "show_saving", lambda *words: said.append(words))
    session.changed.connect(changes.append)
    for hour in range(6):
        session.edit(0, f"a tower at {hour}")
    assert len(changes) >= 6
    assert said == []
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said[0] == (1, "")
    assert len(said) <= 2, "and once more when all that it caused is known"


def test_another_language_is_said_at_once(shown, monkeypatch):
    _, line, status = shown
    said = []
    monkeypatch.setattr(line, "show_saving", lambda *words: said.append(words))
    status.show()
    assert said == [(0, "")]
