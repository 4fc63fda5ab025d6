"""How long the lint part of a keystroke takes in a dataset of 10,000 entries, and a cold start.

Run it with `python tests/benchmarks/lint_speed.py [ENTRIES]`. Every caption is another one, and a
quarter of the words is drawn from some thousands as in a language: few often, most of them rarely.
"""

import random
import statistics
import sys
import time
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication

from app.collecting import collect_rarely
from app.dataset.choices import DatasetChoices
from app.dataset.entry import Caption, CaptionState, Concept, Dataset, Entry
from app.dataset.marks import NO_NOTES
from app.images.evidence import Evidence, Fingerprint, Tone
from app.images.known import warm_up
from app.lint.cards import load_cards
from app.lint.engine import Lint
from app.lint.reading import read_entries, read_entry
from app.lint.vocabulary import load_vocabulary
from app.ui.background import Background
from app.ui.linting import Linting
from app.ui.tidying import Tidying

SLICE = 20
"""Entries whose findings the window works out between two events (app.ui.linting)."""


def pieces(text, at=None):
    return [piece.strip() for piece in text.split(at)]


SUBJECTS = pieces("woman man child dog cat street harbour kitchen garden bridge tower forest")
CLOTHES = pieces("a red coat, a white knit sweater, a blue dress, an old leather jacket", ",")
PLACES = pieces("on a wooden bench, by the window, in a small cafe, under a large tree", ",")
LIGHTS = pieces("soft lighting, natural daylight, cinematic lighting, at night, golden hour,,", ",")
MOODS = pieces("smiling, looking calm, serious expression,,,,", ",")
DETAILS = pieces(
    """the background shows {n} {w} with {c} roofs and {w} windows
    a {c} {w} stands beside the left {w}
    {n} {w} lie on the {w} floor
    the {w} is {c} and falls over the {w}
    a {c} {w} and {n} {w} lie on the table in front of the {w}
    far behind there is a {w} hill with {n} {w}
    the {w} are rolled up to the {w}""",
    "\n",
)
SYLLABLES = pieces("ba der sto nel ri cha mon tu lis ver ga plo si ken do art fe wil no ham ute sk")
COLOURS = pieces("red green blue yellow brown black white grey purple orange")


def made_up(random_, count=6_000):
    """Words of a language that nobody speaks, so that no list knows them."""
    return ["".join(random_.choices(SYLLABLES, k=random_.choice((2, 2, 3)))) for _ in range(count)]


WORDS = made_up(random.Random(7))
OFTEN = list(accumulate(1 / place for place in range(1, len(WORDS) + 1)))


class Drawn(dict[str, str]):
    """What `format_map` puts into the places of a detail, another word for each of them."""

    def __init__(self, random_):
        super().__init__()
        self._random = random_

    def __missing__(self, place):
        if place == "n":
            return str(self._random.randrange(2, 200))
        if place == "c":
            return self._random.choice(COLOURS)
        return self._random.choices(WORDS, cum_weights=OFTEN)[0]


def sentence(random_, words):
    parts = [
        f"A {random_.choice(SUBJECTS)} with {random_.choice(CLOTHES)} {random_.choice(PLACES)}",
        random_.choice(MOODS),
        random_.choice(LIGHTS),
    ]
    while sum(len(part.split()) for part in parts) < words:
        parts.append(random_.choice(DETAILS).format_map(Drawn(random_)))
    return ", ".join(part for part in parts if part) + "."


def entry_of(number, text, concepts=4):
    folder = Path("/set") / f"concept{number % concepts}"
    image = folder / f"{number:05}.png"
    caption = Caption(CaptionState.READ, text)
    return Entry(number, folder.name, image, image.with_suffix(".txt"), caption, text)


def measured(random_, number):
    lightness = random_.gauss(50, 15)
    values = (lightness, lightness - 10, lightness, lightness + 10, random_.gauss(18, 5), 0.03)
    rest = (0.1, 30.0, 15.0, 40.0, 50.0, 10.0, random_.gauss(2, 4), random_.gauss(6, 6), 0.3, 0.1)
    return Evidence(
        digest=f"{number:064x}",
        width=1024,
        height=1024,
        tone=Tone(*values, *rest, 0.0),
        fingerprint=Fingerprint(random_.getrandbits(128), random_.getrandbits(128)),
    )


