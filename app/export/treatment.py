"""What must be done to one picture so that the trainer sees what the person saw."""

from app.dataset.marks import Crop
from app.export.framing import Size, frame, inside, nearest
from app.export.options import EXTENSIONS, ExportOptions, PictureFormat, Trainer
from app.export.planned import Action, Treatment
from app.images.evidence import Evidence
from app.messages import Message, msg

_STRIPPABLE = frozenset({"PNG", "JPEG", "WEBP"})


def treat(evidence: Evidence, options: ExportOptions, chosen: Crop | None = None) -> Treatment:
    """The treatment of a picture whose real format and size are known.

    Raises ValueError where they are not: such an entry never gets this far.
    """
    size, source = evidence.upright_size, evidence.format
    if size is None or source is None:
        raise ValueError("the picture has not been measured")
    reasons: list[Message] = []
    wanted = _format(source, options, reasons)
    if evidence.orientation not in (None, 1):
        reasons.append(msg("turned upright; the trainer ignores the camera's orientation mark"))
    if (evidence.frames or 1) > 1 and source != "JPEG":
        # A JPEG with a second picture (MPO) is read by everyone as its first.
        reasons.append(msg("only the first of {count} frames", count=evidence.frames or 1))
    crop, scale, written = _fitted(size, evidence, options, chosen, reasons)
    if reasons:
        return Treatment(
            action=Action.WRITE,
            format=wanted,
            size=written,
            crop=crop,
            scale=scale,
            lost=0.0 if crop is None else 1 - crop.width * crop.height / (size[0] * size[1]),
            reasons=tuple(reasons),
        )
    if options.strip_metadata and source in _STRIPPABLE:
        return Treatment(Action.STRIP, format=source, size=size)
    action = Action.LINK if options.hard_links else Action.COPY
    return Treatment(action, format=source, size=size)


def remarks(evidence: Evidence, treatment: Treatment, extension: str) -> tuple[Message, ...]:
    """What a person should know about a picture besides what is done to it."""
    notes: list[Message] = []
    if treatment.enlarged:
        notes.append(msg("enlarged ×{factor:.2f}", factor=treatment.scale))
    if treatment.action is not Action.WRITE:
        if evidence.transparent:
            notes.append(msg("transparent parts will train with the colour hidden under them"))
        if evidence.mode == "CMYK":
            notes.append(msg("CMYK: the trainer ignores its colour profile"))
        known = EXTENSIONS.get(evidence.format or "")
        if known and extension.lower() not in (known, ".jpeg" if known == ".jpg" else known):
            real = evidence.format or ""
            notes.append(msg("is really {format} and gets that ending", format=real))
    return tuple(notes)


def _format(source: str, options: ExportOptions, reasons: list[Message]) -> str:
    asked = options.picture
    if asked is PictureFormat.KEEP:
        unknown = options.trainer is Trainer.AI_TOOLKIT and source == "BMP"
        if source in EXTENSIONS and not unknown:
            return source
        reasons.append(msg("{format} becomes PNG; the trainer cannot read it", format=source))
        return PictureFormat.PNG.value
    if source != asked.value:
        reasons.append(msg("{format} becomes {wanted}", format=source, wanted=asked.value))
    return asked.value


def _fitted(
    size: Size,
    evidence: Evidence,
    options: ExportOptions,
    chosen: Crop | None,
    reasons: list[Message],
) -> tuple[Crop | None, float, Size]:
    """The frame, the factor and the written size; adds a reason where anything changes."""
    if options.sizes.kept:
        return _framed(size, chosen, reasons)
    area = size if chosen is None else _size(inside(chosen, size))
    target = nearest(area, options.sizes.targets)
    if size == target and chosen is None:
        return None, 1.0, size
    crop = frame(size, target, evidence.faces or (), chosen)
    whole = (crop.width, crop.height) == size
    if whole and size == target:
        return None, 1.0, size
    if not whole:
        right = size[0] - crop.left - crop.width
        bottom = size[1] - crop.top - crop.height
        reasons.append(cut_words(crop.left, crop.top, right, bottom))
    if (crop.width, crop.height) != target:
        reasons.append(
            msg(
                "{before} × {before_height} becomes {after} × {after_height}",
                before=crop.width,
                before_height=crop.height,
                after=target[0],
                after_height=target[1],
            )
        )
    return (None if whole else crop), target[0] / crop.width, target


def _framed(
    size: Size, chosen: Crop | None, reasons: list[Message]
) -> tuple[Crop | None, float, Size]:
    """What a person's own frame leaves of a picture whose scale is kept."""
    crop = None if chosen is None else inside(chosen, size)
    if crop is None or _size(crop) == size:
        return None, 1.0, size
    right = size[0] - crop.left - crop.width
    bottom = size[1] - crop.top - crop.height
    reasons.append(cut_words(crop.left, crop.top, right, bottom))
    return crop, 1.0, _size(crop)


def _size(crop: Crop) -> Size:
    return crop.width, crop.height


def cut_words(left: int, top: int, right: int, bottom: int) -> Message:
    """How many pixels go at which edge of a picture."""
    if not top and not bottom:
        return msg("cuts {left} px left, {right} px right", left=left, right=right)
    if not left and not right:
        return msg("cuts {top} px at the top, {bottom} px at the bottom", top=top, bottom=bottom)
    return msg(
        "cuts {left} px left, {right} px right, {top} px at the top, {bottom} px at the bottom",
        left=left,
        right=right,
        top=top,
        bottom=bottom,
    )
