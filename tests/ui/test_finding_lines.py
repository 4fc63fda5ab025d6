"""Lines of the findings tree are stamped a few at a time before the tree is painted anew."""

import pytest
from PySide6.QtGui import QPalette

from app.dataset.entry import Cause
from app.ui.aspects import Aspect, Changed
from app.ui.models import findings
from app.ui.models.findings import FindingModel, FindingRole
from app.ui.scheme import current_scheme
from app.ui.widgets import finding_delegate, findings_panel
from app.ui.widgets.findings_panel import FindingsPanel
from app.ui.widgets.small_pictures import ASK_MS, SmallPictures


@pytest.fixture
def panel(session, rows, qtbot):
    made = FindingsPanel(FindingModel(session))
    qtbot.addWidget(made)
    made.resize(900, 300)
    palette = made.tree.palette()
    palette.setColor(QPalette.ColorRole.Base, current_scheme().colour("base"))
    made.tree.setPalette(palette)
    made.show()
    rows.open(6)
    session.edit(1, "mira, a beautiful gorgeous lovely woman")
    session.edit(4, "")
    made._model.refresh()
    qtbot.waitUntil(lambda: made.tree.viewport().updatesEnabled())
    return made


def unstamped(painter, room, scheme, ground, look, paint, kept=None):
    paint(painter, room)


def test_a_line_has_the_pixels_that_it_would_have_painted_anew(panel, monkeypatch):
    tree = panel.tree
    tree.expandAll()
    tree.setCurrentIndex(tree.model().index(0, 0, tree.model().index(0, 0)))
    stamped = [tree.viewport().grab().toImage() for _ in range(2)]
    monkeypatch.setattr(finding_delegate, "stamp", unstamped)
    anew = tree.viewport().grab().toImage()
    assert stamped == [anew] * 2


def test_what_was_seen_stays_until_all_lines_are_ready(panel, session, qtbot, monkeypatch):
    monkeypatch.setattr(findings_panel, "turns", lambda: iter([None]))
    painted, seen = [], panel._delegate.put

    def put(painter, place, index, *, chosen):
        painted.append(panel.tree.viewport().updatesEnabled())
        seen(painter, place, index, chosen=chosen)

    monkeypatch.setattr(panel._delegate, "put", put)
    session.edit(2, "mira, a stunning breathtaking gorgeous door")
    panel._model.refresh()
    assert painted == []
    # Findings that change again before all lines are ready begin anew.
    qtbot.waitUntil(lambda: len(painted) >= 2)
    assert painted[:2] == [False, False]
    session.edit(2, "mira, a door")
    panel._model.refresh()
    monkeypatch.undo()
    qtbot.waitUntil(lambda: panel.tree.viewport().updatesEnabled())
    assert panel.tree.indexAt(panel.tree.viewport().rect().topLeft()).isValid()


def test_a_tree_that_nobody_sees_waits_for_nothing(panel, session):
    panel.hide()
    session.edit(2, "")
    panel._model.refresh()
    assert panel.tree.viewport().updatesEnabled()


def test_pictures_that_arrive_are_made_small_a_few_in_a_turn(panel, qtbot, monkeypatch):
    monkeypatch.setattr(findings_panel, "turns", lambda: iter([None]))
    asked, viewport = [], panel.tree.viewport()
    panel.tree.expandAll()
    pictures = panel._delegate._pictures
    monkeypatch.setattr(
        pictures, "pixmap", lambda *_: asked.append((len(taken), viewport.updatesEnabled()))
    )
    taken, stamp_some = [], panel._stamp_some

    def one_turn():
        taken.append(len(asked))
        stamp_some()

    panel._stamping.timeout.disconnect(panel._stamp_some)
    panel._stamping.timeout.connect(one_turn)
    pictures.arrived.emit()
    assert asked == []
    qtbot.waitUntil(lambda: any(seen for _, seen in asked))
    ahead = [turn for turn, seen in asked if not seen]
    assert len(ahead) >= 2
    assert ahead == sorted(set(ahead)), "one in a turn, before the tree is painted"


def test_a_picture_that_is_painted_nowhere_changes_nothing(panel, session, qtbot):
    arrived, pictures = [], SmallPictures(session, panel)
    pictures.arrived.connect(lambda: arrived.append(True))
    pictures.pixmap(1, 20, 1.0)
    session.changed.emit(Changed(frozenset({3}), frozenset({Aspect.THUMBNAIL})))
    qtbot.wait(ASK_MS + 20)
    assert arrived == []
    session.changed.emit(Changed(frozenset({1}), frozenset({Aspect.THUMBNAIL})))
    qtbot.waitUntil(lambda: arrived == [True])


def test_a_rule_that_finds_much_has_more_lines_as_they_come_into_sight(
    panel, session, rows, qtbot, monkeypatch
):
    monkeypatch.setattr(findings, "LINES_AT_ONCE", 4)
    model, tree = panel._model, panel.tree
    rows.open(11)
    session.edit_many(dict.fromkeys(range(11), ""), Cause.TYPING, "emptied")
    model.refresh()
    qtbot.waitUntil(lambda: tree.viewport().updatesEnabled())
    rule = next(group.rule for group in model.groups if group.count == 11)

    def head_of_it():
        return model.index([group.rule for group in model.groups].index(rule), 0)

    head = head_of_it()
    assert head.data(FindingRole.COUNT) == 11
    assert model.rowCount(head) == 4
    tree.expand(head)
    panel.resize(900, 60)
    counts = [model.rowCount(head)]
    for _ in range(3):
        tree.scrollTo(model.index(model.rowCount(head) - 1, 0, head))
        qtbot.wait(20)
        counts.append(model.rowCount(head))
    assert counts == [4, 8, 11, 11]
    assert model.index(10, 0, head).data(FindingRole.ENTRY) == 10
    assert not model.index(11, 0, head).isValid()
    # They stay when findings change.
    session.edit(0, "mira, a door")
    model.refresh()
    assert model.rowCount(head_of_it()) > 8
