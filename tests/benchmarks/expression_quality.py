"""How right the expression model is on labelled faces: precision, recall and AUC with intervals.

    python tests/benchmarks/expression_quality.py [--faces FOLDER] [--split dev]

A face counts as found in recall even where the model took it for no face. Precision and recall have
Wilson 95 % intervals; the AUC is resampled over people, since pictures of one person are alike.
Labels are noisy, so every precision is a lower bound.
"""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from app.images import faces
from app.images.evidence import Smile
from app.images.expression import CROP, load_network, opinion
from app.paths import resources

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging" / "expression"))
from crops import Crops, read_crops  # noqa: E402  # pyright: ignore[reportMissingImports]

SMILE, NOT_FACE = 0, 4
RESAMPLES = 1000
BOX = 48
"""Side of the face box inside a crop."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the model gave for n crops: probabilities and verdicts."""

    smile: np.ndarray
    no_smile: np.ndarray
    not_face: np.ndarray
    verdict: np.ndarray

    def where(self, chosen):
        return Judged(
            self.smile[chosen], self.no_smile[chosen], self.not_face[chosen], self.verdict[chosen]
        )


def judge(network, pixels) -> Judged:
    held = [opinion(network, crop) for crop in pixels]
    return Judged(
        np.array([one.smile for one in held]),
        np.array([one.no_smile for one in held]),
        np.array([one.not_face for one in held]),
        np.array([faces.verdict(one) for one in held]),
    )


def wilson(right: int, of: int) -> str:
    """A share with its 95 % interval: "0.990 [.979,.995]"."""
    if not of:
        return "-"
    z, share = 1.96, right / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * np.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{share:.3f} [{_short(middle - half)},{_short(middle + half)}]"


def _short(value: float) -> str:
    return f"{min(max(value, 0), 1):.3f}".removeprefix("0")


def auc(score, positive) -> float:
    """Share of pairs in the right order; ties count half."""
    _, rank, times = np.unique(score, return_inverse=True, return_counts=True)
    mean_rank = (np.cumsum(times) - (times - 1) / 2)[rank]
    wins = mean_rank[positive].sum() - positive.sum() * (positive.sum() + 1) / 2
    return float(wins / (positive.sum() * (~positive).sum()))


def auc_interval(score, positive, people) -> str:
    dice = np.random.default_rng(0)
    groups = [np.flatnonzero(people == person) for person in np.unique(people)]
    tried = []
    for _ in range(RESAMPLES):
        drawn = np.concatenate([groups[i] for i in dice.integers(0, len(groups), len(groups))])
        tried.append(auc(score[drawn], positive[drawn]))
    low, high = np.percentile(tried, [2.5, 97.5])
    return f"{auc(score, positive):.3f} [{_short(low)},{_short(high)}]"


def line(name: str, judged: Judged, smiling) -> str:
    """One row of the table: both statements about the same faces."""
    found, none = judged.verdict == Smile.FOUND, judged.verdict == Smile.NONE
    return (
        f"{name:<26}{len(smiling):>5}  "
        f"{wilson((found & smiling).sum(), found.sum()):<20}"
        f"{wilson((found & smiling).sum(), smiling.sum()):<20}"
        f"{wilson((none & ~smiling).sum(), none.sum()):<20}"
        f"{wilson((none & ~smiling).sum(), (~smiling).sum()):<20}"
        f"{auc(judged.smile, smiling):.3f}"
    )


HEAD = (
    f"{'':<26}{'n':>5}  {'smile precision':<20}{'smile recall':<20}"
    f"{'no-smile precision':<20}{'no-smile recall':<20}AUC"
)


def quarters(name: str, value, judged: Judged, smiling) -> list[str]:
    """Rows for the four quarters of the faces by `value`, lowest first."""
    edges = np.quantile(value, [0, 0.25, 0.5, 0.75, 1])
    part = np.clip(np.searchsorted(edges, value, side="right") - 1, 0, 3)
    return [
        line(
            f"{name} {edges[number]:.0f} to {edges[number + 1]:.0f}",
            judged.where(part == number),
            smiling[part == number],
        )
        for number in range(4)
    ]


def smaller(side: int) -> Callable:
    """As if the face had been `side` pixels wide in the photo."""

    def change(crop):
        small = round(CROP * side / BOX)
        reduced = cv2.resize(crop, (small, small), interpolation=cv2.INTER_AREA)
        return cv2.resize(reduced, (CROP, CROP), interpolation=cv2.INTER_LINEAR)

    return change


def moved(angle: float = 0, zoom: float = 1, right: float = 0, down: float = 0) -> Callable:
    """As if the head were tilted, or the box too wide, narrow or shifted (pixels of 48)."""

    def change(crop):
        matrix = cv2.getRotationMatrix2D(((CROP - 1) / 2, (CROP - 1) / 2), angle, zoom)
        matrix[:, 2] += right, down
        return cv2.warpAffine(crop, matrix, (CROP, CROP), borderMode=cv2.BORDER_REPLICATE)

    return change


def dimmed(gain: float) -> Callable:
    """As if taken in little light: few grey steps and noise."""
    dice = np.random.default_rng(1)

    def change(crop):
        dark = crop * gain + dice.normal(0, 1.5, crop.shape)
        return np.clip(np.rint(dark), 0, 255).astype(np.uint8)

    return change


