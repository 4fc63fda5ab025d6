"""How long the search for faces takes: milliseconds of one core per picture and per face.

    python tests/benchmarks/expression_speed.py [--folders FOLDER]

Pictures are real photos brought to 1.5 megapixels; reading and decoding them is not counted, making
them grey and small is shown apart, since the other measurements need that step too.
"""

import argparse
import time
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from app.images.expression import CROP, load_network, opinion
from app.images.faces import LONGEST_SIDE, find_faces, why_unavailable
from app.paths import resources

ROOT = Path(__file__).resolve().parents[2]
PIXELS = 1_500_000
PICTURES = 40
SUFFIXES = {".jpg", ".jpeg", ".png", ".webp"}


def at_size(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        scale = (PIXELS / (picture.width * picture.height)) ** 0.5
        size = (round(picture.width * scale), round(picture.height * scale))
        return picture.convert("RGB").resize(size, Image.Resampling.BICUBIC)


def small_grey(picture: Image.Image) -> tuple[np.ndarray, float]:
    scale = min(1.0, LONGEST_SIDE / max(picture.size))
    size = (round(picture.width * scale), round(picture.height * scale))
    small = picture.resize(size, Image.Resampling.BOX, reducing_gap=2).convert("L")
    return np.asarray(small), scale


def row(name: str, seconds: list[float]) -> str:
    median, most = np.percentile(seconds, [50, 95]) * 1000
    return f"{name:<44}{len(seconds):>5}{median:>9.2f}{most:>9.2f}{max(seconds) * 1000:>9.2f}"


def timed(action, *arguments):
    started = time.process_time()
    result = action(*arguments)
    return time.process_time() - started, result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folders", type=Path, default=ROOT.parent / "shared/data/folders")
    folders = parser.parse_args().folders
    print(f"{'milliseconds of one core':<44}{'n':>5}{'median':>9}{'95 %':>9}{'most':>9}")
    seconds, reason = timed(why_unavailable)
    if reason:
        raise SystemExit(str(reason))
    print(row("loading cascade and network, once a process", [seconds]))
    every = sorted(path for path in folders.rglob("*") if path.suffix.lower() in SUFFIXES)
    chosen = every[:: max(1, len(every) // PICTURES)]
    shrinking, with_face, without = [], [], []
    for path in chosen:
        seconds, (grey, scale) = timed(small_grey, at_size(path))
        shrinking.append(seconds)
        find_faces(grey, scale)
        seconds, found = timed(find_faces, grey, scale)
        (with_face if found else without).append(seconds)
    print(row("grey and small, 1.5 megapixels", shrinking))
    for name, measured in (("without a face", without), ("with faces", with_face)):
        if measured:
            print(row(f"find_faces, photos {name}", measured))
    print(row("find_faces, all", without + with_face))
    network = load_network(resources() / "models" / "expression.onnx")
    crop = np.random.default_rng(0).integers(0, 255, (CROP, CROP), dtype=np.uint8)
    print(row("opinion of one face", [timed(opinion, network, crop)[0] for _ in range(200)]))
    print(f"OpenCV {cv2.__version__}, {cv2.getNumThreads()} thread")


if __name__ == "__main__":
    main()
