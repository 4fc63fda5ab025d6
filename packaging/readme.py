"""Writes what the README takes from the program: the table of rules, from their cards.

Run it to rewrite the part between the markers; with `--check` it exits 1 where that differs.
"""

import sys
from pathlib import Path

from app.lint.cards import Card, load_cards
from app.lint.rule import Severity

README = Path(__file__).resolve().parent.parent / "README.md"
BEGIN = "<!-- rules: made by packaging/readme.py from resources/rules -->"
END = "<!-- end of rules -->"


def rules_table() -> str:
    """Markdown: one line for each card, the most severe first."""
    order = list(Severity)
    cards = sorted(load_cards().values(), key=lambda card: (order.index(card.severity), card.name))
    lines = ["| rule | severity | it speaks of |", "| --- | --- | --- |"]
    lines += [f"| `{card.name}` | {card.severity} | {_cell(card)} |" for card in cards]
    return "\n".join(lines)


def _cell(card: Card) -> str:
    return card.title["en"].replace("|", "\\|")


def filled(text: str) -> str:
    """The README with the present table; ValueError where a marker is missing."""
    start, end = text.index(BEGIN) + len(BEGIN), text.index(END)
    return f"{text[:start]}\n\n{rules_table()}\n\n{text[end:]}"


def main() -> int:
    """Rewrite, or only compare."""
    before = README.read_text(encoding="utf-8")
    after = filled(before)
    if "--check" in sys.argv:
        return int(before != after)
    README.write_text(after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
