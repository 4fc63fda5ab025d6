"""The pictures of the first training among those of the second: which, how often, what is odd."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.dataset.entry import Dataset, Entry
from app.export.by_hand import NOTHING, ByHand
from app.export.concepts import planned_concepts
from app.export.mixing import Mix, mix, spread
from app.export.obstacles import entry_obstacles
from app.export.old_training import OldTraining, as_new
from app.export.options import ExportOptions, Trainer
from app.export.planned import (
    Obstacle,
    ObstacleKind,
    OpenKind,
    OpenPoint,
    PlannedConcept,
)
from app.export.steps import effective_images, fits
from app.export.treatment import treat
from app.messages import Message, msg

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Mixed:
    """New and old folders with the repeats that give both their share."""

    concepts: tuple[PlannedConcept, ...]
    mix: Mix | None = None
    available: int = 0
    """Old pictures that could train."""
    blockers: tuple[Obstacle, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()


def old_entries(old: OldTraining | None, new: Dataset, options: ExportOptions) -> list[Entry]:
    """The pictures of the first training that can train, in folder order."""
    if old is None or old.dataset is None:
        return []
    view = as_new(old.dataset, new)
    return [view.entries[number] for number in view.present() if _trains(view, number, options)]


def mixed(
    new: Dataset,
    fresh: tuple[PlannedConcept, ...],
    old: OldTraining | None,
    options: ExportOptions,
    folders: Mapping[str, str],
    by_hand: ByHand = NOTHING,
) -> Mixed:
    """`fresh` and the old folders; `folders` are what those are called in the export."""
    outer = replace(by_hand, concepts={})
    problem = _problem(new, old)
    if problem is not None:
        blocker = Obstacle(ObstacleKind.OLD_TRAINING, problem)
        return Mixed(fresh, blockers=(blocker,))
    if old is None or old.dataset is None:
        return Mixed(fresh)
    entries = old_entries(old, new, options)
    points = _open_points(new, fresh, old, entries)
    new_draws = effective_images(fresh)
    if not entries or not new_draws:
        return Mixed(fresh, available=len(entries), open_points=points)
    view = as_new(old.dataset, new)
    found = mix(new_draws, len(entries), new.choices.old_share)
    concepts = planned_concepts(
        view, _chosen(view, entries, found.old_images), options, folders, outer
    )
    return Mixed(
        concepts=(
            *(_repeated(concept, found.new_factor) for concept in fresh),
            *(_old(concept, found.old_repeats) for concept in concepts),
        ),
        mix=found,
        available=len(entries),
        open_points=points,
    )


def _problem(new: Dataset, old: OldTraining | None) -> Message | None:
    wanted = new.choices.old_folder
    if not wanted:
        return None
    if old is None or old.folder != wanted:
        return msg("The first training has not been read yet.")
    if old.problem is not None:
        return msg(
            "The first training in {folder} cannot be used: {reason}",
            folder=wanted,
            reason=old.problem,
        )
    if old.dataset is not None and any(
        number not in old.dataset.evidence for number in old.dataset.present()
    ):
        return msg("The first training has not been read yet.")
    return None


def _trains(view: Dataset, number: int, options: ExportOptions) -> bool:
    entry = view.entries[number]
    if view.choices.concept(entry.concept).regularisation:
        return False
    if entry_obstacles(view, entry, ()):
        return False
    if options.trainer is not Trainer.KOHYA:
        return True
    size = treat(view.evidence_of(number), options, view.notes_of(number).crop).size
    return not any(fit.unusable for fit in fits(size, view.choices))


def _chosen(view: Dataset, entries: Sequence[Entry], count: int) -> list[Entry]:
    rows = [[e for e in entries if e.concept == concept.name] for concept in view.concepts]
    places = spread([len(row) for row in rows], count)
    return [row[place] for row, taken in zip(rows, places, strict=True) for place in taken]


def _repeated(concept: PlannedConcept, factor: int) -> PlannedConcept:
    # Regularisation pictures follow the number of the others by themselves.
    if concept.regularisation:
        return concept
    return replace(concept, repeats=concept.repeats * factor)


def _old(concept: PlannedConcept, repeats: int) -> PlannedConcept:
    pairs = tuple(
        replace(pair, entry=None, known_as=f"old:{pair.known_as}") for pair in concept.pairs
    )
    return replace(concept, repeats=repeats, pairs=pairs, old=True)


def _open_points(
    new: Dataset, fresh: Sequence[PlannedConcept], old: OldTraining, entries: Sequence[Entry]
) -> tuple[OpenPoint, ...]:
    assert old.dataset is not None
    points: list[OpenPoint] = []
    if old.missing:
        names = ", ".join(old.missing[:_SHOWN]) + (" …" if len(old.missing) > _SHOWN else "")
        count = len(old.missing)
        message = msg(
            "Pictures missing from the first training: {count} ({names})", count=count, names=names
        )
        points.append(OpenPoint(OpenKind.OLD_MISSING, message))
    unfit = [
        number
        for number in old.dataset.present()
        if not old.dataset.choices.concept(old.dataset.entries[number].concept).regularisation
    ]
    if len(unfit) > len(entries):
        message = msg(
            "Pictures of the first training that cannot train and are left out: {count}",
            count=len(unfit) - len(entries),
        )
        points.append(OpenPoint(OpenKind.OLD_MISSING, message))
    known = {old.dataset.evidence_of(entry.id).digest for entry in entries} - {None}
    again = tuple(
        pair.entry
        for concept in fresh
        for pair in concept.pairs
        if pair.entry is not None and pair.digest in known
    )
    if again:
        names = ", ".join(new.entries[number].name for number in again[:_SHOWN])
        names += " …" if len(again) > _SHOWN else ""
        message = msg("In the first training and in this one: {names}", names=names)
        points.append(OpenPoint(OpenKind.OLD_AGAIN, message, again))
    return tuple(points)
