"""Token counts: estimated from the words, exact with a tokenizer that the person has."""

import gzip
import json
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.captions.clip_bpe import ClipTokenizer, read_clip_tokenizer
from app.captions.t5_unigram import T5Tokenizer, read_t5_tokenizer
from app.captions.tokenizer_files import find_clip_tokenizer, find_t5_tokenizer
from app.captions.tokens import (
    WINDOWS,
    Encoder,
    Window,
    count_tokens,
    estimate_clip,
    estimate_t5,
)
from app.captions.words import cut
from app.dataset.choices import Preset

MERGES = [("l", "i"), ("g", "h"), ("li", "gh"), ("ligh", "t</w>"), ("a", "n")]


@pytest.fixture
def clip_file(tmp_path):
    path = tmp_path / "merges.txt"
    path.write_text("#version: 0.2\n" + "\n".join(map(" ".join, MERGES)), encoding="utf-8")
    return path


def test_every_preset_has_windows():
    assert set(WINDOWS) == set(Preset)
    assert WINDOWS[Preset.FLUX][0].encoder is Encoder.T5
    assert [w.tokens for w in WINDOWS[Preset.SDXL]] == [75, 150, 225]


def test_bpe_merges_the_commonest_pair_first(clip_file):
    tokenizer = read_clip_tokenizer(clip_file)
    counts = [piece.tokens for piece in tokenizer.pieces("light lights an a!")]
    assert counts == [1, 3, 2, 1, 1]  # lights: ligh t s</w>; an: a n</w>


def test_the_three_files_of_clip_agree(tmp_path, clip_file):
    packed = tmp_path / "bpe_simple_vocab_16e6.txt.gz"
    with gzip.open(packed, "wt", encoding="utf-8") as file:
        file.write(clip_file.read_text(encoding="utf-8"))
    for name, merges in (("a.json", MERGES), ("b.json", [" ".join(pair) for pair in MERGES])):
        (tmp_path / name).write_text(json.dumps({"model": {"merges": merges}}), encoding="utf-8")
    text = "A light lit the Lights, 12 日本 😀"
    plain = read_clip_tokenizer(clip_file).pieces(text)
    for name in (packed.name, "a.json", "b.json"):
        assert read_clip_tokenizer(tmp_path / name).pieces(text) == plain


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"model": {"merges": [["a"]]}}', "{"])
def test_a_file_that_is_no_tokenizer(tmp_path, content):
    path = tmp_path / "tokenizer.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError):
        read_clip_tokenizer(path)
    with pytest.raises(ValueError):
        read_t5_tokenizer(path)
    assert find_clip_tokenizer(path) is None
    assert find_t5_tokenizer(tmp_path) is None


def test_t5_takes_the_likeliest_cut():
    tokenizer = T5Tokenizer({"▁": -2.0, "▁light": -4.0, "s": -3.0, "▁li": -5.0, "ghts": -9.0})
    assert [piece.tokens for piece in tokenizer.pieces("light lights 日本")] == [1, 2, 2]


def test_t5_from_a_sentencepiece_model(tmp_path):
    def piece(text, score, kind=1):
        body = text.encode()
        inner = b"\x0a" + bytes([len(body)]) + body + b"\x15" + struct.pack("<f", score)
        inner += b"\x18" + bytes([kind])
        return b"\x0a" + bytes([len(inner)]) + inner

    path = tmp_path / "spiece.model"
    model = piece("<unk>", 0.0, 2) + piece("▁a", -1.0) + piece("b", -2.0)
    path.write_bytes(model)
    tokenizer = find_t5_tokenizer(tmp_path)
    assert tokenizer is not None
    assert [one.tokens for one in tokenizer.pieces("ab a")] == [2, 1]
    path.write_bytes(model[:-3])
    assert find_t5_tokenizer(path) is None


def test_found_in_the_usual_cache(tmp_path, clip_file, monkeypatch):
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    assert find_clip_tokenizer() is None
    folder = tmp_path / "hf/hub/models--openai--clip-vit-large-patch14/snapshots/abc"
    folder.mkdir(parents=True)
    (folder / "merges.txt").write_bytes(clip_file.read_bytes())
    assert isinstance(find_clip_tokenizer(), ClipTokenizer)


def test_estimates_are_near_what_the_encoders_count():
    words = cut("A Japanese woman with long black hair smiles softly in natural daylight.")
    assert 12 <= estimate_clip(words) <= 15
    assert 13 <= estimate_t5(words) <= 20
    assert estimate_clip(cut("soft_lighting")) == 3
    assert not count_tokens(words, Encoder.CLIP).exact


def test_the_window_ends_before_the_first_word_that_is_not_inside():
    text = "one two three four"
    count = count_tokens(cut(text), Encoder.CLIP)
    assert count.window_end(Window(Encoder.CLIP, 2)) == text.index("three")
    assert count.window_end(Window(Encoder.CLIP, 4)) is None


@given(st.text())
def test_pieces_lie_inside_any_text(text):
    tokenizers = [None, ClipTokenizer(MERGES), T5Tokenizer({"▁": -1.0, "a": -2.0})]
    for tokenizer in tokenizers:
        behind = 0
        for start, end, tokens in count_tokens(cut(text), Encoder.CLIP, tokenizer).pieces:
            assert behind <= start < end <= len(text)
            assert tokens > 0
            behind = end
