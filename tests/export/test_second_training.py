"""The first training mixed into the second: folders, repeats, subset, warnings, receipt."""

import json
from dataclasses import replace

import checker
import export_sets as sets
import pytest

from app.cli import run
from app.dataset.choices import ConceptChoices, DatasetChoices
from app.dataset.choices_file import save_choices
from app.export.old_training import read_old
from app.export.options import ExportOptions, Trainer
from app.export.plan import plan
from app.export.planned import ObstacleKind, OpenKind
from app.export.writer import write


def folder(root, name, count, shade):
    place = root / name
    place.mkdir(parents=True)
    for number in range(count):
        sets.picture(place / f"{number}.png", (96, 64), colour=(shade, number, 9))
        (place / f"{number}.txt").write_text(f"{name}, {sets.SUNNY}, {number}", encoding="utf-8")
    return root


def chosen(root, old, share=0.5, **concepts):
    dataset = sets.opened(root)
    dataset.choices = DatasetChoices(old_folder=str(old), old_share=share, concepts=concepts)
    return dataset


def first(old, root):
    found = read_old(str(old), root)
    if found.dataset is not None:
        for entry in found.dataset.entries:
            found.dataset.evidence[entry.id] = sets.measure(entry.image)
    return found


def planned(dataset, old, **options):
    target = dataset.root.parent / "train"
    return plan(dataset, {}, ExportOptions(target, anyway=True, **options), (), old)


@pytest.fixture
def new(tmp_path):
    return folder(tmp_path / "new", "mira", 6, 10)


def test_half_and_half_by_repeats(tmp_path, new):
    old = folder(tmp_path / "old", "tom", 3, 90)
    made = planned(chosen(new, old), first(old, new))
    assert [(c.folder, c.repeats, len(c.pairs), c.old) for c in made.concepts] == [
        ("mira", 1, 6, False),
        ("old-tom", 2, 3, True),
    ]
    assert made.mix is not None
    assert made.mix.share == 0.5
    assert (made.effective_images, made.steps_per_epoch) == (12, 12)
    subsets = checker.parse(made.config.text)["datasets"][0]["subsets"]
    assert [s["num_repeats"] for s in subsets] == [1, 2]


def test_new_folders_are_repeated_where_there_are_more_old_ones(tmp_path, new):
    old = folder(tmp_path / "old", "tom", 12, 90)
    made = planned(chosen(new, old, mira=ConceptChoices(repeats=3)), first(old, new))
    assert [(c.repeats, len(c.pairs)) for c in made.concepts] == [(6, 6), (3, 12)]


def test_a_subset_of_both_old_folders_where_repeats_cannot_do_it(tmp_path):
    new = folder(tmp_path / "new", "mira", 2, 10)
    old = folder(folder(tmp_path / "old", "tom", 20, 90), "ann", 20, 120)
    made = planned(chosen(new, old, 0.3), first(old, new))
    assert made.mix is not None
    assert made.mix.old_images < made.old_available == 40
    assert sum(len(c.pairs) for c in made.concepts if c.old) == made.mix.old_images
    again = planned(chosen(new, old, 0.3), first(old, new))
    assert again == made, "the same pictures every time"


def test_names_of_old_folders_never_meet_new_ones(tmp_path, new):
    folder(new, "old-mira", 2, 40)
    old = folder(tmp_path / "old", "mira", 2, 90)
    made = planned(chosen(new, old), first(old, new))
    names = [c.folder for c in made.concepts]
    assert len({name.casefold() for name in names}) == len(names) == 3


def test_old_folders_keep_their_own_caption_settings(tmp_path, new):
    old = folder(tmp_path / "old", "tom", 3, 90)
    (old / "data.toml").write_text(
        "[[datasets]]\nresolution = 512\n[[datasets.subsets]]\n"
        f'image_dir = "{old / "tom"}"\ncaption_prefix = "tomtom"\nnum_repeats = 7\n',
        encoding="utf-8",
    )
    made = planned(chosen(new, old), first(old, new))
    parsed = checker.parse(made.config.text)
    (dataset,) = parsed["datasets"]
    assert dataset["resolution"] == 1024, "the second training's own"
    assert [s.get("caption_prefix") for s in dataset["subsets"]] == [None, "tomtom"]
    assert next(p.trained for p in made.concepts[1].pairs).startswith("tomtom tom, ")


def test_regularisation_pictures_of_the_first_training_stay_out(tmp_path, new):
    old = folder(folder(tmp_path / "old", "tom", 3, 90), "people", 3, 120)
    found = first(old, new)
    found.dataset.choices = DatasetChoices(concepts={"people": ConceptChoices(regularisation=True)})
    made = planned(chosen(new, old), found)
    assert [c.folder for c in made.concepts] == ["mira", "old-tom"]


