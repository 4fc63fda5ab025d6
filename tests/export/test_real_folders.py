"""Every real folder exports in every resolution policy and for every trainer, as planned."""

import json
import tomllib

import checker
import export_sets as sets
import pytest
import toml
import yaml

from app.dataset.scan import scan
from app.export.data_toml import choices_from, explain, render
from app.export.options import ExportOptions, Naming, PictureFormat, Sizes, Trainer
from app.export.plan import plan
from app.export.writer import write
from app.images.evidence import Evidence
from app.images.reader import examine

pytestmark = pytest.mark.needs_shared
FOLDERS = ["10_darius kawasaki person", "cities", "drone", "pink-slippers", "purplecurly"]
POLICIES = {
    "keep": {},
    "one": {"sizes": Sizes(((96, 144),)), "picture": PictureFormat.JPEG, "strip_metadata": True},
    "nearest": {"sizes": Sizes(((96, 144), (128, 128), (144, 96))), "picture": PictureFormat.WEBP},
}


def measured(root):
    dataset = scan(root)
    for entry in dataset.entries:
        dataset.evidence[entry.id] = sets.measure(entry.image)
    return dataset


def export(dataset, target, **options):
    asked = ExportOptions(target, anyway=True, leave_out_blocked=True, **options)
    made = plan(dataset, {}, asked)
    write(made, sets.go, sets.never, processes=2)
    return made, checker.check(target, made)


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_in_a_policy(shared, tmp_path, folder, policy):
    dataset = measured(shared / "folders" / folder)
    made, pairs = export(dataset, tmp_path / "train", **POLICIES[policy])
    assert len(pairs) + len([b for b in made.left_behind if b.entry is not None]) == len(
        dataset.entries
    )
    parsed = checker.parse(made.config.text)
    assert not [problem for problem in explain(made.config.text) if problem.stops]
    (subset,) = parsed["datasets"][0]["subsets"]
    captions = {p.read_text(encoding="utf-8") for p in (tmp_path / "train").rglob("*.txt")}
    assert str(next((tmp_path / "train").rglob("*.txt")).parent) == subset["image_dir"]
    sources = {" ".join((entry.text or "").split("\n")).strip() for entry in dataset.entries}
    assert captions <= sources
    for fit, pair in ((pair.fits[0], pair) for pair in made.pairs()):
        assert fit.bucket[0] % 64 == fit.bucket[1] % 64 == 0
        assert pair.treatment.size[0] * fit.scale >= fit.bucket[0] - 1


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_in_a_policy_for_every_other_trainer(shared, tmp_path, folder, policy):
    dataset = measured(shared / "folders" / folder)
    for trainer in Trainer:
        if trainer is Trainer.KOHYA:
            continue
        target = tmp_path / trainer.value
        made, pairs = export(dataset, target, trainer=trainer, **POLICIES[policy])
        (concept,) = made.concepts
        text = (target / made.config.name).read_text(encoding="utf-8")
        assert parsed_folders(trainer, text) == [str(target / concept.folder)]
        assert len(pairs) == len(concept.pairs) > 0


def parsed_folders(trainer, text):
    """The image folders that a trainer's file names, by that format's own parser."""
    match trainer:
        case Trainer.MUSUBI:
            assert toml.loads(text) == tomllib.loads(text)
            return [d["image_directory"] for d in tomllib.loads(text)["datasets"]]
        case Trainer.DIFFUSION_PIPE:
            assert toml.loads(text) == tomllib.loads(text)
            return [d["path"] for d in tomllib.loads(text)["directory"]]
        case Trainer.AI_TOOLKIT:
            return [d["folder_path"] for d in yaml.safe_load(text)]
        case Trainer.ONETRAINER:
            return [d["path"] for d in json.loads(text)]


@pytest.mark.parametrize("trainer", list(Trainer))
def test_the_five_together_for_every_trainer(shared, tmp_path, trainer):
    dataset = measured(shared / "folders")
    before = {entry.image: sets.measure(entry.image).digest for entry in dataset.entries[:20]}
    made, pairs = export(dataset, tmp_path / "train", trainer=trainer, names=Naming.KEEP)
    assert len(made.concepts) == 5
    assert len(pairs) == len(dataset.entries)
    assert before == {image: sets.measure(image).digest for image in before}


def test_the_odd_pictures_are_left_out_or_become_trainable(shared, tmp_path):
    root = tmp_path / "odd"
    root.mkdir()
    for path in (shared / "images" / "odd").iterdir():
        (root / path.name).symlink_to(path)
        (root / path.name).with_suffix(".txt").write_text(path.name, encoding="utf-8")
    dataset = scan(root)
    for entry in dataset.entries:
        known = [one for one in examine(entry.image, 64, None) if isinstance(one, Evidence)]
        dataset.evidence[entry.id] = known[-1]
    made, pairs = export(dataset, tmp_path / "train", picture=PictureFormat.PNG)
    assert len(pairs) > 60
    assert len(list(made.pairs())) == len(pairs)


def test_a_round_trip_gives_identical_bytes(shared, tmp_path):
    dataset = measured(shared / "folders" / "drone")
    export(dataset, tmp_path / "a", sizes=Sizes(((96, 96),)), train_path="/train/set")
    again = measured(tmp_path / "a")
    text = (tmp_path / "a" / "data.toml").read_text(encoding="utf-8")
    again.choices = choices_from(text, again).choices
    assert again.choices.train_path == "/train/set"
    assert render(again, again.choices) == text
    export(again, tmp_path / "b", sizes=Sizes(((96, 96),)), picture=PictureFormat.KEEP)
    first, second = checker.fingerprint(tmp_path / "a"), checker.fingerprint(tmp_path / "b")
    assert {n: d for n, d in first.items() if not n.endswith(".json")} == {
        n: d for n, d in second.items() if not n.endswith(".json")
    }
