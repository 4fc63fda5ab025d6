"""The files for other trainers, each against the schema of that trainer."""

import json
import tomllib

import checker
import export_sets as sets
import pytest
import toml
import yaml

from app.captions.style import Style
from app.dataset.choices import ConceptChoices, DatasetChoices
from app.errors import ProofError
from app.export.options import ExportOptions, Trainer
from app.export.plan import plan
from app.export.writer import write

OTHERS = [trainer for trainer in Trainer if trainer is not Trainer.KOHYA]


@pytest.fixture
def dataset(tmp_path):
    return sets.opened(sets.two_concepts(tmp_path / "set", 1))


def planned(dataset, trainer, **options):
    target = dataset.root.parent / "train"
    return plan(dataset, {}, ExportOptions(target, trainer=trainer, anyway=True, **options))


def parsed_toml(text):
    values = tomllib.loads(text)
    assert values == toml.loads(text)
    return values


def parsed_yaml(text):
    """The entries, by YAML's own parser."""
    return yaml.safe_load(text)


def folders(dataset):
    return [str(dataset.root.parent / "train" / name) for name in ("alice", "bob")]


def test_musubi_has_only_its_own_keys_and_caches_that_never_meet(dataset):
    dataset.choices = DatasetChoices(
        more_resolutions=((512, 512),), concepts={"bob": ConceptChoices(repeats=3)}
    )
    values = parsed_toml(planned(dataset, Trainer.MUSUBI).config.text)
    assert set(values) == {"general", "datasets"}
    assert set(values["general"]) <= {
        *("resolution", "caption_extension", "batch_size", "num_repeats", "enable_bucket"),
        "bucket_no_upscale",
    }
    assert values["general"]["caption_extension"] == ".txt"
    legal = {"image_directory", "cache_directory", "num_repeats", "resolution"}
    assert all(set(one) <= legal for one in values["datasets"])
    caches = [one["cache_directory"] for one in values["datasets"]]
    assert len(set(caches)) == 4
    assert not any(cache.startswith(tuple(folders(dataset))) for cache in caches)
    assert [one["image_directory"] for one in values["datasets"]] == folders(dataset) * 2
    assert [one["num_repeats"] for one in values["datasets"]] == [1, 3, 1, 3]
    assert [one["resolution"] for one in values["datasets"]] == [[1024, 1024]] * 2 + [[512] * 2] * 2


def test_diffusion_pipe_states_its_ratio_keys_at_the_top(dataset):
    values = parsed_toml(planned(dataset, Trainer.DIFFUSION_PIPE).config.text)
    assert set(values) == {
        *("resolutions", "enable_ar_bucket", "min_ar", "max_ar", "num_ar_buckets"),
        *("frame_buckets", "directory"),
    }
    assert values["resolutions"] == [1024]
    assert [one["path"] for one in values["directory"]] == folders(dataset)
    assert values["min_ar"] <= 1.5 <= values["max_ar"]
    dataset.choices = DatasetChoices(more_resolutions=((768, 1152),))
    mixed = parsed_toml(planned(dataset, Trainer.DIFFUSION_PIPE).config.text)
    assert mixed["resolutions"] == [[1024, 1024], [768, 1152]]


def test_ai_toolkit_gets_entries_for_its_job(dataset):
    own = ConceptChoices(style=Style.TAGS, shuffle_tags=True, keep_tokens=1, caption_prefix="t,")
    dataset.choices = DatasetChoices(concepts={"alice": own})
    first, second = parsed_yaml(planned(dataset, Trainer.AI_TOOLKIT).config.text)
    assert [first["folder_path"], second["folder_path"]] == folders(dataset)
    assert (first["caption_ext"], first["resolution"], first["num_repeats"]) == ("txt", [1024], 1)
    assert (first["shuffle_tokens"], first["keep_tokens"], first["caption_prefix"]) == (
        True,
        1,
        "t,",
    )
    assert second["shuffle_tokens"] is False
    assert second["caption_dropout_rate"] == 0.0


def test_ai_toolkit_doubles_backslashes_and_refuses_variables(dataset):
    made = planned(dataset, Trainer.AI_TOOLKIT, train_path="C:\\train")
    assert parsed_yaml(made.config.text)[0]["folder_path"] == "C:\\train\\alice"
    for path in ("/x/${HOME}", "/x/[name]"):
        with pytest.raises(ProofError):
            planned(dataset, Trainer.AI_TOOLKIT, train_path=path)


def test_ai_toolkit_reads_no_bmp(tmp_path):
    dataset = sets.opened(sets.one_entry(tmp_path / "s", name="a.bmp"))
    (pair,) = planned(dataset, Trainer.AI_TOOLKIT).pairs()
    assert pair.target.endswith(".png")


def test_onetrainer_gets_ascii_json(tmp_path):
    sets.one_entry(tmp_path / "set" / "女の子")
    dataset = sets.opened(tmp_path / "set")
    text = planned(dataset, Trainer.ONETRAINER).config.text
    assert text.isascii()
    (concept,) = json.loads(text)
    assert concept["name"] == "女の子"
    assert concept["path"].endswith("女の子")
    assert (concept["balancing"], concept["balancing_strategy"]) == (1.0, "REPEATS")
    assert concept["image"]["enable_crop_jitter"] is False
    assert concept["text"] == {
        "prompt_source": "sample",
        "enable_tag_shuffling": False,
        "tag_delimiter": ",",
        "keep_tags_count": 0,
    }


@pytest.mark.parametrize("trainer", OTHERS)
def test_what_a_trainer_does_not_know_is_said(dataset, trainer):
    dataset.choices = DatasetChoices(
        validation_split=0.1,
        concepts={"bob": ConceptChoices(regularisation=True, caption_suffix=", end")},
    )
    notes = [str(note) for note in planned(dataset, trainer).config.notes]
    assert any("validation" in note for note in notes)
    assert any("suffix" in note for note in notes)
    left_out = any("regularisation" in note for note in notes)
    assert left_out is (trainer is not Trainer.AI_TOOLKIT)


@pytest.mark.parametrize("trainer", list(Trainer))
def test_the_export_holds_that_file_and_no_other(dataset, trainer):
    made = planned(dataset, trainer)
    write(made, sets.go, sets.never, processes=0)
    checker.check(made.options.target, made)
    files = {path.name for path in made.options.target.iterdir() if path.is_file()}
    assert files == {made.config.name, "proofsheet-names.csv", "proofsheet-receipt.json"}
    assert (made.launch != "") is (trainer is Trainer.KOHYA)
