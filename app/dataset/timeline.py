"""What happened to one entry, in order: also under its earlier names, and while nobody looked."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.dataset.entry import Cause
from app.dataset.journal import Act, Record, Subject, history

FIRST = "first"
"""The cause of what stood there before the first change that is known."""
_MOST_NAMES = 50


def story(folder: Path, name: str) -> tuple[Record, ...]:
    """The records of an image under all names that it had, oldest first."""
    found: list[tuple[Record, ...]] = []
    until: Record | None = None
    for _ in range(_MOST_NAMES):
        records = [one for one in history(folder, name) if until is None or _not_after(one, until)]
        place = next((i for i in reversed(range(len(records))) if _renames(records[i])), None)
        if place is None:
            found.append(tuple(records))
            break
        found.append(tuple(records[place:]))
        until = records[place]
        earlier = Path(os.path.normpath(folder / str(until.before)))
        folder, name = earlier.parent, earlier.name
    return tuple(record for part in reversed(found) for record in part)


def timeline(records: Sequence[Record], now: str | bytes | None) -> tuple[Record, ...]:
    """Every state of a caption as the end of a record, newest first; the last one is what stood
    there at first.

    A text that nobody is known to have put there came from outside, at an unknown time: the program
    was not running.
    """
    shown: list[Record] = []
    known: set[str | bytes] = {""}
    last: str | bytes | None = None
    for record in records:
        if record.subject is Subject.CAPTION:
            if not any(one.subject is Subject.CAPTION for one in shown):
                first = replace(record, cause=FIRST, before=None, after=record.before, time=None)
                shown.insert(0, first)
            elif (record.before or "") not in known:
                _put(shown, _unseen(record.name, last, record.before))
            known |= {record.before or "", record.after or ""}
            last = record.after
        shown.append(record)
    captions = [one for one in shown if one.subject is Subject.CAPTION]
    if captions and (now or "") not in known:
        shown.append(_unseen(captions[-1].name, last, now))
    return tuple(reversed(shown))


def _put(shown: list[Record], unseen: Record) -> None:
    """What was seen to change into something that is no text was noted without its bytes."""
    place = max(i for i, one in enumerate(shown) if one.subject is Subject.CAPTION)
    seen = shown[place]
    if seen.after is None and isinstance(unseen.after, bytes) and seen.cause == Cause.OUTSIDE:
        shown[place] = replace(seen, after=unseen.after)
    else:
        shown.append(unseen)


def _unseen(name: str, before: str | bytes | None, after: str | bytes | None) -> Record:
    return Record(name, Cause.OUTSIDE.value, before, after)


def _renames(record: Record) -> bool:
    return record.subject is Subject.NAME and record.cause == Act.RENAMED and bool(record.before)


def _not_after(record: Record, later: Record) -> bool:
    return record.time is None or later.time is None or record.time <= later.time
