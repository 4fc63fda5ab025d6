"""The trainer's rules of a dataset and of its file, one test each, named by their section."""

import checker
import export_sets as sets
import pytest
import toml

from app.captions.style import Style
from app.dataset.choices import ConceptChoices, DatasetChoices, Preset
from app.errors import ProofError
from app.export.checks import TomlState, toml_difference_on_disk
from app.export.options import ExportOptions, Trainer
from app.export.plan import plan
from app.export.planned import ObstacleKind
from app.export.presets import propose
from app.export.toml_explain import explain
from app.export.toml_hint import hint
from app.export.toml_read import Problem, read
from app.export.toml_text import quoted

HEAD = '[general]\ncaption_extension = ".txt"\n[[datasets]]\nresolution = 1024\n'
BUCKETS = "enable_bucket = true\nmax_bucket_reso = 2048\n"
GOOD = f'{HEAD}{BUCKETS}[[datasets.subsets]]\nimage_dir = "/d/set"\n'


def planned(dataset, **options):
    return plan(dataset, {}, ExportOptions(dataset.root.parent / "train", anyway=True, **options))


def kinds(made):
    return [obstacle.kind for obstacle in made.blockers]


# 1.4 Other rules of a dataset ---------------------------------------------------------------


@pytest.mark.parametrize("twin", ["/d/set", "/d/set/"])
def test_1_4_the_same_folder_twice_in_one_dataset_misleads(twin):
    (problem,) = explain(f'{GOOD}[[datasets.subsets]]\nimage_dir = "{twin}"\n')
    assert "twice" in str(problem.message)
    assert not problem.stops


def test_1_4_the_same_folder_in_two_datasets_is_legal():
    second = (
        f'[[datasets]]\nresolution = 768\n{BUCKETS}[[datasets.subsets]]\nimage_dir = "/d/set"\n'
    )
    assert explain(GOOD + second) == ()


def test_1_4_exported_folders_are_never_the_same(tmp_path):
    dataset = sets.opened(sets.two_concepts(tmp_path / "set"))
    checker.parse(planned(dataset).config.text)


def test_1_4_paths_are_written_without_a_trailing_slash(tmp_path):
    made = planned(sets.opened(sets.two_concepts(tmp_path / "set")), train_path="/train/")
    folders = [s["image_dir"] for s in checker.parse(made.config.text)["datasets"][0]["subsets"]]
    assert folders == ["/train/alice", "/train/bob"], "or the compare by text would miss a twin"


@pytest.mark.parametrize(("count", "draws"), [(3, 4), (4, 4), (9, 4)])
def test_1_4_regularisation_fills_up_to_the_training_pictures(tmp_path, count, draws):
    root = sets.two_concepts(tmp_path / "set", 4)
    for index in range(4, 9):
        sets.one_entry(root / "bob", name=f"p{index}.png")
    for index in range(count, 9):
        (root / "bob" / f"p{index}.png").unlink()
        (root / "bob" / f"p{index}.txt").unlink()
    dataset = sets.opened(root)
    dataset.choices = DatasetChoices(concepts={"bob": ConceptChoices(regularisation=True)})
    made = planned(dataset)
    assert made.effective_images == 4
    assert sum(bucket.draws for bucket in made.buckets) == 4 + draws


def test_1_4_only_regularisation_folders_are_no_data(tmp_path):
    dataset = sets.opened(sets.one_entry(tmp_path / "set"))
    dataset.choices = DatasetChoices(concepts={"set": ConceptChoices(regularisation=True)})
    assert ObstacleKind.CHOICE in kinds(planned(dataset))
    assert any(p.stops for p in explain(GOOD + "is_reg = true\n"))


def test_1_4_every_bucket_fills_its_own_batches(tmp_path):
    root = tmp_path / "set"
    for number, size in enumerate([(64, 64), (64, 64), (64, 64), (96, 64)]):
        sets.one_entry(root, name=f"{number}.png", size=size)
    dataset = sets.opened(root)
    dataset.choices = DatasetChoices(batch_size=2)
    assert planned(dataset).steps_per_epoch == 3, "2 + 1, not the half of 4"


