"""The first training, read from its folder, to be mixed into the second one."""

from dataclasses import dataclass, replace
from pathlib import Path

from app.dataset.entry import Dataset
from app.dataset.scan import scan
from app.disk import folder_identity
from app.errors import ProofError
from app.export import receipt
from app.export.first_choices import first_choices
from app.export.toml_layout import TEXT_EXTENSION
from app.messages import Message, msg


@dataclass(frozen=True, slots=True)
class OldTraining:
    """What was found in the folder; its pictures are measured by whoever asked."""

    folder: str
    """As chosen."""
    dataset: Dataset | None
    missing: tuple[str, ...] = ()
    """Pictures that its captions or its receipt speak of and that are gone, by path in it."""
    problem: Message | None = None
    """Why it cannot be mixed in."""


def read_old(folder: str, root: Path) -> OldTraining:
    """Scan the folder of the first training; captions are read, pictures are not.

    `root` is the opened folder: the two must not lie in one another. What is wrong is said in the
    answer.
    """
    place = Path(folder).expanduser()
    if not folder or not place.is_absolute():
        return _refused(folder, msg("Name the folder of the first training by its full path."))
    here = folder_identity(root)
    lineage = {folder_identity(one) for one in (place, *place.parents)}
    if here in lineage or folder_identity(place) in {folder_identity(p) for p in root.parents}:
        return _refused(
            folder, msg("The first training must lie apart from the folder that is open.")
        )
    try:
        old = scan(place)
    except ProofError as error:
        return _refused(folder, error.title)
    except OSError as error:
        return _refused(folder, msg("It cannot be read: {reason}", reason=str(error)))
    old.choices, _ = first_choices(old)
    return OldTraining(folder, old, _missing(old))


def as_new(old: Dataset, new: Dataset) -> Dataset:
    """The old dataset with the new one's training: only what belongs to its folders stays its own.

    Regularisation folders were no part of what was learned, and are not mixed in.
    """
    choices = replace(new.choices, concepts=old.choices.concepts)
    return replace(old.snapshot(), choices=choices)


def _missing(old: Dataset) -> tuple[str, ...]:
    """What a receipt names and is gone, and captions whose picture is gone."""
    known = receipt.read(old.root)
    listed = known.sources if known is not None else ()
    gone = [name for name in listed if not (old.root / name).exists()]
    orphans = [
        old.relative(path)
        for concept in old.concepts
        for path in concept.left_over
        if path.suffix == TEXT_EXTENSION
    ]
    stems = {name.rpartition(".")[0] for name in gone}
    return (*gone, *(name for name in orphans if name.rpartition(".")[0] not in stems))


def _refused(folder: str, problem: Message) -> OldTraining:
    return OldTraining(folder, None, (), problem)
