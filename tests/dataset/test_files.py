import os

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.dataset.entry import CaptionForm, CaptionState
from app.dataset.files import (
    LARGEST_CAPTION,
    CaptionWrite,
    ChangedOnDisk,
    Encoding,
    NotSaved,
    convert,
    encode,
    guess_decodings,
    parse,
    read_caption,
    write_caption,
    write_many,
)
from app.disk import Stamp
from app.errors import ProofError


@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbfa\r\nb\rc\n")
@example(b"\r\n\r\n")
@example(b"\n")
@example(b"\xef\xbb\xbf\xef\xbb\xbf")
@example("a\u2028b\x85c\x0b".encode())
def test_what_can_be_read_is_written_as_the_same_bytes(data):
    """Row 34."""
    caption = parse(data)
    if caption.text is not None:
        assert encode(caption.text, caption.form) == data
    else:
        assert caption.state is CaptionState.NOT_UTF8
        assert str(caption.reason)


@pytest.mark.parametrize(
    ("data", "text", "form"),
    [
        (b"", "", CaptionForm()),
        (b" ", " ", CaptionForm()),
        (b"a", "a", CaptionForm()),
        (b"a\n", "a", CaptionForm(final_newline=True)),
        (b"\xef\xbb\xbfa", "a", CaptionForm(bom=True)),
        (b"a\r\nb\r\n", "a\nb", CaptionForm(newline="\r\n", final_newline=True)),
        (b"a\rb", "a\nb", CaptionForm(newline="\r")),
        (b"a\nb\r\nc\n", "a\nb\nc", CaptionForm(False, "\n", True, ("\n", "\r\n", "\n"))),
    ],
)
def test_the_form_of_a_file(data, text, form):
    """Row 34."""
    caption = parse(data)
    assert (caption.text, caption.form) == (text, form)
    assert caption.line_breaks == text.count("\n")


def test_an_edit_keeps_the_form():
    form = CaptionForm(bom=True, newline="\r\n", final_newline=True)
    assert encode("x\ny", form) == b"\xef\xbb\xbfx\r\ny\r\n"
    mixed = CaptionForm(newline="\r\n", breaks=("\n", "\r\n"))
    assert encode("x\ny\nz", mixed) == b"x\ny\r\nz"
    assert encode("x\ny", mixed) == b"x\r\ny"


def test_half_a_character_is_refused_with_its_place():
    with pytest.raises(ProofError, match="character 2"):
        encode("a\ud800", CaptionForm())


def test_states_of_what_is_there(tmp_path):
    """Rows 29, 35 and 36."""
    (tmp_path / "big.txt").write_bytes(b"a" * (LARGEST_CAPTION + 1))
    (tmp_path / "full.txt").write_bytes(b"a" * LARGEST_CAPTION)
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "nul.txt").write_bytes(b"a\0b")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "nowhere.txt").symlink_to("gone")
    found = {path.name: read_caption(path) for path in tmp_path.iterdir()}
    assert found["big.txt"].state is CaptionState.TOO_LARGE
    assert found["full.txt"].state is CaptionState.READ
    assert found["folder.txt"].state is CaptionState.UNREADABLE
    assert found["pipe.txt"].state is CaptionState.UNREADABLE
    assert found["nul.txt"].state is CaptionState.NOT_UTF8
    assert found["loop.txt"].state is CaptionState.UNREADABLE
    assert found["nowhere.txt"].state is CaptionState.MISSING
    assert read_caption(tmp_path / "none.txt").state is CaptionState.MISSING
    for caption in found.values():
        readable = caption.state in (CaptionState.READ, CaptionState.MISSING)
        assert (caption.reason is None) == readable
        assert (caption.text is not None) == (caption.state is CaptionState.READ)


@pytest.mark.parametrize(
    ("text", "encoding", "guess"),
    [
        ("柔らかい光、黒い髪の女性", "cp932", Encoding.CP932),
        ("a café, été, naïve façade", "cp1252", Encoding.CP1252),
        ("a “quoted” word", "cp1252", Encoding.CP1252),
        ("a woman", "utf-16", Encoding.UTF16),
        ("柔らかい光", "utf-16", Encoding.UTF16),
        ("a woman", "utf-16-le", Encoding.UTF16_LE),
        ("a woman", "utf-16-be", Encoding.UTF16_BE),
    ],
)
def test_encodings_are_guessed_and_never_assumed(text, encoding, guess):
    """Row 35."""
    data = text.encode(encoding)
    caption = parse(data)
    assert caption.state is CaptionState.NOT_UTF8
    assert caption.text is None
    first = guess_decodings(data)[0]
    assert first == (guess, text)


@given(st.binary(max_size=60))
def test_guessing_never_fails(data):
    for _, preview in guess_decodings(data):
        assert "\0" not in preview


