"""A person in the window and somebody who writes into the same folder, in every order.

The background is a list of jobs and a list of answers that the machine lets happen when it likes.
"""

import shutil
import tempfile
from collections import deque
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from long_run import TIMES
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.dataset.drafts import load_drafts
from app.dataset.journal import history
from app.dataset.scan import scan
from app.errors import ProofError
from app.ui.background import Lane
from app.ui.outside import Outside
from app.ui.session import Session
from app.ui.windows.letting_go import write_out

ENTRIES = st.integers(0, 5)
"""Which of the entries that are there: taken modulo their number."""


class StepByStep(QObject):
    """A background in which nothing happens by itself."""

    processes = 1

    def __init__(self):
        super().__init__()
        self.jobs = {lane: deque() for lane in Lane}
        self.answers = deque()

    def in_process(self, key, function, *arguments, then, failed, seconds=20.0, first=False):
        """Nobody reads or measures here."""

    def prefer(self, keys):
        """Nothing waits."""

    def forget(self):
        """Nothing waits."""

    def in_thread(self, lane, function, *, then, failed):
        self.jobs[lane].append((function, then, failed))

    def run(self, lane):
        if self.jobs[lane]:
            function, then, failed = self.jobs[lane].popleft()
            try:
                value = function()
            except (ProofError, OSError) as error:
                self.answers.append((failed, error))
            else:
                self.answers.append((then, value))

    def answer(self):
        if self.answers:
            home, value = self.answers.popleft()
            home(value)

    def wait_for_saves(self):
        for lane, jobs in self.jobs.items():
            while jobs:
                self.run(lane)
        while self.answers:
            self.answer()


