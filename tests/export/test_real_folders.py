"""Every real folder exports in every resolution policy and for every trainer, as planned."""

import shutil
from functools import cache

import checker
import export_sets as sets
import pytest
from PIL import Image
from trainer_schemas import folders_of

from app.dataset.scan import scan
from app.export.data_toml import choices_from, explain, render
from app.export.first_choices import first_choices
from app.export.options import ExportOptions, Naming, PictureFormat, Sizes, Trainer
from app.export.plan import plan
from app.export.writer import write
from app.images.evidence import Evidence
from app.images.reader import examine
from app.lint.vocabulary import load_vocabulary
from app.review.examination import examine_dataset

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
        dataset.evidence[entry.id] = known(entry.image)
    return dataset


known = cache(sets.measure)
"""Nothing is changed in any of these folders."""


def export(dataset, target, processes=2, **options):
    asked = ExportOptions(target, anyway=True, leave_out_blocked=True, **options)
    made = plan(dataset, {}, asked)
    write(made, sets.go, sets.never, processes=processes)
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


@pytest.fixture(scope="module")
def small(shared, tmp_path_factory):
    """The five folders with their captions and small pictures: here only the files of trainers are
    looked at, and what pictures become is the same for all of them.
    """
    root = tmp_path_factory.mktemp("small")
    for folder in FOLDERS:
        (root / folder).mkdir()
        for path in sorted((shared / "folders" / folder).iterdir()):
            if path.suffix == ".txt":
                shutil.copy(path, root / folder)
            elif path.suffix.lower() in (".png", ".jpg", ".jpeg", ".webp"):
                with Image.open(path) as image:
                    image.draft("RGB", (320, 320))
                    image.thumbnail((160, 160))
                    image.convert("RGB").save(root / folder / path.name)
    return root


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_in_a_policy_for_every_other_trainer(small, tmp_path, folder, policy):
    dataset = measured(small / folder)
    for trainer in Trainer:
        if trainer is Trainer.KOHYA:
            continue
        target = tmp_path / trainer.value
        made, pairs = export(dataset, target, 0, trainer=trainer, **POLICIES[policy])
        (concept,) = made.concepts
        text = (target / made.config.name).read_text(encoding="utf-8")
        assert folders_of(trainer, text) == [str(target / concept.folder)]
        assert len(pairs) == len(concept.pairs) > 0


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
    for before, after in (("a", "b"), ("b", "c")):
        again = measured(tmp_path / before)
        text = (tmp_path / before / "data.toml").read_text(encoding="utf-8")
        again.choices = choices_from(text, again).choices
        assert again.choices.train_path == "/train/set"
        assert render(again, again.choices) == text
        export(again, tmp_path / after, sizes=Sizes(((96, 96),)))
    first, second, third = (checker.fingerprint(tmp_path / name) for name in "abc")
    assert trained(first) == trained(second)
    assert second == third, "the receipt too, once its pictures come from an export"


def trained(files):
    """What the trainer reads: all but where the pictures came from."""
    return {n: d for n, d in files.items() if not n.startswith("proofsheet-")}


def test_an_export_that_is_opened_has_no_new_findings(small, tmp_path):
    export(measured(small), tmp_path / "train", names=Naming.KEEP)
    before = told(small)
    assert before, "or nothing could be new"
    assert told(tmp_path / "train") <= before


def told(root):
    """What the rules say about the captions and files of a folder, as (picture, rule, words)."""
    dataset = scan(root)
    dataset.choices, _ = first_choices(dataset)
    found = examine_dataset(dataset, load_vocabulary(), pictures=True).all_findings()
    return {
        (None if f.entry is None else dataset.entries[f.entry].image.stem, f.rule, f.key)
        for f in found
    }
