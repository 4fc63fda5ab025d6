"""The landscapes of the sample: layers of cut paper in bright day, in low sun and at night."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.random import Generator
from PIL import Image

from sample_art.brush import Canvas, Fade, Point

SIZE = 1024


def ridge(rng: Generator, height: float, rough: float, fine: float = 0.0) -> list[Point]:
    """The upper edge of hills as points, and the lower corners of the picture."""
    x = np.linspace(-20, SIZE + 20, 160)
    y = np.full_like(x, height)
    for wave in (1.1, 2.3, 4.1):
        y += rough / wave * np.sin(x / SIZE * wave * np.pi + rng.uniform(0, 6.28))
    y += np.interp(x, np.linspace(-20, SIZE + 20, 60), rng.normal(0, 1, 60)) * fine
    edge = [(float(a), float(b)) for a, b in zip(x, y, strict=True)]
    return [*edge, (SIZE + 20, SIZE + 20), (-20, SIZE + 20)]


def surface(line: Sequence[Point], x: float) -> float:
    """The height of a ridge at x."""
    return float(np.interp(x, [p[0] for p in line[:-2]], [p[1] for p in line[:-2]]))


def land(canvas: Canvas, line: list[Point], top: str, bottom: str) -> None:
    """Fill a ridge, lightest along its edge."""
    high = min(p[1] for p in line)
    canvas.paint(canvas.polygon(line), Fade((0, high), (0, high + 330), top, bottom))


def sky(canvas: Canvas, top: str, bottom: str, horizon: float) -> None:
    """From the upper edge down to the horizon."""
    canvas.paint(None, Fade((0, 0), (0, horizon), top, bottom))


def disc(canvas: Canvas, at: Point, radius: float, colour: str, halo: float) -> None:
    """Sun or moon with the light around it."""
    canvas.glow(canvas.ellipse(at, radius * 2.6, radius * 2.6, soft=radius * 0.8), colour, halo)
    canvas.paint(canvas.ellipse(at, radius, radius), colour)


def cloud(canvas: Canvas, at: Point, wide: float, colour: str, strength: float) -> None:
    """A flat-bottomed cloud."""
    x, y = at
    outline = [(0, 0), (0.1, -0.14), (0.26, -0.16), (0.4, -0.32), (0.6, -0.3), (0.7, -0.18),
               (0.88, -0.16), (1, 0), (0.5, 0.02)]  # fmt: skip
    canvas.paint(
        canvas.blob([(x + a * wide, y + b * wide) for a, b in outline], 1.5), colour, strength
    )


def pine(canvas: Canvas, foot: Point, tall: float, colour: str, light: str) -> None:
    """A fir of four tiers, lit from the left."""
    x, y = foot
    for tier in range(4):
        low, wide = y - tall * (0.08 + tier * 0.2), tall * (0.24 - tier * 0.045)
        tip = low - tall * 0.36
        canvas.paint(
            canvas.polygon([(x - wide, low), (x, low + wide * 0.22), (x + wide, low), (x, tip)]),
            colour,
        )
        canvas.paint(
            canvas.polygon([(x - wide, low), (x - wide * 0.2, low), (x, tip)]), light, 0.55
        )


def foliage(
    canvas: Canvas, rounds: Sequence[tuple[float, float, float]], colour: str, light: str
) -> None:
    """Round masses of leaves as (x, y, radius), each lit from the upper left."""
    for x, y, radius in rounds:
        mass = canvas.ellipse((x, y), radius, radius * 0.88)
        lit = canvas.ellipse((x - radius * 0.3, y - radius * 0.3), radius * 0.55, radius * 0.45, 12)
        canvas.paint(mass, colour)
        canvas.paint(lit * mass, light, 0.85)


def stars(canvas: Canvas, rng: Generator, count: int, low: float) -> None:
    """Points of light above a height."""
    for _ in range(count):
        spot = (rng.uniform(0, SIZE), rng.uniform(0, low))
        radius = rng.uniform(0.9, 2.2)
        canvas.glow(canvas.ellipse(spot, radius, radius, 0.6), "#dfe8ff", rng.uniform(0.35, 0.95))


def shimmer(
    canvas: Canvas, rng: Generator, at: Point, spread: float, down: float, colour: str
) -> None:
    """The broken reflection of a light on water."""
    for step in np.arange(0, 1, 0.06):
        wide = spread * (0.35 + step) * rng.uniform(0.5, 1.1)
        x, y = at[0] + rng.uniform(-0.2, 0.2) * spread, at[1] + step * down
        canvas.glow(canvas.ellipse((x, y), wide, 2.5 + 2.5 * step, 1), colour, 0.75 * (1 - step))


def meadow(canvas: Canvas, rng: Generator) -> None:
    """Bright noon over a flowering meadow."""
    sky(canvas, "#8fcdea", "#e9f6f4", 620)
    disc(canvas, (770, 190), 70, "#fffbe6", 0.8)
    for at, wide in [((70, 300), 330), ((520, 390), 250), ((-90, 190), 240)]:
        cloud(canvas, at, wide, "#ffffff", 0.92)
    land(canvas, ridge(rng, 560, 40), "#a9d6c4", "#c6e3c0")
    land(canvas, ridge(rng, 650, 46), "#a8d590", "#cbe7a3")
    line = ridge(rng, 760, 38)
    land(canvas, line, "#93c96c", "#c3e28a")
    x, y = 250.0, surface(line, 250)
    canvas.paint(
        canvas.stroke([(x, y + 20), (x + 4, y - 80), (x - 2, y - 150)], [26, 15, 9]), "#8a6248"
    )
    crown = [(-70, -190, 74), (62, -196, 78), (0, -262, 86), (-8, -168, 70)]
    leaves = [(x + dx, y + dy, r) for dx, dy, r in crown]
    foliage(canvas, leaves, "#6fae62", "#a3d485")
    for _ in range(260):
        foot = rng.uniform(0, SIZE)
        low = surface(line, foot) + 26 + rng.uniform(0, 1) * 230
        blade = [(foot, low), (foot + rng.uniform(-7, 7), low - rng.uniform(14, 30))]
        canvas.paint(
            canvas.stroke(blade, [4, 1]), str(rng.choice(["#5fa04c", "#79b65b", "#d9efa6"]))
        )
    for _ in range(150):
        fx, depth = rng.uniform(0, SIZE), rng.uniform(0, 1) ** 0.7
        fy = surface(line, fx) + 30 + depth * 240
        colour = rng.choice(["#fff7e0", "#f6b7a6", "#f5d565", "#ffffff"])
        canvas.paint(
            canvas.ellipse((fx, fy), 3 + 6 * depth, 2.5 + 4.5 * depth, 0.5), str(colour), 0.95
        )


def snow(canvas: Canvas, rng: Generator) -> None:
    """High mountains in clear morning light."""
    sky(canvas, "#a7d3ee", "#fdf3e4", 640)
    disc(canvas, (240, 220), 54, "#fffdf0", 0.7)
    for peak, left, right, tones in [
        ((700, 210), (330, 760), (1130, 760), ("#c9d9ea", "#eef4fa")),
        ((360, 310), (-60, 800), (760, 800), ("#bccfe4", "#f8fbfd")),
    ]:
        canvas.paint(
            canvas.polygon([peak, right, left]), Fade(peak, (peak[0], 800), tones[1], "#dbe8f1")
        )
        ribs = [
            peak,
            (peak[0] + 40, peak[1] + 150),
            (peak[0] - 8, peak[1] + 250),
            (peak[0] + 70, peak[1] + 380),
            (peak[0] + 20, 800),
            right,
        ]
        canvas.paint(canvas.polygon(ribs), tones[0], 0.9)
    land(canvas, ridge(rng, 700, 36), "#f5f9fb", "#dfeaf2")
    line = ridge(rng, 800, 42)
    land(canvas, line, "#ffffff", "#e3edf4")
    for x, tall in [(90, 190), (165, 130), (800, 170), (872, 250), (955, 180), (620, 100)]:
        foot = (float(x), surface(line, x) + 26)
        canvas.shade(canvas.ellipse((x + tall * 0.22, foot[1]), tall * 0.4, 9, 6), "#9db6d0", 0.7)
        pine(canvas, foot, tall, "#6f9a94", "#eef6f6")


def sunrise(canvas: Canvas, rng: Generator) -> None:
    """Hills in mist before a low sun."""
    sky(canvas, "#6f7fb0", "#fbc08a", 560)
    disc(canvas, (600, 470), 78, "#fff0c4", 0.85)
    for at, wide in [((90, 250), 300), ((700, 170), 220)]:
        cloud(canvas, at, wide, "#f7b9a0", 0.55)
    tones = [
        ("#d99a8c", "#f3bd93"),
        ("#b57c80", "#dd9c85"),
        ("#7d5f76", "#b98082"),
        ("#4c4260", "#7d5f72"),
    ]
    line: list[Point] = []
    for number, (top, bottom) in enumerate(tones):
        line = ridge(rng, 560 + number * 105, 46, 1.5)
        land(canvas, line, top, bottom)
        if number < 3:
            canvas.glow(canvas.ellipse((520, 660 + number * 100), 640, 26, 26), "#ffdcb0", 0.3)
    for x, tall in [(120, 150), (185, 200), (250, 130), (860, 180), (925, 240)]:
        pine(canvas, (float(x), surface(line, float(x)) + 24), tall, "#332d48", "#5d4a62")
    for x, y in [(380, 300), (430, 275), (470, 318)]:
        wings = [(x - 20, y - 8), (x - 8, y - 11), (x, y), (x + 8, y - 11), (x + 20, y - 8)]
        canvas.paint(canvas.stroke(wings, [1, 4, 3, 4, 1]), "#4c4260")


def harbour(canvas: Canvas, rng: Generator) -> None:
    """A sleeping harbour, a few windows awake."""
    sky(canvas, "#04070f", "#131f3a", 640)
    stars(canvas, rng, 110, 420)
    disc(canvas, (800, 170), 42, "#f4ecd0", 0.35)
    land(canvas, ridge(rng, 560, 34), "#0d1730", "#0a1226")
    x = -10.0
    while x < SIZE:
        wide, high = rng.uniform(62, 104), rng.uniform(90, 210)
        tone = str(rng.choice(["#1a2745", "#21305a", "#293a68"]))
        roof = [
            (x, 700),
            (x, 700 - high),
            (x + wide / 2, 700 - high - 44),
            (x + wide, 700 - high),
            (x + wide, 700),
        ]
        canvas.paint(canvas.polygon(roof), tone)
        for row in np.arange(700 - high + 22, 672, 46):
            for column in (x + wide * 0.22, x + wide * 0.6):
                if rng.uniform() < 0.42:
                    pane = [
                        (column, row),
                        (column + 14, row),
                        (column + 14, row + 22),
                        (column, row + 22),
                    ]
                    canvas.glow(canvas.ellipse((column + 7, row + 11), 26, 30, 12), "#ffb347", 0.22)
                    canvas.paint(canvas.polygon(pane), "#ffca70")
        x += wide + 2
    canvas.paint(
        canvas.polygon([(0, 700), (SIZE, 700), (SIZE, SIZE), (0, SIZE)]),
        Fade((0, 700), (0, SIZE), "#0c1730", "#03060d"),
    )
    shimmer(canvas, rng, (800, 716), 46, 250, "#efe5c0")
    for at in (120, 300, 520, 660):
        shimmer(canvas, rng, (at, 712), 18, 130, "#e8a850")
    hull = [(330, 820), (350, 866), (520, 866), (556, 816), (500, 830), (390, 832)]
    canvas.paint(canvas.polygon(hull), "#1c2436")
    canvas.paint(canvas.stroke([(440, 832), (442, 660)], [7, 4]), "#1c2436")
    canvas.paint(canvas.polygon([(450, 670), (450, 806), (528, 800)]), "#2a344a")
    canvas.glow(canvas.ellipse((441, 658), 20, 20, 9), "#ffb45c", 0.55)
    canvas.paint(canvas.ellipse((441, 658), 5, 6), "#ffd98a")


def lake(canvas: Canvas, rng: Generator) -> None:
    """Moonlight on a forest lake."""
    sky(canvas, "#050a14", "#1a3042", 560)
    stars(canvas, rng, 140, 400)
    disc(canvas, (420, 210), 64, "#f3f1e0", 0.4)
    land(canvas, ridge(rng, 470, 60, 3), "#14283a", "#10202f")
    line = ridge(rng, 560, 26)
    land(canvas, line, "#0b1922", "#0b1922")
    for x in np.arange(-10, SIZE + 20, 34):
        pine(
            canvas,
            (float(x), surface(line, float(x)) + 46),
            rng.uniform(90, 170),
            "#081219",
            "#13262f",
        )
    canvas.paint(
        canvas.polygon([(0, 640), (SIZE, 640), (SIZE, SIZE), (0, SIZE)]),
        Fade((0, 640), (0, SIZE), "#172b3b", "#050a12"),
    )
    canvas.glow(canvas.ellipse((500, 645), 620, 8, 6), "#7fa6bd", 0.3)
    shimmer(canvas, rng, (420, 664), 70, 290, "#e6ecd8")
    for x, tall in [(40, 470), (150, 330), (985, 520), (885, 360)]:
        pine(canvas, (float(x), 1010), tall, "#04090d", "#0c1a22")


def autumn(canvas: Canvas, rng: Generator) -> None:
    """A lighthouse above an autumn coast."""
    sky(canvas, "#9db7c4", "#f2e2cb", 600)
    cloud(canvas, (60, 260), 340, "#fbf3e6", 0.8)
    cloud(canvas, (600, 180), 300, "#fbf3e6", 0.65)
    canvas.paint(
        canvas.polygon([(0, 600), (SIZE, 600), (SIZE, SIZE), (0, SIZE)]),
        Fade((0, 600), (0, 900), "#8fb3b8", "#5d8b95"),
    )
    for _ in range(60):
        at = (rng.uniform(0, SIZE), 612 + rng.uniform(0, 1) ** 1.5 * 300)
        canvas.glow(canvas.ellipse(at, rng.uniform(14, 46), 2, 1), "#e9f1ea", 0.4)
    cliff = [(430, 1060), (500, 820), (560, 700), (680, 640), (830, 615), (1060, 600), (1060, 1060)]
    canvas.paint(canvas.blob(cliff), Fade((600, 620), (760, 1000), "#c98a4b", "#8a5a3c"))
    canvas.shade(
        canvas.blob([(430, 1060), (500, 820), (560, 700), (600, 760), (570, 900), (540, 1060)]),
        "#7d5a4a",
        0.6,
    )
    for level in (760, 840, 930):
        layer = [(520, level + 40), (640, level + 6), (820, level + 18), (1040, level - 12)]
        canvas.shade(canvas.stroke(layer, [1, 7, 4, 8], soft=2), "#8a5a40", 0.4)
    grass = [(556, 704), (680, 632), (830, 606), (1060, 590), (1060, 640), (840, 648), (690, 676)]
    canvas.paint(canvas.blob(grass), "#a9a256")
    tower = [(742, 640), (766, 330), (834, 330), (858, 640)]
    canvas.paint(canvas.polygon(tower), Fade((742, 0), (858, 0), "#fbf6ec", "#d9cdbb"))
    for high, low in [(400, 462), (524, 586)]:
        upper, lower = 34 + (high - 330) * 0.077, 34 + (low - 330) * 0.077
        band = [(800 - upper, high), (800 + upper, high), (800 + lower, low), (800 - lower, low)]
        canvas.paint(canvas.polygon(band), Fade((742, 0), (858, 0), "#d0573f", "#a53f31"))
    canvas.paint(canvas.polygon([(752, 330), (848, 330), (848, 316), (752, 316)]), "#4b4a4f")
    canvas.paint(canvas.polygon([(772, 316), (828, 316), (828, 262), (772, 262)]), "#ffe9a8")
    canvas.paint(canvas.blob([(762, 264), (800, 214), (838, 264), (800, 268)]), "#a53f31")
    bushes = [(590, 690, 44), (650, 655, 52), (925, 600, 60), (985, 580, 52), (690, 664, 34)]
    foliage(canvas, bushes, "#b9622f", "#eaa552")


SCENES: dict[str, Callable[[Canvas, Generator], None]] = {
    "meadow": meadow,
    "harbour": harbour,
    "sunrise": sunrise,
    "snow": snow,
    "lake": lake,
    "autumn": autumn,
}


def draw(scene: str, seed: int) -> Image.Image:
    """One landscape, 1024 by 1024."""
    canvas = Canvas(SIZE, SIZE)
    SCENES[scene](canvas, np.random.default_rng(seed))
    return canvas.finish(grain=0.011, seed=seed, vignette=0.08)
