"""Rules about the image as a file: what the trainer cannot read, or reads otherwise."""

from collections.abc import Iterator
from pathlib import Path

from app.images.evidence import Evidence
from app.lint.context import EntryContext
from app.lint.rule import Hit
from app.messages import Message, msg

_ENDINGS = {
    "PNG": (".png",),
    "JPEG": (".jpg", ".jpeg"),
    "WEBP": (".webp",),
    "BMP": (".bmp",),
    "GIF": (".gif",),
    "TIFF": (".tif", ".tiff"),
    "AVIF": (".avif",),
}


def picture_file(context: EntryContext) -> Iterator[Hit]:
    """What is wrong with the file itself, whatever the picture shows."""
    entry, evidence = context.entry, context.evidence
    if evidence.failure is not None:
        values = {"name": entry.name, "reason": evidence.failure}
        yield Hit("broken-picture", values=values, key=evidence.digest or "")
    if not entry.trainable:
        yield Hit("untrainable-image", values={"name": entry.name, "type": entry.image.suffix})
        return
    note = entry.note or _oddity(evidence, entry.image)
    if note is not None:
        yield Hit("odd-image-file", values={"name": entry.name, "note": note})


def _oddity(evidence: Evidence, image: Path) -> Message | None:
    """What the content of a picture that can be shown has in store for the trainer."""
    kind, mode = evidence.format or "", evidence.mode or ""
    if kind in _ENDINGS and (ending := image.suffix.lower()) not in _ENDINGS[kind]:
        return msg("its ending is {ending}, but it is a {format}", ending=ending, format=kind)
    if (evidence.frames or 1) > 1 and kind != "JPEG":
        # The second picture of a JPEG is a preview or the other eye, and nobody reads it.
        return msg("an animation: only the first of {count} frames", count=evidence.frames or 1)
    if mode == "CMYK":
        return msg("made for print (CMYK): the trainer may show other colours")
    if mode.startswith("I") or mode == "F":
        return msg("more than 8 bits for each colour: the trainer may cut the light ones off")
    return None
