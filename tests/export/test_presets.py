"""A preset sets what its model must have, says why, and leaves everything else alone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.dataset.choices import ConceptChoices, DatasetChoices, Preset, Purpose
from app.export.presets import propose

BUSY = ConceptChoices(
    trigger="mira",
    repeats=4,
    shuffle_tags=True,
    keep_tokens=1,
    caption_prefix="mira,",
    caption_dropout_rate=0.1,
    enable_wildcard=True,
    class_tokens="woman",
)


def keys(proposal):
    return [(d.concept, d.key, d.before, d.after) for d in proposal.demands]


@pytest.mark.parametrize("preset", list(Preset))
def test_what_fits_already_is_left_alone(preset):
    side = 512 if preset is Preset.SD15 else 1024
    choices = DatasetChoices(resolution=(side, side), batch_size=3, purpose=Purpose.PERSON)
    proposal = propose(choices, preset)
    assert proposal.demands == ()
    assert proposal.choices == replace(choices, preset=preset)


def test_flux_takes_away_what_stops_a_cached_text_encoder():
    proposal = propose(DatasetChoices(concepts={"set": BUSY}), Preset.FLUX)
    assert keys(proposal) == [
        ("set", "shuffle_caption", "true", "false"),
        ("set", "caption_dropout_rate", "0.1", "0.0"),
        ("set", "enable_wildcard", "true", "false"),
    ]
    own = proposal.choices.concept("set")
    assert (own.trigger, own.repeats, own.caption_prefix) == ("mira", 4, "mira,")
    assert "prefix" in str(proposal.remarks[0]), "what is skipped is said, and not deleted"


@pytest.mark.parametrize("preset", [Preset.SDXL, Preset.SD15])
def test_the_others_keep_shuffling_and_dropout(preset):
    proposal = propose(DatasetChoices(concepts={"set": BUSY}), preset)
    assert proposal.choices.concept("set") == BUSY
    assert proposal.remarks == ()


@pytest.mark.parametrize(
    ("preset", "resolution", "wanted"),
    [
        (Preset.SD15, (1024, 1024), (512, 512)),
        (Preset.SD15, (512, 768), (512, 768)),
        (Preset.SDXL, (512, 512), (1024, 1024)),
        (Preset.SDXL, (832, 1216), (832, 1216)),
        (Preset.FLUX, (512, 512), (512, 512)),
        (Preset.FLUX, (256, 256), (1024, 1024)),
    ],
)
def test_a_resolution_changes_only_where_the_model_cannot_train_at_it(preset, resolution, wanted):
    choices = DatasetChoices(resolution=resolution, max_bucket=4096)
    proposal = propose(choices, preset)
    assert proposal.choices.resolution == wanted
    changed = resolution != wanted
    assert [d.key for d in proposal.demands] == (
        ["resolution", "max_bucket_reso"] if changed else []
    )
    assert proposal.choices.max_bucket == (None if changed else 4096)


@pytest.mark.parametrize(
    ("preset", "step", "wanted"),
    [(Preset.SD15, 32, 64), (Preset.SDXL, 32, 32), (Preset.FLUX, 16, 64), (Preset.FLUX, 128, 128)],
)
def test_a_bucket_step_that_the_script_refuses_becomes_64(preset, step, wanted):
    choices = DatasetChoices(resolution=(512, 768), bucket_step=step)
    assert propose(choices, preset).choices.bucket_step == wanted


@given(st.sampled_from(Preset), st.sampled_from(Preset), st.integers(64, 4096))
def test_taking_a_preset_twice_changes_nothing_more(first, second, side):
    choices = DatasetChoices(preset=first, resolution=(side, side), concepts={"set": BUSY})
    once = propose(choices, second)
    assert propose(once.choices, second).demands == ()
    assert all(str(demand.reason) and demand.before != demand.after for demand in once.demands)
