"""The trainer's rules of pictures and captions, one test each, named by their section."""

import os
import unicodedata
from dataclasses import replace

import checker
import export_sets as sets
import pytest

from app.captions.style import Style
from app.dataset.choices import ConceptChoices, DatasetChoices, Preset
from app.dataset.scan import scan
from app.export.options import ExportOptions, Naming, PictureFormat
from app.export.plan import plan
from app.export.planned import Action, ObstacleKind
from app.export.toml_explain import explain
from app.export.trained import Reading, possible_captions, trained_caption
from app.images.buckets import Bucketing
from app.images.evidence import Evidence
from app.images.reader import examine

FILE = """[general]
caption_extension = ".txt"
[[datasets]]
resolution = 1024
enable_bucket = true
max_bucket_reso = 2048
[[datasets.subsets]]
image_dir = "/d/set"
"""
SENTENCE = (
    "A woman in a red coat, holding an umbrella, walks down the street. The light is soft, warm."
)


def planned(dataset, **options):
    return plan(dataset, {}, ExportOptions(dataset.root.parent / "train", anyway=True, **options))


def kinds(made):
    return [obstacle.kind for obstacle in made.blockers]


def reading(tmp_path, name="p.png", text=sets.SUNNY, **picture):
    return scan(sets.one_entry(tmp_path / "set", text, name, **picture))


# 2 How a caption is really read -------------------------------------------------------------


def test_2_folders_are_not_read_recursively(tmp_path):
    sets.one_entry(tmp_path / "set")
    made = planned(sets.opened(tmp_path / "set"))
    assert all(pair.target.count("/") == 1 for pair in made.pairs()), "flat"


ENDINGS = ["a.PNG", "a.Png", "a.jpeg", "a.JPG", "a.webp", "a.bmp", "a.tiff", "a.gif", "a.avif"]


@pytest.mark.parametrize("name", ENDINGS)
def test_2_exported_endings_are_of_those_that_are_read(tmp_path, name):
    (pair,) = planned(sets.opened(sets.one_entry(tmp_path / "set", name=name))).pairs()
    assert pair.target.rpartition(".")[2] in ("png", "jpg", "webp", "bmp")


def test_2_an_ending_of_mixed_case_is_not_read(tmp_path):
    assert not reading(tmp_path, "a.Png").entries[0].trainable


@pytest.mark.parametrize("name", ["a.tiff", "a.gif"])
def test_2_tiff_and_gif_are_not_read_and_become_png(tmp_path, name):
    (pair,) = planned(sets.opened(sets.one_entry(tmp_path / "set", name=name))).pairs()
    assert (pair.treatment.action, pair.treatment.format) == (Action.WRITE, "PNG")


def test_2_brackets_in_a_name_are_nothing_special(tmp_path):
    made = planned(
        sets.opened(sets.one_entry(tmp_path / "s[e]t", name="[x].png")), names=Naming.KEEP
    )
    assert [pair.target for pair in made.pairs()] == ["s[e]t/[x].png"]


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


def test_2_another_unicode_form_of_the_name_is_another_name(tmp_path):
    root = sets.one_entry(tmp_path / "set", None, unicodedata.normalize("NFC", "é.png"))
    (root / unicodedata.normalize("NFD", "é.txt")).write_text(sets.SUNNY, encoding="utf-8")
    assert scan(root).entries[0].text is None


@pytest.mark.parametrize("kind", ["folder", "link"])
def test_2_a_caption_that_is_a_folder_or_leads_nowhere_is_missing(tmp_path, kind):
    root = sets.one_entry(tmp_path / "set", None)
    if kind == "folder":
        (root / "p.txt").mkdir()
    else:
        (root / "p.txt").symlink_to(root / "nowhere.txt")
    dataset = scan(root)
    dataset.evidence[0] = sets.measure(dataset.entries[0].image)
    assert planned(dataset).forbidden


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
    words = "one\ncafé" if encoding != "cp932" else "one\n喫茶"
    dataset = sets.opened(sets.one_entry(tmp_path / "set", words.encode(encoding)))
    assert kinds(planned(dataset)) == [ObstacleKind.CAPTION_UNREADABLE]


