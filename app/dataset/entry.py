"""Entry, Concept and Dataset: what is open, and the one value that changes it, Edit."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from app.dataset.choices import DatasetChoices
from app.dataset.marks import NO_NOTES, EntryNotes
from app.disk import Footprint, Ground, Stamp
from app.images.evidence import NOTHING_MEASURED, Evidence
from app.messages import Message


class CaptionState(StrEnum):
    """What was found where the caption should be; only READ and MISSING may be edited."""

    READ = "read"
    MISSING = "missing"
    NOT_UTF8 = "not_utf8"
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class CaptionForm:
    """How the file spells its text; kept when a caption is saved."""

    bom: bool = False
    newline: str = "\n"
    final_newline: bool = False
    breaks: tuple[str, ...] = ()
    """Every line break in turn, where the file mixes them; empty where all are `newline`."""


@dataclass(frozen=True, slots=True)
class Caption:
    r"""A caption as last seen on disk. `text` has no BOM and no final newline, and its line breaks
    are "\n"; it is None in every state that cannot be shown as text.
    """

    state: CaptionState
    text: str | None
    stamp: Stamp | None = None
    form: CaptionForm = field(default_factory=CaptionForm)
    reason: Message | None = None
    """Why it is not readable, with the way out."""
    line_breaks: int = 0
    """Line breaks inside the text: the trainer reads only the first line."""
    hard_links: int = 1
    """Names that the file has on disk; saving separates this one from the others."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One image with its caption. Never changed in place: an edit replaces it."""

    id: int
    """Its place in `Dataset.entries`; stays for as long as the folder is open."""
    concept: str
    image: Path
    caption_file: Path
    caption: Caption
    """As on disk."""
    text: str | None
    """As on screen; None where the caption cannot be shown. Unsaved is `text != caption.text`."""
    shares_with: tuple[int, ...] = ()
    """Other entries with the same caption file."""
    fallback: Path | None = None
    """The caption that the trainer's underscore rule would read instead of the missing one."""
    note: Message | None = None
    """What is odd about the image file itself: not trainable, a link, a name that collides."""
    trainable: bool = True
    """The trainer reads this file type."""
    footprint: Footprint | None = None
    """The image file when it was last seen."""
    leads_to: Path | None = None
    """Where the caption, or its whole folder, really is if a link leads out of the dataset: ask
    before writing there.
    """

    @property
    def name(self) -> str:
        """The image's file name."""
        return self.image.name

    @property
    def title(self) -> str:
        """The name with its concept, for where there are several of these."""
        return f"{self.concept} / {self.name}"

    def name_beside(self, other: "Entry") -> str:
        """What to call this one in words about `other`: two concepts may use the same names."""
        return self.name if self.concept == other.concept else self.title

    @property
    def editable(self) -> bool:
        """A person may type here."""
        return self.caption.state in (CaptionState.READ, CaptionState.MISSING)

    @property
    def unsaved(self) -> bool:
        """The screen says something that the disk does not."""
        return self.text != self.caption.text

    def now(self, text: str | None, caption: Caption) -> "Entry":
        """The same entry with these words on screen and on disk.

        Ten thousand captions change by one step: `dataclasses.replace` would take five times as
        long.
        """
        return Entry(
            self.id,
            self.concept,
            self.image,
            self.caption_file,
            caption,
            text,
            self.shares_with,
            self.fallback,
            self.note,
            self.trainable,
            self.footprint,
            self.leads_to,
        )


@dataclass(frozen=True, slots=True)
class Concept:
    """One image folder: one `[[datasets.subsets]]` for the trainer."""

    name: str
    """The folder's name without kohya's repeats; unique in the dataset."""
    folder: Path
    repeats: int
    """From a kohya folder name such as `10_name`, else 1."""
    caption_extension: str
    """".txt", or ".caption" where the folder uses that."""
    left_over: tuple[Path, ...] = ()
    """Files that are neither image nor caption of one (orphan captions, caches)."""


class Cause(StrEnum):
    """Why a caption changed."""

    TYPING = "typing"
    FIX = "fix"
    REPLACE = "replace"
    UNIFY = "unify"
    RESTORE = "restore"
    MERGE = "merge"
    UNDO = "undo"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of one caption; `before` and `after` are whole texts, None for "no caption"."""

    entry: int
    before: str | None
    after: str | None
    cause: Cause


@dataclass(slots=True)
class Dataset:
    """The opened folder. Mutable, and changed by the session only."""

    root: Path
    concepts: tuple[Concept, ...]
    entries: list[Entry]
    choices: DatasetChoices = field(default_factory=DatasetChoices)
    evidence: dict[int, Evidence] = field(default_factory=dict[int, Evidence])
    notes: dict[int, EntryNotes] = field(default_factory=dict[int, EntryNotes])
    gone: set[int] = field(default_factory=set[int])
    """Entries whose image was removed or has disappeared; their ids are not used again."""
    ground: Ground | None = None
    """Which folder `root` was when it was opened: nothing is written elsewhere unasked."""
    notices: tuple[Message, ...] = ()
    """What went wrong while opening and did not stop it (damaged notes, a link loop)."""

    def concept(self, name: str) -> Concept:
        """The concept of that name; KeyError where there is none."""
        for concept in self.concepts:
            if concept.name == name:
                return concept
        raise KeyError(name)

    def title(self, entry: int) -> str:
        """What messages call an entry: its image's name, with the concept if there are several."""
        one = self.entries[entry]
        return one.title if len(self.concepts) > 1 else one.name

    def present(self) -> list[int]:
        """The ids of all entries that are there, in folder order."""
        if not self.gone:
            return list(range(len(self.entries)))
        return [number for number in range(len(self.entries)) if number not in self.gone]

    def snapshot(self) -> "Dataset":
        """The same state in containers of its own, for a thread that only reads it."""
        return replace(
            self,
            entries=list(self.entries),
            evidence=dict(self.evidence),
            notes=dict(self.notes),
            gone=set(self.gone),
        )

    def evidence_of(self, entry: int) -> Evidence:
        """What was measured, or the evidence that knows nothing."""
        return self.evidence.get(entry, NOTHING_MEASURED)

    def notes_of(self, entry: int) -> EntryNotes:
        """What the person noted, or nothing."""
        return self.notes.get(entry, NO_NOTES)

    def relative(self, path: Path) -> str:
        """A path as messages and JSON show it: below the root, with forward slashes."""
        return path.relative_to(self.root).as_posix()

    def apply(self, edit: Edit) -> None:
        """Put the edit's text on screen; the only way a caption's text changes.

        A file that was written stays, empty; none is made for a caption that is empty again.
        """
        entry = self.entries[edit.entry]
        text = edit.after
        if text is None and entry.caption.state is CaptionState.READ:
            text = ""
        elif text == "" and entry.caption.state is CaptionState.MISSING:
            text = None
        self.entries[edit.entry] = entry.now(text, entry.caption)
