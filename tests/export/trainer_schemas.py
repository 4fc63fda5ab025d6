"""What the other trainers accept in their files, written down from their sources."""

import json
import tomllib

import toml
import yaml

from app.export.options import Trainer

TEXT, INT, FLOAT, BOOL, LIST = str, int, float, bool, list
MUSUBI_GENERAL = {
    "resolution": LIST,
    "caption_extension": TEXT,
    "batch_size": INT,
    "num_repeats": INT,
    "enable_bucket": BOOL,
    "bucket_no_upscale": BOOL,
}
MUSUBI_DATASET = {
    **MUSUBI_GENERAL,
    "image_directory": TEXT,
    "cache_directory": TEXT,
}
PIPE_TOP = {
    "resolutions": LIST,
    "enable_ar_bucket": BOOL,
    "min_ar": FLOAT,
    "max_ar": FLOAT,
    "num_ar_buckets": INT,
    "frame_buckets": LIST,
    "directory": LIST,
}
PIPE_DIRECTORY = {"path": TEXT, "num_repeats": INT}
TOOLKIT_DATASET = {
    "folder_path": TEXT,
    "caption_ext": TEXT,
    "resolution": LIST,
    "num_repeats": INT,
    "caption_dropout_rate": FLOAT,
    "shuffle_tokens": BOOL,
    "keep_tokens": INT,
    "cache_latents_to_disk": BOOL,
    "is_reg": BOOL,
    "caption_prefix": TEXT,
}
CONCEPT = {
    "__version": INT,
    "name": TEXT,
    "path": TEXT,
    "enabled": BOOL,
    "type": TEXT,
    "include_subdirectories": BOOL,
    "seed": INT,
    "balancing": FLOAT,
    "balancing_strategy": TEXT,
    "loss_weight": FLOAT,
    "image_variations": INT,
    "text_variations": INT,
    "image": dict,
    "text": dict,
}
CONCEPT_IMAGE = {
    "enable_crop_jitter": BOOL,
    "enable_resolution_override": BOOL,
    "resolution_override": TEXT,
}
CONCEPT_TEXT = {
    "prompt_source": TEXT,
    "enable_tag_shuffling": BOOL,
    "tag_delimiter": TEXT,
    "keep_tags_count": INT,
}


def folders_of(trainer, text):
    """The image folders that a trainer's file names, after it passed that trainer's schema."""
    return {
        Trainer.MUSUBI: musubi,
        Trainer.DIFFUSION_PIPE: diffusion_pipe,
        Trainer.AI_TOOLKIT: ai_toolkit,
        Trainer.ONETRAINER: onetrainer,
    }[trainer](text)


def musubi(text):
    values = both_parsers(text)
    assert set(values) == {"general", "datasets"}
    fits(values["general"], MUSUBI_GENERAL)
    assert values["general"]["caption_extension"].startswith("."), "the dot is required"
    for dataset in values["datasets"]:
        fits(dataset, MUSUBI_DATASET, needs=("image_directory", "cache_directory"))
        size = dataset.get("resolution", values["general"].get("resolution"))
        assert [type(side) for side in size] == [int, int], "its default would be 960x544"
    caches = [dataset["cache_directory"] for dataset in values["datasets"]]
    assert len(set(caches)) == len(caches)
    return [dataset["image_directory"] for dataset in values["datasets"]]


def diffusion_pipe(text):
    values = both_parsers(text)
    fits(values, PIPE_TOP, needs=PIPE_TOP)
    assert values["resolutions"]
    assert 0 < values["min_ar"] < values["max_ar"]
    for directory in values["directory"]:
        fits(directory, PIPE_DIRECTORY, needs=PIPE_DIRECTORY)
    return [directory["path"] for directory in values["directory"]]


def ai_toolkit(text):
    entries = yaml.safe_load(text)
    for entry in entries:
        fits(entry, TOOLKIT_DATASET, needs=("folder_path", "resolution"))
        assert all(type(side) is int for side in entry["resolution"])
        assert not any(sign in entry["folder_path"] for sign in ("${", "[name]"))
    return [entry["folder_path"] for entry in entries]


def onetrainer(text):
    assert text.isascii(), "it is read in the encoding of the machine"
    concepts = json.loads(text)
    assert isinstance(concepts, list)
    for concept in concepts:
        fits(concept, CONCEPT, needs=CONCEPT)
        fits(concept["image"], CONCEPT_IMAGE, needs=("enable_crop_jitter",))
        fits(concept["text"], CONCEPT_TEXT, needs=("prompt_source",))
    return [concept["path"] for concept in concepts]


def both_parsers(text):
    values = tomllib.loads(text)
    assert values == toml.loads(text)
    return values


def fits(table, schema, needs=()):
    assert set(needs) <= set(table) <= set(schema)
    for key, value in table.items():
        assert type(value) is schema[key], key
