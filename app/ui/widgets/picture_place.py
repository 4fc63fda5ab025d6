"""The upper part of the light table: the picture of an entry, what lies over it, and its bars."""

from dataclasses import replace

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dataset.marks import Crop
from app.export.framing import Size, frame, inside, nearest
from app.images.evidence import Evidence
from app.images.sharpness import Tiles
from app.messages import Message
from app.ui.models.picture_over import (
    NOTHING_OVER,
    Overlay,
    bucket_words,
    bucketing_of,
    over_of,
    tiles_legend,
)
from app.ui.session import Session
from app.ui.text import say, tr
from app.ui.widgets.choices_form import SIZES
from app.ui.widgets.crop_bar import CropBar
from app.ui.widgets.crop_frame import CropFrame
from app.ui.widgets.few_lines import FewLines
from app.ui.widgets.labels import Line, Type
from app.ui.widgets.picture import Picture
from app.ui.widgets.picture_bar import SIDE, PictureBar

LEAST_SIDE = 480
"""Pictures are asked for at least so large, in pixels at 1x."""


class PicturePlace(QWidget):
    """Shows one entry's picture; keeps the frame that the person moves with the entry's notes."""

    framing_changed = Signal(bool)
    """The crop frame can be moved, or no longer."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._entry: int | None = None
        self._preview_of: tuple[int, str | None] | None = None
        """The entry whose picture is shown, and its digest where that was known by then."""
        self._asked = False
        """Somebody reads the picture of this entry."""
        self._tiles: tuple[int, str | None, Tiles] | None = None
        """Entry, digest of the image, and its tiles: those of one picture at a time."""
        self._target: Size | None = None
        """The size chosen for a frame that is only proposed yet."""
        self.picture = Picture(self)
        self.bar = PictureBar(self)
        self.frame = CropFrame(self)
        self.crop_bar = CropBar(self)
        self.crop_bar.hide()
        self.legend = FewLines(Type.TINY, self, most=2)
        self.legend.hide()
        self._framing = False
        legend = QVBoxLayout()
        legend.setContentsMargins(SIDE, 0, SIDE, 0)
        legend.addWidget(self.legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.picture, 1)
        column.addWidget(self.bar)
        column.addLayout(legend)
        column.addWidget(self.crop_bar)
        column.addWidget(Line(self))
        self._connect()

    def _connect(self) -> None:
        picture, bar, pictures = self.picture, self.bar, self._session.pictures
        bar.overlay_wanted.connect(picture.toggle)
        bar.frame_toggled.connect(self.set_framing)
        bar.fit_wanted.connect(picture.fit)
        bar.actual_size_wanted.connect(picture.actual_size)
        picture.zoom_changed.connect(bar.show_zoom)
        picture.needs_pixels.connect(self._ask_full_picture)
        picture.shown_changed.connect(self._shown_changed)
        picture.frame_wanted.connect(lambda: self.set_framing(not self._framing))
        self.frame.changed.connect(self._show_cost)
        self.frame.settled.connect(self._keep)
        self.frame.proposal_wanted.connect(self._propose_again)
        self.frame.left.connect(lambda: self.set_framing(False))
        self.crop_bar.proposal_wanted.connect(self._propose_again)
        self.crop_bar.left.connect(lambda: self.set_framing(False))
        self.crop_bar.shape_wanted.connect(self._shape)
        pictures.preview_ready.connect(self._show_preview)
        pictures.tiles_ready.connect(self._show_tiles)
        self._session.choices_changed.connect(self.refresh)
        bar.show_overlays(picture.shown)

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self.bar.retranslate()
        self.crop_bar.retranslate()
        self.picture.setAccessibleName(tr("Picture"))

    def restyle(self) -> None:
        """Take the icons of the scheme that is on."""
        self.bar.restyle()

    def keep_layout(self, store: QSettings) -> None:
        """Remember which overlays are drawn."""
        words = " ".join(one.value for one in Overlay if one in self.picture.shown)
        store.setValue("layout/overlays", words)

    def restore_layout(self, store: QSettings) -> None:
        """Draw what was drawn before."""
        kept = store.value("layout/overlays")
        if isinstance(kept, str):
            words = kept.split()
            self.picture.set_shown(frozenset(one for one in Overlay if one.value in words))

    # Showing -------------------------------------------------------------------------------

    def show_entry(self, number: int | None, name: str = "") -> None:
        """Show the picture of another entry, or none."""
        self.take(number)
        self.bar.show_name(name)
        self.show_taken()

    def take(self, number: int | None) -> None:
        """From now on keys speak of this entry's picture; it is not shown yet."""
        if number != self._entry or number is None:
            self.frame.release()
            self.picture.clear()
            self._preview_of = None
            self._target = None
            self._asked = False
        self._entry = number
        if self._framing:
            self.refresh()  # the frame must not be that of the picture before

    def show_taken(self) -> None:
        """Show what is known of the picture, and ask for it where it was not asked for."""
        self.refresh()
        if self._entry is not None and not self._asked:
            self._asked = True
            self._ask_preview()

    def measured(self) -> None:
        """The entry was measured, for the first time or because its picture is another now."""
        self.refresh()
        evidence = self._evidence()
        if evidence is not None and self._preview_of != (self._entry, evidence.digest):
            self.picture.sharp = False
            self._ask_preview()

    def refresh(self) -> None:
        """Draw what is known now over the picture."""
        evidence = self._evidence()
        if evidence is None or evidence.upright_size is None or self._session.dataset is None:
            self.bar.show_sizes("", "")
            self.picture.show_over(NOTHING_OVER)
            self.picture.hold_frame(None)
            return
        choices, size = self._session.dataset.choices, evidence.upright_size
        bucketing = bucketing_of(evidence, choices)
        trained = bucket_words(evidence, bucketing) if bucketing is not None else ""
        tiles = self._tiles_of(evidence)
        over = replace(over_of(evidence, choices), tiles=tiles)
        cost = over.words(Overlay.CUT)
        self.bar.show_sizes(f"{size[0]} × {size[1]}", trained, cost)
        self.picture.show_over(over)
        self.legend.set_text(tiles_legend(tiles))
        if tiles is None and Overlay.TILES in self.picture.shown:
            self._session.pictures.ask_tiles(self._entry or 0)
        self._show_frame(evidence)

    def _evidence(self) -> Evidence | None:
        dataset = self._session.dataset
        if dataset is None or self._entry is None:
            return None
        return dataset.evidence_of(self._entry)

    def _shown_changed(self) -> None:
        self.bar.show_overlays(self.picture.shown)
        self.legend.setVisible(Overlay.TILES in self.picture.shown)
        self.refresh()

    # Tiles ---------------------------------------------------------------------------------

    def _tiles_of(self, evidence: Evidence) -> Tiles | None:
        if self._tiles is None or self._tiles[:2] != (self._entry, evidence.digest):
            return None
        return self._tiles[2]

    def _show_tiles(self, number: int, answer: object) -> None:
        evidence = self._evidence()
        if number == self._entry and isinstance(answer, Tiles) and evidence is not None:
            self._tiles = (number, evidence.digest, answer)
            self.refresh()

    # The picture ---------------------------------------------------------------------------

    def _ask_preview(self) -> None:
        if self._entry is None:
            return
        ratio = self.devicePixelRatioF()
        side = round(max(self.picture.width(), self.picture.height(), LEAST_SIDE) * ratio)
        self._session.pictures.ask_preview(self._entry, side, side)

    def _ask_full_picture(self) -> None:
        evidence = self._evidence()
        if self._entry is None or evidence is None or self._preview_of is None:
            return
        size = evidence.upright_size
        if size is not None and not self.picture.sharp:
            self.picture.sharp = True
            self._session.pictures.ask_preview(self._entry, *size)

    def _show_preview(self, number: int, answer: object) -> None:
        evidence = self._evidence()
        if number != self._entry or evidence is None:
            return
        self._preview_of = (number, evidence.digest)
        if isinstance(answer, QImage):
            width, height = evidence.upright_size or (answer.width(), answer.height())
            self.picture.show_image(answer, width, height)
        elif isinstance(answer, Message):
            self.picture.show_reason(say(answer))

    # The crop frame ------------------------------------------------------------------------

    @property
    def framing(self) -> bool:
        """The crop frame can be moved."""
        return self._framing

    def set_framing(self, on: bool) -> None:
        """Begin to move the crop frame, or end it."""
        self.frame.release()
        on = on and self._entry is not None
        if on != self._framing:
            self._framing = on
            self.crop_bar.setVisible(on)
            self.framing_changed.emit(on)
        self.bar.crop.setChecked(on)
        self.refresh()
        self.picture.setFocus()

    def _show_frame(self, evidence: Evidence) -> None:
        size, dataset = evidence.upright_size, self._session.dataset
        if not self._framing or size is None or dataset is None or self._entry is None:
            self.picture.hold_frame(None)
            return
        chosen = dataset.notes_of(self._entry).crop
        target = self._target_of(size, chosen)
        crop = frame(size, target, evidence.faces or (), chosen)
        self.frame.show_crop(crop, size, target, chosen=chosen is not None)
        self.crop_bar.show_shapes(SIZES, target)
        self.picture.hold_frame(self.frame)

    def _target_of(self, size: Size, chosen: Crop | None) -> Size:
        """The size that the frame becomes: of its own shape, else as the dataset wants it."""
        dataset = self._session.dataset
        wanted = dataset.choices.target_size if dataset is not None else None
        offered = SIZES if wanted is None else (wanted, *SIZES)
        if chosen is not None:
            whole = inside(chosen, size)
            if self._target is not None:
                offered = (self._target, *offered)
            return nearest((whole.width, whole.height), offered)
        return self._target or wanted or nearest(size, SIZES)

    def _show_cost(self) -> None:
        crop = self.frame.crop
        self.crop_bar.show_cost(
            (crop.width, crop.height), self.frame.target, chosen=self.frame.chosen
        )

    def _shape(self, target: Size) -> None:
        evidence = self._evidence()
        if evidence is None or evidence.upright_size is None:
            return
        self._target = target
        self._keep(frame(evidence.upright_size, target, evidence.faces or ()))

    def _propose_again(self) -> None:
        self._target = None
        self._keep(None)

    def _keep(self, crop: Crop | None) -> None:
        if self._entry is None or self._session.dataset is None:
            return
        notes = self._session.dataset.notes_of(self._entry)
        name = self._session.name(self._entry)
        title = tr("frame of {name}", name=name)
        self._session.note(self._entry, replace(notes, crop=crop), title)
        self.refresh()  # where it was refused, the frame goes back
