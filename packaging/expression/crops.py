"""The labelled face crops that the expression model is trained on and measured with."""

import csv
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

CROP = 72
"""Side of a crop in pixels; the face box is the central 48 x 48."""

CLASS_OF_LABEL = {
    "happiness": 0,
    "neutral": 1,
    "sadness": 2,
    "anger": 2,
    "disgust": 2,
    "fear": 2,
    "contempt": 2,
    "surprise": 3,
    "not_face": 4,
}
"""Label of the data to position in `app.images.expression.CLASSES`; rare ones share a class."""

_HELD_OUT_NOT_FACES = 0.2


@dataclass(frozen=True, slots=True)
class Crops:
    """Crops (n x 72 x 72 uint8) with their class (n, 0 to 4) and the person shown (n)."""

    pixels: NDArray[np.uint8]
    classes: NDArray[np.int64]
    people: NDArray[np.str_]

    def __len__(self) -> int:
        return len(self.classes)

    def where(self, chosen: NDArray[np.bool_]) -> "Crops":
        """The chosen crops only."""
        return Crops(self.pixels[chosen], self.classes[chosen], self.people[chosen])


def read_crops(folder: Path, split: str) -> Crops:
    """Crops of "train", "dev" or another split named in `folder`/faces.csv.

    The data has no not-face crops outside "train"; the last fifth of them (whole photos apart from
    the first four, since neighbours on the sheets come from one photo) counts as "dev".
    Raises OSError where a sheet is missing and KeyError for an unknown label.
    """
    with (folder / "faces.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    not_faces = [number for number, row in enumerate(rows) if row["label"] == "not_face"]
    kept_back = set(not_faces[round(len(not_faces) * (1 - _HELD_OUT_NOT_FACES)) :])
    sheets: dict[str, NDArray[np.uint8]] = {}
    pixels: list[NDArray[np.uint8]] = []
    classes: list[int] = []
    people: list[str] = []
    for number, row in enumerate(rows):
        if ("dev" if number in kept_back else row["split"]) != split:
            continue
        if row["sheet"] not in sheets:
            sheets[row["sheet"]] = _read_grey(folder / row["sheet"])
        x, y = int(row["x"]), int(row["y"])
        pixels.append(sheets[row["sheet"]][y : y + CROP, x : x + CROP])
        classes.append(CLASS_OF_LABEL[row["label"]])
        people.append(_person(row["origin"]) or f"not a person {number // 20}")
    return Crops(np.stack(pixels), np.array(classes), np.array(people))


def fold_of(person: str, folds: int) -> int:
    """The part that a person belongs to, the same in every run."""
    return int.from_bytes(hashlib.sha256(person.encode()).digest()[:4], "big") % folds


def _person(origin: str) -> str:
    return re.sub(r"_?\d+\.\w+$", "", origin)


def _read_grey(path: Path) -> NDArray[np.uint8]:
    picture = cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_GRAYSCALE)
    if picture is None:
        raise OSError(f"{path} is not a picture")
    return picture.astype(np.uint8)
