"""Every rule that an exporter of data.toml follows, each test named after its rule."""

import tomllib

import checker
import export_sets as sets
import pytest
import toml
from hypothesis import given
from hypothesis import strategies as st

from app.captions.style import Style
from app.dataset.choices import ConceptChoices, DatasetChoices, PathForm
from app.errors import ProofError
from app.export.data_toml import KEYS, explain, launch_line, render
from app.export.toml_schema import Level
from app.export.toml_text import literal, quoted


@pytest.fixture
def dataset(tmp_path):
    return sets.opened(sets.two_concepts(tmp_path / "set", 1))


def rendered(dataset, choices=None, **options):
    text = render(dataset, choices or DatasetChoices(), **options)
    assert not [problem for problem in explain(text) if problem.stops]
    return checker.parse(text)


def first(parsed):
    return parsed["datasets"][0]


def subset(parsed, number=0):
    return first(parsed)["subsets"][number]


def value(parsed, key, number=0):
    return checker.effective(parsed, first(parsed), subset(parsed, number), key)


def test_only_general_datasets_and_subsets(dataset):
    assert set(rendered(dataset)) == {"general", "datasets"}


def test_dataset_keys_stand_before_the_first_subset(dataset):
    lines = render(dataset, DatasetChoices()).splitlines()
    header = lines.index("  [[datasets.subsets]]")
    assert [line for line in lines if line.startswith("max_bucket_reso")]
    assert not [line for line in lines[header:] if line.startswith("max_bucket_reso")]


def test_image_dir_is_absolute_without_a_trailing_slash(dataset):
    for number in (0, 1):
        folder = subset(rendered(dataset), number)["image_dir"]
        assert folder == str(dataset.root / ("alice", "bob")[number])


def test_image_dir_is_built_from_the_train_path(dataset):
    choices = DatasetChoices(train_path="/workspace/set/")
    assert subset(rendered(dataset, choices))["image_dir"] == "/workspace/set/alice"
    parsed = rendered(dataset, choices, train_root="/other")
    assert subset(parsed)["image_dir"] == "/other/alice"


@pytest.mark.parametrize("path", ["C:\\sets\\new", "C:/sets/new", "\\\\host\\share"])
def test_a_windows_path_keeps_its_backslashes(dataset, path):
    choices = DatasetChoices(train_path=path, path_form=PathForm.WINDOWS)
    folder = subset(rendered(dataset, choices))["image_dir"]
    assert folder.endswith("\\alice")
    assert "\n" not in folder
    assert subset(rendered(dataset, DatasetChoices(train_path=path)))["image_dir"] == folder


def test_a_single_folder_is_the_train_path_itself(tmp_path):
    dataset = sets.opened(sets.one_entry(tmp_path / "one"))
    assert subset(rendered(dataset))["image_dir"] == str(tmp_path / "one")


def test_every_key_that_the_result_relies_on_is_written(dataset):
    parsed = rendered(dataset)
    for key in (
        *("caption_extension", "shuffle_caption", "keep_tokens", "enable_wildcard"),
        *("resolution", "batch_size", "enable_bucket", "min_bucket_reso", "max_bucket_reso"),
        *("bucket_reso_steps", "bucket_no_upscale", "image_dir", "num_repeats"),
    ):
        assert value(parsed, key) is not None, key


def test_caption_extension_is_the_one_of_the_folder(tmp_path):
    root = tmp_path / "set"
    sets.one_entry(root / "a")
    dataset = sets.opened(root)
    assert value(rendered(dataset), "caption_extension") == ".txt"
    (root / "a" / "p.txt").rename(root / "a" / "p.caption")
    dataset = sets.opened(root, extension=".caption")
    assert value(rendered(dataset), "caption_extension") == ".caption"


@pytest.mark.parametrize(
    ("resolution", "smallest", "largest"),
    [
        ((1024, 1024), 256, 2048),
        ((768, 1152), 256, 2304),
        ((512, 512), 256, 1024),
        ((1280, 1280), 256, 2560),
        ((200, 640), 192, 1280),
    ],
)
def test_max_bucket_is_twice_the_longer_side_and_min_not_above_the_shorter(
    dataset, resolution, smallest, largest
):
    parsed = rendered(dataset, DatasetChoices(resolution=resolution))
    assert first(parsed)["max_bucket_reso"] == largest
    assert first(parsed)["min_bucket_reso"] == smallest
    assert first(parsed)["enable_bucket"] is True
    assert first(parsed)["bucket_reso_steps"] == 64


def test_a_chosen_max_bucket_is_never_below_the_resolution(dataset):
    parsed = rendered(dataset, DatasetChoices(resolution=(1280, 1280), max_bucket=1024))
    assert first(parsed)["max_bucket_reso"] == 1280


