"""Cards: one TOML file per rule with its severity, reason, words, translations and examples."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

import tomli

from app.errors import ProofError
from app.lint.rule import Finding, Fix, Severity
from app.messages import Message, Value, msg
from app.paths import resources

LANGUAGES = ("en", "ja")
_MARKED = re.compile(r"\[\[(.+?)\]\](?!\])", re.DOTALL)
_KNOWN = frozenset(
    {"severity", "pass", "check", "kind", "title", "why", "messages", "fixes", "chips", "names"}
    | {
        "ja",
        "words",
        "swaps",
        "variants",
        "describing",
        "unit",
        "limit",
        "fix",
        "claims",
        "bad",
        "good",
    }
)


@dataclass(frozen=True, slots=True)
class ExampleEntry:
    """One caption of an example. `given` holds what else is known, as the card wrote it: keys
    evidence, marks, state, concept and so on.
    """

    caption: str
    spans: tuple[tuple[int, int], ...]
    """The marked places, in code points; the finding covers exactly these."""
    given: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Example:
    """Captions on which the rule speaks (`bad`) or stays silent. `fixed` is the first caption after
    the fix, None where the rule has none.
    """

    bad: bool
    entries: tuple[ExampleEntry, ...]
    given: Mapping[str, Any]
    fixed: str | None = None
    dataset: bool = False
    """The finding is about the dataset."""


@dataclass(frozen=True, slots=True)
class Card:
    """A rule as a person meets it. Texts are by language ("en", "ja"), messages and fix titles by
    language and case, in `str.format` syntax; `names` translates values, such as a light's family.
    """

    name: str
    severity: Severity
    review_pass: int
    """1 or 2: which review asks about it."""
    check: str | None
    """The function that finds it; None where `kind` does."""
    kind: str | None
    data: Mapping[str, Any]
    """The words of a kind, as the card wrote them."""
    title: Mapping[str, str]
    why: Mapping[str, str]
    messages: Mapping[str, Mapping[str, str]]
    fixes: Mapping[str, Mapping[str, str]]
    names: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict[str, Mapping[str, str]], compare=False
    )
    chips: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict[str, Mapping[str, str]], compare=False
    )
    """In at most six words what is wrong, by language and case; a case may have none."""
    examples: tuple[Example, ...] = ()


@cache
def load_cards() -> Mapping[str, Card]:
    """All cards by rule name, in the order of their names; ProofError where one is damaged."""
    folder = resources() / "rules"
    cards = {path.stem: read_card(path) for path in sorted(folder.glob("*.toml"))}
    return MappingProxyType(cards)


def read_card(path: Path) -> Card:
    """One card from its file; ProofError names the file and what is wrong with it."""
    try:
        return _card(path.stem, tomli.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ProofError(
            msg("The rule card {name} cannot be read", name=path.name),
            msg("{reason}. Install Proofsheet again.", reason=_reason(error)),
        ) from error


def message_of(finding: Finding, card: Card, language: str = "en") -> str:
    """What was seen, in one sentence."""
    return _filled(card, card.messages, finding.case, finding.values, language)


def fix_title(fix: Fix, card: Card, language: str = "en") -> str:
    """What applying the fix will do."""
    return _filled(card, card.fixes, fix.case, fix.values, language)


def _filled(
    card: Card,
    texts: Mapping[str, Mapping[str, str]],
    case: str,
    values: Mapping[str, Value],
    language: str,
) -> str:
    return texts.get(language, texts["en"])[case].format(**named(card, values, language))


def named(card: Card, values: Mapping[str, Value], language: str) -> dict[str, Value]:
    """The values as people call and write them: "golden" may be sunset or sunrise."""
    names = card.names.get(language, {})
    return {name: _said(value, names) for name, value in values.items()}


def _said(value: Value, names: Mapping[str, str]) -> Value:
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, Message) or value >= 0:
        return value
    return f"\N{MINUS SIGN}{-value}"


def _reason(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"{error.args[0]!r} is missing"
    return str(error)


def _card(name: str, table: dict[str, Any]) -> Card:
    unknown = sorted(table.keys() - _KNOWN)
    if unknown:
        raise ValueError(f"unknown key {unknown[0]!r}")
    if ("check" in table) == ("kind" in table):
        raise ValueError("a card names either a check or a kind")
    by_language = {"en": table, "ja": table["ja"]}
    review_pass = table["pass"]
    if review_pass not in (1, 2):
        raise ValueError(f"pass is 1 or 2, not {review_pass!r}")
    data = {
        key: table[key]
        for key in ("words", "swaps", "variants", "describing", "unit", "limit", "fix", "claims")
        if key in table
    }
    return Card(
        name=name,
        severity=Severity(table["severity"]),
        review_pass=review_pass,
        check=table.get("check"),
        kind=table.get("kind"),
        data=data,
        title={key: _text(part["title"]) for key, part in by_language.items()},
        why={key: _text(part["why"]) for key, part in by_language.items()},
        messages={key: _texts(part["messages"]) for key, part in by_language.items()},
        fixes={key: _texts(part.get("fixes", {})) for key, part in by_language.items()},
        names={key: _texts(part.get("names", {})) for key, part in by_language.items()},
        chips={key: _texts(part.get("chips", {})) for key, part in by_language.items()},
        examples=tuple(
            _example(example, bad=key == "bad")
            for key in ("bad", "good")
            for example in table.get(key, ())
        ),
    )


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"a text is missing: {value!r}")
    return value.strip()


def _texts(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise TypeError(f"a table of texts is needed, not {value!r}")
    return {key: _text(text) for key, text in cast(dict[str, object], value).items()}


def _example(table: dict[str, Any], *, bad: bool) -> Example:
    rest = {
        key: value
        for key, value in table.items()
        if key not in ("caption", "captions", "fixed", "dataset")
    }
    if "captions" in table:
        entries = tuple(
            _entry({"caption": one}) if isinstance(one, str) else _entry(one)
            for one in table["captions"]
        )
    else:
        entries = (_entry({"caption": table["caption"], **rest}),)
        rest = {}
    return Example(
        bad=bad,
        entries=entries,
        given=rest,
        fixed=table.get("fixed"),
        dataset=bool(table.get("dataset", False)),
    )


def _entry(table: dict[str, Any]) -> ExampleEntry:
    """`[[words]]` in a caption marks the place that the finding covers."""
    plain: list[str] = []
    spans: list[tuple[int, int]] = []
    done = length = 0
    marked = str(table["caption"])
    for match in _MARKED.finditer(marked):
        plain += (marked[done : match.start()], match[1])
        length += match.start() - done
        spans.append((length, length + len(match[1])))
        length += len(match[1])
        done = match.end()
    plain.append(marked[done:])
    given = {key: value for key, value in table.items() if key != "caption"}
    return ExampleEntry("".join(plain), tuple(spans), given)
