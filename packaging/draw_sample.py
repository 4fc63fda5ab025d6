"""Draw the sample dataset: pictures, captions with the typical mistakes, marks and choices.

`python packaging/draw_sample.py [FOLDER]` writes the same bytes every time; without an argument it
writes `resources/sample`. The pictures are this project's own, under its licence.
"""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from PIL import Image
from sample_art import place, portrait
from sample_art.pose import Look, Pose, Scene

from app.captions.style import Style
from app.dataset.choices import ConceptChoices, DatasetChoices, Preset
from app.dataset.choices_file import save_choices
from app.dataset.marks import NO_MARKS, EntryNotes, Expression, Light, Marks, Medium
from app.dataset.notes import save_notes

SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "sample"
QUALITY = 88


@dataclass(frozen=True, slots=True)
class Print:
    """One entry: what to draw, the caption (None: no file) and what the person marked."""

    picture: Pose | str
    caption: str | None
    marks: Marks = NO_MARKS


SMILING = Marks(expression=Expression.SMILING, light=Light.SOFT)
NEUTRAL = Marks(expression=Expression.NEUTRAL, light=Light.SOFT)
SMILES = (
    "copperbob woman with freckles smiles softly at the camera in soft daylight, "
    "wearing a cream turtleneck in front of a cream wall."
)

PORTRAITS = (
    Print(
        Pose(Look.SMILE, 0, 0, ("#e9d9c3", "#d9c2a4"), "#fff3dc", ("#f3ece0", "#c9b8a2"),
             Scene.WINDOW, "#fff0d8", "#e8d2c0"),
        SMILES,
        SMILING,
    ),
    # A feeling that the picture does not show.
    Print(
        Pose(Look.LAUGH, 0.1, 0.05, ("#cfe0cf", "#9fc2ab"), "#7fb08f", ("#e3a93d", "#b97a22"),
             Scene.LEAVES, "#fff4d8", "#dfe6d6", zoom=1.12),
        "copperbob woman looks sad among green leaves in soft daylight, "
        "wearing a mustard turtleneck.",
        SMILING,
    ),
    Print(
        Pose(Look.NEUTRAL, 0.24, 0, ("#c6d3db", "#9fb2c0"), "#dfe8ec", ("#2f6f6e", "#1f4a4c"),
             Scene.ARCH, "#eef5ff", "#ccd6e4", zoom=0.9, shift=34),
        "copperbob woman turns her head to the right with closed lips, wearing a teal turtleneck "
        "in front of a pale arch in soft daylight.",
        NEUTRAL,
    ),
    # Piled-up modifiers, and other words for the same light.
    Print(
        Pose(Look.SMILE, -0.12, -0.04, ("#f0c9a8", "#e2a184"), "#f7e3bd", ("#7f3d4c", "#572734"),
             Scene.SUN, "#fff0d0", "#e6c6b6", zoom=0.86, shift=-48),
        "A beautiful gorgeous extremely lovely copperbob woman with super silky hair smiles at "
        "the camera in cinematic lighting, wearing a wine red turtleneck.",
        SMILING,
    ),
    Print(
        Pose(Look.NEUTRAL, 0, 0.03, ("#d9cfe2", "#b5a5c6"), "#ece4f2", ("#f0e9e2", "#c3b2b4"),
             Scene.ARCH, "#fdf2ff", "#d8cde4", zoom=1.06),
        "copperbob woman faces the camera with closed lips in bright soft lighting, "
        "wearing a pale turtleneck in front of a lilac arch.",
        NEUTRAL,
    ),
    # The caption of the first portrait, copied.
    Print(
        Pose(Look.LAUGH, -0.2, -0.06, ("#d7e3ec", "#a9c3d6"), "#f2f8fc", ("#c8553f", "#93382b"),
             Scene.WINDOW, "#f4f8ff", "#d2dcea", zoom=1.16, shift=26),
        SMILES,
        SMILING,
    ),
    Print(
        Pose(Look.SAD, -0.25, -0.08, ("#97abbd", "#73899f"), "#eaf2fa", ("#3a4a63", "#232f45"),
             Scene.RAIN, "#d4e2f2", "#a9b8cc", zoom=0.94),
        "copperbob woman looks sad with lowered brows while rain falls behind her, "
        "wearing a navy turtleneck.",
        Marks(expression=Expression.SAD),
    ),
    # Tags among sentences.
    Print(
        Pose(Look.SMILE, 0.17, 0.05, ("#e6d6a8", "#cfae74"), "#fff2c4", ("#54734f", "#374f38"),
             Scene.LAMPS, "#fff4d0", "#e4d2b4", zoom=0.9, shift=-60),
        "copperbob, short copper hair, freckles, smile, green turtleneck, looking at viewer",
    ),
)  # fmt: skip

SCENES = (
    Print(
        "meadow",
        "softpaper landscape of a lone tree on a flowering meadow under a blue sky at noon.",
        Marks(light=Light.BRIGHT),
    ),
    # Words of light that the picture contradicts; no mark, so the measurement speaks.
    Print(
        "harbour",
        "softpaper landscape of a quiet harbour in bright daylight, with a sailing boat in front "
        "of small houses.",
    ),
    # Two moods that exclude each other.
    Print(
        "sunrise",
        "softpaper landscape of cheerful, gloomy hills at sunrise, with firs in front.",
        Marks(light=Light.GOLDEN),
    ),
    Print("snow", None),
    Print(
        "lake",
        "softpaper landscape of a forest lake at night, with the moon above the firs and its "
        "light on the water.",
        Marks(light=Light.NIGHT),
    ),
    Print("autumn", ""),
)

CONCEPTS = {"portraits": PORTRAITS, "scenes": SCENES}

CHOICES = DatasetChoices(
    medium=Medium.ILLUSTRATION,
    preset=Preset.FLUX,
    # The portraits are trained at their own size, and the scenes hold more than that.
    resolution=(768, 1024),
    concepts={
        "portraits": ConceptChoices(trigger="copperbob", style=Style.SENTENCE),
        "scenes": ConceptChoices(trigger="softpaper", style=Style.SENTENCE),
    },
)


def draw(picture: Pose | str, number: int) -> Image.Image:
    """The picture of an entry; its number is the seed of all chance in it."""
    if isinstance(picture, Pose):
        return portrait.draw(picture, seed=number)
    return place.draw(picture, seed=number)


def save(picture: Image.Image, file: BinaryIO) -> None:
    """Write a picture as the JPEG it is kept as."""
    picture.save(file, "JPEG", quality=QUALITY, subsampling=0, optimize=True)


def write(folder: Path) -> None:
    """The whole dataset into a folder; what is there under the same names is replaced."""
    for concept, prints in CONCEPTS.items():
        here = folder / concept
        here.mkdir(parents=True, exist_ok=True)
        notes: dict[str, EntryNotes] = {}
        for number, entry in enumerate(prints, start=1):
            image = here / f"{number:05}.jpg"
            with image.open("wb") as file:
                save(draw(entry.picture, number), file)
            notes[image.name] = EntryNotes(marks=entry.marks)
            if entry.caption is not None:
                # Bytes, so that the lines end alike on every system.
                image.with_suffix(".txt").write_bytes(entry.caption.encode())
        save_notes(here, notes)
    save_choices(folder, CHOICES)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE)
