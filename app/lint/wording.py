"""Wording: in which words the captions of a dataset name one light, mood, camera or medium."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from app.lint.context import Reading
from app.lint.rule import Finding
from app.lint.terms import Kind

KINDS = (Kind.LIGHTING, Kind.MOOD, Kind.CAMERA, Kind.MEDIUM)
"""What is said in words of its own kind, in the order in which a person looks at it."""
CONTRADICTING = frozenset({"light-not-in-picture", "mood-not-in-picture"})
"""The rules that hold words against the picture."""
SAYS_LITTLE = frozenset({"dramatic", "other"})
"""Families of lighting that hardly tell a model where the light comes from."""


def phrase_key(text: str) -> str:
    """What two phrases have in common that are written alike but for capitals and spaces."""
    return " ".join(text.split()).casefold()


@dataclass(frozen=True, slots=True)
class Phrase:
    """One wording: how it is mostly written, and the entries that use it, ascending."""

    key: str
    """As `phrase_key` gives it."""
    text: str
    entries: tuple[int, ...]
    contradicted: tuple[Finding, ...] = ()
    """Findings on these words that the picture shows something else; one for an entry."""


@dataclass(frozen=True, slots=True)
class Family:
    """The wordings of one family, the commonest first."""

    name: str
    phrases: tuple[Phrase, ...]
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class KindWording:
    """All families of one kind, the commonest first, and the entries that name none."""

    kind: Kind
    families: tuple[Family, ...] = ()
    silent: tuple[int, ...] = ()
    total: int = 0
    """Entries that were read."""

    @property
    def named(self) -> int:
        """Entries that name at least one."""
        return self.total - len(self.silent)

    @property
    def drifting(self) -> tuple[Family, ...]:
        """Families that say one thing in several words."""
        return tuple(family for family in self.families if len(family.phrases) > 1)


class FamilyOrder(Enum):
    """In which order families are shown."""

    COUNT = "count"
    """Those of the most entries first."""
    WORDINGS = "wordings"
    """Those said in the most words first: where there is most to unify."""
    NAME = "name"


def in_order(
    wording: KindWording, order: FamilyOrder, name_of: Callable[[str], str]
) -> KindWording:
    """The same families in another order; `name_of` gives the name that a person reads."""

    def key(family: Family) -> tuple[int, int, str]:
        name = name_of(family.name).casefold()
        match order:
            case FamilyOrder.COUNT:
                return -len(family.entries), 0, name
            case FamilyOrder.WORDINGS:
                return -len(family.phrases), -len(family.entries), name
            case FamilyOrder.NAME:
                return 0, 0, name

    return replace(wording, families=tuple(sorted(wording.families, key=key)))


Wording = dict[Kind, KindWording]
"""One for each of `KINDS`."""


@dataclass(slots=True)
class _Uses:
    """One phrase while it is being counted."""

    written: Counter[str] = field(default_factory=Counter[str])
    entries: dict[int, None] = field(default_factory=dict[int, None])
    against: dict[int, Finding] = field(default_factory=dict[int, Finding])


class Survey:
    """Counts the wordings of a dataset entry by entry, so that it can be done in slices."""

    def __init__(self) -> None:
        self._uses: dict[tuple[Kind, str, str], _Uses] = {}
        self._silent: dict[Kind, list[int]] = {kind: [] for kind in KINDS}
        self._total = 0

    def add(self, reading: Reading, findings: Iterable[Finding]) -> None:
        """Take in one entry with its findings; each entry once."""
        self._total += 1
        against = [
            finding
            for finding in findings
            if finding.rule in CONTRADICTING and not finding.dismissed
        ]
        named: set[Kind] = set()
        for term in reading.terms:
            if term.kind not in self._silent:
                continue
            named.add(term.kind)
            place = term.kind, term.family, phrase_key(term.text)
            uses = self._uses.get(place)
            if uses is None:
                uses = self._uses[place] = _Uses()
            uses.written[term.text] += 1
            uses.entries[reading.entry] = None
            for finding in against:
                if _touches(finding, term.start, term.end):
                    uses.against.setdefault(reading.entry, finding)
        for kind, silent in self._silent.items():
            if kind not in named:
                silent.append(reading.entry)

    def result(self) -> Wording:
        """What was counted so far."""
        families: dict[Kind, dict[str, list[Phrase]]] = {kind: {} for kind in KINDS}
        for (kind, family, key), uses in self._uses.items():
            text = min(uses.written, key=lambda one: (-uses.written[one], one != key, one))
            phrase = Phrase(
                key,
                text,
                tuple(sorted(uses.entries)),
                tuple(uses.against[entry] for entry in sorted(uses.against)),
            )
            families[kind].setdefault(family, []).append(phrase)
        return {
            kind: KindWording(
                kind,
                tuple(sorted((_family(*one) for one in found.items()), key=_commonest_family)),
                tuple(sorted(self._silent[kind])),
                self._total,
            )
            for kind, found in families.items()
        }


def _family(name: str, phrases: Sequence[Phrase]) -> Family:
    entries = {entry for phrase in phrases for entry in phrase.entries}
    ordered = sorted(phrases, key=lambda one: (-len(one.entries), one.key))
    return Family(name, tuple(ordered), tuple(sorted(entries)))


def _commonest_family(family: Family) -> tuple[int, str]:
    return -len(family.entries), family.name


def _touches(finding: Finding, start: int, end: int) -> bool:
    if finding.start is None or finding.end is None:
        return False
    spans = ((finding.start, finding.end), *finding.more_spans)
    return any(first < end and start < last for first, last in spans)


def suggested(phrases: Sequence[Phrase]) -> Phrase | None:
    """The phrase that the others might give way to: the shortest among the usual ones."""
    if not phrases:
        return None
    most = max(len(phrase.entries) for phrase in phrases)
    usual = [phrase for phrase in phrases if len(phrase.entries) * 3 >= most]
    return min(usual, key=lambda one: (len(one.text), -len(one.entries), one.key))
