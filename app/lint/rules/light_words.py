"""Light described differently from picture to picture: drift of words, or truly varied light."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, islice

from app.dataset.choices import DatasetChoices
from app.dataset.marks import Light
from app.lint.context import Row
from app.lint.rule import Hit
from app.lint.rules.light_judgement import (
    LIGHTNESS_STEP,
    LOOKED_AT,
    SILENT,
    TIMES,
    Judgement,
    Look,
    Mention,
    Place,
    Verdict,
    clash,
    clashes,
    judge,
)
from app.lint.terms import Kind
from app.lint.watch import Watch


@dataclass(slots=True)
class _Concept:
    """The entries of one concept that mention light, and how often each look occurs."""

    mentions: dict[int, Mention] = field(default_factory=dict[int, Mention])
    known: dict[int, Mention] = field(default_factory=dict[int, Mention])
    """Of these the light of the picture is known."""
    looks: dict[Look, dict[int, None]] = field(default_factory=dict[Look, dict[int, None]])
    judged: "Judgement | None" = None


class LightWords(Watch):
    """What each concept's captions say about light, beside what its pictures show."""

    def __init__(self, choices: DatasetChoices) -> None:
        super().__init__(choices)
        self._concepts: defaultdict[str, _Concept] = defaultdict(_Concept)

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """All entries that depart, where the verdict on the concept is another one now."""
        return self._judge_anew(self._take_in(before, after))

    def change_many(self, changes: Iterable[tuple[Row | None, Row]]) -> Collection[int]:
        """The same for several: each concept is judged once."""
        concerned: set[str] = set()
        for before, after in changes:
            concerned.update(self._take_in(before, after))
        return self._judge_anew(concerned)

    def _take_in(self, before: Row | None, after: Row | None) -> Collection[str]:
        """The concepts that may be judged otherwise now."""
        old, new = before and _mention(before), after and _mention(after)
        if before and after and before.entry.concept == after.entry.concept:
            return self._replace(after, old, new) if old != new else ()
        concerned: list[str] = []
        if before and old:
            concerned.extend(self._replace(before, old, None))
        if after and new:
            concerned.extend(self._replace(after, None, new))
        return concerned

    def _replace(self, row: Row, old: Mention | None, new: Mention | None) -> Collection[str]:
        concept = self._concepts[row.entry.concept]
        same = old is not None and new is not None and old.look == new.look
        beyond = same and not _is_looked_at(row, concept)
        if old:
            group = concept.looks[old.look]
            del group[row.entry.id]
            if not group:
                del concept.looks[old.look]
        if new:
            concept.looks.setdefault(new.look, {})[row.entry.id] = None
            # In place, so that the pictures that are looked at stay the same ones.
            concept.mentions[row.entry.id] = new
        else:
            del concept.mentions[row.entry.id]
        if new and new.known:
            concept.known[row.entry.id] = new
        else:
            concept.known.pop(row.entry.id, None)
        if beyond and not _is_looked_at(row, concept):
            return ()  # one more picture was measured, and enough of them are known
        self.news = True
        return (row.entry.concept,)

    def _judge_anew(self, concerned: Collection[str]) -> Collection[int]:
        told: list[int] = []
        for name in concerned:
            concept = self._concepts[name]
            earlier, concept.judged = concept.judged, None
            if earlier is None:
                # Nobody has asked yet, so nobody can hold an answer that is wrong now.
                continue
            judged = judge(_sizes(concept), concept.known.values())
            # What was announced holds as long as it is the same for all: small steps add up
            # against it and not against each other.
            same = judged.same_for_all(earlier)
            concept.judged = earlier if same else judged
            if not same:
                told.extend(concept.mentions)
        return told

    def _judged(self, name: str) -> Judgement:
        concept = self._concepts.get(name)
        if concept is None:
            return SILENT
        if concept.judged is None:
            concept.judged = judge(_sizes(concept), concept.known.values())
        return concept.judged

    def hits(self, row: Row) -> Iterator[Hit]:
        """A hit where the words drift and the light of this very picture is known."""
        concept = self._concepts.get(row.entry.concept)
        mention = concept.mentions.get(row.entry.id) if concept else None
        if mention is None:
            return
        judged = self._judged(row.entry.concept)
        usual = judged.usual
        if judged.verdict is not Verdict.DRIFT or not clash(mention.look, frozenset({usual})):
            return
        if not judged.knows_alike(mention):
            return
        families = {family for family in mention.look if clashes(family, usual)}
        if mention.mark is None and usual in TIMES and families <= TIMES:
            # The time of day cannot be measured well enough to accuse a single caption.
            return
        terms = [t for t in row.reading.of_kind(Kind.LIGHTING) if t.family in families]
        yield Hit(
            "mixed-lighting-words",
            terms[0].start,
            terms[0].end,
            more_spans=tuple((term.start, term.end) for term in terms[1:]),
            values={"match": terms[0].text, "family": terms[0].family, "usual": usual},
        )

    def dataset_hits(self) -> Iterator[Hit]:
        """Drift, or the hint that light and words vary together, for each concept."""
        for name, concept in self._concepts.items():
            judged = self._judged(name)
            verdict, usual = judged.verdict, judged.usual
            if verdict not in (Verdict.DRIFT, Verdict.VARIED):
                continue
            drift = verdict is Verdict.DRIFT
            against = frozenset({usual})
            listed = [
                entry
                for look, group in concept.looks.items()
                if not drift or clash(look, against)
                for entry in group
            ]
            yield Hit(
                "mixed-lighting-words" if drift else "varied-light",
                case="dataset" if drift else "default",
                values={"concept": name, "count": len(concept.mentions)} | _two(_sizes(concept)),
                entries=tuple(sorted(listed)),
                concept=name,
                key=name,
            )


def _mention(row: Row) -> Mention | None:
    look = frozenset([term.family for term in row.reading.terms if term.kind is Kind.LIGHTING]) - {
        "other"
    }
    if not look:
        return None
    mark = row.marks.light
    return Mention(look, None if mark is Light.OTHER else mark, _place(row))


def _is_looked_at(row: Row, concept: _Concept) -> bool:
    """Whether the light of this picture is among those that the judgement rests on."""
    return row.entry.id in islice(concept.known, LOOKED_AT)


def _place(row: Row) -> Place | None:
    tone = row.evidence.tone
    if tone is None:
        return None
    return (
        tone.lightness_mean / LIGHTNESS_STEP,
        tone.contrast_rms / 6,
        tone.a_mean / 5,
        tone.b_mean / 5,
    )


def _sizes(concept: _Concept) -> Counter[Look]:
    return Counter({look: len(group) for look, group in concept.looks.items()})


def _two(looks: Counter[Look]) -> dict[str, str | int]:
    """The commonest family and the commonest that contradicts it, each with its entries."""
    counts: Counter[str] = Counter()
    for look, count in looks.items():
        counts.update(dict.fromkeys(look, count))
    order = sorted(counts, key=lambda family: (-counts[family], family))
    usual = order[0]
    pairs = [(a, b) for a, b in combinations(order, 2) if clashes(a, b)]
    other = next((b for a, b in pairs if a == usual), None)
    if other is None:
        usual, other = pairs[0]
    return {
        "usual": usual,
        "usual_count": counts[usual],
        "other": other,
        "other_count": counts[other],
    }
