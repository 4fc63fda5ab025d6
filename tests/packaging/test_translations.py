"""The script that keeps translations in step, tried on a small program."""

import importlib
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"

PROGRAM = """
from app.ui.text import tr, trn
a = tr("Open")
b = tr("One" if a else "Other {name}", name=a)
c = trn("%n pictures in {folder}", 3, folder=a)
d = msg("Broken:"
        " {why}", why=a)
e = msg("")
"""


@pytest.fixture(scope="module")
def script():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(PACKAGING))
        yield importlib.import_module("translations")


@pytest.fixture
def program(tmp_path):
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "window.py").write_text(PROGRAM)
    return tmp_path


def test_every_literal_is_collected_with_its_context(script, program):
    literals = script.collect(program)
    assert [(one.context, one.text, one.plural) for one in literals.sources] == [
        ("message", "Broken: {why}", False),
        ("ui", "%n pictures in {folder}", True),
        ("ui", "One", False),
        ("ui", "Open", False),
        ("ui", "Other {name}", False),
    ]
    assert literals.complaints == ()


@pytest.mark.parametrize("call", ['tr(f"{a}")', "msg(a)", 'tr("a" + b)', 'trn(a["x"], 2)'])
def test_what_is_no_literal_is_named_with_its_place(script, program, call):
    (program / "app" / "window.py").write_text(f"x = 1\n{call}\n")
    (complaint,) = script.collect(program).complaints
    assert complaint.startswith("app/window.py:2: ")


def test_a_text_is_either_with_a_number_or_without(script, program):
    (program / "app" / "window.py").write_text('tr("%n files")\ntrn("%n files", 2)\n')
    assert script.collect(program).complaints == (
        "'%n files' is used both with and without a number",
    )


def test_what_was_translated_stays_and_what_is_gone_goes(script, program, tmp_path):
    path = tmp_path / "small_ja.ts"
    opened = script.Source("ui", "Open", plural=False)
    gone = script.Source("ui", "Gone", plural=False)
    script.write(path, "ja", {opened: ("開く",), gone: ("なし",)})
    sources = script.collect(program).sources
    merged = script.merged(sources, script.read(path), "ja")
    assert merged[opened] == ("開く",)
    assert gone not in merged
    assert len(merged) == len(sources)
    script.write(path, "ja", merged)
    assert script.read(path) == merged
    assert path.read_text("utf-8").count('type="unfinished"') == len(sources) - 1


def test_the_english_file_holds_plural_forms_only(script, program):
    (only,) = script.merged(script.collect(program).sources, {}, "en")
    assert only.text == "%n pictures in {folder}"


def test_everything_that_is_not_done_is_complained_of(script):
    plural = script.Source("ui", "%n of {all}", plural=True)
    plain = script.Source("ui", "Hello {name}", plural=False)
    both = [plain, plural]

    def said(forms, language="ja"):
        return [line.split(":")[1].strip() for line in script.complaints(both, forms, language)]

    assert said({}) == ["missing", "missing"]
    assert said({plain: ("",), plural: ("",)}) == ["unfinished", "unfinished"]
    good = {plain: ("{name}さん",), plural: ("{all}のうち%n",)}
    assert said(good) == []
    assert said(good | {plain: ("{nome}さん",)}) == ["other placeholders"]
    assert said(good | {plural: ("{all}",)}) == ["other placeholders"]
    assert said(good | {script.Source("ui", "Old", plural=False): ("旧",)}) == ["left over"]
    assert said({plural: ("One of {all}", "%n of {all}")}, "en") == []
    assert said({plural: ("One of {all}", "Some of {all}")}, "en") == ["other placeholders"]
    assert said({plural: ("%n of {all}",)}, "en") == ["unfinished"]


def test_the_compiled_file_translates_and_counts(script, tmp_path, qapp):
    path = tmp_path / "small_en.ts"
    script.write(
        path,
        "en",
        {script.Source("ui", "%n pictures", plural=True): ("%n picture", "%n pictures")},
    )
    script.release(path)
    translator = QTranslator()
    assert translator.load(str(path.with_suffix(".qm")))
    assert translator.translate("ui", "%n pictures", "", 1) == "%n picture"
    assert translator.translate("ui", "%n pictures", "", 2) == "%n pictures"


def test_every_text_of_the_program_is_translated(script):
    literals = script.collect(script.ROOT)
    assert literals.complaints == ()
    for language in script.PLURAL_FORMS:
        known = script.read(script.I18N / f"proofsheet_{language}.ts")
        said = script.complaints(literals.sources, known, language)
        assert said == [], "run: python packaging/translations.py, then translate"


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_compiled_files_are_those_of_the_sources(script, language, qapp):
    path = script.I18N / f"proofsheet_{language}.ts"
    translator = QTranslator()
    assert translator.load(str(path.with_suffix(".qm")))
    for source, forms in script.read(path).items():
        for count, form in zip((1, 2), forms, strict=False):
            number = count if source.plural else -1
            assert translator.translate(source.context, source.text, "", number) == form
