"""The face of the woman in the portraits: skin, eyes, nose, mouth and hair."""

import numpy as np

from sample_art.brush import Canvas, Fade, Pixels, Point
from sample_art.pose import Head, Look, Pose

SKIN_SHADOW, BLUSH, LIPS, LIPS_DARK = "#d9967a", "#e87f6a", "#c65a50", "#8e3431"
HAIR, HAIR_DARK, HAIR_LIGHT = "#b9562b", "#7c3318", "#e99556"
INK, IRIS = "#3a221b", "#4f7f6a"


def hair_behind(canvas: Canvas, head: Head) -> None:
    """The bob as seen behind neck and cheeks."""
    shape = [(0, -1.62), (0.72, -1.42), (1.16, -0.8), (1.27, 0.0), (1.3, 0.7), (1.2, 1.16),
             (0.8, 1.26), (0, 1.2), (-0.8, 1.26), (-1.2, 1.16), (-1.3, 0.7), (-1.27, 0.0),
             (-1.16, -0.8), (-0.72, -1.42)]  # fmt: skip
    mask = canvas.blob([head.flat(*p) for p in shape])
    canvas.paint(mask, Fade(head.flat(0, -1.6), head.flat(0, 1.3), HAIR, HAIR_DARK))
    inner = canvas.ellipse(head.flat(0, 0.9), head.size(0.95), head.size(0.8), soft=40)
    canvas.shade(inner * mask, "#4a1c12", 0.75)


def skin(canvas: Canvas, head: Head, pose: Pose) -> Pixels:
    """The face without its features; the mask is returned to keep the features inside."""
    lean = pose.turn * 0.16
    shape = [(0, -1.3), (0.55, -1.18), (0.9, -0.75), (0.985, -0.2), (0.95, 0.3), (0.83, 0.75),
             (0.56 + lean, 1.12), (0.18 + lean * 1.4, 1.335), (-0.18 + lean * 1.4, 1.335),
             (-0.56 + lean, 1.12), (-0.83, 0.75), (-0.95, 0.3), (-0.985, -0.2), (-0.9, -0.75),
             (-0.55, -1.18)]  # fmt: skip
    face = canvas.blob([head.flat(*p) for p in shape])
    canvas.paint(face, Fade(head.flat(-0.6, -0.9), head.flat(0.7, 1.3), "#f8d8bd", "#eebb98"))
    side = canvas.blob(
        [head.on(x, y) for x, y in [(0.62, -1.3), (0.7, -0.4), (0.58, 0.3), (0.66, 0.8),
                                    (0.3, 1.5), (1.4, 1.4), (1.6, -0.5)]],
        soft=16)  # fmt: skip
    canvas.shade(side * face, SKIN_SHADOW, 0.5)
    fringe = canvas.ellipse(head.flat(0, -0.98), head.size(1.1), head.size(0.5), soft=18)
    canvas.shade(fringe * face, SKIN_SHADOW, 0.6)
    warm = 0.55 if pose.look in (Look.SMILE, Look.LAUGH) else 0.32
    for x in (-0.56, 0.56):
        cheek = canvas.ellipse(head.on(x, 0.45), head.size(0.23), head.size(0.16), soft=24)
        canvas.paint(cheek * face, BLUSH, warm)
    rng = np.random.default_rng(7)
    for number in range(30):
        x = (-1 if number % 2 else 1) * rng.uniform(0.05, 0.68)
        y = 0.3 + rng.uniform(-0.09, 0.13) + 0.08 * abs(x)
        dot = canvas.ellipse(head.on(x, y), *(2 * [rng.uniform(1.3, 2.3)]), soft=0.6)
        canvas.shade(dot * face, "#b56c48", 0.45)
    return face


