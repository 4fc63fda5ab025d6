"""A few worker processes: decoding and measuring that may hang or crash without harm.

A task is a module-level function with picklable arguments. It may be a generator: each value it
yields arrives as soon as it is there. A worker that dies or overruns its time is replaced, and its
task answers with a failure.

On Linux workers are forked from a server process that has loaded what they need: that takes
hundredths of a second where a fresh interpreter takes most of one, and the memory is shared. It
only loads libraries and runs none of their threads. Elsewhere each worker starts afresh.
"""

import itertools
import logging
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import NamedTuple, cast

from app.collecting import collect_rarely
from app.messages import Message, msg

log = logging.getLogger(__name__)

_AFRESH = multiprocessing.get_context("spawn")
_NAME = "proofsheet-worker"
_NICENESS = 10
"""So nice that a process for each core leaves the window its time."""


@dataclass(frozen=True, slots=True)
class Task:
    """Work for a process. `key` names it; a task with the same key replaces one not yet begun, and
    waits for one that has.
    """

    key: Hashable
    function: Callable[..., object]
    arguments: tuple[object, ...]
    seconds: float = 20.0
    """Time limit, counted from its start in the worker."""


@dataclass(frozen=True, slots=True)
class Part:
    """One value of a task: what it returned, or each thing it yielded."""

    key: Hashable
    value: object


@dataclass(frozen=True, slots=True)
class Done:
    """The task has ended; no more parts come."""

    key: Hashable


@dataclass(frozen=True, slots=True)
class Failed:
    """The task ended without finishing: it raised, overran its time, or killed its worker."""

    key: Hashable
    reason: Message


Answer = Part | Done | Failed


class Shared:
    """A large argument of many tasks: pickled once, and sent once to each worker.

    The task's function gets the value itself.
    """

    _numbers = itertools.count()

    def __init__(self, value: object) -> None:
        self.number = next(self._numbers)
        self._value = value
        self._data: bytes | None = None

    def data(self) -> bytes:
        """The value pickled; asked for by the thread that sends tasks."""
        if self._data is None:
            self._data = pickle.dumps(self._value, pickle.HIGHEST_PROTOCOL)
        return self._data


class _Kept(NamedTuple):
    """Stands in a message for a shared argument that was sent before, by its number."""

    number: int


class _Keep(NamedTuple):
    """A message of its own: the shared arguments that the next tasks name, and no others."""

    data: dict[int, bytes | None]
    """By number; None for one that the worker has."""


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    connection: Connection
    task: Task | None = None
    deadline: float = 0.0
    has: frozenset[int] = frozenset()
    """The numbers of the shared arguments that it keeps."""

    def send(self, task: Task) -> None:
        shared = {one.number: one for one in task.arguments if isinstance(one, Shared)}
        if not shared.keys() <= self.has:
            self.connection.send(
                _Keep({n: None if n in self.has else one.data() for n, one in shared.items()})
            )
            self.has = frozenset(shared)
        arguments = [
            _Kept(one.number) if isinstance(one, Shared) else one for one in task.arguments
        ]
        self.connection.send((task.function, arguments))


