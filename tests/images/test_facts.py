"""Facts say what was measured, with its number; unknown is called unknown."""

from app.images.evidence import Evidence, Face, Flag, FlagReading, Sharpness, Smile, Tone
from app.images.facts import face_words, facts
from app.messages import msg

TONE = Tone(13, 5, 10, 18, 10, 0.91, 0.0, 20, 5, 10, 12, 4, 0, -15, 0.1, 0.59, 0.0)
LIGHT = Tone(83.4, 75, 80, 90, 12, 0.0, 0.31, 64, 20, 30, 40, 9, 8, 25, 0.8, 0.0, 0.1)
SMILING = Face(0, 0, 408, 408, 30, 0.98, 0.01, 0.0, Smile.FOUND)
CALM = Face(0, 0, 200, 200, 30, 0.02, 0.93, 0.0, Smile.NONE)
UNSURE = Face(0, 0, 408, 408, 30, 0.7, 0.2, 0.0, Smile.UNKNOWN)


def reading(flag, value, limit, right="33/33"):
    return FlagReading(flag, value, limit, right)


def lines(evidence):
    return {str(fact.label): str(fact.text) for fact in facts(evidence)}


def found(evidence, label):
    return next(fact for fact in facts(evidence) if str(fact.label) == label)


def test_nothing_measured_says_nothing():
    assert facts(Evidence()) == ()


def test_a_broken_picture_says_only_why():
    assert lines(Evidence(failure=msg("ends early"))) == {"Picture": "ends early"}


def test_a_dark_picture_names_its_numbers_and_the_grounds():
    evidence = Evidence(tone=TONE, flags=(reading(Flag.DARK, 13, 20),))
    said = lines(evidence)
    assert said["Lightness"] == "13/100, 91 % dark pixels"
    assert said["Light"] == "dark"
    assert said["Palette"] == "unknown: 10 % warm, 59 % cool pixels"
    grounds = str(found(evidence, "Light").grounds)
    assert "limit is 20;" in grounds
    assert "33 of 33" in grounds


def test_a_bright_vivid_warm_picture():
    flags = (
        reading(Flag.BRIGHT, 83.4, 70),
        reading(Flag.NOT_DARK, 83.4, 50),
        reading(Flag.VIVID, 64, 60),
        reading(Flag.COLOUR, 20, 8),
        reading(Flag.WARM_PALETTE, 0.8, 0.75),
    )
    said = lines(Evidence(tone=LIGHT, flags=flags))
    assert said["Lightness"] == "83/100, no dark pixels"
    assert (said["Light"], said["Colour"]) == ("bright", "vivid, 64")
    assert (said["Black and white"], said["Palette"]) == ("no", "warm, 80 % of the pixels")


def test_without_flags_every_statement_is_unknown_and_carries_its_number():
    evidence = Evidence(tone=LIGHT, faces=(), sharpness=Sharpness(None, None, 2))
    unknown = {str(fact.label) for fact in facts(evidence) if not fact.known}
    assert unknown == {
        "Faces",
        "Light",
        "Colour",
        "Black and white",
        "Palette",
        "Background",
        "Sharpness",
    }
    assert all("unknown" in str(fact.text) for fact in facts(evidence) if not fact.known)
    assert "proves nothing" in lines(evidence)["Faces"]
    assert lines(Evidence(tone=LIGHT))["Faces"] == "unknown: not looked for"


def test_black_and_white_says_no_more_of_colour():
    said = lines(Evidence(tone=TONE, flags=(reading(Flag.BLACK_AND_WHITE, 1.2, 3),)))
    assert said["Colour"].startswith("black and white")
    assert "Palette" not in said


def test_a_smile_is_quoted_only_where_it_is_claimed():
    assert lines(Evidence(tone=TONE, faces=(SMILING,)))["Expression"] == "smile found, 0.98"
    assert lines(Evidence(tone=TONE, faces=(CALM,)))["Expression"] == "no smile, 0.93"
    both = lines(Evidence(tone=TONE, faces=(SMILING, CALM)))
    assert both["Expression"] == "smiling: 1, not smiling: 1"
    assert both["Faces"] == "2 found, the largest 408 px wide"
    unsure = lines(Evidence(tone=TONE, faces=(UNSURE,)))["Expression"]
    assert unsure == "unknown: smile 0.70, no smile 0.20"


def test_what_stands_beside_a_face():
    said = [str(face_words(face)) for face in (SMILING, CALM, UNSURE)]
    assert said == ["smile 0.98", "no smile 0.93", "expression unknown"]


def test_blur_and_its_absence():
    sharp = Evidence(tone=TONE, sharpness=Sharpness(900, 1.42, 40))
    assert lines(sharp)["Sharpness"] == "no blur found, detail 1.42 in 40 of 64 tiles"
    soft = Evidence(
        tone=TONE, sharpness=Sharpness(90, 0.7, 40), flags=(reading(Flag.BLURRED, 0.7, 1.1, "8/9"),)
    )
    assert lines(soft)["Sharpness"].startswith("blurred or enlarged, detail 0.70")


def test_the_file_is_told_as_it_is_seen():
    evidence = Evidence(
        format="JPEG",
        mode="RGB",
        file_size=2048,
        frames=2,
        orientation=6,
        width=1200,
        height=800,
        transparent=False,
    )
    assert lines(evidence) == {
        "Size": "800 × 1200, 1.0 megapixels",
        "File": "JPEG, RGB, 2 kB",
        "Frames": "2, the first is shown",
        "Turned": "by its EXIF note; the trainer sees it lying",
        "Transparency": "none",
    }