def test_2_a_byte_order_mark_would_train_and_is_not_exported(tmp_path):
    assert trained_caption("\ufeffcap") == "\ufeffcap"
    dataset = sets.opened(sets.one_entry(tmp_path / "set", "\ufeffcap".encode()))
    assert [pair.caption for pair in planned(dataset).pairs()] == ["cap"]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_2_every_kind_of_line_end_ends_a_line(end):
    assert trained_caption(f"one{end}two") == "one"


@pytest.mark.parametrize("sign", ["\u2028", "\u0085", "\v", "\0"])
def test_2_other_separators_end_no_line(sign):
    assert trained_caption(f"one{sign}two") == f"one{sign}two"


def test_2_only_the_first_line_trains_and_a_blank_one_trains_nothing():
    assert trained_caption(" first \nsecond") == "first"
    assert trained_caption("\nsecond") == ""


def test_2_wildcards_draw_from_the_lines_that_are_not_blank():
    drawn = possible_captions("\n one \n\ntwo\n", Reading(wildcard=True))
    assert drawn.texts == ("one", "two")


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


def test_2_1_a_prefix_reaches_only_the_first_line_and_a_suffix_only_the_last():
    drawn = possible_captions(
        "first line\nsecond", Reading(prefix="PRE,", suffix=", SUF", wildcard=True)
    )
    assert drawn.texts == ("PRE, first line", "second , SUF")


def test_2_1_dropout_takes_prefix_and_suffix_too():
    assert possible_captions("a", Reading(prefix="P", dropout_rate=0.5)).dropped == 0.5


def test_2_1_what_is_kept_is_counted_after_the_prefix(tmp_path):
    own = ConceptChoices(style=Style.TAGS, shuffle_tags=True, keep_tokens=1, caption_prefix="trig,")
    dataset = sets.opened(sets.one_entry(tmp_path / "set", "a, b"))
    dataset.choices = DatasetChoices(preset=Preset.SDXL, concepts={"set": own})
    (pair,) = planned(dataset).pairs()
    assert pair.trained.startswith("trig, ")


@pytest.mark.parametrize("sign", ["、", "，"])
def test_2_2_only_the_plain_comma_splits(sign):
    assert not possible_captions(f"a{sign} b", Reading(shuffle=True)).reordered


def test_2_2_empty_tags_survive():
    assert trained_caption("sks, , a, b, ", Reading(shuffle=True)) == "sks, , a, b, "


def test_2_2_sentences_are_written_with_shuffling_off_and_nothing_kept(tmp_path):
    own = ConceptChoices(shuffle_tags=True, keep_tokens=3)
    dataset = sets.opened(sets.one_entry(tmp_path / "set", SENTENCE))
    dataset.choices = DatasetChoices(concepts={"set": own})
    general = checker.parse(planned(dataset).config.text)["general"]
    assert (general["shuffle_caption"], general["keep_tokens"]) == (False, 0)


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


def test_2_4_long_captions_are_exported_whole(tmp_path):
    words = ", ".join(f"word {number}" for number in range(400))
    (pair,) = planned(sets.opened(sets.one_entry(tmp_path / "set", words))).pairs()
    assert pair.caption == pair.trained == words


@pytest.mark.parametrize("path", ["~/set", "$HOME/set", "set"])
def test_2_5_home_and_variables_are_not_expanded(path):
    (problem,) = explain(FILE.replace("/d/set", path))
    assert "where the trainer is started" in str(problem.message)


def test_2_5_relative_paths_are_labelled_plainly(tmp_path):
    dataset = sets.opened(sets.two_concepts(tmp_path / "set"))
    made = planned(dataset, relative_paths=True)
    folders = [s["image_dir"] for s in checker.parse(made.config.text)["datasets"][0]["subsets"]]
    assert folders == ["alice", "bob"]
    assert "inside the exported folder" in " ".join(map(str, made.notes))
    assert any("where the trainer is started" in str(p.message) for p in explain(made.config.text))


CACHES = [f"p_{kind}.npz" for kind in ("te_outputs", "flux_te", "sd3_te", "lumina_te", "hi_te")]


@pytest.mark.parametrize("name", [*CACHES, "p_0640x0480_sdxl.npz", "metadata_cache.json"])
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
