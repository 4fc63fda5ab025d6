"""The second opinion, with a made-up pair of encoders: night is dark, daylight is bright."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from made_up_encoders import SIDE, write_encoders, write_merges
from PIL import Image

from app.captions.clip_bpe import read_clip_tokenizer
from app.errors import ProofError
from app.images.zero_shot import ASKED, WINDOW, Question, load_pair, opinions_of
from app.messages import Message
from app.review.second_opinion import EncoderFiles, second_opinions
from app.settings import Settings

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def merges(tmp_path_factory):
    return write_merges(tmp_path_factory.mktemp("words") / "merges.txt")


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    return write_encoders(tmp_path_factory.mktemp("encoders"))


def picture(tmp_path, colour, size=(60, 40)):
    path = tmp_path / "picture.png"
    Image.new("RGB", size, colour).save(path)
    return path


@pytest.mark.parametrize(
    ("colour", "light", "face"),
    [
        ("#080808", "night", "a sad person"),
        ("#f8f8f8", "daylight", "a smiling person"),
        ("#ff7700", "sunset", "a neutral face"),
    ],
)
def test_the_likeliest_answer_and_its_share(tmp_path, pair, colour, light, face):
    found = second_opinions(picture(tmp_path, colour), pair)
    assert not isinstance(found, Message)
    assert {one.question: str(one.answer) for one in found} == {
        Question.EXPRESSION: face,
        Question.LIGHT: light,
    }
    assert all(0.5 < one.share <= 1 for one in found)


def test_the_size_of_the_picture_and_the_model_do_not_matter(tmp_path, pair):
    answers = [
        second_opinions(picture(tmp_path, "#101010", size), pair)
        for size in ((1, 1), (7, 300), (1500, 900))
    ]
    assert answers[0] == answers[1] == answers[2]


def test_an_answer_names_its_model(pair):
    words = read_clip_tokenizer(pair.tokenizer)
    model = load_pair(pair.image, pair.text, words.numbers)
    assert model.input_size == SIDE
    found = opinions_of(model, Image.new("RGB", (32, 32)))
    assert {one.model for one in found} == {model.id}
    assert len(model.id) == 12


def test_any_model_can_be_asked():
    class Coin:
        id = "coin"
        input_size = 1

        def score(self, image, prompts):
            return [0.1] * len(prompts)

    found = opinions_of(Coin(), Image.new("RGB", (1, 1)))
    assert [one.share for one in found] == [1 / len(answers) for answers in ASKED.values()]


def test_without_onnxruntime_it_says_what_to_install(tmp_path, monkeypatch, pair):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(ProofError, match=r"proofsheet\[zeroshot\]"):
        load_pair(pair.image, pair.text, lambda _text, window: [0] * window)


def test_a_missing_a_damaged_and_an_unfit_model_are_named(tmp_path, pair):
    good = picture(tmp_path, "#101010")
    missing = EncoderFiles(tmp_path / "none.onnx", pair.text, pair.tokenizer)
    assert "none.onnx" in str(second_opinions(good, missing))
    damaged = tmp_path / "damaged.onnx"
    damaged.write_bytes(b"not a model")
    spoilt = EncoderFiles(damaged, pair.text, pair.tokenizer)
    assert "damaged.onnx" in str(second_opinions(good, spoilt))
    swapped = EncoderFiles(pair.text, pair.image, pair.tokenizer)
    assert "second opinion" in str(second_opinions(good, swapped))


def test_a_broken_picture_is_answered_with_its_fault(tmp_path, pair):
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"\xff\xd8\xff")
    assert isinstance(second_opinions(broken, pair), Message)


def test_numbers_are_clips(merges):
    tokenizer = read_clip_tokenizer(merges)
    numbers = tokenizer.numbers("Night sad", 6)
    start = 512 + len(merges.read_text(encoding="utf-8").splitlines()) - 1
    assert numbers[0] == start
    assert numbers[3:] == [start + 1, 0, 0]
    assert tokenizer.numbers("!", 3)[1] == 256  # the first byte, ending a word
    assert tokenizer.numbers("night " * 90, WINDOW)[-1] == start + 1
    assert len(tokenizer.numbers("night " * 90, WINDOW)) == WINDOW


def test_it_is_off_until_both_encoders_are_named(tmp_path):
    assert EncoderFiles.of(Settings()) is None
    assert EncoderFiles.of(Settings(image_encoder=tmp_path)) is None
    both = Settings(image_encoder=tmp_path / "i", text_encoder=tmp_path / "t")
    assert EncoderFiles.of(both) == EncoderFiles(tmp_path / "i", tmp_path / "t")


def test_nothing_is_kept_to_be_sent(pair, tmp_path):
    """The library would give the machine an id and lay up events in the cache folder."""
    script = (
        "import sys; from pathlib import Path; from app.images.zero_shot import load_pair\n"
        "load_pair(Path(sys.argv[1]), Path(sys.argv[2]), lambda text, window: [0] * window)\n"
    )
    env = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    env.pop("ORT_DISABLE_TELEMETRY", None)
    command = [sys.executable, "-c", script, str(pair.image), str(pair.text)]
    subprocess.run(command, env=env, check=True, cwd=ROOT)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
