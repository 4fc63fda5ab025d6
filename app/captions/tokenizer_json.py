"""The part of a `tokenizer.json` that a tokenizer is made of."""

import json
from typing import cast


def model_list(text: str, key: str) -> list[object]:
    """The list under `model` and `key`. Raises `ValueError` where there is none."""
    found: object = json.loads(text)
    for name in ("model", key):
        found = cast("dict[str, object]", found).get(name) if isinstance(found, dict) else None
    values = cast("list[object]", found) if isinstance(found, list) else []
    if not values:
        raise ValueError(f"the tokenizer.json has no {key}")
    return values
