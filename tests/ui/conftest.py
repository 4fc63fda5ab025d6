"""A session without a window, and a small folder for it."""

import pytest
from model_rows import Rows

from app.ui.background import Background
from app.ui.session import Session


@pytest.fixture
def session(qtbot):
    background = Background(processes=1)
    session = Session(background)
    yield session
    session.close()
    background.close()


@pytest.fixture
def rows(tmp_path, session, qtbot):
    return Rows(tmp_path / "set", session, qtbot)
