"""A person edits, judges, undoes and redoes in any order while others change captions and pictures:
a verdict holds exactly for what it was given for, in the session and on disk.
"""

import hashlib
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.dataset.entry import Cause
from app.dataset.marks import Decision
from app.dataset.notes import load_notes
from app.dataset.scan import scan
from app.images.evidence import Evidence
from app.review.passes import PassState, approve_again, states_of
from app.ui.session import Session
from app.ui.windows.review_round import ReviewRound

COUNT = 4
ENTRIES = st.integers(0, COUNT - 1)
PASSES = st.sampled_from([1, 2])
WORDS = st.sampled_from(["a coat", "a hat", "a door"])


class AtOnce(QObject):
    """A background in which everything asked for is done before the question ends."""

    processes = 1
    busy = False

    def in_process(self, key, function, *arguments, then, failed, seconds=20.0, first=False):
        """Nobody reads or measures here."""

    def prefer(self, keys):
        """Nothing waits."""

    def forget(self):
        """Nothing waits."""

    def in_thread(self, lane, function, *, then, failed):
        then(function())

    def wait_for_saves(self):
        """Nothing waits."""


class Verdicts(RuleBasedStateMachine):
    """The model knows for each verdict which words and which bytes were on screen."""

    app = session = None

    def __init__(self):
        super().__init__()
        cls = Verdicts
        if cls.session is None:
            cls.app = QApplication.instance() or QApplication([])
            cls.session = Session(AtOnce())
            cls.round = ReviewRound(cls.session)
        self.folder = Path(tempfile.mkdtemp(prefix="verdicts-"))
        self.given: list[dict[int, tuple[Decision, str, str]]] = []
        self.past: list[tuple[int, list]] = []

    @initialize()
    def begin(self):
        for number in range(COUNT):
            (self.folder / f"{number}.png").write_bytes(b"picture %d" % number)
            (self.folder / f"{number}.txt").write_text("a coat", encoding="utf-8")
        self.session.open(scan(self.folder))
        for number in range(COUNT):
            self.see(number)
        self.given = [{} for _ in range(COUNT)]
        self.shown = {0: self.model()}

    def model(self):
        return [dict(one) for one in self.given]

    def see(self, number):
        digest = hashlib.sha256((self.folder / f"{number}.png").read_bytes()).hexdigest()
        self.session._measured({number: Evidence(digest=digest)})

    def now(self, number):
        dataset = self.session.dataset
        return dataset.entries[number].text, dataset.evidence_of(number).digest

    def did(self):
        """A step of undo was made: what held before and after it is known."""
        stack = self.session.undo_stack
        self.shown = {at: given for at, given in self.shown.items() if at < stack.index()}
        self.shown[stack.index()] = self.model()

    # The person ----------------------------------------------------------------------------

    @rule(number=ENTRIES, words=WORDS)
    def edit(self, number, words):
        before = self.session.undo_stack.index()
        self.session.edit(number, words, Cause.REPLACE)
        if self.session.undo_stack.index() != before:
            self.did()

    @rule(words=WORDS)
    def edit_all(self, words):
        before = self.session.undo_stack.index()
        self.session.edit_many(dict.fromkeys(range(COUNT), words), Cause.REPLACE, "all")
        if self.session.undo_stack.index() != before:
            self.did()

    @rule(number=ENTRIES, which=PASSES, flags=st.booleans())
    def judge(self, number, which, flags):
        before = self.session.undo_stack.index()
        self.round.begin(which, number)
        given, now = self.given[number], self.now(number)
        if flags:
            self.round.flag("why")
            given[which] = (Decision.FLAGGED, *now)
        else:
            self.round.approve()
            other = given.get(3 - which)
            if other is not None and other[1:] != now:
                given[3 - which] = (Decision.APPROVED, *now)
            given[which] = (Decision.APPROVED, *now)
        if self.session.undo_stack.index() != before:
            self.did()

    @rule()
    def approve_all_again(self):
        dataset = self.session.dataset
        after = {n: approve_again(dataset.notes_of(n), *self.now(n)) for n in dataset.present()}
        before = self.session.undo_stack.index()
        self.session.note_many(after, "again")
        for number, given in enumerate(self.given):
            for which, (decision, *bound) in list(given.items()):
                if decision is Decision.APPROVED and tuple(bound) != self.now(number):
                    given[which] = (decision, *self.now(number))
        if self.session.undo_stack.index() != before:
            self.did()

    @rule()
    def undo(self):
        self.session.undo()
        self.given = [dict(one) for one in self.shown[self.session.undo_stack.index()]]

    @rule()
    def redo(self):
        self.session.redo()
        self.given = [dict(one) for one in self.shown[self.session.undo_stack.index()]]

    # The world -----------------------------------------------------------------------------

    @rule(number=ENTRIES, data=st.sampled_from([b"one", b"two"]))
    def another_picture(self, number, data):
        (self.folder / f"{number}.png").write_bytes(data + b" %d" % number)
        self.see(number)

    @rule()
    def kept(self):
        self.session.keeping._append()

    @rule()
    def kept_whole(self):
        self.session.keeping.flush()

    # What must be so -----------------------------------------------------------------------

    def expected(self, number):
        text, digest = self.now(number)
        states = []
        for which in (1, 2):
            given = self.given[number].get(which)
            if given is None:
                states.append(PassState.NONE)
            elif given[1:] == (text, digest):
                states.append(PassState(given[0].value))
            else:
                states.append(PassState.LAPSED)
        return tuple(states)

    @invariant()
    def a_verdict_holds_exactly_for_what_it_was_given_for(self):
        for number in range(COUNT) if self.given else ():
            assert self.round.both(number) == self.expected(number), number

    @invariant()
    def the_disk_says_the_same(self):
        if not self.given:
            return
        self.session.keeping._append()
        stored, notices = load_notes(self.folder, sorted(self.folder.glob("*.png")))
        assert notices == ()
        dataset = self.session.dataset
        for number in range(COUNT):
            kept = stored.get(f"{number}.png")
            states = states_of(kept, *self.now(number)) if kept else (PassState.NONE,) * 2
            assert states == self.expected(number), number
            if kept is not None:
                digest = dataset.evidence_of(number).digest
                assert replace(kept, image_digest=digest) == replace(
                    dataset.notes_of(number), image_digest=digest
                )

    def teardown(self):
        self.session.close()
        shutil.rmtree(self.folder)


TestVerdicts = Verdicts.TestCase
TestVerdicts.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
