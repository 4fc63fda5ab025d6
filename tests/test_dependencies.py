"""The versions that must not be used are refused, for the reason that can be measured here."""

import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from PySide6.QtWidgets import QLabel

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def requirements():
    project = tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]
    return [Requirement(line) for line in project["dependencies"]]


def test_void_qt_calls_keep_their_hands_off_none(qapp):
    label = QLabel()
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setText(str(number))
    # 6.12.0 below Python 3.12 lost one reference a call, and ended the process at zero.
    assert abs(sys.getrefcount(None) - before) < 50


@pytest.mark.parametrize(
    ("python", "allowed", "refused"),
    [
        ("3.11", ["6.8.0", "6.11.3"], ["6.7.3", "6.12.0", "6.12.1", "6.13.0"]),
        ("3.12", ["6.8.0", "6.11.3", "6.12.1", "6.13.0"], ["6.7.3", "6.12.0", "7.0.0"]),
        ("3.14", ["6.12.1"], ["6.12.0"]),
    ],
)
def test_broken_releases_of_qt_are_excluded(python, allowed, refused):
    (qt,) = [
        one
        for one in requirements()
        if one.name == "PySide6-Essentials"
        and one.marker
        and one.marker.evaluate({"python_version": python})
    ]
    assert list(qt.specifier.filter([*allowed, *refused])) == allowed


def test_opencv_stays_below_the_release_that_dropped_the_cascades():
    (opencv,) = [one for one in requirements() if one.name == "opencv-python-headless"]
    assert "4.14.0" in opencv.specifier
    assert "5.0.0" not in opencv.specifier


def test_nothing_is_needed_beside_the_chosen_libraries():
    assert {one.name for one in requirements()} == {
        "PySide6-Essentials",
        "Pillow",
        "numpy",
        "opencv-python-headless",
        "rapidfuzz",
        "tomli",
        "tomli-w",
        "tomlkit",
    }
