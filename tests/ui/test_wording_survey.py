"""The wordings are counted a few captions at a time, and told of once they are all counted."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal

from app.dataset.entry import Caption, CaptionState, Entry
from app.lint.reading import read_entry
from app.lint.terms import Kind
from app.lint.vocabulary import load_vocabulary
from app.ui.models import wording_survey
from app.ui.models.wording_survey import WordingSurvey

CAPTIONS = ("a woman at night", "a man at golden hour", "a cat at night")


def entry(number, text):
    image = Path(f"{number}.jpg")
    caption = Caption(CaptionState.READ, text)
    return Entry(number, "", image, image.with_suffix(".txt"), caption, text)


class Session(QObject):
    opened, closed, rows_changed, dataset_findings_changed = Signal(), Signal(), Signal(), Signal()

    def __init__(self):
        super().__init__()
        words = load_vocabulary()
        self.dataset = SimpleNamespace(present=lambda: list(range(len(CAPTIONS))))
        self.lint = SimpleNamespace(entry_findings=lambda _: ())
        self.readings = {
            number: read_entry(entry(number, text), words) for number, text in enumerate(CAPTIONS)
        }


@pytest.fixture
def session(qapp):
    return Session()


def test_all_are_counted_however_few_fit_into_a_turn(session, qtbot, monkeypatch):
    monkeypatch.setattr(wording_survey, "turns", lambda: range(1))
    survey = WordingSurvey(session)
    survey.watch(watched=True)
    with qtbot.waitSignal(survey.changed):
        session.dataset_findings_changed.emit()
    assert survey.wording[Kind.LIGHTING].total == len(CAPTIONS)
    assert sum(len(one.entries) for one in survey.wording[Kind.LIGHTING].families) == 3
    assert not survey.under_way


def test_nobody_is_told_where_nothing_is_forgotten(session, qtbot):
    survey = WordingSurvey(session)
    with qtbot.assertNotEmitted(survey.changed):
        session.opened.emit()
    survey.watch(watched=True)
    with qtbot.waitSignal(survey.changed):
        session.dataset_findings_changed.emit()
    with qtbot.waitSignal(survey.changed):
        session.closed.emit()
    assert not survey.wording[Kind.LIGHTING].total
