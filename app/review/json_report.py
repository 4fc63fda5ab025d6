"""The JSON of `check --format json`: one object whose keys other programs may rely on."""

from collections.abc import Mapping
from typing import Any

from app.dataset.entry import Entry
from app.images.evidence_codec import evidence_json
from app.lint.rule import Finding, Fix, Severity
from app.lint.terms import Kind, Term
from app.review.examination import Examination

FORMAT = 1
_NAMED_KINDS = (Kind.MODIFIER, Kind.LIGHTING, Kind.MOOD)


def check_json(examined: Examination) -> dict[str, Any]:
    """Entries in folder order with terms, findings and evidence; then the dataset's findings."""
    dataset, counts = examined.dataset, examined.counts()
    return {
        "proofsheet": FORMAT,
        "folder": _shown(str(dataset.root)),
        "entries": [_entry(examined, dataset.entries[n]) for n in dataset.present()],
        "findings": [
            {
                **_finding(examined, finding),
                "images": [_place(examined, dataset.entries[n]) for n in finding.entries],
            }
            for finding in examined.lint.dataset_findings()
        ],
        "summary": {
            "entries": len(dataset.present()),
            "errors": counts[Severity.ERROR],
            "warnings": counts[Severity.WARNING],
            "hints": counts[Severity.HINT],
        },
    }


def _entry(examined: Examination, entry: Entry) -> dict[str, Any]:
    reading = examined.readings[entry.id]
    caption_file = None
    if entry.caption.stamp is not None:
        caption_file = examined.dataset.relative(entry.caption_file)
    return {
        "image": _place(examined, entry),
        "caption_file": None if caption_file is None else _shown(caption_file),
        "caption": entry.text,
        "style": reading.style.value,
        "terms": [_term(term) for term in reading.terms if term.kind in _NAMED_KINDS],
        "findings": [_finding(examined, f) for f in examined.lint.entry_findings(entry.id)],
        "evidence": evidence_json(examined.dataset.evidence_of(entry.id)),
    }


def _term(term: Term) -> dict[str, Any]:
    return {
        "kind": term.kind.value,
        "start": term.start,
        "end": term.end,
        "text": term.text,
        "family": term.family,
        "polarity": None if term.polarity is None else term.polarity.value,
    }


def _finding(examined: Examination, finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "start": finding.start,
        "end": finding.end,
        "message": examined.message(finding),
        "evidence": dict(finding.evidence),
        "fix": _fix(finding.fixes[0]) if finding.fixes else None,
        "dismissed": finding.dismissed,
    }


def _fix(fix: Fix) -> Mapping[str, Any]:
    return {"start": fix.start, "end": fix.end, "text": fix.text, "safe": fix.safe}


def _place(examined: Examination, entry: Entry) -> str:
    return _shown(examined.dataset.relative(entry.image))


def _shown(path: str) -> str:
    """JSON is UTF-8: bytes of a name that are not become visible marks."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")
