"""Finds faces from the front in a picture and says which of them surely smile or surely do not."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.errors import ProofError
from app.images.evidence import Face, Smile
from app.images.expression import CROP, Network, Opinion, load_network, opinion
from app.images.opencv import cv2
from app.messages import Message, msg
from app.paths import resources

SMILE_AT = 0.935
"""Smallest probability that counts as a smile."""

NO_SMILE_AT = 0.885
"""Smallest probability that counts as no smile."""

PRECISION = {Smile.FOUND: "607/612", Smile.NONE: "1044/1062"}
"""How often each verdict agreed with the label of 2,122 found faces of people unknown to it."""

LONGEST_SIDE = 640
"""Faces are looked for in a picture of this size; smaller ones are not enlarged."""

_SMALLEST_FACE = 36
_NEIGHBOURS = 12
"""So many overlapping hits make a face: 207 of 212 such boxes were faces, 0.6 of those with 4."""
_STEP = 1.1
"""Factor between the sizes that are tried; the number of hits above belongs to this one."""
_COARSE_STEP = 1.25
"""Tried over the whole picture first. Together with the second look it found all of 221 faces that
one fine search had found, in four tenths of the time where a picture has none."""
_SAME = 0.3
"""Overlap (intersection over union) from which two boxes are one face."""
_DOUBTFUL = 0.5
"""From this probability of not being a face on, the box is not a face."""


@dataclass(frozen=True, slots=True)
class _Tools:
    cascade: "cv2.CascadeClassifier"
    network: Network


@dataclass(frozen=True, slots=True)
class _Box:
    """A square in pixels of the small grey picture, and how many hits it stands for."""

    x: int
    y: int
    side: int
    neighbours: int


def find_faces(grey: NDArray[np.uint8], scale: float) -> tuple[Face, ...] | None:
    """The accepted faces of a picture, largest first; None where faces cannot be looked for.

    `grey` is the upright picture (height x width), its long side at most 640 pixels and `scale`
    times that of the full picture; boxes are in pixels of the full picture. An empty tuple says
    nothing about the picture: small, turned and covered faces are often missed.
    """
    tools = _tools()
    if isinstance(tools, Message):
        return None
    if min(grey.shape) < _SMALLEST_FACE:
        return ()
    found: list[Face] = []
    for box in _boxes(tools.cascade, np.ascontiguousarray(grey)):
        held = opinion(tools.network, _crop(grey, box))
        face = Face(
            x=round(box.x / scale),
            y=round(box.y / scale),
            width=round(box.side / scale),
            height=round(box.side / scale),
            neighbours=box.neighbours,
            smile=held.smile,
            no_smile=held.no_smile,
            not_face=held.not_face,
            verdict=verdict(held),
        )
        if accepted(face):
            found.append(face)
    return tuple(sorted(found, key=lambda face: (-face.width, face.y, face.x)))


def why_unavailable() -> Message | None:
    """Why `find_faces` gives None in this process, or None where it works."""
    tools = _tools()
    return tools if isinstance(tools, Message) else None


def accepted(face: Face) -> bool:
    """Whether a box counts as a face at all."""
    return face.neighbours >= _NEIGHBOURS and face.not_face < _DOUBTFUL


def verdict(held: Opinion) -> Smile:
    """What may be said of one face; closed-mouth smiles and odd faces stay unknown."""
    if held.not_face >= _DOUBTFUL:
        return Smile.UNKNOWN
    if held.smile >= SMILE_AT:
        return Smile.FOUND
    if held.no_smile >= NO_SMILE_AT:
        return Smile.NONE
    return Smile.UNKNOWN


@cache
def _tools() -> _Tools | Message:
    """Cascade and network, loaded once per process, or why they cannot be had."""
    if not cv2:
        return msg(
            "Faces are not looked for: OpenCV is missing. "
            "Install opencv-python-headless 4.14 or newer, but below 5."
        )
    # Worker processes share the cores already; threads inside each would only fight over them.
    cv2.setNumThreads(1)
    cascade = _cascade()
    if cascade is None:
        return msg(
            "Faces are not looked for: OpenCV {version} comes without its face cascade. "
            "Install opencv-python-headless 4.14 or newer, but below 5.",
            version=cv2.__version__,
        )
    try:
        return _Tools(cascade, load_network(resources() / "models" / "expression.onnx"))
    except ProofError as error:
        return msg("Faces are not looked for: {reason}", reason=str(error))


def _cascade() -> "cv2.CascadeClassifier | None":
    """OpenCV's own frontal face cascade, or None where it is missing or damaged.

    It is read as text, because OpenCV cannot open paths with foreign letters on every system.
    """
    if not hasattr(cv2, "CascadeClassifier"):
        return None
    path = Path(cv2.__file__).parent / "data" / "haarcascade_frontalface_alt2.xml"
    try:
        text = path.read_text(encoding="utf-8")
        storage = cv2.FileStorage()
        storage.open(text, cv2.FILE_STORAGE_READ | cv2.FILE_STORAGE_MEMORY)
        cascade = cv2.CascadeClassifier()
        read = cascade.read(storage.getFirstTopLevelNode())
    except (OSError, UnicodeDecodeError, cv2.error):
        return None
    return cascade if read and not cascade.empty() else None


def _boxes(cascade: "cv2.CascadeClassifier", grey: NDArray[np.uint8]) -> list[_Box]:
    """Where the cascade sees a face: a coarse search, then a fine one around what it found."""
    found: list[_Box] = []
    for rough in _hits(cascade, grey, _COARSE_STEP, 2, (_SMALLEST_FACE, max(grey.shape))):
        margin = rough.side // 2
        left, top = max(rough.x - margin, 0), max(rough.y - margin, 0)
        around = grey[top : rough.y + rough.side + margin, left : rough.x + rough.side + margin]
        sides = (max(_SMALLEST_FACE, round(0.65 * rough.side)), round(1.5 * rough.side))
        for fine in _hits(cascade, np.ascontiguousarray(around), _STEP, _NEIGHBOURS, sides):
            box = _Box(fine.x + left, fine.y + top, fine.side, fine.neighbours)
            if all(_overlap(box, other) < _SAME for other in found):
                found.append(box)
    return found


def _hits(
    cascade: "cv2.CascadeClassifier",
    grey: NDArray[np.uint8],
    step: float,
    neighbours: int,
    sides: tuple[int, int],
) -> list[_Box]:
    smallest, largest = sides
    boxes, counts = cascade.detectMultiScale2(
        grey,
        scaleFactor=step,
        minNeighbors=neighbours - 1,  # OpenCV keeps what has more than this
        minSize=(smallest, smallest),
        maxSize=(largest, largest),
    )
    return [
        _Box(int(x), int(y), int(width), int(count))
        for (x, y, width, _), count in zip(boxes, counts, strict=True)
    ]


def _overlap(one: _Box, other: _Box) -> float:
    width = min(one.x + one.side, other.x + other.side) - max(one.x, other.x)
    height = min(one.y + one.side, other.y + other.side) - max(one.y, other.y)
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / (one.side**2 + other.side**2 - width * height)


def _crop(grey: NDArray[np.uint8], box: _Box) -> NDArray[np.uint8]:
    """The box with a quarter of its side around it, 72 x 72; the picture's edge is repeated."""
    margin = box.side // 4
    height, width = grey.shape
    left, top = box.x - margin, box.y - margin
    right, bottom = box.x + box.side + margin, box.y + box.side + margin
    inside = grey[max(top, 0) : min(bottom, height), max(left, 0) : min(right, width)]
    padded = cv2.copyMakeBorder(
        inside,
        max(-top, 0),
        max(bottom - height, 0),
        max(-left, 0),
        max(right - width, 0),
        cv2.BORDER_REPLICATE,
    )
    method = cv2.INTER_AREA if padded.shape[0] >= CROP else cv2.INTER_LINEAR
    return cv2.resize(padded, (CROP, CROP), interpolation=method).astype(np.uint8)
