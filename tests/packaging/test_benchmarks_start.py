"""The benchmarks are run by hand and seldom: that each can still be started is tried here."""

import ast
import importlib
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "benchmarks"
FILES = sorted(FOLDER.glob("*.py"))


@pytest.fixture
def load(monkeypatch):
    """Import one as if it were started; what it brought along is forgotten afterwards."""
    monkeypatch.syspath_prepend(str(FOLDER))
    known = set(sys.modules)
    yield importlib.import_module
    for file in FILES:
        if file.stem not in known:
            sys.modules.pop(file.stem, None)


def test_there_are_benchmarks():
    assert len(FILES) > 10


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_it_needs_of_the_program_is_there(file, load, monkeypatch, capsys):
    module = load(file.stem)
    if "ArgumentParser" in file.read_text(encoding="utf-8"):
        monkeypatch.setattr(sys, "argv", [file.name, "--help"])
        with pytest.raises(SystemExit) as ended:
            module.main()
        assert ended.value.code == 0
        assert "usage" in capsys.readouterr().out


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_it_takes_from_a_module_is_still_in_it(file, load):
    """Names such as `decode.load`: an import does not notice that they are gone."""
    module = load(file.stem)
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            owner = getattr(module, node.value.id, None)
            if isinstance(owner, type(sys)):
                assert hasattr(owner, node.attr), f"{node.value.id}.{node.attr}"
