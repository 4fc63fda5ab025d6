"""How often the rules warn on ordinary captions; prints counts and a sample to judge by reading.

python tests/benchmarks/false_alarms.py [--seed N] [--sample N]

Each line is a dataset of its own with one entry: lines that stand beside each other in a file are
variants of one sentence, so rules about copies and about the whole dataset would judge the file
and not the caption. Where there are fewer warnings than the sample asks for, hints fill it up.
"""

import argparse
import json
import random
from collections import Counter
from pathlib import Path

from app.captions.style import Style
from app.dataset.choices import DatasetChoices
from app.dataset.entry import Caption, CaptionState, Entry
from app.dataset.marks import NO_NOTES
from app.images.evidence import NOTHING_MEASURED
from app.lint.cards import load_cards
from app.lint.engine import Lint
from app.lint.reading import read_entry
from app.lint.rule import Severity
from app.lint.vocabulary import load_vocabulary

CAPTIONS = Path(__file__).resolve().parents[3] / "shared/data/captions"
JUDGED = ("t2i_compbench_short", "coco_val2014_80x5_human")
BESIDE = ("partiprompts",)
PLAIN = ("flickr", "coco")
"""What the source of a labelled caption that a person wrote about a photograph is called after."""


def lines(name):
    text = (CAPTIONS / f"{name}.txt").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip()]


def labelled():
    text = (CAPTIONS / "labelled.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in text.splitlines()]
    return [row["text"] for row in rows if any(name in row["source"] for name in PLAIN)]


def findings_of(text, vocabulary, cards):
    image = Path("/set/concept/1.png")
    entry = Entry(
        1, "concept", image, image.with_suffix(".txt"), Caption(CaptionState.READ, text), text
    )
    reading = read_entry(entry, vocabulary)
    lint = Lint(vocabulary, cards, DatasetChoices(), ())
    lint.put(entry, reading, NOTHING_MEASURED, NO_NOTES)
    return () if reading.style is Style.EMPTY else lint.entry_findings(1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--sample", type=int, default=50)
    asked = parser.parse_args()
    vocabulary, cards = load_vocabulary(), load_cards()
    print(f"{'':28}{'captions':>9}{'warnings':>9}{'per 100':>9}{'hints':>7}{'per 100':>9}")
    seen, mild = [], []
    rules = Counter()
    groups = [
        *((name, lines(name)) for name in (*JUDGED, *BESIDE)),
        ("labelled, plain", labelled()),
    ]
    for name, captions in groups:
        warnings = hints = 0
        for text in captions:
            for one in findings_of(text, vocabulary, cards):
                hint = one.severity is Severity.HINT
                hints += hint
                warnings += not hint
                rules[name, one.severity.value, one.rule] += 1
                if name in JUDGED:
                    (mild if hint else seen).append((name, one, text))
        count = len(captions)
        rates = 100 * warnings / count, 100 * hints / count
        print(f"{name:28}{count:9}{warnings:9}{rates[0]:9.2f}{hints:7}{rates[1]:9.2f}")
    print()
    for (name, severity, rule), count in sorted(rules.items()):
        print(f"{name:28}{severity:10}{rule:28}{count:5}")
    draw = random.Random(asked.seed)
    chosen = draw.sample(seen, min(asked.sample, len(seen)))
    print(f"\n{len(chosen)} of {len(seen)} warnings on {' and '.join(JUDGED)}, then hints")
    chosen += draw.sample(mild, min(asked.sample - len(chosen), len(mild)))
    for name, one, text in chosen:
        words = ", ".join(text[a:b] for a, b in [(one.start or 0, one.end or 0), *one.more_spans])
        print(f"{name[:4]} {one.severity.value} {one.rule} [{words}] {text[:220]}")


if __name__ == "__main__":
    main()