class Application(QCoreApplication):
    """Notes how long the window's thread is at each event: that long a key would wait."""

    turns: ClassVar = []

    def notify(self, receiver, event):
        at = time.thread_time()
        done = super().notify(receiver, event)
        self.turns.append(1000 * (time.thread_time() - at))
        return done


def as_the_window(entries, evidence, vocabulary, cards):
    """Wall time until all findings are settled, and processor time of the window's process."""
    application = Application([])
    tidying = Tidying(application)
    names = {entry.concept for entry in entries}
    concepts = tuple(Concept(name, Path("/set") / name, 1, ".txt") for name in names)
    dataset = Dataset(Path("/set"), concepts, list(entries), evidence=dict(enumerate(evidence)))
    background = Background()
    # As when the program starts: the workers are there before a folder is chosen.
    background.start(warm_up)
    while background.busy:
        application.processEvents()
    linting = Linting(background, vocabulary, cards)
    linting.settled.connect(application.quit)
    wall, cpu = time.perf_counter(), time.process_time()
    linting.open(dataset)
    application.exec()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"as the window takes it: {wall:.2f} s with {background.processes} processes beside it,")
    print(f"{cpu:.2f} s of its own processor time,", end=" ")
    print(f"at most {max(application.turns):.1f} ms between two events\n")
    background.close()
    tidying.deleteLater()


def row(name, values):
    ordered = sorted(values)
    middle, late = statistics.median(ordered), ordered[int(len(ordered) * 0.99)]
    print(f"{name:<44}{middle:>9.2f}{late:>9.2f}{ordered[-1]:>9.2f}")


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    random_ = random.Random(4)
    vocabulary, cards = load_vocabulary(), load_cards()
    entries = [entry_of(n, sentence(random_, random_.choice((15, 30, 45)))) for n in range(count)]
    evidence = [measured(random_, number) for number in range(count)]
    words = statistics.mean(len((entry.text or "").split()) for entry in entries)
    print(f"{count} entries, {words:.0f} words each\n")

    collect_rarely()  # as workers and commands do
    cpu = time.process_time()
    start = time.perf_counter()
    readings = read_entries(entries, vocabulary)
    read = time.perf_counter() - start
    lint = Lint(vocabulary, cards, DatasetChoices(), ())
    start = time.perf_counter()
    lint.put_all((e, r, v, NO_NOTES) for e, r, v in zip(entries, readings, evidence, strict=True))
    put = time.perf_counter() - start
    start = time.perf_counter()
    counts = {severity.value: count for severity, count in lint.counts().items()}
    found = time.perf_counter() - start
    print(f"cold: read {read:.2f} s, put {put:.2f} s, findings {found:.2f} s,", end=" ")
    cpu = time.process_time() - cpu
    print(f"together {read + put + found:.2f} s (CPU {cpu:.2f} s); {counts}\n")

    as_the_window(entries, evidence, vocabulary, cards)

    print(f"{'one keystroke in a caption of 100 words, ms':<44}{'median':>9}{'p99':>9}{'max':>9}")
    reads, puts, shows, wholes, slices, counts_ = [], [], [], [], [], []
    for _ in range(12):
        number = random_.randrange(count)
        text = sentence(random_, 100)
        base = text[: len(text) // 2]
        typed = ", soft cinematic lighting, a very beautiful smile at night, "
        for length in range(1, len(typed) + 1):
            entry = replace(entries[number], text=base + typed[:length] + text[len(base) :])
            began = time.perf_counter()
            reading = read_entry(entry, vocabulary)
            cut = time.perf_counter()
            lint.put(entry, reading, evidence[number], NO_NOTES)
            stored = time.perf_counter()
            lint.entry_findings(number)
            done = time.perf_counter()
            reads.append(1000 * (cut - began))
            puts.append(1000 * (stored - cut))
            shows.append(1000 * (done - stored))
            wholes.append(1000 * (done - began))
            settled = False
            while not settled:
                began = time.perf_counter()
                settled = lint.settle(SLICE)
                slices.append(1000 * (time.perf_counter() - began))
            began = time.perf_counter()
            lint.counts()
            counts_.append(1000 * (time.perf_counter() - began))
    row("read_entry", reads)
    row("put", puts)
    row("entry_findings", shows)
    row("all of it", wholes)
    print("\nbetween two events after it, as the window takes it")
    row(f"{SLICE} entries settled", slices)
    row("counts, once all are settled", counts_)


if __name__ == "__main__":
    main()
