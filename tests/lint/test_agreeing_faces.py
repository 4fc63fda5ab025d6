"""What several faces of one picture say together."""

import pytest

from app.images.evidence import Face, Smile
from app.lint.rules.mood import agreed


def face(said: Smile) -> Face:
    smile, none = float(said is Smile.FOUND), float(said is Smile.NONE)
    return Face(10, 20, 60, 60, 30, smile, none, 0.01, said)


def claim(*faces: Face) -> Smile:
    return agreed(faces)


@pytest.mark.parametrize("said", [Smile.FOUND, Smile.NONE])
@pytest.mark.parametrize("count", [1, 3])
def test_faces_that_agree_speak_for_the_picture(said, count):
    assert claim(*[face(said)] * count) is said


@pytest.mark.parametrize("other", [Smile.NONE, Smile.UNKNOWN])
def test_any_other_opinion_silences_them(other):
    assert claim(face(Smile.FOUND), face(other)) is Smile.UNKNOWN


def test_no_face_is_no_evidence():
    assert claim() is Smile.UNKNOWN
