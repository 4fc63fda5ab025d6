"""The orders in which the sheet can show its entries, as pure sort keys."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from app.lint.rule import Severity
from app.review.query import Subject


class Order(StrEnum):
    """What the sheet is sorted by; ties and unknown values keep folder order."""

    FOLDER = "folder"
    NAME = "name"
    FINDINGS = "findings"
    LENGTH = "length"
    LIGHTNESS = "lightness"
    SIZE = "size"


_WEIGHT = {Severity.ERROR: 10_000, Severity.WARNING: 100, Severity.HINT: 1}
_UNKNOWN = float("inf")


Key = tuple[float, str]
"""A number first, a text where numbers are equal."""


def _name(subject: Subject) -> Key:
    return 0, subject.entry.name.casefold()


def _findings(subject: Subject) -> Key:
    return -sum(_WEIGHT[f.severity] for f in subject.findings if not f.dismissed), ""


def _length(subject: Subject) -> Key:
    return len(subject.entry.text or ""), ""


def _lightness(subject: Subject) -> Key:
    tone = subject.evidence.tone
    return (_UNKNOWN if tone is None else tone.lightness_mean), ""


def _size(subject: Subject) -> Key:
    width, height = subject.evidence.width, subject.evidence.height
    return (_UNKNOWN if width is None or height is None else -width * height), ""


_KEYS: Mapping[Order, Callable[[Subject], Key]] = {
    Order.NAME: _name,
    Order.FINDINGS: _findings,
    Order.LENGTH: _length,
    Order.LIGHTNESS: _lightness,
    Order.SIZE: _size,
}


def sort_key(order: Order) -> Callable[[Subject], Key] | None:
    """By what entries are sorted, unknown values last; None for folder order."""
    return _KEYS.get(order)


def next_there(gone: int, before: Sequence[int], now: Sequence[int]) -> int:
    """The entry itself where it is still there, else the one that follows where it went away.

    `now` is not empty.
    """
    there = set(now)
    if gone in there:
        return gone
    place = before.index(gone) if gone in before else 0
    around = (*before[place:], *reversed(before[:place]))
    return next((entry for entry in around if entry in there), now[0])
