"""A hand-made data.toml keeps what a person put there, and can be read back as choices."""

from dataclasses import replace

import checker
import export_sets as sets
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.dataset.choices import ConceptChoices, DatasetChoices, PathForm
from app.export.checks import TomlState, toml_difference_on_disk
from app.export.data_toml import KEYS, Sign, choices_from, difference, explain, merge, render
from app.export.toml_schema import Kind

HAND_MADE = """# my training
# of last week

# small on purpose
[[datasets]]
resolution = 512   # small
batch_size = 4
secret = 1
enable_bucket = true

  [[datasets.subsets]]
  image_dir = "/old/alice/"  # where she is
  num_repeats = 7 # by hand
  flip_aug = true
  shuffle_caption = true

  # regularisation
  [[datasets.subsets]]
  image_dir = "/reg/woman"
  is_reg = true

[training]
# why
epochs = 3
"""


@pytest.fixture
def dataset(tmp_path):
    return sets.opened(sets.two_concepts(tmp_path / "set", 1))


def subset(parsed, folder):
    (found,) = [s for d in parsed["datasets"] for s in d["subsets"] if s["image_dir"] == folder]
    return found


def test_comments_stay_and_unknown_keys_become_comments(dataset):
    merged = merge(HAND_MADE, dataset, DatasetChoices(train_path="/work"))
    for line in ("# my training", "# small on purpose", "# why", "# secret = 1", "# [training]"):
        assert line in merged.text
    assert "# epochs = 3" in merged.text
    assert "resolution = 1024   # small" in merged.text
    assert len([n for n in merged.notes if "became a comment" in str(n)]) == 3
    checker.parse(merged.text)


def test_known_values_that_nobody_chose_stay(dataset):
    parsed = checker.parse(merge(HAND_MADE, dataset, DatasetChoices(train_path="/work")).text)
    alice = subset(parsed, "/work/alice")
    assert (alice["num_repeats"], alice["flip_aug"]) == (7, True)
    assert alice["shuffle_caption"] is False
    assert subset(parsed, "/reg/woman")["is_reg"] is True
    assert subset(parsed, "/work/bob")["num_repeats"] == 1


def test_chosen_values_are_put_in(dataset):
    own = {"alice": ConceptChoices(repeats=3, class_tokens="woman")}
    parsed = checker.parse(merge(HAND_MADE, dataset, DatasetChoices(concepts=own)).text)
    alice = subset(parsed, str(dataset.root / "alice"))
    assert (alice["num_repeats"], alice["class_tokens"]) == (3, "woman")


def test_a_regularisation_that_was_taken_back_is_taken_back(dataset):
    text = HAND_MADE.replace("/reg/woman", "/old/bob")
    kept = merge(text, dataset, DatasetChoices(train_path="/w"))
    assert subset(checker.parse(kept.text), "/w/bob")["is_reg"] is True
    own = {"bob": ConceptChoices(repeats=2)}
    changed = merge(text, dataset, DatasetChoices(train_path="/w", concepts=own))
    assert subset(checker.parse(changed.text), "/w/bob")["is_reg"] is False


def test_merging_again_changes_nothing(dataset):
    choices = DatasetChoices(more_resolutions=((512, 512),), validation_split=0.2)
    once = merge(HAND_MADE, dataset, choices)
    assert merge(once.text, dataset, choices).text == once.text
    fresh = render(dataset, choices)
    assert merge(fresh, dataset, choices).text == fresh
    assert merge("", dataset, choices).text == fresh


def test_a_second_resolution_is_added_at_the_end(dataset):
    choices = DatasetChoices(train_path="/w", more_resolutions=((512, 512),))
    merged = merge(HAND_MADE, dataset, choices)
    parsed = checker.parse(merged.text)
    assert [d["resolution"] for d in parsed["datasets"]] == [512, 1024]
    assert [len(d["subsets"]) for d in parsed["datasets"]] == [3, 2]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x = [", id="not_toml"),
        pytest.param("datasets = [{resolution = 512}]", id="inline_tables"),
        pytest.param("[datasets]\nx = 1", id="datasets_as_a_table"),
        pytest.param("datasets = 3", id="datasets_as_a_number"),
        pytest.param("general = {}\n[[datasets]]", id="general_inline"),
        pytest.param("[[datasets]]\nsubsets = 3", id="subsets_as_a_number"),
        pytest.param("[[datasets]]\n[datasets.subsets]\nimage_dir = 'x'", id="subsets_as_a_table"),
        pytest.param("[[datasets]]\n[[datasets.subsets]]\nx = 1", id="a_subset_without_a_folder"),
    ],
)
def test_a_file_beyond_repair_is_kept_as_comments(dataset, text):
    merged = merge(text, dataset, DatasetChoices())
    checker.parse(merged.text)
    assert not [problem for problem in explain(merged.text) if problem.stops]
    for line in text.splitlines():
        assert f"# {line}" in merged.text
    assert merged.notes