def eyes(canvas: Canvas, head: Head, pose: Pose, face: Pixels) -> None:
    """Brows, lids, irises; a smile lifts the lower lid, sadness lowers the upper one."""
    glad, sad = pose.look in (Look.SMILE, Look.LAUGH), pose.look is Look.SAD
    top = {Look.LAUGH: 0.135, Look.SAD: 0.1}.get(pose.look, 0.155)
    bottom = 0.02 if pose.look is Look.LAUGH else 0.055 if glad else 0.09
    for side in (-1, 1):

        def at(x: float, y: float, side: int = side) -> Point:
            return head.on(side * x, y)

        outer, inner = (0.66, 0.0 if not sad else 0.05), (0.23, 0.045)
        lid = [inner, (0.33, -top * 0.72), (0.46, -top), (0.58, -top * 0.72), outer]
        under = [(0.58, bottom * 0.85), (0.44, bottom + 0.035), (0.31, bottom * 0.9)]
        white = canvas.blob([at(*p) for p in [*lid, *under]])
        canvas.paint(white, "#fbf4ec")
        look_down = 0.025 if sad else -0.022
        gaze = head.on(side * 0.445 + pose.turn * 0.05, look_down)
        canvas.paint(canvas.ellipse(gaze, head.size(0.13), head.size(0.14)) * white, IRIS)
        lower = (gaze[0], gaze[1] + head.size(0.07))
        canvas.glow(
            canvas.ellipse(lower, head.size(0.08), head.size(0.06), 5) * white, "#a8d8b0", 0.5
        )
        canvas.paint(canvas.ellipse(gaze, head.size(0.062), head.size(0.068)) * white, "#1d1512")
        shadow = canvas.stroke([at(*p) for p in lid], [16, 20, 16], soft=5)
        canvas.shade(shadow * white, "#8a6a5e", 0.55)
        canvas.paint(canvas.stroke([at(*p) for p in lid], [4, 9, 8, 3]), INK)
        flick = [
            at(0.6, -top * 0.55),
            at(0.68, -0.04 + (0.05 if sad else 0)),
            at(0.74, -0.09 + (0.07 if sad else 0)),
        ]
        canvas.paint(canvas.stroke(flick, [6, 5, 1]), INK)
        canvas.paint(canvas.stroke([at(*p) for p in [outer, *under]], [2.5, 2, 1]), "#8d5540", 0.8)
        crease = [at(0.27, -top * 0.95), at(0.45, -top - 0.085), at(0.64, -top * 0.72)]
        canvas.shade(canvas.stroke(crease, [1, 4, 2], soft=1) * face, "#b06a4c", 0.7)
        spot = (gaze[0] - head.size(0.04), gaze[1] - head.size(0.045))
        canvas.paint(canvas.ellipse(spot, 6, 6, soft=0.8), "#ffffff")
        if sad:
            brow = [at(0.2, -0.46), at(0.34, -0.445), at(0.52, -0.385), at(0.72, -0.26)]
        else:
            arch = 0.03 if glad else 0.0
            brow = [
                at(0.19, -0.32 - arch),
                at(0.36, -0.385 - arch),
                at(0.54, -0.4 - arch),
                at(0.75, -0.28 - arch),
            ]
        canvas.paint(canvas.stroke(brow, [9, 14, 11, 3], soft=0.8) * face, "#8a4423", 0.95)


def nose(canvas: Canvas, head: Head) -> None:
    """A light along the bridge, a shadow beside and under the tip."""
    tip = head.on(0, 0.46, out=0.35)
    bridge = [head.on(0.02, -0.02, 0.15), head.on(0.0, 0.25, 0.3), tip]
    canvas.glow(canvas.stroke(bridge, [6, 9, 14], soft=6), "#fff0dd", 0.35)
    side = [head.on(0.13, -0.12, 0.1), head.on(0.1, 0.2, 0.25), head.on(0.15, 0.45, 0.25)]
    canvas.shade(canvas.stroke(side, [8, 12, 22], soft=9), "#d9967a", 0.5)
    under = [
        head.on(-0.13, 0.52, 0.25),
        head.on(-0.05, 0.555, 0.33),
        head.on(0.05, 0.555, 0.33),
        head.on(0.13, 0.52, 0.25),
    ]
    canvas.shade(canvas.stroke(under, [3, 6, 6, 3], soft=1.4), "#b4674e", 0.8)


