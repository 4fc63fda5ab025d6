"""Twenty known mistakes in a copy of a real folder: which of them do the two passes show, and why?

`python tests/benchmarks/seeded_mistakes.py FOLDER` plants them in a copy of the drone folder. A
mistake counts where the entry's own page has, since it was planted, a finding of a rule that is
meant for it, or a question or a neighbour's differing words that quote what was changed.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image, ImageFilter

from app.dataset.choices import ConceptChoices, DatasetChoices
from app.dataset.scan import scan
from app.lint.cards import load_cards
from app.lint.vocabulary import load_vocabulary
from app.review.examination import Examination, examine_dataset
from app.review.likeness import differing, looks, neighbours
from app.review.only_here import OnlyHere
from app.review.questions import first_questions, second_questions

SHOWN = 6
"""Findings on one page of the review."""
MOST_QUESTIONS = 5
TRIGGER = "berkdrone"


@dataclass(frozen=True)
class Mistake:
    """What is done to the folder, on which page it should be seen, and by what."""

    name: str
    stem: str
    plant: Callable[[Path], None]
    rules: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def page(examined: Examination, number: int, pass_number: int) -> set[str]:
    """Everything on one page of the review that says why to look: "kind: words"."""
    dataset, lint, cards = examined.dataset, examined.lint, load_cards()
    findings = sorted(
        (one for one in lint.entry_findings(number) if not one.dismissed),
        key=lambda one: cards[one.rule].review_pass != pass_number,
    )
    said = {f"{one.rule}: {examined.message(one)}" for one in findings[:SHOWN]}
    terms = lint.terms(number)
    if pass_number == 1:
        trigger = dataset.choices.concept(dataset.entries[number].concept).trigger
        alone = OnlyHere()
        for one in dataset.present():
            alone.put(one, examined.readings[one].tokens)
        words = alone.words(number, [trigger, *(term.text for term in terms)])
        sharpness = dataset.evidence_of(number).sharpness
        asked = first_questions(terms, trigger, words, sharpness)
        return said | {f"question: {one}" for one in asked[:MOST_QUESTIONS]}
    known = looks(dataset, dataset.present())
    near = [one.entry for one in neighbours(known, number)]
    asked = second_questions(terms, [lint.terms(one) for one in near])
    said |= {f"question: {one}" for one in asked[:MOST_QUESTIONS]}
    own = dataset.entries[number].text or ""
    group = [own, *(dataset.entries[one].text or "" for one in near)]
    for one in near:
        for clause in differing(dataset.entries[one].text or "", own, group):
            marked = " ".join(clause.text[start:end] for start, end in clause.marked)
            said.add(f"neighbour: {marked}")
    return said


def reasons(mistake: Mistake, before: set[str], after: set[str]) -> list[str]:
    """What is new on the page and names the mistake."""
    found: list[str] = []
    for line in after - before:
        source, _, words = line.partition(": ")
        named = any(word.casefold() in words.casefold() for word in mistake.words)
        if source in mistake.rules or (named and source in ("question", "neighbour")):
            found.append(line)
    return sorted(found)


def examine_folder(folder: Path, trigger: str = TRIGGER) -> Examination:
    """Everything that the window would know, with the trigger confirmed."""
    dataset = scan(folder)
    own = {one.name: ConceptChoices(trigger=trigger) for one in dataset.concepts}
    dataset.choices = replace(DatasetChoices(), concepts=own)
    return examine_dataset(dataset, load_vocabulary(), pictures=True)


def by_stem(examined: Examination) -> Mapping[str, int]:
    """The entries by the names of their images, without the ending."""
    dataset = examined.dataset
    return {dataset.entries[number].image.stem: number for number in dataset.present()}


# Planting ----------------------------------------------------------------------------------


def text(change: Callable[[str], str], stem: str) -> Callable[[Path], None]:
    """Rewrites one caption."""

    def plant(folder: Path) -> None:
        path = folder / f"{stem}.txt"
        path.write_text(change(path.read_text("utf-8").strip()), "utf-8")

    return plant


def picture(change: Callable[[Image.Image], Image.Image], stem: str) -> Callable[[Path], None]:
    """Rewrites one picture."""

    def plant(folder: Path) -> None:
        path = folder / f"{stem}.jpg"
        with Image.open(path) as image:
            changed = change(image.convert("RGB"))
        changed.save(path, quality=95)

    return plant


def swapped(one: str, other: str) -> Callable[[Path], None]:
    """Gives two pictures each other's captions."""

    def plant(folder: Path) -> None:
        first, second = folder / f"{one}.txt", folder / f"{other}.txt"
        texts = first.read_text("utf-8"), second.read_text("utf-8")
        first.write_text(texts[1], "utf-8")
        second.write_text(texts[0], "utf-8")

    return plant


def copied_caption(source: str, target: str) -> Callable[[Path], None]:
    """Leaves one caption below another picture."""
    return lambda folder: shutil.copy(folder / f"{source}.txt", folder / f"{target}.txt") and None


