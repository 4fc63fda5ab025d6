"""The small network: what it is shown, what it answers, and that it is the measured one."""

import hashlib

import cv2
import numpy as np
import pytest

from app.errors import ProofError
from app.images.expression import (
    CLASSES,
    MODEL_SHA256,
    load_network,
    normalised,
    opinion,
    views,
    weighed,
)
from app.paths import resources

MODEL = resources() / "models" / "expression.onnx"


@pytest.fixture
def crop():
    """Something like a face: eyes, a nose, a mouth."""
    picture = np.full((72, 72), 60, np.uint8)
    cv2.ellipse(picture, (36, 38), (22, 28), 0, 0, 360, 170, -1)
    for x in (27, 45):
        cv2.circle(picture, (x, 30), 3, 40, -1)
    cv2.line(picture, (36, 32), (35, 42), 140, 2)
    cv2.ellipse(picture, (36, 46), (10, 7), 0, 20, 160, 60, 2)
    return cv2.GaussianBlur(picture, (0, 0), 0.8).astype(np.uint8)


class TestModelFile:
    def test_is_the_measured_one(self):
        assert hashlib.sha256(MODEL.read_bytes()).hexdigest() == MODEL_SHA256

    def test_is_small(self):
        assert MODEL.stat().st_size < 300_000

    def test_has_a_card_that_names_its_limits(self):
        card = MODEL.with_suffix(".md").read_text(encoding="utf-8")
        for said in ("Apache-2.0", "pictures.expression = false", "skin tone", MODEL_SHA256):
            assert said in card

    def test_other_bytes_are_refused(self, tmp_path):
        other = tmp_path / "model.onnx"
        other.write_bytes(MODEL.read_bytes() + b"\0")
        with pytest.raises(ProofError, match="damaged"):
            load_network(other)


class TestViews:
    def test_shape_and_mirror(self, crop):
        shown = views(crop)
        assert shown.shape[1:] == (1, 48, 48)
        assert np.array_equal(shown[1], shown[0][:, :, ::-1])

    def test_brightness_and_strong_contrast_do_not_matter(self, crop):
        brighter = (crop // 2 + 100).astype(np.uint8)
        assert np.abs(views(crop) - views(brighter)).mean() < 0.15

    def test_a_flat_view_stays_flat(self):
        assert np.all(normalised(np.full((48, 48), 77, np.uint8)) == 0)


class TestWeighed:
    def test_mean_of_the_views_decides(self):
        logits = np.array([[4, 0, 0, 0, 0], [0, 0, 0, 0, 0]], np.float32)
        held = weighed(logits)
        assert held.smile == pytest.approx(np.exp(2) / (np.exp(2) + 4))
        assert held.smile + held.no_smile + held.not_face == pytest.approx(1)

    @pytest.mark.parametrize("name", ["neutral", "negative", "surprise"])
    def test_all_other_expressions_are_no_smile(self, name):
        logits = np.full((1, 5), -9, np.float32)
        logits[0, CLASSES.index(name)] = 9
        assert weighed(logits).no_smile > 0.99


class TestOpinion:
    def test_is_the_same_every_time_and_mirrored(self, crop):
        network = load_network(MODEL)
        first = opinion(network, crop)
        assert opinion(load_network(MODEL), crop) == first
        mirrored = opinion(network, np.ascontiguousarray(crop[:, ::-1]))
        assert mirrored.smile == pytest.approx(first.smile, abs=0.01)

    def test_texture_is_no_face(self):
        noise = np.random.default_rng(0).integers(0, 255, (72, 72), dtype=np.uint8)
        held = opinion(load_network(MODEL), noise)
        assert held.not_face > 0.5
