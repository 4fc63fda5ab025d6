"""Names for exported files: safe on every system and unique there too."""

import unicodedata
from collections.abc import Iterable, Sequence
from string import Formatter

from app.errors import ProofError
from app.messages import msg
from app.names import collision_key, free_stem, safe_stem

_MOST_BYTES = 200
"""Leaves room for an ending and for a counter below the usual limit of 255."""
_FIELDS = frozenset({"number", "name", "concept"})


def safe_name(name: str) -> str:
    """The name without what some system forbids; never empty, hidden or reserved."""
    composed = unicodedata.normalize("NFC", name)
    if safe_stem(composed) and len(composed.encode()) <= _MOST_BYTES:
        return composed
    clean = "".join(sign if safe_stem(f"a{sign}a") else "_" for sign in composed)
    while len(clean.encode()) > _MOST_BYTES:
        clean = clean[:-1]
    clean = clean.strip().rstrip(". ")
    return clean if safe_stem(clean) else f"_{clean.lstrip('.-')}"


def unique_names(names: Iterable[str]) -> list[str]:
    """Safe names in the same order; a later twin gets "-2", "-3" and so on."""
    taken: set[str] = set()
    unique: list[str] = []
    for name in names:
        free = free_stem(safe_name(name), taken)
        taken.add(collision_key(free))
        unique.append(free)
    return unique


def numbered(count: int) -> list[str]:
    """00001 and so on; more digits only where five are not enough."""
    digits = max(5, len(str(count)))
    return [f"{number:0{digits}}" for number in range(1, count + 1)]


def from_template(template: str, stems: Sequence[str], concept: str) -> list[str]:
    """Names by a template; ProofError where it has another field than number, name, concept."""
    try:
        fields = [part for part in Formatter().parse(template) if part[1] is not None]
        unknown = [name for _, name, _, _ in fields if name not in _FIELDS]
        if unknown or any("{" in (spec or "") for _, _, spec, _ in fields):
            raise ValueError(unknown)
        return unique_names(
            template.format(number=number, name=stem, concept=concept)
            for number, stem in enumerate(stems, start=1)
        )
    except (ValueError, KeyError, IndexError) as error:
        raise ProofError(
            msg("The name template {given} cannot be used", given=template),
            msg("Its fields may be {{number}}, {{name}} and {{concept}}, as in {{number:05}}."),
        ) from error
