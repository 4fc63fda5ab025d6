"""The families of words in the language of the interface."""

from app.ui.text import tr


def family_name(name: str) -> str:
    """A family for people; a family of a person's own word list is called as it is there."""
    return _names().get(name, name)


def _names() -> dict[str, str]:
    return {
        "natural": tr("natural"),
        "soft": tr("soft"),
        "hard": tr("hard"),
        "studio": tr("studio"),
        "artificial": tr("artificial"),
        "backlit": tr("backlit"),
        "bright": tr("bright"),
        "dark": tr("dark"),
        "dramatic": tr("dramatic"),
        "volumetric": tr("volumetric"),
        "golden": tr("golden"),
        "night": tr("night"),
        "overcast": tr("overcast"),
        "other": tr("other"),
        "joy": tr("joy"),
        "sadness": tr("sadness"),
        "anger": tr("anger"),
        "fear": tr("fear"),
        "surprise": tr("surprise"),
        "disgust": tr("disgust"),
        "calm": tr("calm"),
        "seriousness": tr("seriousness"),
        "tenderness": tr("tenderness"),
        "energy": tr("energy"),
        "gloom": tr("gloom"),
        "close-up": tr("close-up"),
        "half": tr("half body"),
        "full": tr("full body"),
        "wide": tr("wide"),
        "eye-level": tr("eye level"),
        "high-angle": tr("high angle"),
        "low-angle": tr("low angle"),
        "side": tr("from the side"),
        "back": tr("from behind"),
        "tilted": tr("tilted"),
        "first-person": tr("first person"),
        "photo": tr("photo"),
        "anime": tr("anime"),
        "illustration": tr("illustration"),
        "render": tr("3D render"),
    }
