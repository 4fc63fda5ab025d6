"""What a small network makes of one face crop: a smile, no smile, or no face at all."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, cast

import numpy as np
from numpy.typing import NDArray

from app.errors import ProofError
from app.images.opencv import cv2
from app.messages import msg

CLASSES = ("smile", "neutral", "negative", "surprise", "not_face")
"""The network's outputs in their order; *negative* and *surprise* only help to tell no-smile."""

CROP = 72
"""Side of a face crop in pixels: the face box is the middle two thirds."""

SIDE = 48
"""Side of what the network sees."""

MODEL_SHA256 = "4fa2ed1468a122b959b87e8be8bc0f016d8bc3af41cb4b60e0110246cdc8d675"
"""A model file with other bytes is damaged, or was not measured, and is not used."""

ZOOMS = (0.92, 1.0)
"""A detector's box is never quite right: the crop is read at two sizes, each also mirrored. The
cascade's boxes are about a tenth wider than those the network learned from."""


class Network(Protocol):
    """The two calls of `cv2.dnn.Net` that are used; OpenCV's own types say too little."""

    def setInput(self, blob: NDArray[np.float32], /) -> None:  # noqa: N802 - OpenCV's name
        """Take n x 1 x 48 x 48 views."""
        ...

    def forward(self) -> NDArray[np.float32]:
        """Give n x 5 logits."""
        ...


@dataclass(frozen=True, slots=True)
class Opinion:
    """Probabilities 0 to 1 of one crop; the three add up to 1."""

    smile: float
    no_smile: float
    not_face: float


def load_network(model: Path) -> Network:
    """The network in an ONNX file; raises ProofError where it is missing or damaged."""
    try:
        data = model.read_bytes()
    except OSError as error:
        raise ProofError(
            msg("The expression model cannot be read"),
            msg("{path}: {reason}", path=str(model), reason=error.strerror or str(error)),
        ) from error
    if hashlib.sha256(data).hexdigest() != MODEL_SHA256:
        raise ProofError(
            msg("The expression model is damaged"),
            msg("{path} does not have the expected content; install again", path=str(model)),
        )
    try:
        return cast(Network, cv2.dnn.readNetFromONNX(np.frombuffer(data, np.uint8)))
    except cv2.error as error:
        raise ProofError(
            msg("This OpenCV cannot run the expression model"), msg("{reason}", reason=str(error))
        ) from error


def opinion(network: Network, crop: NDArray[np.uint8]) -> Opinion:
    """The network's opinion of a 72 x 72 grey crop, averaged over its views."""
    network.setInput(views(crop))
    return weighed(network.forward())


def views(crop: NDArray[np.uint8], zooms: tuple[float, ...] = ZOOMS) -> NDArray[np.float32]:
    """What the network is shown of a 72 x 72 crop: n x 1 x 48 x 48, normalised."""
    shown: list[NDArray[np.float32]] = []
    for zoom in zooms:
        margin = (CROP - 1) / 2 - zoom * (SIDE - 1) / 2
        view = cv2.warpAffine(
            crop,
            np.array([[zoom, 0, margin], [0, zoom, margin]]),
            (SIDE, SIDE),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_REPLICATE,
        )
        straight = normalised(view)
        shown += [straight, straight[:, ::-1]]
    return np.stack(shown)[:, None]


def normalised(view: NDArray[Any]) -> NDArray[np.float32]:
    """Grey values with mean 0 and about unit deviation; the noise of a flat view stays small."""
    grey = view.astype(np.float32)
    return (grey - grey.mean()) / (grey.std() + np.float32(8))


def weighed(logits: NDArray[np.float32]) -> Opinion:
    """The opinion behind the logits (n x 5) of all views of one crop."""
    mean = logits.astype(np.float64).mean(axis=0)
    share = np.exp(mean - mean.max())
    share /= share.sum()
    smile, neutral, negative, surprise, not_face = (float(value) for value in share)
    return Opinion(smile, neutral + negative + surprise, not_face)
