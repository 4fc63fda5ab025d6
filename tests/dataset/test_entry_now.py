"""An entry with other words keeps everything else, whatever fields it has."""

from dataclasses import fields, replace
from pathlib import Path

from app.dataset.entry import Caption, CaptionState, Entry
from app.dataset.scan import scan


def test_other_words_keep_everything_else():
    caption = Caption(CaptionState.READ, "a red coat")
    values = {one.name: object() for one in fields(Entry)} | {"caption": caption, "text": "typed"}
    entry = Entry(**values)
    other = Caption(CaptionState.READ, "typed")
    now = entry.now("typed on", other)
    assert now == replace(entry, text="typed on", caption=other)
    for one in fields(Entry):
        if one.name not in ("text", "caption"):
            assert getattr(now, one.name) is getattr(entry, one.name), one.name


def test_present_leaves_out_what_is_gone(tmp_path):
    for name in ("1.png", "2.png", "10.png"):
        (tmp_path / name).write_bytes(b"no picture")
    dataset = scan(Path(tmp_path))
    assert dataset.present() == [entry.id for entry in dataset.entries] == [0, 1, 2]
    dataset.gone.add(1)
    assert dataset.present() == [0, 2]
