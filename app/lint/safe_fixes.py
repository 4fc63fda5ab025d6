"""What all safe fixes together would make of a caption."""

from app.dataset.entry import Entry
from app.lint.engine import Lint
from app.lint.fixes import apply_safe


def safe_text(entry: Entry, lint: Lint) -> str | None:
    """The new text; None where nothing changes, or nothing may."""
    if entry.text is None or not entry.editable:
        return None
    findings = [f for f in lint.entry_findings(entry.id) if not f.dismissed]
    after = apply_safe(entry.text, findings)
    return after if after != entry.text else None
