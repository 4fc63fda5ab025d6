import json
import os
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.dataset.drafts import Draft, Standing, drop_draft, keep_draft, load_drafts, standing
from app.dataset.entry import Cause
from app.dataset.files import parse, read_caption
from app.dataset.journal import (
    Act,
    Record,
    Subject,
    append,
    differences,
    history,
    set_damage_aside,
)
from app.dataset.own_files import state_of
from app.dataset.snapshots import set_damage_aside as set_damaged_snapshots_aside
from app.dataset.snapshots import snapshot_texts, snapshots, take_snapshot
from app.disk import NotSaved, fs
from app.errors import ProofError

ODD = os.fsdecode(b"bad\xff\n.png")


def journal_of(folder):
    return state_of(folder) / "journal.jsonl"


def test_every_change_has_its_time_cause_and_both_texts(tmp_path):
    start = datetime.now(UTC).replace(microsecond=0)
    records = [
        Record("a.png", Cause.TYPING, None, "one"),
        Record("a.png", Act.CONVERTED, b"\x82\xa0\xff", "あ\n"),
        Record(ODD, Act.MARK, None, "smiling", Subject.NOTES),
    ]
    append(tmp_path, records[:1])
    append(tmp_path, records[1:], durable=True)
    found = history(tmp_path)
    assert [(r.name, r.cause, r.before, r.after, r.subject) for r in found] == [
        (r.name, r.cause, r.before, r.after, r.subject) for r in records
    ]
    assert all(r.time is not None and start <= r.time <= datetime.now(UTC) for r in found)
    assert [r.after for r in history(tmp_path, "a.png")] == ["one", "あ\n"]
    assert [r.after for r in history(tmp_path, ODD)] == ["smiling"]
    assert history(tmp_path, "png") == ()


def test_nothing_lies_among_the_images(tmp_path):
    append(tmp_path, [Record("a.png", Cause.TYPING, None, "one")])
    keep_draft(tmp_path, "a.png", "text", None)
    take_snapshot(tmp_path, "before", {"a.png": "x"}, by_hand=True)
    assert list(tmp_path.iterdir()) == []


def test_only_the_owner_may_read_the_history(tmp_path):
    append(tmp_path, [Record("a.png", Cause.TYPING, None, "one")])
    assert journal_of(tmp_path).stat().st_mode & 0o077 == 0
    assert state_of(tmp_path).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("cut", [1, 5, 40])
def test_a_torn_last_line_costs_only_itself(tmp_path, cut):
    """Row 45."""
    for number in range(3):
        append(tmp_path, [Record("a.png", Cause.TYPING, None, str(number))])
    whole = journal_of(tmp_path).read_bytes()
    journal_of(tmp_path).write_bytes(whole[:-cut])
    append(tmp_path, [Record("a.png", Cause.TYPING, None, "3")])
    texts = [record.after for record in history(tmp_path)]
    assert texts == (["0", "1", "2", "3"] if cut == 1 else ["0", "1", "3"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.binary(max_size=60), place=st.integers(0, 500))
def test_no_damage_makes_the_history_unreadable(tmp_path, data, place):
    """Row 45."""
    journal_of(tmp_path).unlink(missing_ok=True)
    append(tmp_path, [Record("a.png", Cause.TYPING, str(n), b"\xff") for n in range(3)])
    whole = journal_of(tmp_path).read_bytes()
    journal_of(tmp_path).write_bytes(whole[:place] + data + whole[place:])
    append(tmp_path, [Record("a.png", Cause.TYPING, None, "last")])
    assert history(tmp_path)[-1].after == "last"


def with_line(folder, line):
    """A history of two changes with something between them."""
    append(folder, [Record("a.png", Cause.TYPING, None, "one")])
    with journal_of(folder).open("ab") as file:
        file.write(line)
    append(folder, [Record("a.png", Cause.TYPING, "one", "two")])
    return journal_of(folder).read_bytes()


@pytest.mark.parametrize(
    "line", [b"\xff\0garbage\n", b'{"time": "2026-11\xff', b"[1]\n", b"[" * 9000, b"{}\n"]
)
def test_a_damaged_history_is_kept_aside_and_goes_on(tmp_path, line):
    """Row 45."""
    before = with_line(tmp_path, line)
    (notice,) = set_damage_aside(tmp_path)
    kept = journal_of(tmp_path).with_name("journal.jsonl.bad")
    assert str(kept) in str(notice)
    assert kept.read_bytes() == before
    append(tmp_path, [Record("a.png", Cause.TYPING, "two", "three")])
    assert [record.after for record in history(tmp_path)] == ["one", "two", "three"]
    assert set_damage_aside(tmp_path) == (), "said once"


@pytest.mark.parametrize(
    "line",
    [
        b'{"time": "2026-11-21T10:00:00.000+00:00", "name": "a.pn',
        b'{"name": "a.png", "cause": "dreamt", "time": "x", "subject": "of a later version"}\n',
    ],
)
def test_what_is_not_damage_is_not_worth_a_word(tmp_path, line):
    before = with_line(tmp_path, line)
    assert set_damage_aside(tmp_path) == ()
    assert journal_of(tmp_path).read_bytes() == before
    assert set_damage_aside(tmp_path / "never opened") == ()


def test_a_history_that_is_no_file_makes_room(tmp_path):
    """Row 45."""
    journal_of(tmp_path).mkdir(parents=True)
    (notice,) = set_damage_aside(tmp_path)
    assert "journal.jsonl.bad" in str(notice)
    append(tmp_path, [Record("a.png", Cause.TYPING, None, "one")])
    assert len(history(tmp_path)) == 1


def test_a_history_that_cannot_be_made_whole_stays_as_it_is(tmp_path, monkeypatch):
    before = with_line(tmp_path, b"\xff\n")

    def full(*_arguments, **_named):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(fs, "write", full)
    with pytest.raises(NotSaved):
        set_damage_aside(tmp_path)
    assert journal_of(tmp_path).read_bytes() == before
    assert [record.after for record in history(tmp_path)] == ["one", "two"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)
KEYS = ["name", "cause", "before", "after", "subject", "time", "before_bytes"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(stored=st.dictionaries(st.sampled_from(KEYS), JSON))
def test_lines_of_another_program_are_left_out(tmp_path, stored):
    append(tmp_path, [Record("a.png", Cause.TYPING, None, "mine")])
    with journal_of(tmp_path).open("a") as file:
        file.write(json.dumps(stored) + "\n")
    assert "mine" in [record.after for record in history(tmp_path)]


def test_the_difference_between_two_states():
    before = {"a": "1", "b": "2", "c": None}
    after = {"a": "1", "b": "3", "d": "4"}
    assert differences(before.items(), after.items()) == (("b", "2", "3"), ("d", None, "4"))


def test_a_draft_is_kept_until_it_is_dropped(tmp_path):
    keep_draft(tmp_path, ODD, "half a sent", "d" * 64)
    keep_draft(tmp_path, ODD, "half a sentence\n", "d" * 64)
    keep_draft(tmp_path, "b.png", "", None)
    drafts, notices = load_drafts(tmp_path)
    assert notices == ()
    assert [(d.name, d.text, d.base_digest) for d in drafts] == [
        ("b.png", "", None),
        (ODD, "half a sentence\n", "d" * 64),
    ]
    drop_draft(tmp_path, ODD)
    drop_draft(tmp_path, ODD)
    assert [d.name for d in load_drafts(tmp_path)[0]] == ["b.png"]


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"{}", b"[" * 5000, b"\xff", b'{"name": "a"}'])
def test_a_damaged_draft_is_kept_aside(tmp_path, data):
    """Row 45."""
    keep_draft(tmp_path, "a.png", "text", None)
    keep_draft(tmp_path, "b.png", "text", None)
    path = sorted((state_of(tmp_path) / "drafts").iterdir())[0]
    path.write_bytes(data)
    drafts, notices = load_drafts(tmp_path)
    assert len(drafts) == len(notices) == 1
    assert load_drafts(tmp_path)[1] == ()


