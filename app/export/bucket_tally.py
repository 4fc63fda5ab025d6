"""Which buckets the trainer will sort the pictures into, and what each of them costs."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from app.dataset.choices import DatasetChoices
from app.export.steps import fits
from app.images.buckets import Size


@dataclass(frozen=True, slots=True)
class BucketShare:
    """The pictures of one bucket at the first resolution."""

    bucket: Size
    count: int
    lost: float
    """The largest share of a picture's area that is cut off, 0 to 1."""
    enlarged: float
    """The largest scale; above 1 at least one picture is enlarged."""


def bucket_tally(sizes: Iterable[Size], choices: DatasetChoices) -> tuple[BucketShare, ...]:
    """The buckets of pictures of these stored sizes, the fullest first."""
    shares: dict[Size, BucketShare] = {}
    for size, count in Counter(sizes).items():
        fit = fits(size, choices)[0]
        before = shares.get(fit.bucket, BucketShare(fit.bucket, 0, 0.0, 0.0))
        shares[fit.bucket] = BucketShare(
            fit.bucket,
            before.count + count,
            max(before.lost, fit.area_lost),
            max(before.enlarged, fit.scale),
        )
    return tuple(sorted(shares.values(), key=lambda one: (-one.count, one.bucket)))
