"""How right tone flags, blur and near duplicates are, beside what was measured before.

    python tests/benchmarks/evidence_quality.py [--data ../shared/data]

Three tables: tone flags on webcam photos of day and night, the blur flag on real photos degraded by
known amounts, and fingerprints of changed copies. Each row shows the share with its Wilson 95 %
interval and the earlier count, and is marked where it is worse beyond both intervals. One row is:
more brightness clips the white grounds of one folder; the row beneath leaves those out. What a
person has to look at (pictures flagged as they are, pairs that are near) is listed by name.
Expression is measured by expression_quality.py.
"""

import argparse
import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from intervals import agrees, wilson
from PIL import Image, ImageEnhance, ImageFilter

from app.images.decode import load
from app.images.evidence import Flag
from app.images.fingerprint import NEAR, SIMILAR, distance, fingerprint
from app.images.measure import measure_sharpness, measure_tone, raise_flags
from app.images.reader import FACTS_SIDE

Change = Callable[[Image.Image], Image.Image]
Photo = tuple[Path, Image.Image]
Blur = tuple[str, Change, tuple[int, int] | None, bool]
Copy = tuple[str, Change, tuple[int, int] | None]
SIDE = 512
BRIGHTER = "brightness 1.3"


@dataclass(frozen=True, slots=True)
class Row:
    """A counted share, with the earlier count where there is one."""

    name: str
    right: int
    of: int
    before: tuple[int, int] | None = None
    more_is_better: bool = True

    def __str__(self) -> str:
        low, high = wilson(self.right, self.of)
        text = f"{self.name:34}{self.right:5}/{self.of:<5}{self.right / self.of:6.3f}"
        text += f" [{low:.2f},{high:.2f}]"
        if self.before is None:
            return text
        text += f"   before {self.before[0] / self.before[1]:.3f} of {self.before[1]:<5}"
        good = agrees(self.right, self.of, self.before, more_is_better=self.more_is_better)
        return text if good else text + "  WORSE"


