import os
import stat

import pytest

from app.dataset.entry import CaptionState, Cause, Edit
from app.dataset.files import write_caption
from app.dataset.marks import EntryNotes
from app.dataset.scan import Cancelled, folder_of, rescan, scan
from app.disk import file_digest
from app.errors import ProofError


def put(folder, *names, data=b""):
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_bytes(data or name.encode("utf-8", "surrogateescape"))


def by_name(dataset):
    return {entry.name: entry for entry in dataset.entries}


def test_a_folder_of_images_is_one_concept(tmp_path):
    put(tmp_path / "cat", "10.png", "2.png", "1.jpg", "1.txt", "data.toml")
    dataset = scan(tmp_path / "cat")
    (concept,) = dataset.concepts
    assert (concept.name, concept.repeats, concept.caption_extension) == ("cat", 1, ".txt")
    assert [entry.name for entry in dataset.entries] == ["1.jpg", "2.png", "10.png"]
    assert [entry.id for entry in dataset.entries] == [0, 1, 2]
    assert dataset.entries[0].text == "1.txt"
    assert dataset.entries[1].caption.state is CaptionState.MISSING
    assert concept.left_over == ()
    assert dataset.notices == ()


def test_a_folder_of_folders_is_several_concepts(tmp_path):
    put(tmp_path / "10_cat", "1.png", "1.txt")
    put(tmp_path / "5_Cat", "1.png")
    put(tmp_path / "2 dogs", "1.webp")
    put(tmp_path / "0_none", "1.bmp")
    put(tmp_path / "logs", "events.bin")
    dataset = scan(tmp_path)
    assert [(c.name, c.repeats) for c in dataset.concepts] == [
        ("none", 1),
        ("2 dogs", 1),
        ("Cat", 5),
        ("cat-2", 10),
    ]
    assert {entry.concept for entry in dataset.entries} == {c.name for c in dataset.concepts}


def test_images_at_the_root_are_a_concept_too(tmp_path):
    put(tmp_path / "set", "1.png")
    put(tmp_path / "set" / "more", "2.png")
    dataset = scan(tmp_path / "set")
    assert [c.name for c in dataset.concepts] == ["set", "more"]
    assert dataset.relative(dataset.entries[1].image) == "more/2.png"


def test_types_that_the_trainer_reads(tmp_path):
    put(tmp_path, "a.PNG", "b.Jpg", "c.gif", "d.avif", "e.TIFF", "f.jpeg", "g.heic", "h.tif")
    entries = by_name(scan(tmp_path))
    assert {name for name, entry in entries.items() if entry.trainable} == {"a.PNG", "f.jpeg"}
    assert "g.heic" not in entries
    for entry in entries.values():
        assert (entry.note is None) == entry.trainable
    assert "GIF" in str(entries["c.gif"].note)
    assert ".Jpg" in str(entries["b.Jpg"].note)


def test_captions_in_dot_caption_files_stay_there(tmp_path):
    put(tmp_path / "one", "a.png", "a.caption")
    put(tmp_path / "two", "a.png", "a.caption", "a.txt")
    dataset = scan(tmp_path)
    assert [c.caption_extension for c in dataset.concepts] == [".caption", ".txt"]
    assert dataset.entries[0].text == "a.caption"
    assert dataset.concepts[1].left_over == (tmp_path / "two" / "a.caption",)


def test_what_is_left_over(tmp_path):
    put(tmp_path, "a.png", "a.txt", "b.txt", "a_te_outputs.npz", "metadata_cache.json", ".hidden")
    put(tmp_path / ".proofsheet", "x.png")
    put(tmp_path / ".cache", "y.png")
    (concept,) = scan(tmp_path).concepts
    names = [path.name for path in concept.left_over]
    assert names == ["b.txt", "a_te_outputs.npz", "metadata_cache.json"]


def test_one_stem_two_images(tmp_path):
    """Row 32."""
    put(tmp_path, "a.png", "a.jpg", "a.webp", "b.png", "a.txt")
    entries = by_name(scan(tmp_path))
    assert entries["b.png"].shares_with == ()
    everybody = {entries[name].id for name in ("a.png", "a.jpg", "a.webp")}
    for name in ("a.png", "a.jpg", "a.webp"):
        assert set(entries[name].shares_with) == everybody - {entries[name].id}
        assert entries[name].text == "a.txt"


