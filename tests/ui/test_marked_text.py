"""What a difference shows, and where its marks lie."""

import pytest

from app.ui.widgets.caption_layout import CaptionType
from app.ui.widgets.marked_text import MarkedText, shown_change


def test_a_change_is_quoted_with_a_few_words_around_it():
    long = "the picture of a long road that leads over the hills to a town, "
    shown = shown_change(long + "sad and cold, " + long, long + "calm and cold, " + long)
    assert shown.places == 1
    assert [shown.before[s.start : s.end] for s in shown.removed] == ["sad"]
    assert [shown.after[s.start : s.end] for s in shown.added] == ["calm"]
    assert shown.before.startswith("… ")
    assert shown.before.endswith("\u00a0…")
    assert len(shown.before) < 100


def test_short_captions_are_shown_whole():
    shown = shown_change("a red coat", "a blue coat")
    assert (shown.before, shown.after) == ("a red coat", "a blue coat")


def test_words_that_only_came_or_only_went():
    came = shown_change("a coat", "a coat, soft light")
    assert came.removed == ()
    assert [came.after[s.start : s.end] for s in came.added] == [", soft light"]
    assert shown_change("a", "a").places == 0


@pytest.mark.usefixtures("qapp")
def test_the_text_takes_more_lines_where_it_is_narrow(qtbot):
    text = MarkedText(CaptionType(20, 32))
    qtbot.addWidget(text)
    text.show_text("a woman in a red coat stands beside a door and looks at the sea")
    assert text.heightForWidth(200) > text.heightForWidth(800)
    assert text.accessibleName().startswith("a woman")
