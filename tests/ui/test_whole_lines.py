"""The pane of data.toml shows whole lines, however high it is."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.export.toml_difference import difference
from app.ui.scheme import families
from app.ui.widgets.toml_text import LINES, HintBar, TomlText, WholeLines


@pytest.fixture
def pane(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    text, hint = TomlText(page), HintBar(page)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    lines = WholeLines(text, hint, page)
    column.addWidget(lines, 1)
    column.addWidget(hint)
    page.show()
    return page, text, lines


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("height", [150, 173, 174, 199, 300, 413])
def test_no_line_is_cut_at_the_lower_edge(qtbot, pane, height, wide):
    page, text, lines = pane
    words = "x" * (400 if wide else 3)
    text.show_lines(difference("", "\n".join(f"{words} = {n}" for n in range(60))))
    page.resize(420, height)
    qtbot.waitUntil(lambda: text.viewport().height() % LINES.pitch == 0)
    assert text.horizontalScrollBar().isVisible() == wide
    assert text.viewport().height() >= LINES.pitch
    assert 1 <= lines.height() - text.height() <= LINES.pitch
    bar = text.verticalScrollBar()
    bar.setValue(bar.maximum())
    last = text.document().lastBlock()
    bottom = text.blockBoundingGeometry(last).translated(text.contentOffset()).bottom()
    assert round(bottom) == text.viewport().height(), "the last line ends where the pane does"


def test_letters_of_one_width_have_the_same_face_in_every_language():
    latin = families("en", mono=True)
    assert families("ja", mono=True) == latin
    assert latin.index("DejaVu Sans Mono") < latin.index("Noto Sans Mono CJK JP")
