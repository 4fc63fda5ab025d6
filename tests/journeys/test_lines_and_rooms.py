"""What is seen of a window: on which line things stand, what is whole, and what is told apart."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from app.lint.rule import Severity
from app.review.passes import PassState
from app.ui.icons import pixmap
from app.ui.letting_stand import let_stand
from app.ui.models.roles import Meter
from app.ui.scheme import SEVERITY_ICONS, current_scheme, interface_font, scaled
from app.ui.widgets.caption_layout import LayoutCache
from app.ui.widgets.finding_card import FindingCard
from app.ui.widgets.keyed_button import FLAT_PADDING
from app.ui.widgets.light_view import BADGE, DISC
from app.ui.widgets.meters import CountLine
from app.ui.widgets.pass_progress import PassTicks
from app.ui.widgets.picture_overlays import hairline
from app.ui.widgets.stood_chip import StoodChip

PILED = "mira, a beautiful gorgeous lovely woman"


def cards(driver):
    found = driver.bench.light_table.findings.findChildren(FindingCard)
    return [card for card in found if card.isVisible()]


@pytest.mark.parametrize(("width", "widest", "tall"), [(128, 8, 12), (480, 15, 16)])
def test_low_and_tall_ticks_stand_about_the_middle_of_their_line(qtbot, width, widest, tall):
    strip = PassTicks(width=width, widest=widest, tall=tall)
    qtbot.addWidget(strip)
    strip.resize(strip.sizeHint())
    strip.show_pass([0, 1], {0: PassState.APPROVED, 1: PassState.FLAGGED}, None)
    image = strip.grab().toImage()
    scheme = current_scheme()
    for colour, height in ((scheme.accent, 8), (scheme.warning, tall)):
        rows = [
            y
            for y in range(image.height())
            if any(image.pixelColor(x, y) == QColor(colour) for x in range(image.width()))
        ]
        assert len(rows) == height
        assert abs((rows[0] + rows[-1] + 1) / 2 - image.height() / 2) <= 2


@pytest.mark.parametrize("severity", list(Severity))
def test_the_icon_of_a_finding_stands_whole_on_its_disc(qapp, severity):
    name, token = SEVERITY_ICONS[severity]
    image = pixmap(name, getattr(current_scheme(), token), BADGE, 4.0).toImage()
    middle = (image.width() - 1) / 2
    reach = max(
        ((x - middle) ** 2 + (y - middle) ** 2) ** 0.5
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 128
    )
    assert reach / 4 <= DISC / 2


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)])
def test_a_card_says_all_that_it_has_to_say(driver, folder, size):
    caption = f"{PILED} ,in a  coat, a photo of a very very red wall"
    (folder / "1.txt").write_text(caption, encoding="utf-8")
    driver.window.resize(*size)
    driver.open(folder)
    shown = cards(driver)
    assert len(shown) > 1
    for card in shown:
        texts = card.texts()
        assert texts
        for laid, place in texts:
            assert not laid.cut, laid.text
            assert card.rect().contains(place)


def test_letting_stand_begins_where_the_words_begin_if_there_is_no_fix(driver, folder):
    same = "mira, a woman in a red coat stands beside a door"
    (folder / "2.txt").write_text(same, encoding="utf-8")
    driver.open(folder)
    card = cards(driver)[0]
    assert driver.bench.light_table.findings.current.fixes == ()
    stand = driver.button("Let it stand…", card)
    _, why = card.texts()[-1]
    begins = stand.mapTo(card, QPoint()).x() + scaled(FLAT_PADDING)
    assert begins == why.x()


def test_no_tab_is_underlined_while_the_desk_is_folded(driver, folder):
    driver.open(folder)
    desk = driver.bench.desk
    accent = QColor(current_scheme().accent)

    def underlined():
        image = desk.tabBar().grab().toImage()
        places = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return any(image.pixelColor(x, y) == accent for x, y in places)

    assert underlined()
    driver.ctrl(Qt.Key.Key_D)
    assert desk.folded
    assert not underlined()
    driver.ctrl(Qt.Key.Key_D)
    assert underlined()


def colours(image):
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


@pytest.mark.parametrize(("count", "warns"), [(75, False), (76, True)])
def test_a_count_beyond_its_window_warns_below_the_caption_too(qtbot, count, warns):
    line = CountLine(11)
    qtbot.addWidget(line)
    line.show_meters([Meter("CLIP", count, 75, True)])
    line.resize(line.sizeHint())
    assert (current_scheme().warning in colours(line.grab().toImage())) is warns
    assert line.accessibleName() == f"CLIP {count}/75"


@pytest.mark.parametrize("picture", ["#000000", "#FFFFFF", "#808080"])
def test_the_frame_of_the_cut_is_thin_and_seen_on_any_picture(qapp, picture):
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(picture))
    painter = QPainter(image)
    hairline(painter, QRectF(10, 10, 20, 20))
    painter.end()
    lightness = [image.pixelColor(x, 20).lightness() for x in range(20)]
    changed = [one for one in lightness if one != QColor(picture).lightness()]
    assert 1 <= len(changed) <= 2
    assert max(abs(one - QColor(picture).lightness()) for one in changed) > 80


def test_what_was_let_stand_is_a_chip_with_a_dashed_outline(driver, folder):
    (folder / "1.txt").write_text(PILED, encoding="utf-8")
    driver.open(folder)
    let_stand(driver.session, driver.bench.light_table.findings.current, "she is")
    driver.settle()

    def chips():
        found = (one for card in cards(driver) for one in card.findChildren(StoodChip))
        return [one for one in found if one.isVisible()]

    driver.until(lambda: len(chips()) == 1)
    (chip,) = chips()
    assert chip.text().startswith("let stand: ")
    assert [laid.text for laid, _ in chip.parentWidget().texts()] == ["she is"]
    image = chip.grab().toImage()
    top = [image.pixelColor(x, 0).name() for x in range(10, image.width() - 10)]
    changes = sum(one != other for one, other in pairwise(top))
    assert changes > 10


@pytest.mark.parametrize("width", [-200, -40, -1, 0, 1])
def test_words_without_room_are_laid_out_all_the_same(qapp, width):
    laid = LayoutCache(4).lay_out("a woman in a red coat", interface_font(), 16, width, 2)
    assert laid.cut


def test_the_light_table_scrolls_to_its_last_line_and_no_further(driver, folder):
    caption = f"{PILED} ,in a  coat, a photo of a very very red wall"
    (folder / "1.txt").write_text(caption, encoding="utf-8")
    driver.window.resize(1024, 700)
    driver.open(folder)
    assert len(cards(driver)) > 1
    _, below = driver.bench.light_table.insides
    assert below.height() > below.parentWidget().height(), "it has to scroll"
    assert below.height() == below.heightForWidth(below.width())
