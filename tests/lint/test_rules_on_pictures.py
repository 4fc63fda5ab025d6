"""Each rule about pictures, end to end: a small picture is written, measured and judged.

Every case stands beside its opposite: the same words, or the same set, with the right picture.
"""

from csv import DictReader
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from lint_world import World, choices_from, entry_of, marks_from
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

from app.dataset.marks import EntryNotes
from app.images.evidence import Evidence
from app.images.reader import examine

EXIF_ORIENTATION = 0x0112


@pytest.fixture
def seen(tmp_path):
    """What is measured of a picture once it lies on the disk."""
    count = 0

    def look(image, suffix=".png", **how):
        nonlocal count
        count += 1
        path = tmp_path / f"{count}{suffix}"
        image.save(path, **how)
        return evidence_of(path)

    return look


def evidence_of(path):
    *_, evidence = examine(path, 128, None)
    assert isinstance(evidence, Evidence)
    return evidence


def judged(*pairs, choices=None):
    """A world of captions with measured pictures."""
    world = World(choices=choices_from(choices or {}))
    for text, evidence, *marks in pairs:
        number = len(world.known)
        notes = EntryNotes(marks=marks_from(marks[0] if marks else {}))
        world.put(entry_of(number, text, {}), evidence, notes)
    return world


def darker(image):
    return image.point(lambda value: value * 0.12)


def brighter(image):
    return image.point(lambda value: 190 + value * 0.25)


def vivid(image):
    return ImageEnhance.Color(image).enhance(2.5)


def faint(image):
    """Nearly without colour, but not a black-and-white photo."""
    return ImageEnhance.Color(image).enhance(0.12)


def grey(image):
    return image.convert("L").convert("RGB")


@pytest.mark.parametrize(
    ("caption", "wrong", "right"),
    [
        ("a street at night", brighter, darker),
        ("a wall, bright lighting", darker, brighter),
        ("a wall, high-key lighting", darker, brighter),
        ("a wall, dark lighting", brighter, darker),
        ("black and white photo of a wall", vivid, grey),
        ("a wall, vibrant colors", grey, vivid),
        ("a wall, vibrant colors", faint, vivid),
        ("a wall, muted colors", vivid, faint),
        ("夜の街", brighter, darker),
        ("a street during daytime", darker, brighter),
        ("a street in broad daylight", darker, brighter),
    ],
)
def test_light_and_colour(seen, photo, caption, wrong, right):
    world = judged((caption, seen(wrong(photo()))), (caption, seen(right(photo()))))
    assert "light-not-in-picture" in world.rules(0)
    assert "light-not-in-picture" not in world.rules(1)


def test_the_persons_own_word_about_the_light_outranks_the_measurement(seen, photo):
    marked = {"light": "night"}
    world = judged(("a street at night", seen(brighter(photo())), marked))
    assert "light-not-in-picture" not in world.rules(0)


def test_warm_and_cool_are_never_held_against_words(seen, photo):
    warm = ImageEnhance.Color(ImageOps.colorize(photo().convert("L"), "#301000", "#ffd9a0"))
    for caption in ("cool blue light", "cold winter light", "warm light", "golden hour"):
        world = judged((caption, seen(warm.enhance(1.5))))
        assert "light-not-in-picture" not in world.rules(0)


def test_a_blurred_picture(seen, photo):
    sharp = photo(800, 600)
    soft = sharp.filter(ImageFilter.GaussianBlur(4))
    world = judged(("a wall", seen(soft)), ("a wall by a road", seen(sharp)))
    assert "blurred-picture" in world.rules(0)
    assert "blurred-picture" not in world.rules(1)


@pytest.mark.parametrize(
    ("caption", "marks"),
    [("a watercolor painting of a wall", {}), ("a wall", {"medium": "illustration"})],
)
def test_a_drawing_may_be_soft(seen, photo, caption, marks):
    soft = seen(photo(800, 600).filter(ImageFilter.GaussianBlur(4)))
    assert "blurred-picture" not in judged((caption, soft, marks)).rules(0)


