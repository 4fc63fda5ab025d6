"""How long it takes to export 1,000 JPEGs of 1.5 megapixels.

Targets on two cores: normalised to one size 60 s, copied unchanged 5 s, below 400 MB.
"""

import argparse
import hashlib
import os
import resource
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.dataset.scan import scan
from app.export.options import ExportOptions, PictureFormat, Sizes
from app.export.plan import plan
from app.export.writer import ExportCancelledError, write
from app.images.evidence import Evidence


def photographs(folder, count):
    """Noise over a gradient: about as hard to compress as a photograph."""
    random = np.random.default_rng(7)
    rows, columns = np.mgrid[0:1000, 0:1500]
    base = np.stack([rows * 0.2, columns * 0.15, (rows + columns) * 0.08], axis=-1)
    folder.mkdir()
    for number in range(count):
        grain = random.normal(0, 9, (250, 375, 1)).repeat(4, 0).repeat(4, 1)
        pixels = np.clip(base + grain + number % 40, 0, 255).astype(np.uint8)
        Image.fromarray(pixels).save(folder / f"{number:05}.jpg", quality=90)
        (folder / f"{number:05}.txt").write_text(f"a photo, number {number}", encoding="utf-8")


def opened(folder):
    dataset = scan(folder)
    for entry in dataset.entries:
        data = entry.image.read_bytes()
        dataset.evidence[entry.id] = Evidence(
            digest=hashlib.sha256(data).hexdigest(),
            file_size=len(data),
            format="JPEG",
            mode="RGB",
            frames=1,
            orientation=1,
            width=1500,
            height=1000,
        )
    return dataset


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    count = parser.parse_args().count
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        photographs(root / "set", count)
        dataset = opened(root / "set")
        one = Sizes(((1152, 768),))
        kept = ExportOptions(root / "train", anyway=True)
        resized = replace(kept, sizes=one)
        for name, options in (
            ("copied unchanged", kept),
            ("copied, metadata stripped", replace(kept, strip_metadata=True)),
            ("1152x768 JPEG", replace(resized, picture=PictureFormat.JPEG)),
            ("1152x768 PNG", replace(resized, picture=PictureFormat.PNG)),
            ("1152x768 WebP", replace(resized, picture=PictureFormat.WEBP)),
        ):
            start = time.perf_counter()
            made = plan(dataset, {}, options)
            planned, used = time.perf_counter(), processor_seconds()
            write(made, lambda *_: None, lambda: False)
            written = time.perf_counter() - planned
            rows.append((name, planned - start, written, processor_seconds() - used))
            print(f"{name}: {written:.1f} s", file=sys.stderr)
            if options.picture is PictureFormat.WEBP:
                used = processor_seconds()
                seconds = cancelled(made)
                rows.append(
                    ("cancelled after 20 pictures", 0.0, seconds, processor_seconds() - used)
                )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"{count} pictures of 1500x1000")
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"{'export':<30}{'plan s':>9}{'write s':>9}{'of it cpu':>11}   (load {load})")
    for name, planned, written, used in rows:
        print(f"{name:<30}{planned:>9.2f}{written:>9.2f}{used:>11.2f}")
    print(f"largest memory: this process {peak} MB, a worker {worker} MB")


def processor_seconds():
    """Of this process and all that it has waited for."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(u.ru_utime + u.ru_stime for u in map(resource.getrusage, kinds))


def cancelled(made):
    """Seconds from the cancel to the last file being gone."""
    at = []

    def progress(done, _):
        if done == 20:
            at.append(time.perf_counter())

    try:
        write(made, progress, lambda: bool(at))
    except ExportCancelledError:
        return time.perf_counter() - at[0]
    return float("nan")


if __name__ == "__main__":
    main()
