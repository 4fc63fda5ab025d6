"""Makes one term of what names one light: words that two phrases share, dusk or dawn."""

import re

from app.captions.words import Words
from app.lint.senses import Kind, Polarity, Term
from app.lint.vocabulary import Vocabulary

_EITHER = frozenset(("or", "か"))
_BOTH = frozenset(("and", "&"))
_LIT_BY = frozenset(
    f"{lit} {by}" for lit in ("lit", "lit up", "illuminated") for by in ("by", "with")
)
"""They say little without the light after them."""
_ARTICLES = frozenset(("a", "an", "the", "some", "its", "his", "her", "their"))
_GOES = re.compile(
    r"(?:light|lighting|glow)\s+(?:comes?|coming|falls?|falling|filters?|filtering|streams?|streaming"
    r"|shines?|shining|pours?|pouring|spills?|spilling|of\b|from\s+(?:the\s+|one\s+)?(?:upper\s+|lower\s+"
    r"|far\s+)?(?:left|right|side|above|below|behind|front|back|top|bottom))\b|光が[差射降]",
    re.IGNORECASE,
)
"""Light that says only where it goes."""


def join(terms: list[Term], taken: int, text: str, light: Term) -> int:
    """Makes `hard rim light` and `rim light effect`, which share a word, one term; the characters
    taken afterwards, one bit for each.

    Where light that is described goes somewhere (`soft light` from the left), the description is
    the term.
    """
    for place, term in enumerate(terms):
        if not _share(light, term):
            continue
        goes = light.start < term.start and light.end < term.end and _GOES.match(term.text)
        if goes and not any(_share(light, one) for one in terms if one is not term):
            terms[place] = light
            return taken & ~_bits(term.start, term.end) | _bits(light.start, light.end)
        first, last = min(light.start, term.start), max(light.end, term.end)
        whole = _bits(first, last)
        if (taken & whole).bit_count() == term.end - term.start:
            terms[place] = term._replace(start=first, end=last, text=text[first:last])
            return taken | whole
        break
    return taken


def _share(light: Term, term: Term) -> bool:
    """Whether it is a light too, with letters in common."""
    return term.kind is Kind.LIGHTING and light.start < term.end and term.start < light.end


def _bits(first: int, last: int) -> int:
    return ((1 << (last - first)) - 1) << first


def darken(terms: list[Term], words: Words, vocabulary: Vocabulary) -> list[Term]:
    """Makes `dark` a mood where it is a tag of its own in a grim caption, unless a tag beside it
    speaks of light.
    """
    text = words.text
    for place, term in enumerate(terms):
        if term.kind is not Kind.LIGHTING or term.text.lower() != "dark":
            continue
        first, last = text.rfind(",", 0, term.start), (text + ",").find(",", term.end)
        if first < 0 or text[first + 1 : last].strip() != term.text:
            continue
        begin, end = text.rfind(",", 0, first) + 1, text.find(",", last + 1)
        last = end if end >= 0 else len(text)
        lights = [one for one in terms if one.kind is Kind.LIGHTING and one is not term]
        if any(begin <= light.start and light.end <= last for light in lights):
            continue
        grim = not vocabulary.grim.isdisjoint(words.forms)
        if grim or any(one.polarity is Polarity.NEGATIVE for one in terms):
            dark = term._replace(kind=Kind.MOOD, family="gloom", polarity=Polarity.NEGATIVE)
            terms[place] = dark._replace(expression=False)
    return terms


def couple(terms: list[Term], text: str) -> list[Term]:
    """Makes `dusk or dawn` one term, which names one light by two words, and so `foggy and rainy
    day` of one family; `neon lights and city lights` stay two.
    """
    kept: list[Term] = []
    last = -1
    """Where the light before this one stands in `kept`."""
    for term in terms:
        if term.kind is Kind.LIGHTING:
            if last >= 0 and _one_light(kept[last], term, text):
                whole = text[kept[last].start : term.end]
                kept[last] = kept[last]._replace(end=term.end, text=whole)
                continue
            if last >= 0 and kept[last].text.lower() in _LIT_BY:
                between = text[kept[last].end : term.start].lower().split()
                if _ARTICLES.issuperset(between):
                    lit = kept.pop(last)
                    # Lit by sunlight is one light; of `illuminated by the lamps` the lamps are.
                    start = term.start if between else lit.start
                    term = term._replace(start=start, text=text[start : term.end])
            last = len(kept)
        kept.append(term)
    return kept


def _one_light(before: Term, term: Term, text: str) -> bool:
    link = text[before.end : term.start].strip().lower()
    if link in _EITHER:
        return True
    if before.family != term.family or " " in before.text:
        return False
    # A comma parts tags, unless both words describe what follows: a cloudy, overcast day.
    described = link == "," and " " in term.text
    return link in _BOTH or (described and text[: before.start].rstrip()[-1:].isalnum())
