"""The list of faults: each has a test that names its row, or a place where it is tested."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent.parent
ROWS = range(1, 48)
ELSEWHERE = {
    16: "tests/export: an export that stops half-way leaves nothing",
    17: "tests/dataset and tests/journeys: typing is kept as a draft",
    20: "tests/images: odd pictures",
    21: "tests/images: odd pictures",
    22: "tests/images: odd pictures",
    23: "tests/images: the limit on pixels",
    24: "tests/images: bombs in text and EXIF",
    25: "tests/images: formats by content",
    26: "tests/images: odd pictures",
    27: "tests/test_workers.py: workers that hang or crash",
    40: "tests/export: where an export may go",
    41: "tests/export: where an export may go",
    42: "tests/export: the writer",
    43: "tests/export: the writer",
    46: "tests/test_law.py and tests/packaging: no Qt where there is no window",
    47: "tests/journeys: an exception in a slot",
}


def rows_named():
    named = set()
    for path in TESTS.rglob("test_*.py"):
        for line in re.findall(r'"""Rows? ([^"]*)"""', path.read_text(encoding="utf-8")):
            named.update(int(number) for number in re.findall(r"\d+", line))
    return named


@pytest.mark.parametrize("row", ROWS)
def test_a_fault_has_its_test(row):
    assert row in rows_named() or row in ELSEWHERE
