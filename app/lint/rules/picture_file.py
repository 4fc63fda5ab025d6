"""Rules about the image as a file: what the trainer cannot read, or reads otherwise."""

from collections.abc import Iterator

from app.lint.context import EntryContext
from app.lint.rule import Hit


def picture_file(context: EntryContext) -> Iterator[Hit]:
    """What is wrong with the file itself, whatever the picture shows."""
    entry, evidence = context.entry, context.evidence
    if evidence.failure is not None:
        values = {"name": entry.name, "reason": str(evidence.failure)}
        yield Hit("broken-picture", values=values, key=evidence.digest or "")
    if not entry.trainable:
        yield Hit("untrainable-image", values={"name": entry.name, "type": entry.image.suffix})
    elif entry.note is not None:
        yield Hit("odd-image-file", values={"name": entry.name, "note": str(entry.note)})
