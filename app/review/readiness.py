"""Is the dataset ready to train: the guide's seven points, how many pictures, reviewed twice."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.dataset.entry import Dataset
from app.lint.rule import Finding, Severity
from app.messages import Message, msg
from app.review.passes import PassState, entry_states, progress, reviewed_twice
from app.review.picture_reasons import said_of


class PointKind(StrEnum):
    """What is looked at, in the order of the guide."""

    COUNT = "count"
    RESOLUTION = "resolution"
    RATIO = "ratio"
    LIGHTING = "lighting"
    CONSISTENCY = "consistency"
    CAPTIONS = "captions"
    BAD_IMAGES = "bad images"
    DATA_TOML = "data.toml"
    REVIEWED = "reviewed twice"


class Readiness(StrEnum):
    """How a point stands: there are no shades, and no score."""

    READY = "ready"
    LOOK = "look"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Point:
    """One point with its measured reason, the entries behind it, and the filter that shows them."""

    kind: PointKind
    state: Readiness
    reason: Message
    entries: tuple[int, ...] = ()
    query: str = ""


TITLES: Mapping[PointKind, Message] = {
    PointKind.COUNT: msg("Count"),
    PointKind.RESOLUTION: msg("Resolution"),
    PointKind.RATIO: msg("Ratio"),
    PointKind.LIGHTING: msg("Lighting"),
    PointKind.CONSISTENCY: msg("Consistency of images"),
    PointKind.CAPTIONS: msg("Caption accuracy"),
    PointKind.BAD_IMAGES: msg("Bad images removed"),
    PointKind.DATA_TOML: msg("data.toml matches"),
    PointKind.REVIEWED: msg("Reviewed twice"),
}
STATE_NAMES: Mapping[Readiness, Message] = {
    Readiness.READY: msg("ready"),
    Readiness.LOOK: msg("look"),
    Readiness.BLOCKED: msg("blocked"),
}

_RULES: Mapping[PointKind, tuple[str, ...]] = {
    PointKind.RESOLUTION: ("too-small", "odd-size", "orientation-ignored"),
    PointKind.RATIO: ("odd-ratio", "crop-loss"),
    PointKind.LIGHTING: ("light-outlier", "varied-light", "light-not-in-picture"),
    PointKind.CONSISTENCY: (
        "distance-outlier",
        "varied-distance",
        "expression-outlier",
        "colour-outlier",
        "medium-not-in-picture",
        "full-body-of-person",
    ),
    PointKind.BAD_IMAGES: (
        "broken-picture",
        "blurred-picture",
        "near-duplicate-picture",
        "odd-image-file",
        "untrainable-image",
        "transparent-picture",
    ),
}
"""Which rules speak of a point; every other rule speaks of captions."""
_OF_PICTURES = frozenset(rule for rules in _RULES.values() for rule in rules)

BANDS: Sequence[tuple[int, Readiness, Message]] = (
    (4, Readiness.LOOK, msg("{count} pictures: too few to learn from")),
    (10, Readiness.LOOK, msg("{count} pictures: unstable, results will vary widely")),
    (14, Readiness.LOOK, msg("{count} pictures: getting there, 15 to 25 are most efficient")),
    (25, Readiness.READY, msg("{count} pictures: the most efficient number")),
    (50, Readiness.READY, msg("{count} pictures: best quality, if they are consistent")),
    (59, Readiness.READY, msg("{count} pictures: more does no harm")),
)
"""The largest count of each band, how it stands, and what it means."""
_MANY = msg("{count} pictures: little gain beyond 60, and more repetition")


@dataclass(frozen=True, slots=True)
class TomlState:
    """How data.toml stands to the folders; said by whoever may read it."""

    state: Readiness
    reason: Message


@dataclass(frozen=True, slots=True)
class Epoch:
    """What the trainer makes of the folders in one epoch; said by whoever knows the trainer."""

    shown: int
    """Pictures times repeats, at every resolution."""
    steps: int | None
    """Batches; None where a validation split takes pictures away by chance."""


def readiness(
    dataset: Dataset,
    findings: Mapping[int, Sequence[Finding]],
    about_all: Sequence[Finding],
    toml: TomlState,
    epoch: Epoch | None = None,
) -> tuple[Point, ...]:
    """Every point. `findings` are those of entries, by id; `about_all` those of the dataset."""
    present = dataset.present()
    told = _Told(dataset, present, findings, about_all)
    return (
        _count(dataset, present, epoch),
        told.point(PointKind.RESOLUTION, _sizes(dataset, present)),
        told.point(PointKind.RATIO, _ratios(dataset, present)),
        told.point(
            PointKind.LIGHTING, _light(dataset, present), msg("{measured}, none stands out")
        ),
        told.point(PointKind.CONSISTENCY, None, msg("no picture stands out from the others")),
        told.captions(),
        told.point(PointKind.BAD_IMAGES, None, _readable(present)),
        Point(PointKind.DATA_TOML, toml.state, toml.reason),
        _reviewed(dataset, present),
    )


def all_ready(points: Iterable[Point]) -> bool:
    """Nothing is left to look at."""
    return all(point.state is Readiness.READY for point in points)


def is_reviewed_twice(dataset: Dataset) -> bool:
    """Every entry was approved in both passes, as it is now."""
    return all(reviewed_twice(entry_states(dataset, n)) for n in dataset.present())


def band(count: int) -> tuple[Readiness, Message]:
    """What a number of pictures means."""
    for most, state, message in BANDS:
        if count <= most:
            return state, replace(message, values={"count": count})
    return Readiness.LOOK, replace(_MANY, values={"count": count})


@dataclass(frozen=True, slots=True)
class _Told:
    """The findings that stand, and which pictures nothing is known of."""

    dataset: Dataset
    present: Sequence[int]
    findings: Mapping[int, Sequence[Finding]]
    about_all: Sequence[Finding]

    def point(
        self, kind: PointKind, measured: Message | None, ready: Message | None = None
    ) -> Point:
        """A point about the pictures: what was measured, and what is to be looked at in it."""
        rules = _RULES[kind]
        found = self._standing(lambda f: f.rule in rules)
        query = " or ".join(f"rule:{rule}" for rule in dict.fromkeys(f.rule for f in found))
        if found:
            said = said_of(found) or msg("one finding")
            told = said if measured is None else msg("{fact}: {list}", fact=measured, list=said)
            return replace(_of_findings(kind, found, query), reason=told)
        unknown = tuple(n for n in self.present if not self._measured(n))
        if unknown:
            return Point(
                kind, Readiness.LOOK, msg("{count} not measured yet", count=len(unknown)), unknown
            )
        told = ready or measured
        assert told is not None
        if ready is not None and measured is not None:
            told = replace(ready, values={"measured": measured})
        return Point(kind, Readiness.READY, told)

    def captions(self) -> Point:
        """The point about the captions: hints are left to the review."""
        found = self._standing(
            lambda f: f.rule not in _OF_PICTURES and f.severity is not Severity.HINT
        )
        if found:
            return _of_findings(PointKind.CAPTIONS, found, "has:error or has:warning")
        hints = len(self._standing(lambda f: f.rule not in _OF_PICTURES))
        ready = (
            msg("no warning; {count} hints stand", count=hints)
            if hints
            else msg("no finding stands")
        )
        return Point(PointKind.CAPTIONS, Readiness.READY, ready)

    def _standing(self, wanted: Callable[[Finding], bool]) -> list[Finding]:
        of_entries = (f for n in self.present for f in self.findings.get(n, ()))
        return [f for f in (*of_entries, *self.about_all) if not f.dismissed and wanted(f)]

    def _measured(self, number: int) -> bool:
        evidence = self.dataset.evidence_of(number)
        return evidence.tone is not None or evidence.failure is not None


def _of_findings(kind: PointKind, found: Sequence[Finding], query: str) -> Point:
    behind: dict[int, None] = {}
    for finding in found:
        behind.update(dict.fromkeys(finding.entries if finding.entry is None else (finding.entry,)))
    errors = sum(finding.severity is Severity.ERROR for finding in found)
    state = Readiness.BLOCKED if errors else Readiness.LOOK
    reason = msg("{count} findings on {entries} entries", count=len(found), entries=len(behind))
    if len(found) == 1:
        reason = msg("one finding, an error") if errors else msg("one finding")
    elif errors:
        reason = msg(
            "{count} findings on {entries} entries, {errors} of them errors",
            count=len(found),
            entries=len(behind),
            errors=errors,
        )
    return Point(kind, state, reason, tuple(behind), query)


def _count(dataset: Dataset, present: Sequence[int], epoch: Epoch | None) -> Point:
    """Pictures that only hold the model back are none to learn from."""
    concepts, entries = dataset.choices.concept, dataset.entries
    learnt = [n for n in present if not concepts(entries[n].concept).regularisation]
    state, meaning = band(len(learnt))
    if epoch is None:
        return Point(PointKind.COUNT, state, meaning)
    reason = msg("{meaning}; {shown} shown in an epoch", meaning=meaning, shown=epoch.shown)
    if epoch.steps is not None:
        reason = msg(
            "{meaning}; {shown} shown in an epoch of {steps} steps",
            meaning=meaning,
            shown=epoch.shown,
            steps=epoch.steps,
        )
    return Point(PointKind.COUNT, state, reason)


def _sizes(dataset: Dataset, present: Sequence[int]) -> Message:
    sizes = Counter(s for n in present if (s := dataset.evidence_of(n).upright_size) is not None)
    if not sizes:
        return msg("no size known")
    (width, height), count = sizes.most_common(1)[0]
    if count == len(present):
        return msg("all are {width} × {height}", width=width, height=height)
    least = min(min(size) for size in sizes)
    return msg("{count} sizes, no side under {least} px", count=len(sizes), least=least)


def _ratios(dataset: Dataset, present: Sequence[int]) -> Message:
    ratios = Counter(
        round(size[0] / size[1], 2)
        for n in present
        if (size := dataset.evidence_of(n).upright_size) is not None
    )
    if not ratios:
        return msg("no size known")
    ratio, count = ratios.most_common(1)[0]
    return msg("{count} of {total} are {ratio:g} : 1", count=count, total=len(present), ratio=ratio)


def _light(dataset: Dataset, present: Sequence[int]) -> Message:
    light = [t.lightness_mean for n in present if (t := dataset.evidence_of(n).tone) is not None]
    if not light:
        return msg("no light measured")
    return msg(
        "lightness {least} to {most} of 100",
        least=round(min(light)),
        most=round(max(light)),
    )


def _readable(present: Sequence[int]) -> Message:
    return msg("all {count} can be read; none is blurred or nearly a copy", count=len(present))


def _reviewed(dataset: Dataset, present: Sequence[int]) -> Point:
    states = {number: entry_states(dataset, number) for number in present}
    left = tuple(number for number, both in states.items() if not reviewed_twice(both))
    first = progress(both[0] for both in states.values())
    second = progress(both[1] for both in states.values())
    flagged = sum(PassState.FLAGGED in both for both in states.values())
    total = len(present)
    if not left:
        reason = msg("all {total} approved in both passes", total=total)
        return Point(PointKind.REVIEWED, Readiness.READY, reason)
    if flagged:
        reason = msg(
            "{flagged} flagged; pass 1: {first} of {total}, pass 2: {second} of {total} approved",
            flagged=flagged,
            first=first.approved,
            second=second.approved,
            total=total,
        )
        return Point(PointKind.REVIEWED, Readiness.BLOCKED, reason, left, "is:unreviewed")
    reason = msg(
        "pass 1: {first} of {total}, pass 2: {second} of {total} approved",
        first=first.approved,
        second=second.approved,
        total=total,
    )
    return Point(PointKind.REVIEWED, Readiness.LOOK, reason, left, "is:unreviewed")
