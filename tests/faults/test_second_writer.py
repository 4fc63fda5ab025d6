"""An editor and somebody who writes into the same folder at the worst moments, step by step."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from long_run import TIMES

from app.dataset.entry import Cause, Dataset, Edit
from app.dataset.files import ChangedOnDisk, read_caption, write_caption
from app.dataset.journal import Record, append, history
from app.dataset.scan import rescan, scan
from app.disk import fs

NAMES = ("a", "b")
TEXTS = st.text(st.sampled_from("xyz, \n\r"), max_size=6)
BYTES = st.binary(max_size=6) | TEXTS.map(str.encode)
MOMENTS = st.sampled_from(["before", "at the rename"])


class EditorAgainstWriter(RuleBasedStateMachine):
    """Invariant: every byte that anybody wrote is on disk, in the journal, or on screen."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="second-writer-"))
        self.everything: dict[str, set[bytes]] = {name: set() for name in NAMES}
        self.dataset: Dataset | None = None

    @initialize(first=BYTES)
    def open_folder(self, first):
        for name in NAMES:
            (self.folder / f"{name}.png").write_bytes(b"picture " + name.encode())
        self.outside_writes("a", first, atomically=False)
        self.dataset = scan(self.folder)

    def path(self, name):
        return self.folder / f"{name}.txt"

    def outside_writes(self, name, data, *, atomically):
        if self.path(name).exists():
            self.everything[name].discard(self.path(name).read_bytes())
        if atomically:
            (self.folder / "theirs").write_bytes(data)
            (self.folder / "theirs").replace(self.path(name))
        else:
            self.path(name).write_bytes(data)
        # What they overwrite themselves is their own affair; what they leave must survive us.
        self.everything[name].add(data)

    @rule(name=st.sampled_from(NAMES), data=BYTES, atomically=st.booleans())
    def somebody_writes(self, name, data, atomically):
        self.outside_writes(name, data, atomically=atomically)

    @rule(name=st.sampled_from(NAMES))
    def somebody_deletes(self, name):
        if self.path(name).exists():
            self.everything[name].discard(self.path(name).read_bytes())
            self.path(name).unlink()

    def entry(self, name):
        assert self.dataset is not None
        return next(e for e in self.dataset.entries if e.image.stem == name)

    @rule(name=st.sampled_from(NAMES), text=TEXTS)
    def person_types(self, name, text):
        entry = self.entry(name)
        if entry.editable and self.dataset is not None:
            self.dataset.apply(Edit(entry.id, entry.text, text.replace("\r", ""), Cause.TYPING))

    @rule(name=st.sampled_from(NAMES), moment=MOMENTS, theirs=st.none() | BYTES)
    def person_saves(self, name, moment, theirs):
        entry = self.entry(name)
        if entry.text is None or not entry.unsaved or self.dataset is None:
            return
        if theirs is not None and moment == "before":
            self.outside_writes(name, theirs, atomically=True)
        real = fs.rename_with

        def race(source, target, flag):
            fs.rename_with = real
            if theirs is not None:
                self.outside_writes(name, theirs, atomically=False)
            real(source, target, flag)

        before = self.path(name).read_bytes() if self.path(name).exists() else None
        append(self.folder, [Record(entry.name, Cause.TYPING, before, entry.text)])
        if moment == "at the rename":
            fs.rename_with = race
        try:
            stamp = write_caption(
                entry.caption_file, entry.text, entry.caption.form, entry.caption.stamp
            )
        except ChangedOnDisk as error:
            self.learn(entry, error.caption)
        else:
            data = self.path(name).read_bytes()
            assert read_caption(self.path(name)).stamp == stamp
            self.everything[name].add(data)
            self.learn(entry, read_caption(self.path(name)))
        finally:
            fs.rename_with = real

    def learn(self, entry, caption):
        """The conflict is on screen: the person's text stays, what is on disk is known."""
        assert self.dataset is not None
        self.dataset.entries[entry.id] = replace(entry, caption=caption)

    @rule()
    def program_looks(self):
        assert self.dataset is not None
        changes = rescan(self.dataset)
        for fresh in changes.captions:
            entry = self.dataset.entries[fresh.id]
            if entry.unsaved:
                self.learn(entry, fresh.caption)
            else:
                record = Record(entry.name, Cause.OUTSIDE, entry.text, fresh.text)
                append(self.folder, [record])
                self.dataset.entries[fresh.id] = fresh
        assert not rescan(self.dataset).captions

    @invariant()
    def every_byte_is_somewhere(self):
        if self.dataset is None:
            return
        for name in NAMES:
            entry = self.entry(name)
            places = {self.path(name).read_bytes()} if self.path(name).exists() else set()
            for record in history(self.folder, entry.name):
                for kept in (record.before, record.after):
                    if kept is not None:
                        places.add(kept if isinstance(kept, bytes) else kept.encode())
            if entry.text is not None:
                places.add(entry.text.encode())
            lost = self.everything[name] - places
            assert not lost, (name, lost)

    @invariant()
    def nothing_of_ours_lies_about(self):
        assert not list(self.folder.glob(".proofsheet-*"))

    def teardown(self):
        shutil.rmtree(self.folder)


EditorAgainstWriter.TestCase.settings = settings(
    max_examples=60 * TIMES, stateful_step_count=25, deadline=None
)
TestEditorAgainstWriter = EditorAgainstWriter.TestCase
