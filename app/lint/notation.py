"""The short notation of resources/words: one written phrase stands for all its forms.

Phrases are separated by commas or line ends, words by spaces (never hyphens). In a phrase
`a|b` is either word, `a|b?` either or neither, `word~` every inflection of a verb (in Japanese
also of an adjective in い), `word+` the plural as well, and `@name` any word of a named set.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import product

_ONE_VOWEL = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
_SIBILANT = ("s", "x", "z", "ch", "sh")
# The last kana of a dictionary form, and what takes its place in the forms that captions use.
_JAPANESE_ENDINGS = {
    "う": "う い わ え お っ って った",
    "く": "く き か け こ い いて いた",
    "ぐ": "ぐ ぎ が げ ご い いで いだ",
    "す": "す し さ せ そ して した",
    "つ": "つ ち た て と っ って った",
    "ぬ": "ぬ に な ね の ん んで んだ",
    "ぶ": "ぶ び ば べ ぼ ん んで んだ",
    "む": "む み ま め も ん んで んだ",
    "る": "る り ら れ ろ っ って った て た",
    "い": "い く くて かった かっ さ そう げ",
}

Sets = Mapping[str, tuple[str, ...]]


def phrases(written: str, sets: Sets) -> Iterator[str]:
    """Every form of every phrase. Raises `KeyError` with the name of a set that is unknown."""
    for line in written.splitlines():
        for phrase in line.split(","):
            if parts := phrase.split():
                yield from _forms(parts, sets)


def _forms(parts: list[str], sets: Sets) -> Iterator[str]:
    if len(parts) == 1 and parts[0].isalnum():
        yield parts[0]
        return
    for chosen in product(*(_choices(part, sets) for part in parts)):
        if form := " ".join(filter(None, chosen)):
            yield form


def _choices(part: str, sets: Sets) -> list[str]:
    choices: list[str] = []
    # Emoticons are full of these signs; they stand alone and have no letter before the sign.
    if len(part) > 1 and part.endswith("?") and part[0].isalnum() | (part[0] == "@"):
        part = part[:-1]
        choices.append("")
    for choice in part.split("|") if part[0].isalnum() or part[0] == "@" else [part]:
        if choice[0] == "@" and len(choice) > 2:
            choices.extend(sets[choice[1:]])
        elif choice[0].isalnum() and choice.endswith("~"):
            choices.extend(inflections(choice[:-1]))
        elif choice[0].isalnum() and choice.endswith("+"):
            choices.extend((choice[:-1], _with_s(choice[:-1])))
        else:
            choices.append(choice)
    return choices


def inflections(word: str) -> list[str]:
    """The forms of a regular verb: smile, smiles, smiled, smiling; 微笑む, 微笑み, 微笑んで."""
    if not word.isascii():
        endings = _JAPANESE_ENDINGS.get(word[-1], word[-1])
        return [word[:-1] + ending for ending in endings.split()]
    if word.endswith("e"):
        stem, past = word[:-1], word + "d"
    elif word.endswith("y") and word[-2] not in "aeiou":
        stem, past = word, word[:-1] + "ied"
    elif _ONE_VOWEL.fullmatch(word):
        stem, past = word + word[-1], word + word[-1] + "ed"
    else:
        stem, past = word, word + "ed"
    return [word, _with_s(word), past, stem + "ing"]


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_SIBILANT) else "s")
