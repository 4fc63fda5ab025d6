"""Watch: what a rule over the whole dataset remembers, kept up to date one entry at a time."""

from collections.abc import Collection, Iterable

from app.dataset.choices import DatasetChoices
from app.lint.context import Row
from app.lint.rule import Hit

NOBODY: frozenset[int] = frozenset()


class Watch:
    """Counts of one theme over the dataset. A change costs about the same in any dataset.

    `change` is told of each entry that comes (before None), changes or goes (after None), and
    answers with the other entries whose hits may now differ. Hits are worked out when asked for.
    """

    def __init__(self, choices: DatasetChoices) -> None:
        self.choices = choices
        self.news = True
        """`dataset_hits` may differ from last time; `change` sets it, who asks clears it."""

    def judge_by(self, choices: DatasetChoices) -> None:
        """Other choices hold from now on, and everybody's hits may differ."""
        self.choices = choices
        self.news = True

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """Take in one entry's change; the ids of other entries that it may concern."""
        raise NotImplementedError

    def change_many(self, changes: Iterable[tuple[Row | None, Row]]) -> Collection[int]:
        """The same for entries that come or change together."""
        told: set[int] = set()
        change = self.change
        for before, after in changes:
            if concerned := change(before, after):
                told.update(concerned)
        return told

    def hits(self, row: Row) -> Iterable[Hit]:
        """What the dataset says about this entry."""
        del row
        return ()

    def dataset_hits(self) -> Iterable[Hit]:
        """What there is to say about the dataset itself."""
        return ()
