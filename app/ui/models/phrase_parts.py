"""The entries in two parts, those that say a phrase and those that do not, and what is flipped."""

from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from app.dataset.entry import Cause
from app.messages import Message, msg
from app.review.flipping import Flip, Manner, flipped, manner_of
from app.review.passes import PassState, entry_states
from app.review.phrase import Sought, places
from app.ui.aspects import Aspect, Changed
from app.ui.in_turn import InTurn
from app.ui.session import Session
from app.ui.text import tr

PARTED_AT_ONCE = 400
"""Captions looked through between two events."""
FLIPPED_AT_ONCE = 20
EXAMPLES = 200
"""Captions from which the manner of saying it is learned."""
SOON_MS = 60
LOCKED = msg("This caption cannot be edited here.")


class PhraseParts(QObject):
    """Works in slices; nothing is written before `apply`, which is one step of undo."""

    parted = Signal()
    """Both parts are known, or changed."""
    flips_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.sought: Sought | None = None
        self.saying: list[int] = []
        self.silent: list[int] = []
        self.flips: dict[int, Flip] = {}
        self.refused: dict[int, Message] = {}
        """Entries that were to be flipped and cannot be, with the reason."""
        self._manner = Manner()
        self._unparted: deque[int] = deque()
        self._says: dict[int, bool] = {}
        self._unflipped: deque[int] = deque()
        self._stale: set[int] = set()
        self._parting = InTurn(self)
        self._parting.timeout.connect(self._part_a_slice)
        self._flipping = InTurn(self)
        self._flipping.timeout.connect(self._flip_a_slice)
        self._again = QTimer(self, singleShot=True, interval=SOON_MS)
        self._again.timeout.connect(self._part_stale)
        session.changed.connect(self._changed)
        session.rows_changed.connect(self._rows_changed)

    @property
    def under_way(self) -> bool:
        """Not everything that was asked for is worked out."""
        return self._parting.isActive() or self._flipping.isActive() or self._again.isActive()

    def seek(self, sought: Sought) -> None:
        """Look through all captions; what was flipped for another phrase is forgotten."""
        self.sought = sought
        self._forget_flips()
        self._says.clear()
        dataset = self._session.dataset
        self._unparted = deque(dataset.present() if dataset is not None else ())
        self._parting.start()
        self._part_a_slice()

    def toggle(self, entries: Iterable[int]) -> None:
        """Flip these; where all are flipped already, take that back."""
        chosen = list(entries)
        if all(number in self.flips for number in chosen):
            for number in chosen:
                self.flips.pop(number, None)
        else:
            self._unflipped.extend(number for number in chosen if number not in self.flips)
            self._flipping.start()
            self._flip_a_slice()
        self.flips_changed.emit()

    def preview(self, entry: int) -> Flip | None:
        """What flipping would make of an entry; nothing before something is looked for."""
        dataset = self._session.dataset
        if self.sought is None or dataset is None or entry in dataset.gone:
            return None
        known = self.flips.get(entry)
        if known is not None:
            return known
        one = dataset.entries[entry]
        text = one.text or ""
        if not one.editable or self._session.saving.read_only is not None:
            return Flip(text, text, one.caption.reason or LOCKED)
        trigger = dataset.choices.concept(one.concept).trigger
        vocabulary = self._session.linting.vocabulary
        return flipped(text, self.sought, vocabulary, trigger=trigger, manner=self._manner)

    def lapsing(self) -> int:
        """Entries among the flipped ones that would lose a verdict."""
        dataset = self._session.dataset
        if dataset is None:
            return 0
        held = {PassState.APPROVED, PassState.FLAGGED}
        return sum(not held.isdisjoint(entry_states(dataset, n)) for n in self.flips)

    def apply(self) -> int:
        """Change the flipped captions as one step of undo; how many."""
        if self.under_way or self.sought is None or not self.flips:
            return 0
        texts = {number: flip.after for number, flip in self.flips.items()}
        self._forget_flips()
        title = tr("“{words}” in some captions, not in others", words=self.sought.words)
        self._session.edit_many(texts, Cause.REPLACE, title)
        self.flips_changed.emit()
        return len(texts)

    # In slices -----------------------------------------------------------------------------

    def _part_a_slice(self) -> None:
        dataset = self._session.dataset
        for _ in range(min(PARTED_AT_ONCE, len(self._unparted))):
            self._part(self._unparted.popleft())
        if not self._unparted or dataset is None:
            self._parting.stop()
            self._learn_manner()
            self._tell_parts()

    def _part(self, number: int) -> None:
        dataset, lint = self._session.dataset, self._session.lint
        if dataset is None or lint is None or self.sought is None or number in dataset.gone:
            self._says.pop(number, None)
        else:
            text = dataset.entries[number].text or ""
            self._says[number] = bool(places(self.sought, text, lint.terms(number)))

    def _learn_manner(self) -> None:
        dataset, lint, sought = self._session.dataset, self._session.lint, self.sought
        if dataset is None or lint is None or sought is None:
            return
        saying = [number for number, says in self._says.items() if says][:EXAMPLES]
        texts = ((dataset.entries[n].text or "", lint.terms(n)) for n in saying)
        self._manner = manner_of(sought, [(text, places(sought, text, t)) for text, t in texts])

    def _tell_parts(self) -> None:
        dataset = self._session.dataset
        order = dataset.present() if dataset is not None else []
        known = [number for number in order if number in self._says]
        self.saying = [number for number in known if self._says[number]]
        self.silent = [number for number in known if not self._says[number]]
        self.parted.emit()

    def _flip_a_slice(self) -> None:
        for _ in range(min(FLIPPED_AT_ONCE, len(self._unflipped))):
            number = self._unflipped.popleft()
            flip = self.preview(number)
            if flip is None:
                continue
            if flip.refusal is None:
                self.flips[number] = flip
            else:
                self.refused[number] = flip.refusal
        if not self._unflipped:
            self._flipping.stop()
            self.flips_changed.emit()

    def _forget_flips(self) -> None:
        self._unflipped.clear()
        self._flipping.stop()
        self.flips.clear()
        self.refused.clear()

    # Following -----------------------------------------------------------------------------

    def _changed(self, change: Changed) -> None:
        if self.sought is not None and change.aspects & {Aspect.TEXT, Aspect.FINDINGS}:
            self._stale |= change.entries
            if not self._again.isActive():
                self._again.start()

    def _rows_changed(self) -> None:
        dataset = self._session.dataset
        if dataset is not None and self.sought is not None:
            self._stale.update(dataset.present(), self._says)
            self._again.start()

    def _part_stale(self) -> None:
        dataset = self._session.dataset
        if dataset is None:
            return
        stale, self._stale = self._stale, set()
        before = dict(self._says)
        for number in stale:
            self._part(number)
            flip = self.flips.get(number)
            gone = number in dataset.gone
            if flip is not None and (gone or (dataset.entries[number].text or "") != flip.before):
                del self.flips[number]
        if before != self._says:
            self._tell_parts()
        self.flips_changed.emit()
