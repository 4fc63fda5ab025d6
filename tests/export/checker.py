"""An independent reader of an exported folder: it shares no code with the writer."""

import hashlib
import json
import math
import tomllib
import unicodedata
import warnings
from dataclasses import dataclass
from pathlib import Path

import toml
from PIL import Image

IMAGE_ENDINGS = {".png": "PNG", ".jpg": "JPEG", ".webp": "WEBP", ".bmp": "BMP"}
# Section 1.3 of the trainer's contract, written out a second time on purpose.
INT, FLOAT, NUMBER, TEXT, BOOL, TABLE = int, float, (int, float), str, bool, dict
SIZE, FLOATS = "an int or two", "two floats"
PER_DATASET = {
    "resolution": SIZE,
    "batch_size": INT,
    "enable_bucket": BOOL,
    "min_bucket_reso": INT,
    "max_bucket_reso": INT,
    "bucket_reso_steps": INT,
    "bucket_no_upscale": BOOL,
    "validation_split": FLOAT,
    "validation_seed": INT,
    "network_multiplier": FLOAT,
}
EVERYWHERE = {
    "resize_interpolation": TEXT,
    "num_repeats": INT,
    "caption_extension": TEXT,
    "class_tokens": TEXT,
    "cache_info": BOOL,
    "shuffle_caption": BOOL,
    "caption_separator": TEXT,
    "keep_tokens": INT,
    "keep_tokens_separator": TEXT,
    "secondary_separator": TEXT,
    "enable_wildcard": BOOL,
    "caption_prefix": TEXT,
    "caption_suffix": TEXT,
    "caption_dropout_rate": NUMBER,
    "caption_dropout_every_n_epochs": INT,
    "caption_tag_dropout_rate": NUMBER,
    "token_warmup_min": INT,
    "token_warmup_step": NUMBER,
    "color_aug": BOOL,
    "random_crop": BOOL,
    "flip_aug": BOOL,
    "face_crop_aug_range": FLOATS,
    "custom_attributes": TABLE,
}
SUBSET_ONLY = {
    "image_dir": TEXT,
    "is_reg": BOOL,
    "alpha_mask": BOOL,
    "conditioning_data_dir": TEXT,
    "metadata_file": TEXT,
}
OUTER = {**PER_DATASET, **EVERYWHERE}
SUBSET = {**EVERYWHERE, **SUBSET_ONLY}


@dataclass
class Pair:
    folder: str
    stem: str
    format: str
    size: tuple[int, int]
    caption: str


def parse(text):
    """The file as both parsers agree on it, with nothing but legal keys of legal types."""
    assert not text.startswith("\ufeff")
    strict = tomllib.loads(text)
    assert strict == toml.loads(text)
    assert set(strict) <= {"general", "datasets"}
    legal(strict.get("general", {}), OUTER)
    assert strict["datasets"]
    for dataset in strict["datasets"]:
        legal({key: value for key, value in dataset.items() if key != "subsets"}, OUTER)
        assert dataset["subsets"]
        folders = [subset["image_dir"] for subset in dataset["subsets"]]
        assert len(folders) == len(set(folders))
        for subset in dataset["subsets"]:
            legal(subset, SUBSET)
    return strict


def legal(table, schema):
    """Every key is known here, and its value of the type that the trainer's validation wants."""
    assert set(table) <= set(schema)
    for key, value in table.items():
        wanted = schema[key]
        if wanted == SIZE:
            sides = [value, value] if not isinstance(value, list) else value
            assert [type(side) for side in sides] == [int, int], key
        elif wanted == FLOATS:
            assert [type(item) for item in value] == [float, float], key
        else:
            assert type(value) is wanted or type(value) in (wanted if wanted == NUMBER else ()), key


def bucket_of(size, parsed, dataset):
    """The bucket of a picture by section 3 of the contract, worked out a second time."""

    def key(name):
        return dataset.get(name, parsed.get("general", {}).get(name))

    resolution, step = key("resolution"), key("bucket_reso_steps")
    width, height = resolution if isinstance(resolution, list) else (resolution, resolution)
    area, ratio = width * height, size[0] / size[1]
    assert key("enable_bucket") is True
    assert key("min_bucket_reso") <= min(width, height) <= key("max_bucket_reso")
    if key("bucket_no_upscale"):
        sides = size
        if size[0] * size[1] > area:
            wide = int(math.sqrt(area * ratio) + 0.5) // step * step
            high = int(math.sqrt(area / ratio) + 0.5) // step * step
            by_width = (wide, int(wide / ratio + 0.5) // step * step)
            by_height = (int(high * ratio + 0.5) // step * step, high)
            off = [abs(ratio - w / h) for w, h in (by_width, by_height)]
            sides = (wide, int(wide / ratio + 0.5))
            if off[1] <= off[0]:
                sides = (int(high * ratio + 0.5), high)
        return tuple(side // step * step for side in sides)
    low = key("min_bucket_reso") // step * step
    high = -(-key("max_bucket_reso") // step) * step
    square = int(math.sqrt(area)) // step * step
    buckets = {(square, square)}
    for one in range(low, high + 1, step):
        other = min(high, area // one // step * step)
        if other >= low:
            buckets |= {(one, other), (other, one)}
    if tuple(size) in buckets:
        return tuple(size)
    return min(sorted(buckets), key=lambda bucket: abs(bucket[0] / bucket[1] - ratio))


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
    if plan.config.name == "data.toml":
        check_buckets(parse(config), pairs, planned)
    assert not [p for p in target.parent.iterdir() if p.name.startswith(f".{target.name}.")]
    return pairs


def check_buckets(parsed, pairs, planned):
    """Every picture, by its size on the disk, lands in the bucket that the plan names."""
    sizes = {f"{pair.folder}/{pair.stem}": pair.size for pair in pairs}
    for number, dataset in enumerate(parsed["datasets"]):
        for pair in planned:
            size = sizes[pair.caption_target.removesuffix(".txt")]
            assert bucket_of(size, parsed, dataset) == pair.fits[number].bucket, pair.target


def fingerprint(folder):
    """Every file below a folder by its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
