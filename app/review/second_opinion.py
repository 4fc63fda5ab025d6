"""The second opinion on one picture, by the encoders and the tokenizer that the person named."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.captions.tokenizer_files import find_clip_tokenizer
from app.errors import ProofError
from app.images.decode import UnreadableImage, load
from app.images.zero_shot import EncoderPair, SecondOpinion, load_pair, opinions_of
from app.messages import Message, msg
from app.settings import Settings


@dataclass(frozen=True, slots=True)
class EncoderFiles:
    """Two ONNX files; the tokenizer is looked for in the usual caches where it is not named."""

    image: Path
    text: Path
    tokenizer: Path | None = None

    @classmethod
    def of(cls, settings: Settings) -> "EncoderFiles | None":
        """Those of the settings, or None where no pair is named."""
        if settings.image_encoder is None or settings.text_encoder is None:
            return None
        return cls(settings.image_encoder, settings.text_encoder, settings.clip_tokenizer)


def second_opinions(path: Path, files: EncoderFiles) -> tuple[SecondOpinion, ...] | Message:
    """What the named model says of a picture, or why it says nothing; for a worker process."""
    try:
        model = _loaded(files, _stamp(files.image), _stamp(files.text))
        return opinions_of(model, load(path, model.input_size).image)
    except UnreadableImage as error:
        return error.detail
    except ProofError as error:
        return msg("{what}: {detail}", what=error.title, detail=error.detail)


@lru_cache(maxsize=1)
def _loaded(files: EncoderFiles, _image: int, _text: int) -> EncoderPair:
    """Once per process and state of the files."""
    words = find_clip_tokenizer(files.tokenizer)
    if words is None:
        raise ProofError(
            msg("There is no second opinion"),
            msg("no CLIP tokenizer was found; name its merges.txt in the settings"),
        )
    return load_pair(files.image, files.text, words.numbers)


def _stamp(path: Path) -> int:
    """When a file changed; 0 where it is not there, which the loader then says."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
