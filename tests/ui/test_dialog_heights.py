"""Dialogs are as high as their words, and what is struck out are words."""

import pytest
from PySide6.QtWidgets import QLabel

from app.settings import STANDARD
from app.ui.widgets.caption_layout import SHEET_TYPE
from app.ui.widgets.change_list import ChangeList
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Type
from app.ui.widgets.marked_text import Change, ChangedSpan, MarkedText
from app.ui.windows.dialogs import ChangesDialog, Dialog
from app.ui.windows.settings_dialog import SettingsDialog


def shown(qtbot, dialog):
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def test_words_stand_close_together_whatever_qt_counts_for_their_lines(qtbot):
    dialog = Dialog("?")
    for words in ("A heading", "One short line.", "Another one."):
        dialog.column.addWidget(Label(Type.QUIET, words, dialog, wrap=True))
    dialog.add_buttons(KeyedButton("Close", "Esc", dialog))
    dialog.fit()
    shown(qtbot, dialog)
    labels = sorted(dialog.findChildren(QLabel), key=QLabel.y)
    for label in labels:
        assert label.height() == label.heightForWidth(label.width()), "one line each"
    assert labels[1].y() - labels[0].geometry().bottom() - 1 == dialog.column.spacing()


@pytest.mark.parametrize(("count", "scrolls"), [(1, False), (2, False), (40, True)])
def test_a_list_of_changes_is_as_high_as_they_are_up_to_a_limit(qtbot, count, scrolls):
    changes = {n: (f"a tower at night, {n}", f"a tower, {n}") for n in range(count)}
    listed = ChangeList(changes, lambda n: f"{n}.png")
    dialog = shown(qtbot, ChangesDialog("?", "So many", "Do it", listed))
    assert dialog.height() <= 560
    assert (listed.verticalScrollBar().maximum() > 0) == scrolls
    if not scrolls:
        assert (
            listed.viewport().height() <= listed.height_of_all(listed.viewport().width(), 560) + 8
        )


def test_the_settings_are_seen_at_once_where_there_is_room(qtbot):
    window = Dialog("?")
    window.resize(1440, 900)
    qtbot.addWidget(window)
    dialog = shown(qtbot, SettingsDialog(STANDARD, window))
    area = dialog.column.itemAt(0).widget()
    assert area.verticalScrollBar().maximum() == 0
    assert dialog.height() <= 900
    low = Dialog("?")
    low.resize(1024, 700)
    qtbot.addWidget(low)
    assert SettingsDialog(STANDARD, low).height() <= 700


@pytest.mark.parametrize(
    ("span", "words"), [((2, 12), "very tall"), ((1, 11), "very tall"), ((1, 2), " ")]
)
def test_blanks_around_words_are_not_struck_out(qtbot, span, words):
    text = "a very tall tower"
    view = MarkedText(SHEET_TYPE)
    qtbot.addWidget(view)
    view.show_text(text, changes=[ChangedSpan(*span, Change.REMOVED)])
    (change,) = view._changes
    assert text[change.start : change.end] == words
