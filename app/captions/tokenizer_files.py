"""Finds the tokenizers that the person's trainer or model cache already holds; reads only."""

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final, TypeVar

from app.captions.clip_bpe import ClipTokenizer, read_clip_tokenizer
from app.captions.t5_unigram import T5Tokenizer, read_t5_tokenizer

_Found = TypeVar("_Found")
_CLIP_FILES: Final = ("merges.txt", "tokenizer.json", "bpe_simple_vocab_16e6.txt.gz")
_T5_FILES: Final = ("spiece.model", "tokenizer.json")
# What the names of cached models hold, and the folder of a pipeline that keeps the tokenizer.
_CLIP_MODELS: Final = ("clip-vit", "stable-diffusion", "sdxl", "flux")
_T5_MODELS: Final = ("t5", "flux")
_MOST_FILES: Final = 40
"""Candidates that are tried; a cache may hold hundreds of models."""


def find_clip_tokenizer(named: Path | None = None) -> ClipTokenizer | None:
    """From the file or folder that is named, else from the usual caches; None: none is there."""
    return _first(_candidates(named, _CLIP_FILES, _CLIP_MODELS, "tokenizer"), read_clip_tokenizer)


def find_t5_tokenizer(named: Path | None = None) -> T5Tokenizer | None:
    """From the file or folder that is named, else from the usual caches; None: none is there."""
    return _first(_candidates(named, _T5_FILES, _T5_MODELS, "tokenizer_2"), read_t5_tokenizer)


def _first(paths: Iterable[Path], read: Callable[[Path], _Found]) -> _Found | None:
    for path in islice(paths, _MOST_FILES):
        try:
            return read(path)
        except (OSError, EOFError, ValueError):
            # A cache holds other models' files under the same names; the estimate remains.
            continue
    return None


def _candidates(
    named: Path | None, files: tuple[str, ...], models: tuple[str, ...], part: str
) -> Iterator[Path]:
    if named is not None:
        yield from (named / part / name for name in files)
        yield from (named / name for name in files)
        yield named
        return
    for cache in _caches():
        for model in _children(cache):
            if model.name.startswith("models--") and any(m in model.name.lower() for m in models):
                for snapshot in _children(model / "snapshots"):
                    for folder in (snapshot, snapshot / part):
                        yield from (folder / name for name in files if (folder / name).is_file())


def _caches() -> Iterator[Path]:
    """Where huggingface_hub keeps models, by the variables that move it."""
    environ = os.environ
    for variable in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"):
        if environ.get(variable):
            yield Path(environ[variable])
    if environ.get("HF_HOME"):
        yield Path(environ["HF_HOME"]) / "hub"
    yield Path(environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "huggingface" / "hub"


def _children(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