def mouth(canvas: Canvas, head: Head, pose: Pose) -> None:
    """Lips; a laugh opens them over the teeth."""
    wide, lift = {
        Look.LAUGH: (0.42, -0.13),
        Look.SMILE: (0.37, -0.085),
        Look.NEUTRAL: (0.3, -0.025),
        Look.SAD: (0.26, 0.045),
    }[pose.look]

    def at(x: float, y: float) -> Point:
        return head.on(x, 0.85 + y, out=0.12)

    left, right = at(-wide, lift), at(wide, lift)
    rise = 0.7 if pose.look in (Look.SMILE, Look.LAUGH) else 1.0
    bow = [
        at(x, y * rise)
        for x, y in [
            (-0.13, -0.085),
            (-0.045, -0.105),
            (0, -0.085),
            (0.045, -0.105),
            (0.13, -0.085),
        ]
    ]
    seam_y = {Look.LAUGH: -0.035, Look.SMILE: 0.012}.get(pose.look, 0.0)
    seam = [
        left,
        at(-wide * 0.5, seam_y + lift * 0.2),
        at(0, seam_y),
        at(wide * 0.5, seam_y + lift * 0.2),
        right,
    ]
    if pose.look is Look.LAUGH:
        inside = canvas.blob([left, *seam[1:4], right, at(0.22, 0.1), at(0, 0.14), at(-0.22, 0.1)])
        canvas.paint(inside, "#6e2526")
        teeth = canvas.blob(
            [
                at(-wide * 0.86, lift * 0.75),
                *seam[1:4],
                at(wide * 0.86, lift * 0.75),
                at(0.19, 0.045),
                at(0, 0.07),
                at(-0.19, 0.045),
            ]
        )
        canvas.paint(teeth * inside, "#fdf6ee")
        lower = canvas.blob(
            [
                left,
                at(-0.21, 0.085),
                at(0, 0.13),
                at(0.21, 0.085),
                right,
                at(0.2, 0.17),
                at(0, 0.215),
                at(-0.2, 0.17),
            ]
        )
    else:
        low = 0.1 if pose.look is Look.SMILE else 0.125
        round_lip = [(0.68, 0.5), (0.36, 0.9), (0, 1), (-0.36, 0.9), (-0.68, 0.5)]
        edge = [at(wide * x, low * y + lift * x * x * 0.9) for x, y in round_lip]
        lower = canvas.blob([left, *seam[1:4], right, *edge])
    canvas.paint(lower, Fade(at(0, 0), at(0, 0.2), LIPS, "#d9736a"))
    upper = canvas.blob([left, *bow, right, *seam[3:0:-1]])
    canvas.paint(upper, "#b84c46")
    if pose.look is not Look.LAUGH:
        canvas.paint(canvas.stroke(seam, [2, 4, 3, 4, 2]), LIPS_DARK, 0.9)
    shine = canvas.ellipse(
        at(-0.05, 0.075 if pose.look is not Look.LAUGH else 0.175), 17, 4.5, soft=3
    )
    canvas.glow(shine, "#ffd9cf", 0.55)
    if pose.look in (Look.LAUGH, Look.SMILE):
        for x in (-wide - 0.05, wide + 0.05):
            dimple = canvas.stroke(
                [at(x, lift - 0.05), at(x * 1.06, lift + 0.0), at(x, lift + 0.05)],
                [1, 4, 1],
                soft=1.2,
            )
            canvas.shade(dimple, "#c47a5e", 0.7)
    below = canvas.ellipse(at(0, 0.27), head.size(0.15), head.size(0.03), soft=6)
    canvas.shade(below, SKIN_SHADOW, 0.5)


def hair_before(canvas: Canvas, head: Head) -> None:
    """The parting, the fringe to both sides, and the locks that frame the cheeks."""
    sway = head.turn * 0.22
    left = [(0.34 + sway, -1.56), (-0.28, -1.72), (-0.92, -1.34), (-1.26, -0.55), (-1.31, 0.3),
            (-1.26, 0.95), (-1.04, 1.2), (-0.84, 1.12), (-0.92, 0.75), (-0.97, 0.2),
            (-0.95 + sway * 0.5, -0.25), (-0.76 + sway, -0.42), (-0.36 + sway, -0.62),
            (0.08 + sway, -0.98)]  # fmt: skip
    right = [(0.3 + sway, -1.56), (0.74, -1.54), (1.12, -1.08), (1.28, -0.35), (1.31, 0.35),
             (1.26, 0.95), (1.04, 1.2), (0.86, 1.12), (0.93, 0.75), (0.97, 0.2),
             (0.95 + sway * 0.5, -0.3), (0.82 + sway, -0.68), (0.58 + sway, -1.02)]  # fmt: skip
    for outline, bright in ((right, 0.7), (left, 1.0)):
        mask = canvas.blob([head.flat(*p) for p in outline])
        canvas.paint(mask, Fade(head.flat(0, -1.6), head.flat(0, 1.2), "#c8652f", "#9a431f"))
        side = -1 if outline is left else 1
        for number in range(7):
            inset = 0.04 + number * 0.05
            lock = [
                (0.32 * (1 if side > 0 else 0.6) + sway, -1.46 + number * 0.03),
                (side * (0.95 - inset * 1.6), -1.12 + inset),
                (side * (1.26 - inset), -0.25 + inset),
                (side * (1.28 - inset), 0.55),
                (side * (1.12 - inset * 0.6), 1.14),
            ]
            strand = canvas.stroke([head.flat(*p) for p in lock], [1, 7, 8, 6, 1], soft=1.2)
            if number % 2:
                canvas.shade(strand * mask, HAIR_DARK, 0.4)
            else:
                canvas.glow(strand * mask, HAIR_LIGHT, 0.22 * bright)
        shine = canvas.stroke(
            [head.flat(side * x, y) for x, y in [(0.25, -1.3), (0.82, -1.02), (1.14, -0.42)]],
            [6, 34, 10],
            soft=10,
        )
        canvas.glow(shine * mask, HAIR_LIGHT, 0.5 * bright)
