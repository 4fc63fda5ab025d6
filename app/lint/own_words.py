"""A person's own words: read from their lists, and put there one at a time.

Three lists join the shipped words, the later over the earlier: `words.toml` beside the settings,
the one named in the settings, and the one in the dataset's `.proofsheet`.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import tomli

from app.captions.words import cut
from app.dataset.own_files import FOLDER, beside, instead, write_own
from app.disk import NotSaved, read_regular, write_reason
from app.durable import write_bytes
from app.errors import ProofError
from app.lint.senses import Kind, Polarity
from app.lint.vocabulary import Vocabulary, load_vocabulary
from app.messages import Message, msg
from app.paths import config_folder
from app.toml_io import LARGEST_FILE, make_own_folder

NAME = "words.toml"
PLACE = Path(FOLDER) / NAME
"""Below the opened folder."""
LONGEST = 8
"""Words that an own phrase has at most."""

MODIFIER_FAMILY = "evaluative"
_FACE, _AIR = True, False
MOODS: dict[str, tuple[Polarity, bool]] = {
    "joy": (Polarity.POSITIVE, _FACE),
    "tenderness": (Polarity.POSITIVE, _FACE),
    "energy": (Polarity.POSITIVE, _AIR),
    "calm": (Polarity.CALM, _AIR),
    "seriousness": (Polarity.NEUTRAL, _FACE),
    "surprise": (Polarity.NEUTRAL, _FACE),
    "sadness": (Polarity.NEGATIVE, _FACE),
    "anger": (Polarity.NEGATIVE, _FACE),
    "fear": (Polarity.NEGATIVE, _FACE),
    "disgust": (Polarity.NEGATIVE, _FACE),
    "gloom": (Polarity.NEGATIVE, _AIR),
    "other": (Polarity.NEUTRAL, _AIR),
}
"""For each family of mood where it leans, and whether it is a face's or a place's."""


@dataclass(frozen=True, slots=True)
class OwnWord:
    """What a person says that a phrase means; `kind` None: it is no term."""

    phrase: str
    kind: Kind | None
    family: str = ""


@dataclass(frozen=True, slots=True)
class WordsRead:
    """The vocabulary for a folder, and the lists that were read for it."""

    vocabulary: Vocabulary
    notices: tuple[Message, ...]
    """What is wrong with lists that had to be left out."""
    lists: tuple[tuple[Path, int, int], ...]
    """Each list with its time (ns) and size (bytes) as it was before it was read: what changes
    while it is read will be read again."""


def words_for(root: Path, named: Path | None) -> WordsRead:
    """The words for a folder; a list that cannot be read is left out with a notice."""
    stamps = _stamps(root, named)
    lists = [path for path in _places(root, named) if path.is_file()]
    usable: list[Path] = []
    notices: list[Message] = []
    for path in dict.fromkeys(lists):
        try:
            load_vocabulary((path,))
        except ProofError as error:
            notices += [error.title, error.detail]
        else:
            usable.append(path)
    if named is not None and named not in lists:
        notices.append(msg("The word list {file} is not there.", file=str(named)))
    told = tuple(notice for notice in notices if notice.template)
    return WordsRead(load_vocabulary(usable), told, stamps)


def words_if_changed(root: Path, named: Path | None, known: WordsRead) -> WordsRead | None:
    """The words again, or None where the lists are still as they were read."""
    return None if _stamps(root, named) == known.lists else words_for(root, named)


def _stamps(root: Path, named: Path | None) -> tuple[tuple[Path, int, int], ...]:
    found: list[tuple[Path, int, int]] = []
    for path in _places(root, named):
        try:
            status = path.stat()
        except OSError:
            continue  # not there, or not to be read: `words_for` says which
        found.append((path, status.st_mtime_ns, status.st_size))
    return tuple(found)


def _places(root: Path, named: Path | None) -> tuple[Path, ...]:
    places = (own_list(), named, root / PLACE, instead(root, NAME))
    return tuple(path for path in places if path is not None)


def own_list() -> Path:
    """The person's list for everything they open; perhaps not there."""
    return config_folder() / NAME


def phrase_of(written: str) -> str:
    """How a list writes these words: small, with single spaces. "" where they are no phrase."""
    words = cut(" ".join(written.split()))
    letters = [form for form in words.forms if form[0].isalnum()]
    if not letters or len(letters) != len(words.forms) or len(letters) > LONGEST:
        return ""
    if words.japanese:
        return words.forms[0] if len(letters) == 1 else ""
    return " ".join(letters)


def keep_word(word: OwnWord, root: Path | None, named: Path | None) -> None:
    """Put a word on the dataset's list, or with root None on the person's own.

    What they said of the same phrase before is replaced. Raises ProofError.
    """
    if root is None:
        path = named or own_list()
        data = _with_word(path, word)
        try:
            make_own_folder(path.parent)
        except OSError as error:
            raise NotSaved(path, write_reason(error, path, len(data)), error.errno) from error
        write_bytes(path, data)
        return
    second = instead(root, NAME)
    path = second if second.is_file() else beside(root, NAME)
    write_own(root, NAME, _with_word(path, word))


def _with_word(path: Path, word: OwnWord) -> bytes:
    """The list's text with the word at its end; the rest stays as the person wrote it."""
    text = ""
    if path.is_file():
        try:
            text = read_regular(path, LARGEST_FILE)[0].decode("utf-8-sig")
        except (OSError, ValueError) as error:
            raise _untouched(path, str(error)) from error
    said = re.escape(_quoted(word.phrase))
    text = re.sub(
        rf"\n*\[\[phrases\]\]\nkind = .*\n(?:\w+ = .*\n)*?(?:en|ja) = {said}\n", "\n", text
    )
    text = text.rstrip("\n")
    text = f"{text}\n\n{_entry(word)}" if text else _entry(word)
    try:
        tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise _untouched(path, str(error)) from error
    return text.encode()


def _entry(word: OwnWord) -> str:
    lines = ["[[phrases]]", f'kind = "{word.kind.value if word.kind else "nothing"}"']
    if word.kind is not None:
        lines.append(f"family = {_quoted(word.family or MODIFIER_FAMILY)}")
    if word.kind is Kind.MOOD:
        polarity, expression = MOODS.get(word.family, MOODS["other"])
        lines.append(f'polarity = "{polarity.value}"')
        lines.append(f"expression = {'true' if expression else 'false'}")
    language = "ja" if cut(word.phrase).japanese else "en"
    return "\n".join([*lines, f"{language} = {_quoted(word.phrase)}", ""])


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _untouched(path: Path, reason: str) -> ProofError:
    return ProofError(
        msg("The word list {path} was left alone", path=str(path)),
        msg("It cannot be added to: {reason}", reason=reason),
    )
