"""What the review shows beside the picture: sizes, words of findings, chips, and the quick mark."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from app.dataset.marks import Expression, Light
from app.ui.letting_stand import let_stand
from app.ui.models.roles import Role
from app.ui.widgets.few_lines import FewLines
from app.ui.widgets.labels import Label
from app.ui.widgets.stood_chip import StoodChip

TALK = "mira, a woman in a red coat stands beside a door, the image shows a wall, maybe it is old"


@pytest.fixture
def review(driver, folder):
    (folder / "1.txt").write_text(TALK, encoding="utf-8")
    driver.open(folder)
    driver.key(Qt.Key.Key_F5)
    page = driver.window.reviewing.page
    driver.until(page.isVisible)
    return page


def shown(widget, kind):
    return [one for one in widget.findChildren(kind) if one.isVisible()]


def test_one_size_is_said_where_nothing_changes(driver, review):
    texts = [label.text() for label in shown(review.text, Label)]
    assert "1024 × 1024" in texts
    assert not any("→" in text for text in texts)


def test_every_finding_says_its_own_words(driver, review):
    found = driver.session.lint.entry_findings(0)
    twice = [one for one in found if one.rule == "hedge"]
    assert len(twice) == 2
    said = [one.text() for one in shown(review.text.findings, FewLines)]
    said += [one.text() for one in shown(review.text.findings, Label)]
    for finding in twice:
        words = TALK[finding.start : finding.end]
        assert any(words in text for text in said), words


def test_what_was_let_stand_is_a_dashed_chip_with_its_reason(driver, review):
    finding = review.text.findings.current
    let_stand(driver.session, finding, "it is meant so")
    driver.settle()
    driver.until(lambda: shown(review.text.findings, StoodChip))
    (chip,) = shown(review.text.findings, StoodChip)
    assert chip.text().startswith("let stand: ")
    assert "it is meant so" in [one.text() for one in shown(review.text.findings, FewLines)]


def test_the_picture_shows_is_marked_by_a_click_and_letters_stay_the_pages(driver, review):
    line = review.text.mark_line
    assert line.isVisible()
    # Drawn pictures have no face: the light is asked for.
    night = next(one for one in line.findChildren(QAbstractButton) if one.text() == "Night")
    driver.click(night, night.rect().center())
    assert driver.session.dataset.notes_of(0).marks.light is Light.NIGHT
    assert driver.session.dataset.notes_of(0).marks.expression is not Expression.SMILING
    driver.key(Qt.Key.Key_M)
    assert review.text.marks_shown
    assert not line.isVisible()
    driver.key(Qt.Key.Key_Escape)
    assert line.isVisible()
    driver.key(Qt.Key.Key_Right)
    assert review.text.mark_line.isVisible()
    assert driver.session.dataset.notes_of(1).marks.light is not Light.NIGHT


def test_a_low_window_stays_low(driver, review):
    """No page asks for more height than the smallest window has."""
    assert driver.window.minimumSizeHint().height() <= 700
    page = driver.window.reviewing.page
    driver.window.reviewing.round.begin(2)
    driver.until(page.neighbours.isVisible)
    assert driver.window.minimumSizeHint().height() <= 700
    driver.window.resize(1024, 700)
    driver.until(lambda: driver.window.height() == 700)


def test_chips_say_words_and_figures(driver, review):
    model = driver.bench.sheet.model()
    chips = [chip.text for chip in model.index(0, 0).data(Role.CHIPS)]
    assert "the image shows, maybe" in chips


def test_no_key_is_shown_that_would_do_nothing(driver, review):
    def keys():
        return {hint.split(":")[0] for hint in review.bottom.hints.accessibleName().split("; ")}

    driver.until(lambda: "N" in keys())
    assert not {"Z", "Tab"} & keys(), "nothing to take back, and nothing came before"
    driver.key(Qt.Key.Key_A)
    driver.until(lambda: {"Z", "Tab"} <= keys())
    driver.key(Qt.Key.Key_Z)
    driver.until(lambda: "Z" not in keys())
