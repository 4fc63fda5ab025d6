"""The folders of an export with their pairs: names, captions, treatments."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from app.captions.style import Style
from app.dataset.entry import Concept, Dataset, Entry
from app.export.by_hand import NOTHING, ByHand
from app.export.concept_style import concept_styles
from app.export.naming import from_template, numbered, unique_names
from app.export.obstacles import caption_line, stands_in
from app.export.options import EXTENSIONS, ExportOptions, Naming, Trainer
from app.export.planned import PlannedConcept, PlannedPair
from app.export.steps import fits
from app.export.toml_layout import TEXT_EXTENSION, repeats_of
from app.export.toml_text import Table
from app.export.trained import Reading, reading_of, trained_caption
from app.export.treatment import remarks, treat
from app.messages import Message, msg
from app.names import natural_key


def planned_concepts(
    dataset: Dataset,
    entries: Sequence[Entry],
    options: ExportOptions,
    folders: Mapping[str, str],
    by_hand: ByHand = NOTHING,
) -> tuple[PlannedConcept, ...]:
    """A folder for every concept that has something to export, in the dataset's order.

    `folders` are their names in the export, by concept.
    """
    taken: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        taken[entry.concept].append(entry)
    filled = [concept for concept in dataset.concepts if taken[concept.name]]
    styles = concept_styles(dataset, dataset.choices)
    return tuple(
        _concept(
            dataset,
            concept,
            folders[concept.name],
            styles[concept.name],
            taken[concept.name],
            options,
            by_hand.of(concept.name, dataset.choices.resolution),
        )
        for concept in filled
    )


def folder_names(new: Iterable[str], old: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """What the folders of new and old concepts are called in the export; none twice."""
    fresh, earlier = list(dict.fromkeys(new)), list(dict.fromkeys(old))
    names = unique_names([*fresh, *(f"old-{name}" for name in earlier)])
    cut = len(fresh)
    return (
        dict(zip(fresh, names[:cut], strict=True)),
        dict(zip(earlier, names[cut:], strict=True)),
    )


def _concept(
    dataset: Dataset,
    concept: Concept,
    folder: str,
    style: Style,
    entries: Sequence[Entry],
    options: ExportOptions,
    by_hand: Table,
) -> PlannedConcept:
    choices = dataset.choices.concept(concept.name)
    ordered = sorted(entries, key=lambda entry: natural_key(entry.name))
    stems = _stems([PurePath(entry.name).stem for entry in ordered], concept.name, options)
    return PlannedConcept(
        name=concept.name,
        folder=folder,
        repeats=repeats_of(concept, choices),
        style=style,
        choices=choices,
        pairs=tuple(
            _pair(
                dataset,
                entry,
                f"{folder}/{stem}",
                reading_of(choices, by_hand, tags=style is Style.TAGS),
                options,
            )
            for entry, stem in zip(ordered, stems, strict=True)
        ),
        by_hand=by_hand,
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
    dataset: Dataset, entry: Entry, stem: str, reading: Reading, options: ExportOptions
) -> PlannedPair:
    evidence = dataset.evidence_of(entry.id)
    kohya = options.trainer is Trainer.KOHYA
    treatment = treat(evidence, options, dataset.notes_of(entry.id).crop)
    source = stands_in(dataset, entry)
    lines = reading.wildcard and kohya
    caption = caption_line(source or entry.text or "", keep_lines=lines)
    return PlannedPair(
        entry=entry.id,
        known_as=dataset.relative(entry.image),
        image=entry.image,
        caption_file=None if source else entry.caption_file,
        target=stem + EXTENSIONS[treatment.format],
        caption_target=stem + TEXT_EXTENSION,
        caption=caption,
        trained=trained_caption(caption, reading) if kohya else caption,
        treatment=treatment,
        source_size=evidence.upright_size or (0, 0),
        source_bytes=evidence.file_size,
        digest=evidence.digest,
        caption_digest=entry.caption.stamp.digest if entry.caption.stamp else None,
        fits=fits(treatment.size, dataset.choices) if kohya else (),
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
