"""Small datasets made on the spot, measured without the program's own reader."""

import hashlib
from dataclasses import replace

from PIL import Image

from app.dataset.choices import DatasetChoices
from app.dataset.entry import Caption, CaptionState, Concept, Dataset, Entry, Stamp
from app.dataset.marks import NO_NOTES, Decision, Verdict
from app.images.evidence import Evidence
from app.messages import msg
from app.review.verdicts import caption_digest

SUNNY = "a woman with long hair, smiling, outdoor, daylight"


def picture(path, size=(96, 64), mode="RGB", colour=None, **options):
    colours = {"RGB": (200, 120, 40), "L": 90, "RGBA": (200, 120, 40, 80), "CMYK": (9, 80, 70, 0)}
    image = Image.new(mode, size, colour or colours.get(mode, 1))
    if mode in colours:
        for number in range(0, min(size), 7):
            image.putpixel((number, number), colours[mode])
    image.save(path, **options)
    return path


def measure(path):
    data = path.read_bytes()
    try:
        with Image.open(path) as image:
            image.load()
            return Evidence(
                digest=hashlib.sha256(data).hexdigest(),
                file_size=len(data),
                format="JPEG" if image.format == "MPO" else image.format,
                mode=image.mode,
                frames=getattr(image, "n_frames", 1),
                orientation=image.getexif().get(0x0112, 1),
                width=image.width,
                height=image.height,
                transparent=image.has_transparency_data,
            )
    except OSError:
        return Evidence(file_size=len(data), failure=msg("is not a picture"))


def read_caption(path):
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Caption(CaptionState.MISSING, None)
    stamp = Stamp(hashlib.sha256(data).hexdigest(), len(data), path.stat().st_mtime_ns)
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        return Caption(CaptionState.NOT_UTF8, None, stamp, reason=msg("is not UTF-8"))
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    return Caption(CaptionState.READ, text, stamp, line_breaks=text.count("\n"))


def opened(root, choices=None, extension=".txt"):
    """A dataset from a folder of folders (or of pictures), as a scan would return it."""
    folders = [p for p in sorted(root.iterdir()) if p.is_dir()] or [root]
    concepts, entries = [], []
    for folder in folders:
        images = [
            p
            for p in sorted(folder.iterdir())
            if p.suffix.lower() not in (extension, ".npz", ".md")
        ]
        rest = [p for p in sorted(folder.iterdir()) if p.suffix in (".npz", ".md")]
        concepts.append(Concept(folder.name, folder, 1, extension, tuple(rest)))
        for image in images:
            caption = read_caption(image.with_suffix(extension))
            entries.append(
                Entry(
                    id=len(entries),
                    concept=folder.name,
                    image=image,
                    caption_file=image.with_suffix(extension),
                    caption=caption,
                    text=caption.text,
                )
            )
    dataset = Dataset(root, tuple(concepts), entries, choices or DatasetChoices())
    for entry in entries:
        dataset.evidence[entry.id] = measure(entry.image)
    return dataset


def approved(dataset):
    """Both passes approve everything as it is."""
    for entry in dataset.entries:
        verdict = Verdict(
            Decision.APPROVED,
            caption_digest(entry.text),
            dataset.evidence_of(entry.id).digest or "",
        )
        notes = dataset.notes.get(entry.id, NO_NOTES)
        dataset.notes[entry.id] = replace(notes, first=verdict, second=verdict)
    return dataset


def two_concepts(root, count=3):
    """`alice` and `bob` with `count` good pairs each."""
    for number, name in enumerate(("alice", "bob")):
        folder = root / name
        folder.mkdir(parents=True)
        for index in range(count):
            picture(folder / f"p{index}.png", (96 + index, 64), colour=(40 * number, 9, index))
            (folder / f"p{index}.txt").write_text(f"{name}, {SUNNY}, {index}\n", encoding="utf-8")
    return root


def one_entry(root, text: str | bytes | None = SUNNY, name="p.png", **options):
    """One picture with one caption (none where `text` is None)."""
    root.mkdir(parents=True, exist_ok=True)
    path = picture(root / name, **options)
    if text is not None:
        path.with_suffix(".txt").write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def go(done, total):
    assert 0 < done <= total


def never():
    return False
