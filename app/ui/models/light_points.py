"""What the chart of light shows of each entry, gathered from what was measured."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from app.lint.rule import Severity
from app.ui.session import Session

FRAMED = frozenset(
    {"light-not-in-picture", "contradicting-light", "light-outlier", "colour-outlier"}
)
"""The rules whose findings are framed in the chart."""


class Across(Enum):
    """What the chart's horizontal axis says."""

    WARMTH = "warmth"
    COLOUR = "colour"


@dataclass(frozen=True, slots=True)
class LightPoint:
    """Where one picture was measured: L* upwards, b* or colourfulness across."""

    entry: int
    warmth: float
    colour: float
    lightness: float
    dark_share: float
    aspect: float
    """Width over height."""
    severity: Severity | None

    def at(self, across: Across) -> float:
        """Its place on the horizontal axis."""
        return self.warmth if across is Across.WARMTH else self.colour


class LightPoints:
    """The measured entries, gathered a few at a time: thousands come within a second."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._points: dict[int, LightPoint] = {}
        self._waiting: dict[int, None] = {}

    def look_at(self, entries: Iterable[int]) -> None:
        """These may have changed."""
        self._waiting.update(dict.fromkeys(entries))

    def look_at_all(self) -> None:
        """Another dataset, or other entries in it."""
        self._points.clear()
        dataset = self._session.dataset
        self._waiting = dict.fromkeys(dataset.present() if dataset is not None else ())

    def gather(self, most: int) -> bool:
        """Take in at most so many; True when none is left."""
        for entry in list(itertools.islice(self._waiting, most)):
            del self._waiting[entry]
            point = _point(self._session, entry)
            if point is None:
                self._points.pop(entry, None)
            else:
                self._points[entry] = point
        return not self._waiting

    def along(self, across: Across) -> tuple[LightPoint, ...]:
        """All that were gathered, from left to right: so the chart's arrows follow them."""
        return tuple(sorted(self._points.values(), key=lambda one: (one.at(across), one.entry)))


def _point(session: Session, number: int) -> LightPoint | None:
    dataset, lint = session.dataset, session.lint
    if dataset is None or lint is None or number in dataset.gone:
        return None
    evidence = dataset.evidence_of(number)
    tone, size = evidence.tone, evidence.upright_size
    if tone is None or size is None:
        return None
    severities = [
        one.severity
        for one in lint.entry_findings(number)
        if one.rule in FRAMED and not one.dismissed
    ]
    return LightPoint(
        number,
        tone.b_mean,
        tone.colourfulness,
        tone.lightness_mean,
        tone.dark_share,
        max(min(size[0] / max(size[1], 1), 4.0), 0.25),
        severities[0] if severities else None,
    )
