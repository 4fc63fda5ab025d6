"""Without OpenCV everything works but the search for faces, and one notice says why."""

import shutil
from dataclasses import replace

import pytest

import app.workers
from app.paths import cache_folder
from app.settings import STANDARD
from app.ui.start import heed


@pytest.fixture
def no_opencv(tmp_path, monkeypatch):
    """A system library that OpenCV needs is not there, as on a bare server."""
    package = tmp_path / "shadows" / "cv2"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(
        "raise ImportError('libGL.so.1: cannot open shared object file')", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(package.parent)
    # Workers forked for an earlier journey have it loaded, and its facts are in the cache.
    monkeypatch.setattr(app.workers, "_forked", lambda *_: None)
    shutil.rmtree(cache_folder())


def measured(driver):
    """The evidence of all entries, once it is there."""

    def found():
        dataset = driver.session.dataset
        return [dataset.evidence_of(entry.id) for entry in dataset.entries]

    driver.until(lambda: all(evidence.tone for evidence in found()))
    return found()


def test_one_notice_says_why_and_the_rest_is_measured(no_opencv, make_driver, folder):
    driver = make_driver()
    said = []
    driver.session.pictures.hindered.connect(said.append)
    driver.open(folder)
    assert [evidence.faces for evidence in measured(driver)] == [None, None, None]
    driver.until(lambda: "OpenCV is missing" in driver.window.notices.text())
    driver.open(folder)
    measured(driver)
    assert len(said) == 1


def test_with_it_nothing_is_said(make_driver, folder):
    driver = make_driver()
    said = []
    driver.session.pictures.hindered.connect(said.append)
    driver.open(folder)
    assert [evidence.faces for evidence in measured(driver)] == [(), (), ()]
    assert not said


def test_the_switch_works_at_once_and_both_ways(make_driver, folder):
    driver = make_driver()
    driver.open(folder)
    evidence = driver.session.dataset.evidence
    assert evidence[0].faces == ()
    heed(driver.window, replace(STANDARD, expression=False))
    driver.until(lambda: [evidence[n].faces for n in range(3)] == [None] * 3)
    assert all(evidence[n].tone for n in range(3))
    heed(driver.window, STANDARD)
    driver.until(lambda: [evidence[n].faces for n in range(3)] == [()] * 3)


def test_nothing_is_said_where_faces_are_not_wanted(no_opencv, make_driver, folder):
    driver = make_driver()
    driver.session.pictures.look_for_faces(False)
    said = []
    driver.session.pictures.hindered.connect(said.append)
    driver.open(folder)
    measured(driver)
    driver.settle()
    assert not said
