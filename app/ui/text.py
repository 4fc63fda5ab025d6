"""Text on screen: English literals looked up in the translation and filled afterwards.

`packaging/translations.py` finds the literals, so the first argument of `tr` and `trn` is one.
"""

from PySide6.QtCore import QCoreApplication

from app.messages import Message, Value

UI_CONTEXT = "ui"
MESSAGE_CONTEXT = "message"


def tr(text: str, **values: Value) -> str:
    """The text in the language of the interface, with its values filled in."""
    translated = QCoreApplication.translate(UI_CONTEXT, text)
    return translated.format(**values) if values else translated


def trn(text: str, count: int, **values: Value) -> str:
    """Like `tr` for a text with a number: `%n` is the count, and the plural form follows it."""
    translated = QCoreApplication.translate(UI_CONTEXT, text, "", count)
    return translated.format(**values) if values else translated


def say(message: Message) -> str:
    """A message of the domain in the language of the interface."""
    if not message.template:
        return ""
    translated = QCoreApplication.translate(MESSAGE_CONTEXT, message.template)
    inner = {k: say(v) if isinstance(v, Message) else v for k, v in message.values.items()}
    return translated.format(**inner)