def test_the_trainers_fallback(tmp_path):
    """Row 33."""
    folder = tmp_path / "set"
    put(folder, "p.txt", "p_a_b_c_d.png", "q_a_b_c_d.png", "q_a_b_c_d.txt", "q.txt", "r_a_b.png")
    entries = by_name(scan(folder))
    assert entries["p_a_b_c_d.png"].fallback == folder / "p.txt"
    assert entries["q_a_b_c_d.png"].fallback is None
    deep = tmp_path / "a_b_c_d_e"
    put(deep, "f.png")
    put(tmp_path, "a.txt")
    assert scan(deep).entries[0].fallback == tmp_path / "a.txt"


def test_names_that_are_one_name_elsewhere(tmp_path):
    """Row 31."""
    put(tmp_path, "A.png", "a.png", "ガ.png", "カ\u3099.png", "b.png")
    notes = {entry.name: entry.note for entry in scan(tmp_path).entries}
    assert notes.pop("b.png") is None
    assert all("case or accents" in str(note) for note in notes.values())


def test_odd_names_open_and_save(tmp_path):
    """Row 30."""
    stems = ["a\nb", "tab\t", "evil\u202ex", "👩\u200d🎨", " lead", "-dash", "%41", "#?", "x" * 251]
    stems.append(os.fsdecode(b"bad\xff\xe9"))
    put(tmp_path, *(stem + ".png" for stem in stems), data=b"x")
    dataset = scan(tmp_path)
    assert len(dataset.entries) == len(stems)
    for entry in dataset.entries:
        write_caption(entry.caption_file, "text", entry.caption.form, None)
    found = {os.fsencode(name) for name in os.listdir(tmp_path)}
    assert found == {os.fsencode(stem + end) for stem in stems for end in (".png", ".txt")}
    assert all(entry.text == "text" for entry in scan(tmp_path).entries)


def test_a_concept_name_can_always_be_written_down(tmp_path):
    put(tmp_path / os.fsdecode(b"3_\xff"), "a.png")
    put(tmp_path / "b", "b.png")
    names = {concept.name: concept.repeats for concept in scan(tmp_path).concepts}
    assert names == {"\\xff": 3, "b": 1}


def test_loops_and_second_ways(tmp_path):
    """Row 28."""
    put(tmp_path / "set", "a.png")
    put(tmp_path / "set" / "sub", "b.png")
    (tmp_path / "set" / "self").symlink_to(".")
    (tmp_path / "set" / "up").symlink_to("..")
    (tmp_path / "set" / "zub").symlink_to("sub")
    (tmp_path / "set" / "loop").symlink_to("loop")
    dataset = scan(tmp_path / "set")
    assert [entry.name for entry in dataset.entries] == ["a.png", "b.png"]
    said = " ".join(str(notice) for notice in dataset.notices)
    assert "self is a second way" in said
    assert "zub is a second way" in said


def test_links_to_images_and_captions(tmp_path):
    """Rows 28 and 37."""
    put(tmp_path / "other", "far.png", "far.txt")
    folder = tmp_path / "set"
    put(folder, "near.png", "plain.txt", "plain.png")
    (folder / "dangling.png").symlink_to("gone.png")
    (folder / "linked.png").symlink_to("near.png")
    (folder / "linked.txt").symlink_to("plain.txt")
    (folder / "leaves.png").symlink_to(tmp_path / "other" / "far.png")
    (folder / "leaves.txt").symlink_to(tmp_path / "other" / "far.txt")
    entries = by_name(scan(folder))
    assert not entries["dangling.png"].trainable
    assert entries["dangling.png"].footprint is None
    assert entries["linked.png"].note is None
    assert entries["linked.png"].leads_to is None
    assert "outside" in str(entries["leaves.png"].note)
    assert entries["leaves.png"].leads_to == tmp_path / "other" / "far.txt"
    saved = entries["linked.png"]
    write_caption(saved.caption_file, "new", saved.caption.form, saved.caption.stamp)
    assert (folder / "linked.txt").is_symlink()
    assert (folder / "plain.txt").read_text() == "new"


