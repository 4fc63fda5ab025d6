"""Do what the plan says, whole or not at all: a staging folder, one sync, one rename."""

from dataclasses import dataclass
from pathlib import Path

from app.disk import fs
from app.durable import sync_folder
from app.errors import ProofError
from app.export import files, mapping, receipt
from app.export.files import Copied
from app.export.pictures import (
    Cancelled,
    ExportCancelledError,
    Progress,
    check_captions,
    write_pairs,
)
from app.export.place import Place, aside, free_place, make_parents, staging_beside, sweep
from app.export.planned import ExportPlan
from app.messages import msg

__all__ = ["Cancelled", "ExportCancelledError", "Progress", "Written", "write"]


@dataclass(frozen=True, slots=True)
class Written:
    """What stands on the disk now."""

    target: Path
    pairs: int
    bytes: int
    """Of all files but the receipt."""
    replaced: bool
    """An older export of ours made room."""


def write(
    plan: ExportPlan,
    progress: Progress,
    cancelled: Cancelled,
    *,
    processes: int | None = None,
) -> Written:
    """Write the export; the target is then whole, or as it was.

    `progress(done, total)` counts pairs; it and `cancelled` are called in the caller's thread.
    `processes` is how many decode and encode (None: one per core, 0: none). Raises ProofError:
    forbidden by the plan, a place that is refused, a source that changed, a system call that
    failed, and ExportCancelledError where `cancelled` said so.
    """
    _refuse_forbidden(plan)
    images = [pair.image for pair in plan.pairs()]
    made: list[Path] = []
    try:
        place = free_place(plan.options.target, plan.source, images)
        sweep(place.path)
        # The sweep may have put an older export back.
        place = free_place(place.path, plan.source, images)
        made = make_parents(place.path)
        size = _write_beside(plan, place, progress, cancelled, processes)
    except OSError as error:
        _take_back(made)
        raise files.explained(error, plan.options.target.absolute()) from error
    except ProofError:
        _take_back(made)
        raise
    return Written(place.path, len(images), size, place.replaces)


def _refuse_forbidden(plan: ExportPlan) -> None:
    if not plan.forbidden:
        return
    reasons = plan.blockers or plan.open_points
    raise ProofError(
        msg("{count} things stop the export", count=len(reasons)),
        msg("The first: {reason}", reason=reasons[0].message),
    )


def _write_beside(
    plan: ExportPlan,
    place: Place,
    progress: Progress,
    cancelled: Cancelled,
    processes: int | None,
) -> int:
    staging, handle = staging_beside(place.path)
    try:
        size = _fill(staging, plan, progress, cancelled, processes)
        files.sync_everything(staging)
        if cancelled():
            raise ExportCancelledError
        _put_in_place(staging, place)
    except BaseException:
        files.remove_tree(staging)
        raise
    finally:
        files.unlock(handle)
    sync_folder(place.path.parent)
    return size


def _fill(
    staging: Path,
    plan: ExportPlan,
    progress: Progress,
    cancelled: Cancelled,
    processes: int | None,
) -> int:
    check_captions(list(plan.pairs()))
    for concept in plan.concepts:
        fs.mkdir(staging / concept.folder)
    results = write_pairs(staging, plan, progress, cancelled, processes)
    beside = {plan.config.name: plan.config.text}
    if plan.names_table:
        beside[mapping.NAME] = plan.names_table
    texts: dict[str, Copied] = {}
    for name, text in beside.items():
        data = text.encode()
        files.write_new(staging / name, data)
        texts[name] = files.measured(data)
    proof = receipt.text_of(plan, results, texts)
    files.write_new(staging / receipt.NAME, proof.encode())
    written = sum(r.picture.size + r.caption.size for r in results)
    return written + sum(text.size for text in texts.values())


def _put_in_place(staging: Path, place: Place) -> None:
    if not place.replaces:
        files.move(staging, place.path)
        return
    if files.trade_places(staging, place.path):
        files.remove_tree(staging)
        return
    older = aside(place.path)
    files.move(place.path, older)
    try:
        files.move(staging, place.path)
    except OSError:
        files.move(older, place.path)
        raise
    files.remove_tree(older)


def _take_back(made: list[Path]) -> None:
    """Remove the folders that were made above the target, as far as they are empty."""
    for folder in made:
        try:
            folder.rmdir()
        except OSError:
            return
