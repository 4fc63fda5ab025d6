"""Evidence as JSON: whole for the cache, flat for whoever reads `check --format json`."""

import json
from dataclasses import asdict, fields
from typing import Any, TypeVar, cast

from app.images.evidence import (
    Evidence,
    Face,
    Fingerprint,
    Flag,
    FlagReading,
    Sharpness,
    Smile,
    Tone,
)
from app.messages import Message

Flat = dict[str, object]
T = TypeVar("T")


def to_json(evidence: Evidence) -> str:
    """All of it; `from_json` gives back an equal value, floats to the last bit."""
    return json.dumps(asdict(evidence), ensure_ascii=True, separators=(",", ":"))


def from_json(text: str) -> Evidence:
    """Evidence from what `to_json` wrote; raises ValueError for anything else."""
    try:
        data = cast("dict[str, Any]", json.loads(text))
        faces, flags = data["faces"], data["flags"]
        data["tone"] = _build(Tone, data["tone"])
        data["sharpness"] = _build(Sharpness, data["sharpness"])
        data["fingerprint"] = _build(Fingerprint, data["fingerprint"])
        data["failure"] = _build(Message, data["failure"])
        data["faces"] = None if faces is None else tuple(_face(face) for face in faces)
        data["flags"] = tuple(_reading(flag) for flag in flags)
        return Evidence(**data)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"not the evidence of a picture: {error}") from error


def evidence_json(evidence: Evidence) -> Flat:
    """One flat object of measured values, null where unknown; flags and faces are lists.

    Fingerprints are 32 hexadecimal digits; `failure` is the English reason.
    """
    flat: Flat = {
        "digest": evidence.digest,
        "file_size": evidence.file_size,
        "format": evidence.format,
        "mode": evidence.mode,
        "frames": evidence.frames,
        "orientation": evidence.orientation,
        "width": evidence.width,
        "height": evidence.height,
        "transparent": evidence.transparent,
    }
    for kind, value in ((Tone, evidence.tone), (Sharpness, evidence.sharpness)):
        flat |= {field.name: getattr(value, field.name, None) for field in fields(kind)}
    print_ = evidence.fingerprint
    flat["fingerprint"] = None if print_ is None else f"{print_.bits:032x}"
    flat["fingerprint_mirrored"] = None if print_ is None else f"{print_.mirrored:032x}"
    flat["faces"] = None if evidence.faces is None else [asdict(face) for face in evidence.faces]
    flat["flags"] = [asdict(reading) for reading in evidence.flags]
    flat["failure"] = None if evidence.failure is None else str(evidence.failure)
    flat["algorithm"] = evidence.algorithm
    return flat


def _build(kind: type[T], data: dict[str, Any] | None) -> T | None:
    return None if data is None else kind(**data)


def _face(data: dict[str, Any]) -> Face:
    data["verdict"] = Smile(data["verdict"])
    return Face(**data)


def _reading(data: dict[str, Any]) -> FlagReading:
    data["flag"] = Flag(data["flag"])
    return FlagReading(**data)