@pytest.mark.parametrize("change", [lambda image: image, ImageOps.mirror])
def test_a_near_duplicate(seen, photo, change):
    one, other = photo(480, 360, seed=2), photo(480, 360, seed=3)
    copy = change(one).resize((360, 270))
    world = judged(
        ("a wall", seen(one)), ("a road", seen(copy, ".jpg", quality=60)), ("a hill", seen(other))
    )
    case = "default" if change(one) is one else "mirrored"
    assert [world.finding(n, "near-duplicate-picture").case for n in (0, 1)] == [case, case]
    assert "near-duplicate-picture" not in world.rules(2)


def test_a_broken_picture(tmp_path, photo):
    whole, cut, empty = (tmp_path / name for name in ("whole.jpg", "cut.jpg", "empty.png"))
    photo().save(whole, quality=90)
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size // 3])
    empty.touch()
    pairs = [("a wall", evidence_of(path)) for path in (whole, cut, empty)]
    world = judged(*pairs)
    assert ["broken-picture" in world.rules(n) for n in range(3)] == [False, True, True]


def flat(width, height):
    return Image.new("RGB", (width, height), "#808080")


@pytest.mark.parametrize(
    ("rule", "size", "choices"),
    [
        ("odd-size", (1536, 1536), {"target_size": [1024, 1024]}),
        ("odd-ratio", (1216, 832), {"target_size": [1024, 1024]}),
        ("too-small", (512, 512), {}),
        ("crop-loss", (1800, 200), {}),
    ],
)
def test_sizes(seen, rule, size, choices):
    pairs = ("a wall", seen(flat(*size))), ("a road", seen(flat(1024, 1024)))
    world = judged(*pairs, choices=choices)
    assert rule in world.rules(0)
    assert rule not in world.rules(1)


@pytest.mark.parametrize(("rule", "size"), [("odd-size", (96, 96)), ("odd-ratio", (96, 64))])
def test_the_size_that_most_pictures_have_decides_where_none_was_chosen(seen, rule, size):
    usual = seen(flat(64, 64))
    others = [(f"wall {number}", usual) for number in range(6)]
    world = judged(*others, ("a road", seen(flat(*size))))
    assert rule in world.rules(6)
    assert rule not in world.rules(0)


def test_a_picture_that_a_note_turns(seen):
    exif = Image.Exif()
    exif[EXIF_ORIENTATION] = 6
    turned, straight = seen(flat(64, 48), ".jpg", exif=exif), seen(flat(64, 48), ".jpg")
    world = judged(("a wall", turned), ("a road", straight))
    assert "orientation-ignored" in world.rules(0)
    assert "orientation-ignored" not in world.rules(1)


def test_a_transparent_picture(seen):
    whole = flat(64, 64).convert("RGBA")
    holed = whole.copy()
    holed.putpixel((5, 5), (0, 0, 0, 0))
    world = judged(("a wall", seen(holed)), ("a road", seen(whole)))
    assert "transparent-picture" in world.rules(0)
    assert "transparent-picture" not in world.rules(1)


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("light-outlier", darker),
        ("colour-outlier", lambda image: ImageOps.colorize(image.convert("L"), "#001040", "cyan")),
    ],
)
def test_a_picture_unlike_the_others(seen, photo, rule, change):
    others = [(f"wall {number}", seen(photo(seed=number))) for number in range(10)]
    world = judged(*others, ("a road", seen(change(photo(seed=99)))))
    assert rule in world.rules(10)
    assert not [number for number in range(10) if rule in world.rules(number)]


FACES = 9


