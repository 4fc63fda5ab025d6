"""Rows that can be seen are asked for what they show, and only their texts are measured.

When nothing else is to be done, those of a page before and after.
"""

from dataclasses import replace

import pytest
from made_up_rows import MadeUpModel, many_rows
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.models.roles import Role
from app.ui.widgets import caption_layout, words
from app.ui.widgets.contact_sheet import ContactSheet

COUNT = 3_000


class CountingModel(MadeUpModel):
    """Remembers which rows were asked for what is painted."""

    def __init__(self, rows):
        super().__init__(rows)
        self.asked = set()

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if role in (Role.ROW, Role.CAPTION, Role.CHIPS, Role.NAME, Role.TERMS, Role.METERS):
            self.asked.add(index.row())
        return super().data(index, role)


@pytest.fixture
def measured(monkeypatch):
    """Every text that is broken into lines or shaped."""
    texts = []
    broken, shaped = caption_layout._broken, words._shaped
    words._shaped.cache_clear()

    def note_broken(text, *others):
        texts.append(text)
        return broken(text, *others)

    def note_shaped(text, *others):
        texts.append(text)
        return shaped(text, *others)

    monkeypatch.setattr(caption_layout, "_broken", note_broken)
    monkeypatch.setattr(words, "_shaped", note_shaped)
    return texts


@pytest.fixture
def sheet(qtbot):
    rows = [
        replace(row, name=f"{number:05}.png", caption=f"row{number} {row.caption}")
        for number, row in enumerate(many_rows(COUNT))
    ]
    made = ContactSheet()
    qtbot.addWidget(made)
    made.setModel(CountingModel(rows))
    made.resize(905, 640)
    return made


def numbers(texts):
    """The rows whose caption or name is among the texts."""
    words_of = [text.replace("\u2028", " ").split(maxsplit=1)[0] for text in texts if text.strip()]
    captions = {int(word[3:]) for word in words_of if word[:3] == "row" and word[3:].isdigit()}
    names = {int(word[:5]) for word in words_of if word.endswith(".png") and word[:5].isdigit()}
    return captions | names


def test_rows_out_of_sight_are_asked_for_nothing_but_a_page_afterwards(qtbot, sheet, measured):
    model = sheet.model()
    assert isinstance(model, CountingModel)

    def seen_only(act, name):
        before = set(range(*sheet_rows(sheet))) if sheet.isVisible() else set()
        model.asked.clear()
        measured.clear()
        act()
        QTest.qWaitForWindowExposed(sheet)
        sheet.viewport().repaint()
        in_sight = before | set(range(*sheet_rows(sheet)))
        assert model.asked, name
        assert model.asked <= in_sight, name
        assert numbers(measured) <= in_sight, name
        qtbot.waitUntil(lambda: not sheet.ahead.busy)
        first, last = sheet_rows(sheet)
        near = before | set(range(2 * first - last, 2 * last - first))
        assert model.asked <= near, name
        assert numbers(measured) <= near, name
        return numbers(measured)

    shown = seen_only(sheet.show, "shown")
    assert shown, "the captions in sight were measured: the test sees what is measured"
    bar = sheet.verticalScrollBar()
    assert seen_only(lambda: bar.setValue(bar.maximum() // 2), "scrolled")
    first, _ = sheet_rows(sheet)
    assert first > 1_000
    seen_only(
        lambda: model.dataChanged.emit(model.index(0, 0), model.index(COUNT - 1, 0), []),
        "all rows changed",
    )
    seen_only(
        lambda: model.dataChanged.emit(model.index(first, 0), model.index(first, 0), []),
        "one row changed",
    )
    seen_only(lambda: sheet.resize(700, 500), "another width")
    seen_only(lambda: sheet.set_step(0), "smaller thumbnails")
    sheet.setCurrentIndex(model.index(sheet_rows(sheet)[0] + 1, 0))
    sheet.setFocus()
    seen_only(lambda: QTest.keyClick(sheet, Qt.Key.Key_PageDown), "a page down")
    seen_only(lambda: (model.beginResetModel(), model.endResetModel()), "sorted anew")


def sheet_rows(sheet):
    first, last = sheet.rows_in_sight()
    return first, last + 1
