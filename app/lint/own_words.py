"""A person's own word lists: the one named in the settings and the one in the dataset's folder."""

from pathlib import Path

from app.errors import ProofError
from app.lint.vocabulary import Vocabulary, load_vocabulary
from app.messages import Message, msg

PLACE = Path(".proofsheet") / "words.toml"
"""Below the opened folder."""


def words_for(root: Path, named: Path | None) -> tuple[Vocabulary, tuple[Message, ...]]:
    """The vocabulary for a folder, and what is wrong with a list that had to be left out."""
    lists = [path for path in (named, root / PLACE) if path is not None and path.is_file()]
    usable: list[Path] = []
    notices: list[Message] = []
    for path in lists:
        try:
            load_vocabulary((path,))
        except ProofError as error:
            notices += [error.title, error.detail]
        else:
            usable.append(path)
    if named is not None and named not in lists:
        notices.append(msg("The word list {file} is not there.", file=str(named)))
    return load_vocabulary(usable), tuple(notice for notice in notices if notice.template)
