"""How the trainer will group the pictures of an export, and how many steps an epoch has."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from app.dataset.choices import DatasetChoices
from app.dataset.entry import Dataset
from app.export.planned import BucketCount, PlannedConcept
from app.export.toml_layout import bucket_bounds, repeats_of, resolutions
from app.images.buckets import Bucketing, BucketSettings, Size, bucket_for
from app.review.readiness import Epoch


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The pictures of one concept, each with its bucket at every resolution."""

    repeats: int
    regularisation: bool
    fits: Sequence[tuple[Bucketing, ...]]


def settings_for(choices: DatasetChoices, resolution: Size) -> BucketSettings:
    """The bucket keys as `data.toml` states them for one resolution."""
    shortest, longest = bucket_bounds(choices, resolution)
    return BucketSettings(
        resolution=resolution,
        smallest=shortest,
        largest=longest,
        step=max(1, choices.bucket_step),
        no_upscale=choices.bucket_no_upscale,
    )


def fits(size: Size, choices: DatasetChoices) -> tuple[Bucketing, ...]:
    """What the trainer does with a written picture of `size`, at every resolution."""
    return tuple(
        bucket_for(*size, settings_for(choices, resolution)) for resolution in resolutions(choices)
    )


def effective_images(concepts: Sequence[PlannedConcept]) -> int:
    """Pictures times repeats in one epoch at one resolution, regularisation apart."""
    return sum(len(c.pairs) * c.repeats for c in concepts if not c.regularisation)


def bucket_counts(
    concepts: Sequence[PlannedConcept], choices: DatasetChoices
) -> tuple[BucketCount, ...]:
    """Pictures and draws of every bucket, resolution by resolution."""
    drawn = [_Drawn(c.repeats, c.regularisation, [p.fits for p in c.pairs]) for c in concepts]
    return _bucket_counts(drawn, choices)


def epoch_of(dataset: Dataset) -> Epoch | None:
    """An epoch over the folders as they are; pictures that were not measured are not counted.

    None: none was.
    """
    choices = dataset.choices
    known: dict[Size, tuple[Bucketing, ...]] = {}
    found: defaultdict[str, list[tuple[Bucketing, ...]]] = defaultdict(list)
    for number in dataset.present():
        size = dataset.evidence_of(number).upright_size
        if size is not None:
            if size not in known:
                known[size] = fits(size, choices)
            found[dataset.entries[number].concept].append(known[size])
    drawn = [
        _Drawn(repeats_of(one, own), own.regularisation, found[one.name])
        for one in dataset.concepts
        if (own := choices.concept(one.name)) and found[one.name]
    ]
    counts = _bucket_counts(drawn, choices)
    if not counts:
        return None
    return Epoch(sum(count.draws for count in counts), steps_per_epoch(counts, choices))


def _bucket_counts(concepts: Sequence[_Drawn], choices: DatasetChoices) -> tuple[BucketCount, ...]:
    counts: list[BucketCount] = []
    for number, resolution in enumerate(resolutions(choices)):
        images: defaultdict[Size, int] = defaultdict(int)
        draws: defaultdict[Size, int] = defaultdict(int)
        for bucket, repeats in _registered(concepts, number):
            images[bucket] += 1
            draws[bucket] += repeats
        counts += [BucketCount(resolution, b, images[b], draws[b]) for b in sorted(images)]
    return tuple(counts)


def steps_per_epoch(counts: Sequence[BucketCount], choices: DatasetChoices) -> int | None:
    """Batches of one epoch: every bucket fills its own, the last of each may be short.

    None where a validation split takes pictures away by chance.
    """
    if choices.validation_split > 0:
        return None
    return sum(math.ceil(count.draws / max(1, choices.batch_size)) for count in counts)


def _registered(concepts: Sequence[_Drawn], number: int) -> list[tuple[Size, int]]:
    """Bucket and repeats of every picture that trains at the resolution of that number.

    Regularisation pictures come in only until they match the others, and round again if they are
    too few: so does the trainer.
    """
    found = [
        (fit[number].bucket, concept.repeats)
        for concept in concepts
        if not concept.regularisation
        for fit in concept.fits
    ]
    wanted = sum(repeats for _, repeats in found)
    regular = [
        (fit[number].bucket, concept.repeats)
        for concept in concepts
        if concept.regularisation
        for fit in concept.fits
    ]
    used: list[list[int]] = []
    total = 0
    for place, (_, repeats) in enumerate(regular):
        if total >= wanted:
            break
        used.append([place, repeats])
        total += repeats
    if used and total < wanted:
        rounds, rest = divmod(wanted - total, len(used))
        for place, one in enumerate(used):
            one[1] += rounds + (place < rest)
    return [*found, *((regular[place][0], repeats) for place, repeats in used)]
