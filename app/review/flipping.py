"""Flipping one phrase in a caption: taken out so that the rest reads, or added in its style."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.captions.style import Style, style_of_words
from app.captions.words import SENTENCE_ENDS, Words, cut
from app.lint.fixes import apply_fix, removal
from app.lint.taking_out import clean_cuts
from app.lint.terms import find_terms
from app.lint.vocabulary import Vocabulary
from app.messages import Message, msg
from app.review.phrase import Sought, Span, groups, places, whole_words

_ROUNDS = 8
_TAIL = 48
"""Characters before a phrase in which the words that lead to it stand."""
_LEAD = re.compile(
    r"(?<![\w-])((?:at|by|during|in|under|with|within)(?:\s+(?:a|an|the|her|his|their))?)\s+$",
    re.IGNORECASE,
)
"""What joins a phrase to the words before it, and goes with it."""
_CLAIM = re.compile(
    r"(?:^|(?<=[.!?。！？\n]))\s*"
    r"((?:the\s+|an?\s+)?(?:\w+\s+)?(?:mood|atmosphere|expression|feeling|tone|light|lighting|style)"
    r"(?:\s+of\s+(?:the|this)\s+(?:image|picture|photo|photograph|scene|painting))?"
    r"\s+(?:is|are|feels|appears|looks|seems))\s+$",
    re.IGNORECASE,
)
"""A sentence that says nothing but the phrase: "The overall mood of the image is serene."."""
_BARE = re.compile(r"(?:^|(?<=[.!?\n]))\s*(the|an?)\s+$", re.IGNORECASE)
"""The same where the phrase has its own verb: "The | lighting is soft"."""
_AFTER = re.compile(
    r"\s+(?:against|as|at|before|behind|beside|near|next|wearing|while)\b", re.IGNORECASE
)
"""How what stands after a light may go on without it."""
_VERB = re.compile(r"\b(?:is|are)\b", re.IGNORECASE)
_LIGHT_NOUN = re.compile(r"(?:light|lighting|glow|shadows?|rays)$", re.IGNORECASE)
_NEXT = re.compile(r"\s+([^\W\d_]+)")
_LEADS = (
    (re.compile(r"(?:light|lighting)$", re.IGNORECASE), "in"),
    (re.compile(r"(?:expression|smile|grin|gaze|look)$", re.IGNORECASE), "with a"),
)
"""What leads to such words in a sentence where the set gives no example."""
_CLOSING = ",;、，.!?。！？\n"
_TEXT_ENDS = ".!?。！？"
_JAPANESE = re.compile("[\u3041-\u30fa\u4e00-\u9fff]")

IS_HELD = msg("The sentence needs these words: change it by hand.")
IS_TRIGGER = msg("These words are part of the trigger.")
IS_ALL = msg("Nothing else stands in this caption.")
IS_DENIED = msg("The caption says that it is not so: change it by hand.")


@dataclass(frozen=True, slots=True)
class Manner:
    """How the set's sentences say a phrase: after which words, or in a sentence of its own."""

    lead: str = ""
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Flip:
    """A caption that says the phrase and will not, or the other way round; or why it cannot."""

    before: str
    after: str
    refusal: Message | None = None


def manner_of(sought: Sought, said: Iterable[tuple[str, Sequence[Span]]]) -> Manner:
    """The commonest manner among captions and the places where they say it."""
    counts: Counter[Manner] = Counter()
    for text, spans in said:
        for start, end in (_whole(group) for group in groups(text, spans)):
            if _is_piece(text, start, end) or not _closes(text, end):
                continue
            lead = _LEAD.search(text, max(0, start - _TAIL), start)
            claim = _CLAIM.search(text, max(0, start - 2 * _TAIL), start)
            if lead is not None:
                counts[Manner(lead=" ".join(lead[1].split()).lower())] += 1
            elif claim is not None and _ends_sentence(text, end):
                counts[Manner(claim=" ".join(claim[1].split()))] += 1
    if counts:
        return min(counts, key=lambda one: (-counts[one], one.lead, one.claim))
    if sought.kind is None or _opens_with_lead(sought.words):
        return Manner()
    return next((Manner(lead=lead) for end, lead in _LEADS if end.search(sought.words)), Manner())


def flipped(
    text: str, sought: Sought, vocabulary: Vocabulary, *, trigger: str = "", manner: Manner
) -> Flip:
    """What becomes of a caption; `text` is "" for one that has none yet."""
    words = cut(text)
    spans = places(sought, text, find_terms(words, vocabulary))
    if not spans:
        return _added(text, words, sought, vocabulary, manner)
    return _taken_out(text, sought, vocabulary, trigger)


# Taking out --------------------------------------------------------------------------------


def _taken_out(text: str, sought: Sought, vocabulary: Vocabulary, trigger: str) -> Flip:
    """Words that lay under a longer phrase can come to light when it goes, so: until none is left.

    A caption changes as a whole or not at all.
    """
    after = text
    for _ in range(_ROUNDS):
        words = cut(after)
        spans = places(sought, after, find_terms(words, vocabulary))
        if not spans:
            left = any(char.isalnum() for char in after)
            return Flip(text, after) if left else Flip(text, text, IS_ALL)
        if _touches_trigger(after, spans, trigger):
            return Flip(text, text, IS_TRIGGER)
        gone = [_reach(words, group, sought, vocabulary) for group in groups(after, spans)]
        found = [span for span in gone if span is not None]
        apart = all(one[1] <= two[0] for one, two in pairwise(found))
        if len(found) < len(gone) or not apart:
            return Flip(text, text, IS_HELD)
        after = apply_fix(after, removal(after, found, safe=False)).strip()
    return Flip(text, text, IS_HELD)


