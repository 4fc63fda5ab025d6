"""What several faces of one picture say together."""

import pytest

from app.images.evidence import Face, Smile
from app.lint.rules.mood import agreed, sure_faces


def face(said: Smile, *, neighbours: int = 30, not_face: float = 0.01) -> Face:
    smile, none = float(said is Smile.FOUND), float(said is Smile.NONE)
    return Face(10, 20, 60, 60, neighbours, smile, none, not_face, said)


def claim(*faces: Face) -> Smile:
    return agreed(sure_faces(faces))


@pytest.mark.parametrize("said", [Smile.FOUND, Smile.NONE])
@pytest.mark.parametrize("count", [1, 3])
def test_faces_that_agree_speak_for_the_picture(said, count):
    assert claim(*[face(said)] * count) is said


@pytest.mark.parametrize("other", [Smile.NONE, Smile.UNKNOWN])
def test_any_other_opinion_silences_them(other):
    assert claim(face(Smile.FOUND), face(other)) is Smile.UNKNOWN


@pytest.mark.parametrize(
    "doubtful", [face(Smile.NONE, neighbours=5), face(Smile.NONE, not_face=0.5)]
)
def test_what_is_hardly_a_face_has_no_voice(doubtful):
    assert claim(face(Smile.FOUND), doubtful) is Smile.FOUND
    assert claim(doubtful) is Smile.UNKNOWN


def test_no_face_is_no_evidence():
    assert claim() is Smile.UNKNOWN
