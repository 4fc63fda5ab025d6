"""Text that a person will read, kept as a template and its values until the place that shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Value: TypeAlias = "str | int | float | Message"


@dataclass(frozen=True, slots=True)
class Message:
    """An English template in `str.format` syntax with the values that fill it.

    `str(message)` is the English text. The window translates the template first and fills it
    afterwards, which is why the two are kept apart; a value may be a message of its own.
    """

    template: str
    values: Mapping[str, Value] = field(default_factory=dict[str, Value])

    def __str__(self) -> str:
        return self.template.format(**self.values)

    def __hash__(self) -> int:
        return hash((self.template, tuple(self.values.items())))


def msg(template: str, **values: Value) -> Message:
    """A message; the template must be a literal, so that the translation script finds it."""
    return Message(template, values)