def _whole(group: tuple[Span, ...]) -> Span:
    return group[0][0], group[-1][1]


def _reach(
    words: Words, group: tuple[Span, ...], sought: Sought, vocabulary: Vocabulary
) -> Span | None:
    """What goes together with the phrase; None where the rest would not read."""
    text, (start, end) = words.text, _whole(group)
    if _is_piece(text, start, end):
        return start, end
    claim = _CLAIM.search(text, max(0, start - 2 * _TAIL), start)
    bare = _BARE.search(text, max(0, start - _TAIL), start)
    if claim is not None or (bare is not None and _VERB.search(text, start, end)):
        sentence = claim or bare
        return (sentence.start(1), end) if sentence and _ends_sentence(text, end) else None
    if _opens_with_lead(text[start:end]) and (_closes(text, end) or _AFTER.match(text, end)):
        return start, end
    lead = _LEAD.search(text, max(0, start - _TAIL), start)
    if lead is not None and (_closes(text, end) or _AFTER.match(text, end)):
        return lead.start(1), end
    if _LIGHT_NOUN.search(text, start, end) or (sought.kind is None and _may_be_noun(text, end)):
        return None  # what follows belongs to it
    joined = text[end : end + 1] in ("の", "な") and _JAPANESE.match(text[end - 1 : end])
    inner = (*group[:-1], (group[-1][0], end + 1)) if joined else group
    cuts = clean_cuts(words, inner, vocabulary)
    whole = len(cuts) == 1 and len(cuts[0].modifiers) == len(group)
    return (cuts[0].start, cuts[0].end) if whole else None


def _may_be_noun(text: str, end: int) -> bool:
    """Words that nobody has sorted: "a woman | stands" must not lose its woman."""
    following = _NEXT.match(text, end)
    return following is not None and following[1].endswith(("s", "ed", "ing", "ly"))


def _touches_trigger(text: str, spans: Iterable[Span], trigger: str) -> bool:
    pattern = whole_words(trigger)
    if pattern is None:
        return False
    kept = [match.span() for match in pattern.finditer(text)]
    return any(first < end and start < last for start, end in spans for first, last in kept)


# Adding ------------------------------------------------------------------------------------


def _added(text: str, words: Words, sought: Sought, vocabulary: Vocabulary, manner: Manner) -> Flip:
    said = " ".join(sought.words.split())
    style = style_of_words(words)
    pattern = whole_words(said)
    if pattern is None or pattern.search(text):
        return Flip(text, text, IS_DENIED)
    if style is Style.EMPTY:
        after = said
    elif style is Style.SENTENCE:
        after = _said_in_sentence(text, words, said, manner)
    else:
        after = _said_as_tag(text, said)
    terms = find_terms(cut(after), vocabulary)
    there = places(sought, after, terms) or places(Sought(said), after, terms)
    return Flip(text, after) if there else Flip(text, text, IS_HELD)


def _said_as_tag(text: str, said: str) -> str:
    body = text.rstrip().rstrip(",、，;").rstrip()
    mark = body[-1] if body.endswith(tuple(_TEXT_ENDS)) else ""
    body = body.removesuffix(mark)
    tags = [tag.strip() for tag in re.split(r"[,、，;]", body)]
    joined = any("_" in tag for tag in tags) and not any(" " in tag for tag in tags)
    wide = "、" in body and ", " not in body
    return f"{body}{'、' if wide else ', '}{said.replace(' ', '_') if joined else said}{mark}"


def _said_in_sentence(text: str, words: Words, said: str, manner: Manner) -> str:
    body = text.rstrip()
    ended = body.endswith(tuple(_TEXT_ENDS))
    if _JAPANESE.search(body):
        return f"{body}{'' if ended else '。'}{said}。"
    claim = "The" if _VERB.search(said) else manner.claim
    if claim:
        return f"{body}{'' if ended else '.'} {claim} {said}."
    lead = "" if _opens_with_lead(said) else manner.lead
    phrase = f"{lead} {said}" if lead else said
    # The first sentence tells of the whole picture; those after it of details.
    first = next(iter(words.sentences()), None)
    last = first[1] if first is not None else len(words.forms)
    if last >= len(words.forms) or words.forms[last] not in SENTENCE_ENDS:
        return f"{body}, {phrase}"
    at = words.starts[last]
    return f"{text[:at].rstrip()}, {phrase}{text[at:]}".rstrip()


def _opens_with_lead(said: str) -> bool:
    return re.match(r"(?:at|by|during|in|under|with|within)\b", said, re.IGNORECASE) is not None


# Where it stands ---------------------------------------------------------------------------


def _is_piece(text: str, start: int, end: int) -> bool:
    """The words stand alone between commas or ends, as a tag does."""
    left = text[:start].rstrip()
    return (not left or left[-1] in _CLOSING) and _closes(text, end)


def _closes(text: str, end: int) -> bool:
    rest = text[end:].lstrip(" \t")
    return not rest or rest[0] in _CLOSING


def _ends_sentence(text: str, end: int) -> bool:
    rest = text[end:].lstrip(" \t")
    return not rest or rest[0] in _TEXT_ENDS + "\n"
