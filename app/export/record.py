"""What was known when the export was planned, for its receipt."""

from collections.abc import Mapping, Sequence

from app.dataset.entry import Dataset, Entry
from app.dataset.marks import Verdict
from app.lint.rule import Finding


def record(
    dataset: Dataset,
    entries: Sequence[Entry],
    findings: Mapping[int, Sequence[Finding]],
    about_all: Sequence[Finding],
    reviewed: Mapping[int, tuple[Verdict | None, Verdict | None]],
) -> Mapping[str, object]:
    """Findings, dismissals and verdicts as plain JSON values: of the exported entries by image, and
    of the dataset as a whole.
    """
    noted: dict[str, object] = {}
    for entry in entries:
        about: dict[str, object] = {}
        if found := findings.get(entry.id, ()):
            about["findings"] = [_finding(one) for one in found]
        if dismissals := dataset.notes_of(entry.id).dismissals:
            about["dismissals"] = [
                {"rule": d.rule, "words": d.words, "reason": d.reason} for d in dismissals
            ]
        verdicts = [v.decision.value if v else None for v in reviewed.get(entry.id, (None, None))]
        if any(verdicts):
            about["verdicts"] = verdicts
        if about:
            noted[dataset.relative(entry.image)] = about
    return {
        "entries": noted,
        "dataset": {
            "findings": [_finding(one) for one in about_all],
            "dismissals": sorted(dataset.choices.dismissed_rules),
            "reasons": dict(sorted(dataset.choices.dismissal_reasons.items())),
        },
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "dismissed": finding.dismissed,
    }
