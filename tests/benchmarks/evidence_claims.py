"""Whether findings about pictures are right: claims made to contradict a picture, and to agree.

    python tests/benchmarks/evidence_claims.py [--data ../shared/data] [--no-faces]

Every picture of the data that carries a flag gets made captions of both kinds, and the whole linter
judges them. "right" is a finding on words that the picture does contradict, "wrong" a finding on
words that are true of it, "silent" no finding. What is true of a picture is not what was measured:
for webcam photos it is the hour that their folder names, for faces the label, and for all other
pictures what was seen when all of them were looked at on contact sheets (`DOUBTED` lists those
where the eye did not clearly agree; findings there count as wrong). Claims about one picture stand
and fall together, so that intervals (Wilson, 95 %) count pictures. The last column puts the
contradicting claims on pictures without the flag: nothing was measured there, nothing may be said.
Bright pictures that are silent are cut out on white, whose light nobody knows. Warm and cool
palettes are facts only, which no words contradict.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import cv2
from intervals import wilson

from app.dataset.choices import DatasetChoices
from app.dataset.entry import Caption, CaptionState, Entry
from app.dataset.marks import NO_NOTES
from app.images.evidence import Evidence, Flag, Smile
from app.images.faces import find_faces
from app.images.reader import examine, is_image_name
from app.lint.cards import load_cards
from app.lint.engine import Lint
from app.lint.reading import read_entry
from app.lint.rules.mood import agreed
from app.lint.vocabulary import load_vocabulary

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging" / "expression"))
from crops import CLASS_OF_LABEL, read_crops  # noqa: E402  # pyright: ignore[reportMissingImports]

LIGHT, MOOD = "light-not-in-picture", "mood-not-in-picture"
NO_PHOTOS = "images/odd/"
"""Mostly drawings and patterns of a few colours, on which flags are easily right."""
PICTURES = ("folders", "images/night-day", "images/exif", "images/odd")
SMILING = CLASS_OF_LABEL["happiness"]
NOT_A_FACE = CLASS_OF_LABEL["not_face"]
ENLARGED = 3


@dataclass(frozen=True, slots=True)
class Kind:
    """What is measured, and captions that it contradicts or agrees with."""

    rule: str
    against: tuple[str, ...]
    agreeing: tuple[str, ...]


KINDS: dict[Flag | Smile, Kind] = {
    Flag.DARK: Kind(
        LIGHT,
        (
            "a place in bright light",
            "a place, high-key lighting",
            "a sunny place",
            "明るい光の場所",
        ),
        ("a place at night", "a place, dark lighting", "a dimly lit place", "夜の場所"),
    ),
    Flag.BRIGHT: Kind(
        LIGHT,
        ("a place at night", "a place, dark lighting", "a dimly lit place", "夜の場所"),
        ("a place in bright light", "a place, high-key lighting", "a place in daylight"),
    ),
    Flag.NOT_DARK: Kind(
        LIGHT,
        ("a place at night", "a night scene", "夜の場所"),
        ("a place in daylight", "a place during daytime", "a place on an overcast day"),
    ),
    Flag.BLACK_AND_WHITE: Kind(
        LIGHT,
        ("a place, vibrant colors", "a place in saturated colors", "a place, vivid colours"),
        ("a black and white photo of a place", "a place, monochrome", "モノクロ写真、場所"),
    ),
    Flag.COLOUR: Kind(
        LIGHT,
        ("a black and white photo of a place", "a place, monochrome", "モノクロ写真、場所"),
        ("a color photograph of a place", "a black and white cat in a place"),
    ),
    Flag.MUTED: Kind(
        LIGHT,
        ("a place, vibrant colors", "a place in saturated colors", "a place, vivid colours"),
        ("a place, muted colors", "a place, desaturated", "a place, muted tones"),
    ),
    Flag.VIVID: Kind(
        LIGHT,
        ("a place, muted colors", "a place, desaturated", "a place, muted tones"),
        ("a place, vibrant colors", "a place in saturated colors", "a place, vivid colours"),
    ),
    Flag.WARM_PALETTE: Kind(LIGHT, (), ("a place, cool light", "cold light", "warm light")),
    Flag.COOL_PALETTE: Kind(LIGHT, (), ("a place, warm light", "golden light", "cold light")),
    Smile.FOUND: Kind(
        MOOD,
        ("photo of a person crying", "a person with an angry expression", "a person, sad face"),
        ("photo of a person smiling", "a laughing person", "a happy person", "a serious person"),
    ),
    Smile.NONE: Kind(
        MOOD,
        ("photo of a person smiling", "a laughing person", "a person with a wide grin"),
        ("photo of a sad person", "a serious person", "a person, neutral expression"),
    ),
}

DOUBTED = {(Flag.VIVID, "Dariusz_Zawadzki_3.jpg")}
"""A painting in earth and turquoise: neither vivid nor muted to the eye."""

HOURS = {Flag.DARK: "day", Flag.BRIGHT: "night", Flag.NOT_DARK: "night"}
"""Folder of the webcam photos in which the flag is a mistake."""


@dataclass(slots=True)
class Count:
    """What was said of one kind."""

    pictures: int = 0
    right: int = 0
    wrong: int = 0
    silent: int = 0
    agreeing: int = 0
    disturbed: int = 0
    """Findings on agreeing claims."""
    well: int = 0
    """Pictures of which nothing wrong was said, of those of which something was said."""
    spoken: int = 0
    unmeasured: int = 0
    loud: int = 0
    """Findings on pictures that do not carry the flag."""
    mistakes: list[str] = field(default_factory=list[str])


class Judge:
    """The linter with a single entry."""

    def __init__(self) -> None:
        self._vocabulary, self._cards = load_vocabulary(), load_cards()

    def says(self, rule: str, caption: str, evidence: Evidence) -> bool:
        image = Path("/set/concept/1.png")
        read = Caption(CaptionState.READ, caption)
        entry = Entry(1, "concept", image, image.with_suffix(".txt"), read, caption)
        lint = Lint(self._vocabulary, self._cards, DatasetChoices(), ())
        lint.put(entry, read_entry(entry, self._vocabulary), evidence, NO_NOTES)
        return any(one.rule == rule for one in lint.entry_findings(1))


def pictures(data: Path) -> Iterator[tuple[str, Evidence]]:
    for folder in PICTURES:
        for path in sorted((data / folder).rglob("*")):
            if path.is_file() and is_image_name(path.name):
                *_, evidence = examine(path, 128, None)
                if isinstance(evidence, Evidence) and evidence.failure is None:
                    yield path.relative_to(data).as_posix(), evidence


def labelled_faces(data: Path) -> Iterator[tuple[str, Evidence]]:
    """The faces of people that the model never saw, each in a picture of its own."""
    crops = read_crops(data / "faces", "dev")
    for number, (crop, label) in enumerate(zip(crops.pixels, crops.classes, strict=True)):
        if label == NOT_A_FACE:
            continue
        picture = cv2.resize(crop, None, fx=ENLARGED, fy=ENLARGED)
        name = f"faces/{'happiness' if label == SMILING else 'other'}/{number}"
        height, width = picture.shape
        faces = find_faces(picture, 1.0)
        yield name, Evidence(width=width, height=height, faces=faces)


def carries(evidence: Evidence, kind: Flag | Smile) -> bool:
    if isinstance(kind, Smile):
        return agreed(evidence.faces or ()) is kind
    return evidence.flag(kind) is not None


def is_true(kind: Flag | Smile, name: str) -> bool:
    """Whether the picture really is what the flag says."""
    if (kind, name.rpartition("/")[2]) in DOUBTED:
        return False
    if name.startswith("faces/"):
        return (kind is Smile.FOUND) == name.startswith("faces/happiness/")
    if name.startswith("images/night-day/") and isinstance(kind, Flag) and kind in HOURS:
        return name.split("/")[2] != HOURS[kind]
    return True


def weigh(judge: Judge, kind: Flag | Smile, name: str, evidence: Evidence, count: Count) -> None:
    claims = KINDS[kind]
    said = [judge.says(claims.rule, text, evidence) for text in claims.against]
    if not carries(evidence, kind):
        if not related(kind, evidence):
            count.unmeasured += len(said)
            count.loud += sum(said)
        return
    disturbed = [text for text in claims.agreeing if judge.says(claims.rule, text, evidence)]
    count.pictures += 1
    count.silent += said.count(False)
    count.agreeing += len(claims.agreeing)
    count.disturbed += len(disturbed)
    true = is_true(kind, name)
    if true:
        count.right += said.count(True)
    else:
        count.wrong += said.count(True)
    if any(said) or disturbed:
        count.spoken += 1
        count.well += true and not disturbed
    if disturbed or (any(said) and not true):
        count.mistakes.append(f"{name} {disturbed or ''}".strip())


def related(kind: Flag | Smile, evidence: Evidence) -> bool:
    """Whether another flag rightly contradicts the same words."""
    others = {
        Flag.BRIGHT: (Flag.NOT_DARK,),
        Flag.NOT_DARK: (Flag.BRIGHT,),
        Flag.BLACK_AND_WHITE: (Flag.MUTED,),
        Flag.MUTED: (Flag.BLACK_AND_WHITE,),
    }
    if isinstance(kind, Smile):
        return False
    return any(evidence.flag(other) is not None for other in others.get(kind, ()))


def main() -> None:
    parser = argparse.ArgumentParser(description="Right and wrong findings on made claims.")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--no-faces", action="store_true")
    chosen = parser.parse_args()
    judge = Judge()
    counts = {kind: Count() for kind in KINDS}
    photos = {kind: Count() for kind in KINDS if isinstance(kind, Flag)}
    for name, evidence in pictures(chosen.data):
        for kind in KINDS:
            weigh(judge, kind, name, evidence, counts[kind])
            if isinstance(kind, Flag) and not name.startswith(NO_PHOTOS):
                weigh(judge, kind, name, evidence, photos[kind])
    if not chosen.no_faces:
        for name, evidence in labelled_faces(chosen.data):
            for kind in (Smile.FOUND, Smile.NONE):
                weigh(judge, kind, name, evidence, counts[kind])
    show("all", counts)
    show("photos only", photos)
    for kind, count in counts.items():
        if count.mistakes:
            print(f"\n{kind.value}: wrong on {len(count.mistakes)}")
            for name in count.mistakes:
                print(f"  {name}")


def show(title: str, counts: Mapping[Flag | Smile, Count] | Mapping[Flag, Count]) -> None:
    print(
        f"{title:16}{'pictures':>9}  {'contradicting: right':>20}{'wrong':>7}{'silent':>8}"
        f"  {'agreeing: silent':>16}{'wrong':>7}  {'pictures right, of those spoken of':36}"
        f"{'unmeasured':>10}"
    )
    for kind, count in counts.items():
        low, high = wilson(count.well, count.spoken)
        share = "-"
        if count.spoken:
            share = f"{count.well}/{count.spoken} = {count.well / count.spoken:.3f}"
            share += f" [{low:.3f}, {high:.3f}]"
        print(
            f"{kind.value:16}{count.pictures:9}  {count.right:20}{count.wrong:7}{count.silent:8}"
            f"  {count.agreeing - count.disturbed:16}{count.disturbed:7}  {share:36}"
            f"{count.loud:>4}/{count.unmeasured}"
        )
    print()


if __name__ == "__main__":
    main()
