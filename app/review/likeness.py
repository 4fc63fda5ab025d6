"""Which entries are alike in words and light, and what the captions of neighbours say otherwise."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.dataset.entry import Dataset

_RUNS = re.compile(r"\w+")
_CLAUSES = re.compile(r"[^,.;:!?、。；：！？\n]+")
_LIGHT_SPAN = 100.0
_WORDS_WEIGHT = 0.7
_BEFORE, _BEHIND = 2, 1
"""Words on either side of a foreign one that are shown with it."""
_HALF = 0.5
"""Likeness of light where one of two was not measured."""


@dataclass(frozen=True, slots=True)
class Look:
    """What makes an entry comparable: its words and, in L* from 0 to 100, its lightness."""

    entry: int
    words: frozenset[str]
    lightness: float | None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entry near another one, and how near: words 0 to 1, light in L* (None: not measured)."""

    entry: int
    words: float
    light: float | None


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a caption; `marked` are spans inside `text` that the other caption lacks."""

    text: str
    marked: tuple[tuple[int, int], ...]


def words_of(text: str) -> frozenset[str]:
    """The words of a caption, folded; of Japanese, which has no blanks, pairs of letters."""
    found: set[str] = set()
    for run in _RUNS.findall(text.casefold()):
        if run.isascii() or len(run) < 3:
            found.add(run)
        else:
            found.update(run[i : i + 2] for i in range(len(run) - 1))
    return frozenset(found)


def looks(dataset: Dataset, entries: Iterable[int]) -> dict[int, Look]:
    """The looks of these entries, by id."""
    return {number: look_of(dataset, number) for number in entries}


def look_of(dataset: Dataset, number: int) -> Look:
    """The look of one entry as it is now."""
    text = dataset.entries[number].text or ""
    return Look(number, words_of(text), lightness_of(dataset, number))


def lightness_of(dataset: Dataset, number: int) -> float | None:
    """In L* from 0 to 100; None: not measured."""
    tone = dataset.evidence_of(number).tone
    return None if tone is None else tone.lightness_mean


def words_alike(one: Look, two: Look) -> float:
    """Share of common words, 0 to 1."""
    if not one.words or not two.words:
        return 0.0
    common = len(one.words & two.words)
    return common / (len(one.words) + len(two.words) - common)


def alike(one: Look, two: Look) -> float:
    """0 to 1: mostly the words, and the lightness."""
    light = _HALF
    if one.lightness is not None and two.lightness is not None:
        light = 1 - abs(one.lightness - two.lightness) / _LIGHT_SPAN
    return _WORDS_WEIGHT * words_alike(one, two) + (1 - _WORDS_WEIGHT) * light


def nearest_of(look: Look, among: Sequence[Look]) -> int:
    """The place of the one that is most alike; the first of several."""
    return max(range(len(among)), key=lambda n: (alike(look, among[n]), -n))


def neighbours(known: Mapping[int, Look], entry: int, count: int = 3) -> tuple[Neighbour, ...]:
    """The nearest other entries, the nearest first."""
    own = known[entry]
    near = sorted(
        (one for one in known.values() if one.entry != entry),
        key=lambda one: (-alike(own, one), one.entry),
    )
    return tuple(
        Neighbour(
            one.entry,
            words_alike(own, one),
            None
            if own.lightness is None or one.lightness is None
            else abs(own.lightness - one.lightness),
        )
        for one in near[:count]
    )


def differing(text: str, own: str, group: Sequence[str]) -> tuple[Clause, ...]:
    """What `text` says and `own` does not: the words that `own` lacks, marked, with a few words
    around them. Clauses that every caption of `group` has are left out.
    """
    shared = [{_folded(c) for c in _CLAUSES.findall(one)} for one in group]
    known = {run.casefold() for run in _RUNS.findall(own)}
    clauses: list[Clause] = []
    for raw in _CLAUSES.findall(text):
        if all(_folded(raw) in one for one in shared):
            continue
        words = [m.span() for m in _RUNS.finditer(raw)]
        foreign = [raw[start:end].casefold() not in known for start, end in words]
        if any(foreign):
            clauses.append(_excerpt(raw, words, foreign))
    return tuple(clauses)


def _excerpt(clause: str, words: Sequence[tuple[int, int]], foreign: Sequence[bool]) -> Clause:
    """The foreign words of a clause, each with a few words around it; at its ends nothing says
    that there was more, as a list of excerpts says so by itself.
    """
    kept = [any(foreign[max(n - _BEHIND, 0) : n + _BEFORE + 1]) for n in range(len(words))]
    text, last = "", -1
    marked: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(words):
        if not kept[number]:
            continue
        if text:
            text += clause[words[number - 1][1] : start] if last == number - 1 else " … "
        if foreign[number]:
            marked.append((len(text), len(text) + end - start))
        text, last = text + clause[start:end], number
    return Clause(text, tuple(marked))


def _folded(clause: str) -> str:
    return " ".join(clause.split()).casefold()
