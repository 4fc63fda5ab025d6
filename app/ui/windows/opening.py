"""Opening a folder: scanned in a thread, locked for one writer, remembered."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.dataset.drafts import Draft, load_drafts
from app.dataset.entry import Dataset
from app.dataset.journal import set_damage_aside as set_damaged_history_aside
from app.dataset.lock import Holder, Lock, acquire
from app.dataset.scan import folder_of, scan
from app.dataset.snapshots import set_damage_aside as set_damaged_snapshots_aside
from app.errors import ProofError
from app.export.first_choices import first_choices
from app.images.cache import damage_found
from app.lint.own_words import WordsRead, words_for, words_if_changed
from app.messages import Message, msg
from app.paths import cache_folder
from app.recent import opening_begins, opening_ended, remember_folder
from app.staging import sweep_leftovers
from app.ui.background import Background, Lane
from app.ui.outside import Outside
from app.ui.session import Session
from app.ui.windows.letting_go import write_out


class Opening(QObject):
    """Hands a scanned dataset to the session; a second window on the same folder may only read."""

    began = Signal()
    ended = Signal()
    """Whether it worked or not."""
    failed = Signal(object)
    """ProofError."""
    drafts_found = Signal(object)
    """Pairs of image folder and Draft: typing that an earlier session did not save."""

    def __init__(
        self, session: Session, background: Background, outside: Outside, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._wanted: Path | None = None
        self._lock: Lock | None = None
        self.word_list: Path | None = None
        """The person's own words, as the settings name them."""
        self._words: WordsRead | None = None
        """Those the window understands captions with."""
        session.closed.connect(self._release)
        outside.looked.connect(self._look_at_words)

    def open(self, path: Path) -> None:
        """Scan a folder, or the folder of an image, and show it. The last call wins."""
        root = folder_of(path)
        self._wanted = root
        opening_begins(root)
        open_now = self._session.dataset
        # The same folder again: we are not in our own way, and keep others out whatever happens.
        own = self._lock if open_now is not None and open_now.root == root else None
        self.began.emit()
        self._background.in_thread(
            Lane.BULK,
            partial(_find, root, self.word_list, own),
            then=partial(self._scanned, root, self.word_list),
            failed=partial(self._not_scanned, root),
        )

    def use_words(self, named: Path | None) -> None:
        """The settings name another list of words: what is open is read again with it."""
        if named == self.word_list:
            return
        self.word_list = named
        if self._session.dataset is not None:
            dataset = self._session.dataset
            self._read_words(dataset, partial(words_for, dataset.root, self.word_list))

    def use(self, words: WordsRead) -> None:
        """Understand captions with these words from now on, and say what was left out."""
        self._words = words
        self._session.linting.use(words.vocabulary)
        self._tell(words.notices)

    def _look_at_words(self) -> None:
        """Another program, or the person in an editor, may have changed a list."""
        dataset, known = self._session.dataset, self._words
        if dataset is not None and known is not None:
            job = partial(words_if_changed, dataset.root, self.word_list, known)
            self._read_words(dataset, job)

    def _read_words(self, dataset: Dataset, job: Callable[[], object]) -> None:
        self._background.in_thread(
            Lane.BULK,
            job,
            then=partial(self._reread, dataset, self._words),
            failed=lambda error: self._session.notice.emit(msg("{reason}", reason=str(error))),
        )

    def _reread(self, dataset: Dataset, known: WordsRead | None, answer: object) -> None:
        if answer is None or self._session.dataset is not dataset:
            return
        assert isinstance(answer, WordsRead)
        if self._words is not known:  # a word was said in the window meanwhile: this may be older
            self._look_at_words()
            return
        self.use(answer)

    def _tell(self, notices: tuple[Message, ...]) -> None:
        for notice in notices:
            self._session.notice.emit(notice)

    def _scanned(self, root: Path, word_list: Path | None, answer: object) -> None:
        assert isinstance(answer, _Found)
        held = answer.held
        if root != self._wanted:
            if isinstance(held, Lock) and held is not self._lock:
                held.release()
            return
        if isinstance(held, Lock) and not held.held:
            self.open(root)  # what was open was closed during the scan, and its lock with it
            return
        self._wanted = None
        if self._session.dataset is not None:
            write_out(self._session, self._background)  # what was typed during the scan
            if held is self._lock:
                self._lock = None  # it goes over to what is opened now
            self._session.close()
        if isinstance(held, Lock):
            self._lock = held
            self._look_for_damage(answer.dataset)
        self._remember(root)
        self._words = answer.words
        reason = self._why_read_only(held)
        self._session.open(answer.dataset, answer.words.vocabulary, read_only=reason)
        if word_list != self.word_list:
            # Another one was named during the scan.
            self._read_words(answer.dataset, partial(words_for, root, self.word_list))
        opening_ended()
        self.ended.emit()
        self._tell(answer.notices)
        if answer.drafts and not isinstance(held, Holder):
            self.drafts_found.emit(answer.drafts)

    def _remember(self, root: Path) -> None:
        """In the lane that notes how folders were left: the list has one writer at a time."""
        job = partial(remember_folder, root)
        self._background.in_thread(Lane.BULK, job, then=lambda _: None, failed=lambda _: None)

    def _look_for_damage(self, dataset: Dataset) -> None:
        """In the lane of those who add to the history, so that nothing is added meanwhile."""
        folders = tuple(concept.folder for concept in dataset.concepts)

        def tell(notices: object) -> None:
            assert isinstance(notices, tuple)
            self._tell(notices)

        job = partial(_damage, dataset.root, folders)
        self._background.in_thread(Lane.SAVES, job, then=tell, failed=lambda _: None)

    def _why_read_only(self, held: object) -> Message | None:
        if not isinstance(held, Holder):
            return None
        return msg(
            "Another window has this folder open (process {pid}). Here it can only be read.",
            pid=held.pid,
        )

    def _not_scanned(self, root: Path, error: Exception) -> None:
        if root != self._wanted:
            return
        self._wanted = None
        opening_ended()
        self.ended.emit()
        if isinstance(error, ProofError):
            self.failed.emit(error)
            return
        title = msg("{folder} cannot be opened: {reason}", folder=str(root), reason=str(error))
        self.failed.emit(ProofError(title))

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None


