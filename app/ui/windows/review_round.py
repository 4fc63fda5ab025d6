"""A round of the review: which pass, in which order, where one is, and what a key does to it."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.dataset.choices import PassOrder
from app.dataset.marks import Decision, EntryNotes
from app.review.likeness import Neighbour, lightness_of, look_of
from app.review.likeness_walk import LikenessWalk
from app.review.only_here import OnlyHere
from app.review.passes import (
    UNTOUCHED,
    PassState,
    States,
    approve,
    current_pass,
    entry_states,
    flag,
    next_flagged,
    next_pending,
    shuffled,
    taken_back,
)
from app.ui.aspects import Aspect, Changed
from app.ui.in_turn import InTurn
from app.ui.session import Session
from app.ui.slices import SECONDS, turns
from app.ui.text import tr

AT_ONCE = 0.03
"""Seconds of the first walk: a few hundred entries have their order before the page is shown."""
_TELLING = {Aspect.TEXT, Aspect.NOTES, Aspect.EVIDENCE}


class ReviewRound(QObject):
    """Follows the session; every verdict goes through it, and so can be undone."""

    changed = Signal()
    """States changed, or entries came and went."""
    moved = Signal()
    """Another entry is looked at, or the pass is finished."""

    arranged = Signal()
    """Others are near the entry that is looked at: light was measured meanwhile."""
    lapsed_together = Signal(int)
    """So many entries lost an approval by one change."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._states: dict[int, States] = {}
        self._past: list[tuple[int, EntryNotes, Decision]] = []
        self._walk: LikenessWalk | None = None
        self._walking = InTurn(self)
        self._walking.timeout.connect(self._walk_on)
        self._counted: OnlyHere | None = None
        self._unlit: set[int] = set()
        """Their light was not measured when the walk began."""
        self._recount: set[int] = set()
        """Their captions changed since they were counted."""
        self.order: list[int] = []
        self.pass_number = 1
        self.current: int | None = None
        self.finished = False
        session.opened.connect(self._read_all)
        session.closed.connect(self._read_all)
        session.rows_changed.connect(self._rows_changed)
        session.changed.connect(self._session_changed)

    # What is known -------------------------------------------------------------------------

    @property
    def states(self) -> dict[int, PassState]:
        """Of the pass that is on, by entry."""
        return self.states_in(self.pass_number)

    def states_in(self, pass_number: int) -> dict[int, PassState]:
        """Of pass 1 or 2, by entry."""
        return {number: both[pass_number - 1] for number, both in self._states.items()}

    def both(self, entry: int) -> States:
        """Both states of an entry."""
        return self._states.get(entry, UNTOUCHED)

    def pass_due(self) -> int:
        """The pass that is to be gone on with."""
        return current_pass(self._states.values())

    @property
    def last(self) -> tuple[int, Decision] | None:
        """The verdict that taking back would end."""
        return (self._past[-1][0], self._past[-1][2]) if self._past else None

    @property
    def before(self) -> int | None:
        """The entry before the current one in the order of the pass; None: it is the first."""
        place = self.order.index(self.current) if self.current in self.order else 0
        return self.order[place - 1] if place else None

    @property
    def measured(self) -> bool:
        """The current picture was read: a verdict can say for which bytes it was given."""
        dataset = self._session.dataset
        if dataset is None or self.current is None:
            return False
        evidence = dataset.evidence_of(self.current)
        return evidence.digest is not None or evidence.failure is not None

    # Walking -------------------------------------------------------------------------------

    def begin(self, pass_number: int, entry: int | None = None) -> None:
        """Begin or go on with a pass, at `entry` or at the first one without a verdict."""
        dataset = self._session.dataset
        assert dataset is not None
        self.pass_number = pass_number
        self._past.clear()
        present = dataset.present()
        if pass_number == 1:
            self._forget_walk()
            self.order = present
        else:
            self._begin_walk(present)
            self._arrange(present)
        pending = next_pending(self.order, self.states, None)
        self.finished = entry is None and pending is None
        fallback = self.order[0] if self.order else None
        self.go(entry if entry is not None else pending if pending is not None else fallback)

    def near(self, entry: int | None) -> tuple[Neighbour, ...]:
        """The entries nearest to one in words and light; in pass 1 there are none."""
        return () if self._walk is None or entry is None else self._walk.near(entry)

    def only_here(self, entry: int) -> tuple[str, ...]:
        """The words that no other caption says; none until all are read."""
        dataset, readings = self._session.dataset, self._session.readings
        if dataset is None or any(n not in readings for n in (entry, *self._recount)):
            return ()
        if self._counted is None:
            if len(readings) < len(self._states):
                return ()
            self._counted = OnlyHere()
            self._recount.update(self._states)
        for number in (entry, *self._recount):
            self._counted.put(number, readings[number].tokens)
        self._recount.clear()
        trigger = dataset.choices.concept(dataset.entries[entry].concept).trigger
        lint = self._session.lint
        terms = [term.text for term in lint.terms(entry)] if lint is not None else []
        return self._counted.words(entry, [trigger, *terms])

    def _begin_walk(self, present: list[int]) -> None:
        dataset = self._session.dataset
        assert dataset is not None
        self._walking.stop()
        lightness = {number: lightness_of(dataset, number) for number in present}
        self._unlit = {number for number, light in lightness.items() if light is None}
        self._walk = LikenessWalk(lightness, partial(look_of, dataset))

    def _forget_walk(self) -> None:
        self._walking.stop()
        self._walk = None

    def _arrange(self, present: list[int]) -> None:
        dataset, walk = self._session.dataset, self._walk
        assert dataset is not None
        assert walk is not None
        if dataset.choices.second_order is PassOrder.SHUFFLED:
            self._walking.stop()
            self.order = shuffled(present, dataset.choices.shuffle_seed)
            return
        self._walk_for(AT_ONCE)
        if not walk.done:
            self._walking.start()

    def _walk_on(self) -> None:
        """Of a large set, the order of what comes later is found between two events."""
        self._walk_for()
        if self._walk is None or self._walk.done:
            self._walking.stop()
            self.changed.emit()

    def _walk_for(self, seconds: float = SECONDS) -> None:
        walk = self._walk
        if walk is not None:
            for _ in turns(seconds):
                if walk.done:
                    break
                walk.step()
            self.order = list(walk.order)

    def arrange_again(self) -> None:
        """The order of pass 2 was chosen anew; the entry that is looked at stays."""
        dataset = self._session.dataset
        if dataset is not None and self.pass_number == 2:
            self._arrange(dataset.present())
            self.changed.emit()
            self.moved.emit()

    def go(self, entry: int | None) -> None:
        """Look at an entry."""
        self.current = entry
        self.moved.emit()

    def step(self, by: int) -> None:
        """Look at the next or previous entry in the order of the pass."""
        if self.finished:
            self.finished = False
            self.go(self.current)
        elif self.current in self.order:
            place = self.order.index(self.current) + by
            if 0 <= place < len(self.order):
                self.go(self.order[place])

    def advance(self) -> None:
        """Go to the next entry that wants a verdict; then the pass is finished."""
        following = next_pending(self.order, self.states, self.current)
        if following is None:
            self.finished = True
            self.moved.emit()
        else:
            self.finished = False
            self.go(following)

    def ahead(self, count: int) -> list[int]:
        """The entries that will probably be looked at next."""
        following, here = [], self.current
        states = dict(self.states)
        for _ in range(count):
            if here is not None:
                states[here] = PassState.APPROVED
            here = next_pending(self.order, states, here)
            if here is None:
                break
            following.append(here)
        if self.current in self.order:
            place = self.order.index(self.current) + 1
            following += [n for n in self.order[place : place + 1] if n not in following]
        return following

    def look_at_flagged(self) -> bool:
        """Go to the next flagged entry, in this pass or else in the other one; False: none."""
        for pass_number in (self.pass_number, 3 - self.pass_number):
            flagged = next_flagged(self.order, self.states_in(pass_number), self.current)
            if flagged is not None:
                self.pass_number = pass_number
                self.finished = False
                self.changed.emit()
                self.go(flagged)
                return True
        return False

    # Verdicts ------------------------------------------------------------------------------

    def approve(self) -> None:
        """Approve the current entry and go on."""
        self._decide(Decision.APPROVED, "")

    def flag(self, note: str) -> None:
        """Flag the current entry and go on."""
        self._decide(Decision.FLAGGED, note)

    def _decide(self, decision: Decision, note: str) -> None:
        dataset, entry = self._session.dataset, self.current
        if dataset is None or entry is None:
            return
        before = dataset.notes_of(entry)
        text, digest = dataset.entries[entry].text, dataset.evidence_of(entry).digest
        judge = approve if decision is Decision.APPROVED else flag
        title = (
            tr("approval of {name}", name=self._session.name(entry))
            if decision is Decision.APPROVED
            else tr("flag on {name}", name=self._session.name(entry))
        )
        self._past.append((entry, before, decision))
        self._session.note(entry, judge(before, self.pass_number, text, digest, note), title)
        self.advance()

    def take_back(self) -> None:
        """Take the last verdict back and look at its entry."""
        dataset = self._session.dataset
        if dataset is None or not self._past:
            return
        entry, before, _ = self._past.pop()
        after = taken_back(dataset.notes_of(entry), before)
        title = tr("verdict on {name} taken back", name=self._session.name(entry))
        self._session.note(entry, after, title)
        self.finished = False
        self.go(entry)

    # Following the session -----------------------------------------------------------------

    def _read_all(self) -> None:
        dataset = self._session.dataset
        self._past.clear()
        self.order, self.current = [], None
        self._forget_walk()
        self._counted = None
        self._recount.clear()
        self._states = {}
        if dataset is not None:
            self.order = dataset.present()
            self._states = dict.fromkeys(self.order, UNTOUCHED)
            self._read(dataset.notes)  # the others have no verdict
        self.changed.emit()

    def _read(self, entries: Iterable[int]) -> bool:
        dataset = self._session.dataset
        assert dataset is not None
        differs = False
        for number in entries:
            if number in dataset.gone:
                continue
            states = entry_states(dataset, number)
            if self._states.get(number) != states:
                self._states[number] = states
                differs = True
            if self._walk is not None:
                self._walk.forget(number)
        return differs

    def _session_changed(self, change: Changed) -> None:
        if self._session.dataset is None or not change.aspects & _TELLING:
            return
        if self._counted is not None and Aspect.TEXT in change.aspects:
            self._recount.update(n for n in change.entries if n not in self._session.dataset.gone)
        if Aspect.EVIDENCE in change.aspects:
            self._lit(change.entries)
        held = [n for n in change.entries if PassState.APPROVED in self.both(n)]
        if not self._read(change.entries):
            return
        self.changed.emit()
        lapsed = sum(PassState.LAPSED in self.both(n) for n in held)
        if lapsed > 1 and Aspect.TEXT in change.aspects:
            self.lapsed_together.emit(lapsed)

    def _lit(self, entries: Iterable[int]) -> None:
        """Pass 2 was begun while pictures were still being measured: now all of them are."""
        dataset = self._session.dataset
        waited, self._unlit = bool(self._unlit), self._unlit.difference(entries)
        if dataset is None or self._walk is None or not waited or self._unlit:
            return
        present = dataset.present()
        self._begin_walk(present)
        self._unlit.clear()  # those that cannot be read never have any
        self._arrange(present)
        self.changed.emit()
        self.arranged.emit()

    def _rows_changed(self) -> None:
        dataset = self._session.dataset
        if dataset is None:
            return
        present = dataset.present()
        there = set(present)
        self._states = {n: both for n, both in self._states.items() if n in there}
        self._read(present)
        if self._walk is not None:
            self._begin_walk(present)
        self._counted = None
        self._recount.clear()
        kept = [number for number in self.order if number in there]
        self.order = [*kept, *(number for number in present if number not in set(kept))]
        if self.current is not None and self.current not in there:
            self.current = self.order[0] if self.order else None
            self.moved.emit()
        self.changed.emit()
