"""The second opinion stands below the facts where a person named a model; else none is asked."""

from dataclasses import replace

from made_up_encoders import write_encoders
from PIL import Image
from PySide6.QtCore import Qt

from app.settings import STANDARD
from app.ui.start import heed


def shown(driver):
    lines = driver.bench.light_table.facts.lines.shown
    return [text for one in lines for text in (one.name, one.value)]


def test_it_is_asked_for_the_picture_that_is_looked_at(driver, folder, tmp_path):
    encoders = write_encoders(tmp_path)
    Image.new("RGB", (64, 64), "#050505").save(folder / "1.png")
    driver.open(folder)
    assert not any("second opinion" in text for text in shown(driver))
    named = replace(
        STANDARD,
        image_encoder=encoders.image,
        text_encoder=encoders.text,
        clip_tokenizer=encoders.tokenizer,
    )
    heed(driver.window, named)
    driver.ctrl(Qt.Key.Key_Down)
    driver.ctrl(Qt.Key.Key_Up)
    driver.until(lambda: "Light, second opinion" in shown(driver))
    assert any(text.startswith("says night, ") for text in shown(driver))
    before = {entry.id: driver.rules(entry.id) for entry in driver.session.dataset.entries}
    heed(driver.window, STANDARD)
    driver.ctrl(Qt.Key.Key_Down)
    driver.ctrl(Qt.Key.Key_Up)
    driver.until(lambda: not any("second opinion" in text for text in shown(driver)))
    assert before == {entry.id: driver.rules(entry.id) for entry in driver.session.dataset.entries}


def test_a_model_that_is_not_there_is_named(driver, folder, tmp_path):
    missing = replace(STANDARD, image_encoder=tmp_path / "no.onnx", text_encoder=tmp_path / "t")
    driver.open(folder)
    heed(driver.window, missing)
    driver.ctrl(Qt.Key.Key_Down)
    driver.until(lambda: "Second opinion" in shown(driver))
