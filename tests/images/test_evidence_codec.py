"""Evidence as JSON and back."""

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.images.evidence import (
    NOTHING_MEASURED,
    Evidence,
    Face,
    Fingerprint,
    Flag,
    FlagReading,
    Sharpness,
    Smile,
    Tone,
)
from app.images.evidence_codec import evidence_json, from_json, to_json
from app.messages import msg

numbers = st.floats(allow_nan=False, allow_infinity=False)
whole = st.integers(0, 100_000)
tones = st.builds(Tone, **{field.name: numbers for field in fields(Tone)})
sharpnesses = st.builds(Sharpness, numbers, numbers, whole) | st.just(Sharpness(None, None, 2))
prints = st.builds(Fingerprint, st.integers(0, 2**128 - 1), st.integers(0, 2**128 - 1))
faces = st.builds(Face, *[whole] * 5, *[numbers] * 3, st.sampled_from(Smile))
readings = st.builds(FlagReading, st.sampled_from(Flag), numbers, numbers, st.text())
messages = st.builds(
    lambda name, size: msg("{name} {size}", name=name, size=size), st.text(), whole
)
evidences = st.builds(
    Evidence,
    digest=st.none() | st.text(),
    file_size=st.none() | whole,
    format=st.none() | st.just("PNG"),
    mode=st.none() | st.just("RGB"),
    frames=st.none() | whole,
    orientation=st.none() | st.integers(1, 8),
    width=st.none() | whole,
    height=st.none() | whole,
    transparent=st.none() | st.booleans(),
    tone=st.none() | tones,
    sharpness=st.none() | sharpnesses,
    fingerprint=st.none() | prints,
    faces=st.none() | st.lists(faces, max_size=2).map(tuple),
    flags=st.lists(readings, max_size=2).map(tuple),
    failure=st.none() | messages,
)


@given(evidences)
def test_nothing_is_lost_on_the_way(evidence):
    assert from_json(to_json(evidence)) == evidence


@pytest.mark.parametrize(
    "text",
    ["", "null", "[]", "{}", "3", '{"tone": 1}', to_json(NOTHING_MEASURED)[:-1] + ',"more":1}'],
)
def test_anything_else_is_a_value_error(text):
    with pytest.raises(ValueError):
        from_json(text)


@given(evidences)
def test_the_flat_form_is_json_with_the_same_keys_always(evidence):
    flat = evidence_json(evidence)
    assert flat.keys() == evidence_json(NOTHING_MEASURED).keys()
    json.dumps(flat, allow_nan=False)


def test_the_flat_form_names_what_was_measured():
    evidence = replace(
        NOTHING_MEASURED,
        width=3,
        sharpness=Sharpness(340.5, 1.2, 9),
        fingerprint=Fingerprint(255, 1),
        flags=(FlagReading(Flag.DARK, 12.0, 20.0, "33/33"),),
        failure=msg("ends after {have}", have="3 kB"),
    )
    flat = evidence_json(evidence)
    assert flat["width"] == 3
    assert flat["height"] is None
    assert flat["lightness_mean"] is None
    assert flat["laplacian"] == 340.5
    assert flat["fingerprint"] == "0" * 30 + "ff"
    assert flat["flags"] == [
        {"flag": "dark", "value": 12.0, "threshold": 20.0, "precision": "33/33"}
    ]
    assert flat["failure"] == "ends after 3 kB"
