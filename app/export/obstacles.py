"""What stops an export of one entry, and what a person may wave through."""

from collections.abc import Iterable, Mapping, Sequence

from app.dataset.entry import CaptionState, Dataset, Entry
from app.dataset.marks import Decision, Verdict
from app.export.planned import Obstacle, ObstacleKind, OpenKind, OpenPoint
from app.lint.rule import Finding, Severity
from app.messages import Message, msg

CURED = frozenset({"multi-line-caption", "byte-order-mark", "untrainable-image"})
"""Rules about things that an export puts right by itself."""

_UNREADABLE = {
    CaptionState.NOT_UTF8: msg("The caption is not UTF-8: the trainer would stop here."),
    CaptionState.TOO_LARGE: msg("The caption file is too large to be a caption."),
    CaptionState.UNREADABLE: msg("The caption file cannot be read."),
}


def caption_line(text: str, *, keep_lines: bool = False) -> str:
    """The caption as it is written: one line, several joined by a space; no mark at its start.

    `keep_lines` keeps them apart, for wildcards that draw one of them.
    """
    lines = [line.strip() for line in text.lstrip("\ufeff").split("\n")]
    return ("\n" if keep_lines else " ").join(line for line in lines if line)


def entry_obstacles(
    dataset: Dataset, entry: Entry, findings: Sequence[Finding]
) -> tuple[Obstacle, ...]:
    """Everything about one entry that stops an export."""
    broken = [o for o in (_of_caption(dataset, entry), _of_image(dataset, entry)) if o is not None]
    # A rule that says the same of a broken entry would only repeat it.
    return tuple(broken) or tuple(
        Obstacle(
            ObstacleKind.FINDING,
            msg("An error stands open: {rule}.", rule=finding.rule),
            (entry.id,),
            finding.rule,
        )
        for finding in findings
        if finding.severity is Severity.ERROR
        and not finding.dismissed
        and finding.rule not in CURED
    )


def too_thin(entry: Entry) -> Obstacle:
    """The trainer would divide by zero here."""
    reason = msg("The picture is too long and thin for the trainer's buckets.")
    return Obstacle(ObstacleKind.TOO_THIN, reason, (entry.id,))


def stands_in(dataset: Dataset, entry: Entry) -> str | None:
    """The class tokens that a regularisation picture without a caption file trains with."""
    choices = dataset.choices.concept(entry.concept)
    missing = entry.caption.state is CaptionState.MISSING and entry.text is None
    return choices.class_tokens if missing and choices.regularisation else None


def open_points(
    entries: Iterable[Entry],
    findings: Mapping[int, Sequence[Finding]],
    about_all: Sequence[Finding],
    reviewed: Mapping[int, tuple[Verdict | None, Verdict | None]],
) -> tuple[OpenPoint, ...]:
    """What holds the export back unless it is meant anyway; `reviewed` holds valid verdicts."""
    ids = [entry.id for entry in entries]
    points: list[OpenPoint] = []
    for kind, number in ((OpenKind.FIRST_REVIEW, 0), (OpenKind.SECOND_REVIEW, 1)):
        left = tuple(i for i in ids if reviewed.get(i, (None, None))[number] is None)
        if left:
            points.append(OpenPoint(kind, _without_verdict(number + 1, len(left), len(ids)), left))
    flagged = tuple(
        i
        for i in ids
        if any(v and v.decision is Decision.FLAGGED for v in reviewed.get(i, (None, None)))
    )
    if flagged:
        points.append(
            OpenPoint(
                OpenKind.FLAGGED,
                msg("Flagged in the review: {count}", count=len(flagged)),
                flagged,
            )
        )
    warnings = [(i, sum(map(_warns, findings.get(i, ())))) for i in ids]
    total = sum(count for _, count in warnings) + sum(map(_warns, about_all))
    if total:
        behind = tuple(i for i, count in warnings if count)
        points.append(
            OpenPoint(OpenKind.WARNINGS, msg("Open warnings: {count}", count=total), behind)
        )
    return tuple(points)


def dataset_obstacles(about_all: Sequence[Finding]) -> tuple[Obstacle, ...]:
    """Errors about the dataset as a whole; leaving single entries out does not lift them."""
    return tuple(
        Obstacle(
            ObstacleKind.FINDING,
            msg("An error stands open: {rule}.", rule=finding.rule),
            rule=finding.rule,
        )
        for finding in about_all
        if finding.severity is Severity.ERROR and not finding.dismissed
    )


def _of_caption(dataset: Dataset, entry: Entry) -> Obstacle | None:
    state = entry.caption.state
    if state in _UNREADABLE:
        reason = entry.caption.reason or _UNREADABLE[state]
        return Obstacle(ObstacleKind.CAPTION_UNREADABLE, reason, (entry.id,))
    if entry.text is None:
        if stands_in(dataset, entry):
            return None
        return Obstacle(ObstacleKind.NO_CAPTION, msg("There is no caption."), (entry.id,))
    if not caption_line(entry.text):
        return Obstacle(ObstacleKind.EMPTY_CAPTION, msg("The caption is empty."), (entry.id,))
    return None


def _of_image(dataset: Dataset, entry: Entry) -> Obstacle | None:
    evidence = dataset.evidence_of(entry.id)
    if evidence.failure is not None:
        return Obstacle(ObstacleKind.BROKEN_IMAGE, evidence.failure, (entry.id,))
    if evidence.upright_size is None or evidence.format is None:
        reason = msg("The picture has not been read yet.")
        return Obstacle(ObstacleKind.NOT_MEASURED, reason, (entry.id,))
    return None


def _warns(finding: Finding) -> bool:
    return (
        finding.severity is Severity.WARNING and not finding.dismissed and finding.rule not in CURED
    )


def _without_verdict(number: int, left: int, total: int) -> Message:
    if left == total:
        return msg("Pass {number} not begun", number=number)
    return msg(
        "Pass {number}: {left} of {total} without a verdict",
        number=number,
        left=left,
        total=total,
    )
