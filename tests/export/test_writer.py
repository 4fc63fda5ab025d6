"""An export stands whole, holds what the plan said, and leaves the source alone."""

import errno

import checker
import export_sets as sets
import pytest

from app.disk import fs
from app.errors import ProofError
from app.export.options import ExportOptions
from app.export.plan import plan
from app.export.writer import ExportCancelledError, write


@pytest.fixture
def source(tmp_path):
    return sets.two_concepts(tmp_path / "set")


def export(dataset, target, **options):
    planned = plan(dataset, {}, ExportOptions(target, anyway=True, **options))
    return planned, write(planned, sets.go, sets.never, processes=0)


def test_two_concepts_become_numbered_pairs_and_a_data_toml(source, tmp_path):
    target = tmp_path / "train"
    before = checker.fingerprint(source)
    planned, written = export(sets.opened(source), target)
    pairs = checker.check(target, planned)
    assert [(p.folder, p.stem) for p in pairs] == [
        (folder, f"0000{number}") for folder in ("alice", "bob") for number in (1, 2, 3)
    ]
    assert written.pairs == 6
    assert not written.replaced
    assert checker.fingerprint(source) == before
    parsed = checker.parse(planned.config.text)
    folders = [s["image_dir"] for s in parsed["datasets"][0]["subsets"]]
    assert folders == [str(target / "alice"), str(target / "bob")]


def test_unchanged_pictures_are_copied_byte_for_byte(source, tmp_path):
    export(sets.opened(source), tmp_path / "train")
    for name in ("alice", "bob"):
        for index in range(3):
            copy = tmp_path / "train" / name / f"0000{index + 1}.png"
            assert copy.read_bytes() == (source / name / f"p{index}.png").read_bytes()


def test_the_same_input_gives_the_same_bytes(source, tmp_path):
    target = tmp_path / "train"
    export(sets.opened(source), target)
    first = checker.fingerprint(target)
    _, written = export(sets.opened(source), target)
    assert written.replaced
    assert checker.fingerprint(target) == first


def test_cancel_leaves_nothing(source, tmp_path):
    planned = plan(sets.opened(source), {}, ExportOptions(tmp_path / "a" / "train", anyway=True))
    seen = []
    with pytest.raises(ExportCancelledError):
        write(planned, lambda done, total: seen.append(done), lambda: len(seen) == 2, processes=0)
    assert [p.name for p in tmp_path.iterdir()] == ["set"]


def test_an_unreviewed_dataset_asks_once(source, tmp_path):
    dataset = sets.opened(source)
    asked = plan(dataset, {}, ExportOptions(tmp_path / "train"))
    assert asked.forbidden
    assert len(asked.open_points) == 2
    with pytest.raises(ProofError):
        write(asked, sets.go, sets.never)
    assert not plan(sets.approved(dataset), {}, ExportOptions(tmp_path / "train")).forbidden


def test_hard_links_are_made_only_where_they_are_asked_for(source, tmp_path):
    target = tmp_path / "train"
    asked = ExportOptions(target, anyway=True, hard_links=True)
    made = plan(sets.opened(source), {}, asked)
    assert any("Hard links" in str(note) for note in made.notes), "their danger is said"
    write(made, sets.go, sets.never, processes=0)
    checker.check(target, made)
    pictures = sorted(source.rglob("*.png"))
    assert all(path.stat().st_nlink == 2 for path in pictures)
    assert all(path.with_suffix(".txt").stat().st_nlink == 1 for path in pictures)
    plain = plan(sets.opened(source), {}, ExportOptions(tmp_path / "plain", anyway=True))
    write(plain, sets.go, sets.never, processes=0)
    assert all(path.stat().st_nlink == 1 for path in (tmp_path / "plain").rglob("*.png"))


def test_where_there_are_no_hard_links_files_are_copied(source, tmp_path, monkeypatch):
    def refuse(*_args, **_more):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(fs, "link", refuse)
    target = tmp_path / "train"
    made = plan(sets.opened(source), {}, ExportOptions(target, anyway=True, hard_links=True))
    write(made, sets.go, sets.never, processes=0)
    checker.check(target, made)
    assert all(path.stat().st_nlink == 1 for path in target.rglob("*.png"))
