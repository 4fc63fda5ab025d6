"""Links and folders that trade places: nothing is written where nobody said it may be."""

import os
from collections import deque
from dataclasses import replace

import pytest

from app.cli import run
from app.dataset.autosave import job_of, save, save_together
from app.dataset.choices import DatasetChoices
from app.dataset.choices_file import save_choices
from app.dataset.entry import CaptionState, Cause, Edit
from app.dataset.files import Encoding, convert, read_caption, write_caption
from app.dataset.marks import EntryNotes, Expression, Marks
from app.dataset.notes import load_notes, save_notes
from app.dataset.own_files import instead
from app.dataset.removal import remove
from app.dataset.scan import rescan, scan
from app.disk import LeadsOutside, NotSaved, ground_of
from app.durable import write_bytes
from app.errors import ProofError
from app.ui.background import Background
from app.ui.saving import Saving
from app.ui.session import Session
from app.ui.toml_file import TomlFile

NOTES = {"a.png": EntryNotes(marks=Marks(Expression.SMILING))}


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "set"
    root.mkdir()
    (root / "a.png").write_bytes(b"picture")
    (root / "a.txt").write_text("caption", encoding="utf-8")
    return root


@pytest.fixture
def secret(tmp_path):
    path = tmp_path / "elsewhere" / "secret.txt"
    path.parent.mkdir()
    path.write_text("caption", encoding="utf-8")
    return path


def swap_for_link(path, target):
    path.unlink()
    path.symlink_to(target)


def edited(dataset, text="new"):
    return replace(dataset.entries[0], text=text)


@pytest.mark.parametrize("together", [False, True])
def test_a_caption_that_became_a_link_with_the_same_bytes(folder, secret, together):
    """Rows 28 and 37."""
    dataset = scan(folder)
    job = job_of(edited(dataset), dataset.ground)
    swap_for_link(folder / "a.txt", secret)
    if together:
        (answer,) = save_together([job])
    else:
        with pytest.raises(LeadsOutside) as caught:
            save(job)
        answer = caught.value
    assert isinstance(answer, LeadsOutside)
    assert answer.target == secret
    assert str(secret) in str(answer)
    assert secret.read_text(encoding="utf-8") == "caption"


def test_consent_for_one_place_is_none_for_another(folder, secret, tmp_path):
    """Row 37."""
    swap_for_link(folder / "a.txt", secret)
    dataset = scan(folder)
    job = job_of(edited(dataset), dataset.ground)
    other = tmp_path / "other.txt"
    other.write_text("caption", encoding="utf-8")
    swap_for_link(folder / "a.txt", other)
    with pytest.raises(LeadsOutside):
        save(job)
    swap_for_link(folder / "a.txt", secret)
    save(job)
    assert secret.read_text(encoding="utf-8") == "new"
    assert other.read_text(encoding="utf-8") == "caption"


def test_links_inside_the_folder_are_followed(folder):
    """Row 28."""
    (folder / "a.txt").rename(folder / "real.txt")
    (folder / "a.txt").symlink_to("real.txt")
    dataset = scan(folder)
    save(job_of(edited(dataset), dataset.ground))
    assert (folder / "a.txt").is_symlink()
    assert (folder / "real.txt").read_text(encoding="utf-8") == "new"


def test_a_folder_opened_through_a_link_is_its_own_ground(folder, tmp_path):
    """Row 28."""
    (tmp_path / "link").symlink_to(folder, target_is_directory=True)
    dataset = scan(tmp_path / "link")
    save(job_of(edited(dataset), dataset.ground))
    assert (folder / "a.txt").read_text(encoding="utf-8") == "new"


def test_a_concept_that_is_a_link_is_asked_about_once(qtbot, folder, tmp_path):
    """Rows 28 and 37."""
    far = tmp_path / "far"
    far.mkdir()
    for number in range(12):
        (far / f"{number}.png").write_bytes(b"x")
        (far / f"{number}.txt").write_text("caption", encoding="utf-8")
    (folder / "far").symlink_to(far, target_is_directory=True)
    dataset = scan(folder)
    background = Background(processes=1)
    try:
        saving = Saving(background)
        asked = []
        saving.consent_wanted.connect(asked.append)
        saving.open(dataset)
        numbers = [entry.id for entry in dataset.entries if entry.concept == "far"]
        for number in numbers:
            entry = dataset.entries[number]
            assert entry.leads_to == far
            dataset.apply(Edit(number, entry.text, f"new {number}", Cause.TYPING))
        saving.edited(numbers)
        saving.flush()
        assert asked == [numbers[0]]
        background.wait_for_saves()
        assert {path.read_text() for path in far.glob("*.txt")} == {"caption"}
        saving.consent(numbers[0])
        qtbot.waitUntil(lambda: not saving.waiting(), timeout=20_000)
        assert {path.read_text() for path in far.glob("*.txt")} == {f"new {n}" for n in numbers}
    finally:
        background.close()


def test_notes_of_a_concept_that_is_a_link_stay_with_us(folder, tmp_path):
    """Row 37."""
    far = tmp_path / "far"
    far.mkdir()
    (far / "a.png").write_bytes(b"x")
    (folder / "far").symlink_to(far, target_is_directory=True)
    written = save_notes(folder / "far", NOTES, ground_of(folder))
    assert written == instead(folder / "far", "notes.toml")
    assert os.listdir(far) == ["a.png"]
    assert load_notes(folder / "far", [folder / "far" / "a.png"])[0]["a.png"].marks


