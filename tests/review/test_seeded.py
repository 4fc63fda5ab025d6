"""Mistakes planted in a copy of the sample are shown with a reason on their own pages."""

import importlib.util
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_spec = importlib.util.spec_from_file_location(
    "seeded_mistakes", ROOT / "tests" / "benchmarks" / "seeded_mistakes.py"
)
seeded = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(seeded)


def test_planted_mistakes_are_shown_and_a_clean_page_is_not_blamed(tmp_path):
    clean, changed = tmp_path / "clean", tmp_path / "seeded"
    for folder in (clean, changed):
        shutil.copytree(ROOT / "resources" / "sample" / "portraits", folder)
    one, two, three, four, *_ = sorted(path.stem for path in clean.glob("*.txt"))
    mistakes = [
        seeded.Mistake(
            "night", one, seeded.text(lambda t: f"{t}, moonlight", one), words=("moonlight",)
        ),
        seeded.Mistake(
            "copied", two, seeded.copied_caption(three, two), ("copied-caption", "shared-caption")
        ),
        seeded.Mistake("empty", four, seeded.text(lambda _: "", four), ("empty-caption",)),
    ]
    for mistake in mistakes:
        mistake.plant(changed)
    known, found = seeded.examine_folder(clean, ""), seeded.examine_folder(changed, "")
    for mistake in mistakes:
        before, after = seeded.by_stem(known)[mistake.stem], seeded.by_stem(found)[mistake.stem]
        pages = [(seeded.page(known, before, n), seeded.page(found, after, n)) for n in (1, 2)]
        assert any(seeded.reasons(mistake, *page) for page in pages), mistake.name
        assert not any(seeded.reasons(mistake, page[0], page[0]) for page in pages)
