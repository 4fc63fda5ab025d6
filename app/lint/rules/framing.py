"""Medium and camera: words against the person's marks and choices, and drift of the medium."""

from collections import Counter
from collections.abc import Collection, Iterator

from app.dataset.choices import DatasetChoices, Purpose
from app.dataset.marks import Distance, Medium
from app.lint.context import EntryContext, Row
from app.lint.rule import Hit, Severity
from app.lint.terms import Kind, Term
from app.lint.watch import NOBODY, Watch

_FAMILIES = {Distance.CLOSE: "close-up", Distance.HALF: "half", Distance.FULL: "full"}
_DISTANCES = frozenset(_FAMILIES.values())
_MEDIA = frozenset(medium.value for medium in Medium)
_ENOUGH = 5
"""Captions that must name a medium before they are compared."""


def medium_not_in_picture(context: EntryContext) -> Iterator[Hit]:
    """A medium that the person's mark, or else the choice for the dataset, contradicts."""
    mark = context.marks.medium
    wanted = mark or context.choices.medium
    if wanted is None:
        return
    terms = context.reading.of_kind(Kind.MEDIUM)
    if any(term.family == wanted.value for term in terms):
        # "a photo of a painting": the medium is there, and the other word names a subject.
        return
    for term in terms:
        if term.family in _MEDIA:
            marked = mark is not None
            yield Hit(
                "medium-not-in-picture",
                term.start,
                term.end,
                case="marked" if marked else "chosen",
                values={"match": term.text, "medium": wanted.value},
                evidence={"mark" if marked else "choice": wanted.value},
                severity=Severity.ERROR if marked else None,
            )


def distance_not_in_picture(context: EntryContext) -> Iterator[Hit]:
    """A camera distance that the person's mark contradicts, or that a person set is better off
    without.
    """
    mark = context.marks.distance
    if mark is None and context.choices.purpose is not Purpose.PERSON:
        return
    terms = [t for t in context.reading.of_kind(Kind.CAMERA) if t.family in _DISTANCES]
    if mark is not None:
        for term in terms:
            if term.family != _FAMILIES[mark]:
                values = {"match": term.text, "mark": mark.value}
                evidence = {"mark": mark.value}
                yield Hit(
                    "distance-not-in-picture",
                    term.start,
                    term.end,
                    values=values,
                    evidence=evidence,
                )
    if context.choices.purpose is Purpose.PERSON:
        yield from _full_body(terms, mark)


def _full_body(terms: list[Term], mark: Distance | None) -> Iterator[Hit]:
    term = next((term for term in terms if term.family == "full"), None)
    if mark is Distance.FULL:
        yield Hit("full-body-of-person", case="marked")
    elif term is not None and mark is None:
        yield Hit("full-body-of-person", term.start, term.end, values={"match": term.text})


class Media(Watch):
    """Which media the captions of each concept name, where nobody has chosen one."""

    def __init__(self, choices: DatasetChoices) -> None:
        super().__init__(choices)
        self._counts: dict[str, Counter[str]] = {}
        self._members: dict[tuple[str, str], dict[int, None]] = {}

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """Nobody: a medium is compared over the dataset only."""
        old, new = _medium(before), _medium(after)
        if old == new:
            return NOBODY
        self.news = True
        row = after or before
        assert row is not None
        if old:
            self._counts[old[0]][old[1]] -= 1
            del self._members[old][row.entry.id]
        if new:
            self._counts.setdefault(new[0], Counter())[new[1]] += 1
            self._members.setdefault(new, {})[row.entry.id] = None
        return NOBODY

    def dataset_hits(self) -> Iterator[Hit]:
        """A warning for each concept whose captions name two media."""
        for name, counts in self._counts.items():
            named = [(medium, count) for medium, count in counts.most_common() if count]
            if self.choices.medium is not None or len(named) < 2 or counts.total() < _ENOUGH:
                continue
            (usual, usual_count), (other, other_count) = named[:2]
            yield Hit(
                "mixed-medium-words",
                values={
                    "concept": name,
                    "usual": usual,
                    "usual_count": usual_count,
                    "other": other,
                    "other_count": other_count,
                },
                entries=tuple(sorted(self._members[name, other])),
                concept=name,
                key=name,
            )


def _medium(row: Row | None) -> tuple[str, str] | None:
    """The one medium that a caption names; one that names several compares them itself."""
    if row is None or row.marks.medium is not None:
        return None
    families = {term.family for term in row.reading.of_kind(Kind.MEDIUM)}
    return (row.entry.concept, families.pop()) if len(families) == 1 else None
