"""Why the trainer would refuse a file: the rules of its schema, each with the line to blame."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.export.data_toml import explain
from app.export.toml_places import places

GOOD = """[general]
caption_extension = ".txt"
[[datasets]]
resolution = 1024
enable_bucket = true
max_bucket_reso = 2048
[[datasets.subsets]]
image_dir = "/d/set"
num_repeats = 2
"""


def test_a_good_file_has_no_problem():
    assert explain(GOOD) == ()


@pytest.mark.parametrize(
    ("change", "line"),
    [
        pytest.param(("[general]", "foo = 1\n[general]"), 1, id="unknown_key_at_the_top"),
        pytest.param(("[general]", "[general]\nfoo = 1"), 2, id="unknown_key_in_general"),
        pytest.param(("resolution", "foo = 1\nresolution"), 4, id="unknown_key_in_a_dataset"),
        pytest.param(("num_repeats", "foo = 1\nnum_repeats"), 9, id="unknown_key_in_a_subset"),
        pytest.param(("[general]", "[training]\nx = 1\n[general]"), 1, id="a_foreign_table"),
        pytest.param(("num_repeats", "resolution = 5\nnum_repeats"), 9, id="key_at_a_wrong_level"),
        pytest.param(("[general]", '[general]\nimage_dir = "/x"'), 2, id="image_dir_in_general"),
        pytest.param(("= 1024", "= 512.0"), 4, id="resolution_as_a_float"),
        pytest.param(("= 1024", '= "512"'), 4, id="resolution_as_a_text"),
        pytest.param(("= 1024", "= [512]"), 4, id="resolution_with_one_side"),
        pytest.param(("= 1024", "= [1, 2, 3]"), 4, id="resolution_with_three_sides"),
        pytest.param(("resolution = 1024\n", ""), 3, id="no_resolution"),
        pytest.param(("= 2048", "= 1000"), 6, id="max_bucket_below_the_resolution"),
        pytest.param(
            ("1024\n", "1024\nmin_bucket_reso = 1088\n"), 5, id="min_bucket_above_the_resolution"
        ),
        pytest.param(
            (
                "= 1024\nenable_bucket = true\nmax_bucket_reso = 2048",
                "= 1280\nenable_bucket = true",
            ),
            3,
            id="resolution_1280_with_the_default_max",
        ),
        pytest.param(("= true", "= 1"), 5, id="a_number_for_a_boolean"),
        pytest.param(("num_repeats = 2", 'num_repeats = "2"'), 9, id="repeats_as_a_text"),
        pytest.param(("num_repeats = 2", "num_repeats = 2.0"), 9, id="repeats_as_a_float"),
        pytest.param(
            ("resolution", "validation_split = 0\nresolution"), 4, id="split_without_point"
        ),
        pytest.param(
            ("resolution", "network_multiplier = 1\nresolution"), 4, id="multiplier_without_point"
        ),
        pytest.param(
            ("num_repeats", "face_crop_aug_range = [2, 4]\nnum_repeats"), 9, id="face_crop_of_ints"
        ),
        pytest.param(("resolution", "batch_size = 0\nresolution"), 4, id="batch_size_zero"),
        pytest.param(("resolution", "bucket_reso_steps = 0\nresolution"), 4, id="steps_zero"),
        pytest.param(
            ("resolution", 'resize_interpolation = "foo"\nresolution'), 4, id="interpolation"
        ),
        pytest.param(('image_dir = "/d/set"\n', ""), 7, id="no_image_dir"),
        pytest.param(("[[datasets]]", "[datasets]"), 3, id="datasets_as_a_table"),
        pytest.param(("num_repeats = 2", "is_reg = true"), 3, id="only_regularisation"),
        pytest.param(("/d/set", "C:\\my data"), 8, id="a_single_backslash"),
        pytest.param(("/d/set", "C:\\Users"), 8, id="a_backslash_that_looks_like_an_escape"),
        pytest.param(("num_repeats", "image_dir = 1\nnum_repeats"), 9, id="a_key_twice"),
        pytest.param(("[general]", "\ufeff[general]"), 1, id="byte_order_mark"),
    ],
)
def test_refused(change, line):
    text = GOOD.replace(*change)
    assert text != GOOD
    found = [problem for problem in explain(text) if problem.stops]
    assert found
    assert found[0].line == line


@pytest.mark.parametrize(
    ("change", "line"),
    [
        pytest.param(("/d/set", "d/set"), 8, id="a_relative_path"),
        pytest.param(("/d/set", "C:\\new\\table"), 8, id="backslashes_that_became_a_line_break"),
        pytest.param(("num_repeats = 2", "num_repeats = 0"), 9, id="repeats_zero"),
        pytest.param(('caption_extension = ".txt"\n', ""), 6, id="no_caption_extension"),
        pytest.param(("enable_bucket = true\n", ""), 3, id="no_buckets"),
        pytest.param(("= 2048", "= 1024"), 6, id="max_bucket_is_the_resolution"),
        pytest.param(
            ("num_repeats", 'resize_interpolation = "foo"\nnum_repeats'), 9, id="interpolation"
        ),
        pytest.param(
            ("num_repeats = 2", "[[datasets.subsets]]\nimage_dir = '/d/set/'"), 10, id="twice"
        ),
        pytest.param(("resolution", "validation_split = 1.5\nresolution"), 4, id="split_above_one"),
    ],
)
def test_accepted_but_not_what_it_seems(change, line):
    text = GOOD.replace(*change)
    found = explain(text)
    assert [(problem.line, problem.stops) for problem in found] == [(line, False)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("x = " + "[" * 5000 + "]" * 5000, id="nested_5000_deep"),
        pytest.param("x = " + "9" * 5000, id="a_number_of_5000_digits"),
        pytest.param("x = 'a\0b'", id="nul"),
        pytest.param("#" * (1 << 21), id="two_megabytes"),
        pytest.param("datasets = 3", id="datasets_is_a_number"),
        pytest.param("datasets = [[]]", id="datasets_of_lists"),
        pytest.param("general = 3\ndatasets = [{subsets = 4}]", id="everything_wrong"),
        pytest.param("a = 1\na = 2", id="duplicate"),
        pytest.param("[[datasets]]\n[[datasets.subsets]]\nimage_dir=3", id="types"),
    ],
)
def test_hostile_text_is_explained_and_never_raises(text):
    assert any(problem.stops for problem in explain(text))


@given(st.text(alphabet="[]{}=\"'#\\\n\r\t a.1,datasetsgeneralsubsets", max_size=120))
def test_no_text_raises(text):
    explain(text)


def test_places_know_strings_comments_and_nesting():
    text = 'a = """\n[x]\n"""\n[[t]]\n"k=#" = [1, # ]\n 2]\n[[t.u]]\nb.c = "#" # [\n[[t]]\nd = 1'
    assert [(p.table, p.key, p.first, p.last) for p in places(text)] == [
        ((), "a", 1, 3),
        (("t", 0), "", 4, 4),
        (("t", 0), "k=#", 5, 6),
        (("t", 0, "u", 0), "", 7, 7),
        (("t", 0, "u", 0, "b"), "c", 8, 8),
        (("t", 1), "", 9, 9),
        (("t", 1), "d", 10, 10),
    ]
