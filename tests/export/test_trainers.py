"""The files for other trainers, each against the schema of that trainer."""

import json

import checker
import export_sets as sets
import pytest
import yaml
from trainer_schemas import both_parsers, folders_of

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


def folders(dataset):
    return [str(dataset.root.parent / "train" / name) for name in ("alice", "bob")]


def test_musubi_has_only_its_own_keys_and_caches_that_never_meet(dataset):
    dataset.choices = DatasetChoices(
        more_resolutions=((512, 512),), concepts={"bob": ConceptChoices(repeats=3)}
    )
    text = planned(dataset, Trainer.MUSUBI).config.text
    assert folders_of(Trainer.MUSUBI, text) == folders(dataset) * 2
    values = both_parsers(text)
    caches = [one["cache_directory"] for one in values["datasets"]]
    assert len(caches) == 4
    assert not any(cache.startswith(tuple(folders(dataset))) for cache in caches)
    assert [one["num_repeats"] for one in values["datasets"]] == [1, 3, 1, 3]
    assert [one["resolution"] for one in values["datasets"]] == [[1024, 1024]] * 2 + [[512] * 2] * 2


def test_diffusion_pipe_states_its_ratio_keys_at_the_top(dataset):
    text = planned(dataset, Trainer.DIFFUSION_PIPE).config.text
    assert folders_of(Trainer.DIFFUSION_PIPE, text) == folders(dataset)
    values = both_parsers(text)
    assert values["resolutions"] == [1024]
    assert values["min_ar"] <= 1.5 <= values["max_ar"]
    dataset.choices = DatasetChoices(more_resolutions=((768, 1152),))
    mixed = both_parsers(planned(dataset, Trainer.DIFFUSION_PIPE).config.text)
    assert mixed["resolutions"] == [[1024, 1024], [768, 1152]]


@pytest.mark.parametrize(("count", "asks"), [(3, False), (4, True)])
def test_diffusion_pipe_asks_for_a_flag_above_three_resolutions(dataset, count, asks):
    more = tuple((512 + 64 * n, 512 + 64 * n) for n in range(count - 1))
    dataset.choices = DatasetChoices(more_resolutions=more)
    notes = planned(dataset, Trainer.DIFFUSION_PIPE).config.notes
    assert any("flag" in str(note) for note in notes) is asks


def test_ai_toolkit_gets_entries_for_its_job(dataset):
    own = ConceptChoices(style=Style.TAGS, shuffle_tags=True, keep_tokens=1, caption_prefix="t,")
    dataset.choices = DatasetChoices(concepts={"alice": own})
    text = planned(dataset, Trainer.AI_TOOLKIT).config.text
    assert folders_of(Trainer.AI_TOOLKIT, text) == folders(dataset)
    first, second = yaml.safe_load(text)
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
    assert yaml.safe_load(made.config.text)[0]["folder_path"] == "C:\\train\\alice"
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
    assert folders_of(Trainer.ONETRAINER, text) == [str(tmp_path / "train" / "女の子")]
    (concept,) = json.loads(text)
    assert concept["name"] == "女の子"
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
