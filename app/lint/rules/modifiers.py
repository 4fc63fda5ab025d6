"""Modifiers that pile up, beside what the rest of the dataset uses."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace

from app.captions.style import Style
from app.dataset.choices import DatasetChoices
from app.lint.context import CaptionText, Row
from app.lint.fixes import removal
from app.lint.modifiers import Overload, Pile, is_overloaded
from app.lint.rule import Fix, Hit
from app.lint.taking_out import clean_cuts
from app.lint.terms import Kind
from app.lint.vocabulary import Vocabulary
from app.lint.watch import NOBODY, Watch

_ENOUGH = 5
"""Captions that show what is usual in a dataset."""


def pile_of(caption: CaptionText, vocabulary: Vocabulary) -> Hit | None:
    """The modifiers that are too many, with the fix that takes them out; None where none are."""
    overload = is_overloaded(caption.words, caption.terms, vocabulary)
    if overload is None:
        return None
    text, spans = caption.text, overload.spans
    words = ", ".join(dict.fromkeys(text[start:end] for start, end in spans))
    cuts = clean_cuts(caption.words, _superfluous(text, overload, vocabulary), vocabulary)
    fixes: tuple[Fix, ...] = ()
    if cuts:
        gone = [text[start:end] for cut in cuts for start, end in cut.modifiers]
        values = {"words": ", ".join(dict.fromkeys(gone))}
        # What would leave a hole is no longer among them, so nobody needs to look.
        removed = removal(text, [(cut.start, cut.end) for cut in cuts], safe=True)
        fixes = (replace(removed, values=values),)
    return Hit(
        "piled-up-modifiers",
        *spans[0],
        more_spans=spans[1:],
        case=overload.pile.value,
        values={"count": len(spans), "words": words, "allowed": overload.allowed},
        fixes=fixes,
        key=words,
    )


def _superfluous(
    text: str, overload: Overload, vocabulary: Vocabulary
) -> tuple[tuple[int, int], ...]:
    """Praise goes; of words that say the same the first stays; stacked facts need a person."""
    if overload.pile is Pile.MANY:
        return overload.spans
    if overload.pile is Pile.STACKED:
        return ()
    seen: set[int] = set()
    gone: list[tuple[int, int]] = []
    for start, end in overload.spans:
        group = vocabulary.alike.get(text[start:end].lower())
        if group is None:
            continue
        if group in seen:
            gone.append((start, end))
        seen.add(group)
    return tuple(gone)


class Modifiers(Watch):
    """How many modifiers captions have, so that a pile can be seen against the usual number."""

    def __init__(self, choices: DatasetChoices) -> None:
        super().__init__(choices)
        self._numbers: Counter[int] = Counter()

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """Nobody: the usual number of a dataset moves slowly, and decides nothing."""
        old, new = _number(before), _number(after)
        if old != new:
            if old is not None:
                self._numbers[old] -= 1
            if new is not None:
                self._numbers[new] += 1
        return NOBODY

    def hits(self, row: Row) -> Iterator[Hit]:
        """The pile of this caption, if there is one."""
        pile = row.reading.pile
        if pile is None:
            return
        if pile.case == Pile.MANY and self._numbers.total() >= _ENOUGH:
            values = {**pile.values, "usual": self._median()}
            yield replace(pile, case="many-here", values=values)
        else:
            yield pile

    def _median(self) -> int:
        half = self._numbers.total() / 2
        passed = 0
        for number in sorted(self._numbers):
            passed += self._numbers[number]
            if passed >= half:
                return number
        return 0


def _number(row: Row | None) -> int | None:
    if row is None or row.reading.style is Style.EMPTY:
        return None
    return sum(term.kind is Kind.MODIFIER for term in row.reading.terms)
