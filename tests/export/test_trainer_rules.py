"""The trainer's own rules, one test each, named by the section of its contract they stand in."""

import os
from dataclasses import replace

import checker
import export_sets as sets
import pytest
import toml

from app.captions.style import Style
from app.dataset.choices import ConceptChoices, DatasetChoices, Preset
from app.dataset.scan import scan
from app.errors import ProofError
from app.export.checks import TomlState, toml_difference_on_disk
from app.export.options import ExportOptions, Naming, PictureFormat
from app.export.plan import plan
from app.export.planned import Action, ObstacleKind
from app.export.presets import propose
from app.export.toml_explain import explain
from app.export.toml_read import Problem, read
from app.export.toml_text import quoted
from app.export.trained import Reading, possible_captions, trained_caption
from app.images.buckets import Bucketing
from app.images.evidence import Evidence
from app.images.reader import examine

HEAD = '[general]\ncaption_extension = ".txt"\n[[datasets]]\nresolution = 1024\n'
BUCKETS = "enable_bucket = true\nmax_bucket_reso = 2048\n"
GOOD = f'{HEAD}{BUCKETS}[[datasets.subsets]]\nimage_dir = "/d/set"\n'
SENTENCE = (
    "A woman in a red coat, holding an umbrella, walks down the street. The light is soft, warm."
)


def planned(dataset, **options):
    return plan(dataset, {}, ExportOptions(dataset.root.parent / "train", anyway=True, **options))


def kinds(made):
    return [obstacle.kind for obstacle in made.blockers]


def reading(tmp_path, name="p.png", text=sets.SUNNY, **picture):
    return scan(sets.one_entry(tmp_path / "set", text, name, **picture))


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


@pytest.mark.parametrize("text", ['"', '""', '"""x'])
def test_1_5_text_of_quotes_that_the_parser_would_lose_is_refused(text):
    with pytest.raises(ProofError):
        quoted(text)


# 2 How a caption is really read -------------------------------------------------------------


def test_2_folders_are_not_read_recursively(tmp_path):
    sets.one_entry(tmp_path / "set")
    made = planned(sets.opened(tmp_path / "set"))
    assert all(pair.target.count("/") == 1 for pair in made.pairs()), "flat"


@pytest.mark.parametrize("name", ["a.PNG", "a.Png", "a.jpeg", "a.JPG", "a.webp", "a.bmp", "a.tiff"])
def test_2_exported_endings_are_of_those_that_are_read(tmp_path, name):
    (pair,) = planned(sets.opened(sets.one_entry(tmp_path / "set", name=name))).pairs()
    assert pair.target.rpartition(".")[2] in ("png", "jpg", "webp", "bmp")


def test_2_an_ending_of_mixed_case_is_not_read(tmp_path):
    assert not reading(tmp_path, "a.Png").entries[0].trainable


def test_2_dot_files_are_no_pictures(tmp_path):
    sets.one_entry(tmp_path / "set", name=".hidden.png")
    assert [entry.name for entry in reading(tmp_path).entries] == ["p.png"]


def test_2_links_to_pictures_are_followed(tmp_path):
    other = sets.picture(tmp_path / "elsewhere.png")
    root = sets.one_entry(tmp_path / "set")
    (root / "q.png").symlink_to(other)
    (root / "q.txt").write_text(sets.SUNNY, encoding="utf-8")
    assert len(list(planned(sets.opened(root)).pairs())) == 2


def test_2_a_link_to_nothing_and_a_folder_of_that_name_are_no_exports(tmp_path):
    root = sets.one_entry(tmp_path / "set")
    (root / "gone.png").symlink_to(root / "nowhere.png")
    (root / "folder.png").mkdir()
    dataset = scan(root)
    for entry in dataset.entries:
        known = [one for one in examine(entry.image, 64, None) if isinstance(one, Evidence)]
        dataset.evidence[entry.id] = known[-1]
    made = planned(dataset, leave_out_blocked=True)
    assert [pair.image.name for pair in made.pairs()] == ["p.png"]


@pytest.mark.parametrize("cut", [0, 60])
def test_2_an_empty_or_cut_picture_stops_the_export(tmp_path, cut):
    root = sets.one_entry(tmp_path / "set")
    (root / "p.png").write_bytes((root / "p.png").read_bytes()[:cut])
    assert kinds(planned(sets.opened(root))) == [ObstacleKind.BROKEN_IMAGE]


def test_2_the_caption_has_the_whole_stem(tmp_path):
    made = planned(sets.opened(sets.one_entry(tmp_path / "set", name="a.b.png")), names=Naming.KEEP)
    (pair,) = made.pairs()
    assert (pair.target, pair.caption_target) == ("set/a.b.png", "set/a.b.txt")


@pytest.mark.parametrize("name", ["p.png.txt", "p.TXT"])
def test_2_a_caption_of_another_name_is_not_seen(tmp_path, name):
    root = sets.one_entry(tmp_path / "set", None)
    (root / name).write_text(sets.SUNNY, encoding="utf-8")
    assert scan(root).entries[0].text is None


def test_2_two_pictures_of_one_stem_are_parted(tmp_path):
    root = sets.one_entry(tmp_path / "set", name="same.png")
    sets.one_entry(root, name="same.jpg")
    captions = [pair.caption_target for pair in planned(sets.opened(root)).pairs()]
    assert len(set(captions)) == 2


