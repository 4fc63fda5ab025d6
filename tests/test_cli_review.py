"""`report` and `check --require-reviewed` from the command line."""

import pytest
from PIL import Image

from app import cli
from app.dataset.marks import NO_NOTES
from app.dataset.notes import save_notes
from app.errors import ExitCode
from app.images.reader import digest_of
from app.review.passes import approve

TEXT = "a woman in a red coat stands beside a door"


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "set"
    root.mkdir()
    Image.new("RGB", (64, 48), "#a33").save(root / "1.png")
    (root / "1.txt").write_text(TEXT, "utf-8")
    return root


def test_a_report_is_written_and_written_again(folder, tmp_path, capsys):
    page = tmp_path / "out.html"
    for _ in range(2):
        assert cli.run(["report", str(folder), str(page)]) == ExitCode.CLEAN
    text = page.read_text("utf-8")
    assert TEXT in text
    assert "data:image/jpeg;base64," in text
    assert "[[datasets.subsets]]" in text
    assert "1 entries" in capsys.readouterr().out


def test_the_exit_code_tells_whether_it_was_reviewed_twice(folder, capsys):
    arguments = ["check", str(folder), "--require-reviewed"]
    assert cli.run(arguments[:2]) == ExitCode.CLEAN
    assert cli.run(arguments) == ExitCode.FINDINGS
    assert "not reviewed twice" in capsys.readouterr().err
    digest = digest_of(folder / "1.png")
    twice = approve(approve(NO_NOTES, 1, TEXT, digest), 2, TEXT, digest)
    save_notes(folder, {"1.png": twice})
    assert cli.run(arguments) == ExitCode.CLEAN
    (folder / "1.txt").write_text(TEXT + ", changed", "utf-8")
    assert cli.run(arguments) == ExitCode.FINDINGS