def test_converting_keeps_the_old_bytes_first(tmp_path):
    """Row 35."""
    path = tmp_path / "a.txt"
    old = "柔らかい光\r\n".encode("cp932")
    path.write_bytes(old)
    kept = []
    stamp = read_caption(path).stamp
    assert stamp is not None
    done = convert(path, Encoding.CP932, stamp, lambda data: kept.append((data, path.read_bytes())))
    assert kept == [(old, old)]
    assert done.before == old
    assert path.read_bytes() == "柔らかい光\r\n".encode()
    assert done.caption == read_caption(path)
    with pytest.raises(ChangedOnDisk):
        convert(path, Encoding.CP1252, stamp)


def test_converting_what_makes_no_sense_is_refused(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\x81")
    stamp = read_caption(path).stamp
    assert stamp is not None
    with pytest.raises(NotSaved):
        convert(path, Encoding.CP1252, stamp)
    assert path.read_bytes() == b"\x81"


def test_saving_answers_with_the_stamp_of_what_is_there(tmp_path):
    path = tmp_path / "a.txt"
    first = write_caption(path, "one", CaptionForm(), None)
    assert first == read_caption(path).stamp
    second = write_caption(path, "two", CaptionForm(), first)
    assert second == read_caption(path).stamp
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


def test_the_same_bytes_are_not_written_again(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"same")
    before = path.stat()
    stamp = write_caption(path, "same", CaptionForm(), Stamp("of something else", 0, 0))
    after = path.stat()
    assert stamp.inode == before.st_ino == after.st_ino
    assert after.st_mtime_ns == before.st_mtime_ns


def test_what_others_wrote_is_handed_over_and_stays(tmp_path):
    """Row 12."""
    path = tmp_path / "a.txt"
    stamp = write_caption(path, "mine", CaptionForm(), None)
    path.write_bytes(b"theirs\n")
    with pytest.raises(ChangedOnDisk) as caught:
        write_caption(path, "mine too", CaptionForm(), stamp)
    assert caught.value.caption.text == "theirs"
    assert caught.value.present == b"theirs\n"
    assert path.read_bytes() == b"theirs\n"
    saved = write_caption(path, "mine too", CaptionForm(), caught.value.caption.stamp)
    assert saved.size == 8


def test_a_file_that_nobody_expected_is_not_replaced(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"theirs")
    with pytest.raises(ChangedOnDisk):
        write_caption(path, "mine", CaptionForm(), None)
    assert path.read_bytes() == b"theirs"


def test_a_deleted_caption_comes_back_only_when_asked(tmp_path):
    """Row 8."""
    path = tmp_path / "a.txt"
    stamp = write_caption(path, "one", CaptionForm(), None)
    path.unlink()
    with pytest.raises(ChangedOnDisk) as caught:
        write_caption(path, "two", CaptionForm(), stamp)
    assert caught.value.caption.state is CaptionState.MISSING
    assert not path.exists()
    write_caption(path, "two", CaptionForm(), None)
    assert path.read_bytes() == b"two"


def test_many_are_written_and_each_failure_is_its_own(tmp_path):
    stamps = {}
    for name in "abc":
        stamps[name] = write_caption(tmp_path / f"{name}.txt", name, CaptionForm(), None)
    (tmp_path / "b.txt").write_bytes(b"theirs")
    writes = [
        CaptionWrite(tmp_path / f"{name}.txt", name * 2, CaptionForm(), stamps[name])
        for name in "abc"
    ]
    writes.append(CaptionWrite(tmp_path / "d.txt", "\ud800", CaptionForm(), None))
    writes.append(CaptionWrite(tmp_path / "no folder" / "e.txt", "e", CaptionForm(), None))
    results = write_many(writes)
    kinds = [Stamp, ChangedOnDisk, Stamp, ProofError, NotSaved]
    assert [type(result) for result in results] == kinds
    texts = [(tmp_path / f"{name}.txt").read_bytes() for name in "abc"]
    assert texts == [b"aa", b"theirs", b"cc"]
    assert not (tmp_path / "no folder").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt", "c.txt"]


def test_many_more_than_one_batch(tmp_path, monkeypatch):
    monkeypatch.setattr("app.durable._BATCH", 3)
    writes = [CaptionWrite(tmp_path / f"{n}.txt", str(n), CaptionForm(), None) for n in range(8)]
    assert all(isinstance(result, Stamp) for result in write_many(writes))
    assert sorted(path.read_text() for path in tmp_path.iterdir()) == [str(n) for n in range(8)]


def test_hard_links_are_counted(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"a")
    os.link(tmp_path / "a.txt", tmp_path / "b.txt")
    assert read_caption(tmp_path / "a.txt").hard_links == 2
