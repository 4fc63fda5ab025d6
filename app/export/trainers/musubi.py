"""musubi-tuner: a TOML file of its own, one dataset a folder, and caches that must not meet."""

from app.export.planned import ConfigFile, ExportPlan
from app.export.toml_layout import resolutions
from app.export.toml_text import TomlValue, literal
from app.export.train_path import below, beside
from app.export.trainers.folders import differences, trained_folders
from app.messages import msg

FILE_NAME = "dataset.toml"


def render(plan: ExportPlan) -> ConfigFile:
    """The file for `--dataset_config`; unknown keys would stop this trainer too."""
    choices = plan.choices
    several = len(resolutions(choices)) > 1
    general: dict[str, TomlValue] = {
        "caption_extension": ".txt",
        "batch_size": max(1, choices.batch_size),
        "enable_bucket": True,
        "bucket_no_upscale": choices.bucket_no_upscale,
    }
    if not several:
        general["resolution"] = list(choices.resolution)
    blocks = [_block("[general]", general)]
    caches = beside(plan.train_root, f"{plan.options.target.name}-cache", plan.path_form)
    for width, height in resolutions(choices):
        for folder in trained_folders(plan, regularisation=False):
            cache = f"{folder.concept.folder}-{width}x{height}"
            keys: dict[str, TomlValue] = {
                "image_directory": folder.path,
                "cache_directory": below(caches, (cache,), plan.path_form),
                "num_repeats": folder.concept.repeats,
            }
            if several:
                keys["resolution"] = [width, height]
            blocks.append(_block("[[datasets]]", keys))
    notes = (
        msg("musubi-tuner fixes the bucket step itself: 16 pixels for most models."),
        msg("Each folder and resolution has a cache of its own, beside the exported folder."),
        *differences(plan, "musubi-tuner"),
    )
    return ConfigFile(FILE_NAME, "\n".join(blocks), notes)


def _block(header: str, keys: dict[str, TomlValue]) -> str:
    return "\n".join([header, *(f"{n} = {literal(v)}" for n, v in keys.items())]) + "\n"
