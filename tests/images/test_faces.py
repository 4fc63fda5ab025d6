"""Finding faces and what may be said of them, without any real face."""

import shutil
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

from app import paths
from app.images import faces
from app.images.evidence import Face, Smile
from app.images.expression import Opinion
from app.images.faces import NO_SMILE_AT, SMILE_AT, accepted, find_faces, verdict


def face(said: Smile, *, neighbours: int = 30, not_face: float = 0.01) -> Face:
    return Face(
        x=10,
        y=20,
        width=60,
        height=60,
        neighbours=neighbours,
        smile=0.98 if said is Smile.FOUND else 0.01,
        no_smile=0.98 if said is Smile.NONE else 0.01,
        not_face=not_face,
        verdict=said,
    )


@pytest.fixture
def fresh_tools():
    """Cascade and network are loaded again, now and after the test."""
    faces._tools.cache_clear()
    yield
    faces._tools.cache_clear()


class TestVerdict:
    def test_thresholds_belong_to_the_verdict(self):
        assert verdict(Opinion(SMILE_AT, 1 - SMILE_AT, 0)) is Smile.FOUND
        assert verdict(Opinion(1 - NO_SMILE_AT, NO_SMILE_AT, 0)) is Smile.NONE

    def test_in_between_is_unknown(self):
        assert verdict(Opinion(SMILE_AT - 1e-6, 1 - SMILE_AT, 0)) is Smile.UNKNOWN
        assert verdict(Opinion(1 - NO_SMILE_AT, NO_SMILE_AT - 1e-6, 0)) is Smile.UNKNOWN

    def test_what_is_no_face_has_no_expression(self):
        assert verdict(Opinion(0.0, 0.4, 0.6)) is Smile.UNKNOWN


class TestAccepted:
    @pytest.mark.parametrize(
        ("neighbours", "not_face", "expected"),
        [(12, 0.49, True), (11, 0.01, False), (12, 0.5, False)],
    )
    def test_needs_many_hits_and_the_network(self, neighbours, not_face, expected):
        box = face(Smile.NONE, neighbours=neighbours, not_face=not_face)
        assert accepted(box) is expected


class TestFindFaces:
    def test_a_picture_without_faces(self):
        noise = np.random.default_rng(3).integers(0, 255, (427, 640), dtype=np.uint8)
        assert find_faces(noise, 1.0) == ()
        assert find_faces(np.full((200, 300), 128, np.uint8), 0.5) == ()

    @pytest.mark.parametrize("shape", [(1, 1), (35, 640), (640, 1), (36, 36)])
    def test_pictures_too_small_for_a_face(self, shape):
        assert find_faces(np.zeros(shape, np.uint8), 1.0) == ()

    def test_a_drawn_face_is_no_face_with_an_expression(self):
        picture = np.full((300, 300), 200, np.uint8)
        cv2.circle(picture, (150, 150), 90, 230, -1)
        for x in (115, 185):
            cv2.circle(picture, (x, 125), 12, 20, -1)
        cv2.ellipse(picture, (150, 170), (45, 30), 0, 10, 170, 20, 5)
        found = find_faces(picture, 1.0)
        assert found is not None
        assert {face.verdict for face in found} <= {Smile.UNKNOWN}

    def test_one_thread_only(self):
        find_faces(np.zeros((64, 64), np.uint8), 1.0)
        assert cv2.getNumThreads() == 1


class TestCrop:
    def test_the_box_is_the_middle_two_thirds(self):
        grey = np.zeros((300, 300), np.uint8)
        grey[100:196, 120:216] = 255
        crop = faces._crop(grey, faces._Box(120, 100, 96, 20))
        assert crop.shape == (72, 72)
        assert crop[13:59, 13:59].min() == 255
        assert crop[:11].max() == 0
        assert crop[:, 61:].max() == 0

    def test_the_edge_of_the_picture_is_repeated(self):
        grey = np.full((96, 96), 90, np.uint8)
        assert np.array_equal(
            faces._crop(grey, faces._Box(0, 0, 96, 20)), np.full((72, 72), 90, np.uint8)
        )


class TestUnavailable:
    def break_resources(self, monkeypatch, tmp_path, change):
        models = tmp_path / "resources" / "models"
        models.mkdir(parents=True)
        model = models / "expression.onnx"
        shutil.copyfile(paths.resources() / "models" / "expression.onnx", model)
        change(model)
        monkeypatch.setattr(faces, "resources", lambda: tmp_path / "resources")
        return model

    def cut(self, model: Path):
        model.write_bytes(model.read_bytes()[:1000])

    def flip_one_bit(self, model: Path):
        data = bytearray(model.read_bytes())
        data[len(data) // 2] ^= 1
        model.write_bytes(bytes(data))

    def test_it_is_available_here(self, fresh_tools):
        assert faces.why_unavailable() is None

    @pytest.mark.parametrize("how", ["cut", "flip_one_bit"])
    def test_a_damaged_model_is_not_used(self, monkeypatch, tmp_path, fresh_tools, how):
        model = self.break_resources(monkeypatch, tmp_path, getattr(self, how))
        assert find_faces(np.zeros((100, 100), np.uint8), 1.0) is None
        assert "damaged" in str(faces.why_unavailable())
        assert str(model) in str(faces.why_unavailable())

    def test_a_missing_model_is_named(self, monkeypatch, tmp_path, fresh_tools):
        model = self.break_resources(monkeypatch, tmp_path, Path.unlink)
        assert find_faces(np.zeros((100, 100), np.uint8), 1.0) is None
        assert str(model) in str(faces.why_unavailable())

    def test_a_model_that_opencv_cannot_run(self, monkeypatch, tmp_path, fresh_tools):
        def refuse(_data):
            raise cv2.error("unknown layer")

        monkeypatch.setattr(cv2.dnn, "readNetFromONNX", refuse)
        assert find_faces(np.zeros((100, 100), np.uint8), 1.0) is None
        assert "unknown layer" in str(faces.why_unavailable())

    def test_an_opencv_without_cascades(self, monkeypatch, fresh_tools):
        monkeypatch.delattr(cv2, "CascadeClassifier")
        assert find_faces(np.zeros((100, 100), np.uint8), 1.0) is None
        assert cv2.__version__ in str(faces.why_unavailable())

    @pytest.mark.parametrize(
        "content", [None, b"", b"<?xml version='1.0'?><opencv_storage>", b"\xff"]
    )
    def test_a_damaged_cascade(self, monkeypatch, tmp_path, fresh_tools, content):
        cascade = tmp_path / "data" / "haarcascade_frontalface_alt2.xml"
        cascade.parent.mkdir()
        if content is not None:
            cascade.write_bytes(content)
        monkeypatch.setattr(cv2, "__file__", str(tmp_path / "__init__.py"))
        assert find_faces(np.zeros((100, 100), np.uint8), 1.0) is None
        assert "cascade" in str(faces.why_unavailable())

    def test_without_opencv_the_program_says_so(self):
        code = (
            "import sys; sys.modules['cv2'] = None\n"
            "import numpy as np\n"
            "from app.images import faces\n"
            "assert faces.find_faces(np.zeros((99, 99), np.uint8), 1.0) is None\n"
            "print(faces.why_unavailable())\n"
        )
        result = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            cwd=Path(__file__).resolve().parents[2],
        )
        assert result.returncode == 0, result.stderr
        assert "OpenCV is missing" in result.stdout
