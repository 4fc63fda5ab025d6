"""Evidence in plain words with its numbers, one line for each thing; unknown is called so."""

from dataclasses import dataclass

from app.images.evidence import Evidence, Face, Flag, Smile, Tone
from app.images.faces import NO_SMILE_AT, PRECISION, SMILE_AT
from app.images.measure import (
    BRIGHT_MEAN,
    COLOUR_CHROMA,
    DARK_MEAN,
    GREY_CHROMA,
    MUTED_COLOURFULNESS,
    SOFT_RATIO,
    VIVID_COLOURFULNESS,
)
from app.images.zero_shot import Question, SecondOpinion
from app.messages import Message, msg


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: what was looked at, what came out, and on what grounds that is said."""

    label: Message
    text: Message
    grounds: Message | None = None
    """The threshold, and how often the statement was right when it was counted."""
    known: bool = True
    """False where the numbers allow no statement."""


def facts(evidence: Evidence) -> tuple[Fact, ...]:
    """What the light table says of a picture; nothing where nothing was measured yet."""
    if evidence.failure is not None:
        return (Fact(msg("Picture"), evidence.failure),)
    lines: list[Fact] = []
    if evidence.tone is not None:
        lines += _face_facts(evidence.faces)
        lines += _light_facts(evidence, evidence.tone)
        lines += _colour_facts(evidence, evidence.tone)
        lines.append(_background(evidence, evidence.tone))
    if evidence.sharpness is not None:
        lines.append(_sharpness(evidence))
    return (*lines, *_file_facts(evidence))


_ASKED_OF = {
    Question.EXPRESSION: msg("Expression, second opinion"),
    Question.LIGHT: msg("Light, second opinion"),
}


def opinion_facts(opinions: tuple[SecondOpinion, ...] | Message) -> tuple[Fact, ...]:
    """What the model says that the person named, or why it says nothing."""
    if isinstance(opinions, Message):
        return (Fact(msg("Second opinion"), opinions, known=False),)
    return tuple(
        Fact(
            _ASKED_OF[one.question],
            msg("says {answer}, {share:.2f}", answer=one.answer, share=one.share),
            msg(
                "Share among the answers offered, by the model {model} that you named. "
                "How often it is right was not measured, so no rule uses it.",
                model=one.model,
            ),
        )
        for one in opinions
    )


def face_words(face: Face) -> Message:
    """What is said of one face."""
    if face.verdict is Smile.FOUND:
        return msg("smile {value:.2f}", value=face.smile)
    if face.verdict is Smile.NONE:
        return msg("no smile {value:.2f}", value=face.no_smile)
    return msg("expression unknown")


def _face_facts(faces: tuple[Face, ...] | None) -> list[Fact]:
    label = msg("Faces")
    if faces is None:
        return [Fact(label, msg("unknown: not looked for"), known=False)]
    if not faces:
        return [Fact(label, msg("unknown: none found, which proves nothing"), known=False)]
    largest = max(faces, key=lambda face: face.width)
    found = (
        msg("1 found, {width} px wide", width=largest.width)
        if len(faces) == 1
        else msg(
            "{count} found, the largest {width} px wide", count=len(faces), width=largest.width
        )
    )
    return [Fact(label, found), _smile(faces, largest)]


def _smile(faces: tuple[Face, ...], largest: Face) -> Fact:
    label = msg("Expression")
    smiles = [face.smile for face in faces if face.verdict is Smile.FOUND]
    calm = [face.no_smile for face in faces if face.verdict is Smile.NONE]
    if smiles and calm:
        both = msg("smiling: {smiles}, not smiling: {calm}", smiles=len(smiles), calm=len(calm))
        return Fact(label, both)
    if smiles:
        grounds = _grounds(SMILE_AT, PRECISION[Smile.FOUND])
        return Fact(label, msg("smile found, {value:.2f}", value=max(smiles)), grounds)
    if calm:
        grounds = _grounds(NO_SMILE_AT, PRECISION[Smile.NONE])
        return Fact(label, msg("no smile, {value:.2f}", value=max(calm)), grounds)
    unsure = msg(
        "unknown: smile {smile:.2f}, no smile {calm:.2f}",
        smile=largest.smile,
        calm=largest.no_smile,
    )
    return Fact(label, unsure, _grounds(SMILE_AT, PRECISION[Smile.FOUND]), known=False)


def _light_facts(evidence: Evidence, tone: Tone) -> list[Fact]:
    light, dark = round(tone.lightness_mean), round(tone.dark_share * 100)
    pixels = msg("{share} % dark pixels", share=dark) if dark else msg("no dark pixels")
    mean = msg("{light}/100, {pixels}", light=light, pixels=pixels)
    lines = [Fact(msg("Lightness"), mean, msg("Dark is a pixel below 20, bright one above 85."))]
    for flag, words in (
        (Flag.DARK, msg("dark")),
        (Flag.BRIGHT, msg("bright")),
        (Flag.NOT_DARK, msg("not dark")),
    ):
        if evidence.flag(flag) is not None:
            lines.append(Fact(msg("Light"), words, _flagged(evidence, flag)))
            break
    else:
        between = msg(
            "unknown: dark is up to {dark}, bright from {bright}",
            dark=round(DARK_MEAN),
            bright=round(BRIGHT_MEAN),
        )
        lines.append(Fact(msg("Light"), between, known=False))
    spread = msg(
        "spread {spread}, {share} % bright pixels",
        spread=round(tone.contrast_rms),
        share=round(tone.bright_share * 100),
    )
    return [*lines, Fact(msg("Contrast"), spread)]


def _colour_facts(evidence: Evidence, tone: Tone) -> list[Fact]:
    warm, cool, value = tone.warm_share, tone.cool_share, round(tone.colourfulness)
    if evidence.flag(Flag.BLACK_AND_WHITE) is not None:
        words = msg("black and white, chroma {value:.1f}", value=tone.chroma_p99)
        return [Fact(msg("Colour"), words, _flagged(evidence, Flag.BLACK_AND_WHITE))]
    if evidence.flag(Flag.VIVID) is not None:
        colour = Fact(
            msg("Colour"), msg("vivid, {value}", value=value), _flagged(evidence, Flag.VIVID)
        )
    elif evidence.flag(Flag.MUTED) is not None:
        colour = Fact(
            msg("Colour"), msg("muted, {value}", value=value), _flagged(evidence, Flag.MUTED)
        )
    else:
        between = msg(
            "unknown: {value}; muted is up to {muted}, vivid from {vivid}",
            value=value,
            muted=round(MUTED_COLOURFULNESS),
            vivid=round(VIVID_COLOURFULNESS),
        )
        colour = Fact(msg("Colour"), between, known=False)
    if evidence.flag(Flag.COLOUR) is None:
        grey = msg(
            "unknown: chroma {value:.1f}; grey is below {grey}, colour from {colour}",
            value=tone.chroma_p50,
            grey=round(GREY_CHROMA),
            colour=round(COLOUR_CHROMA),
        )
        lines = [colour, Fact(msg("Black and white"), grey, known=False)]
    else:
        lines = [colour, Fact(msg("Black and white"), msg("no"), _flagged(evidence, Flag.COLOUR))]
    shares = {"warm": round(warm * 100), "cool": round(cool * 100)}
    for flag, words in (
        (Flag.WARM_PALETTE, msg("warm, {warm} % of the pixels", warm=shares["warm"])),
        (Flag.COOL_PALETTE, msg("cool, {cool} % of the pixels", cool=shares["cool"])),
    ):
        if evidence.flag(flag) is not None:
            return [*lines, Fact(msg("Palette"), words, _flagged(evidence, flag))]
    mixed = msg("unknown: {warm} % warm, {cool} % cool pixels", **shares)
    return [*lines, Fact(msg("Palette"), mixed, known=False)]


def _background(evidence: Evidence, tone: Tone) -> Fact:
    white = round(tone.border_white * 100)
    if evidence.flag(Flag.CUTOUT) is not None:
        words = msg("cut out, {white} % of the border is white", white=white)
        return Fact(msg("Background"), words, _flagged(evidence, Flag.CUTOUT))
    words = msg("unknown: {white} % of the border is white", white=white)
    return Fact(msg("Background"), words, known=False)


def _sharpness(evidence: Evidence) -> Fact:
    label, sharpness = msg("Sharpness"), evidence.sharpness
    value = None if sharpness is None else sharpness.band_ratio
    if sharpness is None or value is None:
        return Fact(label, msg("unknown: too little texture"), known=False)
    if evidence.flag(Flag.BLURRED) is not None:
        words = msg("blurred or enlarged, detail {value:.2f}", value=value)
        return Fact(label, words, _flagged(evidence, Flag.BLURRED))
    words = msg(
        "no blur found, detail {value:.2f} in {count} of 64 tiles",
        value=value,
        count=sharpness.textured_tiles,
    )
    return Fact(label, words, msg("Blur is looked for below {limit:.2f}.", limit=SOFT_RATIO))


def _file_facts(evidence: Evidence) -> list[Fact]:
    lines: list[Fact] = []
    size = evidence.upright_size
    if size is not None:
        words = msg(
            "{width} × {height}, {millions:.1f} megapixels",
            width=size[0],
            height=size[1],
            millions=size[0] * size[1] / 1e6,
        )
        lines.append(Fact(msg("Size"), words))
    if evidence.format is not None and evidence.file_size is not None:
        words = msg(
            "{format}, {mode}, {size} kB",
            format=evidence.format,
            mode=evidence.mode or "",
            size=round(evidence.file_size / 1024),
        )
        lines.append(Fact(msg("File"), words))
    if (evidence.frames or 1) > 1:
        count = evidence.frames or 1
        lines.append(Fact(msg("Frames"), msg("{count}, the first is shown", count=count)))
    if evidence.orientation not in (None, 1):
        lines.append(Fact(msg("Turned"), msg("by its EXIF note; the trainer sees it lying")))
    if evidence.transparent is not None:
        words = msg("parts of it are") if evidence.transparent else msg("none")
        lines.append(Fact(msg("Transparency"), words))
    return lines


def _flagged(evidence: Evidence, flag: Flag) -> Message | None:
    reading = evidence.flag(flag)
    return None if reading is None else _grounds(reading.threshold, reading.precision)


def _grounds(threshold: float, precision: str) -> Message:
    right, _, of = precision.partition("/")
    if not of:
        return msg(
            "The limit is {limit:g}; how often that is right was not counted.", limit=threshold
        )
    return msg(
        "The limit is {limit:g}; right in {right} of {count} cases that were counted.",
        limit=threshold,
        right=right,
        count=of,
    )
