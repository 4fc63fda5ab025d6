"""The README says what the cards say, and names only commands that exist."""

import re
import runpy
from pathlib import Path

from app.__main__ import _window_parser
from app.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]


def test_the_table_of_rules_is_made_from_the_cards():
    module = runpy.run_path(str(ROOT / "packaging" / "readme.py"))
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert module["filled"](text) == text, "run: python packaging/readme.py"


def test_every_command_in_the_readme_exists():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"proofsheet ([a-z]+) FOLDER", text))
    assert named <= set(COMMANDS)
    assert set(COMMANDS) <= named


def test_every_option_in_the_readme_exists():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    window = set(_window_parser().format_help().split())
    for option in ("--screenshot", "--no-reopen", "--sample"):
        assert option in text
        assert any(word.startswith(option) for word in window)


def test_every_picture_and_file_in_the_readme_is_there():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for place in re.findall(r"\]\((?!http)([^)#]+)\)", text):
        assert (ROOT / place).exists(), place
