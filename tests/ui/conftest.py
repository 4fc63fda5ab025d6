"""Background and session without a window, and a small folder for them."""

import pytest
from model_rows import Rows

from app.ui.background import Background
from app.ui.session import Session


@pytest.fixture
def background(qtbot):
    background = Background(processes=1)
    yield background
    background.close()


@pytest.fixture
def session(background):
    session = Session(background)
    yield session
    session.close()


@pytest.fixture
def rows(tmp_path, session, qtbot):
    return Rows(tmp_path / "set", session, qtbot)
