"""Exporting again says what changed since."""

import export_sets as sets

from app.export import receipt
from app.export.changes import changes_since
from app.export.options import ExportOptions, Trainer
from app.export.plan import plan
from app.export.writer import write


def planned(source, target, **options):
    return plan(sets.opened(source), {}, ExportOptions(target, anyway=True, **options))


def test_added_removed_and_changed_entries_are_named(tmp_path):
    source, target = sets.two_concepts(tmp_path / "set", 3), tmp_path / "train"
    write(planned(source, target), sets.go, sets.never, processes=0)
    older = receipt.read(target)
    assert older is not None
    assert changes_since(older, planned(source, target)).none
    (source / "alice" / "p0.png").unlink()
    (source / "alice" / "p0.txt").unlink()
    (source / "alice" / "p1.txt").write_text("other words", encoding="utf-8")
    sets.picture(source / "bob" / "p2.png", (70, 70))
    sets.one_entry(source / "bob", name="p9.png")
    changes = changes_since(older, planned(source, target))
    assert changes.added == ("bob/p9.png",)
    assert changes.removed == ("alice/p0.png",)
    assert changes.pictures == ("bob/p2.png",)
    assert changes.captions == ("alice/p1.png",)
    assert (changes.settings, changes.config) == ((), "")


def test_what_was_asked_otherwise_and_another_trainers_file_are_named(tmp_path):
    source, target = sets.two_concepts(tmp_path / "set", 1), tmp_path / "train"
    write(planned(source, target), sets.go, sets.never, processes=0)
    older = receipt.read(target)
    asked = {"quality": 80, "train_path": "/elsewhere"}
    changes = changes_since(older, planned(source, target, **asked))
    assert changes.settings == tuple(asked)
    assert changes.config == "data.toml"
    other = changes_since(older, planned(source, target, trainer=Trainer.MUSUBI))
    assert (other.settings, other.config) == (("trainer",), "dataset.toml")