def pictures(folder: Path) -> list[Photo]:
    """The decoded pictures below a folder, as facts are taken from them."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix in (".jpg", ".png"))
    return [(path, load(path, FACTS_SIDE).image) for path in paths]


def flags_of(image: Image.Image) -> set[Flag]:
    return {one.flag for one in raise_flags(measure_tone(image), measure_sharpness(image))}


def tone_rows(data: Path) -> list[Row]:
    rows: list[Row] = []
    raised = {}
    for time in ("night", "day"):
        photos = pictures(data / "images" / "night-day" / time)
        raised[time] = Counter(flag for _, image in photos for flag in flags_of(image))
        raised[time]["all"] = len(photos)
    night, day = raised["night"], raised["day"]
    rows.append(Row("dark, of night", night[Flag.DARK], night["all"], (93, 200)))
    rows.append(Row("dark, of day", day[Flag.DARK], day["all"], (0, 200), more_is_better=False))
    rows.append(
        Row("bright, of night", night[Flag.BRIGHT], night["all"], (0, 200), more_is_better=False)
    )
    rows.append(
        Row(
            "not dark, of night", night[Flag.NOT_DARK], night["all"], (2, 200), more_is_better=False
        )
    )
    rows.append(Row("not dark, of day", day[Flag.NOT_DARK], day["all"]))
    grey = Flag.BLACK_AND_WHITE
    rows.append(Row("black and white, of all", night[grey] + day[grey], night["all"] + day["all"]))
    return rows


def grey_rows(photos: Sequence[Photo]) -> list[Row]:
    """Colour taken away, partly or wholly; and the pictures as they are."""
    as_grey = [flags_of(image.convert("L").convert("RGB")) for _, image in photos]
    as_sepia = [flags_of(sepia(image)) for _, image in photos]
    count = len(photos)
    found = sum(Flag.BLACK_AND_WHITE in flags for flags in as_grey)
    coloured = sum(Flag.COLOUR in flags for flags in as_sepia)
    return [
        Row("made grey: black and white", found, count, (26, 26)),
        Row("made sepia: called colour", coloured, count, (0, 120), more_is_better=False),
    ]


def sepia(image: Image.Image) -> Image.Image:
    grey = np.asarray(image.convert("L"), dtype=np.float64) / 255
    toned = np.stack([grey**0.8, grey, grey**1.35], axis=-1)
    return Image.fromarray((toned * 255).astype(np.uint8))


def blurred(radius: float) -> Change:
    return lambda image: image.filter(ImageFilter.GaussianBlur(radius))


def moved(image: Image.Image) -> Image.Image:
    """Motion over 11 pixels: the mean of shifted copies."""
    values = np.asarray(image, dtype=np.float64)
    width = values.shape[1] - 10
    copies = [values[:, shift : shift + width] for shift in range(11)]
    return Image.fromarray(np.mean(copies, axis=0).astype(np.uint8))


def enlarged(image: Image.Image) -> Image.Image:
    half = image.resize((image.width // 2, image.height // 2), Image.Resampling.LANCZOS)
    return half.resize(image.size, Image.Resampling.BICUBIC)


def recompressed(quality: int) -> Change:
    def change(image: Image.Image) -> Image.Image:
        stream = io.BytesIO()
        image.save(stream, "JPEG", quality=quality)
        return Image.open(stream).convert("RGB")

    return change


def noisy(image: Image.Image) -> Image.Image:
    values = np.asarray(image, dtype=np.float64)
    grain = np.random.default_rng(1).normal(0, 8, values.shape)
    return Image.fromarray(np.clip(values + grain, 0, 255).astype(np.uint8))


BLURS: list[Blur] = [
    ("as they are (see below)", lambda image: image, (9, 2500), False),
    ("sigma 0.7", blurred(0.7), None, True),
    ("sigma 1", blurred(1), (95, 100), True),
    ("sigma 2", blurred(2), (100, 100), True),
    ("enlarged to twice", enlarged, (83, 100), True),
    ("motion 11 px", moved, (32, 100), True),
    ("JPEG quality 30", recompressed(30), (0, 120), False),
    ("noise", noisy, (0, 120), False),
    ("sigma 2, then noise", lambda image: noisy(blurred(2)(image)), None, True),
]


def blur_rows(photos: Sequence[Photo], blurs: Sequence[Blur]) -> list[Row]:
    rows = []
    small = []
    for _, image in photos:
        copy = image.copy()
        copy.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
        small.append(copy)
    for name, change, before, more_is_better in blurs:
        found = sum(Flag.BLURRED in flags_of(change(image)) for image in small)
        rows.append(Row(name, found, len(small), before, more_is_better))
    return rows


def cropped(share: float) -> Change:
    def change(image: Image.Image) -> Image.Image:
        across, down = round(image.width * share), round(image.height * share)
        return image.crop((across, down, image.width - across, image.height - down))

    return change


def scaled(share: float) -> Change:
    return lambda image: image.resize((int(image.width * share), int(image.height * share)))


def mirror(image: Image.Image) -> Image.Image:
    return image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)


COPIES: list[Copy] = [
    ("JPEG quality 30", recompressed(30), (400, 400)),
    ("half the size", scaled(0.5), (400, 400)),
    ("a quarter, JPEG quality 50", lambda i: recompressed(50)(scaled(0.25)(i)), (400, 400)),
    ("grey", lambda image: image.convert("L"), (400, 400)),
    (BRIGHTER, lambda i: ImageEnhance.Brightness(i).enhance(1.3), (384, 400)),
    ("contrast 1.4", lambda i: ImageEnhance.Contrast(i).enhance(1.4), (396, 400)),
    ("mirrored", mirror, (400, 400)),
    ("mirrored, half, JPEG quality 50", lambda i: recompressed(50)(scaled(0.5)(mirror(i))), None),
    ("2 % cut from each side", cropped(0.02), (328, 400)),
    ("5 % cut from each side", cropped(0.05), (16, 400)),
    ("turned by 3 degrees", lambda image: image.rotate(3), (4, 400)),
]


def clips(image: Image.Image) -> bool:
    """Whether `BRIGHTER` turns more than a third of the picture into flat white."""
    return float((np.asarray(image.convert("L")) > 255 / 1.3).mean()) > 1 / 3


def copy_rows(photos: Sequence[Photo], copies: Sequence[Copy]) -> Iterator[tuple[Row, float]]:
    prints = [fingerprint(image) for _, image in photos]
    for name, change, before in copies:
        apart = [
            distance(known, fingerprint(change(image)))
            for known, (_, image) in zip(prints, photos, strict=True)
        ]
        near, similar = (sum(bits <= limit for bits in apart) for limit in (NEAR, SIMILAR))
        yield Row(name, near, len(apart), before), similar / len(apart)


def main() -> None:
    parser = argparse.ArgumentParser(description="Tone flags, blur and near duplicates.")
    data = Path(__file__).resolve().parents[3] / "shared" / "data"
    parser.add_argument("--data", type=Path, default=data)
    data = parser.parse_args().data
    photos = pictures(data / "folders")

    print("Tone flags on photos of night and day, and on altered photos")
    for row in [*tone_rows(data), *grey_rows(photos)]:
        print(f"  {row}")

    print(f"\nFlagged as blurred: {len(photos)} photos at {SIDE} px, degraded")
    for row in blur_rows(photos, BLURS):
        print(f"  {row}")
    for path, image in photos:
        if Flag.BLURRED in flags_of(image):
            print(f"    as it is: {path.relative_to(data)}")

    prints = [fingerprint(image) for _, image in photos]
    print(f"\nNear duplicates: at most {NEAR} of 128 bits differ (last column: {SIMILAR})")
    for row, similar in copy_rows(photos, COPIES):
        print(f"  {row}   {similar:.2f}")
    darker = [photo for photo in photos if not clips(photo[1])]
    for row, similar in copy_rows(darker, [one for one in COPIES if one[0] == BRIGHTER]):
        print(f"  {row}   {similar:.2f}  where it does not clip")
    apart = sorted(
        (distance(prints[i], prints[j]), i, j) for i, j in combinations(range(len(prints)), 2)
    )
    near = [pair for pair in apart if pair[0] <= SIMILAR]
    print(f"  different photos: {len(apart)} pairs, nearest {apart[0][0]} bits")
    for bits, i, j in near:
        print(
            f"    {bits} bits: {photos[i][0].relative_to(data)}, {photos[j][0].relative_to(data)}"
        )


if __name__ == "__main__":
    main()
