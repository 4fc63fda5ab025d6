"""Tags, sentences and mixtures of both are told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.captions.style import Style, style_of

TAGS = [
    "1girl, solo, smile, blue_eyes, long_hair, simple_background",
    "a japanese woman, long hair, smiling, outdoor, daylight",
    "masterpiece, best quality, portrait of an old man, wrinkles, studio lighting",
    "red sofa",
    "white wall, wooden table with drawers, vent",
    "黒髪、笑顔、屋外、自然光",
    "purplecurly, curly hair, purple hair, close-up",
    "a red coat, a hat, gloves",
    "a woman in red, a man in blue, a dog",
    "a portrait of a queen by Ida Moor, gouache, matte, sharp focus",
    "still from a space opera by Lem Studio, cinematic, 4k, grain",
]
SENTENCES = [
    "Mr. Rogers waves at a trolley",
    "a portrait of St. George on a white horse",
    "inkwash style, two men in a boat under a bridge",
    "A Japanese woman with long black hair smiles softly in natural daylight.",
    "a dog runs on grass",
    "cars on a road near high buildings at night",
    "purplecurly, The image shows a young woman. Her hair is purple, curly, and long.",
    "A shelf holds jars, boxes, and old tins.",
    "a very cool cat",
    "The head of a horse is shown in this old, faded drawing.",
    "an old man under a clock, mimicking a statue",
    "黒い髪の女性が公園で微笑んでいる。背景には木々、池、そして橋が見える。",
    "A border collie leaps over a striped bar, ears flying, mouth open.",
    "An elderly woman stares straight at the camera, lips pressed together, unsmiling.",
    "ohwx man, Add a pair of sunglasses to the person.",
    "The kitchen has white walls, a long counter, and a window, which lets the light in.",
    "a photo of a boy standing next to a wrinkled, sleepy walrus",
    "A fox in a hat. It stands by a van. The van has stripes. Pencil sketch.",
    "strawberry flavoured rice pudding",
    "画面には「Name」、「Age」、「Send」と書かれている。文字は黒い。",
]
MIXED = [
    "A badger in a raincoat standing on a jetty while holding a lantern. Pencil sketch.",
    "a woman in a red dress sitting on a bench in the park, masterpiece, best quality, 8k",
    "a man with a beard looking at the camera with a serious look, stock photo, film grain",
    "toy, a side view of a small car parked on a wooden floor, outdoors, direct sunlight",
    "女性が公園のベンチに座って本を読んでいる、高画質、自然光、傑作",
]


@pytest.mark.parametrize("text", TAGS)
def test_tags(text):
    assert style_of(text) is Style.TAGS


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences(text):
    assert style_of(text) is Style.SENTENCE


@pytest.mark.parametrize("text", MIXED)
def test_mixed(text):
    assert style_of(text) is Style.MIXED


@pytest.mark.parametrize("text", ["", "  ", ", ,", "...", "\n"])
def test_no_words_is_no_style(text):
    assert style_of(text) is Style.EMPTY


@given(st.text())
def test_any_text_has_a_style(text):
    assert style_of(text) in Style