@pytest.fixture(scope="module")
def faces(shared):
    """Real faces of which the label and the program agree: smiling ones and others."""
    folder = shared / "faces"
    with (folder / "faces.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in DictReader(file) if row["split"] == "dev"]
    found = {}
    for label, verdict in (("happiness", "smile"), ("neutral", "no_smile")):
        found[label] = []
        for row in (row for row in rows if row["label"] == label):
            with Image.open(folder / row["sheet"]) as sheet:
                x, y = int(row["x"]), int(row["y"])
                crop = sheet.convert("RGB").crop((x, y, x + 72, y + 72))
            if [face.verdict for face in framed(crop).faces or ()] == [verdict]:
                found[label].append(crop)
            if len(found[label]) == FACES:
                break
    return found


def framed(*crops, side=240):
    """What is measured of grey pictures of 640 x 640 with the crops in them."""
    picture = Image.new("RGB", (640, 640), "#707070")
    for number, crop in enumerate(crops):
        picture.paste(crop.resize((side, side)), (20 + number * (side + 40), 150))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "framed.png"
        picture.save(path)
        return evidence_of(path)


@pytest.mark.needs_shared
@pytest.mark.parametrize(
    ("caption", "wrong", "right"),
    [
        ("photo of a person crying", "happiness", "neutral"),
        ("photo of a person, sad expression", "happiness", "neutral"),
        ("photo of an angry man", "happiness", "neutral"),
        ("photo of a person, smiling", "neutral", "happiness"),
        ("photo of a man laughing", "neutral", "happiness"),
    ],
)
def test_a_real_face_against_words_for_a_mood(faces, caption, wrong, right):
    world = judged((caption, framed(faces[wrong][0])), (caption, framed(faces[right][0])))
    assert "mood-not-in-picture" in world.rules(0)
    assert "mood-not-in-picture" not in world.rules(1)


@pytest.mark.needs_shared
def test_real_faces_must_agree(faces):
    smiles, others = faces["happiness"], faces["neutral"]
    caption = "photo of two people crying"
    world = judged((caption, framed(smiles[0], smiles[1])), (caption, framed(smiles[0], others[1])))
    assert "mood-not-in-picture" in world.rules(0)
    assert "mood-not-in-picture" not in world.rules(1)


@pytest.mark.needs_shared
@pytest.mark.parametrize(
    ("caption", "choices", "marks"),
    [
        ("a person crying", {"purpose": "style"}, {}),
        ("a person crying", {"medium": "anime"}, {}),
        ("a drawing of a person crying", {}, {}),
        ("an oil painting of a person crying", {}, {}),
        ("a person crying", {}, {"medium": "illustration"}),
        ("a person crying", {}, {"expression": "sad"}),
        ("a serious person", {}, {}),
    ],
)
def test_where_a_real_smile_is_not_held_against_words(faces, caption, choices, marks):
    smile = framed(faces["happiness"][0])
    world = judged((caption, smile, marks), choices=choices)
    assert "mood-not-in-picture" not in world.rules(0)
    plain = judged(("a person crying", smile))
    assert "mood-not-in-picture" in plain.rules(0)


@pytest.mark.needs_shared
def test_neutral_is_never_held_against_sad(faces):
    for words in ("sad", "melancholic", "crying", "angry expression"):
        world = judged((f"photo of a person, {words}", framed(faces["neutral"][0])))
        assert "mood-not-in-picture" not in world.rules(0)


@pytest.mark.needs_shared
@pytest.mark.parametrize("purpose", ["person", "none"])
def test_outliers_among_real_faces(faces, purpose):
    smiles, others = faces["happiness"], faces["neutral"]
    pairs = [(f"person {number}", framed(crop)) for number, crop in enumerate(smiles[:8])]
    pairs.append(("someone else", framed(others[0])))
    pairs.append(("someone far away", framed(smiles[8], side=72)))
    pairs += [(f"woman {number}", framed(crop)) for number, crop in enumerate(smiles[:4])]
    world = judged(*pairs, choices={"purpose": purpose})
    person = purpose == "person"
    assert ("expression-outlier" in world.rules(8)) is person
    assert ("distance-outlier" in world.rules(9)) is person
    assert "expression-outlier" not in world.rules(0)
    assert "distance-outlier" not in world.rules(0)


def test_a_drawn_face_says_nothing(seen):
    """A circle with a mouth is no evidence, whatever the words say."""
    picture = Image.new("RGB", (400, 400), "#d0d0d0")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((80, 60, 320, 340), fill="#f0e0d0")
    for x in (150, 250):
        draw.ellipse((x - 15, 150, x + 15, 180), fill="black")
    draw.arc((140, 200, 260, 290), 10, 170, fill="black", width=8)
    world = judged(("photo of a person crying", seen(picture)))
    assert "mood-not-in-picture" not in world.rules(0)
