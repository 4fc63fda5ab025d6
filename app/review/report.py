"""The proof sheet as one page of HTML: no script, nothing from outside, every text escaped."""

import base64
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from app.dataset.entry import Dataset, Entry
from app.dataset.marks import EntryNotes, Verdict
from app.images.jpeg import jpeg_of
from app.images.reader import Pixels, preview
from app.lint.rule import Finding
from app.messages import Message, msg
from app.names import display_name
from app.review.passes import PassState, state_of
from app.review.readiness import STATE_NAMES, TITLES, Point

THUMBNAIL_SIDE = 320
"""Longest side of the pictures on the page, in pixels."""

_VERDICTS: Mapping[PassState, Message] = {
    PassState.NONE: msg("Pass {number}: no verdict"),
    PassState.APPROVED: msg("Pass {number}: approved"),
    PassState.FLAGGED: msg("Pass {number}: flagged"),
    PassState.LAPSED: msg("Pass {number}: changed since its verdict"),
}
_SIGNS = {"ready": "✓", "look": "○", "blocked": "■"}

_STYLE = """
:root { color-scheme: light; }
body { font: 14px/1.45 system-ui, "Noto Sans", "Noto Sans CJK JP", sans-serif; color: #24211d;
  background: #faf9f7; margin: 2rem auto; max-width: 72rem; padding: 0 1.5rem; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
p { margin: .25rem 0; }
.quiet, .about { color: #5c574f; }
table { border-collapse: collapse; width: 100%; }
td { border-top: 1px solid #dbd7d0; padding: .3rem .75rem .3rem 0; vertical-align: top; }
article { display: grid; grid-template-columns: 200px 1fr; gap: 1.25rem; padding: 1rem 0;
  border-top: 1px solid #dbd7d0; break-inside: avoid; }
img { width: 200px; height: 200px; object-fit: contain; background: #d8d6d2; }
.none { width: 200px; height: 200px; background: #d8d6d2; }
h3 { font-size: .95rem; margin: 0 0 .25rem; }
.caption { font-size: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; }
ul { margin: .4rem 0; padding-left: 1.1rem; }
.error { color: #96103a; } .warning { color: #8a5a00; } .hint { color: #52606d; }
.blocked { color: #96103a; } .ready { color: #1b6a6b; }
pre { background: #f0eeea; padding: 1rem; overflow-x: auto; white-space: pre-wrap; }
@page { margin: 14mm; }
@media print { body { background: none; margin: 0; max-width: none; padding: 0; font-size: 11px; }
  article { grid-template-columns: 130px 1fr; } img, .none { width: 130px; height: 130px; } }
"""


@dataclass(frozen=True, slots=True)
class ProofSheet:
    """Everything that stands on the page, and how it is said."""

    dataset: Dataset
    findings: Mapping[int, Sequence[Finding]]
    about_all: Sequence[Finding]
    points: Sequence[Point]
    toml: str
    message: Callable[[Finding], str]
    say: Callable[[Message], str] = str
    language: str = "en"
    thumbnail: Callable[[Path], bytes | None] | None = None
    """JPEG bytes of an image; None stands for `thumbnail_of`."""


def thumbnail_of(image: Path) -> bytes | None:
    """A small JPEG of an image file, or None where it cannot be read."""
    pixels = preview(image, THUMBNAIL_SIDE, THUMBNAIL_SIDE)
    return jpeg_of(pixels) if isinstance(pixels, Pixels) else None


def report_html(sheet: ProofSheet, stopped: Callable[[], bool] = lambda: False) -> bytes | None:
    """The page as UTF-8; None where `stopped` said so between two pictures."""
    parts: list[str] = []
    for part in _parts(sheet):
        if stopped():
            return None
        parts.append(part)
    return "\n".join(parts).encode("utf-8", "backslashreplace")


