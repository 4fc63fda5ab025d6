"""A machine without Japanese letters: the Japanese interface says so once and names the package."""

from app.ui import start
from app.ui.text import say


def test_it_is_said_once_in_latin_letters(driver, monkeypatch):
    monkeypatch.setattr(start, "has_japanese_font", lambda: False)
    notices = driver.window.notices
    start.warn_of_missing_letters(driver.window, "en")
    assert notices.text() == ""
    start.warn_of_missing_letters(driver.window, "ja")
    assert "fonts-noto-cjk" in notices.text()
    assert notices.text().isascii()
    notices.clear()
    start.warn_of_missing_letters(driver.window, "ja")
    assert notices.text() == ""


def test_it_is_said_again_when_letters_went_away_again(driver, monkeypatch):
    monkeypatch.setattr(start, "has_japanese_font", lambda: False)
    start.warn_of_missing_letters(driver.window, "ja")
    monkeypatch.setattr(start, "has_japanese_font", lambda: True)
    start.warn_of_missing_letters(driver.window, "ja")
    driver.window.notices.clear()
    monkeypatch.setattr(start, "has_japanese_font", lambda: False)
    start.warn_of_missing_letters(driver.window, "ja")
    assert "fonts-noto-cjk" in driver.window.notices.text()


def test_the_japanese_translation_is_in_latin_letters_too(qapp):
    start.speak(qapp, "ja")
    try:
        assert say(start.NO_LETTERS).isascii()
    finally:
        start.speak(qapp, "en")
