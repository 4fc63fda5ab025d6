"""The one bridge from worker processes and threads to the GUI thread."""

import itertools
import os
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from app.errors import ProofError
from app.messages import Message
from app.workers import Answer, Failed, Part, Task, Workers


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

    _arrived = Signal(object)
    """Every answer crosses threads here: a Python object, handed over untouched."""

    def __init__(self, processes: int | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = Workers(processes or max(1, (os.cpu_count() or 2) - 1), self._arrived.emit)
        self._lanes = {lane: ThreadPoolExecutor(1, thread_name_prefix=lane.value) for lane in Lane}
        self._process_homes: dict[object, deque[_ProcessHome]] = {}
        """By key, in the order of the tasks: the first one's answers arrive first."""
        self._thread_homes: dict[int, _ThreadHome] = {}
        self._generation = 0
        self._tokens = itertools.count()
        self._closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

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
        self._workers.prefer((self._generation, key) for key in keys)

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
        """Block until both lanes are empty; for letting go of a dataset only."""
        for executor in self._lanes.values():
            executor.submit(int).result()

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

    def _thread_ended(self, token: int, future: "Future[object]") -> None:
        error = future.exception()
        value = None if error is not None else future.result()
        self._arrived.emit(_ThreadAnswer(token, value, error))

    def _deliver(self, answer: Answer | _ThreadAnswer) -> None:
        if self._closed:
            return
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