def test_a_draft_knows_whether_its_base_is_still_there(tmp_path):
    """Row 18."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"base\n")
    caption = read_caption(path)
    assert caption.stamp is not None
    digest = caption.stamp.digest

    def draft(text):
        return Draft("a.png", digest, text, datetime.now(UTC))

    assert standing(draft("more"), caption) is Standing.FITS
    assert standing(draft("base"), caption) is Standing.SAVED
    path.write_bytes(b"other")
    assert standing(draft("more"), read_caption(path)) is Standing.BASE_CHANGED
    assert standing(draft("other"), read_caption(path)) is Standing.SAVED
    path.unlink()
    assert standing(draft("more"), read_caption(path)) is Standing.BASE_CHANGED
    fresh = Draft("a.png", None, "more", datetime.now(UTC))
    assert standing(fresh, read_caption(path)) is Standing.FITS
    assert standing(draft("more"), parse(b"\xff")) is Standing.BASE_CHANGED


def test_snapshots_hold_every_caption(tmp_path):
    texts = {"a/1.png": "one\nline", "a/2.png": None, ODD: "x"}
    first = take_snapshot(tmp_path, "before pass 2", texts, by_hand=True)
    second = take_snapshot(tmp_path, "before replacing", {"a/1.png": ""}, by_hand=False)
    assert snapshots(tmp_path) == (first, second)
    assert snapshot_texts(first) == texts
    assert snapshot_texts(second) == {"a/1.png": ""}


def test_a_damaged_snapshot_gives_what_is_whole(tmp_path):
    """Row 45."""
    kept = take_snapshot(tmp_path, "t", {str(n): "text" for n in range(5)}, by_hand=True)
    data = kept.path.read_bytes()
    kept.path.write_bytes(data[:-8])
    assert len(snapshot_texts(kept)) == 4
    later = data.replace(b'"format": 1', b'"format": 9')
    kept.path.write_bytes(later)
    assert snapshots(tmp_path) == ()
    assert set_damaged_snapshots_aside(tmp_path) == (), "of a later version: let it be"
    kept.path.write_bytes(b"\xff" + data)
    assert snapshots(tmp_path) == ()
    (notice,) = set_damaged_snapshots_aside(tmp_path)
    assert kept.path.name + ".bad" in str(notice)
    assert not kept.path.exists()
    with pytest.raises(ProofError):
        snapshot_texts(kept)


def test_a_history_that_cannot_be_written_says_so(tmp_path, own_home):
    (own_home / "state").write_bytes(b"a file in the way")
    with pytest.raises(NotSaved):
        append(tmp_path, [Record("a.png", Cause.TYPING, None, "one")])
    with pytest.raises(NotSaved):
        keep_draft(tmp_path, "a.png", "text", None)
    with pytest.raises(NotSaved):
        take_snapshot(tmp_path, "t", {}, by_hand=True)
    assert history(tmp_path) == ()
    assert load_drafts(tmp_path) == ((), ())
