"""What the trainer would do to a single picture: cut it, turn it, fill its holes."""

from collections.abc import Iterator
from functools import lru_cache

from app.dataset.choices import DatasetChoices
from app.images.buckets import Bucketing, BucketSettings, bucket_for
from app.images.evidence import Flag
from app.lint.context import EntryContext
from app.lint.rule import Hit, Severity
from app.lint.rules.mood import is_drawing

ENLARGED = 1.05
"""Up to here an enlargement is a rounding of the bucket and not seen."""
_CUT = 0.1
"""Share of the area that a bucket may cut off before it is worth a look."""
_CUT_MUCH = 0.2


def picture_quality(context: EntryContext) -> Iterator[Hit]:
    """Blur, size, crop, EXIF orientation and transparency, where they were measured."""
    evidence = context.evidence
    blurred = evidence.flag(Flag.BLURRED)
    # Softness was measured on photos; a watercolour may be soft.
    if blurred is not None and not is_drawing(
        context.reading, context.marks.medium, context.choices
    ):
        facts = {"value": round(blurred.value, 2), "threshold": blurred.threshold}
        yield Hit("blurred-picture", values=facts, evidence=facts)
    if evidence.orientation not in (None, 1):
        facts = {"orientation": evidence.orientation or 1}
        yield Hit("orientation-ignored", values=facts, evidence=facts)
    if evidence.transparent:
        yield Hit("transparent-picture", evidence={"transparent": "yes"})
    if evidence.width and evidence.height:
        yield from _bucket(context, evidence.width, evidence.height)


def _bucket(context: EntryContext, width: int, height: int) -> Iterator[Hit]:
    result = bucketing_of(width, height, context.choices)
    if not result.unusable and result.area_lost < _CUT:
        return
    size = f"{width} × {height}"
    facts = {"size": size, "bucket": f"{result.bucket[0]} × {result.bucket[1]}"}
    if result.unusable:
        yield Hit("too-small", case="unusable", values=facts, evidence=facts)
        return
    facts |= {"percent": round(100 * result.area_lost)}
    severity = Severity.WARNING if result.area_lost >= _CUT_MUCH else None
    yield Hit("crop-loss", values=facts, evidence=facts, severity=severity)


@lru_cache(maxsize=4096)
def _cached(
    width: int,
    height: int,
    resolution: tuple[int, int],
    smallest: int,
    largest: int,
    step: int,
    no_upscale: bool,
) -> Bucketing:
    return bucket_for(
        width, height, BucketSettings(resolution, smallest, largest, step, no_upscale=no_upscale)
    )


def bucketing_of(width: int, height: int, choices: DatasetChoices) -> Bucketing:
    """What the trainer would do to a picture of this size."""
    return _cached(
        width,
        height,
        choices.resolution,
        choices.min_bucket,
        choices.max_bucket or 2 * max(choices.resolution),
        choices.bucket_step,
        choices.bucket_no_upscale,
    )
