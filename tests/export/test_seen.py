"""The preview's caption is the one that the trainer will read."""

import export_sets as sets
import pytest

from app.captions.style import Style
from app.dataset.choices import ConceptChoices, DatasetChoices, Preset
from app.export.options import ExportOptions, Trainer
from app.export.plan import plan
from app.export.seen import seen

TAGS = "mira, long hair, {smiling|calm}"


def shown(tmp_path, caption, own=None, trainer=Trainer.KOHYA, preset=Preset.SDXL):
    root = sets.one_entry(tmp_path / "set", caption)
    dataset = sets.opened(root)
    concepts = {"set": own or ConceptChoices()}
    dataset.choices = DatasetChoices(preset=preset, concepts=concepts)
    made = plan(dataset, {}, ExportOptions(tmp_path / "train", trainer=trainer))
    (concept,) = made.concepts
    (pair,) = concept.pairs
    return seen(made, concept, pair)


def words(found):
    return " ".join(map(str, found.remarks))


def test_a_plain_caption_is_read_as_it_stands(tmp_path):
    found = shown(tmp_path, sets.SUNNY)
    assert found.texts == (sets.SUNNY,)
    assert found.remarks == ()


def test_prefix_and_suffix_stand_around_it(tmp_path):
    own = ConceptChoices(caption_prefix="PRE,", caption_suffix=", SUF")
    assert shown(tmp_path, "a cat", own).texts == ("PRE, a cat , SUF",)


def test_wildcards_list_every_text(tmp_path):
    found = shown(tmp_path, TAGS, ConceptChoices(enable_wildcard=True))
    assert found.texts == ("mira, long hair, smiling", "mira, long hair, calm")
    assert "One of 2" in words(found)


def test_shuffling_says_what_stays(tmp_path):
    own = ConceptChoices(style=Style.TAGS, shuffle_tags=True, keep_tokens=1)
    found = shown(tmp_path, "mira, long hair, smiling", own)
    assert "the first 1 stay" in words(found)


def test_sentences_are_not_shuffled_whatever_is_set(tmp_path):
    own = ConceptChoices(style=Style.SENTENCE, shuffle_tags=True, keep_tokens=1)
    assert shown(tmp_path, "A woman, smiling, waits.", own).remarks == ()


def test_dropout_is_a_share_of_the_draws(tmp_path):
    found = shown(tmp_path, sets.SUNNY, ConceptChoices(caption_dropout_rate=0.25))
    assert "25 %" in words(found)


def test_a_cached_text_encoder_reads_the_file_alone(tmp_path):
    own = ConceptChoices(caption_prefix="PRE")
    found = shown(tmp_path, "a cat", own, preset=Preset.FLUX)
    assert found.texts == ("PRE a cat",)
    assert words(found).endswith("it reads: a cat")
    assert shown(tmp_path, "a cat", own).remarks == ()


@pytest.mark.parametrize(
    ("trainer", "expected"),
    [
        (Trainer.MUSUBI, "a,b , c"),
        (Trainer.DIFFUSION_PIPE, "a,b , c"),
        (Trainer.AI_TOOLKIT, "a, b ,  c"),
        (Trainer.ONETRAINER, "a,b , c"),
    ],
)
def test_other_trainers_read_it_their_way(tmp_path, trainer, expected):
    assert shown(tmp_path, "a,b , c", trainer=trainer).texts == (expected,)
