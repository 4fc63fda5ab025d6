"""What a person let stand and is no longer there is listed, and removed in one step of undo."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.lint.dismissals import STALE

PILED = "mira, a beautiful gorgeous stunning woman in a red coat stands beside a door"


def group_of(driver):
    groups = driver.bench.desk.finding_model.groups
    return next((group for group in groups if group.rule == STALE), None)


def let_stand(driver, number, text):
    driver.session.edit(number, text)
    driver.settle()
    finding = next(
        one
        for one in driver.session.lint.entry_findings(number)
        if one.rule == "piled-up-modifiers"
    )
    driver.session.dismiss(finding, "it is a fairy tale")


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
