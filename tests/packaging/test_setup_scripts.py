"""run.sh and test.sh on machines that are faked by a folder of commands put before the others."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="POSIX shell scripts")


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


class Machine:
    """A checkout with a space in its name, and commands of which every call is written down."""

    def __init__(self, folder):
        self.root = folder / "check out"
        self.bin = folder / "bin"
        self.calls = folder / "calls"
        self.bin.mkdir()
        self.calls.touch()
        (self.root / "packaging").mkdir(parents=True)
        for name in ("run.sh", "setup.sh"):
            shutil.copy(PACKAGING / name, self.root / "packaging")
        (self.root / "pyproject.toml").write_text("[project]\n")
        (self.root / "packaging" / "missing_packages.py").write_text("")

    def command(self, name, does="", folder=None):
        """A command that notes its name and arguments, one a line, and then does something."""
        path = (folder or self.bin) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'#!/bin/sh\nprintf "%s\\n" "{name}" "$@" >>"{self.calls}"\n{does}\n')
        path.chmod(0o755)

    def installed(self):
        """As it stands after a first start."""
        self.command("python", 'exec python3 "$@"', self.root / ".venv" / "bin")
        self.command("proofsheet", 'echo "{}"', self.root / ".venv" / "bin")
        (self.root / ".venv" / "folder").write_text(f"{self.root}\n")
        self.sh('installed_state >"$venv/installed"', check=True)

    def missing(self, *packages):
        lines = "".join(f"print({package!r})\n" for package in packages)
        (self.root / "packaging" / "missing_packages.py").write_text(lines)

    def sh(self, script, check=False):
        source = f'set -eu; root="{self.root}"; . "$root/packaging/setup.sh"; {script}'
        return self.start("sh", "-c", source, check=check)

    def run(self, *arguments):
        return self.start("sh", str(self.root / "packaging" / "run.sh"), *arguments)

    def start(self, *command, check=False):
        path = os.pathsep.join(
            [str(self.bin), str(Path(sys.executable).parent), "/usr/bin", "/bin"]
        )
        return subprocess.run(
            command, capture_output=True, text=True, env={"PATH": path}, check=check
        )

    def called(self):
        return self.calls.read_text().splitlines()


def test_arguments_are_passed_on_and_only_the_program_writes_to_standard_output(machine):
    machine.installed()
    result = machine.run("check", "a folder", "--format", "json")
    assert (result.stdout, result.stderr, result.returncode) == ("{}\n", "", 0)
    assert machine.called()[-5:] == ["proofsheet", "check", "a folder", "--format", "json"]


def test_only_the_first_start_without_arguments_shows_the_sample(machine):
    machine.installed()
    machine.run("folder")
    assert machine.called()[-2:] == ["proofsheet", "folder"]
    machine.run()
    assert machine.called()[-2:] == ["proofsheet", "--sample"]
    machine.run()
    assert machine.called()[-1] == "proofsheet"


def test_a_second_start_does_not_ask_pip(machine):
    machine.installed()
    machine.run("check")
    assert "pip" not in machine.called()


@pytest.mark.parametrize("changed", ["pyproject.toml", "moved"])
def test_a_changed_project_is_installed_again(machine, changed):
    machine.installed()
    machine.command("python", "", machine.root / ".venv" / "bin")
    if changed == "moved":
        machine.root = machine.root.rename(machine.root.with_name("elsewhere"))
        machine.command(
            "python3", f'case $* in *venv*--clear*) mkdir -p "{machine.root}/.venv" ;; esac'
        )
    else:
        (machine.root / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    result = machine.sh("install ''")
    assert "installing into .venv" in result.stderr
    assert result.stdout == ""
    if changed == "moved":
        assert "--clear" in machine.called()
    assert machine.called()[-2:] == ["--editable", str(machine.root)]
    machine.calls.write_text("")
    machine.sh("install ''", check=True)
    assert machine.called() == []


def test_a_failed_installation_is_tried_again(machine):
    machine.command(
        "python", "case $* in *pip\\ install*) exit 1 ;; esac", machine.root / ".venv" / "bin"
    )
    (machine.root / ".venv" / "folder").write_text(f"{machine.root}\n")
    for _ in range(2):
        result = machine.run("check", "folder")
        assert result.returncode == 2
        assert "pip could not install Proofsheet" in result.stderr
    assert machine.called().count("--editable") == 2


def test_the_venv_of_a_developer_is_kept(machine):
    machine.command("python", "", machine.root / ".venv" / "bin")
    machine.command("python3")
    machine.sh("install ''", check=True)
    assert "--clear" not in machine.called()
    assert machine.called()[-2:] == ["--editable", str(machine.root)]


def test_a_venv_whose_making_was_broken_off_is_made_again(machine):
    machine.command(
        "python", "case $* in *--version*) exit 1 ;; esac", machine.root / ".venv" / "bin"
    )
    machine.command("python3")
    machine.sh("install ''", check=True)
    assert "--clear" in machine.called()


def test_without_root_one_line_names_the_command(machine):
    machine.installed()
    machine.missing("libgl1", "libegl1")
    machine.command("id", "echo 1000")
    machine.command("apt-get")
    result = machine.run("folder")
    assert result.returncode == 2
    assert result.stderr.splitlines() == [
        "proofsheet: something is missing on this system; install it with: "
        "sudo apt-get install -y --no-install-recommends libgl1 libegl1"
    ]
    assert "apt-get" not in machine.called()


def test_root_installs_what_is_missing_and_says_so(machine):
    machine.installed()
    machine.missing("libgl1", "libegl1")
    machine.command("id", "echo 0")
    machine.command("apt-get", "echo chatter")
    result = machine.run("folder")
    assert "installing with apt-get: libgl1 libegl1" in result.stderr
    assert (result.stdout, result.returncode) == ("{}\n", 0)
    calls = " ".join(machine.called())
    assert "apt-get update" in calls
    assert "apt-get install -y -qq --no-install-recommends libgl1 libegl1" in calls


def test_apt_get_that_fails_stops_the_start(machine):
    machine.installed()
    machine.missing("libgl1")
    machine.command("id", "echo 0")
    machine.command("apt-get", "exit 100")
    result = machine.run("folder")
    assert result.returncode == 2
    assert "apt-get could not install libgl1" in result.stderr
    assert "proofsheet" not in machine.called()


@pytest.mark.parametrize("argument", [*COMMANDS, "--version", "--help"])
def test_a_command_without_window_asks_for_no_library_of_windows(machine, argument):
    machine.installed()
    script = machine.root / "packaging" / "missing_packages.py"
    script.write_text("import sys\nfor word in sys.argv[1:]: print('lib' + word)\n")
    machine.command("id", "echo 1000")
    machine.command("apt-get")
    assert machine.run(argument).returncode == 0
    assert "libwindow" in machine.run("folder").stderr


def test_an_old_python_is_named(machine):
    for name in ("python3", "python3.11", "python3.12", "python3.13", "python3.14"):
        machine.command(name, 'case $* in --version) echo "Python 3.9.2" ;; *) exit 1 ;; esac')
    machine.command("id", "echo 1000")
    result = machine.run("check", "folder")
    assert result.returncode == 2
    assert "Python 3.11 or newer is needed, and python3 is Python 3.9.2" in result.stderr


@pytest.fixture
def packages():
    spec = importlib.util.spec_from_file_location(
        "missing_packages", PACKAGING / "missing_packages.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_missing_packages_follow_what_is_asked_for(packages, monkeypatch, tmp_path):
    monkeypatch.setattr(packages, "loads", lambda name: name not in absent)
    absent = {"libEGL.so.1", "libxcb-shape.so.0"}
    assert packages.missing(set()) == []
    assert packages.missing({"window"}) == ["libegl1"]
    assert packages.missing({"window", "display"}) == ["libegl1", "libxcb-shape0"]
    monkeypatch.setattr(packages.shutil, "which", lambda name: None)
    monkeypatch.setattr(packages, "FONT_FOLDERS", (tmp_path, tmp_path / "none"))
    assert packages.missing({"screenshots"}) == ["xvfb", "xauth", "fonts-noto-cjk", "fonts-inter"]
    (tmp_path / "noto").mkdir()
    (tmp_path / "noto" / "NotoSansCJK-Regular.ttc").touch()
    (tmp_path / "noto" / "Inter-Regular.otf").touch()
    assert packages.missing({"screenshots"}) == ["xvfb", "xauth"]


def test_a_library_that_is_nowhere_does_not_load(packages):
    assert not packages.loads("libproofsheet-that-nobody-has.so.7")
