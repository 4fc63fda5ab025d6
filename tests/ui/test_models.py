"""Qt's own model tester watches every model while it changes: warnings fail the test."""

from dataclasses import replace

from PySide6.QtTest import QAbstractItemModelTester

from app.dataset.marks import Expression, Marks
from app.images.evidence import Evidence
from app.ui.models.entries import EntryModel
from app.ui.models.findings import FindingModel
from app.ui.models.plan import Node, PlanModel

WARN = QAbstractItemModelTester.FailureReportingMode.Warning


def test_the_entry_model_through_everything_that_happens(session, rows):
    model = EntryModel(session)
    tester = QAbstractItemModelTester(model, WARN)
    rows.open(6)
    model.show(session.dataset.present())
    assert model.rowCount() == 6
    model.setData(model.index(1), "mira, a beautiful gorgeous lovely woman")
    model.show([5, 3, 1])
    session.undo()
    session.note(3, replace(session.dataset.notes_of(3), marks=Marks(Expression.SAD)), "mark")
    session.pictures.measured.emit({5: Evidence(width=10, height=10)})
    session.pictures.thumbnail_ready.emit(1)
    rows.add("new.png")
    model.show(session.dataset.present())
    assert model.rowCount() == 7
    session.take_out([2])
    model.show(session.dataset.present())
    assert model.rowCount() == 6
    session.undo()
    model.show([])
    model.show(session.dataset.present())
    rows.settle()
    session.close()
    assert model.rowCount() == 0
    rows.open(3, name="other")
    model.show(session.dataset.present())
    assert model.rowCount() == 3
    assert tester.model() is model


def test_the_finding_model_through_everything_that_happens(session, rows):
    model = FindingModel(session)
    tester = QAbstractItemModelTester(model, WARN)
    rows.open(6)
    model.refresh()
    quiet = [group.rule for group in model.groups]
    session.edit(1, "mira, a beautiful gorgeous lovely woman")
    session.edit(4, "")
    model.refresh()
    assert {"piled-up-modifiers", "empty-caption"} <= {group.rule for group in model.groups}
    head = model.index(0, 0)
    assert model.parent(model.index(0, 0, head)) == head
    session.take_out([4])
    model.refresh()
    assert "empty-caption" not in [group.rule for group in model.groups]
    session.undo()
    session.undo()
    session.undo()
    model.refresh()
    assert [group.rule for group in model.groups] == quiet
    model.retranslate()
    rows.settle()
    session.close()
    assert model.rowCount() == 0
    rows.open(2, name="other")
    model.refresh()
    assert tester.model() is model


def test_the_plan_model_while_plans_replace_each_other(qtbot):
    model = PlanModel()
    tester = QAbstractItemModelTester(model, WARN)
    for count in (3, 0, 5, 1):
        pairs = tuple(Node(f"{number}.png") for number in range(count))
        model.show((Node("head", children=(Node("folder", children=pairs),)), Node("other")))
        folder = model.index(0, 0, model.index(0, 0))
        assert model.rowCount(folder) == count
        for row in range(count):
            line = model.index(row, 1, folder)
            assert model.parent(line) == folder
    model.show(())
    assert model.rowCount() == 0
    assert tester.model() is model
