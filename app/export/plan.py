"""The plan of an export: a pure function of the dataset, its findings and what is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from app.captions.style import Style
from app.dataset.entry import Concept, Dataset, Entry
from app.dataset.marks import Verdict
from app.export.data_toml import FILE_NAME, launch_line
from app.export.left_behind import left_behind
from app.export.naming import from_template, numbered, unique_names
from app.export.obstacles import (
    caption_line,
    entry_obstacles,
    open_points,
    option_obstacles,
    stands_in,
)
from app.export.options import EXTENSIONS, ExportOptions, Naming, Trainer
from app.export.planned import (
    ConfigFile,
    ExportPlan,
    Obstacle,
    ObstacleKind,
    PlannedConcept,
    PlannedPair,
)
from app.export.record import record
from app.export.toml_layout import TEXT_EXTENSION, Folder, lay_out, repeats_of
from app.export.toml_text import written
from app.export.train_path import below, here
from app.export.trained import reading_of, trained_caption
from app.export.treatment import remarks, treat
from app.lint.rule import Finding
from app.messages import Message, msg
from app.names import display_name, natural_key
from app.review.verdicts import standing

Findings = Mapping[int, Sequence[Finding]]
Reviewed = Mapping[int, tuple[Verdict | None, Verdict | None]]


def plan(dataset: Dataset, findings: Findings, options: ExportOptions) -> ExportPlan:
    """What an export would write and what stops it. `findings` are those of entries, by id.

    Reads nothing but its arguments: every picture must have been measured (an entry without
    evidence stops the export). Raises ProofError for a name template or a folder name that cannot
    be used.
    """
    entries = [dataset.entries[number] for number in dataset.present()]
    obstacles = {
        entry.id: entry_obstacles(dataset, entry, findings.get(entry.id, ())) for entry in entries
    }
    blocked = frozenset(number for number, found in obstacles.items() if found)
    left_out = options.leave_out | (blocked if options.leave_out_blocked else frozenset[int]())
    taken = [entry for entry in entries if entry.id not in left_out]
    ready = [entry for entry in taken if entry.id not in blocked]
    reviewed = _reviewed(dataset, taken)
    concepts = _concepts(dataset, ready, options)
    data_toml, launch = _kohya(dataset, concepts, options)
    return ExportPlan(
        options=options,
        source=dataset.root,
        concepts=concepts,
        config=ConfigFile(FILE_NAME, data_toml),
        data_toml=data_toml,
        launch=launch,
        left_behind=left_behind(dataset, left_out, obstacles),
        blockers=(
            *(found for entry in taken for found in obstacles[entry.id]),
            *option_obstacles(dataset, options, {c.name: c.style for c in concepts}),
            *_nothing_left(taken),
        ),
        open_points=open_points(taken, findings, reviewed),
        effective_images=sum(len(c.pairs) * c.repeats for c in concepts if not c.regularisation),
        steps_per_epoch=None,
        buckets=(),
        record=record(dataset, taken, findings, reviewed),
        notes=_notes(concepts, options),
    )


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


def _concepts(
    dataset: Dataset, ready: Sequence[Entry], options: ExportOptions
) -> tuple[PlannedConcept, ...]:
    filled = [c for c in dataset.concepts if any(entry.concept == c.name for entry in ready)]
    folders = unique_names(concept.name for concept in filled)
    return tuple(
        _concept(dataset, concept, folder, [e for e in ready if e.concept == concept.name], options)
        for concept, folder in zip(filled, folders, strict=True)
    )


def _concept(
    dataset: Dataset,
    concept: Concept,
    folder: str,
    entries: Sequence[Entry],
    options: ExportOptions,
) -> PlannedConcept:
    choices = dataset.choices.concept(concept.name)
    style = choices.style or Style.MIXED
    ordered = sorted(entries, key=lambda entry: natural_key(entry.name))
    stems = _stems([PurePath(entry.name).stem for entry in ordered], concept.name, options)
    return PlannedConcept(
        name=concept.name,
        folder=folder,
        repeats=repeats_of(concept, choices),
        style=style,
        trigger=choices.trigger,
        class_tokens=choices.class_tokens,
        regularisation=choices.regularisation,
        pairs=tuple(
            _pair(dataset, entry, f"{folder}/{stem}", style, options)
            for entry, stem in zip(ordered, stems, strict=True)
        ),
    )


def _stems(stems: Sequence[str], concept: str, options: ExportOptions) -> list[str]:
    match options.names:
        case Naming.NUMBERED:
            return numbered(len(stems))
        case Naming.KEEP:
            return unique_names(stems)
        case Naming.TEMPLATE:
            return from_template(options.name_template, stems, concept)


def _pair(
    dataset: Dataset, entry: Entry, stem: str, style: Style, options: ExportOptions
) -> PlannedPair:
    evidence = dataset.evidence_of(entry.id)
    choices = dataset.choices.concept(entry.concept)
    treatment = treat(evidence, options, dataset.notes_of(entry.id).crop)
    source = stands_in(dataset, entry)
    lines = choices.enable_wildcard and options.trainer is Trainer.KOHYA
    caption = caption_line(source or entry.text or "", keep_lines=lines)
    tags = style is Style.TAGS
    reading = reading_of(
        choices,
        shuffle=tags and choices.shuffle_tags,
        keep_tokens=choices.keep_tokens if tags else 0,
    )
    return PlannedPair(
        entry=entry.id,
        image=entry.image,
        caption_file=None if source else entry.caption_file,
        target=stem + EXTENSIONS[treatment.format],
        caption_target=stem + TEXT_EXTENSION,
        caption=caption,
        trained=trained_caption(caption, reading),
        treatment=treatment,
        source_size=evidence.upright_size or (0, 0),
        source_bytes=evidence.file_size,
        digest=evidence.digest,
        caption_digest=entry.caption.stamp.digest if entry.caption.stamp else None,
        notes=(
            *remarks(evidence, treatment, entry.image.suffix),
            *_caption_notes(entry, source, lines=lines),
        ),
    )


def _caption_notes(entry: Entry, stand_in: str | None, *, lines: bool) -> tuple[Message, ...]:
    if stand_in:
        return (msg("no caption file: the class tokens are written as its caption"),)
    count = len([line for line in (entry.text or "").split("\n") if line.strip()])
    if count > 1 and not lines:
        return (msg("{count} lines joined by a space", count=count),)
    return ()


def _kohya(
    dataset: Dataset, concepts: Sequence[PlannedConcept], options: ExportOptions
) -> tuple[str, str]:
    choices = dataset.choices
    form = options.path_form or choices.path_form
    root = "" if options.relative_paths else train_root(dataset, options)
    folders = [
        Folder(
            below(root, (concept.folder,), form),
            concept.repeats,
            replace(choices.concept(concept.name), style=concept.style),
        )
        for concept in concepts
    ]
    toml = below(root, (FILE_NAME,), form)
    return written(lay_out(folders, choices)), launch_line(replace(choices, path_form=form), toml)


def train_root(dataset: Dataset, options: ExportOptions) -> str:
    """Where the training machine will see the exported folder."""
    return options.train_path or dataset.choices.train_path or here(options.target)


def _nothing_left(taken: Sequence[Entry]) -> tuple[Obstacle, ...]:
    if taken:
        return ()
    return (Obstacle(ObstacleKind.NOTHING_LEFT, msg("No picture is left to export.")),)


def _notes(concepts: Sequence[PlannedConcept], options: ExportOptions) -> tuple[Message, ...]:
    notes: list[Message] = []
    if options.relative_paths:
        notes.append(
            msg("Relative paths: the training must be started inside the exported folder.")
        )
    if any(concept.class_tokens and not concept.regularisation for concept in concepts):
        notes.append(msg("Class tokens are set, but every picture has a .txt, and the .txt wins."))
    renamed = [c for c in concepts if c.folder != c.name]
    notes += [
        msg("The folder of {name} is called {folder}.", name=display_name(c.name), folder=c.folder)
        for c in renamed
    ]
    return tuple(notes)
