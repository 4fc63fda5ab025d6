"""A process that is killed at any moment: every file is old or new, and what was saved stays."""

import itertools
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from long_run import TIMES

sys.path.insert(0, str(Path(__file__).parent.parent / "export"))

import checker  # pyright: ignore[reportMissingImports]
import export_sets  # pyright: ignore[reportMissingImports]

from app.dataset.drafts import load_drafts
from app.dataset.files import sweep_leftovers
from app.dataset.journal import history
from app.export.options import ExportOptions
from app.export.plan import plan
from app.export.writer import write

ROOT = Path(__file__).resolve().parents[2]
KILLS = 10 * TIMES

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")

# Saves ever longer captions, single and in bulk, and says aloud what is safe. The length of a text
# tells which one it is, and every character of it is the same: a mixture would show.
WORKER = """
import sys
from pathlib import Path
from app.dataset.drafts import keep_draft
from app.dataset.entry import CaptionForm
from app.dataset.files import CaptionWrite, read_caption, write_caption, write_many
from app.dataset.journal import Record, append

folder, start = Path(sys.argv[1]), int(sys.argv[2])
names = [f"{n}.txt" for n in range(8)]
form = CaptionForm()
for number in range(start, start + 100_000):
    text = chr(97 + number % 26) * (2000 + number)
    append(folder, [Record("0.png", "typing", None, str(number))])
    keep_draft(folder, "0.png", text, None)
    if number % 3:
        path = folder / names[0]
        write_caption(path, text, form, read_caption(path).stamp)
    else:
        stamps = {name: read_caption(folder / name).stamp for name in names}
        write_many([CaptionWrite(folder / name, text, form, stamps[name]) for name in names])
    print(number, flush=True)
"""


def check(folder, last):
    """Nothing torn, nothing lost that was said to be saved, and the number to go on with."""
    newest = 0
    for path in folder.glob("*.txt"):
        text = path.read_text()
        number = len(text) - 2000
        assert text == chr(97 + number % 26) * (2000 + number), "a mixture"
        newest = max(newest, number)
    assert newest >= last
    written = [int(str(record.after)) for record in history(folder)]
    assert written == sorted(written)
    assert not written or written[-1] >= last
    drafts, notices = load_drafts(folder)
    assert notices == ()
    for draft in drafts:
        assert len(set(draft.text)) == 1
        assert len(draft.text) - 2000 >= last
    sweep_leftovers([folder])
    assert not list(folder.glob(".proofsheet-*"))
    return newest + 1


def test_killed_at_random_moments(tmp_path):
    """Row 14."""
    folder = tmp_path / "set"
    folder.mkdir()
    chance = random.Random(7)
    number = 1
    for _ in range(KILLS):
        command = [sys.executable, "-c", WORKER, str(folder), str(number)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as worker:
            assert worker.stdout is not None
            worker.stdout.readline()
            time.sleep(chance.random() * 0.15)
            worker.send_signal(signal.SIGKILL)
            said = worker.stdout.read().split("\n")[:-1]
            worker.wait()
        last = int(said[-1]) if said else number
        number = check(folder, last)
    assert number > KILLS


# Lets its own Nth call be the last one; says so when there was no Nth call any more.
SUICIDE = """
import itertools, os, signal, sys
from pathlib import Path
from app.dataset.entry import CaptionForm
from app.dataset.files import CaptionWrite, read_caption, write_caption, write_many
from app.disk import fs

folder, which = Path(sys.argv[1]), sys.argv[2]
form = CaptionForm()

def save():
    path = folder / "0.txt"
    if which == "first":
        write_caption(path, "new", form, None)
    elif which == "single":
        write_caption(path, "new", form, read_caption(path).stamp)
    else:
        paths = sorted(folder.glob("*.txt"))
        write_many([CaptionWrite(p, "new", form, read_caption(p).stamp) for p in paths])

real = dict(vars(fs))
names = {"first": [], "single": ["0.txt"], "bulk": ["0.txt", "1.txt", "2.txt"]}[which]
for number in itertools.count(1):
    for path in folder.iterdir():
        path.unlink()
    for name in names:
        (folder / name).write_bytes(b"old")
    child = os.fork()
    if child == 0:
        count = itertools.count(1)
        def dying(call):
            def wrapped(*arguments, **named):
                if next(count) == number:
                    os.kill(os.getpid(), signal.SIGKILL)
                return call(*arguments, **named)
            return wrapped
        for name, call in real.items():
            setattr(fs, name, dying(call))
        save()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    for path in folder.glob("*.txt"):
        assert path.read_bytes() in (b"old", b"new"), (number, path)
    assert all((folder / name).exists() for name in names), number
    if os.WIFEXITED(status):
        assert all(path.read_bytes() == b"new" for path in folder.glob("*.txt"))
        print(number - 1)
        break
"""


@pytest.mark.parametrize("which", ["first", "single", "bulk"])
def test_killed_at_every_call(tmp_path, which):
    """Row 14."""
    folder = tmp_path / "set"
    folder.mkdir()
    command = [sys.executable, "-c", SUICIDE, str(folder), which]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= {"first": 10, "single": 20, "bulk": 50}[which]


def test_the_texts_of_the_harness_differ():
    """A torn file could not be told from a whole one otherwise."""
    texts = [chr(97 + number % 26) * (2000 + number) for number in range(60)]
    assert all(one != two for one, two in itertools.pairwise(texts))


# Exports the same two pairs again and again, each time with other captions, over the older export.
EXPORTER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
import export_sets as sets
from app.export.options import ExportOptions
from app.export.plan import plan
from app.export.writer import write

source, target = Path(sys.argv[1]), Path(sys.argv[2])
for number in range(int(sys.argv[4]), 100_000):
    for path in source.rglob("*.txt"):
        path.write_text(f"caption, state {number}", encoding="utf-8")
    made = plan(sets.opened(source), {}, ExportOptions(target, anyway=True))
    write(made, lambda *_: None, lambda: False, processes=0)
    print(number, flush=True)
"""


def kill_export(source, target, number, wait):
    """Start to export, kill it; the last number that was said to be done."""
    helpers = ROOT / "tests" / "export"
    command = [sys.executable, "-c", EXPORTER, str(source), str(target), str(helpers), str(number)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as worker:
        assert worker.stdout is not None
        first = worker.stdout.readline()
        time.sleep(wait)
        worker.send_signal(signal.SIGKILL)
        said = [first, *worker.stdout.read().split("\n")[:-1]]
        worker.wait()
    return int(said[-1])


def test_an_export_killed_at_random_moments(tmp_path):
    """Row 16."""
    source, out = tmp_path / "set", tmp_path / "out"
    export_sets.two_concepts(source, 1)
    chance = random.Random(8)
    number = 1
    for _ in range(max(3, KILLS // 3)):
        last = kill_export(source, out / "train", number, chance.random() * 0.2)
        texts = {path.read_text(encoding="utf-8").strip() for path in out.glob("train/*/*.txt")}
        assert len(texts) == 1, "captions of two exports in one folder"
        stands = int(texts.pop().rsplit(" ", 1)[1])
        assert stands in (last, last + 1)
        checker.read_pairs(out / "train")
        number = last + 2
    for path in source.rglob("*.txt"):  # the exporter may have died while it wrote one
        path.write_text("caption, the last state", encoding="utf-8")
    made = plan(export_sets.opened(source), {}, ExportOptions(out / "train", anyway=True))
    write(made, export_sets.go, export_sets.never, processes=0)
    assert [path.name for path in out.iterdir()] == ["train"], "leftovers"
