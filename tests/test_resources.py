"""Resources are found in a checkout, and lie where the program looks once it is installed."""

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

import pytest
from PySide6.QtSvg import QSvgRenderer

from app.paths import resources

ROOT = Path(__file__).resolve().parent.parent
APP_ID = "io.github.proofsheet.Proofsheet"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The names inside a wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", str(ROOT), "--quiet", "--no-deps"]
    command += ["--no-build-isolation", "--disable-pip-version-check", "--wheel-dir", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.glob("proofsheet-*.whl")
    with zipfile.ZipFile(built) as archive:
        return set(archive.namelist())


def test_a_checkout_uses_its_own_folder():
    assert resources() == ROOT / "resources"


def test_the_wheel_holds_every_resource_where_the_program_looks(wheel):
    files = {file.relative_to(ROOT).as_posix() for file in resources().rglob("*") if file.is_file()}
    assert any("/.proofsheet/" in name for name in files)
    assert {f"app/{name}" for name in files} <= wheel


def test_the_wheel_holds_no_tests_and_no_tools(wheel):
    assert not [name for name in wheel if name.startswith(("tests/", "packaging/"))]


def test_the_wheel_brings_the_desktop_entry_with_its_icon(wheel):
    shared = {name.split("/data/", 1)[1] for name in wheel if "/data/" in name}
    assert shared == {
        f"share/applications/{APP_ID}.desktop",
        f"share/metainfo/{APP_ID}.metainfo.xml",
        f"share/icons/hicolor/scalable/apps/{APP_ID}.svg",
    }


def test_desktop_entry_and_metainfo_speak_of_the_same_program():
    entry = (ROOT / "packaging" / f"{APP_ID}.desktop").read_text("utf-8").splitlines()
    assert f"Icon={APP_ID}" in entry
    assert "Exec=proofsheet %f" in entry
    info = ElementTree.parse(ROOT / "packaging" / f"{APP_ID}.metainfo.xml").getroot()
    assert info.findtext("id") == APP_ID
    assert info.findtext("launchable") == f"{APP_ID}.desktop"
    assert info.findtext("provides/binary") == "proofsheet"


def test_the_icon_can_be_drawn(qapp):
    assert QSvgRenderer(str(resources() / "icons" / "proofsheet.svg")).isValid()