def test_2_the_underscore_fallback_is_known_and_never_exported(tmp_path):
    root = sets.one_entry(tmp_path / "set", None, "p_a_b_c_d.png")
    (root / "p.txt").write_text("another's", encoding="utf-8")
    dataset = scan(root)
    assert dataset.entries[0].fallback == root / "p.txt"
    dataset.evidence[0] = sets.measure(dataset.entries[0].image)
    assert ObstacleKind.NO_CAPTION in kinds(planned(dataset))


@pytest.mark.parametrize("encoding", ["latin-1", "cp932", "utf-16"])
def test_2_a_caption_that_is_not_utf_8_stops_the_export(tmp_path, encoding):
    words = "café" if encoding != "cp932" else "喫茶"
    dataset = sets.opened(sets.one_entry(tmp_path / "set", words.encode(encoding)))
    assert kinds(planned(dataset)) == [ObstacleKind.CAPTION_UNREADABLE]


def test_2_a_byte_order_mark_would_train_and_is_not_exported(tmp_path):
    assert trained_caption("\ufeffcap") == "\ufeffcap"
    dataset = sets.opened(sets.one_entry(tmp_path / "set", "\ufeffcap".encode()))
    assert [pair.caption for pair in planned(dataset).pairs()] == ["cap"]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_2_every_kind_of_line_end_ends_a_line(end):
    assert trained_caption(f"one{end}two") == "one"


@pytest.mark.parametrize("sign", ["\u2028", "\u0085", "\v"])
def test_2_other_separators_end_no_line(sign):
    assert trained_caption(f"one{sign}two") == f"one{sign}two"


def test_2_only_the_first_line_trains_and_a_blank_one_trains_nothing():
    assert trained_caption(" first \nsecond") == "first"
    assert trained_caption("\nsecond") == ""


@pytest.mark.parametrize("text", ["", "\n", "  "])
def test_2_an_empty_caption_stops_the_export(tmp_path, text):
    dataset = sets.opened(sets.one_entry(tmp_path / "set", text))
    assert kinds(planned(dataset)) == [ObstacleKind.EMPTY_CAPTION]


def test_2_class_tokens_speak_only_for_a_missing_file():
    tokens = Reading(class_tokens="woman")
    assert trained_caption(None, tokens) == "woman"
    assert trained_caption("cap", tokens) == "cap"
    assert trained_caption("\n", tokens) == ""


def test_2_1_prefix_then_wildcard_then_split_then_second_separator():
    order = Reading(prefix="P;", wildcard=True, tag_dropout_rate=0.1, secondary_separator=";")
    assert possible_captions("a,{b|c}", order).texts == ("P, a, b", "P, a, c")


def test_2_2_a_sentence_is_torn_only_where_something_splits():
    assert trained_caption(SENTENCE) == SENTENCE
    assert trained_caption(SENTENCE, Reading(keep_tokens=3)) == SENTENCE
    assert possible_captions(SENTENCE, Reading(shuffle=True)).reordered


def test_2_3_cached_outputs_skip_prefix_and_wildcards():
    cached = Reading(prefix="P", wildcard=True, cached_text=True)
    assert trained_caption("line {one|uno}\nline two", cached) == "line {one|uno}\nline two"


def test_2_4_a_lying_picture_is_turned_because_the_trainer_will_not(tmp_path):
    dataset = sets.opened(sets.one_entry(tmp_path / "set", name="p.jpg"))
    dataset.evidence[0] = replace(dataset.evidence[0], orientation=6)
    (pair,) = planned(dataset).pairs()
    assert pair.treatment.action is Action.WRITE
    assert pair.treatment.size == (64, 96)


def test_2_4_transparency_is_said_where_it_stays(tmp_path):
    dataset = sets.opened(sets.one_entry(tmp_path / "set", mode="RGBA"))
    (kept,) = planned(dataset).pairs()
    assert "hidden" in " ".join(map(str, kept.notes))
    (drawn,) = planned(dataset, picture=PictureFormat.JPEG).pairs()
    assert drawn.treatment.action is Action.WRITE


def test_2_5_relative_paths_are_labelled_plainly(tmp_path):
    dataset = sets.opened(sets.two_concepts(tmp_path / "set"))
    made = planned(dataset, relative_paths=True)
    folders = [s["image_dir"] for s in checker.parse(made.config.text)["datasets"][0]["subsets"]]
    assert folders == ["alice", "bob"]
    assert "inside the exported folder" in " ".join(map(str, made.notes))
    assert any("where the trainer is started" in str(p.message) for p in explain(made.config.text))


@pytest.mark.parametrize("name", ["p_te_outputs.npz", "p_flux_te.npz", "metadata_cache.json"])
def test_2_6_stale_caches_stay_behind(tmp_path, name):
    root = sets.one_entry(tmp_path / "set")
    (root / name).write_bytes(b"old")
    dataset = scan(root)
    dataset.evidence[0] = sets.measure(dataset.entries[0].image)
    made = planned(dataset)
    assert [os.fspath(left.path.name) for left in made.left_behind] == [name]
    assert "old captions" in str(made.left_behind[0].reason)


def test_3_1_every_picture_has_a_bucket_of_the_trainers_arithmetic(tmp_path):
    (pair,) = planned(sets.opened(sets.one_entry(tmp_path / "set", size=(800, 1200)))).pairs()
    (fit,) = pair.fits
    assert isinstance(fit, Bucketing)
    assert (fit.bucket, fit.resized) == ((832, 1216), (832, 1248))
