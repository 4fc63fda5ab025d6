"""The same thing written in two ways over the dataset: word order, joined words, two spellings."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from app.dataset.choices import DatasetChoices
from app.lint.cards import load_cards
from app.lint.context import Row
from app.lint.rule import Hit
from app.lint.units import SMALL
from app.lint.watch import NOBODY, Watch

_ENOUGH = 4
"""Captions that must have the commoner form before the other one is drift."""
_NAMED = 6
"""Pairs that one finding lists."""


class Wordings(Watch):
    """How many captions have each form of the same words, by what the forms have in common."""

    def __init__(self, choices: DatasetChoices) -> None:
        super().__init__(choices)
        self._forms: dict[str, Counter[str]] = {}
        self._mixed: set[str] = set()
        self._variants = _variants()

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """Nobody: the drift is told of the dataset, and found in a caption by searching for it."""
        old = self._forms_of(before) if before else set[tuple[str, str]]()
        new = self._forms_of(after) if after else set[tuple[str, str]]()
        for key, form in old - new:
            forms = self._forms[key]
            forms[form] -= 1
            if not forms[form]:
                del forms[form]
            self._look_again(key, forms)
        for key, form in new - old:
            forms = self._forms.setdefault(key, Counter())
            forms[form] += 1
            self._look_again(key, forms)
        return NOBODY

    def _look_again(self, key: str, forms: Counter[str]) -> None:
        if not forms:
            del self._forms[key]
        mixed = len(forms) > 1 and max(forms.values()) >= _ENOUGH
        if mixed:
            self._mixed.add(key)
            self.news = True
        elif key in self._mixed:
            self._mixed.remove(key)
            self.news = True

    def _forms_of(self, row: Row) -> set[tuple[str, str]]:
        found: set[tuple[str, str]] = set()
        variants = self._variants
        for token in row.reading.tokens:
            if token in variants:
                found.add((variants[token], token))
            elif len(token) > 5:
                found.add((f"joined {token}", token))
        for unit in row.reading.units:
            words = unit.split(" ")
            if len(words) == 2 and words[0].isascii() and len(unit) > 6:
                found.add((f"joined {words[0]}{words[1]}", unit))
            elif len(words) == 3 and SMALL.isdisjoint(words) and len(set(words)) == 3:
                found.add((f"order {' '.join(sorted(words))}", unit))
        return found

    def dataset_hits(self) -> Iterator[Hit]:
        """One hint that lists the pairs, the commonest first."""
        pairs: list[tuple[int, str]] = []
        for key in self._mixed:
            (usual, often), (other, seldom) = self._forms[key].most_common(2)
            pairs.append((-often, f"{usual} ({often}), {other} ({seldom})"))
        if pairs:
            pairs.sort()
            listed = "; ".join(text for _, text in pairs[:_NAMED])
            values = {"count": len(pairs), "pairs": listed}
            yield Hit("wording-drift", values=values, key=listed)


def _variants() -> Mapping[str, str]:
    """The pairs of spellings on the card, each form with the first of its group."""
    groups: Iterable[str] = load_cards()["wording-drift"].data["variants"]
    return {form: group.split()[0] for group in groups for form in group.split()}
