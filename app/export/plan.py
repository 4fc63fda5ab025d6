"""The plan of an export: a pure function of the dataset, its findings and what is asked."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from app.dataset.choices import PathForm
from app.dataset.entry import Dataset, Entry
from app.dataset.marks import Verdict
from app.export.by_hand import NOTHING, ByHand, added, remarks
from app.export.concepts import folder_names, planned_concepts
from app.export.data_toml import FILE_NAME, launch_line
from app.export.left_behind import left_behind
from app.export.mapping import names_table
from app.export.mixing_in import mixed, old_entries
from app.export.obstacles import (
    dataset_obstacles,
    entry_obstacles,
    open_points,
    too_thin,
)
from app.export.old_training import OldTraining
from app.export.options import ExportOptions, Trainer
from app.export.planned import (
    Action,
    ConfigFile,
    ExportPlan,
    Obstacle,
    ObstacleKind,
    PlannedConcept,
)
from app.export.record import record
from app.export.refusals import option_obstacles
from app.export.steps import bucket_counts, effective_images, fits, steps_per_epoch
from app.export.toml_explain import explain
from app.export.toml_layout import Folder, lay_out
from app.export.toml_text import written
from app.export.train_path import below, here
from app.export.trainers import ai_toolkit, diffusion_pipe, musubi, onetrainer
from app.export.treatment import treat
from app.lint.rule import Finding
from app.messages import Message, msg
from app.names import display_name
from app.review.verdicts import standing

_OTHERS: Mapping[Trainer, Callable[[ExportPlan], ConfigFile]] = {
    Trainer.MUSUBI: musubi.render,
    Trainer.DIFFUSION_PIPE: diffusion_pipe.render,
    Trainer.AI_TOOLKIT: ai_toolkit.render,
    Trainer.ONETRAINER: onetrainer.render,
}

Findings = Mapping[int, Sequence[Finding]]
Reviewed = Mapping[int, tuple[Verdict | None, Verdict | None]]


def plan(
    dataset: Dataset,
    findings: Findings,
    options: ExportOptions,
    about_all: Sequence[Finding] = (),
    old: OldTraining | None = None,
    by_hand: ByHand = NOTHING,
) -> ExportPlan:
    """What an export would write and what stops it. `findings` are those of entries, by id;
    `about_all` those of the dataset; `old` is the first training, if one was chosen;
    `by_hand` what the dataset's own data.toml says beyond the choices.

    Reads nothing but its arguments: every picture must have been measured (an entry without
    evidence stops the export). Raises ProofError for a name template or a folder name that cannot
    be used.
    """
    entries = [dataset.entries[number] for number in dataset.present()]
    refused = option_obstacles(dataset, options)
    obstacles = {
        entry.id: entry_obstacles(dataset, entry, findings.get(entry.id, ()))
        or (_of_shape(dataset, entry, options) if not refused else ())
        for entry in entries
    }
    blocked = frozenset(number for number, found in obstacles.items() if found)
    left_out = options.leave_out | (blocked if options.leave_out_blocked else frozenset[int]())
    taken = [entry for entry in entries if entry.id not in left_out]
    ready = [entry for entry in taken if entry.id not in blocked and not refused]
    reviewed = _reviewed(dataset, taken)
    earlier = old_entries(old, dataset, options)
    filled = {entry.concept for entry in ready}
    names = folder_names(
        (concept.name for concept in dataset.concepts if concept.name in filled),
        (entry.concept for entry in earlier),
    )
    fresh = planned_concepts(dataset, ready, options, names[0], by_hand)
    together = mixed(dataset, fresh, old, options, names[1], by_hand)
    concepts = together.concepts
    kohya = options.trainer is Trainer.KOHYA
    counts = bucket_counts(concepts, dataset.choices) if kohya else ()
    form = options.path_form or dataset.choices.path_form
    root = "" if options.relative_paths else _train_root(dataset, options)
    data_toml = _data_toml(dataset, concepts, root, form, by_hand)
    planned = ExportPlan(
        options=options,
        source=dataset.root,
        choices=dataset.choices,
        train_root=root,
        path_form=form,
        concepts=concepts,
        config=ConfigFile(FILE_NAME, data_toml),
        data_toml=data_toml,
        launch=launch_line(
            replace(dataset.choices, path_form=form), below(root, (FILE_NAME,), form)
        ),
        left_behind=left_behind(dataset, left_out, obstacles),
        blockers=(
            *(found for entry in taken for found in obstacles[entry.id]),
            *dataset_obstacles(about_all),
            *refused,
            *together.blockers,
            *(_refused_by_trainer(data_toml) if kohya and concepts and not refused else ()),
            *_nothing_left(taken),
        ),
        open_points=(
            *open_points(taken, findings, about_all, reviewed),
            *together.open_points,
        ),
        effective_images=effective_images(concepts),
        steps_per_epoch=steps_per_epoch(counts, dataset.choices) if kohya else None,
        buckets=counts,
        record=record(dataset, taken, findings, about_all, reviewed),
        names_table=names_table(concepts),
        notes=(*_notes(concepts, options, root), *(remarks(by_hand) if kohya else ())),
        mix=together.mix,
        old_available=together.available,
    )
    others = _OTHERS.get(options.trainer)
    return planned if others is None else replace(planned, config=others(planned), launch="")


def _of_shape(dataset: Dataset, entry: Entry, options: ExportOptions) -> tuple[Obstacle, ...]:
    """Whether the trainer has a bucket for the picture as it would be written."""
    if options.trainer is not Trainer.KOHYA:
        return ()
    size = treat(dataset.evidence_of(entry.id), options, dataset.notes_of(entry.id).crop).size
    thin = any(fit.unusable for fit in fits(size, dataset.choices))
    return (too_thin(entry),) if thin else ()


def _reviewed(dataset: Dataset, entries: Sequence[Entry]) -> Reviewed:
    """The verdicts that hold for the present caption and picture."""
    found: dict[int, tuple[Verdict | None, Verdict | None]] = {}
    for entry in entries:
        notes, digest = dataset.notes_of(entry.id), dataset.evidence_of(entry.id).digest
        found[entry.id] = (
            notes.first if standing(notes.first, entry.text, digest) else None,
            notes.second if standing(notes.second, entry.text, digest) else None,
        )
    return found


def _data_toml(
    dataset: Dataset,
    concepts: Sequence[PlannedConcept],
    root: str,
    form: PathForm,
    by_hand: ByHand,
) -> str:
    folders = [
        Folder(
            below(root, (concept.folder,), form),
            concept.repeats,
            replace(concept.choices, style=concept.style),
        )
        for concept in concepts
    ]
    names = ["" if concept.old else concept.name for concept in concepts]
    return written(added(lay_out(folders, dataset.choices), by_hand, names))


def _refused_by_trainer(text: str) -> Iterator[Obstacle]:
    """What was set by hand may be legal key by key and still stop the trainer."""
    for problem in explain(text):
        if problem.stops:
            yield Obstacle(ObstacleKind.CHOICE, problem.message)


def _train_root(dataset: Dataset, options: ExportOptions) -> str:
    """Where the training machine will see the exported folder."""
    return options.train_path or dataset.choices.train_path or here(options.target)


def _nothing_left(taken: Sequence[Entry]) -> tuple[Obstacle, ...]:
    if taken:
        return ()
    return (Obstacle(ObstacleKind.NOTHING_LEFT, msg("No picture is left to export.")),)


def _notes(
    concepts: Sequence[PlannedConcept], options: ExportOptions, root: str
) -> tuple[Message, ...]:
    notes: list[Message] = []
    if root not in ("", here(options.target)):
        notes.append(
            msg("The paths say {root}: that is where the training machine must find it.", root=root)
        )
    if options.relative_paths:
        notes.append(
            msg("Relative paths: the training must be started inside the exported folder.")
        )
    notes += _enlarged(concepts)
    if any(pair.treatment.action is Action.LINK for c in concepts for pair in c.pairs):
        notes.append(
            msg("Hard links: a picture that is edited in place changes in both folders at once.")
        )
    if any(c.choices.class_tokens and not c.regularisation for c in concepts):
        notes.append(msg("Class tokens are set, but every picture has a .txt, and the .txt wins."))
    renamed = [c for c in concepts if c.folder != c.name and not c.old]
    notes += [
        msg("The folder of {name} is called {folder}.", name=display_name(c.name), folder=c.folder)
        for c in renamed
    ]
    return tuple(notes)


def _enlarged(concepts: Sequence[PlannedConcept]) -> Iterator[Message]:
    """Pictures that get more pixels than they have, here or in the trainer, are never silent."""
    pairs = [pair for concept in concepts for pair in concept.pairs]
    by_export = [pair.treatment.scale for pair in pairs if pair.treatment.enlarged]
    by_trainer = [max(f.scale for f in p.fits) for p in pairs if any(f.upscaled for f in p.fits)]
    if by_export:
        yield msg(
            "Pictures enlarged by the export: {count}, up to × {factor:.2f}.",
            count=len(by_export),
            factor=max(by_export),
        )
    if by_trainer:
        yield msg(
            "Pictures that the trainer will enlarge: {count}, up to × {factor:.2f}.",
            count=len(by_trainer),
            factor=max(by_trainer),
        )