@dataclass(frozen=True, slots=True)
class _Found:
    dataset: Dataset
    words: WordsRead
    held: Lock | Holder | None
    drafts: tuple[tuple[Path, Draft], ...]
    notices: tuple[Message, ...]


def _find(root: Path, word_list: Path | None, own: Lock | None) -> _Found:
    dataset = scan(root)
    dataset.choices, wrong_choices = first_choices(dataset)
    words = words_for(dataset.root, word_list)
    drafts: list[tuple[Path, Draft]] = []
    notices: list[Message] = [*wrong_choices, *words.notices]
    damaged = damage_found(cache_folder())
    if damaged is not None:
        kept = msg(
            "The memory of pictures was damaged; it was kept as {file}, and is filled again",
            file=str(damaged),
        )
        notices.append(kept)
    for concept in dataset.concepts:
        found, wrong = load_drafts(concept.folder)
        drafts += [(concept.folder, draft) for draft in found]
        notices += wrong
    try:
        held = own if own is not None and own.is_of(dataset.root) else acquire(dataset.root)
        if isinstance(held, Lock) and held is not own:  # what is ours may be in use
            sweep_leftovers([concept.folder for concept in dataset.concepts])
    except ProofError:
        held = None  # no place for a lock: nobody can be told, and nothing is lost
    return _Found(dataset, words, held, tuple(drafts), tuple(notices))


def _damage(root: Path, folders: tuple[Path, ...]) -> tuple[Message, ...]:
    """What is damaged in history and snapshots is kept under another name; notices about it."""
    notices = list(set_damaged_snapshots_aside(root))
    for folder in folders:
        notices += set_damaged_history_aside(folder)
    return tuple(notices)
