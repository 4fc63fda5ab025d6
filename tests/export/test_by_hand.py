"""What a person wrote into data.toml by hand is trained with after the export too."""

import checker
import export_sets as sets
import pytest

from app.__main__ import main
from app.captions.style import Style
from app.dataset.choices import ConceptChoices, DatasetChoices, Preset
from app.export.by_hand import NOTHING, by_hand, read_by_hand
from app.export.data_toml import choices_from
from app.export.options import ExportOptions, Trainer
from app.export.plan import plan
from app.export.planned import ObstacleKind
from app.export.seen import seen

TEXT = """[general]
secondary_separator = ";"
cache_info = true
[[datasets]]
resolution = 512
network_multiplier = 0.5
  [[datasets.subsets]]
  image_dir = "/old/alice"
  flip_aug = true
  num_repeats = 7
[[datasets]]
resolution = 768
validation_seed = 3
  [[datasets.subsets]]
  image_dir = "/old/alice"
"""


@pytest.fixture
def dataset(tmp_path):
    return sets.opened(sets.two_concepts(tmp_path / "set", 1))


def planned(dataset, text, **options):
    asked = ExportOptions(dataset.root.parent / "train", anyway=True, **options)
    return plan(dataset, {}, asked, by_hand=by_hand(text, dataset))


def test_keys_that_no_choice_covers_stand_where_they_stood(dataset):
    dataset.choices = DatasetChoices(resolution=(512, 512), more_resolutions=((768, 768),))
    parsed = checker.parse(planned(dataset, TEXT).config.text)
    first, second = parsed["datasets"]
    assert parsed["general"]["secondary_separator"] == ";"
    assert (first["network_multiplier"], second["validation_seed"]) == (0.5, 3)
    assert "network_multiplier" not in second
    assert [s.get("flip_aug") for s in first["subsets"]] == [True, None], "alice's, not bob's"
    assert first["subsets"][0]["num_repeats"] == 1, "repeats are a choice"


def test_what_comes_along_and_what_stays_is_said(dataset):
    notes = [str(note) for note in planned(dataset, TEXT).notes]
    assert "Not taken along from your data.toml: cache_info." in notes
    (taken,) = [note for note in notes if note.startswith("Taken along")]
    assert "flip_aug" in taken
    assert "num_repeats" not in taken
    moved = planned(dataset, TEXT.replace("flip_aug", "random_crop")).notes
    assert any("another place each time: random_crop" in str(note) for note in moved)


def test_the_caption_is_read_with_them(tmp_path):
    dataset = sets.opened(sets.one_entry(tmp_path / "set", "mira; long hair, smiling"))
    tags = {"set": ConceptChoices(style=Style.TAGS)}
    dataset.choices = DatasetChoices(preset=Preset.SDXL, concepts=tags)
    text = f"""[[datasets]]
resolution = 1024
  [[datasets.subsets]]
  image_dir = "{dataset.root}"
  secondary_separator = ";"
  caption_tag_dropout_rate = 0.25
  token_warmup_step = 10
  caption_dropout_every_n_epochs = 2
"""
    made = planned(dataset, text)
    (concept,) = made.concepts
    found = seen(made, concept, concept.pairs[0])
    assert found.texts == ("mira, long hair, smiling",)
    assert concept.pairs[0].trained == "mira, long hair, smiling"
    said = " ".join(map(str, found.remarks))
    assert "left out in 25 %" in said
    assert "At first only some" in said
    assert "whose number 2 divides" in said
    assert "new order" not in said


def test_what_the_trainer_would_stop_at_stops_the_export(dataset):
    made = planned(dataset, '[general]\nresize_interpolation = "best"\n[[datasets]]\n')
    assert [o.kind for o in made.blockers] == [ObstacleKind.CHOICE]
    assert "best" in str(made.blockers[0].message)


@pytest.mark.parametrize(
    "text", ["", "x = [", "[general]\nshouting = 1\nflip_aug = 1\n[[datasets]]", "datasets = 3"]
)
def test_what_is_illegal_stays_where_it_is(dataset, text):
    found = by_hand(text, dataset)
    assert (found.general, found.concepts) == ({}, {})
    assert planned(dataset, text).config.text == planned(dataset, "").config.text


def test_other_trainers_are_told_nothing_of_it(dataset):
    for trainer in (t for t in Trainer if t is not Trainer.KOHYA):
        with_it, without = (planned(dataset, text, trainer=trainer) for text in (TEXT, ""))
        assert with_it.config == without.config
        assert with_it.notes == without.notes


def test_exported_and_opened_they_are_found_again(dataset, tmp_path):
    dataset.choices = DatasetChoices(resolution=(512, 512), more_resolutions=((768, 768),))
    text = planned(dataset, TEXT, train_path=str(dataset.root)).config.text
    again = choices_from(text, dataset).choices
    assert again.resolution == (512, 512)
    dataset.choices = again
    assert planned(dataset, text, train_path=str(dataset.root)).config.text == text


def test_the_command_takes_them_along(dataset, tmp_path):
    path = dataset.root / "data.toml"
    path.write_text(TEXT.replace("/old", str(dataset.root)), encoding="utf-8")
    assert read_by_hand(dataset).concepts["alice"] == {"flip_aug": True}
    assert main(["export", str(dataset.root), str(tmp_path / "train"), "--anyway"]) == 0
    text = (tmp_path / "train" / "data.toml").read_text(encoding="utf-8")
    assert checker.parse(text)["datasets"][0]["subsets"][0]["flip_aug"] is True


def test_a_file_that_cannot_be_read_brings_nothing(dataset):
    assert read_by_hand(dataset) == NOTHING
    (dataset.root / "data.toml").write_bytes(b"\xff\xfe")
    assert read_by_hand(dataset) == NOTHING
