"""What a rule may look at: a caption just cut, or an entry with everything known about it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from app.captions.style import Style
from app.captions.tokens import Encoder
from app.captions.words import Words
from app.dataset.choices import ConceptChoices, DatasetChoices
from app.dataset.entry import Entry
from app.dataset.marks import EntryNotes, Marks
from app.images.evidence import Evidence
from app.lint.rule import Finding, Hit
from app.lint.terms import Kind, Term


class Tone(StrEnum):
    """What a caption says about the colours of the picture."""

    MONOCHROME = "monochrome"
    VIVID = "vivid"
    MUTED = "muted"


class Claim(NamedTuple):
    """A phrase at `text[start:end]` that claims a tone."""

    tone: Tone
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Overrun:
    """A window of so many tokens that a caption overruns from `text[start]` on, as estimated."""

    encoder: Encoder
    window: int
    tokens: int
    start: int


class Unread(NamedTuple):
    """What is needed of an entry to read its caption: it crosses processes too."""

    entry: int
    concept: str
    text: str


class Reading(NamedTuple):
    """What is kept of one caption once it has been cut: small, and it crosses processes.

    `findings` are those that the words alone decide. `units` are the caption's pieces for counting
    over the dataset (tags, or runs of up to three words), `tokens` its distinct words in lower
    case; `buckets` agree in at least one number where captions are nearly the same, and `digest`
    where they are the same but for case and spaces (0: no words).
    """

    entry: int
    concept: str
    style: Style
    terms: tuple[Term, ...] = ()
    findings: tuple[Finding, ...] = ()
    claims: tuple[Claim, ...] = ()
    pile: Hit | None = None
    """Modifiers that are too many."""
    units: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    buckets: tuple[int, ...] = ()
    overruns: tuple[Overrun, ...] = ()
    word_count: int = 0
    digest: int = 0

    def of_kind(self, kind: Kind) -> tuple[Term, ...]:
        """The terms of one kind, in their order."""
        return tuple([term for term in self.terms if term.kind is kind])


class CaptionText(NamedTuple):
    """A caption just cut, for the rules that need its words and nothing else."""

    text: str
    words: Words
    terms: tuple[Term, ...]
    style: Style


class Row(NamedTuple):
    """One entry with everything known about it."""

    entry: Entry
    reading: Reading
    evidence: Evidence
    notes: EntryNotes

    @property
    def marks(self) -> Marks:
        """The person's own word about the picture."""
        return self.notes.marks


class EntryContext(NamedTuple):
    """An entry and the choices that apply to it, for the rules that look at more than words."""

    entry: Entry
    text: str
    """The caption on screen, "" where there is none."""
    reading: Reading
    evidence: Evidence
    marks: Marks
    choices: DatasetChoices
    own: ConceptChoices
    """The choices for the entry's concept."""
