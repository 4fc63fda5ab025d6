"""Pictures that change while they are measured, and captions that no worker can read."""

import pytest
from PIL import Image

from app.dataset.scan import scan
from app.messages import msg
from app.ui.session import Session
from app.workers import Failed


@pytest.fixture
def session(background, tmp_path):
    Image.new("RGB", (64, 48), "red").save(tmp_path / "whole.png")
    data = (tmp_path / "whole.png").read_bytes()
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "1.png").write_bytes(data[:40])
    (tmp_path / "set" / "1.txt").write_text("a red picture", encoding="utf-8")
    made = Session(background)
    yield made
    made.close()


def test_a_picture_that_grows_while_it_is_read_is_whole_in_the_end(qtbot, session, tmp_path):
    session.open(scan(tmp_path / "set"))
    busy = session.background._workers
    qtbot.waitUntil(lambda: not busy._waiting, timeout=60_000)
    (tmp_path / "set" / "1.png").write_bytes((tmp_path / "whole.png").read_bytes())
    session.pictures.add([0])
    qtbot.waitUntil(lambda: session.settled, timeout=60_000)
    assert session.dataset.evidence_of(0).failure is None
    assert session.dataset.evidence_of(0).width == 64


def test_captions_are_read_here_when_no_worker_starts(qtbot, session, tmp_path, monkeypatch):
    def refuse(task, *, first=False):
        answer = Failed(task.key, msg("no worker could be started"))
        session.background._answer(answer)
        return False

    monkeypatch.setattr(session.background._workers, "submit", refuse)
    session.open(scan(tmp_path / "set"))
    qtbot.waitUntil(lambda: session.settled, timeout=60_000)
    assert 0 in session.readings
    assert session.dataset.evidence_of(0).failure is not None
