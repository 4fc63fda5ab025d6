"""A made-up pair of encoders for the second opinion: night is dark, daylight is bright."""

import numpy as np
import pytest

from app.captions.clip_bpe import read_clip_tokenizer
from app.images.zero_shot import WINDOW
from app.review.second_opinion import EncoderFiles

WORDS = {
    "night": (-1, -1, -1),
    "daylight": (1, 1, 1),
    "sunset": (1, 0, -1),
    "studio": (0, 1, -1),
    "smiling": (1, 1, 1),
    "sad": (-1, -1, -1),
    "neutral": (1, 0, -1),
    "without": (0, 1, -1),
}
"""What each word means to the made-up encoder: a mean colour, darker or brighter than grey."""
SIDE = 16


def write_merges(path):
    """A tokenizer that reads the words above as one piece each."""
    lines = ["#version: 0.2"]
    for word in WORDS:
        letters = [*word[:-1], f"{word[-1]}</w>"]
        for end in range(1, len(letters)):
            line = f"{''.join(letters[:end])} {letters[end]}"
            if line not in lines:
                lines.append(line)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def write_encoders(folder):
    """Two ONNX files: the mean colour of a picture, and the mean of the words' colours."""
    pytest.importorskip("onnxruntime", reason="the extra [zeroshot] is not installed")
    onnx = pytest.importorskip("onnx", reason="onnx, which makes the model up, is not installed")
    from onnx import TensorProto, helper, numpy_helper

    merges = write_merges(folder / "merges.txt")
    tokenizer = read_clip_tokenizer(merges)
    start = tokenizer.numbers("", WINDOW)[0]
    table = np.full((start + 2, 3), 1e-4, np.float32)
    for word, colour in WORDS.items():
        table[tokenizer.numbers(word, WINDOW)[1]] = colour
    seen = helper.make_graph(
        [helper.make_node("ReduceMean", ["pixels"], ["image_embeds"], axes=[2, 3], keepdims=0)],
        "image",
        [helper.make_tensor_value_info("pixels", TensorProto.FLOAT, [1, 3, SIDE, SIDE])],
        [helper.make_tensor_value_info("image_embeds", TensorProto.FLOAT, [1, 3])],
    )
    read = helper.make_graph(
        [
            helper.make_node("Gather", ["table", "input_ids"], ["words"]),
            helper.make_node("ReduceMean", ["words"], ["text_embeds"], axes=[1], keepdims=0),
        ],
        "text",
        [helper.make_tensor_value_info("input_ids", TensorProto.INT64, [1, WINDOW])],
        [helper.make_tensor_value_info("text_embeds", TensorProto.FLOAT, [1, 3])],
        [numpy_helper.from_array(table, "table")],
    )
    files = []
    for name, graph in (("image", seen), ("text", read)):
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
        onnx.checker.check_model(model)
        files.append(folder / f"{name}.onnx")
        files[-1].write_bytes(model.SerializeToString())
    return EncoderFiles(*files, tokenizer=merges)
