"""The list of faults: each has a test that provokes it, and that test is there to be collected."""

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent.parent
FAULTS = {
    1: "disk full, small caption",
    2: "disk full, large write",
    3: "limit on file size, quota",
    4: "no free file entries",
    5: "write-protected file",
    6: "folder closed to writing",
    7: "disk mounted read-only, locked file",
    8: "caption deleted while open",
    9: "image deleted or moved while open",
    10: "folder renamed or unmounted",
    11: "caption changed outside, clean here",
    12: "caption changed outside and here",
    13: "change between check and rename",
    14: "killed while saving",
    15: "the disk reports a fault at any call",
    16: "killed while exporting",
    17: "killed while typing",
    18: "draft whose base changed",
    19: "two windows on one folder",
    20: "empty image",
    21: "image cut off",
    22: "more pixels than memory",
    23: "large but honest photo",
    24: "bombs in text and EXIF",
    25: "another type than the name says",
    26: "animations, 16 bits, CMYK, palettes",
    27: "decoder that hangs or dies",
    28: "links in circles, to nowhere, out of the folder",
    29: "pipes and devices named like files",
    30: "names that are hard to show",
    31: "names that are one name elsewhere",
    32: "two images of one stem",
    33: "the trainer takes another file's caption",
    34: "byte order marks and line breaks",
    35: "other encodings",
    36: "enormous caption",
    37: "ways out of the folder",
    38: "malicious TOML",
    39: "huge folder",
    40: "export into the source",
    41: "export onto something",
    42: "export across file systems",
    43: "source changes during the export",
    44: "clocks that jump",
    45: "damaged settings, journal, cache",
    46: "no screen, no library, no font",
    47: "exception in a slot",
}
BY_THE_KERNEL = {1, 2, 3, 4, 5, 6, 7, 10, 14, 15, 16, 17, 19, 28, 29, 42}
"""Rows that the system itself provokes in a test, beside the test that runs anywhere."""
REAL = {"needs_root", "mounted", "not_root", "strace", "subprocess", "mkfifo", "symlink_to"}
REAL |= {"setrlimit", "Popen", "run_and_kill", "kill_export", "type_and_die", "run_child"}
"""Words of a test that let the system do it."""


class Found:
    """A test with the rows that its docstring names."""

    def __init__(self, path, function, owner):
        self.rows = rows_of(ast.get_docstring(function))
        names = [path.relative_to(TESTS.parent).as_posix(), *owner, function.name]
        self.id = "::".join(names)
        nodes = list(ast.walk(function))
        self.words = {n.id for n in nodes if isinstance(n, ast.Name)}
        self.words |= {n.attr for n in nodes if isinstance(n, ast.Attribute)}
        self.words |= {a.arg for a in function.args.args}


def rows_of(docstring):
    first = (docstring or "").split(".")[0].split(",")
    if not first[0].startswith(("Row ", "Rows ")):
        return frozenset()
    words = (docstring or "").split(".")[0].replace(",", " ").split()
    return frozenset(int(word) for word in words if word.isdecimal())


@cache
def named():
    found = []
    for path in sorted(TESTS.rglob("test_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        places = [((), tree), *(((n.name,), n) for n in tree.body if isinstance(n, ast.ClassDef))]
        for owner, place in places:
            for node in place.body:
                is_test = isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
                if is_test and (not owner or owner[0].startswith("Test")):
                    found.append(Found(path, node, owner))
    return [one for one in found if one.rows]


@pytest.mark.parametrize("row", FAULTS, ids=lambda row: f"{row} {FAULTS[row]}")
def test_a_fault_has_its_test(row):
    assert [one.id for one in named() if row in one.rows], "no test says that it provokes this"


@pytest.mark.parametrize("row", sorted(BY_THE_KERNEL))
def test_the_system_itself_provokes_it(row):
    assert [one.id for one in named() if row in one.rows and one.words & REAL]


def test_no_test_names_a_row_that_is_not_there():
    assert {row for one in named() for row in one.rows} <= FAULTS.keys()


def test_what_is_named_is_collected():
    """A test that is named here and never runs would prove nothing."""
    files = sorted({one.id.split("::")[0] for one in named()})
    command = [sys.executable, "-m", "pytest", "--collect-only", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, *files], cwd=TESTS.parent, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:]
    collected = {line.split("[")[0] for line in done.stdout.splitlines()}
    assert [one.id for one in named() if one.id not in collected] == []
