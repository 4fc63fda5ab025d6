"""Whether a verdict still holds: it was given for one caption and one image, and for no other."""

import hashlib

from app.dataset.marks import Decision, Verdict


def caption_digest(text: str | None) -> str:
    """SHA-256 (hexadecimal) of a caption's text as UTF-8; a missing caption is an empty one."""
    return hashlib.sha256((text or "").encode("utf-8", "surrogatepass")).hexdigest()


def standing(verdict: Verdict | None, text: str | None, image_digest: str | None) -> bool:
    """The verdict was given for exactly this caption and this image.

    An image whose digest is not known yet (None) is taken for unchanged. A verdict without one was
    given for a picture that could not be read: it lapses as soon as there is one to be seen.
    """
    if verdict is None or verdict.caption_digest != caption_digest(text):
        return False
    return image_digest is None or verdict.image_digest == image_digest


def standing_decision(
    verdict: Verdict | None, text: str | None, image_digest: str | None
) -> Decision | None:
    """The decision of a verdict that still holds, else None."""
    if verdict is not None and standing(verdict, text, image_digest):
        return verdict.decision
    return None
