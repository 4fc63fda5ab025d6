"""What is worth knowing about a data.toml beside its text."""

from app.dataset.entry import Dataset
from app.messages import Message, msg


def remarks(dataset: Dataset) -> tuple[Message, ...]:
    """One message for each concept whose class tokens and captions meet: the captions win."""
    found: list[Message] = []
    for concept in dataset.concepts:
        tokens = dataset.choices.concept(concept.name).class_tokens
        if not tokens:
            continue
        entries = [dataset.entries[n] for n in dataset.present()]
        captioned = sum(1 for e in entries if e.concept == concept.name and e.caption.stamp)
        total = sum(1 for e in entries if e.concept == concept.name)
        if captioned:
            found.append(
                msg(
                    "{concept}: {captioned} of {total} images have a caption file, which wins over "
                    "the class tokens “{tokens}”.",
                    concept=concept.name,
                    captioned=captioned,
                    total=total,
                    tokens=tokens,
                )
            )
    return tuple(found)
