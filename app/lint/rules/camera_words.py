"""Camera distance and angle over a dataset: words that wander, or truly vary with the pictures."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache

from app.dataset.choices import DatasetChoices, Purpose
from app.dataset.marks import Distance
from app.lint.cards import load_cards
from app.lint.context import Row
from app.lint.rule import Hit
from app.lint.rules.distance import known_distance
from app.lint.terms import Kind, Term
from app.lint.watch import NOBODY, Watch

_ENOUGH = 5
"""Captions that must name a distance before their words are compared."""
_WRONG = 0.2
"""Share of the known pictures that may depart before words do not follow the pictures."""
_OFTEN = 2
"""Captions that must use a second wording of one view before it is drift."""
_NAMED = 6
"""Views that one finding lists."""
_FAR_APART = frozenset({frozenset(("close-up", "full")), frozenset(("close-up", "wide"))})
"""Neighbours shade into each other: where a face is measured, half a body may be called either."""
_DISTANCES = ("close-up", "half", "full", "wide")


class _Verdict(Enum):
    SILENT = "silent"
    DRIFT = "drift"
    VARIED = "varied"


@dataclass(frozen=True, slots=True)
class _Mention:
    """What one caption says of the camera, and what is known of the picture's distance.

    `distance` "" where the caption names none, or several; `views` are (group, wording) pairs of
    the card that lists which wordings mean the same.
    """

    distance: str
    known: Distance | None
    marked: bool
    views: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class _Judgement:
    """`usual`: the word that most pictures of a known distance go by."""

    verdict: _Verdict
    usual: Mapping[Distance, str] = field(default_factory=dict[Distance, str])


@dataclass(slots=True)
class _Concept:
    members: dict[int, _Mention] = field(default_factory=dict[int, _Mention])
    distances: Counter[str] = field(default_factory=Counter[str])
    known: Counter[tuple[Distance, str, bool]] = field(
        default_factory=Counter[tuple[Distance, str, bool]]
    )
    views: Counter[tuple[int, str]] = field(default_factory=Counter[tuple[int, str]])


class CameraWords(Watch):
    """Which distances and views the captions of each concept name, beside the known distances."""

    def __init__(self, choices: DatasetChoices) -> None:
        super().__init__(choices)
        self._concepts: dict[str, _Concept] = {}

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """All entries that name a distance, where the verdict on the concept is another one."""
        old, new = _mention(before), _mention(after)
        stays = before and after and before.entry.concept == after.entry.concept
        if old == new and (stays or old is None):
            return NOBODY
        self.news = True
        told: set[int] = set()
        for row, mention, step in ((before, old, -1), (after, new, 1)):
            if row is None or mention is None:
                continue
            concept = self._concepts.setdefault(row.entry.concept, _Concept())
            earlier = self._judge(concept)
            _count(concept, row.entry.id, mention, step)
            if self._judge(concept) != earlier:
                told.update(concept.members)
        return told

    def _judge(self, concept: _Concept) -> _Judgement:
        named = {name: count for name, count in concept.distances.items() if count > 0}
        if len(named) < 2 or sum(named.values()) < _ENOUGH:
            return _Judgement(_Verdict.SILENT)
        known = {one: count for one, count in concept.known.items() if count > 0}
        total = sum(known.values())
        if total < _ENOUGH:
            # A set about a person is meant to be alike; of any other the words may well be true.
            alike = self.choices.purpose is Purpose.PERSON
            drifts = alike and any(frozenset(pair) <= named.keys() for pair in _FAR_APART)
            return _Judgement(_Verdict.DRIFT if drifts else _Verdict.SILENT)
        usual: dict[Distance, str] = {}
        for distance in {one[0] for one in known}:
            words: Counter[str] = Counter()
            for (seen, word, _), count in known.items():
                if seen is distance:
                    words[word] += count
            usual[distance] = min(words, key=lambda word: (-words[word], word))
        wrong = sum(
            count
            for (seen, word, marked), count in known.items()
            if _contradict(word, usual[seen], marked=marked)
        )
        if wrong > _WRONG * total:
            return _Judgement(_Verdict.DRIFT, usual)
        varied = len(usual) > 1 and len(set(usual.values())) > 1
        return _Judgement(_Verdict.VARIED if varied else _Verdict.SILENT)

    def hits(self, row: Row) -> Iterator[Hit]:
        """A hit where the words drift and the distance of this very picture is known."""
        concept = self._concepts.get(row.entry.concept)
        mention = concept.members.get(row.entry.id) if concept else None
        if concept is None or mention is None or mention.known is None or not mention.distance:
            return
        if mention.marked:
            return  # against the person's own mark another rule speaks, and louder
        usual = self._judge(concept).usual.get(mention.known)
        if usual and _contradict(mention.distance, usual, marked=False):
            term = next(term for term in _camera(row) if term.family == mention.distance)
            values = {"match": term.text, "family": term.family, "usual": usual}
            yield Hit("mixed-distance-words", term.start, term.end, values=values)

    def dataset_hits(self) -> Iterator[Hit]:
        """Drift, or that words and pictures vary together, and one view in several wordings."""
        for name, concept in self._concepts.items():
            verdict = self._judge(concept).verdict
            if verdict is not _Verdict.SILENT:
                drift = verdict is _Verdict.DRIFT
                order = sorted(
                    (one for one in _DISTANCES if concept.distances[one] > 0),
                    key=lambda one: -concept.distances[one],
                )
                usual, other = order[0], order[1]
                yield Hit(
                    "mixed-distance-words" if drift else "varied-distance",
                    case="dataset" if drift else "default",
                    values={
                        "concept": name,
                        "usual": usual,
                        "usual_count": concept.distances[usual],
                        "other": other,
                        "other_count": concept.distances[other],
                    },
                    entries=tuple(
                        sorted(
                            entry
                            for entry, one in concept.members.items()
                            if one.distance and (not drift or one.distance != usual)
                        )
                    ),
                    concept=name,
                    key=name,
                )
            yield from _views_of(name, concept)


def _views_of(name: str, concept: _Concept) -> Iterator[Hit]:
    groups: dict[int, list[tuple[int, str]]] = {}
    for (group, wording), count in concept.views.items():
        if count > 0:
            groups.setdefault(group, []).append((count, wording))
    listed: list[tuple[int, str]] = []
    mixed: set[int] = set()
    for group, counted in groups.items():
        counted.sort(key=lambda one: (-one[0], one[1]))
        total = sum(count for count, _ in counted)
        if total >= _ENOUGH and len(counted) > 1 and counted[1][0] >= _OFTEN:
            mixed.add(group)
            listed.append((-total, ", ".join(f"{wording} ({count})" for count, wording in counted)))
    if listed:
        views = "; ".join(text for _, text in sorted(listed)[:_NAMED])
        yield Hit(
            "mixed-camera-words",
            values={"concept": name, "count": len(listed), "views": views},
            entries=tuple(
                sorted(
                    entry
                    for entry, one in concept.members.items()
                    if any(group in mixed for group, _ in one.views)
                )
            ),
            concept=name,
            key=views,
        )


def _count(concept: _Concept, entry: int, mention: _Mention, step: int) -> None:
    if step > 0:
        concept.members[entry] = mention
    else:
        del concept.members[entry]
    if mention.distance:
        concept.distances[mention.distance] += step
        if mention.known is not None:
            concept.known[mention.known, mention.distance, mention.marked] += step
    for view in mention.views:
        concept.views[view] += step


def _contradict(word: str, usual: str, *, marked: bool) -> bool:
    return word != usual and (marked or frozenset((word, usual)) in _FAR_APART)


def _camera(row: Row) -> list[Term]:
    return [term for term in row.reading.terms if term.kind is Kind.CAMERA]


def _mention(row: Row | None) -> _Mention | None:
    if row is None:
        return None
    terms = _camera(row)
    if not terms:
        return None
    distances = {term.family for term in terms}.intersection(_DISTANCES)
    same = _same_views()
    wordings = {term.text.casefold().replace("-", " ").replace("_", " ") for term in terms}
    return _Mention(
        distances.pop() if len(distances) == 1 else "",
        known_distance(row),
        row.marks.distance is not None,
        tuple(sorted((same[one], one) for one in wordings if one in same)),
    )


@cache
def _same_views() -> Mapping[str, int]:
    """Wordings that mean one view, by the number of their line on the card."""
    lines: list[str] = load_cards()["mixed-camera-words"].data["variants"]
    return {
        wording.strip(): number for number, line in enumerate(lines) for wording in line.split(",")
    }
