"""What the findings about pictures come to, in a few words: "2 blurred, 1 broken"."""

from collections.abc import Iterable, Mapping

from app.lint.rule import Finding
from app.messages import Message, msg

SAID: Mapping[str, Message] = {
    "too-small": msg("{count} too small"),
    "odd-size": msg("{count} of another size"),
    "orientation-ignored": msg("{count} turned by a note"),
    "odd-ratio": msg("{count} of another shape"),
    "crop-loss": msg("{count} much cut off"),
    "light-outlier": msg("{count} of another light"),
    "varied-light": msg("light varies among {count}"),
    "light-not-in-picture": msg("{count} not in the light they name"),
    "distance-outlier": msg("{count} from another distance"),
    "varied-distance": msg("distance varies among {count}"),
    "expression-outlier": msg("{count} with another expression"),
    "colour-outlier": msg("{count} of other colours"),
    "medium-not-in-picture": msg("{count} not of the medium they name"),
    "full-body-of-person": msg("{count} of a full body"),
    "broken-picture": msg("{count} broken"),
    "blurred-picture": msg("{count} blurred"),
    "near-duplicate-picture": msg("{count} nearly the same"),
    "odd-image-file": msg("{count} odd files"),
    "untrainable-image": msg("{count} that no trainer reads"),
    "transparent-picture": msg("{count} transparent"),
}
"""By rule; every rule of a point about pictures has its words."""


def said_of(found: Iterable[Finding]) -> Message | None:
    """The findings as one list, each rule with the number of its entries; None: there are none."""
    entries: dict[str, set[int]] = {}
    for finding in found:
        own = finding.entries if finding.entry is None else (finding.entry,)
        entries.setdefault(finding.rule, set()).update(own)
    said: Message | None = None
    for rule, which in entries.items():
        more = Message(SAID[rule].template, {"count": len(which)})
        said = more if said is None else msg("{list}, {more}", list=said, more=more)
    return said
