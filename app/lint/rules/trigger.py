"""The trigger word: whether a caption has it, spelt as chosen and standing where it should."""

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from app.captions.style import Style
from app.lint.context import EntryContext
from app.lint.fixes import removal, whole_fix
from app.lint.rule import Fix, Hit

_SHORT = 4
"""Triggers of fewer letters resemble too many words for a misspelling to be told."""


def trigger_word(context: EntryContext) -> Iterator[Hit]:
    """The concept's trigger, once the person has confirmed one."""
    trigger, text = context.own.trigger.strip(), context.text
    if not trigger or not text.strip():
        return
    found = _exact(trigger).search(text)
    if found is None:
        near = _misspelt(trigger, text)
        if near is None:
            yield _missing(context, trigger)
        else:
            written = text[near[0] : near[1]]
            # More than one of it may be meant: "two drones over a field".
            safe = not _is_plural(written, trigger)
            fix = Fix(*near, trigger, safe=safe, values={"trigger": trigger})
            values = {"match": written, "trigger": trigger}
            yield Hit("misspelt-trigger", *near, values=values, fixes=(fix,))
    elif context.reading.style is Style.TAGS and text[: found.start()].strip():
        moved = _first(text, found.span())
        fix = whole_fix(text, moved, safe=True)
        yield Hit("misplaced-trigger", *found.span(), values={"trigger": trigger}, fixes=(fix,))


def _is_plural(written: str, trigger: str) -> bool:
    one, other = sorted((written.casefold(), trigger.casefold()), key=len)
    return other in (f"{one}s", f"{one}es")


def _missing(context: EntryContext, trigger: str) -> Hit:
    # Before a sentence the trigger needs a person's judgement: "purplecurly, A woman ...".
    safe = context.reading.style is Style.TAGS
    fix = Fix(0, 0, f"{trigger}, ", safe, values={"trigger": trigger})
    return Hit("missing-trigger", values={"trigger": trigger}, fixes=(fix,), key=trigger)


def _first(text: str, span: tuple[int, int]) -> str:
    fix = removal(text, [span], safe=True)
    rest = text[: fix.start] + fix.text + text[fix.end :]
    return f"{text[span[0] : span[1]]}, {rest}"


@lru_cache(maxsize=64)
def _exact(trigger: str) -> re.Pattern[str]:
    edges = (r"(?<!\w)", r"(?!\w)") if trigger.isascii() else ("", "")
    return re.compile(edges[0] + re.escape(trigger) + edges[1], re.IGNORECASE)


@lru_cache(maxsize=64)
def _spaced(trigger: str) -> re.Pattern[str]:
    """The trigger with spaces, hyphens or underscores put in or left out."""
    letters = [re.escape(char) for char in trigger if char not in " -_"]
    return re.compile(r"(?<!\w)" + r"[ _-]?".join(letters) + r"(?!\w)", re.IGNORECASE)


def _misspelt(trigger: str, text: str) -> tuple[int, int] | None:
    if len(trigger) < _SHORT or not trigger.isascii():
        return None
    spaced = _spaced(trigger).search(text)
    if spaced:
        return spaced.span()
    most = 1 if len(trigger) < 8 else 2
    count = trigger.count(" ") + 1
    words = list(re.finditer(r"\w+", text[:2_000]))
    for place in range(len(words) - count + 1):
        start, end = words[place].start(), words[place + count - 1].end()
        candidate = text[start:end].casefold()
        if abs(len(candidate) - len(trigger)) > most or candidate[0] != trigger[0].casefold():
            continue
        if OSA.distance(candidate, trigger.casefold(), score_cutoff=most) <= most:
            return start, end
    return None