def toned(gamma: float) -> Callable:
    """As a coloured light or another film changes the greys."""
    table = np.rint(255 * (np.arange(256) / 255) ** gamma).astype(np.uint8)
    return lambda crop: table[crop]


def flat(crop):
    """A quarter of the contrast, as in haze."""
    return np.rint(crop * 0.25 + 110).astype(np.uint8)


def side_lit(crop):
    """One half of the face three times as bright as the other."""
    ramp = np.exp(np.linspace(-0.8, 0.8, CROP))[None, :]
    return np.clip(crop * ramp, 0, 255).astype(np.uint8)


def darker_below(crop):
    """A dark beard, roughly: everything below the nose at six tenths."""
    weight = 1 / (1 + np.exp(-(np.arange(CROP) - 44) / 2))[:, None]
    return (crop * (1 - 0.4 * weight)).astype(np.uint8)


DEGRADED = {
    "face 24 px wide": smaller(24),
    "face 18 px wide": smaller(18),
    "tilted 10 degrees": moved(angle=10),
    "tilted 20 degrees": moved(angle=20),
    "tilted 30 degrees": moved(angle=30),
    "box 15 % too wide": moved(zoom=1 / 1.15),
    "box 15 % too narrow": moved(zoom=1.15),
    "box 4 px off": moved(right=3, down=-3),
    "dim, an eighth": dimmed(1 / 8),
    "dim, a twentieth": dimmed(1 / 20),
    "gamma 0.5": toned(0.5),
    "gamma 2": toned(2),
    "contrast a quarter": flat,
    "lit from one side": side_lit,
    "dark below the nose": darker_below,
}


def found_again(crops: Crops) -> tuple[Judged, np.ndarray]:
    """The faces that the whole chain finds in crops enlarged threefold, and which those are."""
    rows, found = [], []
    for number, crop in enumerate(crops.pixels):
        again = faces.find_faces(cv2.resize(crop, (3 * CROP, 3 * CROP)), 3.0) or ()
        central = [face for face in again if abs(face.x + face.width / 2 - CROP / 2) < 12]
        if central:
            rows.append(central[0])
            found.append(number)
    judged = Judged(
        np.array([face.smile for face in rows]),
        np.array([face.no_smile for face in rows]),
        np.array([face.not_face for face in rows]),
        np.array([face.verdict for face in rows]),
    )
    return judged, np.array(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faces", type=Path, default=ROOT.parent / "shared" / "data" / "faces")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--curve", action="store_true", help="precision and recall by threshold")
    chosen = parser.parse_args()
    cv2.setNumThreads(1)
    network = load_network(resources() / "models" / "expression.onnx")
    crops = read_crops(chosen.faces, chosen.split)
    not_faces = judge(network, crops.pixels[crops.classes == NOT_FACE])
    crops = crops.where(crops.classes != NOT_FACE)
    smiling = crops.classes == SMILE
    judged = judge(network, crops.pixels)

    print(
        f'split "{chosen.split}": {len(crops)} faces of {len(set(crops.people))} people, '
        f"smile from {faces.SMILE_AT}, no smile from {faces.NO_SMILE_AT}\n"
    )
    print(HEAD)
    print(line("all", judged, smiling))
    print(f"AUC with interval over people: {auc_interval(judged.smile, smiling, crops.people)}")
    again, where = found_again(crops)
    print(line("found by the cascade", again, smiling[where]))
    kept = (judged.not_face < 0.5).sum()
    print(f"faces taken for faces: {wilson(kept, len(crops))}")
    if len(not_faces.smile):
        refused = not_faces.not_face >= 0.5
        silent = not_faces.verdict == Smile.UNKNOWN
        print(f"other things refused:  {wilson(refused.sum(), len(refused))}")
        print(f"other things without a verdict: {wilson(silent.sum(), len(silent))}")

    print("\nby what the faces are like (quarters)")
    box = crops.pixels[:, 12:60, 12:60].astype(np.float32)
    detail = np.array([cv2.Laplacian(face, cv2.CV_32F).std() for face in box])
    for name, value in (
        ("mean grey", box.mean((1, 2))),
        ("contrast (sd)", box.std((1, 2))),
        ("fine detail", detail),
    ):
        print("\n".join(quarters(name, value, judged, smiling)))
    print("\nthe same faces made worse")
    for name, change in DEGRADED.items():
        print(line(name, judge(network, [change(crop) for crop in crops.pixels]), smiling))

    if chosen.curve:
        print("\nthreshold: precision and recall of smile | of no smile")
        for at in (0.7, 0.8, 0.85, 0.9, 0.925, 0.95, 0.96, 0.97, 0.98, 0.985, 0.99, 0.995):
            yes = (judged.smile >= at) & (judged.not_face < 0.5)
            no = (judged.no_smile >= at) & (judged.not_face < 0.5)
            print(
                f"{at:<6} {wilson((yes & smiling).sum(), yes.sum()):<20}"
                f"{(yes & smiling).sum() / smiling.sum():.3f} | "
                f"{wilson((no & ~smiling).sum(), no.sum()):<20}"
                f"{(no & ~smiling).sum() / (~smiling).sum():.3f}"
            )


if __name__ == "__main__":
    main()
