"""Which of the two caption styles a text is written in, or a mixture of both."""

import re
from enum import StrEnum

from app.captions.by_word import ByWord
from app.captions.words import SENTENCE_ENDS, Words, cut


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Small words that running text needs and a list of tags does not.
_ARTICLES = _set("a an the this that these those some his her their its")
_FINITE = _set(
    "is are was were has have had can will does do wears sits stands holds shows features looks"
    " appears depicts captures contains creates walks runs plays lies rests hangs rides takes goes"
    " makes gets comes becomes turns seems gives leads casts exhibits uses there it he she they"
    " reads says boasts adds stretches sit stand play watch line exudes blends showcases displays"
    " add change remove make put replace turn"
)
_JOINING = _set(
    "of in on with at to from by for and or as into onto under over near next beside behind above"
    " while during through between against who which where when than inside around along across"
    " wearing holding sitting standing looking having showing"
)
_MADE = _set(
    "comic cartoon painting watercolor watercolour sketch drawing engraving etching woodcut"
    " lithograph photo photograph photography illustration render rendering wash art artwork"
    " style anime mosaic fresco graffiti gouache pastel charcoal print poster lens film dslr"
    " polaroid pixel claymation"
)
_COUNTED = _set("two three four five six seven eight nine ten several many my your our")
_FULL_STOPS = frozenset(".!?")
_THINGS = _set(
    "king viking ring earring wing painting drawing engraving etching building ceiling evening"
    " morning spring string thing something nothing anything everything clothing lighting wedding"
    " setting ending being feeling darling duckling sibling sling railing frosting icing pudding"
    " stocking rendering shading lightning"
)
"""Words in -ing that name a thing."""
_NAMING = _set("of by from and")
"""Joining words that only say what a picture shows and who made it."""
_ADJECTIVE = re.compile(r"(?:ing|ed|ful|ous|al|ive|ic|less|ish|ant|ent|y)$")
"""How many adjectives end: after an article and before a comma, another one follows."""
_PARTICLES = "はがをにでとも"
_CLAUSE_SMALL = 3
_CLAUSE_WORDS = 8
_TAG_WORDS = 6
_LISTED = 3
_LISTED_WORDS = 4
_NAME_WORDS = 2
"""A caption without a comma is a bare name up to here, longer it tells what is there."""
_JAPANESE_TAG = 9
"""A Japanese tag has fewer characters than this, or next to no particles."""


_BOORU = re.compile(r"^\d+(girl|boy|other)s?$|_")
"""A form that only tags have."""


class Style(StrEnum):
    """How a caption is written."""

    TAGS = "tags"
    SENTENCE = "sentence"
    MIXED = "mixed"
    EMPTY = "empty"


class _Part(StrEnum):
    """What a part between commas reads as. *Either*: a phrase that both styles use."""

    CLAUSE = "clause"
    TAG = "tag"
    EITHER = "either"


def style_of(text: str) -> Style:
    """The style of a caption, from how its parts between commas read."""
    return style_of_words(cut(text))


def style_of_words(words: Words) -> Style:
    """The same for a caption that is already cut."""
    if not words.words:
        return Style.EMPTY
    parts = _parts(words)
    if _signed(words):
        return Style.MIXED
    clauses, tags = parts.count(_Part.CLAUSE), parts.count(_Part.TAG)
    if not tags:
        return Style.TAGS if not clauses and _lists(words, len(parts)) else Style.SENTENCE
    if not clauses:
        if len(parts) == 1 and (words.words > _NAME_WORDS or words.forms[0] in _COUNTED):
            return Style.SENTENCE  # strawberry flavoured rice pudding; two lamps
        many = tags * 2 >= len(parts) or len(parts) > 3 or _lists(words, len(parts))
        return Style.TAGS if many else Style.SENTENCE
    # A list of tags may hold a long one, and a sentence a bare word between two commas; a
    # mixture opens with a sentence and ends in tags.
    closed = words.forms[-1] in SENTENCE_ENDS
    if parts[0] is _Part.CLAUSE:
        remarks = closed and len(parts) <= 3 and not any(map(_BOORU.search, words.forms))
        if remarks and SENTENCE_ENDS.isdisjoint(words.forms[:-1]):
            return Style.SENTENCE  # a dog leaps over a bar, ears flying, mouth open.
        trails = tags * 2 >= len(parts) or (parts[-1] is _Part.TAG and not closed)
        return Style.MIXED if trails else Style.SENTENCE
    if tags > clauses or (tags == clauses and not closed):
        return Style.TAGS
    return Style.MIXED if parts[-1] is _Part.TAG and not closed else Style.SENTENCE


def _signed(words: Words) -> bool:
    """Whether words after the one sentence say how the picture was made: a tiger on a roof. |
    Comic.
    """
    # Cheapest first: nine of ten captions name no medium, few have a full stop within.
    if _MADE.isdisjoint(words.forms) or _FULL_STOPS.isdisjoint(words.forms[:-1]):
        return False
    ranges = words.segments
    if len(ranges) < 2 or len(words.sentences()) != 2:
        return False
    start, end = ranges[-1]
    forms = words.forms[start:end]
    if (
        words.forms[start - 1] not in _FULL_STOPS
        or len(forms) > _CLAUSE_WORDS
        or start < _TAG_WORDS
    ):
        return False
    return not _MADE.isdisjoint(forms) and _FINITE.isdisjoint(forms) and forms[0] not in _ARTICLES


