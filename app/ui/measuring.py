"""Which pictures are read when: shown ones first, known ones by hundreds, the rest one by one."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from app.dataset.entry import Dataset
from app.images.evidence import Evidence
from app.images.known import measure_file, recall_many, thumbnail
from app.images.pixels import Pixels
from app.messages import Message
from app.paths import cache_folder
from app.ui.background import Background

RECALLED_AT_ONCE = 200
"""Files looked up in the cache by one task."""
AHEAD = 2
"""Tasks that each worker process has before it: so it never waits for the window."""
FIRST_PAGE = 12
"""Thumbnails asked for before there are rows: these entries will be the first ones, and what the
workers have begun when the view asks for them keeps them for a fifth of a second.
"""
MOST_WANTED = 400
"""Thumbnails asked for and not begun; of those that scrolled by, the oldest are given up."""


class Measuring:
    """Feeds the worker processes with the pictures of one dataset, a few tasks at a time."""

    def __init__(
        self,
        background: Background,
        show: Callable[[int, Pixels], None],
        learn: Callable[[int, Evidence], None],
    ) -> None:
        self._background = background
        self._show = show
        self._learn = learn
        self._dataset: Dataset | None = None
        self._side = 0
        self._cache = Path()
        self._unsure: set[int] = set()
        """The cache is asked about them first."""
        self._to_recall: Iterator[int] = iter(())
        self._recalling = 0
        self._round = 0
        """How often all was asked of the cache: tasks of one round are not the next one's."""
        self._waiting: OrderedDict[int, None] = OrderedDict()
        """To be measured, the next one first."""
        self._wanted: OrderedDict[int, None] = OrderedDict()
        """Thumbnails to be read, the next one first."""
        self._under_way = 0
        self._fetching: set[int] = set()

    @property
    def busy(self) -> bool:
        """Something waits for a task of its own."""
        return bool(self._unsure or self._waiting or self._wanted)

    def open(self, dataset: Dataset | None, side: int) -> None:
        """Begin with a dataset (its earlier work has been forgotten), or end with None."""
        self._dataset = dataset
        self._side = side
        self._cache = cache_folder()
        self._waiting.clear()
        self._wanted.clear()
        self._fetching.clear()
        self._under_way = 0
        present = [] if dataset is None else dataset.present()
        self._unsure = set(present)
        self._to_recall = iter(present)
        self._recalling = 0
        for entry in reversed(present[:FIRST_PAGE]):  # each is put before all others
            self._fetch(entry)
        self._feed()

    def recall_again(self) -> None:
        """Hand on all evidence once more: what of it may be said is another now."""
        present = [] if self._dataset is None else self._dataset.present()
        self._unsure = {entry for entry in present if entry not in self._waiting}
        self._to_recall = iter(present)
        self._round += 1
        self._feed()

    def measure(self, entries: Iterable[int]) -> None:
        """These first: they are new, or their image changed."""
        for entry in reversed(list(entries)):
            self._unsure.discard(entry)
            self._waiting[entry] = None
            self._waiting.move_to_end(entry, last=False)
        self._feed()

    def want(self, entries: Iterable[int]) -> None:
        """Read the thumbnails of these before any other, and measure them before others."""
        for entry in reversed(list(entries)):
            if entry in self._waiting:
                self._waiting.move_to_end(entry, last=False)
            if entry not in self._fetching:
                self._wanted[entry] = None
                self._wanted.move_to_end(entry, last=False)
        while len(self._wanted) > MOST_WANTED:
            self._wanted.popitem()
        self._feed()

    def _feed(self) -> None:
        most = AHEAD * self._background.processes
        while self._wanted and len(self._fetching) < most:
            self._fetch(self._wanted.popitem(last=False)[0])
        while self._recalling < self._background.processes and (
            some := list(islice(self._to_recall, RECALLED_AT_ONCE))
        ):
            self._recall(some)
        while self._waiting and self._under_way < most:
            self._examine(self._waiting.popitem(last=False)[0])

    def _recall(self, entries: list[int]) -> None:
        dataset = self._dataset
        assert dataset is not None
        self._recalling += 1
        self._background.in_process(
            ("recall", self._round, entries[0]),
            recall_many,
            [dataset.entries[entry].image for entry in entries],
            self._cache,
            then=partial(self._recalled, entries),
            failed=lambda _: self._recalled(entries, [None] * len(entries)),
            seconds=120,
        )

    def _recalled(self, entries: list[int], answers: object) -> None:
        assert isinstance(answers, list)
        self._recalling -= 1
        for entry, evidence in zip(entries, answers, strict=True):
            if entry not in self._unsure:
                continue
            self._unsure.discard(entry)
            if isinstance(evidence, Evidence):
                self._learn(entry, evidence)
            else:
                self._waiting[entry] = None
        self._feed()

    def _fetch(self, entry: int) -> None:
        assert self._dataset is not None
        self._fetching.add(entry)
        self._background.in_process(
            ("thumbnail", entry),
            thumbnail,
            self._dataset.entries[entry].image,
            self._side,
            self._cache,
            then=partial(self._fetched, entry),
            failed=partial(self._fetched, entry),
            first=True,
        )

    def _fetched(self, entry: int, answer: object) -> None:
        self._fetching.discard(entry)
        if isinstance(answer, Pixels):
            self._show(entry, answer)
        self._feed()

    def _examine(self, entry: int) -> None:
        assert self._dataset is not None
        self._under_way += 1
        self._background.in_process(
            ("examine", entry),
            measure_file,
            self._dataset.entries[entry].image,
            self._side,
            self._cache,
            then=partial(self._examined, entry),
            failed=partial(self._examined, entry),
        )

    def _examined(self, entry: int, answer: object) -> None:
        self._under_way -= 1
        if isinstance(answer, Message):
            answer = Evidence(failure=answer)
        assert isinstance(answer, Evidence)
        self._learn(entry, answer)
        self._feed()
