"""Folders of made pictures with captions, of any size, for the benchmarks of the window."""

import os
import random

import numpy as np
from PIL import Image

SUBJECTS = ("a woman in a red coat", "a man with a grey beard", "a girl on a bicycle")
PLACES = ("beside a wooden door", "on a wet street", "in front of a brick wall", "at a table")
LIGHTS = ("in soft daylight", "at night under neon lights", "in warm golden light", "indoors")
MOODS = ("smiling softly", "looking at the camera", "with a calm face", "sad and melancholic")
DISTINCT = 10_000
"""Pictures drawn; a larger folder holds them several times, as links."""


def caption(chance, words):
    parts = ["mira"]
    while sum(len(part.split()) for part in parts) < words:
        parts += [chance.choice(kind) for kind in (SUBJECTS, PLACES, LIGHTS, MOODS)]
    return ", ".join(parts)


def make_folder(root, count, side):
    """Pictures that differ, with captions; the first one's has 100 words. Made once."""
    if root.is_dir():
        return root
    begun = root.with_name(root.name + ".begun")
    chance = random.Random(7)
    begun.mkdir(parents=True)
    base = Image.fromarray(
        np.random.default_rng(3).integers(0, 255, (max(side // 8, 8),) * 2 + (3,), np.uint8)
    ).resize((side, side), Image.Resampling.BICUBIC)
    for number in range(count):
        stem = begun / f"{number + 1:06}"
        if number >= DISTINCT:
            os.link(begun / f"{number % DISTINCT + 1:06}.jpg", stem.with_suffix(".jpg"))
        else:
            picture = base.copy()
            colour = tuple(chance.randrange(256) for _ in range(3))
            edge = chance.randrange(side // 2)
            picture.paste(colour, (edge, edge, edge + side // 3, edge + side // 3))
            picture.save(stem.with_suffix(".jpg"), quality=85)
        words = 100 if number == 0 else chance.choice((15, 30, 45))
        stem.with_suffix(".txt").write_text(caption(chance, words), encoding="utf-8")
    begun.rename(root)
    return root