def _lists(words: Words, parts: int) -> bool:
    """Whether short parts that both styles use are a list: a red coat, a hat, gloves in a box."""
    if parts < _LISTED or words.forms[-1] in SENTENCE_ENDS or "and" in words.forms:
        return False
    ranges = words.segments
    return all(end - start <= _LISTED_WORDS for start, end in ranges)


def _letter(form: str) -> str:
    """One letter for what a form is to running text: "f" a finite verb, "a" an article, "j" a
    joining word, "n" one that names, "w" any other word, a capital where it ends in -ing; a space
    a mark.
    """
    if not form[0].isalnum():
        return " "
    letter = "w"
    if form in _FINITE:
        letter = "f"
    elif form in _JOINING:
        letter = "n" if form in _NAMING else "j"
    elif form in _ARTICLES:
        letter = "a"
    return letter.upper() if form.endswith("ing") and form not in _THINGS else letter


_LETTERS = ByWord(_letter)


def _parts(words: Words) -> list[_Part]:
    """What each part reads as; a leading trigger is left out."""
    parts: list[_Part] = []
    ranges, forms = words.segments, words.forms
    letters = "".join(map(_LETTERS.__getitem__, forms))
    for number, (start, end) in enumerate(ranges):
        shape = letters[start:end].replace(" ", "")
        if not shape:
            continue
        if number == 0 and len(ranges) > 1 and forms[end] == ",":
            trigger = words.text[words.starts[start] : words.ends[end - 1]]
            following = forms[ranges[1][0]]
            opens = following in _ARTICLES or ranges[1][1] - ranges[1][0] > _TAG_WORDS
            if opens and not any(char.isspace() for char in trigger):
                continue
            # Inkwash style, two men in a boat: the trigger of a style and a sentence.
            sentence = len(ranges) == 2 and (following in _ARTICLES or following in _COUNTED)
            if sentence and forms[end - 1] == "style" and end - start == 2:
                continue
        own = forms[start:end]
        if len(shape) < len(own):
            own = tuple(form for form in own if form[0].isalnum())
        part = _japanese_part(words, start, end) if words.japanese else None
        if part is None:
            part = _Part.TAG if len(own) == 3 and own[1] == "and" else _PARTS[shape]
            if part is _Part.TAG and words.japanese and "。" in forms:
                part = _Part.EITHER  # 「Joke」、「Push」 are read out in running text
        # "Shelves, boxes, and jars": bare words before an "and" are an enumeration in a sentence.
        if own[0] in ("and", "or"):
            for before in reversed(range(len(parts))):
                if parts[before] is not _Part.TAG:
                    break
                parts[before] = _Part.EITHER
        bare = part is _Part.TAG and number
        if bare and (_continues(words, ranges, number) or _enumerates(words, ranges, number)):
            part = _Part.EITHER
        parts.append(part)
    return parts


def _continues(words: Words, ranges: tuple[tuple[int, int], ...], number: int) -> bool:
    """Whether a part is the rest of the one before: next to a horrifying, | uncanny creature."""
    forms = words.forms
    start, end = ranges[number]
    first, last = ranges[number - 1]
    if forms[start - 1] == "," and last - first > _CLAUSE_SMALL and end - start <= _CLAUSE_SMALL:
        row = forms[last - 2] in ("a", "an") and forms[start] not in _ARTICLES
        return row and bool(_ADJECTIVE.search(forms[last - 1]))
    return False


def _enumerates(words: Words, ranges: tuple[tuple[int, int], ...], number: int) -> bool:
    """Whether the second and last part only ends a row, or says what else somebody does: with
    bread, | oranges and plates; a woman on a bench, | smiling.
    """
    start, end = ranges[number]
    row = end - start == 3 and words.forms[start + 1] == "and"
    acts = words.forms[start].endswith("ing") and ranges[0][1] - ranges[0][0] >= _CLAUSE_SMALL + 1
    return (row or acts) and len(ranges) == 2 and words.forms[start - 1] == ","


def _part(shape: str) -> _Part:
    """What a part reads as by the letters of its words."""
    count = len(shape)
    if count > 2 and "f" in shape:
        return _Part.CLAUSE
    small = count - shape.count("w") - shape.count("W")
    if not small:
        return _Part.TAG if count <= _TAG_WORDS + 2 else _Part.EITHER
    acts = "W" in shape[1:] or "J" in shape[1:]
    reach = small + acts
    opens = shape[0] not in "jJn"
    long = count >= _CLAUSE_WORDS or (acts and count > _TAG_WORDS - 2)
    if opens and (reach >= _CLAUSE_SMALL or (reach > 1 and long)):
        # A portrait of a queen by two painters names a picture; in a tower, it would tell of one.
        names = not acts and "n" in shape and "j" not in shape
        return _Part.EITHER if names else _Part.CLAUSE
    return _Part.EITHER


_PARTS = ByWord(_part)


def _japanese_part(words: Words, start: int, end: int) -> _Part | None:
    """The same for a part that is mostly Japanese, None where it is not."""
    runs = [words.forms[at] for at in words.japanese if start <= at < end]
    length = sum(map(len, runs))
    first, last = words.starts[start], words.ends[end - 1]
    if length * 2 < last - first:
        return None
    following = words.forms[end] if end < len(words.forms) else ""
    particles = sum(char in _PARTICLES for run in runs for char in run)
    if following in SENTENCE_ENDS or (length >= _JAPANESE_TAG and particles > 1):
        return _Part.CLAUSE
    # Running text is full of short parts too, but it has full stops.
    tag = particles < 2 and length < _JAPANESE_TAG and "。" not in words.forms
    return _Part.TAG if tag else _Part.EITHER
