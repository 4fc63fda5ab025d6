"""The only exceptions that a person ever sees, and the numbers a command ends with."""

from enum import IntEnum

from app.messages import Message, msg


class ExitCode(IntEnum):
    """What `proofsheet` returns to the shell."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2


class ProofError(Exception):
    """Something a person can act on: what happened, and the reason with the way out."""

    def __init__(self, title: Message, detail: Message | None = None) -> None:
        super().__init__(str(title))
        self.title = title
        self.detail = detail if detail is not None else msg("")

    def __str__(self) -> str:
        detail = str(self.detail)
        return f"{self.title}: {detail}" if detail else str(self.title)