def test_hard_links_are_told(tmp_path):
    put(tmp_path / "set", "a.png", "a.txt", "b.png", "b.txt")
    os.link(tmp_path / "set" / "a.txt", tmp_path / "twin.txt")
    (notice,) = scan(tmp_path / "set").notices
    assert str(notice).startswith("1 captions are hard-linked")


def test_things_named_like_images(tmp_path):
    """Row 29."""
    put(tmp_path, "a.png")
    os.mkfifo(tmp_path / "pipe.png")
    os.mkfifo(tmp_path / "a.txt")
    put(tmp_path / "folder.png", "inside.png")
    dataset = scan(tmp_path)
    assert [entry.name for entry in dataset.entries] == ["a.png"]
    assert dataset.entries[0].caption.state is CaptionState.UNREADABLE
    said = " ".join(str(notice) for notice in dataset.notices)
    assert "pipe.png" in said
    assert "folder.png" in said


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "There is no folder"),
        (lambda path: path.write_bytes(b"x"), "is a file"),
        (lambda path: path.mkdir(), "holds no images"),
        (lambda path: path.symlink_to(path), "cannot be opened"),
        (lambda path: put(path, "a.txt"), "holds no images"),
        (lambda path: put(path / "b" / "c", "a.png"), "open b"),
    ],
)
def test_what_cannot_be_opened_says_what_to_do(tmp_path, make, words):
    path = tmp_path / "thing"
    make(path)
    with pytest.raises(ProofError) as caught:
        scan(path)
    assert words in str(caught.value)
    assert str(caught.value.detail)


def test_images_that_lie_deeper_are_pointed_out(tmp_path):
    put(tmp_path, "a.png")
    put(tmp_path / "b" / "c", "d.png")
    dataset = scan(tmp_path)
    assert len(dataset.entries) == 1
    assert "b/c" in str(dataset.notices[0])


def test_the_folder_to_open_for_an_image(tmp_path):
    put(tmp_path, "a.png")
    assert folder_of(tmp_path / "a.png") == tmp_path
    assert folder_of(tmp_path) == tmp_path
    assert folder_of(tmp_path / "none") == tmp_path / "none"


def test_opening_can_be_cancelled(tmp_path):
    """Row 39."""
    put(tmp_path, *(f"{number}.png" for number in range(600)))
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > 1

    with pytest.raises(Cancelled):
        scan(tmp_path, cancelled)
    assert len(asked) == 2


def test_five_real_folders(shared):
    dataset = scan(shared / "folders")
    assert len(dataset.entries) == 111
    assert len(dataset.concepts) == 5
    assert all(entry.caption.state is CaptionState.READ for entry in dataset.entries)
    names = {concept.name: concept for concept in dataset.concepts}
    assert names["darius kawasaki person"].repeats == 10
    assert len(names["cities"].left_over) == 60


def test_nothing_changed_is_no_change(tmp_path):
    put(tmp_path, "a.png", "a.txt", "b.png")
    assert not rescan(scan(tmp_path))


def test_a_look_at_an_untouched_file_does_not_read_it(tmp_path, monkeypatch):
    put(tmp_path, "a.png", "a.txt")
    dataset = scan(tmp_path)
    monkeypatch.setattr("app.dataset.scan.read_caption", lambda path: pytest.fail(str(path)))
    assert not rescan(dataset)


def test_changes_from_outside(tmp_path):
    """Rows 9 and 11."""
    put(tmp_path, "a.png", "a.txt", "b.png", "c.png", "c.txt", "d.png", "d.txt")
    dataset = scan(tmp_path)
    (tmp_path / "a.txt").write_bytes(b"written in place")
    put(tmp_path, "b.txt")
    (tmp_path / "c.png").rename(tmp_path / "e.png")
    (tmp_path / "c.txt").rename(tmp_path / "e.txt")
    (tmp_path / "d.png").unlink()
    put(tmp_path, "f.png", "f.txt")
    changes = rescan(dataset)
    assert [(entry.id, entry.text) for entry in changes.captions] == [
        (0, "written in place"),
        (1, "b.txt"),
    ]
    assert [(entry.id, entry.name, entry.text) for entry in changes.renamed] == [
        (2, "e.png", "c.txt")
    ]
    assert changes.removed == (3,)
    assert [(entry.id, entry.name) for entry in changes.added] == [(4, "f.png")]


