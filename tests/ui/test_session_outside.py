"""The session against other programs: nothing typed is lost, nothing unedited is written."""

import pytest

from app.dataset.entry import CaptionState
from app.dataset.files import LARGEST_CAPTION
from app.dataset.journal import history
from app.dataset.marks import EntryNotes, Expression, Light, Marks
from app.dataset.notes import load_notes
from app.dataset.outside import Changes
from app.dataset.removal import removed_from
from app.dataset.scan import rescan, scan
from app.messages import msg
from app.ui.following import still_true
from app.ui.outside import Outside
from app.ui.saving import WriteState
from app.ui.session import Session


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "set"
    root.mkdir()
    for stem in ("a", "b"):
        (root / f"{stem}.png").write_bytes(b"picture " + stem.encode())
        (root / f"{stem}.txt").write_text(f"caption {stem}", encoding="utf-8")
    return root


@pytest.fixture
def session(background, folder):
    made = Session(background)
    made.open(scan(folder))
    yield made
    made.close()


@pytest.fixture
def settle(qtbot, session):
    def wait():
        session.saving.flush()
        qtbot.waitUntil(lambda: not session.background._thread_homes, timeout=20_000)

    return wait


def look(session):
    session.follow(rescan(session.dataset))


def test_a_renamed_image_with_a_new_caption_is_not_written_over(session, folder, settle):
    (folder / "a.png").rename(folder / "c.png")
    (folder / "a.txt").rename(folder / "c.txt")
    (folder / "c.txt").write_text("theirs", encoding="utf-8")
    look(session)
    assert session.entry(0).text == "theirs"
    session.saving.flush([0])
    settle()
    assert (folder / "c.txt").read_text(encoding="utf-8") == "theirs"


def test_an_image_that_takes_a_gone_name_brings_its_own_caption(session, folder, settle):
    (folder / "a.png").unlink()
    (folder / "a.txt").unlink()
    look(session)
    (folder / "b.png").rename(folder / "a.png")
    (folder / "b.txt").rename(folder / "a.txt")
    look(session)
    present = session.dataset.present()
    assert [session.entry(n).text for n in present] == ["caption b"]
    session.saving.flush(present)
    settle()
    assert (folder / "a.txt").read_text(encoding="utf-8") == "caption b"


def test_a_deleted_caption_is_made_again_only_when_the_person_says_so(session, folder, settle):
    """Row 8."""
    (folder / "a.txt").unlink()
    look(session)
    session.saving.flush([0])
    settle()
    assert not (folder / "a.txt").exists()
    assert session.entry(0).text == "caption a"
    assert session.saving.state(session.entry(0)) is WriteState.CONFLICT
    session.history.flush()
    settle()
    assert history(folder, "a.png")[-1].before == "caption a"
    session.saving.settle(0, "caption a")
    settle()
    assert (folder / "a.txt").read_text(encoding="utf-8") == "caption a"


def test_a_caption_made_here_and_deleted_outside_can_be_undone(session, folder, settle):
    (folder / "a.txt").unlink()
    look(session)
    session.saving.settle(0, None)
    session.edit(0, "made here")
    settle()
    (folder / "a.txt").unlink()
    look(session)
    session.undo()
    settle()
    assert not (folder / "a.txt").exists()
    assert session.saving.theirs(0) is None or session.entry(0).text


def test_typing_moves_with_a_renamed_image(session, folder, settle):
    """Row 9."""
    session.edit(0, "typed")
    (folder / "a.png").rename(folder / "c.png")
    (folder / "a.txt").rename(folder / "c.txt")
    look(session)
    assert session.saving.theirs(0) is None, "the caption on disk is the one it was typed over"
    settle()
    assert (folder / "c.txt").read_text(encoding="utf-8") == "typed"


def test_nothing_is_written_for_an_image_that_is_gone(session, folder, settle):
    """Row 9."""
    session.edit(0, "typed")
    (folder / "a.png").unlink()
    look(session)
    settle()
    assert (folder / "a.txt").read_text(encoding="utf-8") == "caption a"
    assert session.saving.waiting() == [0]
    assert session.saving.problem(0) is not None
    (folder / "a.png").write_bytes(b"picture a")
    look(session)
    settle()
    assert (folder / "a.txt").read_text(encoding="utf-8") == "typed"


