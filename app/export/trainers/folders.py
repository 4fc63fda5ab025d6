"""What every trainer's file needs: the folders of the plan, and what that trainer cannot do."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.dataset.choices import ConceptChoices
from app.export.planned import ExportPlan, PlannedConcept
from app.export.train_path import below
from app.messages import Message, msg


class Feature(StrEnum):
    """Something chosen that not every trainer knows."""

    REGULARISATION = "regularisation folders"
    PREFIX = "a caption prefix or suffix"
    DROPOUT = "caption dropout"
    SHUFFLE = "shuffled tags"
    VALIDATION = "a validation split"


@dataclass(frozen=True, slots=True)
class TrainedFolder:
    """One image folder as the trainer shall use it."""

    concept: PlannedConcept
    choices: ConceptChoices
    path: str
    """As the training machine sees it."""

    @property
    def shuffled(self) -> bool:
        """Tags in a new order each time; sentences never."""
        return self.choices.shuffle_tags and self.concept.tags


def trained_folders(plan: ExportPlan, *, regularisation: bool) -> tuple[TrainedFolder, ...]:
    """The folders of the plan; without those for regularisation where the trainer has none."""
    return tuple(
        TrainedFolder(
            concept,
            concept.choices,
            below(plan.train_root, (concept.folder,), plan.path_form),
        )
        for concept in plan.concepts
        if regularisation or not concept.regularisation
    )


def side_of(resolution: tuple[int, int]) -> int:
    """The side of the square of the same area, for trainers that know only that."""
    return round(math.sqrt(resolution[0] * resolution[1]))


def differences(
    plan: ExportPlan, name: str, known: frozenset[Feature] = frozenset()
) -> Iterator[Message]:
    """One sentence for everything chosen that the trainer called `name` does not do."""
    for feature in _used(plan):
        if feature in known:
            continue
        if feature is Feature.REGULARISATION:
            yield msg("{trainer} has no regularisation: those folders are left out.", trainer=name)
        else:
            yield msg("{trainer} does not know {feature}.", trainer=name, feature=feature.value)


def _used(plan: ExportPlan) -> Iterator[Feature]:
    folders = trained_folders(plan, regularisation=True)
    if any(folder.concept.regularisation for folder in folders):
        yield Feature.REGULARISATION
    if any(f.choices.caption_prefix or f.choices.caption_suffix for f in folders):
        yield Feature.PREFIX
    if any(folder.choices.caption_dropout_rate > 0 for folder in folders):
        yield Feature.DROPOUT
    if any(folder.shuffled for folder in folders):
        yield Feature.SHUFFLE
    if plan.choices.validation_split > 0:
        yield Feature.VALIDATION