def test_an_atomic_writer_and_a_clock_that_lies_are_noticed(tmp_path):
    """Rows 11 and 44."""
    put(tmp_path, "a.png", "a.txt", "b.png", "b.txt")
    dataset = scan(tmp_path)
    seen = (tmp_path / "a.txt").stat()
    (tmp_path / "a.txt").write_bytes(b"x.txt")
    os.utime(tmp_path / "a.txt", ns=(seen.st_atime_ns, seen.st_mtime_ns))
    put(tmp_path, "new", data=b"y.txt")
    os.utime(tmp_path / "new", ns=(seen.st_atime_ns, seen.st_mtime_ns))
    (tmp_path / "new").replace(tmp_path / "b.txt")
    assert [entry.text for entry in rescan(dataset).captions] == ["x.txt", "y.txt"]


def test_touching_a_file_is_no_change(tmp_path):
    """Row 44."""
    put(tmp_path, "a.png", "a.txt")
    dataset = scan(tmp_path)
    os.utime(tmp_path / "a.txt", ns=(0, 2**62))
    assert rescan(dataset).captions == ()


def test_an_image_copied_to_another_name_is_known_by_its_bytes(tmp_path):
    put(tmp_path, "a.png", "a.txt", data=b"the same bytes")
    dataset = scan(tmp_path)
    dataset.notes[0] = EntryNotes(image_digest=file_digest(tmp_path / "a.png"))
    (tmp_path / "copy.png").write_bytes((tmp_path / "a.png").read_bytes())
    (tmp_path / "a.png").unlink()
    changes = rescan(dataset)
    assert [(entry.id, entry.name) for entry in changes.renamed] == [(0, "copy.png")]
    assert changes.added == changes.removed == ()


def test_an_image_that_comes_back_has_its_old_number(tmp_path):
    put(tmp_path, "a.png", "b.png")
    dataset = scan(tmp_path)
    (tmp_path / "a.png").rename(tmp_path.parent / "a.png")
    assert rescan(dataset).removed == (0,)
    dataset.gone.add(0)
    assert not rescan(dataset)
    (tmp_path.parent / "a.png").rename(tmp_path / "a.png")
    assert [entry.id for entry in rescan(dataset).returned] == [0]


def test_an_image_that_was_painted_over_is_named(tmp_path):
    put(tmp_path, "a.png")
    dataset = scan(tmp_path)
    (tmp_path / "a.png").write_bytes(b"other pixels")
    assert [entry.id for entry in rescan(dataset).images] == [0]


def test_what_is_typed_does_not_count_as_a_change_from_outside(tmp_path):
    put(tmp_path, "a.png", "a.txt")
    dataset = scan(tmp_path)
    dataset.apply(Edit(0, "a.txt", "typed", Cause.TYPING))
    assert not rescan(dataset)
    (tmp_path / "a.txt").write_bytes(b"theirs")
    (entry,) = rescan(dataset).captions
    assert entry.text == "theirs"
    assert dataset.entries[0].text == "typed"


def test_a_folder_that_went_away(tmp_path):
    """Row 10."""
    put(tmp_path / "set", "a.png", "a.txt")
    dataset = scan(tmp_path / "set")
    (tmp_path / "set").rename(tmp_path / "elsewhere")
    with pytest.raises(ProofError, match="There is no folder set"):
        rescan(dataset)
    entry = dataset.entries[0]
    with pytest.raises(ProofError):
        write_caption(entry.caption_file, "x", entry.caption.form, entry.caption.stamp)
    assert not (tmp_path / "set").exists()


def test_opening_writes_nothing(tmp_path, own_home):
    put(tmp_path / "set", "a.png", "a.txt")
    scan(tmp_path / "set")
    assert sorted(os.listdir(tmp_path / "set")) == ["a.png", "a.txt"]
    assert not list(own_home.rglob("*.toml"))
    assert stat.S_ISDIR((tmp_path / "set").stat().st_mode)
