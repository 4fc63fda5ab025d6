"""Unsaved typing, kept for the next start, and never put anywhere without being asked for."""

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import cast

from app.dataset.entry import Caption
from app.dataset.own_files import state_of
from app.disk import NotSaved, fs, read_regular, write_reason
from app.durable import write_bytes
from app.messages import Message, msg
from app.toml_io import LARGEST_FILE, make_own_folder, set_aside

_FOLDER = "drafts"
_SUFFIX = ".json"


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody had typed and not saved, and the caption that it was typed over."""

    name: str
    """File name of the image."""
    base_digest: str | None
    """SHA-256 of the caption file's bytes at that time; None where there was no file."""
    text: str
    time: datetime
    """UTC."""


class Standing(StrEnum):
    """How a draft stands to what is on disk now."""

    SAVED = "saved"
    """The disk says the same: nothing to offer."""
    FITS = "fits"
    """The caption is what it was when the draft was typed."""
    BASE_CHANGED = "base_changed"
    """Somebody changed the caption since: both must be shown."""


def standing(draft: Draft, caption: Caption) -> Standing:
    """Whether a draft is worth offering, and whether its base is still there."""
    if caption.text is not None and caption.text == draft.text:
        return Standing.SAVED
    digest = caption.stamp.digest if caption.stamp is not None else None
    return Standing.FITS if digest == draft.base_digest else Standing.BASE_CHANGED


def keep_draft(folder: Path, name: str, text: str, base_digest: str | None) -> None:
    """Keep unsaved text of one image in this folder. Survives the death of the process.

    Raises NotSaved.
    """
    path = _path(folder, name)
    stored = {
        "name": name,
        "base_digest": base_digest,
        "text": text,
        "time": datetime.now(UTC).isoformat(),
    }
    data = json.dumps(stored, indent=1).encode("ascii")
    try:
        make_own_folder(path.parent)
    except OSError as error:
        raise NotSaved(path, write_reason(error, path, len(data)), error.errno) from error
    write_bytes(path, data, durable=False)


def drop_draft(folder: Path, name: str) -> None:
    """Forget a draft: it was saved, or the person does not want it."""
    with suppress(OSError):
        fs.unlink(_path(folder, name))


def load_drafts(folder: Path) -> tuple[tuple[Draft, ...], tuple[Message, ...]]:
    """The drafts of a folder by name; damaged ones are set aside with a notice."""
    try:
        paths = sorted((state_of(folder) / _FOLDER).glob("*" + _SUFFIX))
    except OSError:
        return (), ()
    drafts: list[Draft] = []
    notices: list[Message] = []
    for path in paths:
        try:
            data, _ = read_regular(path, LARGEST_FILE)
            drafts.append(_draft(data))
        except OSError:
            continue
        except (ValueError, TypeError, RecursionError, OverflowError):
            notices.append(set_aside(path, msg("it is not a draft")))
    return tuple(sorted(drafts, key=lambda draft: draft.name)), tuple(notices)


def _path(folder: Path, name: str) -> Path:
    digest = hashlib.sha256(os.fsencode(name)).hexdigest()[:24]
    return state_of(folder) / _FOLDER / (digest + _SUFFIX)


def _draft(data: bytes) -> Draft:
    parsed: object = json.loads(data)
    if not isinstance(parsed, dict):
        raise TypeError("a draft is an object")
    stored = cast(dict[str, object], parsed)
    name, base, text = stored.get("name"), stored.get("base_digest"), stored.get("text")
    if not isinstance(name, str) or not isinstance(text, str):
        raise TypeError("a draft has a name and a text")
    if base is not None and not isinstance(base, str):
        raise TypeError("a digest is text")
    time = datetime.fromisoformat(str(stored.get("time"))).astimezone(UTC)
    return Draft(name, base, text, time)
