"""One portrait: the wall behind the woman, her clothes, her head, and the light over everything."""

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator
from PIL import Image

from sample_art import face
from sample_art.brush import Canvas, Fade, Point
from sample_art.pose import HEIGHT, WIDTH, Head, Pose, Scene

SKIN, SKIN_SHADOW = "#f3cbab", face.SKIN_SHADOW


def draw(pose: Pose, seed: int) -> Image.Image:
    """One portrait, 768 by 1024; the seed scatters leaves, lamps, rain and grain."""
    canvas = Canvas(WIDTH, HEIGHT)
    head = Head(pose)
    backdrop(canvas, pose, np.random.default_rng(seed))
    face.hair_behind(canvas, head)
    body(canvas, head, pose)
    skin = face.skin(canvas, head, pose)
    face.eyes(canvas, head, pose, skin)
    face.nose(canvas, head)
    face.mouth(canvas, head, pose)
    face.hair_before(canvas, head)
    grade(canvas, pose)
    return canvas.finish(grain=0.011, seed=seed)


def backdrop(canvas: Canvas, pose: Pose, rng: Generator) -> None:
    """A wall, and what tells of the place: a sun, a window, leaves, lamps, rain."""
    canvas.paint(None, Fade((0, 0), (WIDTH * 0.4, HEIGHT), *pose.backdrop))
    if pose.scene is Scene.SUN:
        canvas.paint(canvas.ellipse((560, 330), 250, 250), pose.accent)
    elif pose.scene is Scene.ARCH:
        door = [(114, 1100), *half_circle((384, 400), 270, 290), (654, 1100)]
        canvas.paint(canvas.polygon([pose.framed(*p) for p in door]), pose.accent)
    elif pose.scene is Scene.WINDOW:
        for left in (30, 330):
            pane = [(left, 90), (left + 230, 30), (left + 330, 640), (left + 100, 700)]
            canvas.glow(canvas.polygon(pane, soft=9), pose.accent, 0.75)
    elif pose.scene is Scene.LEAVES:
        for _ in range(26):
            x, y = rng.uniform(-30, WIDTH), rng.uniform(-30, 760)
            leaf(canvas, (x, y), rng.uniform(60, 130), rng.uniform(0, 6.28), pose.accent)
    elif pose.scene is Scene.LAMPS:
        for _ in range(22):
            spot = (rng.uniform(0, WIDTH), rng.uniform(0, 700))
            disc = canvas.ellipse(spot, *(2 * [rng.uniform(16, 52)]), soft=2.5)
            canvas.glow(disc, pose.accent, rng.uniform(0.12, 0.5))
    elif pose.scene is Scene.RAIN:
        for _ in range(90):
            x, y, long = rng.uniform(0, WIDTH), rng.uniform(-50, HEIGHT), rng.uniform(30, 90)
            drop = canvas.stroke([(x, y), (x - long * 0.14, y + long)], [1, 2.6])
            canvas.glow(drop, pose.accent, rng.uniform(0.15, 0.45))


def leaf(canvas: Canvas, at: Point, long: float, angle: float, colour: str) -> None:
    """One leaf with its rib."""
    outline = [(0, 0), (0.3, 0.17), (0.65, 0.16), (1, 0), (0.65, -0.16), (0.3, -0.17)]
    cos, sin = np.cos(angle) * long, np.sin(angle) * long
    turned = [(at[0] + x * cos - y * sin, at[1] + x * sin + y * cos) for x, y in outline]
    canvas.paint(canvas.blob(turned), colour, 0.75)
    canvas.shade(canvas.stroke([turned[0], turned[3]], [2.5, 1]), "#335544", 0.35)


def body(canvas: Canvas, head: Head, pose: Pose) -> None:
    """Neck, shoulders, and a knitted collar."""

    def at(x: float, y: float) -> Point:
        return pose.framed(WIDTH / 2 + pose.turn * 8 + x, y)

    def around(half: Sequence[Point]) -> list[Point]:
        return [at(-x, y) for x, y in half] + [at(x, y) for x, y in reversed(half)]

    neck = canvas.blob(
        [head.flat(-0.47, 0.9), *around([(80, 735), (122, 860)]), head.flat(0.47, 0.9)]
    )
    canvas.paint(neck, SKIN)
    chin = canvas.ellipse(head.on(0, 1.2), head.size(0.72), head.size(0.5), soft=14)
    canvas.shade(chin * neck, SKIN_SHADOW)
    colour, folds = pose.clothes
    half = [(0, 850), (118, 806), (215, 858), (314, 925), (400, 1000), (430, 1200)]
    shoulders = canvas.blob(around(half)[1:])
    canvas.paint(shoulders, Fade(at(-184, 800), at(176, 1040), colour, folds))
    for side in (-1, 1):
        seam = [at(side * 150, 880), at(side * 205, 950), at(side * 210, 1150)]
        canvas.shade(canvas.stroke(seam, [2, 10, 3], soft=4) * shoulders, folds, 0.55)
    upper = [(112, 772), (60, 806), (0, 816)]
    lower = [(0, 896), (60, 888), (134, 850)]
    edge = [at(-x, y) for x, y in upper] + [at(x, y) for x, y in reversed(upper[:2])]
    edge += [at(x, y) for x, y in reversed(lower)] + [at(-x, y) for x, y in lower[1:]]
    shadow = canvas.ellipse(at(0, 880), 150 * pose.zoom, 34, soft=12)
    canvas.shade(shadow * shoulders, folds, 0.8)
    collar = canvas.blob(edge)
    canvas.paint(collar, Fade(at(-120, 800), at(130, 860), colour, folds))
    for step in np.linspace(-0.92, 0.92, 15):
        x, low = float(step) * 118, 60 * (1 - float(step) ** 2)
        rib = [at(x, 782 + low * 0.5), at(x + float(step) * 12, 842 + low * 0.75)]
        canvas.shade(canvas.stroke(rib, [3, 3], soft=1) * collar, folds, 0.5)


def grade(canvas: Canvas, pose: Pose) -> None:
    """The light of the scene over everything."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    lit = np.clip(1 - np.hypot(x - 150, y - 180) / 900, 0, 1)
    canvas.glow(lit, pose.light, 0.28)
    canvas.shade(np.clip(1 - lit * 1.4, 0, 1), pose.shadow, 0.5)


def half_circle(centre: Point, across: float, down: float) -> list[Point]:
    """The upper half of an ellipse, from left to right."""
    angles = np.linspace(np.pi, 2 * np.pi, 40)
    x, y = centre
    return [(x + across * float(np.cos(a)), y + down * float(np.sin(a))) for a in angles]