def test_a_look_that_was_overtaken_by_a_save_changes_nothing(session, folder, settle):
    snapshot = session.dataset.snapshot()
    session.edit(0, "first")
    settle()
    late = rescan(snapshot)
    assert late.captions
    session.edit(0, "second")
    settle()
    assert still_true(late, snapshot, session.dataset) == Changes(concepts=late.concepts)


def test_a_conflict_is_told_once_and_ends_when_the_disk_goes_back(session, folder, qtbot, settle):
    outside = Outside(session, session.background)
    told = []
    session.saving.conflict.connect(told.append)
    session.edit(0, "typed")
    (folder / "a.txt").write_text("theirs", encoding="utf-8")
    settle()
    for _ in range(2):
        outside.look()
        settle()
    assert told == [0]
    (folder / "a.txt").write_text("caption a", encoding="utf-8")
    outside.look()
    settle()
    qtbot.waitUntil(lambda: not session.saving.waiting(), timeout=20_000)
    assert (folder / "a.txt").read_text(encoding="utf-8") == "typed"


def test_their_text_is_in_the_history_when_mine_is_kept(session, folder, settle):
    session.edit(0, "typed")
    (folder / "a.txt").write_text("theirs", encoding="utf-8")
    settle()
    session.saving.settle(0, "typed")
    settle()
    session.history.flush()
    settle()
    assert (folder / "a.txt").read_text(encoding="utf-8") == "typed"
    assert "theirs" in {record.after for record in history(folder, "a.png")}


def test_two_images_of_one_caption_settle_their_conflict_together(qtbot, session, folder, settle):
    (folder / "a.jpg").write_bytes(b"another picture")
    session.open(scan(folder))
    one, other = (e.id for e in session.dataset.entries if e.image.stem == "a")
    for side in ("mine", "theirs"):
        session.edit(one, f"typed {side}")
        (folder / "a.txt").write_text(f"outside {side}", encoding="utf-8")
        settle()
        assert session.saving.theirs(one) is not None
        session.saving.settle(one, session.entry(one).text if side == "mine" else None)
        if side == "theirs":
            session.take_from_disk(one)
        settle()
        wanted = "typed mine" if side == "mine" else "outside theirs"
        assert (folder / "a.txt").read_text(encoding="utf-8") == wanted
        for number in (one, other):
            assert session.entry(number).text == wanted
            assert session.saving.state(session.entry(number)) is WriteState.SAVED


def test_a_late_answer_does_not_reach_the_next_dataset(session, folder, tmp_path, settle):
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.png").write_bytes(b"x")
    (other / "x.txt").write_text("caption x", encoding="utf-8")
    session.edit(0, "typed")
    session.saving.flush()
    session.open(scan(other))
    settle()
    assert session.entry(0).caption.text == "caption x"
    session.edit(0, "typed too")
    session.saving.flush()
    session.close()


def test_undo_right_after_a_removal_brings_the_files_back(qtbot, session, folder, settle):
    said = []
    session.notice.connect(said.append)
    session.take_out([0])
    session.undo()
    settle()
    assert (folder / "a.png").exists()
    assert session.dataset.present() == [0, 1]
    assert said == []


def test_undo_of_a_removal_that_failed_is_quiet(session, folder, settle):
    (folder / "a.png").unlink()
    session.take_out([0])
    settle()
    session.undo()
    settle()
    assert 0 in session.dataset.present()


def test_a_second_window_changes_nothing(session, folder, settle):
    reason = msg("somebody else writes here")
    session.open(scan(folder), read_only=reason)
    session.edit(0, "typed")
    session.take_out([1])
    settle()
    assert session.entry(0).text == "caption a"
    assert (folder / "b.png").exists()
    assert session.dataset.present() == [0, 1]
    (folder / "a.txt").write_text("theirs", encoding="utf-8")
    look(session)
    assert session.entry(0).text == "theirs"
    session.history.flush()
    settle()
    assert history(folder) == ()


def test_an_image_that_comes_to_share_a_caption_is_known_to_the_other(session, folder, settle):
    (folder / "a.jpg").write_bytes(b"another picture")
    look(session)
    (new,) = (e.id for e in session.dataset.entries if e.name == "a.jpg")
    session.edit(0, "for both")
    settle()
    assert session.entry(new).text == "for both"
    session.take_out([0])
    settle()
    assert (folder / "a.txt").exists()
    look(session)
    assert session.entry(new).shares_with == ()


