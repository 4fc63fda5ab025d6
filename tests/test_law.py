"""The one law: only `app.ui` knows Qt, and every import points down the list."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "app"

ORDER = [
    (
        "app",
        "app.messages",
        "app.errors",
        "app.paths",
        "app.names",
        "app.disk",
        "app.staging",
        "app.durable",
        "app.toml_io",
        "app.formats",
        "app.toml_values",
        "app.trash",
        "app.settings",
        "app.recent",
        "app.collecting",
        "app.workers",
    ),
    ("app.captions", "app.images"),
    ("app.dataset",),
    ("app.lint",),
    ("app.review",),
    ("app.export",),
    ("app.cli",),
    ("app.ui",),
    ("app.__main__",),
]
UI_ORDER = [
    (
        "app.ui",
        "app.ui.scheme",
        "app.ui.style",
        "app.ui.style_bars",
        "app.ui.style_parts",
        "app.ui.style_fields",
        "app.ui.text",
        "app.ui.aspects",
        "app.ui.text_marks",
        "app.ui.icons",
        "app.ui.motion",
        "app.ui.kept",
        "app.ui.background",
        "app.ui.slices",
        "app.ui.in_turn",
        "app.ui.afterwards",
        "app.ui.tidying",
    ),
    (
        "app.ui.commands",
        "app.ui.entry_files",
        "app.ui.saving",
        "app.ui.following",
        "app.ui.keeping",
        "app.ui.history",
        "app.ui.snapshots",
        "app.ui.preview_cache",
        "app.ui.thumbnails",
        "app.ui.measuring",
        "app.ui.pictures",
        "app.ui.second_opinions",
        "app.ui.reading",
        "app.ui.linting",
        "app.ui.toml_file",
        "app.ui.token_meters",
        "app.ui.difference",
        "app.ui.session",
        "app.ui.gathering",
        "app.ui.finding_text",
        "app.ui.letting_stand",
        "app.ui.export_job",
        "app.ui.export_planning",
        "app.ui.first_training",
        "app.ui.outside",
    ),
    ("app.ui.models",),
    ("app.ui.widgets",),
    ("app.ui.windows",),
    ("app.ui.start",),
]
SANCTIONED = {
    ("app/__main__.py", "app.ui.start"),
    ("app/images/opencv.py", "cv2"),
    ("app/images/zero_shot.py", "onnxruntime"),
}
"""The command line loads the window by name, inside a try that explains a missing library; OpenCV
and onnxruntime may be missing too, and are large."""
MOST_LINES = 400


def modules():
    return sorted(APP.rglob("*.py"))


def module_name(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node, node.module or ""


def level(name, order):
    best = (-1, None)
    for number, names in enumerate(order):
        for prefix in names:
            inside = name == prefix or (name.startswith(prefix + ".") and prefix != "app")
            if inside and len(prefix) > best[0]:
                best = (len(prefix), (number, prefix))
    return best[1]


@pytest.mark.parametrize("path", modules(), ids=module_name)
def test_imports_point_down(path):
    name = module_name(path)
    here = level(name, ORDER)
    assert here, f"{name} has no place in the order"
    for _, target in imports(path):
        if not (target == "app" or target.startswith("app.")):
            continue
        there = level(target, ORDER)
        assert there, f"{name} imports {target}, which has no place in the order"
        assert (
            there[0] < here[0]
            or (there[0] == here[0] and there[1] == here[1])
            or (here[0] == there[0] == 0)
        ), f"{name} imports {target}: the arrow points up or sideways"
        if name.startswith("app.ui") and target.startswith("app.ui"):
            inside, other = level(name, UI_ORDER), level(target, UI_ORDER)
            assert inside, f"{name} has no place inside app.ui"
            assert other, f"{target} has no place inside app.ui"
            assert other[0] <= inside[0], f"{name} imports {target}: the arrow points up"


@pytest.mark.parametrize("path", modules(), ids=module_name)
def test_only_the_window_knows_qt(path):
    if module_name(path).startswith("app.ui"):
        return
    assert not [target for _, target in imports(path) if target.split(".")[0] == "PySide6"]


@pytest.mark.parametrize("path", modules(), ids=module_name)
def test_no_import_inside_a_function(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            inner = [n for n in ast.walk(node) if isinstance(n, ast.Import | ast.ImportFrom)]
            assert not inner, f"{path}:{inner[0].lineno}"
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "import_module":
            place = path.relative_to(ROOT).as_posix()
            assert (place, getattr(node.args[0], "value", None)) in SANCTIONED, place


@pytest.mark.parametrize("path", modules(), ids=module_name)
def test_a_module_stays_small_and_says_what_it_is(path):
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MOST_LINES, "over 400 lines: this is two modules"
    assert ast.get_docstring(ast.parse(text)), "a module opens with one sentence"


def test_the_domain_loads_no_qt():
    names = [n for n in map(module_name, modules()) if not n.startswith("app.ui")]
    code = "import importlib, sys\n"
    code += f"for n in {names!r}: importlib.import_module(n)\n"
    code += "sys.exit(any(m.split('.')[0] == 'PySide6' for m in sys.modules))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
