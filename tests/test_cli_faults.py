"""Commands on odd folders and streams: an exit code that says what happened, never a traceback."""

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.errors import ExitCode
from app.review.query import QueryError, parse


def proofsheet(*arguments, environment=None, stdout=subprocess.PIPE):
    words = [sys.executable, "-m", "app", *map(str, arguments)]
    variables = {**os.environ, **(environment or {})}
    return subprocess.run(
        words, stdout=stdout, stderr=subprocess.PIPE, env=variables, check=False, timeout=120
    )


@pytest.fixture
def odd_folder(tmp_path):
    folder = tmp_path / "set"
    folder.mkdir()
    for name in (b"caf\xe9.png", "日本.png".encode()):
        path = os.path.join(os.fsencode(folder), name)
        try:
            with open(path, "wb") as file:
                Image.new("RGB", (64, 64), "red").save(file, "PNG")
        except OSError:
            pytest.skip("this file system wants UTF-8")
    return folder


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_names_that_are_not_text_end_no_command(odd_folder, encoding, form):
    environment = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    ended = proofsheet(
        "check", odd_folder, "--captions-only", "--format", form, environment=environment
    )
    assert ended.returncode in (ExitCode.CLEAN, ExitCode.FINDINGS), ended.stderr.decode()
    assert b"Traceback" not in ended.stderr
    assert "日本" in ended.stdout.decode("utf-8") or (encoding, form) != ("utf-8", "json")
    if form == "json":
        ended.stdout.decode("utf-8")


def test_data_toml_is_printed_as_the_trainer_reads_it(odd_folder, tmp_path):
    named = odd_folder.rename(tmp_path / "日本")
    ended = proofsheet("toml", named, environment={"PYTHONIOENCODING": "ascii"})
    assert ended.returncode == ExitCode.CLEAN, ended.stderr.decode()
    assert "日本" in ended.stdout.decode("utf-8")


def test_a_reader_who_leaves_is_no_fault(odd_folder):
    read, write = os.pipe()
    os.close(read)
    ended = proofsheet("check", odd_folder, "--captions-only", stdout=write)
    os.close(write)
    assert b"Traceback" not in ended.stderr
    assert b"BrokenPipe" not in ended.stderr


def test_an_unforeseen_fault_is_not_the_exit_code_of_findings(odd_folder, tmp_path):
    """1 means that rules speak; a script that counts on it must not be told so by a crash."""
    cut = (
        "import sys, app.cli as cli, app.__main__ as main\n"
        "def fall(*_): raise OSError(5, 'the disk reports a fault')\n"
        "cli.scan = fall\n"
        "sys.exit(main.main(['check', sys.argv[1]]))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", cut, str(odd_folder)], capture_output=True, check=False, timeout=120
    )
    assert ended.returncode == ExitCode.USAGE
    assert b"the disk reports a fault" in ended.stderr
    assert ended.stdout == b""


@given(st.text(st.sampled_from('ab():"-<>=²3x×. or and not size: chars: has:'), max_size=30))
def test_the_filter_refuses_only_in_words(text):
    try:
        parse(text)
    except QueryError:
        pass


@pytest.mark.parametrize(
    "text", ["size:²x2", "chars:>" + "9" * 5000, "size:" + "9" * 5000 + "x1", "(" * 5000]
)
def test_the_filter_refuses_the_absurd(text):
    with pytest.raises(QueryError):
        parse(text)
