"""Evidence in plain words with its numbers: one line for each thing that was measured."""

from dataclasses import dataclass

from app.images.evidence import Evidence, Face, Flag, Smile, Tone
from app.messages import Message, msg


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: what was measured and what came out."""

    label: Message
    text: Message


def facts(evidence: Evidence) -> tuple[Fact, ...]:
    """What the light table says of a picture; nothing that was not measured is named."""
    if evidence.failure is not None:
        return (Fact(msg("Picture"), evidence.failure),)
    lines: list[Fact] = []
    if evidence.faces is not None:
        lines += _face_facts(evidence.faces)
    if evidence.tone is not None:
        lines += _tone_facts(evidence, evidence.tone)
    if evidence.sharpness is not None:
        lines.append(Fact(msg("Sharpness"), _sharpness(evidence)))
    if evidence.format is not None and evidence.file_size is not None:
        size = round(evidence.file_size / 1024)
        text = msg("{format}, {size} kB", format=evidence.format, size=size)
        lines.append(Fact(msg("File"), text))
    if evidence.orientation not in (None, 1):
        lines.append(Fact(msg("Turned"), msg("by its EXIF note; the trainer sees it lying")))
    return tuple(lines)


def _face_facts(faces: tuple[Face, ...]) -> list[Fact]:
    if not faces:
        return [Fact(msg("Face"), msg("none found, which proves nothing"))]
    largest = max(faces, key=lambda face: face.width)
    found = (
        msg("1, {width} px wide", width=largest.width)
        if len(faces) == 1
        else msg("{count}, the largest {width} px wide", count=len(faces), width=largest.width)
    )
    lines = [Fact(msg("Face"), found)]
    smile = max((face.smile for face in faces if face.verdict is Smile.FOUND), default=None)
    calm = max((face.no_smile for face in faces if face.verdict is Smile.NONE), default=None)
    if smile is not None:
        lines.append(Fact(msg("Smile"), msg("found, {value:.2f}", value=smile)))
    elif calm is not None:
        lines.append(Fact(msg("Smile"), msg("not found, sure to {value:.2f}", value=calm)))
    else:
        lines.append(Fact(msg("Smile"), msg("no claim")))
    return lines


def _tone_facts(evidence: Evidence, tone: Tone) -> list[Fact]:
    light = round(tone.lightness_mean)
    dark = round(tone.dark_share * 100)
    lines = [Fact(msg("Lightness"), _lightness(evidence, light))]
    lines.append(Fact(msg("Dark pixels"), msg("{share} % below 20", share=dark)))
    warm, cool = tone.warm_share, tone.cool_share
    if evidence.flag(Flag.BLACK_AND_WHITE) is not None:
        palette = msg("black and white")
    elif evidence.flag(Flag.WARM_PALETTE) is not None:
        palette = msg("warm, {warm:.2f} of the pixels", warm=warm)
    elif evidence.flag(Flag.COOL_PALETTE) is not None:
        palette = msg("cool {cool:.2f}, information only", cool=cool)
    else:
        palette = msg("no claim: warm {warm:.2f}, cool {cool:.2f}", warm=warm, cool=cool)
    lines.append(Fact(msg("Palette"), palette))
    colour = round(tone.colourfulness)
    if evidence.flag(Flag.VIVID) is not None:
        lines.append(Fact(msg("Colour"), msg("vivid, {value}", value=colour)))
    elif evidence.flag(Flag.MUTED) is not None:
        lines.append(Fact(msg("Colour"), msg("muted, {value}", value=colour)))
    return lines


def _lightness(evidence: Evidence, light: int) -> Message:
    if evidence.flag(Flag.DARK) is not None:
        return msg("{light}/100, dark", light=light)
    if evidence.flag(Flag.BRIGHT) is not None:
        return msg("{light}/100, bright", light=light)
    return msg("{light}/100", light=light)


def _sharpness(evidence: Evidence) -> Message:
    if evidence.flag(Flag.BLURRED) is not None:
        return msg("blurred or enlarged")
    sharpness = evidence.sharpness
    if sharpness is None or sharpness.laplacian is None:
        return msg("no claim: too little texture")
    return msg("no claim of blur")
