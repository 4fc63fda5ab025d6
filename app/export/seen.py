"""What the trainer makes of one exported caption, and what it leaves to chance."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.dataset.choices import Preset
from app.export.options import Trainer
from app.export.planned import ExportPlan, PlannedConcept, PlannedPair
from app.export.trained import Possible, Reading, possible_captions, reading_of
from app.messages import Message, msg


@dataclass(frozen=True, slots=True)
class Seen:
    """The caption as it trains; several texts where one of them is drawn each time."""

    texts: tuple[str, ...]
    remarks: tuple[Message, ...] = ()


def seen(plan: ExportPlan, concept: PlannedConcept, pair: PlannedPair) -> Seen:
    """The caption of one pair as the plan's trainer reads it from the exported folder."""
    if plan.options.trainer is Trainer.KOHYA:
        reading = reading_of(concept.choices, concept.by_hand, tags=concept.tags)
        possible = possible_captions(pair.caption, reading)
        cached = plan.choices.preset is Preset.FLUX
        return Seen(possible.texts, tuple(_chance(possible, reading, pair.caption, cached=cached)))
    if plan.options.trainer is Trainer.AI_TOOLKIT:
        return _by_ai_toolkit(concept, pair.caption)
    if plan.options.trainer is Trainer.ONETRAINER:
        lines = tuple(line.strip() for line in pair.caption.split("\n") if line.strip())
        shuffled = concept.tags and concept.choices.shuffle_tags
        return Seen(lines or ("",), (_SHUFFLED,) if shuffled else ())
    return Seen((pair.caption,))


_SHUFFLED = msg("The parts between commas come in a new order each time.")


def _chance(
    possible: Possible, reading: Reading, caption: str, *, cached: bool
) -> Iterator[Message]:
    if len(possible.texts) > 1:
        count = f"{len(possible.texts)}+" if possible.more else str(len(possible.texts))
        yield msg("One of {count} is drawn each time.", count=count)
    shuffled = possible.reordered and reading.shuffle
    if shuffled and reading.keep_tokens > 0:
        yield msg(
            "The parts between commas come in a new order each time; the first {count} stay.",
            count=reading.keep_tokens,
        )
    elif shuffled:
        yield _SHUFFLED
    if possible.reordered and reading.tag_dropout_rate > 0:
        yield msg(
            "Each part between commas is left out in {share:.0f} % of the draws.",
            share=100 * reading.tag_dropout_rate,
        )
    if possible.reordered and reading.warmup_steps > 0:
        yield msg("At first only some of the parts between commas are trained.")
    if possible.dropped > 0:
        yield msg(
            "Without any caption in {share:.0f} % of the draws.", share=100 * possible.dropped
        )
    if reading.dropout_epochs > 0:
        yield msg(
            "Without any caption in every epoch whose number {count} divides.",
            count=reading.dropout_epochs,
        )
    if not cached:
        return
    stored = possible_captions(caption, replace(reading, cached_text=True)).texts
    if stored != possible.texts or possible.reordered:
        yield msg(
            "Where text-encoder outputs are cached, as usual for Flux, it reads: {text}",
            text=stored[0],
        )


def _by_ai_toolkit(concept: PlannedConcept, caption: str) -> Seen:
    remarks: list[Message] = []
    prefix = concept.choices.caption_prefix
    if prefix:
        remarks.append(msg("ai-toolkit puts the prefix {prefix} before it.", prefix=prefix))
    if concept.tags and concept.choices.shuffle_tags:
        remarks.append(_SHUFFLED)
    # It splits at commas without stripping, so a space after a comma is doubled.
    return Seen((", ".join(caption.split(",")),), tuple(remarks))
