"""What is drawn over the picture: chosen by key and menu, remembered, right on lying pictures."""

from dataclasses import replace

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QPointF, QSettings, Qt

from app.images.evidence import Face, Smile
from app.ui.models.picture_over import Overlay, over_of

TAKEN = {Overlay.CUT: Qt.Key.Key_C, Overlay.FACES: Qt.Key.Key_B, Overlay.TILES: Qt.Key.Key_T}


@pytest.fixture
def picture(driver, folder):
    driver.open(folder)
    shown = driver.bench.light_table.picture
    shown.setFocus()
    return shown


@pytest.mark.parametrize("overlay", Overlay)
def test_each_has_its_key_and_its_line_in_the_menu(driver, picture, overlay):
    before = overlay in picture.shown
    driver.key(TAKEN[overlay], widget=picture)
    assert (overlay in picture.shown) is not before
    action = driver.bench.light_table.place.bar.overlays[overlay]
    assert action.isChecked() is not before
    action.trigger()
    assert (overlay in picture.shown) is before
    assert action.isChecked() is before


def test_the_menu_opens_from_the_bar_and_takes_keys(driver, picture):
    bar = driver.bench.light_table.place.bar
    menu = bar.over.menu()
    menu.popup(bar.over.mapToGlobal(bar.over.rect().bottomLeft()))
    driver.key(Qt.Key.Key_Down, widget=menu)
    driver.key(Qt.Key.Key_Down, widget=menu)
    driver.key(Qt.Key.Key_Return, widget=menu)
    assert Overlay.FACES in picture.shown


def test_tiles_are_measured_when_they_are_wanted_and_for_each_picture(driver, picture):
    place = driver.bench.light_table.place
    driver.key(Qt.Key.Key_T, widget=picture)
    driver.until(lambda: "four framed tiles" in picture.accessibleDescription())
    assert place.legend.isVisible()
    first = place.legend.text()
    driver.ctrl(Qt.Key.Key_Down)
    driver.until(lambda: place.legend.text() not in (first, "sharpness: not measured yet"))
    assert "four framed tiles" in place.legend.text()
    driver.key(Qt.Key.Key_T, widget=picture)
    assert not place.legend.isVisible()


def test_what_is_shown_is_remembered(make_driver, folder, tmp_path):
    first = make_driver()
    first.open(folder)
    picture = first.bench.light_table.picture
    picture.setFocus()
    first.key(Qt.Key.Key_B, widget=picture)
    first.key(Qt.Key.Key_C, widget=picture)
    first.window.close()
    store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    assert store.value("layout/overlays") == "faces"
    second = make_driver()
    second.window.restore_layout()
    second.open(folder)
    assert second.bench.light_table.picture.shown == {Overlay.FACES}
    assert "faces" in second.bench.light_table.picture.accessibleDescription()


def colour_at(widget, place):
    image = widget.grab().toImage()
    return image.pixelColor(place.toPoint()).name()


def test_the_cut_is_painted_where_the_trainer_cuts(driver, folder):
    Image.new("RGB", (1200, 800), "#00c000").save(folder / "1.png")
    driver.open(folder)
    table = driver.bench.light_table
    driver.until(lambda: "cuts" in table.picture.accessibleDescription())
    target = table.picture.target()
    edge = colour_at(table.picture, target.topLeft() + QPointF(2, 60))
    middle = colour_at(table.picture, target.center())
    assert middle == "#00c000"
    assert edge != middle
    table.picture.setFocus()
    driver.key(Qt.Key.Key_C, widget=table.picture)
    assert colour_at(table.picture, target.topLeft() + QPointF(2, 60)) == middle


def test_a_turned_picture_is_cut_as_it_lies(driver, folder):
    exif = Image.Exif()
    exif[0x0112] = 6
    image = Image.new("RGB", (1200, 800), "#888")
    ImageDraw.Draw(image).rectangle((0, 0, 300, 300), fill="#222")
    image.save(folder / "1.png", exif=exif)
    driver.open(folder)
    words = driver.bench.light_table.picture.accessibleDescription()
    assert words.startswith("1216 × 832, lying, cuts 15 px at the top, 15 px at the bottom")


def test_faces_carry_their_words(driver, picture):
    session = driver.session
    evidence = session.dataset.evidence_of(0)
    faces = (
        Face(100, 80, 200, 200, 30, 0.98, 0.01, 0.0, Smile.FOUND),
        Face(500, 80, 200, 200, 30, 0.3, 0.4, 0.0, Smile.UNKNOWN),
    )
    driver.key(Qt.Key.Key_B, widget=picture)
    picture.show_over(over_of(replace(evidence, faces=faces), session.dataset.choices))
    assert "2 faces found: smile 0.98, expression unknown" in picture.accessibleDescription()


def test_a_picture_that_came_before_its_evidence_gets_its_true_size(driver, folder, picture):
    driver.open(folder)
    known = driver.session.dataset.evidence.pop(0)
    driver.bench.go_to(1)
    driver.settle()
    driver.bench.go_to(0)
    right = pytest.approx(picture.target().width() / 1024)
    driver.until(lambda: picture.scale() != right)
    driver.session.pictures.measured.emit({0: known})
    driver.until(lambda: picture.scale() == right)


def test_a_picture_that_was_changed_outside_is_shown_anew(driver, folder, picture):
    centre = picture.target().center()
    Image.new("RGB", (1200, 800), "#00c000").save(folder / "1.png")
    driver.session.pictures.add([0])
    driver.until(lambda: colour_at(picture, centre) == "#00c000")
    driver.settle()
    assert picture.target().width() / picture.target().height() == pytest.approx(1.5, abs=0.01)
