"""The filter box's small language: `concept:purplecurly or has:finding`, `-light:night "red coat"`.

Words stand for text in name or caption, `field:value` for a property; blank means *and*, which
binds closer than `or`; `-` or `not` turns one round, brackets group, quotes keep blanks.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.dataset.entry import Entry
from app.dataset.marks import NO_MARKS, Decision, EntryNotes
from app.errors import ProofError
from app.images.evidence import Evidence
from app.lint.reading import Reading
from app.lint.rule import Finding, Severity
from app.lint.terms import Kind
from app.messages import msg


class QueryError(ProofError):
    """The text in the filter box cannot be understood; says why."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a query may ask about one entry."""

    entry: Entry
    reading: Reading | None
    findings: tuple[Finding, ...]
    notes: EntryNotes
    evidence: Evidence
    verdicts: tuple[Decision | None, Decision | None] = (None, None)
    """Of both passes, as far as they still hold."""


Query = Callable[[Subject], bool]

_TOKEN = re.compile(r'\s*(?:(\()|(\))|(-?(?:\w[\w-]*:)?"[^"]*"?)|([^\s()"]+))')
_COMPARED = re.compile(r"(<=|>=|<|>|=)?(\d{1,9})$")
_SIZE = re.compile(r"\s*(\d{1,9})\s*[x×]\s*(\d{1,9})\s*")
DEEPEST = 50
"""Brackets and *not* in one query: nobody means more."""


def parse(text: str) -> Query:
    """The query behind a text; an empty text asks for everything. Raises QueryError."""
    tokens = _tokens(text)
    if not tokens:
        return _everything
    if sum(token == "(" or token.lower() == "not" for token in tokens) > DEEPEST:
        raise QueryError(msg("There are too many brackets."))
    query, rest = _either(tokens)
    if rest:
        raise QueryError(msg("There is a closing bracket too many."))
    return query


def _tokens(text: str) -> list[str]:
    found: list[str] = []
    place = 0
    while place < len(text.rstrip()):
        match = _TOKEN.match(text, place)
        if match is None:
            raise QueryError(msg("Nothing is quoted here: {text}", text=text[place:].strip()))
        found.append(match.group().strip())
        place = match.end()
    return found


def _either(tokens: list[str]) -> tuple[Query, list[str]]:
    options: list[Query] = []
    query, rest = _both(tokens)
    options.append(query)
    while rest and rest[0].lower() == "or":
        query, rest = _both(rest[1:])
        options.append(query)
    if len(options) == 1:
        return options[0], rest
    return (lambda subject: any(option(subject) for option in options)), rest


def _both(tokens: list[str]) -> tuple[Query, list[str]]:
    parts: list[Query] = []
    rest = tokens
    while rest and rest[0] != ")" and rest[0].lower() != "or":
        if rest[0].lower() == "and" and parts:
            rest = rest[1:]
            continue
        query, rest = _one(rest)
        parts.append(query)
    if not parts:
        raise QueryError(msg("Something is missing beside “or” or inside the brackets."))
    return (lambda subject: all(part(subject) for part in parts)), rest


def _one(tokens: list[str]) -> tuple[Query, list[str]]:
    word = tokens[0]
    if word.lower() == "not" and len(tokens) > 1:
        query, rest = _one(tokens[1:])
        return _negated(query), rest
    if word == "(":
        query, rest = _either(tokens[1:])
        if not rest:
            raise QueryError(msg("A closing bracket is missing."))
        return query, rest[1:]
    if word.startswith("-") and len(word) > 1:
        return _negated(_leaf(word[1:])), tokens[1:]
    return _leaf(word), tokens[1:]


def _negated(query: Query) -> Query:
    return lambda subject: not query(subject)


def _leaf(token: str) -> Query:
    field, colon, value = token.partition(":")
    value = value.strip('"').casefold()
    field = field.casefold()
    if colon and field in FIELDS:
        if not value:
            raise QueryError(msg("“{field}:” needs a word behind it.", field=field))
        return FIELDS[field](value)
    if colon and field.isalpha() and not token.startswith('"'):
        names = ", ".join(sorted(FIELDS))
        raise QueryError(
            msg("“{field}:” is not known. Known are {names}.", field=field, names=names)
        )
    return _text(token.strip('"').casefold())


def _everything(_: Subject) -> bool:
    return True


def _text(wanted: str) -> Query:
    return lambda s: wanted in s.entry.name.casefold() or wanted in (s.entry.text or "").casefold()