def _parts(sheet: ProofSheet) -> Iterator[str]:
    dataset, say = sheet.dataset, sheet.say
    name = escape(display_name(dataset.root))
    title = escape(say(msg("Proof sheet of {name}", name=display_name(dataset.root))))
    present = dataset.present()
    yield f"""<!DOCTYPE html>
<html lang="{escape(sheet.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>{_STYLE}</style>
</head>
<body>
<h1>{name}</h1>"""
    counted = msg(
        "{entries} entries in {concepts} concepts",
        entries=len(present),
        concepts=len(dataset.concepts),
    )
    yield _quiet(say(counted))
    yield f"<h2>{escape(say(msg('Readiness')))}</h2>"
    yield _readiness(sheet)
    standing = [finding for finding in sheet.about_all if not finding.dismissed]
    if standing:
        yield f"<h2>{escape(say(msg('About the dataset')))}</h2>"
        yield _findings(sheet, standing)
    for concept in dataset.concepts:
        numbers = [n for n in present if dataset.entries[n].concept == concept.name]
        if numbers:
            yield f"<h2>{escape(display_name(concept.name))}</h2>"
            for number in numbers:
                yield _entry(sheet, dataset.entries[number])
    if sheet.toml:
        yield f"<h2>data.toml</h2>\n<pre>{escape(sheet.toml)}</pre>"
    yield "</body>\n</html>\n"


def _readiness(sheet: ProofSheet) -> str:
    rows = [
        f'<tr><td class="{point.state}">{_SIGNS[point.state]} '
        f"{escape(sheet.say(STATE_NAMES[point.state]))}</td>"
        f"<td>{escape(sheet.say(TITLES[point.kind]))}</td>"
        f"<td>{escape(sheet.say(point.reason))}</td></tr>"
        for point in sheet.points
    ]
    return "<table>\n" + "\n".join(rows) + "\n</table>"


def _entry(sheet: ProofSheet, entry: Entry) -> str:
    say, notes = sheet.say, sheet.dataset.notes_of(entry.id)
    size = sheet.dataset.evidence_of(entry.id).upright_size
    name = display_name(entry.name) + (f" · {size[0]} × {size[1]}" if size else "")
    caption = entry.text if entry.text is not None else say(msg("No caption"))
    found = sheet.findings.get(entry.id, ())
    standing = [finding for finding in found if not finding.dismissed]
    parts = [
        "<article>",
        _picture(sheet, entry),
        f"<div><h3>{escape(name)}</h3>",
        f'<p class="caption">{escape(caption)}</p>',
        _findings(sheet, standing),
        _dismissals(sheet, notes),
        _verdicts(sheet, entry, notes),
        "</div></article>",
    ]
    return "\n".join(part for part in parts if part)


def _picture(sheet: ProofSheet, entry: Entry) -> str:
    data = (sheet.thumbnail or thumbnail_of)(entry.image)
    if data is None:
        return '<div class="none"></div>'
    coded = base64.b64encode(data).decode("ascii")
    return f'<img alt="{escape(display_name(entry.name))}" src="data:image/jpeg;base64,{coded}">'


def _findings(sheet: ProofSheet, found: Sequence[Finding]) -> str:
    if not found:
        return ""
    lines = [
        f'<li class="{finding.severity}">{escape(sheet.message(finding))} '
        f'<span class="about">{escape(finding.rule)}</span></li>'
        for finding in found
    ]
    return "<ul>\n" + "\n".join(lines) + "\n</ul>"


def _dismissals(sheet: ProofSheet, notes: EntryNotes) -> str:
    lines: list[str] = []
    for one in notes.dismissals:
        stood = msg("Let stand: {rule} “{words}”", rule=one.rule, words=one.words)
        reason = f" — {one.reason}" if one.reason else ""
        lines.append(f"<li>{escape(sheet.say(stood) + reason)}</li>")
    return '<ul class="quiet">\n' + "\n".join(lines) + "\n</ul>" if lines else ""


def _verdicts(sheet: ProofSheet, entry: Entry, notes: EntryNotes) -> str:
    digest = sheet.dataset.evidence_of(entry.id).digest
    lines = [
        _verdict(sheet, number, verdict, state_of(verdict, entry.text, digest))
        for number, verdict in ((1, notes.first), (2, notes.second))
    ]
    return _quiet(" · ".join(lines))


def _verdict(sheet: ProofSheet, number: int, verdict: Verdict | None, state: PassState) -> str:
    template = _VERDICTS[state]
    text = sheet.say(Message(template.template, {"number": number}))
    return f"{text} (“{verdict.note}”)" if verdict is not None and verdict.note else text


def _quiet(text: str) -> str:
    return f'<p class="quiet">{escape(text)}</p>'
