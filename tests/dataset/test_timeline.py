from datetime import UTC, datetime, timedelta

import pytest

from app.dataset.entry import Cause
from app.dataset.journal import Act, Record, Subject, append
from app.dataset.timeline import FIRST, story, timeline

START = datetime(2026, 11, 21, 10, tzinfo=UTC)


def typed(before, after, minutes=0, name="a.png"):
    time = START + timedelta(minutes=minutes)
    return Record(name, Cause.TYPING, before, after, time=time)


def renamed(before, after, minutes):
    time = START + timedelta(minutes=minutes)
    return Record(after, Act.RENAMED, before, after, Subject.NAME, time)


def lines(records, now):
    return [(str(one.cause), one.after) for one in timeline(records, now)]


def test_newest_first_and_last_what_stood_there_at_first():
    records = [typed("one", "two"), typed("two", "three")]
    assert lines(records, "three") == [("typing", "three"), ("typing", "two"), (FIRST, "one")]
    assert timeline(records, "three")[-1].time is None


def test_a_text_that_nobody_is_known_to_have_put_there_came_from_outside():
    records = [typed("one", "two"), typed("theirs", "three")]
    assert lines(records, "theirs too") == [
        ("outside", "theirs too"),
        ("typing", "three"),
        ("outside", "theirs"),
        ("typing", "two"),
        (FIRST, "one"),
    ]
    unseen = timeline(records, "theirs too")[0]
    assert (unseen.before, unseen.time) == ("three", None)


def test_bytes_that_were_seen_to_come_are_one_line():
    came = Record("a.png", Cause.OUTSIDE, "one", None, time=START)
    converted = Record("a.png", Act.CONVERTED, b"\xff", "two", time=START)
    assert lines([typed("", "one"), came, converted], "two") == [
        ("converted", "two"),
        ("outside", b"\xff"),
        ("typing", "one"),
        (FIRST, ""),
    ]


@pytest.mark.parametrize("now", ["", None])
def test_no_caption_and_an_empty_one_are_the_same(now):
    records = [typed(None, "one"), typed("one", "")]
    assert lines(records, now) == [("typing", ""), ("typing", "one"), (FIRST, None)]


def test_what_both_did_in_turn_is_not_taken_for_a_gap():
    outside = Record("a.png", Cause.OUTSIDE, "one", "theirs", time=START)
    records = [typed("one", "two"), outside, typed("two", "three"), typed("theirs", "both")]
    assert [cause for cause, _ in lines(records, "both")].count("outside") == 1


def test_marks_stand_between_the_captions():
    mark = Record("a.png", Act.MARK, "x", "y", Subject.NOTES, START)
    assert lines([mark], "never changed") == [("mark", "y")]
    assert lines([mark, typed("one", "two")], "two") == [
        ("typing", "two"),
        ("mark", "y"),
        (FIRST, "one"),
    ]


def test_the_story_goes_on_under_a_new_name(tmp_path):
    append(tmp_path, [typed(None, "of another", 0, "b.png"), typed("one", "two", 1)])
    append(tmp_path, [renamed("a.png", "b.png", 2), typed("two", "three", 3, "b.png")])
    append(tmp_path, [typed("x", "y", 4)])
    assert [one.after for one in story(tmp_path, "b.png")] == ["two", "b.png", "three"]
    assert [one.after for one in story(tmp_path, "a.png")] == ["two", "y"]


def test_a_name_that_came_back(tmp_path):
    append(tmp_path, [typed("one", "two", 1), renamed("a.png", "b.png", 2)])
    append(tmp_path, [typed("two", "three", 3, "b.png"), renamed("b.png", "a.png", 4)])
    append(tmp_path, [typed("three", "four", 5)])
    found = [one.after for one in story(tmp_path, "a.png")]
    assert found == ["two", "b.png", "three", "a.png", "four"]


def test_an_image_that_went_to_another_folder(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    append(old, [typed("one", "two", 1)])
    append(new, [renamed("../old/a.png", "b.png", 2)])
    assert [one.after for one in story(new, "b.png")] == ["two", "b.png"]


def test_names_that_go_in_a_circle_come_to_an_end(tmp_path):
    append(tmp_path, [renamed("a.png", "a.png", 1)])
    assert story(tmp_path, "a.png")