def test_a_byte_order_mark_and_carriage_returns_go(dataset):
    text = "\ufeff" + render(dataset, DatasetChoices()).replace("\n", "\r\n")
    assert merge(text, dataset, DatasetChoices()).text == render(dataset, DatasetChoices())


VALUES = {
    Kind.INT: st.integers(1, 9),
    Kind.FLOAT: st.sampled_from([0.5, 1.0]),
    Kind.NUMBER: st.sampled_from([0, 0.5]),
    Kind.BOOL: st.booleans(),
    Kind.TEXT: st.sampled_from(["area", "x", "a b#c", 'q"[x]']),
    Kind.FLOAT_PAIR: st.just([2.0, 4.0]),
    Kind.TABLE: st.just({}),
    Kind.SIZE: st.sampled_from([512, [768, 1024]]),
}
LINES = st.sampled_from([*KEYS.values(), None]).flatmap(
    lambda key: (
        st.just("nonsense = 1  # c")
        if key is None
        else VALUES[key.kind].map(lambda value: f"{key.name} = {_toml(value)}  # c")
    )
)


def _toml(value):
    if isinstance(value, str):
        return '"' + value.replace('"', '\\"') + '"'
    return str(value).lower() if isinstance(value, bool) else str(value)


@settings(deadline=None, max_examples=60)
@given(st.lists(LINES, max_size=5), st.lists(LINES, max_size=5), st.lists(LINES, max_size=5))
def test_any_legal_or_illegal_lines_become_a_file_that_trains(tmp_path_factory, a, b, c):
    root = tmp_path_factory.mktemp("merge") / "set"
    dataset = sets.opened(sets.two_concepts(root, 1))
    text = "\n".join(
        ["[general]", *_once(a), "[[datasets]]", *_once(b), "[[datasets.subsets]]", *_once(c)]
    )
    merged = merge(text, dataset, DatasetChoices())
    parsed = checker.parse(merged.text)
    assert not [problem for problem in explain(merged.text) if problem.stops]
    folders = {s["image_dir"] for d in parsed["datasets"] for s in d["subsets"]}
    assert {str(root / "alice"), str(root / "bob")} <= folders
    assert merged.text.count("# c") >= len(_once(a) + _once(b) + _once(c))


def _once(lines):
    return list({line.split(" =")[0]: line for line in lines}.values())


def test_the_choices_of_an_exported_file_come_back(dataset):
    own = {
        "alice": ConceptChoices(repeats=4, class_tokens="woman", caption_prefix="trig,"),
        "bob": ConceptChoices(regularisation=True, caption_dropout_rate=0.25),
    }
    choices = DatasetChoices(
        resolution=(768, 1152),
        more_resolutions=((512, 512),),
        batch_size=2,
        bucket_no_upscale=True,
        bucket_step=32,
        validation_split=0.1,
        train_path="C:\\sets",
        path_form=PathForm.WINDOWS,
        concepts=own,
    )
    text = render(dataset, choices)
    found = choices_from(text, dataset).choices
    assert found == choices
    assert render(dataset, found) == text


def test_a_file_for_where_the_folder_is_means_no_train_path(dataset):
    found = choices_from(render(dataset, DatasetChoices()), dataset).choices
    assert found.train_path == ""
    assert render(dataset, found) == render(dataset, DatasetChoices())


def test_hand_made_settings_become_choices(dataset):
    found = choices_from(HAND_MADE, dataset).choices
    assert found.resolution == (512, 512)
    assert found.batch_size == 4
    assert found.concept("alice").repeats == 7
    assert found.train_path == "/old"


def test_a_file_that_cannot_be_read_changes_no_choice(dataset):
    base = DatasetChoices(batch_size=3)
    found = choices_from("x = [", dataset, base)
    assert found.choices == base
    assert found.problem


def test_the_file_on_disk_is_compared(dataset):
    choices = DatasetChoices()
    path = dataset.root / "data.toml"
    assert toml_difference_on_disk(dataset, choices).state is TomlState.ABSENT
    path.write_text(render(dataset, choices), encoding="utf-8")
    assert toml_difference_on_disk(dataset, choices).state is TomlState.SAME
    differing = toml_difference_on_disk(dataset, replace(choices, batch_size=2))
    assert differing.state is TomlState.DIFFERS
    changed = [(line.sign, line.text) for line in differing.lines if line.sign is not Sign.SAME]
    assert changed == [(Sign.REMOVED, "batch_size = 1"), (Sign.ADDED, "batch_size = 2")]
    path.write_bytes(b"\xff\xfe# no")
    assert toml_difference_on_disk(dataset, choices).state is TomlState.UNREADABLE


def test_the_difference_numbers_lines_in_the_text_that_has_them():
    lines = difference("a\nb\nc\n", "a\nx\nc\nd\n")
    assert [(line.sign.value, line.number, line.text) for line in lines] == [
        (" ", 1, "a"),
        ("-", 2, "b"),
        ("+", 2, "x"),
        (" ", 3, "c"),
        ("+", 4, "d"),
    ]
