"""The style that a whole concept is written in, as the person decided or as its captions read."""

from itertools import islice

from app.captions.style import Style, style_of
from app.dataset.choices import ConceptChoices, DatasetChoices
from app.dataset.entry import Dataset

_SAMPLE = 100
"""Captions that are read where nothing depends on it but a word in the plan."""


def concept_styles(dataset: Dataset, choices: DatasetChoices) -> dict[str, Style]:
    """The style of every concept: *mixed* unless all its captions read alike."""
    texts: dict[str, list[str]] = {concept.name: [] for concept in dataset.concepts}
    for number in dataset.present():
        entry = dataset.entries[number]
        if entry.text and entry.concept in texts:
            texts[entry.concept].append(entry.text)
    return {name: _style(texts[name], choices.concept(name)) for name in texts}


def _style(texts: list[str], choices: ConceptChoices) -> Style:
    if choices.style is not None:
        return choices.style
    # One sentence among tags would be torn apart, so shuffling asks every caption.
    matters = choices.shuffle_tags or choices.keep_tokens > 0
    common: Style | None = None
    for text in texts if matters else islice(texts, _SAMPLE):
        style = style_of(text)
        if style is Style.EMPTY:
            continue
        if common is not None and style is not common:
            return Style.MIXED
        common = style
    return common or Style.EMPTY
