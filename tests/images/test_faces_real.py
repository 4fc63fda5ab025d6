"""Real faces, where ../shared/data is at hand: portraits are found, and labelled faces judged."""

import csv

import numpy as np
import pytest
from PIL import Image

from app.images.evidence import Smile
from app.images.expression import load_network, opinion
from app.images.faces import find_faces, verdict
from app.paths import resources

pytestmark = pytest.mark.needs_shared


def grey(path, side=640):
    with Image.open(path) as picture:
        scale = min(1.0, side / max(picture.size))
        size = (round(picture.width * scale), round(picture.height * scale))
        return np.asarray(picture.convert("L").resize(size, Image.Resampling.BOX)), scale


@pytest.fixture(scope="module")
def labelled(shared):
    """Twenty faces of the dev split for each of happiness and neutral."""
    folder = shared / "faces"
    with (folder / "faces.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["split"] == "dev"]
    crops = {}
    for label in ("happiness", "neutral"):
        crops[label] = []
        for row in [row for row in rows if row["label"] == label][:20]:
            with Image.open(folder / row["sheet"]) as sheet:
                x, y = int(row["x"]), int(row["y"])
                crops[label].append(np.asarray(sheet.convert("L").crop((x, y, x + 72, y + 72))))
    return crops


def test_smiles_and_others_are_told_apart(labelled):
    network = load_network(resources() / "models" / "expression.onnx")
    said = {
        label: [verdict(opinion(network, crop)) for crop in crops]
        for label, crops in labelled.items()
    }
    assert said["happiness"].count(Smile.FOUND) >= 10
    assert said["neutral"].count(Smile.NONE) >= 10
    assert Smile.NONE not in said["happiness"][:10]
    assert Smile.FOUND not in said["neutral"]


def test_a_portrait_has_one_face_in_its_own_pixels(shared):
    for name in ("001.png", "004.png"):
        pixels, scale = grey(shared / "folders" / "purplecurly" / name)
        found = find_faces(pixels, scale)
        assert found is not None
        assert len(found) == 1
        box = found[0]
        assert 200 < box.width < 1024
        assert 0 <= box.x <= box.x + box.width <= 1024
        assert box.verdict is not Smile.FOUND
        assert find_faces(pixels, scale) == found


def test_photos_without_people_have_no_face(shared):
    for path in sorted((shared / "folders" / "pink-slippers").glob("*.*")):
        if path.suffix.lower() in {".jpg", ".jpeg", ".png", ".webp"}:
            assert find_faces(*grey(path)) == (), path.name
