"""The tree of wordings and the list of proposals keep Qt's rules while they change."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.lint.rule import Finding, Severity
from app.lint.terms import Kind
from app.lint.vocabulary import load_vocabulary
from app.lint.wording import Family, KindWording, Phrase
from app.ui.models.proposals import ProposalModel, Question
from app.ui.models.wording import WordingModel, WordingRole
from app.ui.widgets.proposal_delegate import CONTEXT, _shortened

OTHERWISE = Finding("light-not-in-picture", Severity.WARNING, 2)
NIGHT = Family(
    "night",
    (
        Phrase("at night", "at night", (0, 1)),
        Phrase("nighttime", "Nighttime", (2,), (OTHERWISE,)),
        Phrase("by night", "by night", (3,)),
    ),
    (0, 1, 2, 3),
)
GOLDEN = Family("golden", (Phrase("golden hour", "golden hour", (4,)),), (4,))
WORDING = KindWording(Kind.LIGHTING, (NIGHT, GOLDEN), (5, 6), 7)


class FakeSession:
    def entry(self, number):
        return SimpleNamespace(image=SimpleNamespace(stem=f"{number:03}"))


@pytest.fixture
def model(qapp):
    made = WordingModel(FakeSession())
    made.tester = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    return made


def head(model, row):
    return model.index(row, 0)


def test_families_phrases_and_the_silent_ones(model):
    model.show_wording(WORDING)
    assert [head(model, row).data() for row in range(model.rowCount())] == [
        "night",
        "golden",
        "(no lighting words)",
    ]
    assert model.rowCount(head(model, 0)) == 3
    assert model.rowCount(head(model, 2)) == 1, "one line for all that name nothing"
    silent = model.index(0, 0, head(model, 2))
    assert silent.parent() == head(model, 2)
    assert silent.data(WordingRole.SILENT) == WORDING.silent
    assert silent.data(WordingRole.PHRASE) is None
    assert not silent.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert model.rowCount(silent) == 0
    assert head(model, 0).data(WordingRole.SEVERITY) == Severity.WARNING
    assert head(model, 1).data(WordingRole.SEVERITY) is None
    assert head(model, 2).data(WordingRole.NOTE) == "005, 006"
    line = model.index_of("nighttime")
    assert (line.data(), line.data(WordingRole.NOTE)) == ("Nighttime", "002 shows otherwise")
    assert not model.index_of("dusk").isValid()


def test_ticks_follow_a_family_and_survive_a_new_count(model):
    model.show_wording(WORDING)
    checked = Qt.ItemDataRole.CheckStateRole
    assert model.setData(model.index_of("at night"), Qt.CheckState.Checked, checked)
    assert head(model, 0).data(checked) == Qt.CheckState.PartiallyChecked
    assert model.setData(head(model, 0), Qt.CheckState.Checked, checked)
    assert len(model.chosen) == 3
    fewer = Family("night", NIGHT.phrases[:2], (0, 1, 2))
    model.show_wording(KindWording(Kind.LIGHTING, (fewer,), (), 3))
    assert [phrase.key for _, phrase in model.chosen] == ["at night", "nighttime"]
    model.show_wording(KindWording(Kind.MOOD, (fewer,), (), 3))
    assert model.chosen == ()


def test_the_silent_ones_cannot_be_ticked(model):
    model.show_wording(WORDING)
    silent = head(model, 2)
    assert not silent.flags() & Qt.ItemFlag.ItemIsUserCheckable
    checked = Qt.ItemDataRole.CheckStateRole
    assert not model.setData(silent, Qt.CheckState.Checked, checked)
    assert silent.data(checked) is None


@pytest.fixture
def proposals(qapp, monkeypatch):
    monkeypatch.setattr("app.ui.models.proposals.finding_message", lambda *_: "it is bright")
    texts = ["a road, nighttime", "a bridge, nighttime", "a lake at night"]
    entries = [SimpleNamespace(text=text, editable=True, concept="c") for text in texts]
    choices = SimpleNamespace(concept=lambda _: SimpleNamespace(trigger=""))
    session = SimpleNamespace(
        dataset=SimpleNamespace(entries=entries, gone=set(), choices=choices),
        linting=SimpleNamespace(vocabulary=load_vocabulary()),
        name=str,
    )
    made = ProposalModel(session)
    made.tester = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    return made


def question(say, against=None):
    return Question(frozenset({(Kind.LIGHTING, "nighttime")}), (0, 1, 2), say, against or {})


def test_proposals_leave_out_what_a_picture_contradicts(proposals):
    proposals.ask(question("at night", {0: OTHERWISE}))
    assert [(one.entry, one.ticked) for one in proposals.proposals] == [(1, True), (0, False)]
    assert proposals.chosen() == {1: "a bridge, at night"}
    assert proposals.staying == 1


def test_ticks_stay_for_the_same_words_and_go_with_others(proposals):
    proposals.ask(question("at night"))
    checked = Qt.ItemDataRole.CheckStateRole
    assert proposals.setData(proposals.index(0, 0), Qt.CheckState.Unchecked, checked)
    proposals.ask(question("at night", {2: OTHERWISE}))
    assert list(proposals.chosen()) == [1]
    proposals.ask(question("after dark"))
    assert list(proposals.chosen()) == [0, 1]


def test_text_without_blanks_is_shortened_and_not_dropped():
    after = "、高層ビル、ネオンの明かり、とても美しい、信じられないほど鮮やか、雨上がり"
    shown = _shortened(after, first=False, last=True)
    assert shown == after[:CONTEXT] + " …"
    assert _shortened(after, first=True, last=False) == "…" + after[-CONTEXT:]
    assert _shortened("a tower beside a road in the evening", first=False, last=True).endswith(
        "road in …"
    )
