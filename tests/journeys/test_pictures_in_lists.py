"""Pictures in lists: read where they are seen, though their row was never on the sheet."""

import shutil

import pytest

from app.paths import resources
from app.ui.widgets.neighbours import SIDE


@pytest.fixture
def sample(driver, tmp_path):
    shutil.copytree(resources() / "sample", tmp_path / "sample")
    driver.open(tmp_path / "sample")
    return driver


def test_a_finding_shows_its_picture_though_its_row_was_never_on_the_sheet(sample):
    desk = sample.bench.desk
    group = desk.finding_model.groups[0]
    (entry,) = {finding.entry for finding in group.findings}
    last = sample.bench.sheet.indexAt(sample.bench.sheet.viewport().rect().bottomLeft())
    row = sample.bench.entries.visible.index(entry)
    assert row > last.row(), "the row is below what the sheet shows"
    pictures = sample.session.pictures
    sample.until(lambda: pictures.thumbnail(entry, 20, 1.0) is not None)
    place = desk.findings.tree.visualRect(
        desk.finding_model.index(0, 0, desk.finding_model.index(0, 0))
    )

    def colours():
        image = desk.findings.tree.viewport().grab(place).toImage()
        middle = range(40)
        return {image.pixelColor(x, image.height() // 2).name() for x in middle}

    sample.until(lambda: len(colours()) > 4)


def test_neighbours_in_pass_two_show_their_pictures(sample):
    sample.window.reviewing.enter(2)
    pictures, page = sample.session.pictures, sample.window.reviewing.page
    near = page._near
    assert near
    sample.until(lambda: all(pictures.thumbnail(one, SIDE, 1.0) is not None for one in near))