def test_1_4_cached_text_encoder_outputs_allow_no_shuffle_and_no_dropout():
    own = ConceptChoices(style=Style.TAGS, shuffle_tags=True, caption_dropout_rate=0.1)
    taken = propose(DatasetChoices(concepts={"set": own}), Preset.FLUX).choices.concept("set")
    assert (taken.shuffle_tags, taken.caption_dropout_rate) == (False, 0.0)


@pytest.mark.parametrize("key", ["caption_tag_dropout_rate = 0.1", "token_warmup_step = 5"])
def test_1_4_cached_text_encoder_outputs_are_warned_of_at_every_key_that_stops_them(key):
    own = f'[[datasets]]\n[[datasets.subsets]]\nimage_dir = "/d/set"\n{key}\n'
    assert not [p for p in explain(GOOD + own) if "not a key" in str(p.message)]
    assert "comma" in str(hint(key).trap)


# 1.5 The text of the file -------------------------------------------------------------------


def test_1_5_a_byte_order_mark_stops():
    with pytest.raises(toml.TomlDecodeError):
        toml.loads("\ufeff" + GOOD)
    assert explain("\ufeff" + GOOD)[0].stops


def test_1_5_carriage_returns_are_fine():
    assert explain(GOOD.replace("\n", "\r\n")) == ()


@pytest.mark.parametrize("encoding", ["utf-16", "cp932"])
def test_1_5_another_encoding_than_utf_8_stops(tmp_path, encoding):
    root = sets.one_entry(tmp_path / "set")
    (root / "data.toml").write_bytes(GOOD.replace("/d/set", "/d/集").encode(encoding))
    dataset = sets.opened(root)
    assert toml_difference_on_disk(dataset, dataset.choices).state is TomlState.UNREADABLE


def test_1_5_a_key_twice_stops():
    (problem,) = explain(GOOD + "num_repeats = 1\nnum_repeats = 2\n")
    assert problem.stops
    assert problem.line == 10


@pytest.mark.parametrize(
    "text",
    [
        "datasets = [{resolution = 1024, subsets = [{image_dir = '/d'}]}]",
        "[[datasets]]\nresolution = [\n  1024,\n  768,\n]",
        "general.caption_extension = '.txt'",
        '[[datasets]]\n"resolution" = 1024',
        '[[datasets]]\n[[datasets.subsets]]\nimage_dir = "/\\u96c6"',
    ],
    ids=["inline", "multi_line", "dotted", "quoted", "escape"],
)
def test_1_5_every_spelling_of_toml_is_read(text):
    assert not isinstance(read(text), Problem)


@pytest.mark.parametrize("path", ["C:\\my data", "C:\\Users", "C:\\x"])
def test_1_5_a_single_backslash_in_quotes_stops(path):
    (problem,) = explain(GOOD.replace("/d/set", path))
    assert "backslash" in str(problem.message).lower()
    assert problem.line == 8


def test_1_5_a_backslash_that_reads_as_a_tab_misleads():
    (problem,) = explain(GOOD.replace("/d/set", "C:\\new\\table"))
    assert not problem.stops
    assert problem.line == 8


@pytest.mark.parametrize(
    "path", ["\\\\nas\\集合", "C:\\", "/it's", "/a#b", "/集合/絵", "/a = [b] *", 'C:\\"q"\\']
)
def test_1_5_written_paths_read_alike_in_every_parser(path):
    parsed = checker.parse(GOOD.replace('"/d/set"', quoted(path)))
    assert parsed["datasets"][0]["subsets"][0]["image_dir"] == path


def test_1_5_a_literal_string_breaks_on_an_apostrophe():
    (problem,) = explain(GOOD.replace('"/d/set"', "'/it's'"))
    assert (problem.stops, problem.line) == (True, 8)


@pytest.mark.parametrize("trainer", [Trainer.KOHYA, Trainer.MUSUBI])
def test_1_5_the_file_ends_in_toml_in_small_letters(tmp_path, trainer):
    made = planned(sets.opened(sets.one_entry(tmp_path / "set")), trainer=trainer)
    assert made.config.name.endswith(".toml")


@pytest.mark.parametrize("text", ['"', '""', '"""x'])
def test_1_5_text_of_quotes_that_the_parser_would_lose_is_refused(text):
    with pytest.raises(ProofError):
        quoted(text)
