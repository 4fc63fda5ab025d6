"""Cards mean what they show, even while what is to be shown next is known already."""

from dataclasses import replace
from itertools import pairwise

import pytest

from app.ui.widgets.finding_card import FindingCard
from app.ui.widgets.finding_cards import FindingCards

BUSY = "mira, a beautiful gorgeous lovely woman , soft harsh lighting, smiling, sad expression"


@pytest.fixture
def found(rows, session):
    rows.open(2)
    session.edit(0, BUSY)
    rows.settle()
    findings = session.lint.entry_findings(0)
    assert len(findings) >= 3
    return findings


@pytest.fixture
def cards(session, found, qtbot):
    made = FindingCards(session)
    qtbot.addWidget(made)
    made.show_findings(found)
    return made


def shown(cards):
    return [card for card in cards.findChildren(FindingCard) if not card.isHidden()]


def test_a_click_on_a_card_of_the_entry_before_means_what_is_seen(cards, found):
    fixes, dismissals = [], []
    cards.fix_wanted.connect(lambda finding, number: fixes.append((finding, number)))
    cards.dismissal_wanted.connect(dismissals.append)
    second = shown(cards)[1]
    other = replace(found[0], entry=1, key="another")
    cards.take((other, replace(other, key="a third")))
    second.fix_wanted.emit(0)
    second.dismissal_wanted.emit()
    assert fixes == [(found[1], 0)]
    assert dismissals == [found[1]]


def test_a_card_that_goes_cannot_be_made_current(cards, found):
    third = shown(cards)[2]
    cards.take(found[:1])
    third.chosen.emit()
    assert cards.number == 0
    cards.show_findings(found)
    assert cards.current == found[0]


def test_what_was_let_stand_is_said_in_the_words_of_this_entry(cards, found):
    one = next(f for f in found if f.start is not None)
    texts = []
    for start in (6, 8):  # the same rule and reason, other words
        stood = replace(one, dismissed=True, start=start, end=start + 9, more_spans=())
        cards.show_findings((stood,))
        texts.append(shown(cards)[0].accessibleName())
    assert texts[0] != texts[1]


def test_what_is_seen_changes_once_and_keys_mean_what_comes_at_once(cards, found):
    def said():
        return [card.accessibleName() for card in shown(cards)]

    before = said()
    cards.take(found[1:2])
    assert cards.current == found[1]
    seen = []
    while cards.show_next():
        seen.append(said())
    assert seen
    assert all(one == before for one in seen), "a card changed before the others could"
    assert len(said()) == 1
    assert said() != before


def test_cards_are_as_high_together_as_they_stand_in_any_width(cards):
    cards.show()
    for width in (700, 400, 520):
        cards.resize(width, cards.heightForWidth(width))
        placed = [card.geometry() for card in shown(cards)]
        assert placed[0].top() == 0
        for above, below in pairwise(placed):
            assert below.top() > above.bottom()
        assert placed[-1].bottom() < cards.height()
        for card in shown(cards):
            assert all(card.rect().contains(place) for _, place in card.texts())
