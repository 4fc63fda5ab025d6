"""What a person put into data.toml by hand and no choice covers: an export takes it along."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.dataset.entry import Dataset
from app.disk import read_regular
from app.export.data_toml import FILE_NAME
from app.export.toml_import import subset_of
from app.export.toml_keys import KEYS
from app.export.toml_read import LARGEST, Problem, read
from app.export.toml_schema import Level, fits, size_of
from app.export.toml_text import NO_KEYS, DatasetBlock, Table, TomlValue, TrainFile, value_of
from app.messages import Message, msg

_STAY = ("cache_info", "conditioning_data_dir", "metadata_file")
"""They speak of files beside the source's pictures, which the export has not."""
_COVERED = frozenset(
    [
        *("resolution", "batch_size", "enable_bucket", "min_bucket_reso", "max_bucket_reso"),
        *("bucket_reso_steps", "bucket_no_upscale", "validation_split", "image_dir"),
        *("num_repeats", "caption_extension", "class_tokens", "is_reg", "shuffle_caption"),
        *("keep_tokens", "enable_wildcard", "caption_prefix", "caption_suffix"),
        "caption_dropout_rate",
    ]
)
"""Written from choices, into which a file's own values go when its folder is first opened."""
_MOVE_THE_CUT = ("random_crop", "face_crop_aug_range")


@dataclass(frozen=True, slots=True)
class ByHand:
    """Legal keys by where they stood; those of folders by concept, as in the first dataset."""

    general: Table = field(default_factory=dict[str, TomlValue])
    datasets: tuple[tuple[tuple[int, int] | None, Table], ...] = ()
    """Each with its resolution."""
    concepts: Mapping[str, Table] = field(default_factory=dict[str, Table])
    stays: tuple[str, ...] = ()
    """Keys that make no sense in an export."""

    def at(self, resolution: tuple[int, int]) -> Table:
        """What stood in the dataset of that resolution, else in the first one."""
        first = self.datasets[0][1] if self.datasets else NO_KEYS
        return next((table for size, table in self.datasets if size == resolution), first)

    def of(self, concept: str, resolution: tuple[int, int]) -> Table:
        """All that counts for the folder of a concept."""
        return {**self.general, **self.at(resolution), **self.concepts.get(concept, NO_KEYS)}


NOTHING = ByHand()


def read_by_hand(dataset: Dataset) -> ByHand:
    """From the file beside the folders; nothing where there is none or it cannot be read."""
    try:
        data, _ = read_regular(dataset.root / FILE_NAME, LARGEST)
        return by_hand(data.decode("utf-8-sig"), dataset)
    except (OSError, UnicodeDecodeError):
        return NOTHING


def by_hand(text: str, dataset: Dataset) -> ByHand:
    """From the text of a file; what the trainer would refuse is left where it is."""
    parsed = read(text)
    if isinstance(parsed, Problem):
        return NOTHING
    tables = parsed.tables("datasets")
    subsets = {
        concept.name: found
        for concept in dataset.concepts
        if tables and (found := subset_of(concept, parsed, tables[0])) is not None
    }
    everything = [parsed.general, *tables, *subsets.values()]
    return ByHand(
        general=_kept(parsed.general, Level.GENERAL),
        datasets=tuple(
            (size_of({**parsed.general, **table}.get("resolution")), _kept(table, Level.DATASET))
            for table in tables
        ),
        concepts={name: _kept(table, Level.SUBSET) for name, table in subsets.items()},
        stays=tuple(name for name in _STAY if any(table.get(name) for table in everything)),
    )


def added(file: TrainFile, found: ByHand, concepts: Sequence[str]) -> TrainFile:
    """The file with these keys where they stood; `concepts` are those of its folders, in order."""
    blocks = tuple(
        DatasetBlock(
            {**block.values, **found.at(size_of(block.values["resolution"]) or (0, 0))},
            tuple(
                {**subset, **found.concepts.get(name, NO_KEYS)}
                for subset, name in zip(block.subsets, concepts, strict=True)
            ),
        )
        for block in file.datasets
    )
    return replace(file, general={**file.general, **found.general}, datasets=blocks)


def remarks(found: ByHand) -> tuple[Message, ...]:
    """What a person should know about the keys that come along and those that stay."""
    tables = (found.general, *(t for _, t in found.datasets), *found.concepts.values())
    names = [name for name in KEYS if any(name in table for table in tables)]
    notes: list[Message] = []
    if names:
        notes.append(msg("Taken along from your data.toml: {names}.", names=", ".join(names)))
    if found.stays:
        stays = ", ".join(found.stays)
        notes.append(msg("Not taken along from your data.toml: {names}.", names=stays))
    moving = [name for name in _MOVE_THE_CUT if any(table.get(name) for table in tables)]
    if moving:
        notes.append(
            msg("The trainer cuts at another place each time: {names}.", names=", ".join(moving))
        )
    return tuple(notes)


def _kept(table: Mapping[str, object], level: Level) -> Table:
    return {
        name: value_of(value)
        for name, value in table.items()
        if name in KEYS
        and name not in _COVERED
        and name not in _STAY
        and level in KEYS[name].levels
        and fits(KEYS[name].kind, value)
    }