class Workers:
    """A fixed number of processes, fed by one thread that also calls `deliver` with each answer."""

    def __init__(
        self, count: int, deliver: Callable[[Answer], None], ready: Sequence[str] = ()
    ) -> None:
        """`ready` names modules that a worker should find loaded.

        They are loaded once, when the first worker of the program is forked.
        """
        self._count = count
        self._ready = list(ready)
        self._deliver = deliver
        self._waiting: OrderedDict[Hashable, Task] = OrderedDict()
        self._lock = threading.Lock()
        self._bell_in, self._bell_out = _AFRESH.Pipe(duplex=False)
        self._rung = False
        self._closing = False
        self._thread: threading.Thread | None = None

    def submit(self, task: Task, *, first: bool = False) -> bool:
        """Queue a task, behind or before all others; True where it replaced one that waited."""
        with self._lock:
            if self._closing:
                return False
            replaced = task.key in self._waiting
            self._waiting[task.key] = task
            if first:
                self._waiting.move_to_end(task.key, last=False)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="workers", daemon=True)
                self._thread.start()
        self._ring()
        return replaced

    def prefer(self, keys: Iterable[Hashable]) -> None:
        """Move waiting tasks to the front, in the given order."""
        with self._lock:
            for key in reversed(list(keys)):
                if key in self._waiting:
                    self._waiting.move_to_end(key, last=False)

    def forget(self) -> None:
        """Drop everything that has not begun."""
        with self._lock:
            self._waiting.clear()

    def close(self) -> None:
        """Stop the processes and the thread; returns when they are gone."""
        with self._lock:
            self._closing = True
            self._waiting.clear()
            thread = self._thread
        self._ring()
        if thread is not None:
            thread.join()
        self._bell_in.close()
        self._bell_out.close()

    def _ring(self) -> None:
        with self._lock:
            if self._rung:
                return  # nobody has come yet; a full pipe would block us
            self._rung = True
        try:
            self._bell_out.send_bytes(b"!")
        except OSError:
            pass  # closed meanwhile: nobody is left to wake

    def _run(self) -> None:
        workers: list[_Worker] = []
        try:
            while not self._closing:
                self._hand_out(workers)
                self._collect(workers)
        finally:
            for worker in workers:
                _stop(worker)

    def _hand_out(self, workers: list[_Worker]) -> None:
        while True:
            idle = next((worker for worker in workers if worker.task is None), None)
            with self._lock:
                if idle is None and len(workers) >= self._count:
                    return
                busy = {worker.task.key for worker in workers if worker.task is not None}
                key = next((key for key in self._waiting if key not in busy), None)
                if key is None:
                    return
                task = self._waiting.pop(key)
            if idle is None:
                try:
                    idle = _start(self._ready)
                except OSError as error:
                    reason = msg("no worker could be started: {error}", error=str(error))
                    self._deliver(Failed(task.key, reason))
                    continue
                workers.append(idle)
            idle.task = task
            idle.deadline = time.monotonic() + task.seconds
            try:
                idle.send(task)
            except OSError:
                self._replace(workers, idle, msg("the worker that read it stopped"))

    def _collect(self, workers: list[_Worker]) -> None:
        busy = [worker for worker in workers if worker.task is not None]
        now = time.monotonic()
        timeout = max(0.0, min((worker.deadline for worker in busy), default=now + 3600) - now)
        ready = wait([self._bell_in, *(worker.connection for worker in busy)], timeout)
        if self._bell_in in ready:
            self._bell_in.recv_bytes()
            with self._lock:
                self._rung = False
        for worker in busy:
            if worker.connection in ready:
                self._receive(workers, worker)
            elif worker.task is not None and time.monotonic() >= worker.deadline:
                seconds = round(worker.task.seconds)
                reason = msg("reading it took longer than {seconds} s", seconds=seconds)
                self._replace(workers, worker, reason)

    def _receive(self, workers: list[_Worker], worker: _Worker) -> None:
        task = worker.task
        assert task is not None
        try:
            kind, value = worker.connection.recv()
        except (EOFError, OSError):
            self._replace(workers, worker, msg("the worker that read it stopped"))
            return
        if kind == "part":
            self._deliver(Part(task.key, value))
            return
        worker.task = None
        if kind == "failed":
            log.error("a task failed in a worker: %s", value)
            self._deliver(Failed(task.key, msg("it could not be worked on: {error}", error=value)))
        else:
            self._deliver(Done(task.key))

    def _replace(self, workers: list[_Worker], worker: _Worker, reason: Message) -> None:
        workers.remove(worker)
        _stop(worker)
        if worker.task is not None and not self._closing:
            self._deliver(Failed(worker.task.key, reason))


def _start(ready: list[str]) -> _Worker:
    ours, theirs = _AFRESH.Pipe()
    try:
        process = _forked(theirs, ready) or _afresh(theirs)
    finally:
        theirs.close()
    return _Worker(process, ours)


def _forked(theirs: Connection, ready: list[str]) -> BaseProcess | None:
    """A process that finds the modules loaded, or None where this system makes none."""
    if sys.platform != "linux" or hasattr(sys, "frozen"):
        return None
    context = multiprocessing.get_context("forkserver")
    if ready:
        context.set_forkserver_preload(
            ready
        )  # heeded when the server starts, with its first worker
    process = context.Process(target=serve, args=(theirs,), name=_NAME, daemon=True)
    try:
        process.start()
    except (OSError, EOFError):
        # A library that crashes while it is loaded takes the server with it, not the program.
        log.exception("no worker could be forked")
        return None
    return process


def _afresh(theirs: Connection) -> BaseProcess:
    process = _AFRESH.Process(target=serve, args=(theirs,), name=_NAME, daemon=True)
    process.start()
    return process


def _stop(worker: _Worker) -> None:
    worker.connection.close()
    worker.process.kill()
    worker.process.join()
    worker.process.close()


def serve(connection: Connection) -> None:
    """The loop of a worker process; ends when the other side closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to handle
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    collect_rarely()
    kept: dict[int, object] = {}
    while True:
        try:
            message = connection.recv()
        except (EOFError, OSError):
            return
        if isinstance(message, _Keep):
            kept = {
                number: kept[number] if data is None else pickle.loads(data)  # noqa: S301 - our own
                for number, data in message.data.items()
            }
            continue
        function, arguments = message
        try:
            given = [kept[one.number] if isinstance(one, _Kept) else one for one in arguments]
            result = function(*given)
            if isinstance(result, Iterator):
                for value in cast("Iterator[object]", result):
                    connection.send(("part", value))
            else:
                connection.send(("part", result))
            connection.send(("done", None))
        except BrokenPipeError:
            return
        except Exception as error:  # noqa: BLE001 - whatever a task raises is an answer, not an end
            connection.send(("failed", f"{type(error).__name__}: {error}"))
