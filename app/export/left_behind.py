"""What an export does not take along, and why."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from app.dataset.entry import Dataset
from app.export.planned import LeftBehind, Obstacle
from app.messages import Message, msg

STALE_CACHE = msg("a cache that still holds old captions or sizes")


def is_cache(name: str) -> bool:
    """A file that a trainer keeps beside the pictures and that goes stale with them."""
    return name.endswith(".npz") or name == "metadata_cache.json"


def left_behind(
    dataset: Dataset, left_out: AbstractSet[int], obstacles: Mapping[int, Sequence[Obstacle]]
) -> tuple[LeftBehind, ...]:
    """Entries left out, then files that are neither picture nor caption."""
    entries = [
        LeftBehind(
            entry.image,
            obstacles[entry.id][0].message if obstacles.get(entry.id) else msg("left out by you"),
            entry.id,
        )
        for entry in dataset.entries
        if entry.id in left_out and entry.id not in dataset.gone
    ]
    files = (path for concept in dataset.concepts for path in concept.left_over)
    return (*entries, *(LeftBehind(path, _reason(path)) for path in files))


def _reason(path: Path) -> Message:
    if is_cache(path.name):
        return STALE_CACHE
    return msg("neither picture nor caption of one")
