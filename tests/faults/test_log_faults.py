"""The disk fails at every step of the notes' log: what was held for written is there."""

import errno

import pytest

from app.dataset.marks import EntryNotes, Expression, Marks
from app.dataset.notes import append_notes, load_notes, save_notes
from app.disk import NotSaved

FAULTS = {"ENOSPC": errno.ENOSPC, "EIO": errno.EIO, "EACCES": errno.EACCES}
VALUES = [EntryNotes("d", Marks(one)) for one in (Expression.SMILING, Expression.SAD)]


@pytest.mark.parametrize("write", [append_notes, save_notes])
def test_a_line_or_the_whole_file(tmp_path, failing, fault, from_then_on, write):
    image = tmp_path / "a.png"
    image.write_bytes(b"picture")
    for number in range(1, 400):
        save_notes(tmp_path, {"a.png": VALUES[0]})
        append_notes(tmp_path, {"a.png": VALUES[0]})
        held = True
        with failing.at(number, FAULTS[fault], from_then_on=from_then_on) as fired:
            try:
                write(tmp_path, {"a.png": VALUES[1]})
            except NotSaved:
                held = False
        marks = load_notes(tmp_path, [image])[0]["a.png"].marks
        if held:
            assert marks == VALUES[1].marks, (number, fired)
        append_notes(tmp_path, {"a.png": VALUES[0]})
        append_notes(tmp_path, {"a.png": VALUES[1]})
        assert load_notes(tmp_path, [image])[0]["a.png"].marks == VALUES[1].marks, (number, fired)
        save_notes(tmp_path, {"a.png": VALUES[1]})
        assert load_notes(tmp_path, [image])[0]["a.png"].marks == VALUES[1].marks, (number, fired)
        if not fired:
            assert number > 5
            return
    pytest.fail("it never stopped failing")
