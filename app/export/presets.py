"""What training a model family demands of the choices: nothing else is set, and each says why."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from app.dataset.choices import ConceptChoices, DatasetChoices, Preset
from app.messages import Message, msg


@dataclass(frozen=True, slots=True)
class Demand:
    """One key of the trainer's file that the model family needs otherwise."""

    key: str
    before: str
    """As it would be written without the change."""
    after: str
    reason: Message
    concept: str = ""
    """"" for a key of the whole dataset."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """The choices with a preset taken over, what that changes, and what it leaves and should not
    be relied on.
    """

    choices: DatasetChoices
    demands: tuple[Demand, ...]
    remarks: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class _Family:
    side: int
    """Of the square of the area that the model was trained at, in pixels."""
    least: int
    most: int
    """Squares that it still trains well at."""
    step: int
    """What bucket sides must be multiples of; the trainer's script checks it."""
    cached_text: bool
    """Its text encoders are so large that their outputs are cached as a rule."""


_FAMILIES: Mapping[Preset, _Family] = {
    Preset.FLUX: _Family(1024, 512, 1536, 32, cached_text=True),
    Preset.SDXL: _Family(1024, 768, 1536, 32, cached_text=False),
    Preset.SD15: _Family(512, 448, 768, 64, cached_text=False),
}
_STEP = 64
"""Right for every model."""


def propose(choices: DatasetChoices, preset: Preset) -> Proposal:
    """What choosing the preset would change in the choices."""
    family = _FAMILIES[preset]
    demands: list[Demand] = []
    resolution = _resolution(choices, family, demands)
    step = _step(choices, family, demands)
    concepts = dict(choices.concepts)
    if family.cached_text:
        for name, own in choices.concepts.items():
            concepts[name] = _for_cached_text(name, own, demands)
    return Proposal(
        replace(
            choices,
            preset=preset,
            resolution=resolution,
            bucket_step=step,
            max_bucket=None if resolution != choices.resolution else choices.max_bucket,
            concepts=concepts,
        ),
        tuple(demands),
        tuple(_remarks(choices, family)),
    )


def _resolution(choices: DatasetChoices, family: _Family, demands: list[Demand]) -> tuple[int, int]:
    side = math.sqrt(choices.resolution[0] * choices.resolution[1])
    if family.least <= side <= family.most:
        return choices.resolution
    wanted = (family.side, family.side)
    reason = msg(
        "The model was trained at the area of {side} × {side}; it trains well from {least} to "
        "{most}.",
        side=family.side,
        least=family.least,
        most=family.most,
    )
    demands.append(Demand("resolution", _size(choices.resolution), _size(wanted), reason))
    if choices.max_bucket is not None:
        longest = str(choices.max_bucket)
        reason = msg("Twice the longer side of the resolution leaves room for every shape.")
        demands.append(Demand("max_bucket_reso", longest, str(2 * family.side), reason))
    return wanted


def _step(choices: DatasetChoices, family: _Family, demands: list[Demand]) -> int:
    if choices.bucket_step % family.step == 0:
        return choices.bucket_step
    reason = msg(
        "The script for this model stops unless it is a multiple of {step}.", step=family.step
    )
    demands.append(Demand("bucket_reso_steps", str(choices.bucket_step), str(_STEP), reason))
    return _STEP


def _for_cached_text(name: str, own: ConceptChoices, demands: list[Demand]) -> ConceptChoices:
    stops = msg("The trainer stops where text-encoder outputs are cached, as usual for this model.")
    if own.shuffle_tags:
        demands.append(Demand("shuffle_caption", "true", "false", stops, name))
    if own.caption_dropout_rate > 0:
        rate = str(float(own.caption_dropout_rate))
        demands.append(Demand("caption_dropout_rate", rate, "0.0", stops, name))
    if own.enable_wildcard:
        reason = msg("With cached text-encoder outputs the braces themselves would be trained.")
        demands.append(Demand("enable_wildcard", "true", "false", reason, name))
    return replace(own, shuffle_tags=False, caption_dropout_rate=0.0, enable_wildcard=False)


def _remarks(choices: DatasetChoices, family: _Family) -> Iterator[Message]:
    if not family.cached_text:
        return
    for name, own in choices.concepts.items():
        if own.caption_prefix or own.caption_suffix:
            yield msg(
                "{concept}: prefix and suffix are skipped where text-encoder outputs are cached. "
                "Put the words into the captions.",
                concept=name,
            )


def _size(size: tuple[int, int]) -> str:
    return str(size[0]) if size[0] == size[1] else f"[{size[0]}, {size[1]}]"
