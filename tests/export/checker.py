"""An independent reader of an exported folder: it shares no code with the writer."""

import hashlib
import json
import tomllib
import unicodedata
import warnings
from dataclasses import dataclass
from pathlib import Path

import toml
from PIL import Image

IMAGE_ENDINGS = {".png": "PNG", ".jpg": "JPEG", ".webp": "WEBP", ".bmp": "BMP"}
# Section 1.3 of the trainer's contract, written out a second time on purpose.
GENERAL = [
    "resolution",
    "batch_size",
    "enable_bucket",
    "min_bucket_reso",
    "max_bucket_reso",
    "bucket_reso_steps",
    "bucket_no_upscale",
    "validation_split",
    "validation_seed",
    "network_multiplier",
    "resize_interpolation",
    "num_repeats",
    "caption_extension",
    "class_tokens",
    "cache_info",
    "shuffle_caption",
    "caption_separator",
    "keep_tokens",
    "keep_tokens_separator",
    "secondary_separator",
    "enable_wildcard",
    "caption_prefix",
    "caption_suffix",
    "caption_dropout_rate",
    "caption_dropout_every_n_epochs",
    "caption_tag_dropout_rate",
    "token_warmup_min",
    "token_warmup_step",
    "color_aug",
    "random_crop",
    "flip_aug",
    "face_crop_aug_range",
    "custom_attributes",
]
DATASET_ONLY = [
    "resolution",
    "batch_size",
    "enable_bucket",
    "min_bucket_reso",
    "max_bucket_reso",
    "bucket_reso_steps",
    "bucket_no_upscale",
    "validation_split",
    "validation_seed",
    "network_multiplier",
]
SUBSET_ONLY = ["image_dir", "is_reg", "alpha_mask", "conditioning_data_dir", "metadata_file"]
SUBSET = [key for key in GENERAL if key not in DATASET_ONLY] + SUBSET_ONLY


@dataclass
class Pair:
    folder: str
    stem: str
    format: str
    size: tuple[int, int]
    caption: str


def parse(text):
    """The file as both parsers agree on it, with nothing but legal keys in legal places."""
    assert not text.startswith("\ufeff")
    strict = tomllib.loads(text)
    assert strict == toml.loads(text)
    assert set(strict) <= {"general", "datasets"}
    assert set(strict.get("general", {})) <= set(GENERAL)
    assert strict["datasets"]
    for dataset in strict["datasets"]:
        assert set(dataset) - {"subsets"} <= set(GENERAL)
        assert dataset["subsets"]
        folders = [subset["image_dir"] for subset in dataset["subsets"]]
        assert len(folders) == len(set(folders))
        for subset in dataset["subsets"]:
            assert set(subset) <= set(SUBSET)
    return strict


def effective(parsed, dataset, subset, key):
    """The value that reaches a subset: subset, dataset, general."""
    for level in (subset, dataset, parsed.get("general", {})):
        if key in level:
            return level[key]
    return None


def read_pairs(target):
    """Every pair of the export; raises where a rule of the trainer is broken."""
    pairs = []
    receipt = target / "proofsheet-receipt.json"
    for folder in sorted(path for path in target.iterdir() if path.is_dir()):
        names = sorted(path.name for path in folder.iterdir())
        keys = {unicodedata.normalize("NFC", name).casefold() for name in names}
        assert len(keys) == len(names), "names collide on another system"
        images = [name for name in names if not name.endswith(".txt")]
        captions = {name for name in names if name.endswith(".txt")}
        assert captions == {Path(name).stem + ".txt" for name in images}
        assert len(captions) == len(images)
        for name in images:
            path = folder / name
            assert path.suffix in IMAGE_ENDINGS, name
            with warnings.catch_warnings(action="ignore"), Image.open(path) as image:
                # Odd chunks of a file that was copied as it was are not the export's fault.
                image.load()
                assert image.format in (IMAGE_ENDINGS[path.suffix], "MPO"), name
                assert image.getexif().get(0x0112, 1) == 1, "lies on its side"
                size = image.size
                kind = IMAGE_ENDINGS[path.suffix]
            data = (folder / f"{path.stem}.txt").read_bytes()
            assert data, "an empty caption stops the trainer"
            assert not data.startswith(b"\xef\xbb\xbf")
            caption = data.decode("utf-8")
            assert caption.strip() == caption, "stray white space"
            pairs.append(Pair(folder.name, path.stem, kind, size, caption))
    content = json.loads(receipt.read_text(encoding="utf-8"))
    for name, digest in content["files"].items():
        assert hashlib.sha256((target / name).read_bytes()).hexdigest() == digest
    present = {
        path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()
    } - {receipt.name}
    assert present == set(content["files"])
    return pairs


def check(target, plan):
    """The export is what the plan said: pictures decode, captions byte-equal, TOML legal."""
    pairs = read_pairs(target)
    planned = list(plan.pairs())
    assert sorted((f"{p.folder}/{p.stem}", p.format, p.size, p.caption) for p in pairs) == sorted(
        (p.caption_target.removesuffix(".txt"), p.treatment.format, p.treatment.size, p.caption)
        for p in planned
    )
    config = (target / plan.config.name).read_text(encoding="utf-8")
    assert config == plan.config.text
    assert not [p for p in target.parent.iterdir() if p.name.startswith(f".{target.name}.")]
    return pairs


def fingerprint(folder):
    """Every file below a folder by its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