@pytest.mark.parametrize("name", ["notes.toml", "dataset.toml"])
def test_our_own_file_that_is_a_link(folder, secret, name):
    """Row 37."""
    own = folder / ".proofsheet"
    own.mkdir()
    secret.write_text("format = 1\n", encoding="utf-8")
    (own / name).symlink_to(secret)
    if name == "notes.toml":
        written = save_notes(folder, NOTES)
    else:
        written = save_choices(folder, DatasetChoices(batch_size=2))
    assert written == instead(folder, name)
    assert secret.read_text(encoding="utf-8") == "format = 1\n"


def test_a_store_of_removed_images_that_is_a_link(folder, secret):
    """Row 37."""
    dataset = scan(folder)
    (folder / ".proofsheet").mkdir()
    (folder / ".proofsheet" / "removed").symlink_to(secret.parent)
    with pytest.raises(NotSaved):
        remove(dataset.entries[0], dataset.concepts[0])
    assert (folder / "a.png").exists()
    assert os.listdir(secret.parent) == ["secret.txt"]


def test_data_toml_that_is_a_link(folder, secret, capsys):
    """Row 37."""
    secret.write_text("# theirs\n", encoding="utf-8")
    (folder / "data.toml").symlink_to(secret)
    with pytest.raises(LeadsOutside):
        run(["toml", str(folder), "--write"])
    assert secret.read_text(encoding="utf-8") == "# theirs\n"


class AtOnce(Background):
    """Thread jobs happen at once; nothing is read or measured."""

    def __init__(self):
        super().__init__(processes=1)
        self.answers = deque()

    def in_process(self, *_, **__):
        """Not here."""

    def in_thread(self, lane, function, *, then, failed):
        try:
            value = function()
        except (ProofError, OSError) as error:
            failed(error)
        else:
            then(value)


@pytest.fixture
def session(qtbot, folder):
    background = AtOnce()
    made = Session(background)
    made.open(scan(folder))
    yield made
    made.close()
    background.close()


def test_the_panel_does_not_write_data_toml_through_a_link_either(session, folder, secret):
    """Row 37."""
    secret.write_text("# theirs\n", encoding="utf-8")
    (folder / "data.toml").symlink_to(secret)
    file = TomlFile(session, session.background)
    said = []
    file.failed.connect(said.append)
    file.refresh()
    file.write()
    assert secret.read_text(encoding="utf-8") == "# theirs\n"
    assert str(secret) in str(said)


def test_a_link_that_was_put_there_meanwhile_is_asked_about(session, folder, secret):
    """Row 37."""
    asked = []
    session.saving.consent_wanted.connect(asked.append)
    session.edit(0, "new")
    swap_for_link(folder / "a.txt", secret)
    session.saving.flush()
    assert asked == [0]
    assert session.entry(0).leads_to == secret
    assert session.entry(0).unsaved
    assert secret.read_text(encoding="utf-8") == "caption"
    session.saving.consent(0)
    assert secret.read_text(encoding="utf-8") == "new"
    assert not session.entry(0).unsaved


def put_another_folder_in_its_place(folder):
    folder.rename(folder.with_name("moved"))
    folder.mkdir()
    (folder / "a.png").write_bytes(b"another picture")


def test_another_folder_under_the_old_name_is_left_alone(session, folder):
    """Row 10."""
    session.edit(0, "typed")
    put_another_folder_in_its_place(folder)
    session.saving.flush()
    assert "no longer the one" in str(session.saving.problem(0))
    with pytest.raises(ProofError, match="not the folder any more"):
        rescan(session.dataset)
    session.note(0, NOTES["a.png"], "mark")
    session.keeping.flush()
    assert session.keeping.waiting
    gone = []
    session.files.failed.connect(lambda *what: gone.append(what))
    session.files.take_out(session.dataset, 0)
    assert gone
    assert os.listdir(folder) == ["a.png"]
    (folder / "a.png").unlink()
    folder.rmdir()
    folder.with_name("moved").rename(folder)
    session.saving.flush()
    session.keeping.flush()
    assert (folder / "a.txt").read_text(encoding="utf-8") == "typed"
    assert not session.keeping.waiting


def test_a_caption_is_not_made_in_another_folder(session, folder):
    """Row 10."""
    job = job_of(edited(session.dataset), session.dataset.ground)
    put_another_folder_in_its_place(folder)
    with pytest.raises(NotSaved, match="no longer the one"):
        save(job)
    with pytest.raises(NotSaved, match="no longer the one"):
        write_caption(folder / "b.txt", "x", job.write.form, None, ground=session.dataset.ground)
    assert os.listdir(folder) == ["a.png"]


def test_a_conversion_through_a_link(folder, secret):
    """Row 37."""
    ground = ground_of(folder)
    secret.write_bytes("赤いコート".encode("shift_jis"))
    swap_for_link(folder / "a.txt", secret)
    caption = read_caption(folder / "a.txt")
    assert caption.state is CaptionState.NOT_UTF8
    with pytest.raises(LeadsOutside):
        convert(folder / "a.txt", next(iter(Encoding)), caption.stamp, ground=ground)
    assert secret.read_bytes() == "赤いコート".encode("shift_jis")


def test_a_name_with_dots_does_not_climb_out(folder, tmp_path):
    """Row 37."""
    with pytest.raises(LeadsOutside):
        write_bytes(folder / ".." / "out.txt", b"x", ground=ground_of(folder))
    assert not (tmp_path / "out.txt").exists()
