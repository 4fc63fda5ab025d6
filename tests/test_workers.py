"""Worker processes: parts arrive in order, and a dead or hung worker is replaced."""

import multiprocessing
import os
import queue
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.workers import Done, Failed, Part, Shared, Task, Workers


def count_to(n):
    yield from range(n)


def double(n):
    return 2 * n


def die(_):
    os.abort()


def hang(_):
    time.sleep(60)


def fail(text):
    raise ValueError(text)


def qt_is_loaded():
    import sys

    import app.images.reader  # noqa: F401

    return any(name.split(".")[0] == "PySide6" for name in sys.modules)


def loaded(name):
    import sys

    return name in sys.modules


def threads():
    return len(os.listdir("/proc/self/task"))


@pytest.fixture
def answers():
    return queue.Queue()


@pytest.fixture
def workers(answers):
    pool = Workers(1, answers.put)
    yield pool
    pool.close()


def get(answers):
    return answers.get(timeout=60)


def test_a_generator_answers_part_by_part(workers, answers):
    workers.submit(Task("a", count_to, (2,)))
    assert [get(answers) for _ in range(3)] == [Part("a", 0), Part("a", 1), Done("a")]


def test_a_raised_error_is_a_failure_and_the_worker_goes_on(workers, answers):
    workers.submit(Task("bad", fail, ("no",)))
    workers.submit(Task("good", double, (4,)))
    bad = get(answers)
    assert isinstance(bad, Failed)
    assert "no" in str(bad.reason)
    assert get(answers) == Part("good", 8)


def test_a_worker_that_dies_is_replaced(workers, answers):
    """Row 27."""
    workers.submit(Task("dead", die, (0,)))
    workers.submit(Task("next", double, (4,)))
    assert isinstance(get(answers), Failed)
    assert get(answers) == Part("next", 8)


def test_a_worker_that_hangs_is_replaced(workers, answers):
    """Row 27."""
    workers.submit(Task("warm", double, (1,)))
    get(answers), get(answers)
    workers.submit(Task("slow", hang, (0,), seconds=0.2))
    workers.submit(Task("next", double, (4,)))
    assert "longer than" in str(get(answers).reason)
    assert get(answers) == Part("next", 8)


def total(*lists):
    return sum(map(sum, lists))


def test_a_shared_argument_is_sent_once_to_each_worker(workers, answers, monkeypatch):
    sent = []
    data = Shared.data
    monkeypatch.setattr(Shared, "data", lambda one: sent.append(one.number) or data(one))
    numbers, others, late = Shared([1, 2]), Shared([10]), Shared([100])
    for given in ((numbers,), (numbers, others), (numbers, late), (late,), (others,), (others,)):
        workers.submit(Task(given, total, given))
        assert get(answers).value == sum(map(total, (one._value for one in given)))
        get(answers)
    # What a task brings takes the place of what it does not name.
    assert sent == [one.number for one in (numbers, others, late, others)]
    workers.submit(Task("dead", die, (0,)))
    assert isinstance(get(answers), Failed)
    workers.submit(Task("again", total, (others,)))
    assert get(answers) == Part("again", 10)
    assert sent[4:] == [others.number]


def test_preferred_tasks_come_first(workers, answers):
    workers.submit(Task("busy", count_to, (1,)))
    for n in range(5):
        workers.submit(Task(n, double, (n,)))
    workers.prefer([4, 3])
    keys = []
    while len(keys) < 6:
        answer = get(answers)
        if isinstance(answer, Done):
            keys.append(answer.key)
    rest = [key for key in keys if key != "busy"]
    assert rest.index(4) < rest.index(3) < rest.index(1)


def test_forgotten_tasks_never_run(workers, answers):
    workers.submit(Task("slow", time.sleep, (0.3,)))
    workers.submit(Task("gone", double, (1,)))
    time.sleep(0.05)
    workers.forget()
    workers.submit(Task("last", double, (2,)))
    seen = []
    while not seen or seen[-1] != Done("last"):
        seen.append(get(answers))
    assert Done("gone") not in seen


def test_no_qt_in_a_worker(workers, answers):
    workers.submit(Task("qt", qt_is_loaded, ()))
    assert get(answers) == Part("qt", False)


@pytest.mark.skipif(sys.platform != "linux", reason="workers start afresh elsewhere")
def test_a_forked_worker_finds_its_modules_loaded(tmp_path):
    program = tmp_path / "program.py"
    program.write_text(
        "import queue, test_workers\n"
        "from app.images.known import READY as FOR_PICTURES\n"
        "from app.lint.reading import READY as FOR_CAPTIONS\n"
        "from app.workers import Task, Workers\n"
        "if __name__ == '__main__':\n"
        "    answers = queue.Queue()\n"
        "    pool = Workers(2, answers.put, (*FOR_PICTURES, *FOR_CAPTIONS))\n"
        "    pool.submit(Task(0, test_workers.loaded, ('app.images.faces',)))\n"
        "    pool.submit(Task(1, test_workers.threads, ()))\n"
        "    pool.submit(Task(2, test_workers.loaded, ('app.lint.reading',)))\n"
        "    found = [answers.get(timeout=60) for _ in range(6)]\n"
        "    pool.close()\n"
        "    print(sorted((part.key, part.value) for part in found if hasattr(part, 'value')))\n",
        encoding="utf-8",
    )
    tests = Path(__file__).parent
    path = os.pathsep.join((str(tests), str(tests.parent)))
    done = subprocess.run(
        [sys.executable, program],
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert done.stdout == "[(0, True), (1, 1), (2, True)]\n", done.stderr


def test_where_nothing_can_be_forked_workers_start_afresh(workers, answers, monkeypatch):
    def refused(self):
        raise ConnectionRefusedError

    monkeypatch.setattr(multiprocessing.get_context("forkserver").Process, "start", refused)
    workers.submit(Task("a", double, (2,)))
    assert [get(answers), get(answers)] == [Part("a", 4), Done("a")]


def test_a_server_that_died_is_replaced(workers, answers):
    workers.submit(Task("a", os.getppid, ()))
    server = get(answers).value
    assert get(answers) == Done("a")
    if server == os.getpid():
        pytest.skip("workers start afresh here")
    os.kill(server, signal.SIGKILL)
    workers.submit(Task("b", die, (1,)))
    assert isinstance(get(answers), Failed)
    workers.submit(Task("c", double, (2,)))
    assert [get(answers), get(answers)] == [Part("c", 4), Done("c")]
