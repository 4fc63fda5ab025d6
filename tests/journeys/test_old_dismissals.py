"""What is let stand in the dataset is listed, and what is no longer there; both can be removed."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.lint.dismissals import STALE, STANDING
from app.ui import letting_stand
from app.ui.windows.dialogs import DismissalDialog

PILED = "mira, a beautiful gorgeous stunning woman in a red coat stands beside a door"


def group_of(driver, rule=STALE):
    groups = driver.bench.desk.finding_model.groups
    return next((group for group in groups if group.rule == rule), None)


def let_stand(driver, number, text):
    driver.session.edit(number, text)
    driver.settle()
    finding = next(
        one
        for one in driver.session.lint.entry_findings(number)
        if one.rule == "piled-up-modifiers"
    )
    letting_stand.let_stand(driver.session, finding, "it is a fairy tale")


def test_old_dismissals_are_listed_last_and_removed_together(driver, folder):
    driver.open(folder)
    for number in (0, 1):
        let_stand(driver, number, f"{PILED} {number}")
    driver.until(lambda: "piled-up-modifiers" not in driver.rules(0))
    assert group_of(driver) is None
    for number in (0, 1):
        driver.session.edit(number, f"mira, a woman in a red coat stands beside door {number}")
    driver.until(lambda: group_of(driver) is not None)
    assert driver.bench.desk.finding_model.groups[-1].rule == STALE
    assert group_of(driver).count == 2
    driver.click(driver.button("Remove 2 old dismissals"))
    driver.until(lambda: group_of(driver) is None)
    assert not driver.session.dataset.notes_of(0).dismissals
    driver.session.undo()
    driver.until(lambda: group_of(driver) is not None and group_of(driver).count == 2)


def test_delete_removes_the_one_under_the_cursor(driver, folder):
    driver.open(folder)
    let_stand(driver, 0, PILED)
    driver.session.edit(0, "mira, a woman in a red coat stands beside a door")
    driver.until(lambda: group_of(driver) is not None)
    tree, model = driver.bench.desk.findings.tree, driver.bench.desk.finding_model
    head = model.index(len(model.groups) - 1, 0)
    tree.expand(head)
    tree.setCurrentIndex(model.index(0, 0, head))
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    driver.until(lambda: group_of(driver) is None)
    assert not driver.session.dataset.notes_of(0).dismissals


def test_a_dismissal_for_the_dataset_is_listed_too(driver, folder):
    driver.open(folder)
    session = driver.session
    choices = session.dataset.choices
    session.choose(replace(choices, dismissed_rules=("varied-light concept",)), "let stand")
    driver.until(lambda: group_of(driver) is not None)
    driver.click(driver.button("Remove 1 old dismissal"))
    driver.until(lambda: not session.dataset.choices.dismissed_rules)
    session.undo()
    assert session.dataset.choices.dismissed_rules == ("varied-light concept",)


HEDGED = "the image shows a woman in a red coat beside door {}"


def hedged(driver, folder):
    for number, name in enumerate(("1", "2", "10")):
        (folder / f"{name}.txt").write_text(HEDGED.format(number), encoding="utf-8")
    driver.open(folder)
    driver.until(lambda: all("hedge" in driver.rules(number) for number in range(3)))
    driver.editor().go_to(4)
    driver.until(lambda: driver.bench.light_table.findings.current.rule == "hedge")


def stand_everywhere(driver, downs, reason):
    """Alt+0, the reach by its arrow keys, the reason, Return."""

    def say_why(dialog):
        dialog.reach.setFocus()
        for _ in range(downs):
            QTest.keyClick(dialog.reach, Qt.Key.Key_Down)
        driver.type(reason, dialog.reason)
        driver.key(Qt.Key.Key_Return, widget=dialog.reason)

    driver.in_dialog(DismissalDialog, say_why)
    driver.alt(Qt.Key.Key_0, driver.bench.light_table.editor)


def test_the_same_words_are_let_stand_in_the_whole_dataset(driver, folder, make_driver):
    hedged(driver, folder)
    stand_everywhere(driver, 1, "my trainer knows it")
    driver.until(lambda: not any("hedge" in driver.rules(number) for number in range(3)))
    driver.until(lambda: group_of(driver, STANDING) is not None)
    assert group_of(driver, STANDING).findings[0].values["reason"] == "my trainer knows it"
    driver.window.close()

    after = make_driver()
    after.open(folder)
    assert not any("hedge" in after.rules(number) for number in range(3))
    after.until(lambda: group_of(after, STANDING) is not None)
    tree, model = after.bench.desk.findings.tree, after.bench.desk.finding_model
    row = next(n for n, group in enumerate(model.groups) if group.rule == STANDING)
    tree.setFocus()
    tree.setCurrentIndex(model.index(row, 0))
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    after.until(lambda: all("hedge" in after.rules(number) for number in range(3)))
    assert not after.session.dataset.choices.dismissal_reasons
    after.session.undo()
    after.until(lambda: not any("hedge" in after.rules(number) for number in range(3)))


def test_a_whole_rule_is_let_stand_and_said_again_from_a_card(driver, folder):
    hedged(driver, folder)
    stand_everywhere(driver, 2, "")
    driver.until(lambda: not any("hedge" in driver.rules(number) for number in range(3)))
    assert driver.session.dataset.choices.dismissed_rules == ("hedge",)
    driver.session.edit(1, "a woman, it appears to be door 1")
    driver.settle()
    assert "hedge" not in driver.rules(1)
    letting_stand.say_again(driver.session, driver.session.lint.entry_findings(0)[-1])
    driver.until(lambda: all("hedge" in driver.rules(number) for number in range(3)))