def _caption(wanted: str) -> Query:
    return lambda s: wanted in (s.entry.text or "").casefold()


def _name(wanted: str) -> Query:
    return lambda s: wanted in s.entry.name.casefold()


def _concept(wanted: str) -> Query:
    return lambda s: wanted in s.entry.concept.casefold()


def _rule(wanted: str) -> Query:
    return lambda s: any(wanted in f.rule and not f.dismissed for f in s.findings)


def _term(kind: Kind) -> Callable[[str], Query]:
    def of_family(wanted: str) -> Query:
        def said_or_marked(s: Subject) -> bool:
            terms = s.reading.terms if s.reading is not None else ()
            said = any(t.kind is kind and wanted in (t.family, t.text.casefold()) for t in terms)
            mark = s.notes.marks.light if kind is Kind.LIGHTING else s.notes.marks.expression
            return said or (mark is not None and mark.value == wanted)

        return said_or_marked

    return of_family


def _style(wanted: str) -> Query:
    return lambda s: s.reading is not None and s.reading.style.value == wanted


def _size(wanted: str) -> Query:
    match = _SIZE.fullmatch(wanted)
    if match is None:
        raise QueryError(msg("A size is two numbers, such as size:1024x1024."))
    size = (int(match[1]), int(match[2]))
    return lambda s: (s.evidence.width, s.evidence.height) == size


def _counted(measure: Callable[[Subject], int | None], field: str) -> Callable[[str], Query]:
    def compare(wanted: str) -> Query:
        match = _COMPARED.match(wanted)
        if match is None:
            raise QueryError(msg("“{field}:” needs a number, such as {field}:>200.", field=field))
        sign, limit = match.group(1) or "=", int(match.group(2))
        test = _SIGNS[sign]

        def holds(s: Subject) -> bool:
            value = measure(s)
            return value is not None and test(value, limit)

        return holds

    return compare


_SIGNS: Mapping[str, Callable[[int, int], bool]] = {
    "=": lambda a, b: a == b,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
}


def _open_findings(s: Subject) -> tuple[Finding, ...]:
    return tuple(finding for finding in s.findings if not finding.dismissed)


_HAS: Mapping[str, Query] = {
    "finding": lambda s: bool(_open_findings(s)),
    "error": lambda s: any(f.severity is Severity.ERROR for f in _open_findings(s)),
    "warning": lambda s: any(f.severity is Severity.WARNING for f in _open_findings(s)),
    "hint": lambda s: any(f.severity is Severity.HINT for f in _open_findings(s)),
    "caption": lambda s: bool((s.entry.text or "").strip()),
    "mark": lambda s: s.notes.marks != NO_MARKS,
    "note": lambda s: any(v is not None and v.note for v in (s.notes.first, s.notes.second)),
    "face": lambda s: bool(s.evidence.faces),
    "dismissal": lambda s: bool(s.notes.dismissals),
}
_IS: Mapping[str, Query] = {
    "unsaved": lambda s: s.entry.unsaved,
    "flagged": lambda s: Decision.FLAGGED in s.verdicts,
    "approved": lambda s: Decision.APPROVED in s.verdicts,
    "reviewed": lambda s: s.verdicts == (Decision.APPROVED, Decision.APPROVED),
    "unreviewed": lambda s: s.verdicts != (Decision.APPROVED, Decision.APPROVED),
    "broken": lambda s: s.evidence.failure is not None,
    "clean": lambda s: not _open_findings(s),
}


def _one_of(field: str, known: Mapping[str, Query]) -> Callable[[str], Query]:
    def choose(wanted: str) -> Query:
        if wanted not in known:
            names = ", ".join(known)
            raise QueryError(
                msg("“{field}:” takes one of {names}.", field=field, names=names),
            )
        return known[wanted]

    return choose


FIELDS: Mapping[str, Callable[[str], Query]] = {
    "name": _name,
    "caption": _caption,
    "concept": _concept,
    "rule": _rule,
    "light": _term(Kind.LIGHTING),
    "mood": _term(Kind.MOOD),
    "style": _style,
    "size": _size,
    "chars": _counted(lambda s: len(s.entry.text or ""), "chars"),
    "width": _counted(lambda s: s.evidence.width, "width"),
    "height": _counted(lambda s: s.evidence.height, "height"),
    "has": _one_of("has", _HAS),
    "is": _one_of("is", _IS),
}
"""Every field by its name: what the filter box offers while typing."""