def test_missing_old_pictures_are_named_from_captions_and_receipt(tmp_path, new):
    source = folder(tmp_path / "source", "tom", 3, 90)
    old = tmp_path / "old"
    asked = ExportOptions(old, anyway=True)
    write(plan(sets.opened(source), {}, asked), sets.go, sets.never, processes=0)
    (old / "tom" / "00002.png").unlink()
    (old / "tom" / "00003.png").unlink()
    (old / "tom" / "00003.txt").unlink()
    found = first(old, new)
    assert found.missing == ("tom/00002.png", "tom/00003.png")
    points = [p.kind for p in planned(chosen(new, old), found).open_points]
    assert OpenKind.OLD_MISSING in points


def test_the_same_picture_in_both_is_named(tmp_path, new):
    old = folder(tmp_path / "old", "tom", 2, 90)
    (old / "tom" / "0.png").write_bytes((new / "mira" / "4.png").read_bytes())
    made = planned(chosen(new, old), first(old, new))
    (point,) = [p for p in made.open_points if p.kind is OpenKind.OLD_AGAIN]
    assert point.entries == (4,)
    assert "4.png" in str(point.message)


def test_old_pictures_that_cannot_train_are_counted_and_left_out(tmp_path, new):
    old = folder(tmp_path / "old", "tom", 3, 90)
    (old / "tom" / "1.txt").write_text("", encoding="utf-8")
    (old / "tom" / "2.png").write_bytes(b"nothing")
    made = planned(chosen(new, old), first(old, new))
    assert made.old_available == 1
    assert "2" in str(next(p for p in made.open_points if p.kind is OpenKind.OLD_MISSING).message)


@pytest.mark.parametrize("place", ["nowhere", "new", "new/mira", "."])
def test_a_folder_that_cannot_be_the_first_training_stops_it(tmp_path, new, place):
    old = tmp_path / place
    made = planned(chosen(new, old), first(old, new))
    assert [o.kind for o in made.blockers] == [ObstacleKind.OLD_TRAINING]


def test_one_that_was_not_read_or_measured_stops_it(tmp_path, new):
    old = folder(tmp_path / "old", "tom", 3, 90)
    dataset = chosen(new, old)
    for found in (None, read_old(str(old), new)):
        made = planned(dataset, found)
        assert [o.kind for o in made.blockers] == [ObstacleKind.OLD_TRAINING]


@pytest.mark.parametrize("trainer", list(Trainer))
def test_every_trainer_gets_the_old_folder_with_its_repeats(tmp_path, new, trainer):
    old = folder(tmp_path / "old", "tom", 2, 90)
    made = planned(chosen(new, old), first(old, new), trainer=trainer)
    assert "old-tom" in made.config.text
    assert "3" in made.config.text.partition("old-tom")[2]


def test_it_is_written_with_its_receipt_and_the_sources_are_untouched(tmp_path, new):
    old = folder(tmp_path / "old", "tom", 3, 90)
    before = checker.fingerprint(tmp_path)
    made = planned(chosen(new, old), first(old, new))
    write(made, sets.go, sets.never, processes=0)
    pairs = checker.check(tmp_path / "train", made)
    assert {p.folder for p in pairs} == {"mira", "old-tom"}
    content = json.loads((tmp_path / "train" / "proofsheet-receipt.json").read_text("utf-8"))
    assert content["mix"]["old_repeats"] == 2
    assert content["pictures"]["old-tom/00001.png"]["from"] == "old:tom/0.png"
    after = checker.fingerprint(tmp_path)
    assert before == {n: d for n, d in after.items() if not n.startswith("train/")}


def test_the_target_may_not_be_the_first_training(tmp_path, new):
    old = folder(tmp_path / "old", "tom", 3, 90)
    made = planned(chosen(new, old), first(old, new))
    made = replace(made, options=replace(made.options, target=old))
    with pytest.raises(Exception, match="holds the pictures"):
        write(made, sets.go, sets.never, processes=0)


def test_the_command_mixes_in_what_the_choices_name(tmp_path, new, capsys):
    old = folder(tmp_path / "old", "tom", 3, 90)
    save_choices(new, DatasetChoices(old_folder=str(old)))
    target = tmp_path / "train"
    assert run(["export", str(new), str(target), "--anyway"]) == 0
    assert "9 pairs" in capsys.readouterr().out
    assert len(list((target / "old-tom").glob("*.png"))) == 3
