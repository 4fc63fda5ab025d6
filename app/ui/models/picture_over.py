"""What may be drawn over a picture: the trainer's cut, faces with their words, sharpness tiles."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from app.dataset.choices import DatasetChoices
from app.dataset.marks import Crop
from app.export.planned import PlannedPair
from app.export.steps import fits
from app.export.treatment import cut_words
from app.images.buckets import Bucketing
from app.images.evidence import Evidence
from app.images.facts import face_words
from app.images.measure import SOFT_RATIO
from app.images.sharpness import Tiles
from app.images.upright import upright_box
from app.ui.commas import listed
from app.ui.text import say, tr, trn


class Overlay(Enum):
    """What a person can have drawn over the picture; the value is how the layout remembers it."""

    CUT = "cut"
    """What the trainer cuts away."""
    FACES = "faces"
    TILES = "tiles"
    """The sharpness of each tile."""


OVERLAY_LETTERS = {Overlay.CUT: "C", Overlay.FACES: "B", Overlay.TILES: "T"}
"""The keys that belong to the picture while it has the focus."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle in pixels of the upright picture."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Named:
    """A rectangle with the words that stand beside it."""

    frame: Frame
    words: str


@dataclass(frozen=True, slots=True)
class Over:
    """All that is known to draw over one picture; what of it is drawn is the person's choice."""

    kept: Named | None = None
    """What the trainer keeps, and what that costs."""
    faces: tuple[Named, ...] | None = None
    """None: not looked for."""
    tiles: Tiles | None = None
    """None: not measured yet."""

    def words(self, overlay: Overlay) -> str:
        """The same for those who cannot see it."""
        if overlay is Overlay.CUT:
            return self.kept.words if self.kept is not None else ""
        if overlay is Overlay.FACES:
            return _faces_words(self.faces)
        return tiles_words(self.tiles)


NOTHING_OVER = Over()


def over_of(evidence: Evidence, choices: DatasetChoices) -> Over:
    """What the evidence gives to draw; the tiles are measured apart."""
    faces = None
    if evidence.faces is not None:
        faces = tuple(
            Named(Frame(face.x, face.y, face.width, face.height), say(face_words(face)))
            for face in evidence.faces
        )
    bucketing = bucketing_of(evidence, choices)
    return Over(None if bucketing is None else _kept(evidence, bucketing), faces)


def over_of_pair(pair: PlannedPair) -> Over:
    """What remains of a picture that is exported, after the export's own cut and the trainer's."""
    width, height = pair.source_size
    crop = pair.treatment.crop or Crop(0, 0, width, height)
    if not pair.fits or not pair.treatment.size[0]:
        return Over(Named(frame_of(crop), ""))
    left, top, right, bottom = pair.fits[0].crop
    across = crop.width / pair.treatment.size[0]
    down = crop.height / pair.treatment.size[1]
    kept = Frame(
        crop.left + left * across,
        crop.top + top * down,
        (right - left) * across,
        (bottom - top) * down,
    )
    edges = (
        round(kept.left),
        round(kept.top),
        round(width - kept.left - kept.width),
        round(height - kept.top - kept.height),
    )
    return Over(Named(kept, say(cut_words(*edges)) if any(edges) else tr("nothing is cut")))


def bucketing_of(evidence: Evidence, choices: DatasetChoices) -> Bucketing | None:
    """What the trainer does with the picture as it is stored: it heeds no EXIF note."""
    if not evidence.width or not evidence.height:
        return None
    return fits((evidence.width, evidence.height), choices)[0]


def frame_of(crop: Crop) -> Frame:
    """A crop as a rectangle to draw."""
    return Frame(crop.left, crop.top, crop.width, crop.height)


def bucket_words(evidence: Evidence, bucketing: Bucketing) -> str:
    """The size that the picture is trained at."""
    width, height = bucketing.bucket
    if evidence.orientation is not None and evidence.orientation >= 5:
        return tr("{size}, lying", size=f"{width} × {height}")
    return f"{width} × {height}"


def tiles_words(tiles: Tiles | None) -> str:
    """What the tiles say together."""
    if tiles is None:
        return tr("sharpness: not measured yet")
    known = sum(ratio is not None for ratio in tiles.ratios)
    if not tiles.best:
        return tr("sharpness unknown: {count} of 64 tiles carry texture", count=known)
    best = [ratio for number in tiles.best if (ratio := tiles.ratios[number]) is not None]
    mean = sum(best) / len(best)
    return tr(
        "sharpness {value}: the mean of the four framed tiles; {count} of 64 carry texture",
        value=f"{mean:.2f}",
        count=known,
    )


def tiles_legend(tiles: Tiles | None) -> str:
    """What a person should know to read the tiles."""
    words = tiles_words(tiles)
    if tiles is None:
        return words
    rest = tr(
        "Hatched: below {limit}, soft. A dash: too little texture to say.",
        limit=f"{SOFT_RATIO:.2f}",
    )
    return f"{words[:1].upper()}{words[1:]}. {rest}"


def _kept(evidence: Evidence, bucketing: Bucketing) -> Named:
    assert evidence.width is not None and evidence.height is not None  # noqa: PT018 - one fact
    stored = evidence.width, evidence.height
    left, top, right, bottom = upright_box(bucketing.crop, stored, evidence.orientation)
    across, down = evidence.upright_size or stored
    edges = (round(left), round(top), round(across - right), round(down - bottom))
    parts = [bucket_words(evidence, bucketing)]
    parts.append(say(cut_words(*edges)) if any(edges) else tr("nothing is cut"))
    if bucketing.upscaled:
        parts.append(tr("enlarged × {factor}", factor=f"{bucketing.scale:.2f}"))
    return Named(Frame(left, top, right - left, bottom - top), listed(parts))


def _faces_words(faces: Sequence[Named] | None) -> str:
    if faces is None:
        return tr("faces: not looked for")
    found = trn("%n faces found", len(faces))
    return ": ".join([found, *([listed(face.words for face in faces)] if faces else [])])
