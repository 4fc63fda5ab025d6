"""Everything that can be said of a folder without a window: read, measured and linted."""

import queue
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from app.dataset.entry import Dataset
from app.images.evidence import NOTHING_MEASURED, Evidence
from app.images.known import READY
from app.images.reader import examine
from app.lint.cards import load_cards, message_of
from app.lint.engine import Lint
from app.lint.reading import Reading, read_entry
from app.lint.rule import Finding, Severity
from app.lint.vocabulary import Vocabulary
from app.paths import cache_folder
from app.workers import Answer, Done, Failed, Part, Task, Workers

THUMBNAIL_SIDE = 208
"""As the window asks for it, so that both share one cache."""
PROCESSES = 2


@dataclass(frozen=True, slots=True)
class Examination:
    """A dataset with its readings and all its findings."""

    dataset: Dataset
    readings: dict[int, Reading]
    lint: Lint

    def all_findings(self) -> Iterator[Finding]:
        """Of the dataset first, then entry by entry, dismissed ones included."""
        yield from self.lint.dataset_findings()
        for number in self.dataset.present():
            yield from self.lint.entry_findings(number)

    def counts(self) -> Counter[Severity]:
        """Findings that stand, by severity."""
        return Counter(finding.severity for finding in self.all_findings() if not finding.dismissed)

    def message(self, finding: Finding, language: str = "en") -> str:
        """What the finding says."""
        return message_of(finding, load_cards()[finding.rule], language)


def examine_dataset(dataset: Dataset, vocabulary: Vocabulary, *, pictures: bool) -> Examination:
    """Read every caption, measure every picture (if asked for), and lint it all."""
    if pictures:
        dataset.evidence.update(measured(dataset))
    lint = Lint(vocabulary, load_cards(), dataset.choices, dataset.concepts)
    readings = {n: read_entry(dataset.entries[n], vocabulary) for n in dataset.present()}
    lint.put_all(
        (dataset.entries[n], readings[n], dataset.evidence_of(n), dataset.notes_of(n))
        for n in dataset.present()
    )
    return Examination(dataset, readings, lint)


def measured(dataset: Dataset) -> dict[int, Evidence]:
    """The evidence of every picture, by entry id; waits for the processes that measure them."""
    answers: queue.Queue[Answer] = queue.Queue()
    waiting = set(dataset.present())
    found: dict[int, Evidence] = dict.fromkeys(waiting, NOTHING_MEASURED)
    workers = Workers(min(PROCESSES, len(waiting) or 1), answers.put, READY)
    try:
        for number in dataset.present():
            image = dataset.entries[number].image
            workers.submit(Task(number, examine, (image, THUMBNAIL_SIDE, cache_folder())))
        while waiting:
            answer = answers.get()
            number = answer.key
            assert isinstance(number, int)
            if isinstance(answer, Part) and isinstance(answer.value, Evidence):
                found[number] = answer.value
            elif isinstance(answer, Failed):
                found[number] = Evidence(failure=answer.reason)
                waiting.discard(number)
            elif isinstance(answer, Done):
                waiting.discard(number)
    finally:
        workers.close()
    return found
