"""What differs from one portrait to the next, and where the points of the head come to lie."""

from dataclasses import dataclass
from enum import Enum, auto

import numpy as np

from sample_art.brush import Point

WIDTH, HEIGHT = 768, 1024


class Look(Enum):
    """What the mouth and the eyes do."""

    SMILE = auto()
    LAUGH = auto()
    NEUTRAL = auto()
    SAD = auto()


class Scene(Enum):
    """What the wall behind her tells of the place."""

    SUN = auto()
    ARCH = auto()
    WINDOW = auto()
    LEAVES = auto()
    LAMPS = auto()
    RAIN = auto()


@dataclass(frozen=True, slots=True)
class Pose:
    """One portrait. `turn` is the angle of the head to the right in radians, `tilt` leans it."""

    look: Look
    turn: float
    tilt: float
    backdrop: tuple[str, str]
    accent: str
    clothes: tuple[str, str]
    """Their colour and the colour of their folds."""
    scene: Scene
    light: str
    shadow: str
    zoom: float = 1.0
    shift: float = 0.0
    """How far she sits to the right, in pixels."""

    def framed(self, x: float, y: float) -> Point:
        """Where a point of the unzoomed and centred picture comes to lie."""
        return WIDTH / 2 + (x - WIDTH / 2) * self.zoom + self.shift, 560 + (y - 560) * self.zoom


class Head:
    """Places points of the face: the unit is half its width, y runs down from the eye line."""

    def __init__(self, pose: Pose) -> None:
        self.turn = pose.turn
        self.unit = 186.0 * pose.zoom
        self.middle = pose.framed(WIDTH / 2 + pose.turn * 20, 462)
        self.cos, self.sin = float(np.cos(pose.tilt)), float(np.sin(pose.tilt))

    def flat(self, x: float, y: float) -> Point:
        """A point that leans with the head but does not turn with it: outline and hair."""
        y -= 1.4
        across, down = x * self.cos - y * self.sin, x * self.sin + y * self.cos
        return (
            self.middle[0] + across * self.unit,
            self.middle[1] + (down + 1.4) * self.unit,
        )

    def on(self, x: float, y: float, out: float = 0.0) -> Point:
        """A point on the round of the face, which moves as the head turns; `out` for the nose."""
        angle = float(np.arcsin(np.clip(x * 0.82, -1, 1))) + self.turn
        return self.flat(float(np.sin(angle)) / 0.82 + self.turn * out, y)

    def size(self, length: float) -> float:
        """A length in pixels."""
        return length * self.unit
