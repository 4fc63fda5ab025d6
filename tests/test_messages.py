"""Messages: a template, its values, and messages inside messages."""

import pickle

from app.messages import msg


def test_a_message_reads_as_english():
    assert str(msg("{count} files", count=2)) == "2 files"


def test_a_message_may_hold_another():
    inner = msg("the disk is full")
    assert str(msg("Not saved: {reason}", reason=inner)) == "Not saved: the disk is full"


def test_a_message_crosses_processes():
    message = msg("Not saved: {reason}", reason=msg("{free} kB free", free=3))
    assert pickle.loads(pickle.dumps(message)) == message


def test_equal_messages_are_one_in_a_set():
    assert len({msg("a {n}", n=1), msg("a {n}", n=1), msg("a {n}", n=2)}) == 2
