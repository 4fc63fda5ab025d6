"""ai-toolkit: the datasets of a job, as a piece of YAML to be put into it."""

from app.errors import ProofError
from app.export.planned import ConfigFile, ExportPlan
from app.export.toml_layout import resolutions
from app.export.toml_text import quoted
from app.export.trainers.folders import (
    Feature,
    TrainedFolder,
    differences,
    side_of,
    trained_folders,
)
from app.messages import Message, msg

FILE_NAME = "ai-toolkit-datasets.yaml"
_KNOWN = frozenset({Feature.REGULARISATION, Feature.PREFIX, Feature.DROPOUT, Feature.SHUFFLE})
_HEAD = "# Put these entries under config.process[0].datasets of the job.\n"


def render(plan: ExportPlan) -> ConfigFile:
    """The entries of `datasets:`.

    Raises ProofError for a path that this trainer would take for a variable.
    """
    sides = sorted({side_of(size) for size in resolutions(plan.choices)}, reverse=True)
    folders = trained_folders(plan, regularisation=True)
    text = _HEAD + "".join(_entry(folder, sides) for folder in folders)
    return ConfigFile(FILE_NAME, text, tuple(_notes(plan)))


def _entry(folder: TrainedFolder, sides: list[int]) -> str:
    if "${" in folder.path or "[name]" in folder.path:
        raise ProofError(
            msg("ai-toolkit cannot use the path {path}", path=folder.path),
            msg("It takes ${{...}} and [name] for variables. Choose another folder."),
        )
    choices = folder.choices
    lines = [
        f"- folder_path: {quoted(folder.path)}",
        '  caption_ext: "txt"',
        f"  resolution: {sides}",
        f"  num_repeats: {folder.concept.repeats}",
        f"  caption_dropout_rate: {float(choices.caption_dropout_rate)}",
        f"  shuffle_tokens: {str(folder.shuffled).lower()}",
        "  cache_latents_to_disk: true",
        f"  is_reg: {str(folder.concept.regularisation).lower()}",
    ]
    if folder.shuffled and choices.keep_tokens > 0:
        lines.append(f"  keep_tokens: {choices.keep_tokens}")
    if choices.caption_prefix:
        lines.append(f"  caption_prefix: {quoted(choices.caption_prefix)}")
    return "\n".join(lines) + "\n"


def _notes(plan: ExportPlan) -> list[Message]:
    notes = [
        msg("ai-toolkit splits every caption at its commas and joins it again."),
        msg("It enlarges no picture, and reads the folders below each folder as well."),
        *differences(plan, "ai-toolkit", _KNOWN),
    ]
    replaced = [p for p in plan.pairs() if "[trigger]" in p.caption or "[name]" in p.caption]
    if replaced:
        notes.append(
            msg(
                "{count} captions hold [trigger] or [name], which it replaces.", count=len(replaced)
            )
        )
    if any(concept.choices.caption_suffix for concept in plan.concepts):
        notes.append(msg("ai-toolkit has a caption prefix, but no suffix."))
    return notes