def test_sentences_are_never_shuffled_and_keep_no_tokens(dataset):
    own = ConceptChoices(style=Style.SENTENCE, shuffle_tags=True, keep_tokens=3)
    parsed = rendered(dataset, DatasetChoices(concepts={"alice": own, "bob": own}))
    assert value(parsed, "shuffle_caption") is False
    assert value(parsed, "keep_tokens") == 0


def test_tags_are_shuffled_only_if_chosen(dataset):
    own = ConceptChoices(style=Style.TAGS, shuffle_tags=True, keep_tokens=1)
    parsed = rendered(dataset, DatasetChoices(concepts={"alice": own}))
    assert value(parsed, "shuffle_caption") is True
    assert value(parsed, "keep_tokens") == 1
    assert value(parsed, "shuffle_caption", 1) is False
    assert value(parsed, "keep_tokens", 1) == 0


def test_undecided_sentences_are_not_shuffled_either(tmp_path):
    sets.one_entry(tmp_path / "s", "A woman in a red coat walks slowly down the street.")
    own = ConceptChoices(shuffle_tags=True, keep_tokens=2)
    dataset = sets.opened(tmp_path / "s")
    parsed = rendered(dataset, DatasetChoices(concepts={"s": own}))
    assert value(parsed, "shuffle_caption") is False
    assert value(parsed, "keep_tokens") == 0


def test_num_repeats_is_at_least_one(dataset):
    own = {"alice": ConceptChoices(repeats=0), "bob": ConceptChoices(repeats=4)}
    parsed = rendered(dataset, DatasetChoices(concepts=own))
    assert [subset(parsed, n)["num_repeats"] for n in (0, 1)] == [1, 4]


def test_class_tokens_stand_only_where_they_are_set(dataset):
    own = {"bob": ConceptChoices(class_tokens='a "bob" \\ man')}
    parsed = rendered(dataset, DatasetChoices(concepts=own))
    assert "class_tokens" not in subset(parsed, 0)
    assert subset(parsed, 1)["class_tokens"] == 'a "bob" \\ man'


def test_one_dataset_per_resolution(dataset):
    choices = DatasetChoices(more_resolutions=((512, 512), (1024, 1024), (768, 512)))
    parsed = rendered(dataset, choices)
    assert [d["resolution"] for d in parsed["datasets"]] == [1024, 512, [768, 512]]
    assert [d["max_bucket_reso"] for d in parsed["datasets"]] == [2048, 1024, 1536]


def test_floats_have_a_point_and_regularisation_is_marked(dataset):
    own = {"bob": ConceptChoices(regularisation=True, caption_dropout_rate=1)}
    choices = DatasetChoices(validation_split=0.1, concepts=own)
    text = render(dataset, choices)
    assert "validation_split = 0.1\n" in text
    assert "caption_dropout_rate = 1.0\n" in text
    assert subset(checker.parse(text), 1)["is_reg"] is True


def test_a_prefix_that_the_old_parser_misreads_is_refused(dataset):
    for prefix in ('"', '""', '"""x'):
        own = {"alice": ConceptChoices(caption_prefix=prefix)}
        with pytest.raises(ProofError):
            render(dataset, DatasetChoices(concepts=own))


def test_a_folder_name_that_is_not_unicode_is_refused(dataset):
    with pytest.raises(ProofError):
        render(dataset, DatasetChoices(train_path="/sets/\udcff"))


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_reads_alike_in_both_parsers(text):
    try:
        line = f"a = {quoted(text)}\n"
    except ProofError:
        assert text.startswith('"')
        return
    assert tomllib.loads(line) == {"a": text}
    assert toml.loads(line) == {"a": text}


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=0, max_value=1))
def test_any_share_reads_alike_in_both_parsers(value):
    parsed = tomllib.loads(f"a = {literal(value)}\n")
    assert parsed == toml.loads(f"a = {literal(value)}\n")
    assert isinstance(parsed["a"], float)
    assert parsed["a"] == pytest.approx(value, abs=1e-9)


def test_the_key_table_is_the_schema_of_the_trainer():
    at = {level: {k for k, key in KEYS.items() if level in key.levels} for level in Level}
    assert at[Level.GENERAL] == set(checker.OUTER)
    assert at[Level.DATASET] == set(checker.OUTER)
    assert at[Level.SUBSET] == set(checker.SUBSET)
    for key in KEYS.values():
        assert str(key.explains)
        assert key.default


def test_the_launch_line_is_quoted_for_the_training_machine():
    posix = launch_line(DatasetChoices(), "/my sets/a'b/data.toml")
    assert posix.endswith(" --dataset_config '/my sets/a'\"'\"'b/data.toml'")
    windows = launch_line(DatasetChoices(), "C:\\my sets\\data.toml")
    assert windows.endswith(' --dataset_config "C:\\my sets\\data.toml"')
    assert launch_line(DatasetChoices(), "C:\\s\\data.toml").endswith(" C:\\s\\data.toml")
