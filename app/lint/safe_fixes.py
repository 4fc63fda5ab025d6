"""What all safe fixes together would make of a dataset's captions."""

from collections.abc import Container

from app.dataset.entry import Dataset
from app.lint.engine import Lint
from app.lint.fixes import apply_safe


def safe_texts(dataset: Dataset, lint: Lint, read: Container[int]) -> dict[int, str]:
    """New texts by entry id, of those captions that have been read, can be edited, and change."""
    texts: dict[int, str] = {}
    for number in dataset.present():
        entry = dataset.entries[number]
        if number not in read or entry.text is None or not entry.editable:
            continue
        findings = [f for f in lint.entry_findings(number) if not f.dismissed]
        after = apply_safe(entry.text, findings)
        if after != entry.text:
            texts[number] = after
    return texts
