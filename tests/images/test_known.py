"""What a worker process has ready before its first picture."""

import platform
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import resource, sys
from pathlib import Path
from app.images.known import warm_up
from app.images.reader import examine
def measured():
    for _ in range(5):
        list(examine(Path(sys.argv[1]), 256, None))
warm_up()
measured()
before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
measured()
print((resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before) // 5)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="its way of keeping memory")
def test_memory_is_not_fetched_anew_for_each_picture(tmp_path, photo):
    path = tmp_path / "a.jpg"
    photo(1500, 1000).save(path, quality=92)
    told = subprocess.run(
        [sys.executable, "-c", SCRIPT, path],
        cwd=Path(__file__).resolve().parents[2], capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert int(told.stdout) < 100  # pages of 4 kB; more than 900 where it is not kept
