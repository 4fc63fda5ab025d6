"""OneTrainer: a JSON list of concepts, in ASCII because it is read in the machine's encoding."""

import json

from app.export.planned import ConfigFile, ExportPlan
from app.export.toml_layout import resolutions
from app.export.trainers.folders import (
    Feature,
    TrainedFolder,
    differences,
    side_of,
    trained_folders,
)
from app.messages import Message, msg

FILE_NAME = "concepts.json"
_VERSION = 2


def render(plan: ExportPlan) -> ConfigFile:
    """The file for the concepts tab of OneTrainer, or for `training_concepts`."""
    sizes = resolutions(plan.choices)
    folders = trained_folders(plan, regularisation=False)
    concepts = [_concept(folder, number, sizes[0]) for number, folder in enumerate(folders, 1)]
    return ConfigFile(FILE_NAME, json.dumps(concepts, indent=2) + "\n", tuple(_notes(plan)))


def _concept(folder: TrainedFolder, number: int, resolution: tuple[int, int]) -> dict[str, object]:
    return {
        "__version": _VERSION,
        "name": folder.concept.name.encode("utf-8", "backslashreplace").decode(),
        "path": folder.path,
        "enabled": True,
        "type": "STANDARD",
        "include_subdirectories": False,
        "seed": number,
        "balancing": float(folder.concept.repeats),
        "balancing_strategy": "REPEATS",
        "loss_weight": 1.0,
        "image_variations": 1,
        "text_variations": 1,
        "image": {
            "enable_crop_jitter": False,
            "enable_resolution_override": True,
            "resolution_override": str(side_of(resolution)),
        },
        "text": {
            "prompt_source": "sample",
            "enable_tag_shuffling": folder.shuffled,
            "tag_delimiter": ",",
            "keep_tags_count": folder.choices.keep_tokens if folder.shuffled else 0,
        },
    }


def _notes(plan: ExportPlan) -> list[Message]:
    notes = [
        msg("OneTrainer takes every line of a caption for one of several; ours have one line."),
        msg("Batch size and buckets are set in the training job, not in the concepts."),
        *differences(plan, "OneTrainer", frozenset({Feature.SHUFFLE})),
    ]
    if len(resolutions(plan.choices)) > 1:
        notes.append(msg("Only the first resolution is written: set the others in the job."))
    return notes
