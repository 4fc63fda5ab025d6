"""What a letter waits for: no table is made for it, and tokens are counted after it."""

from typing import Any

from app.lint.reading import warming
from app.ui.linting import Linting
from app.ui.widgets.light_table import LightTable


def tables() -> list[Any]:
    return list(warming())


def test_the_first_letter_waits_for_no_table(session, qtbot):
    for one in tables():
        one.cache_clear()
    linting = Linting(session.background, session.linting.vocabulary, session.cards, session)
    assert not any(one.cache_info().currsize for one in tables()), "nobody waits for them"
    qtbot.waitUntil(lambda: all(one.cache_info().currsize for one in tables()))
    linting.deleteLater()


def test_tokens_are_counted_after_the_letter_and_at_once_for_another_entry(rows, session, qtbot):
    rows.open(2)
    table = LightTable(session)
    qtbot.addWidget(table)
    table.show_entry(0)
    rows.settle()
    qtbot.waitUntil(lambda: not table.later.busy)
    counted = []
    count = session.tokens.counts
    session.tokens.counts = lambda text, preset: counted.append(text) or count(text, preset)
    typed = "mira, a letter more than before"
    session.edit(0, typed)
    assert table.editor.caption == typed
    assert counted == []
    qtbot.waitUntil(lambda: counted == [typed])
    table.show_entry(1)
    assert counted == [typed, session.entry(1).text]
