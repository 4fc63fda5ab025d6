"""The words a finding stands on, with their underlines, and what a chip says of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.lint.dismissals import mark_of
from app.lint.rule import Finding, Severity
from app.lint.terms import Term
from app.ui.finding_text import card_of, chip_parts, rule_title
from app.ui.session import Session
from app.ui.text import tr, trn
from app.ui.text_marks import UnderlinedSpan, Weight

LONGEST = 28
"""Characters of the words in a chip; longer ones would push the other chips away."""
LONGEST_CHIP = 44
"""Of a chip that quotes or names something; its rule's name is shorter then."""
PILED_UP = "piled-up-modifiers"
NOT_IN_PICTURE = frozenset(
    {
        "distance-not-in-picture",
        "light-not-in-picture",
        "medium-not-in-picture",
        "mood-not-in-picture",
    }
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a caption and what is underlined in them."""

    text: str
    spans: tuple[UnderlinedSpan, ...] = ()


def underlined(terms: Iterable[Term], findings: Iterable[Finding]) -> tuple[UnderlinedSpan, ...]:
    """Terms as underlines, heavier where a finding stands on the same words."""
    weights: list[tuple[int, int, Weight]] = []
    for finding in findings:
        if finding.dismissed or finding.start is None or finding.end is None:
            continue
        weight = Weight.HINT if finding.severity is Severity.HINT else Weight.WARNING
        for start, end in ((finding.start, finding.end), *finding.more_spans):
            weights.append((start, end, weight))
    spans: list[UnderlinedSpan] = []
    for term in terms:
        over = [w for s, e, w in weights if s < term.end and e > term.start]
        weight = Weight.WARNING if Weight.WARNING in over else (over[0] if over else Weight.KNOWN)
        spans.append(UnderlinedSpan(term.start, term.end, term.kind, weight))
    for start, end, weight in weights:
        if not any(start < span.end and end > span.start for span in spans):
            spans.append(UnderlinedSpan(start, end, None, weight))
    return tuple(sorted(spans, key=lambda span: span.start))


def phrase_of(session: Session, finding: Finding) -> Phrase:
    """Each part of the words with the underline that it has in the caption."""
    lint = session.lint
    if lint is None or finding.entry is None or finding.start is None or finding.end is None:
        return Phrase("")
    caption = session.entry(finding.entry).text or ""
    known = underlined(lint.terms(finding.entry), (finding,))
    text, spans = "", list[UnderlinedSpan]()
    for start, end in sorted(((finding.start, finding.end), *finding.more_spans)):
        text += ", " if text else ""
        shift = len(text) - start
        text += caption[start:end].replace("\n", " ")
        spans += [
            replace(span, start=max(span.start, start) + shift, end=min(span.end, end) + shift)
            for span in known
            if span.start < end and span.end > start
        ]
    return Phrase(text, tuple(spans))


def chip_words(session: Session, finding: Finding) -> Phrase:
    """In at most six words what is wrong: the words themselves where they say it shorter, then
    what was measured.
    """
    if finding.rule in NOT_IN_PICTURE:
        phrase = phrase_of(session, finding)
        if phrase.text and phrase.spans and len(phrase.text) <= LONGEST:
            seen = _seen(session, finding)
            return Phrase(tr("{words}: {seen}", words=phrase.text, seen=seen), phrase.spans)
    if finding.rule == PILED_UP and finding.case in ("many", "many-here"):
        return Phrase(trn("%n modifiers", int(str(finding.values["count"]))))
    if finding.rule == PILED_UP and finding.case == "stacked":
        return Phrase(trn("%n modifiers on one thing", int(str(finding.values["count"]))))
    return _carded(session, finding) or Phrase(rule_title(session, finding.rule))


def words_together(session: Session, found: Sequence[Finding]) -> Phrase:
    """Of a rule that speaks more than once, all words that it speaks of, or else how often."""
    first = found[0]
    places = [
        place
        for one in found
        if one.start is not None and one.end is not None
        for place in ((one.start, one.end), *one.more_spans)
    ]
    if places:
        (start, end), *others = sorted(places)
        whole = phrase_of(session, replace(first, start=start, end=end, more_spans=tuple(others)))
        said = [words.casefold() for words in whole.text.split(", ")]
        short = len(whole.text) <= LONGEST_CHIP and len(set(said)) == len(said)
        if short and any(letter.isalnum() for letter in whole.text):
            return whole
    title = rule_title(session, first.rule)
    return Phrase(tr("{title} × {count}", title=title, count=len(found)))


def _carded(session: Session, finding: Finding) -> Phrase | None:
    """The few words of the rule's card, with the underline of the caption's words among them."""
    parts = chip_parts(session, finding)
    if not parts or sum(len(words) + len(value) for words, value in parts) > LONGEST_CHIP:
        return None
    text, spans = "", list[UnderlinedSpan]()
    quoted = _quoted(session, finding)
    for words, value in parts:
        text += words
        known = quoted.get(value.casefold(), ()) if value else ()
        spans += [
            replace(span, start=span.start + len(text), end=span.end + len(text)) for span in known
        ]
        text += value
    return Phrase(text, tuple(spans))


def _quoted(session: Session, finding: Finding) -> dict[str, tuple[UnderlinedSpan, ...]]:
    """Each of the finding's places, and all of them together, by their words."""
    whole = phrase_of(session, finding)
    if not whole.text:
        return {}
    found = {whole.text.casefold(): whole.spans}
    for start, end in ((finding.start, finding.end), *finding.more_spans):
        one = phrase_of(session, replace(finding, start=start, end=end, more_spans=()))
        found.setdefault(one.text.casefold(), one.spans)
    return found


def stood_words(session: Session, finding: Finding) -> str:
    """What was let stand: the words, or the rule where it is about no few words."""
    words = phrase_of(session, finding).text
    if not words or len(words) > LONGEST:
        words = rule_title(session, finding.rule)
    else:
        words = tr("“{words}”", words=words)
    return tr("let stand: {titles}", titles=words)


def stood_reason(session: Session, finding: Finding) -> str:
    """Why a person let it stand; "" where they gave no reason."""
    if session.dataset is None:
        return ""
    if finding.entry is not None:
        given = session.dataset.notes_of(finding.entry).dismissals
        for one in given:
            if (one.rule, one.words) == (finding.rule, finding.key):
                return one.reason
    reasons = session.dataset.choices.dismissal_reasons
    return reasons.get(mark_of(finding.rule, finding.key)) or reasons.get(finding.rule, "")


def _seen(session: Session, finding: Finding) -> str:
    if finding.case == "marked":
        mark = str(finding.values["mark"])
        names = card_of(session, finding.rule).names.get(session.language, {})
        return tr("you marked {mark}", mark=names.get(mark, mark))
    if finding.case == "lightness":
        return tr("lightness {light}/100", light=str(finding.values["lightness"]))
    seen = {"smile": tr("a smile was found"), "no-smile": tr("no smile was found")}
    return seen.get(finding.case, tr("not in the picture"))
