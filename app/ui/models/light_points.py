"""What the chart of light shows of each entry, gathered from what was measured."""

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
    across: float
    lightness: float
    dark_share: float
    aspect: float
    """Width over height."""
    severity: Severity | None


def light_points(session: Session, across: Across) -> tuple[LightPoint, ...]:
    """All measured entries, by what the chart's arrows follow: from left to right."""
    dataset, lint = session.dataset, session.lint
    if dataset is None or lint is None:
        return ()
    found: list[LightPoint] = []
    for number in dataset.present():
        evidence = dataset.evidence_of(number)
        tone, size = evidence.tone, evidence.upright_size
        if tone is None or size is None:
            continue
        severities = [
            one.severity
            for one in lint.entry_findings(number)
            if one.rule in FRAMED and not one.dismissed
        ]
        value = tone.b_mean if across is Across.WARMTH else tone.colourfulness
        aspect = max(min(size[0] / max(size[1], 1), 4.0), 0.25)
        worst = severities[0] if severities else None
        found.append(LightPoint(number, value, tone.lightness_mean, tone.dark_share, aspect, worst))
    return tuple(sorted(found, key=lambda one: (one.across, one.entry)))
