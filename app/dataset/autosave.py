"""What an autosave does away from the window: captions written, and why one was not."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.dataset.entry import Caption, CaptionState, Cause, Entry
from app.dataset.files import (
    LARGEST_CAPTION,
    CaptionWrite,
    ChangedOnDisk,
    read_caption,
    write_caption,
    write_many,
)
from app.dataset.journal import Record, append
from app.disk import Ground, NotSaved, Stamp, read_reason, read_regular
from app.durable import write_bytes
from app.errors import ProofError
from app.messages import Message, msg

_OVERWRITABLE = frozenset({CaptionState.READ, CaptionState.MISSING, CaptionState.NOT_UTF8})


@dataclass(frozen=True, slots=True)
class Written:
    """A caption that is on disk now."""

    text: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class SaveJob:
    """One caption to be written."""

    write: CaptionWrite
    image: Path
    bytes_first: bool = False
    """What is there is no text: its bytes go into the history before they are replaced."""


def overwritable(caption: Caption) -> bool:
    """What stands in the file can be kept in the history, so it may be written over when asked."""
    return caption.state in _OVERWRITABLE


def job_of(
    entry: Entry, ground: Ground | None = None, *, even_if_protected: bool = False
) -> SaveJob:
    """The write of what is on screen, over what was last seen on disk.

    `ground` is the opened folder. A caption that leads out of it has been asked about, and so has
    one that is `even_if_protected`.
    """
    if ground is not None:
        ground = replace(ground, also=entry.leads_to)
    caption = entry.caption
    expected = caption.stamp if overwritable(caption) else None
    text, path = entry.text or "", entry.caption_file
    write = CaptionWrite(path, text, caption.form, expected, ground, even_if_protected)
    return SaveJob(write, entry.image, caption.state is CaptionState.NOT_UTF8)


def save(job: SaveJob) -> Written:
    """Write one caption durably. Raises ChangedOnDisk, LeadsOutside or NotSaved; then the file is
    what it was.
    """
    write = job.write
    if job.bytes_first:
        _keep_bytes(job)
    stamp = write_caption(
        write.path,
        write.text,
        write.form,
        write.expected,
        even_if_protected=write.even_if_protected,
        ground=write.ground,
    )
    return Written(write.text, stamp)


def save_together(jobs: Sequence[SaveJob]) -> list[Written | ProofError]:
    """Write many captions, each whole or not at all; the answers come in the same order."""
    refused: dict[int, ProofError] = {}
    for number, job in enumerate(jobs):
        if job.bytes_first:
            try:
                _keep_bytes(job)
            except ProofError as error:
                refused[number] = error
    writes = [job.write for number, job in enumerate(jobs) if number not in refused]
    answers = iter(write_many(writes))
    results: list[Written | ProofError] = []
    for number, job in enumerate(jobs):
        answer = refused.get(number) or next(answers)
        results.append(Written(job.write.text, answer) if isinstance(answer, Stamp) else answer)
    return results


def put_bytes_back(job: SaveJob, data: bytes) -> Caption:
    """Put bytes that are no text, and that the history kept, into the file of a caption that is
    saved; the caption as it is then. Raises ChangedOnDisk, FileChanged or NotSaved.
    """
    write = job.write
    present = read_caption(write.path)
    if present.text != write.text:
        raise ChangedOnDisk(write.path, None, present)
    record = Record(job.image.name, Cause.RESTORE.value, write.text, data)
    append(job.image.parent, [record], durable=True)
    write_bytes(write.path, data, expected=present.stamp, ground=write.ground)
    return read_caption(write.path)


def reason_of(error: Exception) -> Message:
    """Why a caption was not saved, in one sentence."""
    if isinstance(error, NotSaved):
        return error.detail if error.detail.template else error.title
    if isinstance(error, ProofError):
        return error.title
    return msg("{error}", error=str(error))


def _keep_bytes(job: SaveJob) -> None:
    path, expected = job.write.path, job.write.expected
    try:
        data, _ = read_regular(path, LARGEST_CAPTION)
    except FileNotFoundError:
        raise ChangedOnDisk(path, None, read_caption(path)) from None
    except OSError as error:
        raise NotSaved(path, read_reason(error), error.errno) from error
    if expected is None or hashlib.sha256(data).hexdigest() != expected.digest:
        raise ChangedOnDisk(path, data, read_caption(path))
    record = Record(job.image.name, Cause.OUTSIDE.value, None, data)
    append(job.image.parent, [record], durable=True)