def test_mine_stays_over_bytes_that_are_no_text_and_they_are_in_the_history(
    session, folder, settle
):
    theirs = "夕暮れ".encode("cp932")
    session.edit(0, "typed")
    (folder / "a.txt").write_bytes(theirs)
    settle()
    assert session.saving.theirs(0).state is CaptionState.NOT_UTF8
    session.saving.settle(0, "typed")
    settle()
    assert (folder / "a.txt").read_text(encoding="utf-8") == "typed"
    assert session.saving.state(session.entry(0)) is WriteState.SAVED
    assert theirs in {record.after for record in history(folder, "a.png")}


def test_theirs_may_be_bytes_that_are_no_text(session, folder, settle):
    session.edit(0, "typed")
    (folder / "a.txt").write_bytes(b"\xff\xfe\xff")
    settle()
    session.saving.settle(0, None)
    session.take_from_disk(0)
    settle()
    assert session.entry(0).text is None
    assert session.saving.waiting() == []
    assert (folder / "a.txt").read_bytes() == b"\xff\xfe\xff"


def test_what_cannot_be_kept_is_not_written_over(session, folder, settle):
    session.edit(0, "typed")
    (folder / "a.txt").write_bytes(b"x" * (LARGEST_CAPTION + 1))
    settle()
    assert session.saving.theirs(0).state is CaptionState.TOO_LARGE
    session.saving.settle(0, "typed")
    settle()
    assert session.saving.state(session.entry(0)) is WriteState.CONFLICT
    assert (folder / "a.txt").stat().st_size == LARGEST_CAPTION + 1
    assert session.entry(0).text == "typed"


def test_typed_and_erased_makes_no_empty_file(session, folder, settle):
    (folder / "a.txt").unlink()
    look(session)
    session.saving.settle(0, None)
    session.take_from_disk(0)
    assert session.entry(0).text is None
    session.edit(0, "x")
    session.edit(0, "")
    assert session.saving.waiting() == []
    settle()
    assert not (folder / "a.txt").exists()
    session.undo()
    session.redo()
    settle()
    assert not (folder / "a.txt").exists()


def test_a_name_belongs_to_who_has_it_now(session, folder, settle):
    """The image that is gone has the higher number, the one that took its name the lower."""
    (folder / "b.png").unlink()
    (folder / "b.txt").unlink()
    look(session)
    (folder / "a.png").rename(folder / "b.png")
    (folder / "a.txt").rename(folder / "b.txt")
    look(session)
    assert session.dataset.present() == [0]
    session.edit(0, "typed")
    look(session)
    assert session.dataset.present() == [0]
    (folder / "b.txt").write_text("theirs", encoding="utf-8")
    look(session)
    assert session.saving.theirs(0) is not None
    assert session.entry(1).text == "caption b"


def test_marks_leave_and_return_with_their_image(session, folder, settle):
    images = [folder / "a.png", folder / "b.png"]
    smiling, night = (
        EntryNotes(marks=Marks(Expression.SMILING)),
        EntryNotes(marks=Marks(light=Light.NIGHT)),
    )
    session.note(0, smiling, "mark")
    session.note(1, night, "mark")
    session.take_out([0])
    settle()
    session.keeping.flush()
    settle()
    assert {name: note.marks for name, note in load_notes(folder, images)[0].items()} == {
        "b.png": night.marks
    }
    (kept,) = removed_from(folder)
    assert kept.notes.marks == smiling.marks
    session.undo()
    settle()
    session.keeping.flush()
    settle()
    assert load_notes(folder, images)[0]["a.png"].marks == smiling.marks
    session.undo()
    session.undo()
    session.keeping.flush()
    settle()
    assert load_notes(folder, images)[0] == {}


@pytest.mark.parametrize("trash", [True, False])
def test_marks_stay_where_the_image_stayed_or_went_to_the_trash(
    session, folder, settle, monkeypatch, tmp_path, trash
):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    session.files.to_system_trash = trash
    session.note(0, EntryNotes(marks=Marks(Expression.SMILING)), "mark")
    if not trash:
        (folder / "a.png").rename(folder / "elsewhere.png")  # so it cannot be taken out
    session.take_out([0])
    settle()
    session.keeping.flush()
    settle()
    assert "a.png" in load_notes(folder, [folder / "a.png"])[0]
