"""What was known when the export was planned, for its receipt."""

from collections.abc import Mapping, Sequence

from app.dataset.entry import Dataset, Entry
from app.dataset.marks import Verdict
from app.lint.rule import Finding


def record(
    dataset: Dataset,
    entries: Sequence[Entry],
    findings: Mapping[int, Sequence[Finding]],
    reviewed: Mapping[int, tuple[Verdict | None, Verdict | None]],
) -> Mapping[str, object]:
    """Findings, dismissals and verdicts of the exported entries by image, as plain JSON values."""
    noted: dict[str, object] = {}
    for entry in entries:
        about: dict[str, object] = {}
        if found := findings.get(entry.id, ()):
            about["findings"] = [
                {"rule": f.rule, "severity": f.severity.value, "dismissed": f.dismissed}
                for f in found
            ]
        if dismissals := dataset.notes_of(entry.id).dismissals:
            about["dismissals"] = [
                {"rule": d.rule, "words": d.words, "reason": d.reason} for d in dismissals
            ]
        verdicts = [v.decision.value if v else None for v in reviewed.get(entry.id, (None, None))]
        if any(verdicts):
            about["verdicts"] = verdicts
        if about:
            noted[dataset.relative(entry.image)] = about
    return noted
