"""Facts name what was measured, with its number, and nothing else."""

from app.images.evidence import Evidence, Face, Flag, FlagReading, Smile, Tone
from app.images.facts import facts
from app.messages import msg

TONE = Tone(13, 5, 10, 18, 10, 0.91, 0.0, 20, 5, 10, 12, 4, 0, -15, 0.1, 0.59, 0.0)


def lines(evidence):
    return {str(fact.label): str(fact.text) for fact in facts(evidence)}


def test_nothing_measured_says_nothing():
    assert facts(Evidence()) == ()


def test_a_broken_picture_says_only_why():
    assert lines(Evidence(failure=msg("ends early"))) == {"Picture": "ends early"}


def test_a_dark_picture_names_its_numbers():
    dark = FlagReading(Flag.DARK, 13, 20, "33/33")
    said = lines(Evidence(tone=TONE, flags=(dark,)))
    assert said["Lightness"] == "13/100, dark"
    assert said["Dark pixels"] == "91 % below 20"
    assert said["Palette"] == "no claim: warm 0.10, cool 0.59"


def test_no_face_found_is_no_evidence():
    assert "proves nothing" in lines(Evidence(faces=()))["Face"]


def test_a_smile_is_quoted_only_where_it_is_claimed():
    face = Face(0, 0, 408, 408, 30, 0.97, 0.01, 0.0, Smile.FOUND)
    assert lines(Evidence(faces=(face,)))["Smile"] == "found, 0.97"
    unsure = Face(0, 0, 408, 408, 30, 0.7, 0.2, 0.0, Smile.UNKNOWN)
    assert lines(Evidence(faces=(unsure,)))["Smile"] == "no claim"
