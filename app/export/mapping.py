"""Which picture became which file: a table beside the exported folders, where names changed."""

import csv
import io
from collections.abc import Sequence
from pathlib import PurePosixPath

from app.export.planned import PlannedConcept
from app.names import readable

NAME = "proofsheet-names.csv"


def names_table(concepts: Sequence[PlannedConcept]) -> str:
    """One line for every pair, sources as paths in their dataset; "" where no name changed."""
    if not any(_renamed(concept) for concept in concepts):
        return ""
    page = io.StringIO()
    table = csv.writer(page, lineterminator="\n")
    table.writerow(("exported", "source"))
    for concept in concepts:
        for pair in concept.pairs:
            table.writerow((pair.target, readable(pair.known_as)))
    return page.getvalue()


def _renamed(concept: PlannedConcept) -> bool:
    return concept.folder != concept.name or any(
        PurePosixPath(pair.target).name != pair.image.name for pair in concept.pairs
    )
