"""An optional second opinion: an image and a text encoder that the person names, asked in words.

Nothing comes with the program and nothing is fetched. How often such an answer is right was never
measured here, so it is only a fact to read, with its figure; no rule looks at it.
"""

import hashlib
import importlib
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol, cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from app.errors import ProofError
from app.messages import Message, msg

WINDOW = 77
"""Tokens of a question; CLIP's own."""
_USUAL_SIDE = 224
_LARGEST_SIDE = 1024
_SHARPNESS = 100.0
"""What CLIP multiplies cosines with before it weighs them against each other."""
_MEAN = np.array([0.48145466, 0.4578275, 0.40821073], np.float32)
_DEVIATION = np.array([0.26862954, 0.26130258, 0.27577711], np.float32)
_LARGEST_MODEL = 4 << 30


class Question(StrEnum):
    """What is asked of every picture."""

    EXPRESSION = "expression"
    LIGHT = "light"


ASKED: Mapping[Question, tuple[tuple[str, Message], ...]] = {
    Question.EXPRESSION: (
        ("a photo of a smiling person", msg("a smiling person")),
        ("a photo of a sad person", msg("a sad person")),
        ("a photo of a person with a neutral face", msg("a neutral face")),
        ("a photo without any person", msg("nobody")),
    ),
    Question.LIGHT: (
        ("a photo taken at night", msg("night")),
        ("a photo taken in daylight", msg("daylight")),
        ("a photo taken at sunset", msg("sunset")),
        ("a photo taken in a studio", msg("studio light")),
    ),
}
"""For each question what the text encoder is given, and how the answer is called."""


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """The likeliest answer to one question, and its share among the answers offered (0 to 1)."""

    question: Question
    answer: Message
    share: float
    model: str
    """The beginning of the SHA-256 of the image encoder, so that an answer can be traced."""


Numbers = Callable[[str, int], Sequence[int]]
"""A tokenizer: what the text encoder reads of a sentence, filled up to so many tokens."""


class ZeroShot(Protocol):
    """A model that weighs a picture against sentences."""

    @property
    def id(self) -> str:
        """Tells models apart."""
        ...

    @property
    def input_size(self) -> int:
        """Side in pixels of what it sees."""
        ...

    def score(self, image: Image.Image, prompts: Sequence[str]) -> list[float]:
        """The cosine (-1 to 1) between the RGB picture and each sentence."""
        ...


class _Place(Protocol):
    name: str
    shape: Sequence[object]


class _Session(Protocol):
    """What is used of onnxruntime's session; the package is optional and has no types."""

    def get_inputs(self) -> list[_Place]: ...
    def get_outputs(self) -> list[_Place]: ...
    def run(self, names: list[str], feed: dict[str, Any]) -> list[NDArray[np.float32]]: ...


class EncoderPair:
    """A CLIP-like pair of ONNX files."""

    def __init__(self, image: _Session, text: _Session, words: Numbers, name: str) -> None:
        self._image, self._text, self._words = image, text, words
        self.id = name
        self.input_size = _side_of(image)
        self._known: dict[str, NDArray[np.float32]] = {}

    def score(self, image: Image.Image, prompts: Sequence[str]) -> list[float]:
        """The cosine between the RGB picture and each sentence; raises ProofError."""
        try:
            seen = _embedding(self._image, {self._image.get_inputs()[0].name: self._shown(image)})
            return [float(seen @ self._read(prompt)) for prompt in prompts]
        except Exception as error:  # see `_session`
            raise _unfit(str(error)) from error

    def _shown(self, image: Image.Image) -> NDArray[np.float32]:
        """The middle square as the encoder wants it: 1 x 3 x side x side."""
        side = self.input_size
        scale = side / min(image.size)
        size = max(side, round(image.width * scale)), max(side, round(image.height * scale))
        small = image.convert("RGB").resize(size, Image.Resampling.BICUBIC)
        left, top = (size[0] - side) // 2, (size[1] - side) // 2
        values = np.asarray(small.crop((left, top, left + side, top + side)), np.float32) / 255
        shown = (values - _MEAN) / _DEVIATION
        return shown.transpose(2, 0, 1)[None].astype(np.float32)

    def _read(self, prompt: str) -> NDArray[np.float32]:
        if prompt not in self._known:
            numbers = np.array([self._words(prompt, WINDOW)], np.int64)
            end = int(np.argmax(numbers)) + 1
            mask = (np.arange(WINDOW) < end).astype(np.int64)[None]
            places = [place.name for place in self._text.get_inputs()]
            feed = {name: mask if "mask" in name else numbers for name in places}
            self._known[prompt] = _embedding(self._text, feed)
        return self._known[prompt]


def opinions_of(model: ZeroShot, image: Image.Image) -> tuple[SecondOpinion, ...]:
    """The likeliest answer to each question."""
    found: list[SecondOpinion] = []
    for question, answers in ASKED.items():
        cosines = np.array(model.score(image, [prompt for prompt, _ in answers]))
        weights = np.exp(_SHARPNESS * (cosines - cosines.max()))
        best = int(weights.argmax())
        share = round(float(weights[best] / weights.sum()), 4)
        found.append(SecondOpinion(question, answers[best][1], share, model.id))
    return tuple(found)


def load_pair(image: Path, text: Path, words: Numbers) -> EncoderPair:
    """The pair of encoders, ready to be asked; raises ProofError with what is wrong."""
    # From version 1.31 on it would give the machine an id and keep events to be sent.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    try:
        runtime = importlib.import_module("onnxruntime")  # an extra: installed only where wanted
    except ImportError as error:
        raise ProofError(
            msg("There is no second opinion"),
            msg("onnxruntime is not installed: pip install 'proofsheet[zeroshot]'"),
        ) from error
    digest = _digest(image)
    return EncoderPair(_session(runtime, image), _session(runtime, text), words, digest)


def _digest(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST_MODEL:
            raise _unusable(path, msg("is too large"))
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:12]
    except OSError as error:
        raise _unusable(path, error.strerror or str(error)) from error


def _session(runtime: ModuleType, path: Path) -> _Session:
    options = runtime.SessionOptions()
    # Worker processes share the cores already.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    try:
        session = runtime.InferenceSession(
            str(path), sess_options=options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:  # made in C++, they descend from nothing narrower
        raise _unusable(path, str(error)) from error
    return cast(_Session, session)


def _side_of(session: _Session) -> int:
    places = session.get_inputs()
    side = places[0].shape[-1] if places and places[0].shape else None
    return side if isinstance(side, int) and 0 < side <= _LARGEST_SIDE else _USUAL_SIDE


def _embedding(session: _Session, feed: dict[str, Any]) -> NDArray[np.float32]:
    """The vector of length 1 that an encoder gives: the output called so, or else the last."""
    names = [place.name for place in session.get_outputs()]
    name = next((name for name in names if name.endswith("embeds")), names[-1])
    vector = np.asarray(session.run([name], feed)[0], np.float32).reshape(-1)
    return vector / max(float(np.linalg.norm(vector)), 1e-12)


def _unusable(path: Path, reason: str | Message) -> ProofError:
    return ProofError(
        msg("There is no second opinion"),
        msg("{path}: {reason}", path=str(path), reason=reason),
    )


def _unfit(reason: str) -> ProofError:
    return ProofError(msg("The second opinion failed"), msg("{reason}", reason=reason))
