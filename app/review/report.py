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
from app.lint.dismissals import stale_of_entry
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

_SEVERITY_SIGNS = {"error": "■", "warning": "▲", "hint": "○"}
"""Never colour alone: many print in grey."""

_STYLE = """
:root { color-scheme: light dark; --base: #faf9f7; --text: #24211d; --text2: #5c574f;
  --line: #dbd7d0; --mat: #d8d6d2; --quiet: #f0eeea; --error: #96103a; --warning: #8a5a00;
  --hint: #52606d; --accent: #1b6a6b; }
@media screen and (prefers-color-scheme: dark) { :root { --base: #1a1917; --text: #e8e4dd;
  --text2: #aca59a; --line: #35322e; --mat: #11100f; --quiet: #232220; --error: #ff8b78;
  --warning: #f0c060; --hint: #a3b4c4; --accent: #62b8b2; } }
body { font: 0.875rem/1.45 Inter, "Segoe UI", "SF Pro Text", "Noto Sans", "Noto Sans CJK JP",
  "Yu Gothic UI", "Hiragino Sans", sans-serif; color: var(--text); background: var(--base);
  margin: 2rem auto; max-width: 72rem; padding: 0 1.5rem; }
:lang(ja) body { font-family: "Noto Sans CJK JP", "Yu Gothic UI", "Hiragino Sans", Inter,
  sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; break-after: avoid; }
p { margin: .25rem 0; }
.quiet, .about { color: var(--text2); }
table { border-collapse: collapse; width: 100%; break-inside: avoid; }
td { border-top: 1px solid var(--line); padding: .3rem .75rem .3rem 0; vertical-align: top; }
td:first-child, td:nth-child(2) { white-space: nowrap; width: 1%; padding-right: 1.5rem; }
article { display: grid; grid-template-columns: 12.5rem 1fr; gap: 1.25rem; padding: 1rem 0;
  border-top: 1px solid var(--line); break-inside: avoid; }
h2 + article { break-before: avoid; }
img, .none { width: 12.5rem; height: 12.5rem; object-fit: contain; background: var(--mat); }
h3 { font-size: .95rem; margin: 0 0 .25rem; overflow-wrap: anywhere; }
.caption { font-size: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; }
ul { margin: .4rem 0; padding: 0; list-style: none; }
li { padding-left: 1.2rem; text-indent: -1.2rem; }
.sign { display: inline-block; width: 1.2rem; text-indent: 0; }
.error, .blocked { color: var(--error); } .warning { color: var(--warning); }
.hint { color: var(--hint); } .ready { color: var(--accent); }
pre { background: var(--quiet); padding: 1rem; overflow-wrap: anywhere; white-space: pre-wrap;
  font: 0.8rem/1.5 "JetBrains Mono", "DejaVu Sans Mono", "Noto Sans Mono CJK JP", monospace; }
@page { margin: 14mm; }
@media print { :root { color-scheme: light; font-size: 11px; }
  body { background: none; margin: 0; max-width: none; padding: 0; }
  img, .none, pre { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
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
    counted = msg("{entries} entries", entries=len(present))
    if len(dataset.concepts) > 1:
        counted = msg(
            "{entries} entries in {concepts} concepts",
            entries=len(present),
            concepts=len(dataset.concepts),
        )
    yield _quiet(say(counted))
    yield f"<h2>{escape(say(msg('Readiness')))}</h2>"
    yield _readiness(sheet)
    if sheet.about_all:
        yield f"<h2>{escape(say(msg('About the dataset')))}</h2>"
        yield _findings(sheet, [one for one in sheet.about_all if not one.dismissed])
        yield _let_stand(sheet, [one for one in sheet.about_all if one.dismissed])
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
        _dismissals(sheet, entry.id, found),
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
        f'<li class="{finding.severity}">{_sign(_SEVERITY_SIGNS[finding.severity])}'
        f"{escape(sheet.message(finding))} "
        f'<span class="about">{escape(finding.rule)}</span></li>'
        for finding in found
    ]
    return "<ul>\n" + "\n".join(lines) + "\n</ul>"


def _let_stand(sheet: ProofSheet, found: Sequence[Finding]) -> str:
    """Of the dataset: these have no words of their own, and no reason was asked for."""
    stood = (msg("Let stand: {words}", words=sheet.message(one)) for one in found)
    return _quiet_list([sheet.say(one) for one in stood])


def _dismissals(sheet: ProofSheet, entry: int, found: Sequence[Finding]) -> str:
    """What was let stand, with its reason; also what has nothing to stand for any more."""
    dismissals = sheet.dataset.notes_of(entry).dismissals
    gone = {(one.rule, one.words) for one in stale_of_entry(entry, dismissals, found)}
    lines: list[str] = []
    for one in dismissals:
        stood = msg("Let stand: {rule} “{words}”", rule=one.rule, words=one.words)
        if (one.rule, one.words) in gone:
            stood = msg(
                "Let stand, and not there any more: {rule} “{words}”",
                rule=one.rule,
                words=one.words,
            )
        lines.append(sheet.say(stood) + (f" — {one.reason}" if one.reason else ""))
    return _quiet_list(lines)


def _quiet_list(lines: Sequence[str]) -> str:
    items = "\n".join(f"<li>{_sign('✓')}{escape(line)}</li>" for line in lines)
    return f'<ul class="quiet">\n{items}\n</ul>' if lines else ""


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


def _sign(sign: str) -> str:
    return f'<span class="sign">{sign}</span>'


def _quiet(text: str) -> str:
    return f'<p class="quiet">{escape(text)}</p>'
