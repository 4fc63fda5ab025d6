"""The one bridge from worker processes and threads to the GUI thread."""

import itertools
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from app.errors import ProofError
from app.images.known import READY as FOR_PICTURES
from app.lint.reading import READY as FOR_CAPTIONS
from app.messages import Message
from app.ui.in_turn import InTurn, Rank
from app.workers import Answer, Failed, Part, Task, Workers

MOST_SECONDS = 0.003
"""Of the GUI thread's time, for answers between two events: keys are heard in between."""


class Lane(Enum):
    """Which single thread runs blocking file work; a lane keeps its order."""

    SAVES = "saves"
    """Typed captions: never behind a bulk job."""
    BULK = "bulk"
    """Scans, exports, many files at once."""


@dataclass(frozen=True, slots=True)
class _ProcessHome:
    then: Callable[[object], None]
    failed: Callable[[Message], None]


@dataclass(frozen=True, slots=True)
class _ThreadHome:
    then: Callable[[object], None]
    failed: Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class _ThreadAnswer:
    token: int
    value: object
    error: BaseException | None


class Background(QObject):
    """Function in, value out: answers arrive in the GUI thread, late ones are dropped.

    `close()` ends every process and thread; after it nothing is delivered any more.
    """

    _arrived = Signal()
    """Answers cross threads in a queue; this says that there are some."""

    def __init__(self, processes: int | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.processes = processes or os.cpu_count() or 1
        self._workers = Workers(self.processes, self._answer, (*FOR_PICTURES, *FOR_CAPTIONS))
        self._lanes = {lane: ThreadPoolExecutor(1, thread_name_prefix=lane.value) for lane in Lane}
        self._process_homes: dict[object, deque[_ProcessHome]] = {}
        """By key, in the order of the tasks: the first one's answers arrive first."""
        self._thread_homes: dict[int, _ThreadHome] = {}
        self._generation = 0
        self._tokens = itertools.count()
        self._closed = False
        self._answers: deque[Answer | _ThreadAnswer] = deque()
        self._lock = threading.Lock()
        self._told = False
        """The GUI thread knows that there are answers."""
        self._taking_in = InTurn(self, Rank.SEEN)  # thumbnails come this way
        self._taking_in.timeout.connect(self._take_in)
        self._arrived.connect(self._taking_in.start, Qt.ConnectionType.QueuedConnection)

    def start(self, function: Callable[..., object], *arguments: object) -> None:
        """Start all worker processes before there is work; each calls the function first."""
        for number in range(self.processes):
            self.in_process(
                ("start", number),
                function,
                *arguments,
                then=lambda _: None,
                failed=lambda _: None,
                seconds=60,
            )

    def in_process(
        self,
        key: object,
        function: Callable[..., object],
        *arguments: object,
        then: Callable[[object], None],
        failed: Callable[[Message], None],
        seconds: float = 20.0,
        first: bool = False,
    ) -> None:
        """Run a module-level function in a worker process; `then` gets each value it yields."""
        own_key = (self._generation, key)
        homes = self._process_homes.setdefault(own_key, deque())
        if self._workers.submit(Task(own_key, function, arguments, seconds), first=first):
            homes.pop()
        homes.append(_ProcessHome(then, failed))

    def prefer(self, keys: Iterable[object]) -> None:
        """Do these waiting process tasks first."""
        self._workers.prefer([(self._generation, key) for key in keys])

    def in_thread(
        self,
        lane: Lane,
        function: Callable[[], object],
        *,
        then: Callable[[object], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run blocking file work in a lane; `failed` gets the ProofError or OSError it raised.

        Any other exception is a fault of the program and rises in the GUI thread.
        """
        token = next(self._tokens)
        self._thread_homes[token] = _ThreadHome(then, failed)
        future = self._lanes[lane].submit(function)
        future.add_done_callback(partial(self._thread_ended, token))

    def wait_for_saves(self) -> None:
        """Block until both lanes are empty and their answers delivered; for letting go of a
        dataset only.
        """
        for executor in self._lanes.values():
            executor.submit(int).result()
        with self._lock:
            answers = [one for one in self._answers if isinstance(one, _ThreadAnswer)]
            rest = [one for one in self._answers if not isinstance(one, _ThreadAnswer)]
            self._answers = deque(rest)
        for answer in answers:
            self._deliver(answer)

    @property
    def busy(self) -> int:
        """Tasks and jobs whose last answer has not arrived."""
        return len(self._process_homes) + len(self._thread_homes)

    def forget(self) -> None:
        """Drop waiting process work, and whatever process work under way still answers."""
        self._generation += 1
        self._workers.forget()
        self._process_homes.clear()

    def close(self) -> None:
        """End all processes and threads, finishing the file work that was begun."""
        if self._closed:
            return
        self._closed = True
        self._workers.close()
        for executor in self._lanes.values():
            executor.shutdown(wait=True)
        self._process_homes.clear()
        self._thread_homes.clear()
        self._answers.clear()
        self._taking_in.stop()

    def _thread_ended(self, token: int, future: "Future[object]") -> None:
        error = future.exception()
        value = None if error is not None else future.result()
        self._answer(_ThreadAnswer(token, value, error))

    def _answer(self, answer: Answer | _ThreadAnswer) -> None:
        """Called by the threads."""
        with self._lock:
            self._answers.append(answer)
            if self._told or self._closed:
                return
            self._told = True
        self._arrived.emit()

    def _take_in(self) -> None:
        """Hand answers on, as many as there is time for."""
        until = time.perf_counter() + MOST_SECONDS
        self._taking_in.start()  # before the answers: one of them may open a dialog and stay
        while True:
            with self._lock:
                if self._closed or not self._answers:
                    self._told = False
                    self._taking_in.stop()
                    return
                answer = self._answers.popleft()
            self._deliver(answer)
            if time.perf_counter() > until:
                return

    def _deliver(self, answer: Answer | _ThreadAnswer) -> None:
        if isinstance(answer, _ThreadAnswer):
            self._deliver_thread(answer)
            return
        homes = self._process_homes.get(answer.key)
        if homes is None:
            return
        if isinstance(answer, Part):
            homes[0].then(answer.value)
            return
        home = homes.popleft()
        if not homes:
            del self._process_homes[answer.key]
        if isinstance(answer, Failed):
            home.failed(answer.reason)

    def _deliver_thread(self, answer: _ThreadAnswer) -> None:
        home = self._thread_homes.pop(answer.token)
        if answer.error is None:
            home.then(answer.value)
        elif isinstance(answer.error, ProofError | OSError):
            home.failed(answer.error)
        else:
            raise answer.error
