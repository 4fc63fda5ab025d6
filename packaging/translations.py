"""Keep the translation files in step with the literals in the program.

`python packaging/translations.py` collects every literal of `tr("...")`, `trn("...")` and
`msg("...")` under app/, adds new ones to resources/i18n/*.ts as unfinished, drops those that have
gone, and compiles the .qm files. With `--check` it writes nothing, says what is missing, unfinished
or filled in wrongly, and ends with 1 if anything is. lupdate would not do: it reads classes for
contexts and knows nothing of functions such as `msg`.
"""

import argparse
import ast
import re
import string
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"
CONTEXTS = {"tr": "ui", "trn": "ui", "msg": "message"}
PLURAL_FORMS = {"en": 2, "ja": 1}
"""English is the language of the literals, so its file holds plural forms only."""
WRAPPERS = {Path("app/ui/text.py"), Path("app/messages.py")}
"""Where the functions themselves are written, and pass on what they were given."""


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A literal that a person may read."""

    context: str
    text: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Literals:
    """All literals, and the places where something else than a literal stands."""

    sources: tuple[Source, ...]
    complaints: tuple[str, ...]


Forms = Mapping[Source, tuple[str, ...]]
"""Translations: one text, or one a plural form; an empty text is unfinished."""


def collect(root: Path) -> Literals:
    """Every literal in the modules of `root/app`, sorted."""
    found: set[Source] = set()
    complaints: list[str] = []
    for path in sorted((root / "app").rglob("*.py")):
        place = path.relative_to(root)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = _function(node)
            if not isinstance(node, ast.Call) or name not in CONTEXTS or place in WRAPPERS:
                continue
            for argument in _alternatives(node.args[0]) if node.args else ():
                if not isinstance(argument, ast.Constant) or not isinstance(argument.value, str):
                    complaints.append(f"{place.as_posix()}:{node.lineno}: {name} needs a literal")
                elif argument.value:
                    found.add(Source(CONTEXTS[name], argument.value, name == "trn"))
    texts = {(source.context, source.text) for source in found if source.plural}
    for source in sorted(found):
        if not source.plural and (source.context, source.text) in texts:
            complaints.append(f"{source.text!r} is used both with and without a number")
    return Literals(tuple(sorted(found)), tuple(complaints))


def _function(node: ast.AST) -> str:
    return node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""


def _alternatives(node: ast.expr) -> Iterator[ast.expr]:
    """The literals of `"one" if condition else "other"`."""
    if isinstance(node, ast.IfExp):
        yield from _alternatives(node.body)
        yield from _alternatives(node.orelse)
    else:
        yield node


def read(path: Path) -> dict[Source, tuple[str, ...]]:
    """The translations of a .ts file; none where it does not exist yet."""
    if not path.exists():
        return {}
    known: dict[Source, tuple[str, ...]] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            plural = message.get("numerus") == "yes"
            source = Source(context.findtext("name", ""), message.findtext("source", ""), plural)
            translation = message.find("translation")
            if translation is not None:
                parts = translation.findall("numerusform") if plural else [translation]
                known[source] = tuple(part.text or "" for part in parts)
    return known


def merged(sources: Iterable[Source], known: Forms, language: str) -> dict[Source, tuple[str, ...]]:
    """What the file of a language shall hold: every literal, with what was translated before."""
    wanted: dict[Source, tuple[str, ...]] = {}
    for source in sources:
        if source.plural or language != "en":
            forms = PLURAL_FORMS[language] if source.plural else 1
            wanted[source] = known.get(source, ("",) * forms)
    return wanted


def write(path: Path, language: str, translations: Forms) -> None:
    """A .ts file as Qt Linguist reads it, in the order of the sources."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ElementTree.Element] = {}
    for source, forms in sorted(translations.items()):
        if source.context not in contexts:
            contexts[source.context] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(contexts[source.context], "name").text = source.context
        message = ElementTree.SubElement(contexts[source.context], "message")
        ElementTree.SubElement(message, "source").text = source.text
        translation = ElementTree.SubElement(message, "translation")
        if not all(forms):
            translation.set("type", "unfinished")
        if source.plural:
            message.set("numerus", "yes")
            for form in forms:
                ElementTree.SubElement(translation, "numerusform").text = form
        else:
            translation.text = forms[0]
    ElementTree.indent(root, "    ")
    body = ElementTree.tostring(root, encoding="unicode")
    path.write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n',
        encoding="utf-8",
        newline="\n",
    )


def complaints(sources: Iterable[Source], known: Forms, language: str) -> list[str]:
    """What is missing, unfinished, left over or filled in with other values, one line each."""
    wanted = merged(sources, known, language)
    found = [f"{language}: left over: {source.text!r}" for source in known if source not in wanted]
    for source, forms in wanted.items():
        expected = PLURAL_FORMS[language] if source.plural else 1
        if source not in known:
            found.append(f"{language}: missing: {source.text!r}")
        elif not all(forms) or len(forms) != expected:
            found.append(f"{language}: unfinished: {source.text!r}")
        else:
            found += [
                f"{language}: other placeholders: {source.text!r} -> {form!r}"
                for number, form in enumerate(forms)
                if not _same_values(source, form, singular=language == "en" and number == 0)
            ]
    return found


def _same_values(source: Source, form: str, *, singular: bool) -> bool:
    """The form fills in what the source does; a singular may say "one" in place of the number."""
    wanted, given = placeholders(source.text), placeholders(form)
    return wanted == given or (singular and wanted - {"%n"} == given)


def placeholders(text: str) -> set[str]:
    """What is filled in: `{name}` with its format, and `%n`."""
    named = {
        f"{{{name}:{form}}}"
        for _, name, form, _ in string.Formatter().parse(text)
        if name is not None
    }
    return named | set(re.findall("%n", text))


def release(path: Path) -> None:
    """Compile a .ts file to the .qm file beside it."""
    lrelease = Path(PySide6.__file__).parent / "lrelease"
    subprocess.run([lrelease, "-silent", path, "-qm", path.with_suffix(".qm")], check=True)


def main() -> int:
    """0: all is translated; 1: the complaints, of which the last line gives the number."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args()
    literals = collect(ROOT)
    found = list(literals.complaints)
    for language in PLURAL_FORMS:
        path = I18N / f"proofsheet_{language}.ts"
        known = read(path)
        if not options.check:
            known = merged(literals.sources, known, language)
            write(path, language, known)
            release(path)
        found += complaints(literals.sources, known, language)
    if found:
        print("\n".join(found))
        print(f"{len(found)} to do of {len(literals.sources)} texts")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
