"""How well terms, overload and style agree with the labelled captions; prints a small table.

python tests/benchmarks/lint_quality.py [--half a|b] [--errors KIND ...] [FILE.jsonl]

A span is hit where intersection over union is at least one half, matched one to one.
`--half` looks at one half of the captions only, split by a hash of the text.
"""

import argparse
import hashlib
import json
import math
from collections import Counter
from pathlib import Path

from app.captions.style import style_of
from app.captions.words import cut
from app.lint.modifiers import is_overloaded
from app.lint.terms import Kind, find_terms
from app.lint.vocabulary import load_vocabulary

LABELS = Path(__file__).resolve().parents[3] / "shared/data/captions/labelled.jsonl"
ENOUGH = 0.5
KINDS = ("overloaded", "lighting", "mood", "family", "polarity", "expression", "style", "mixed")


def wilson(hits, total):
    """The 95 % interval of a share."""
    if not total:
        return 0.0, 1.0
    z, share = 1.96, hits / total
    middle = share + z * z / (2 * total)
    reach = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return (middle - reach) / (1 + z * z / total), (middle + reach) / (1 + z * z / total)


def pairs(found, labelled):
    """(found, labelled) one to one, the best overlap first."""

    def overlap(a, b):
        inside = min(a[1], b[1]) - max(a[0], b[0])
        return inside / (max(a[1], b[1]) - min(a[0], b[0])) if inside > 0 else 0.0

    ranked = sorted(
        ((overlap(a, b), i, j) for i, a in enumerate(found) for j, b in enumerate(labelled)),
        reverse=True,
    )
    mine, theirs, matched = set(), set(), []
    for share, i, j in ranked:
        if share >= ENOUGH and i not in mine and j not in theirs:
            mine.add(i)
            theirs.add(j)
            matched.append((i, j))
    return matched


class Tally:
    def __init__(self):
        self.counts = {kind: Counter() for kind in KINDS}
        self.errors = {kind: [] for kind in KINDS}

    def outcome(self, kind, what, note=""):
        self.counts[kind][what] += 1
        if what not in ("hit", "quiet"):
            self.errors[kind].append(f"{what}: {note}")


def spans(tally, kind, row, found, labelled):
    text = row["text"]
    matched = pairs(found, labelled)
    mine, theirs = {i for i, _ in matched}, {j for _, j in matched}
    for _ in matched:
        tally.outcome(kind, "hit")
    for i, one in enumerate(found):
        if i not in mine:
            tally.outcome(kind, "false", around(text, one))
    for j, one in enumerate(labelled):
        if j not in theirs:
            tally.outcome(kind, "missed", around(text, one))
    return matched


def around(text, span):
    start, end = span[:2]
    line = f"{text[max(0, start - 45) : start]}[[{text[start:end]}]]{text[end : end + 30]}"
    return f"{line} {tuple(span[2:])}".replace("\n", " ")


def measure(rows, vocabulary):
    tally = Tally()
    for row in rows:
        text = row["text"]
        words = cut(text)
        terms = find_terms(words, vocabulary)
        measure_overload(tally, row, words, terms, vocabulary)
        for kind in (Kind.LIGHTING, Kind.MOOD):
            found = [
                (t.start, t.end, t.family, t.polarity, t.expression)
                for t in terms
                if t.kind is kind
            ]
            labelled = row[kind.value]
            for i, j in spans(tally, kind.value, row, found, labelled):
                mine, theirs = found[i], labelled[j]
                if kind is Kind.LIGHTING:
                    same(tally, "family", text, mine, mine[2], theirs[2])
                else:
                    same(tally, "polarity", text, mine, mine[3].value, theirs[2])
                    manner = "expression" if mine[4] else "atmosphere"
                    same(tally, "expression", text, mine, manner, theirs[3])
        kind = "mixed" if row["style"] == "mixed" else "style"
        style = style_of(text).value
        if style == row["style"]:
            tally.outcome(kind, "hit")
        else:
            tally.outcome(kind, "wrong", f"{style}, labelled {row['style']}: {text[:150]}")
    return tally


def measure_overload(tally, row, words, terms, vocabulary):
    overload = is_overloaded(words, terms, vocabulary)
    seen = [t.text for t in terms if t.kind is Kind.MODIFIER]
    note = (
        f"{seen} labelled {[row['text'][a:b] for a, b in row['overload']]} in {row['text'][:260]}"
    )
    if overload:
        what = "hit" if row["overloaded"] else "false"
        tally.outcome("overloaded", what, f"{overload.pile} {note}")
    else:
        tally.outcome("overloaded", "missed" if row["overloaded"] else "quiet", note)


def same(tally, kind, text, span, mine, theirs):
    what = "hit" if mine == theirs else "wrong"
    tally.outcome(kind, what, f"{mine}, labelled {theirs}: {around(text, span[:2])}")


def report(tally):
    print(f"{'':12}{'precision':>32}{'recall':>32}{'F1':>8}")
    for kind in KINDS[:3]:
        counts = tally.counts[kind]
        hits, false, missed = counts["hit"], counts["false"], counts["missed"]
        f1 = 2 * hits / max(1, 2 * hits + false + missed)
        print(f"{kind:12}{share(hits, hits + false):>32}{share(hits, hits + missed):>32}{f1:8.3f}")
    print(f"\n{'':12}{'right':>32}")
    for kind in KINDS[3:]:
        counts = tally.counts[kind]
        print(f"{kind:12}{share(counts['hit'], counts['hit'] + counts['wrong']):>32}")


def share(hits, total):
    low, high = wilson(hits, total)
    return f"{hits}/{total} = {hits / max(1, total):.3f} [{low:.3f}, {high:.3f}]"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=LABELS)
    parser.add_argument("--half", choices=("a", "b"))
    parser.add_argument("--errors", nargs="*", choices=KINDS, default=())
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines()]
    if options.half:
        want = "ab".index(options.half)
        rows = [r for r in rows if hashlib.sha256(r["text"].encode()).digest()[-1] % 2 == want]
    tally = measure(rows, load_vocabulary())
    print(f"{len(rows)} captions of {options.file.name}\n")
    report(tally)
    for kind in options.errors:
        print(f"\n{kind}:", *sorted(tally.errors[kind]), sep="\n  ")


if __name__ == "__main__":
    main()
