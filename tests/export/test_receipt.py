"""What an export leaves beside its folders: the receipt, and the table of names."""

import csv
import json
import os
import sys
from dataclasses import replace

import checker
import export_sets as sets
import pytest

from app.dataset.choices import DatasetChoices
from app.dataset.marks import Dismissal
from app.export import receipt
from app.export.options import ExportOptions, Naming
from app.export.plan import plan
from app.export.writer import write
from app.lint.rule import Finding, Severity


def exported(dataset, target, findings=None, about_all=(), **options):
    asked = ExportOptions(target, anyway=True, **options)
    made = plan(dataset, findings or {}, asked, about_all)
    write(made, sets.go, sets.never, processes=0)
    checker.check(target, made)
    return json.loads((target / receipt.NAME).read_text(encoding="utf-8"))


def table(target):
    with (target / "proofsheet-names.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_it_holds_what_was_known_and_what_was_waved_through(tmp_path):
    dataset = sets.opened(sets.two_concepts(tmp_path / "set", 1))
    dataset.choices = DatasetChoices(batch_size=3, dismissed_rules=("odd-ratio",))
    sets.approved(dataset)
    told = Dismissal(rule="hedge", words="maybe", reason="so it is")
    dataset.notes[0] = replace(dataset.notes[0], dismissals=(told,))
    warning = Finding(rule="hedge", severity=Severity.WARNING, entry=0)
    hint = Finding(rule="wording-drift", severity=Severity.HINT, entry=None)
    content = exported(dataset, tmp_path / "train", {0: (warning,)}, (hint,))
    about = content["known"]["entries"]["alice/p0.png"]
    assert about["findings"] == [{"rule": "hedge", "severity": "warning", "dismissed": False}]
    assert about["dismissals"] == [{"rule": "hedge", "words": "maybe", "reason": "so it is"}]
    assert about["verdicts"] == ["approved", "approved"]
    assert [f["rule"] for f in content["known"]["dataset"]["findings"]] == ["wording-drift"]
    assert content["known"]["dataset"]["dismissals"] == ["odd-ratio"]
    assert content["choices"] == {"batch_size": 3}
    assert content["settings"]["trainer"] == "kohya"
    assert content["exported_anyway"] == ["Open warnings: 1"]


def test_it_has_the_digests_of_sources_and_results(tmp_path):
    root = sets.two_concepts(tmp_path / "set", 1)
    content = exported(sets.opened(root), tmp_path / "train")
    before = checker.fingerprint(root)
    for name, about in content["pictures"].items():
        caption = about["from"].replace(".png", ".txt")
        assert about["source"] == before[about["from"]]
        assert about["source_caption"] == before[caption]
        assert content["files"][name] == before[about["from"]], "copied as it was"


def test_it_names_no_time_and_no_target(tmp_path):
    root = sets.two_concepts(tmp_path / "set", 1)
    exported(sets.opened(root), tmp_path / "one", train_path="/train")
    exported(sets.opened(root), tmp_path / "two", train_path="/train")
    assert checker.fingerprint(tmp_path / "one") == checker.fingerprint(tmp_path / "two")


@pytest.mark.skipif(sys.platform != "linux", reason="names that are not UTF-8")
def test_names_that_are_no_text_stand_in_it_readably(tmp_path):
    root = sets.one_entry(tmp_path / "set")
    for ending in (b".png", b".txt"):
        (root / f"p{ending.decode()}").rename(root / os.fsdecode(b"bad\xff" + ending))
    (root / "rest.md").write_text("", encoding="utf-8")
    dataset = sets.opened(root)
    warning = Finding(rule="hedge", severity=Severity.WARNING, entry=0)
    content = exported(dataset, tmp_path / "train", {0: (warning,)})
    assert list(content["known"]["entries"]) == ["bad\\xff.png"]
    assert table(tmp_path / "train")[1] == ["set/00001.png", "bad\\xff.png"]


def test_the_table_of_names_is_written_only_where_names_changed(tmp_path):
    dataset = sets.opened(sets.two_concepts(tmp_path / "set", 2))
    exported(dataset, tmp_path / "kept", names=Naming.KEEP)
    assert not (tmp_path / "kept" / "proofsheet-names.csv").exists()
    content = exported(dataset, tmp_path / "numbered")
    assert "proofsheet-names.csv" in content["files"]
    assert table(tmp_path / "numbered") == [
        ["exported", "source"],
        ["alice/00001.png", "alice/p0.png"],
        ["alice/00002.png", "alice/p1.png"],
        ["bob/00001.png", "bob/p0.png"],
        ["bob/00002.png", "bob/p1.png"],
    ]
