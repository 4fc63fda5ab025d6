"""The disk fails at every step under the session: what it holds for saved is what the disk says."""

import errno

import pytest

from app.cli import run
from app.dataset.entry import Cause
from app.dataset.marks import EntryNotes, Expression, Marks
from app.dataset.notes import load_notes
from app.dataset.scan import scan
from app.disk import NotSaved
from app.durable import write_bytes
from app.errors import ProofError
from app.ui.background import Background
from app.ui.saving import ONE_BY_ONE, WriteState
from app.ui.session import Session
from app.ui.toml_file import TomlFile

CODES = {"ENOSPC": errno.ENOSPC, "EIO": errno.EIO, "EACCES": errno.EACCES}


class Stepwise(Background):
    """Jobs of threads wait until they are told to run; nothing is read or measured."""

    def __init__(self):
        super().__init__(processes=1)
        self.jobs = []

    def in_process(self, *_, **__):
        """Not here."""

    def in_thread(self, lane, function, *, then, failed):
        self.jobs.append((function, then, failed))

    def work(self):
        """Run what waits; the answers, to be given when the disk is itself again."""
        answers = []
        while self.jobs:
            function, then, failed = self.jobs.pop(0)
            try:
                answers.append((then, function()))
            except (ProofError, OSError) as error:
                answers.append((failed, error))
        return answers


def give(answers):
    for home, value in answers:
        home(value)


@pytest.fixture
def opened(qtbot, tmp_path):
    """A session on a folder of that many captions."""
    background = Stepwise()
    session = Session(background)

    def make(count):
        folder = tmp_path / "set"
        folder.mkdir()
        for number in range(count):
            (folder / f"{number}.png").write_bytes(b"picture %d" % number)
            (folder / f"{number}.txt").write_text("old", encoding="utf-8")
        session.open(scan(folder))
        give(background.work())
        return session, background, folder

    yield make
    session.close()
    background.close()


@pytest.mark.parametrize("count", [1, ONE_BY_ONE + 2], ids=["single", "bulk"])
def test_captions(opened, failing, fault, from_then_on, monkeypatch, count):
    """Rows 1 and 15."""
    monkeypatch.setattr("app.durable._sync", lambda: None)
    session, background, folder = opened(count)
    numbers = range(count)
    # A bulk save makes hundreds of calls that are alike for each file.
    step = 1 if count == 1 else 7
    for number in range(1, 2000, step):
        text = f"text {number}"
        session.edit_many(dict.fromkeys(numbers, text), Cause.REPLACE, "all")
        before = {n: session.entry(n).caption.text for n in numbers}
        session.saving.flush()
        with failing.at(number, CODES[fault], from_then_on=from_then_on) as fired:
            answers = background.work()
        give(answers)
        for n in numbers:
            entry = session.entry(n)
            on_disk = (folder / f"{n}.txt").read_text(encoding="utf-8")
            assert entry.text == text, "what was typed stays on screen"
            assert on_disk in (before[n], text), (number, fired)
            assert entry.unsaved is (on_disk != text), (number, fired)
            state = session.saving.state(entry)
            assert state is (WriteState.NOT_SAVED if entry.unsaved else WriteState.SAVED)
            assert (session.saving.problem(n) is not None) is entry.unsaved
        session.saving.flush()
        give(background.work())
        assert session.saving.waiting() == [], (number, fired, "a retry succeeds")
        assert {path.read_text(encoding="utf-8") for path in folder.glob("*.txt")} == {text}
        if not fired:
            assert number > 20
            return
    pytest.fail("it never stopped failing")


def test_notes_and_choices(opened, failing, fault, from_then_on):
    """Rows 1 and 15."""
    session, background, folder = opened(1)
    values = [Expression.SMILING, Expression.SAD]
    for number in range(1, 2000):
        wanted = values[number % 2]
        session.note(0, EntryNotes(marks=Marks(wanted)), "mark")
        session.keeping.flush()
        with failing.at(number, CODES[fault], from_then_on=from_then_on) as fired:
            answers = background.work()
        give(answers)
        stored = load_notes(folder, [folder / "0.png"])[0].get("0.png", EntryNotes())
        if not session.keeping.waiting:
            assert stored.marks.expression is wanted, (number, fired)
        else:
            assert session.keeping.problem is not None
        session.keeping.flush()
        give(background.work())
        assert not session.keeping.waiting
        stored = load_notes(folder, [folder / "0.png"])[0]["0.png"]
        assert stored.marks.expression is wanted, (number, fired, "a retry succeeds")
        if not fired:
            assert number > 10
            return
    pytest.fail("it never stopped failing")


def test_data_toml(opened, failing, fault, from_then_on):
    """Rows 2 and 15."""
    session, background, folder = opened(1)
    file = TomlFile(session, background)
    path = folder / "data.toml"
    heard = []
    file.failed.connect(lambda message: heard.append(message))
    file.written.connect(lambda: heard.append(None))
    for number in range(1, 2000):
        old = f"# hand-made {number}\n".encode()
        write_bytes(path, old)
        file.refresh()
        give(background.work())
        heard.clear()
        file.write()
        with failing.at(number, CODES[fault], from_then_on=from_then_on) as fired:
            answers = background.work()
        give(answers)
        give(background.work())
        new = path.read_bytes()
        assert new == old or (b"[[datasets]]" in new and old.strip() in new), (number, fired)
        assert heard, (number, fired)
        assert (heard[0] is None) is (new != old), (number, fired)
        file.refresh()
        give(background.work())
        file.write()
        give(background.work())
        assert b"[[datasets]]" in path.read_bytes(), "a retry succeeds"
        if not fired:
            assert number > 10
            return
    pytest.fail("it never stopped failing")


def test_data_toml_by_command(tmp_path, failing, fault):
    """Rows 2 and 15."""
    (tmp_path / "a.png").write_bytes(b"x")
    (tmp_path / "a.txt").write_text("mira", encoding="utf-8")
    path = tmp_path / "data.toml"
    for number in range(1, 2000):
        path.unlink(missing_ok=True)
        said = False
        with failing.at(number, CODES[fault]) as fired:
            try:
                run(["toml", str(tmp_path), "--write"])
            except (ProofError, OSError):
                said = True
        assert path.exists() is not said, (number, fired)
        assert said or b"[[datasets]]" in path.read_bytes()
        assert sorted(p.name for p in tmp_path.iterdir() if p.name != "data.toml") == [
            "a.png",
            "a.txt",
        ]
        if not fired:
            assert number > 10
            return


def test_a_report_on_a_disk_that_fails(tmp_path, failing, fault):
    """Row 2."""
    path = tmp_path / "report.html"
    path.write_bytes(b"old")

    def work(number):
        try:
            write_bytes(path, b"new" * 20_000)
        except NotSaved:
            assert path.read_bytes() == b"old", number
        else:
            assert path.read_bytes() == b"new" * 20_000, number
        path.write_bytes(b"old")

    assert failing.until_quiet(work, fault, from_then_on=False) > 10