class PersonAgainstWriter(RuleBasedStateMachine):
    """Every text that anybody left is on disk, in the history, in a draft or on screen."""

    app = None
    session = None

    def __init__(self):
        super().__init__()
        cls = PersonAgainstWriter
        if cls.session is None:
            cls.app = QApplication.instance() or QApplication([])
            cls.session = Session(StepByStep())
        self.background = StepByStep()
        for part in (
            self.session,
            self.session.saving,
            self.session.keeping,
            self.session.history,
            self.session.files,
        ):
            part.background = part._background = self.background
        self.watch = Outside(self.session, self.background)
        self.folder = Path(tempfile.mkdtemp(prefix="session-machine-"))
        self.count = 0
        self.owed: set[str] = set()
        """Texts that must be somewhere."""
        self.hers: dict[int, str] = {}
        """What the person left last, by entry."""
        self.put_by_her: set[str] = {""}
        self.theirs: dict[Path, str] = {}

    def word(self, who):
        self.count += 1
        return f"{who}{self.count}"

    @initialize()
    def begin(self):
        for stem in ("a", "b"):
            (self.folder / f"{stem}.png").write_bytes(b"picture " + stem.encode())
        self.put_outside(self.folder / "a.txt")
        (self.folder / "a.jpg").write_bytes(b"its second picture")
        self.session.open(scan(self.folder))

    # The other program ---------------------------------------------------------------------

    def put_outside(self, path):
        self.owed.discard(self.theirs.pop(path, ""))
        text = self.word("outside")
        path.write_text(text, encoding="utf-8")
        self.theirs[path] = text
        self.owed.add(text)

    def captions(self):
        return sorted(path.with_suffix(".txt") for path in self.folder.glob("*.png"))

    @precondition(lambda self: self.captions())
    @rule(number=ENTRIES)
    def somebody_writes(self, number):
        paths = self.captions()
        path = paths[number % len(paths)]
        present = path.read_text(encoding="utf-8") if path.exists() else None
        if present != self.theirs.get(path):
            self.theirs.pop(path, None)  # hers by now: what was theirs is owed still
        self.put_outside(path)

    @precondition(lambda self: self.captions())
    @rule(number=ENTRIES)
    def somebody_deletes(self, number):
        paths = self.captions()
        path = paths[number % len(paths)]
        if path.exists():
            text = path.read_text(encoding="utf-8")
            if self.theirs.pop(path, None) == text:
                self.owed.discard(text)
            path.unlink()

    @precondition(lambda self: self.captions())
    @rule(number=ENTRIES)
    def somebody_renames(self, number):
        paths = self.captions()
        caption = paths[number % len(paths)]
        stem = self.word("renamed")
        for suffix in (".png", ".txt"):
            old = caption.with_suffix(suffix)
            if old.exists() and not (suffix == ".txt" and caption.with_suffix(".jpg").exists()):
                old.rename(old.with_name(stem + suffix))
                if old in self.theirs:
                    self.theirs[old.with_name(stem + suffix)] = self.theirs.pop(old)

    # The person ----------------------------------------------------------------------------

    def pick(self, number):
        present = self.session.dataset.present()
        return present[number % len(present)] if present else None

    def note_screen(self):
        """What the screen says after the person acted is hers."""
        for entry in self.session.dataset.entries:
            if self.hers.get(entry.id) != (entry.text or ""):
                self.owed.discard(self.hers.get(entry.id, ""))
                self.hers[entry.id] = entry.text or ""
            self.put_by_her.add(entry.text or "")

    @rule(number=ENTRIES)
    def person_types(self, number):
        entry = self.pick(number)
        if entry is not None and self.session.entry(entry).editable:
            text = self.word("typed")
            self.session.edit(entry, text)
            self.note_screen()
            self.owed.add(text)

    @rule()
    def person_undoes(self):
        self.session.undo()
        self.note_screen()

    @rule()
    def person_redoes(self):
        self.session.redo()
        self.note_screen()

    @rule(number=ENTRIES)
    def person_takes_out(self, number):
        entry = self.pick(number)
        if entry is not None:
            self.session.take_out([entry])

    @rule(mine=st.booleans())
    def person_settles(self, mine):
        for number in list(self.session.saving._conflicts)[:1]:
            theirs = self.session.saving.theirs(number)
            if mine or theirs.text is None:
                text = self.session.entry(number).text or ""
                self.put_by_her.add(text)
                self.session.saving.settle(number, text)
            else:
                self.session.saving.settle(number, None)
                self.session.take_from_disk(number)

    @rule(only=st.none() | ENTRIES)
    def time_to_save(self, only):
        entry = None if only is None else self.pick(only)
        self.session.saving.flush(None if entry is None else [entry])

    @rule()
    def a_second_passes(self):
        self.session.history.flush()

    @rule()
    def program_looks(self):
        self.watch.look()

    @rule(lane=st.sampled_from(list(Lane)))
    def a_job_is_done(self, lane):
        before = self.on_disk()
        self.background.run(lane)
        for path, text in self.on_disk().items():
            fresh = text not in before.values()
            assert not fresh or text in self.put_by_her, f"nobody asked for {text} in {path}"

    @rule()
    def an_answer_arrives(self):
        self.background.answer()

    @rule()
    def everything_settles(self):
        before = self.on_disk()
        write_out(self.session, self.background)
        for text in self.on_disk().values():
            assert text in before.values() or text in self.put_by_her

    @rule()
    def person_opens_again(self):
        write_out(self.session, self.background)
        self.session.close()
        self.hers.clear()
        try:
            self.session.open(scan(self.folder))
        except ProofError:  # all pictures were taken out
            (self.folder / f"{self.word('new')}.png").write_bytes(b"a new one")
            self.session.open(scan(self.folder))

    # What must hold ------------------------------------------------------------------------

    def on_disk(self):
        return {
            path.relative_to(self.folder): path.read_text(encoding="utf-8")
            for path in self.folder.rglob("*")
            if path.is_file() and (".txt" in path.suffixes or path.name.endswith(".txt.removed"))
        }

    @invariant()
    def every_text_is_somewhere(self):
        session = self.session
        if session.dataset is None:
            return
        places = set(self.on_disk().values())
        waiting = [record for _, record in session.history._records.values()]
        for record in (*history(self.folder), *waiting):
            places |= {record.before, record.after}
        places |= {draft.text for draft in load_drafts(self.folder)[0]}
        places |= {entry.text for entry in session.dataset.entries}
        # Jobs of the saves lane are as good as done: the lane is emptied even at the end.
        if not self.background.jobs[Lane.SAVES]:
            assert not self.owed - places, self.owed - places

    @invariant()
    def clean_means_what_the_disk_says(self):
        session = self.session
        quiet = not (any(self.background.jobs.values()) or self.background.answers)
        if session.dataset is None or not quiet:
            return
        self.watch.look()
        self.background.wait_for_saves()
        for number in session.dataset.present():
            entry = session.entry(number)
            if entry.unsaved or session.saving.theirs(number) is not None:
                continue
            path = entry.caption_file
            assert entry.text == (path.read_text(encoding="utf-8") if path.exists() else None)

    def teardown(self):
        self.session.close()
        self.watch.deleteLater()
        shutil.rmtree(self.folder)


PersonAgainstWriter.TestCase.settings = settings(
    max_examples=60 * TIMES, stateful_step_count=30, deadline=None
)
TestPersonAgainstWriter = PersonAgainstWriter.TestCase
