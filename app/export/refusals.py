"""Settings that the trainer, or a picture format, would refuse."""

from app.dataset.entry import Dataset
from app.export.options import ExportOptions
from app.export.planned import Obstacle, ObstacleKind
from app.messages import Message, msg

_LONGEST_SIDE = 16_383
"""Pixels; WebP ends there, and no training comes near it."""


def option_obstacles(dataset: Dataset, options: ExportOptions) -> tuple[Obstacle, ...]:
    """What must be set otherwise before anything can be planned."""
    choices = dataset.choices
    wrong: list[Message] = []
    for width, height in (choices.resolution, *choices.more_resolutions):
        if choices.bucket_step < 1 or min(width, height) < choices.bucket_step:
            wrong.append(
                msg(
                    "The resolution {width} × {height} is smaller than one bucket step.",
                    width=width,
                    height=height,
                )
            )
    wrong += [
        msg("A size of {width} × {height} cannot be written.", width=width, height=height)
        for width, height in options.sizes.targets
        if not 1 <= min(width, height) <= max(width, height) <= _LONGEST_SIDE
    ]
    if not 1 <= options.quality <= 100:
        wrong.append(msg("The quality {value} is not between 1 and 100.", value=options.quality))
    if not all(0 <= value <= 255 for value in options.background):
        wrong.append(msg("The background is not a colour."))
    if dataset.concepts and all(choices.concept(c.name).regularisation for c in dataset.concepts):
        wrong.append(msg("All folders are regularisation folders: there is nothing to train."))
    return tuple(Obstacle(ObstacleKind.CHOICE, message) for message in wrong)