def near_copy(source: str, target: str) -> Callable[[Path], None]:
    """Puts nearly the same picture in once more."""

    def plant(folder: Path) -> None:
        with Image.open(folder / f"{source}.jpg") as image:
            image.convert("RGB").save(folder / f"{target}.jpg", quality=70)

    return plant


def drone(number: int) -> str:
    """A name of the real folder."""
    return f"drone_{number:03}"


def added(words: str, number: int) -> Callable[[Path], None]:
    """Adds a tag."""
    return text(lambda old: f"{old}, {words}", drone(number))


def said_instead(old: str, new: str, number: int) -> Callable[[Path], None]:
    """Says it in other words."""
    return text(lambda caption: caption.replace(old, new), drone(number))


MISTAKES = (
    Mistake("captions swapped", drone(22), swapped(drone(16), drone(22)), words=("sunset",)),
    Mistake("night, by day", drone(1), added("at night", 1), ("light-not-in-picture",), ("night",)),
    Mistake("golden hour, under grey", drone(4), added("golden hour", 4), words=("golden hour",)),
    Mistake("studio light, outdoors", drone(13), added("studio lighting", 13), words=("studio",)),
    Mistake("sad, and nobody there", drone(5), added("sad and melancholic", 5), words=("sad",)),
    Mistake("smiling, and nobody there", drone(7), added("smiling", 7), words=("smiling",)),
    Mistake("another view", drone(2), said_instead("side view", "front view", 2), words=("front",)),
    Mistake(
        "another medium",
        drone(9),
        said_instead("product photography", "anime illustration", 9),
        ("medium-not-in-picture", "mixed-medium-words"),
        ("illustration", "anime"),
    ),
    Mistake(
        "drifted wording",
        drone(8),
        said_instead("product photography", "product photo shoot", 8),
        ("wording-drift",),
        ("photography", "shoot"),
    ),
    Mistake(
        "invented thing", drone(23), said_instead("suburban house", "castle", 23), words=("castle",)
    ),
    Mistake(
        "same picture again",
        drone(20),
        near_copy(drone(20), drone(19)),
        ("near-duplicate-picture",),
    ),
    Mistake(
        "caption of another",
        drone(6),
        copied_caption(drone(15), drone(6)),
        ("copied-caption", "nearly-copied-caption"),
    ),
    Mistake(
        "small picture",
        drone(14),
        picture(lambda i: i.resize((320, 240)), drone(14)),
        ("too-small", "odd-size"),
    ),
    Mistake(
        "blurred picture",
        drone(18),
        picture(lambda i: i.filter(ImageFilter.GaussianBlur(max(i.size) / 100)), drone(18)),
        ("blurred-picture",),
        ("is it sharp",),
    ),
    Mistake(
        "other shape",
        drone(3),
        picture(lambda i: i.crop((0, 0, i.width, i.height // 3)), drone(3)),
        ("odd-ratio", "crop-loss"),
    ),
    Mistake("trigger missing", drone(17), said_instead("berkdrone,", "", 17), ("missing-trigger",)),
    Mistake(
        "trigger misspelt",
        drone(12),
        said_instead("berkdrone", "berkdrnoe", 12),
        ("misspelt-trigger",),
    ),
    Mistake(
        "praise piled up",
        drone(21),
        said_instead("white drone", "beautiful gorgeous stunning extremely lovely drone", 21),
        ("piled-up-modifiers",),
    ),
    Mistake("no caption", drone(10), text(lambda _: "", drone(10)), ("empty-caption",)),
    Mistake(
        "sentence among tags",
        drone(0),
        text(lambda _: "The picture shows a small drone. It stands on a wooden table.", drone(0)),
        ("mixed-caption-styles", "mixed-style-caption"),
    ),
)


def main() -> None:
    """Plant all, and print which pass shows which."""
    source = Path(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="seeded-") as home:
        clean, seeded = Path(home) / "clean", Path(home) / "seeded"
        shutil.copytree(source, clean)
        shutil.copytree(source, seeded)
        for mistake in MISTAKES:
            mistake.plant(seeded)
        known, changed = examine_folder(clean), examine_folder(seeded)
    first = second = both = 0
    for mistake in MISTAKES:
        numbers = by_stem(known)[mistake.stem], by_stem(changed)[mistake.stem]
        found = [
            reasons(mistake, page(known, numbers[0], which), page(changed, numbers[1], which))
            for which in (1, 2)
        ]
        first += bool(found[0])
        second += bool(found[1] and not found[0])
        both += bool(found[0] or found[1])
        passes = "1" if found[0] else "2" if found[1] else "-"
        shown = (found[0] or found[1] or ["nothing on its page"])[0]
        print(f"{mistake.name:26} | {mistake.stem} | pass {passes} | {shown[:110]}")
    print(f"\n{len(MISTAKES)} planted: {both} shown with a reason,")
    print(f"{first} in pass 1, {second} only in pass 2")


if __name__ == "__main__":
    main()
