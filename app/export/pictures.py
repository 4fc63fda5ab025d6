"""Pictures and captions on their way into the staging folder, in processes where it pays."""

import os
import queue
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from app.disk import read_regular
from app.errors import ProofError
from app.export import files
from app.export.files import Copied, SourceChangedError
from app.export.metadata import without_metadata
from app.export.picture import Drawing, Drawn, attempt
from app.export.planned import Action, ExportPlan, PlannedPair
from app.export.receipt import Result
from app.messages import msg
from app.names import display_name
from app.workers import Answer, Failed, Part, Task, Workers

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

_WORTH_PROCESSES = 6
"""Fewer pictures than this are written sooner than a process starts."""
_SECONDS_A_PICTURE = 120.0
_PATIENCE = 0.1
"""Seconds between two looks at whether the person has cancelled."""


class ExportCancelledError(ProofError):
    """The person stopped it; nothing was written."""

    def __init__(self) -> None:
        super().__init__(msg("The export was cancelled"), msg("Nothing was written."))


def write_pairs(
    staging: Path,
    plan: ExportPlan,
    progress: Progress,
    cancelled: Cancelled,
    processes: int | None,
) -> list[Result]:
    """Every picture with its caption, in the plan's order. The concepts' folders must be there.

    Raises OSError, or ProofError for a source that changed or cannot be decoded, or a cancel.
    """
    pairs = list(plan.pairs())
    results: dict[str, Result] = {}

    def finish(pair: PlannedPair, source: Copied, picture: Copied) -> None:
        caption = _write_caption(staging, pair)
        results[pair.target] = Result(pair, source, picture, caption)
        progress(len(results), len(pairs))

    drawn = {pair.target: pair for pair in pairs if pair.treatment.action is Action.WRITE}
    count = (os.cpu_count() or 1) if processes is None else processes
    answers: queue.SimpleQueue[Answer] = queue.SimpleQueue()
    pool = Workers(count, answers.put) if count and len(drawn) >= _WORTH_PROCESSES else None
    try:
        if pool is not None:
            for target, pair in drawn.items():
                job = (_drawing(staging, plan, pair),)
                pool.submit(Task(target, attempt, job, _SECONDS_A_PICTURE))
        for pair in pairs:
            if cancelled():
                raise ExportCancelledError
            if pair.treatment.action is not Action.WRITE:
                finish(pair, *_copy(pair, staging / pair.target))
            elif pool is None:
                done = _value(attempt(_drawing(staging, plan, pair)), pair)
                finish(pair, done.source, done.result)
        heard = time.monotonic()
        while len(results) < len(pairs):
            if cancelled():
                raise ExportCancelledError
            try:
                answer = answers.get(timeout=_PATIENCE)
            except queue.Empty:
                if time.monotonic() - heard > 2 * _SECONDS_A_PICTURE:
                    raise _silent() from None
                continue
            heard = time.monotonic()
            if not isinstance(answer, Part | Failed):
                continue
            pair = drawn[str(answer.key)]
            done = _value(answer.value if isinstance(answer, Part) else answer.reason, pair)
            finish(pair, done.source, done.result)
    finally:
        if pool is not None:
            pool.close()
    return [results[pair.target] for pair in pairs]


def check_captions(pairs: Sequence[PlannedPair]) -> None:
    """Raises SourceChangedError where a caption file is not what the plan was made from."""
    for pair in pairs:
        if pair.caption_file is None or pair.caption_digest is None:
            continue
        if not files.unchanged(pair.caption_file, pair.caption_digest):
            raise SourceChangedError(pair.caption_file)


def _silent() -> ProofError:
    return ProofError(
        msg("The pictures could not be written anew"),
        msg("The system gave no process that could do it. Close other programs, then try again."),
    )


def _value(answer: object, pair: PlannedPair) -> Drawn:
    """What a worker answered, or the error that it stands for."""
    if isinstance(answer, Drawn):
        return answer
    if isinstance(answer, ProofError | OSError):
        raise answer
    raise ProofError(
        msg("{name} could not be written anew", name=display_name(pair.image)),
        msg("{reason}", reason=str(answer)),
    )


def _copy(pair: PlannedPair, target: Path) -> tuple[Copied, Copied]:
    if pair.treatment.action is Action.STRIP:
        data, _ = read_regular(pair.image)
        source = files.measured(data)
        stripped = without_metadata(data, pair.treatment.format)
        files.write_new(target, stripped)
        result = files.measured(stripped)
    elif pair.treatment.action is Action.LINK:
        source = result = files.link_new(pair.image, target)
    else:
        source = result = files.copy_new(pair.image, target)
    if pair.digest is not None and pair.digest != source.digest:
        raise SourceChangedError(pair.image)
    return source, result


def _drawing(staging: Path, plan: ExportPlan, pair: PlannedPair) -> Drawing:
    options = plan.options
    return Drawing(
        source=pair.image,
        digest=pair.digest,
        target=staging / pair.target,
        treatment=pair.treatment,
        background=options.background,
        quality=options.quality,
        strip_metadata=options.strip_metadata,
    )


def _write_caption(staging: Path, pair: PlannedPair) -> Copied:
    data = pair.caption.encode()
    files.write_new(staging / pair.caption_target, data)
    return files.measured(data)
