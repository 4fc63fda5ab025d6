"""What a new export would change in the older one that it replaces."""

from dataclasses import dataclass

from app.export.files import measured
from app.export.planned import ExportPlan
from app.export.receipt import Receipt, settings_of
from app.names import readable


@dataclass(frozen=True, slots=True)
class Changes:
    """Source pictures by their path in the dataset, in the plan's order."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    pictures: tuple[str, ...]
    """Other bytes than last time, or not measured."""
    captions: tuple[str, ...]
    settings: tuple[str, ...] = ()
    """Fields of `ExportOptions` that were asked otherwise last time."""
    config: str = ""
    """The trainer's file, if it says something else than last time or was not there."""

    @property
    def none(self) -> bool:
        """It would be the older export again."""
        of_pictures = self.added or self.removed or self.pictures or self.captions
        return not (of_pictures or self.settings or self.config)


def changes_since(older: Receipt, plan: ExportPlan) -> Changes:
    """Compare a plan with the receipt of an earlier export of the same dataset; names that were
    given anew are no change.
    """
    targets = {source: target for target, source in older.names.items()}
    captions = {
        target.rpartition(".")[0]: digest
        for target, digest in older.files.items()
        if target.endswith(".txt")
    }
    present = {readable(pair.known_as): pair for pair in plan.pairs()}
    asked = settings_of(plan.options)
    config = measured(plan.config.text.encode()).digest
    kept = {name: (pair, targets[name]) for name, pair in present.items() if name in targets}
    return Changes(
        added=tuple(name for name in present if name not in targets),
        removed=tuple(name for name in targets if name not in present),
        pictures=tuple(
            name for name, (pair, target) in kept.items() if older.sources[target] != pair.digest
        ),
        captions=tuple(
            name
            for name, (pair, target) in kept.items()
            if captions.get(target.rpartition(".")[0]) != measured(pair.caption.encode()).digest
        ),
        settings=tuple(
            name
            for name, value in asked.items()
            if name in older.settings and older.settings[name] != value
        ),
        config="" if older.files.get(plan.config.name) == config else plan.config.name,
    )
