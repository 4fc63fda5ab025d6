"""What was asked of the last export of a dataset, as text that the next one begins with."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from app.export.options import ExportOptions
from app.toml_values import from_table, to_table


def remembered(options: ExportOptions) -> str:
    """The options as text; what was said about single entries or this one time is left out."""
    kept = replace(
        options, leave_out=frozenset(), leave_out_blocked=False, anyway=False, train_path=""
    )
    return json.dumps(to_table(kept))


def recalled(text: str, target: Path) -> ExportOptions:
    """The options behind a text, or the standard ones; `target` where it names none."""
    try:
        table: Any = json.loads(text or "{}")
    except ValueError:
        table = {}
    known = cast("dict[str, Any]", table) if isinstance(table, dict) else {}
    options, _ = from_table(ExportOptions, {"target": str(target), **known}, "options")
    return replace(options, leave_out=frozenset(), leave_out_blocked=False, anyway=False)
