"""A count in a tab of the desk changes often: it is painted, and nothing else is for its sake."""

from PySide6.QtCore import QEvent, QObject, QPoint


class Told(QObject):
    """How often each of some widgets was told to lay itself out, and to paint itself."""

    def __init__(self, *widgets):
        super().__init__(widgets[0])
        self.laid_out, self.painted = [], []
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.LayoutRequest:
            self.laid_out.append(watched)
        elif event.type() is QEvent.Type.Paint:
            self.painted.append(watched)
        return super().eventFilter(watched, event)


def look(desk):
    """What the window shows of the tabs."""
    place, window = desk.mapTo(desk.window(), QPoint()), desk.window()
    room = place.x(), place.y(), desk.width(), desk.tabBar().height()
    return window.screen().grabWindow(window.winId(), *room).toImage()


def calm(driver):
    desk, reveal = driver.bench.desk, driver.window.reveal
    driver.until(lambda: desk.settled and not desk.wording.survey.under_way and not reveal.busy)
    for _ in range(3):
        driver.qtbot.wait(50)
        driver.until(lambda: not driver.window.painting.busy)


def assert_all_is_painted(driver):
    """What was painted for a change is what all of it looks like, painted at once."""
    desk = driver.bench.desk
    calm(driver)
    part = look(desk)
    desk.update()
    calm(driver)
    assert look(desk) == part


def test_another_count_is_painted_and_leaves_the_window_alone(driver, folder):
    driver.open(folder)
    calm(driver)
    bench, desk = driver.bench, driver.bench.desk
    before = look(desk)
    panel = desk.findings, desk.findings.tree
    told = Told(bench, *panel, desk.tabBar())
    desk.tabBar().setTabText(0, "Findings  77")
    calm(driver)
    assert look(desk) != before
    assert desk.tabBar() in told.painted
    assert not set(panel) & set(told.painted)
    assert bench not in told.laid_out


def test_tabs_that_need_more_room_than_before_leave_nothing_behind(driver, folder):
    driver.open(folder)
    calm(driver)
    desk = driver.bench.desk
    for words in ("Findings  1,234,567", "F"):
        desk.tabBar().setTabText(0, words)
        assert_all_is_painted(driver)


def test_a_desk_folded_and_opened_before_the_window_hears_of_it_has_its_height(driver, folder):
    driver.open(folder)
    calm(driver)
    desk = driver.bench.desk
    bottom, height = desk.geometry().bottom(), desk.height()
    desk.toggle()
    desk.toggle()
    calm(driver)
    assert desk.height() == height
    assert desk.geometry().bottom() == bottom


def test_an_act_that_comes_and_goes_beside_the_tabs(driver, folder):
    driver.open(folder)
    calm(driver)
    desk = driver.bench.desk
    act = desk.findings.fix_all
    for seen in (not act.isVisible(), act.isVisible()):
        act.setVisible(seen)
        assert_all_is_painted(driver)


def test_the_desk_opened_up_has_the_keyboard_and_gives_it_back(driver, folder):
    driver.open(folder)
    editor = driver.editor()
    opened_up = driver.window.actions_["desk_open"]
    opened_up.trigger()
    assert driver.window.focusWidget() is driver.bench.desk.place()
    opened_up.trigger()
    assert driver.window.focusWidget() is editor
    driver.type("x")
    assert driver.text(0).endswith("x")


def test_an_open_row_is_written_and_the_sheet_has_the_keyboard_after_it(driver, folder):
    driver.open(folder)
    row = driver.row_editor()
    driver.type(" at dawn", row)
    driver.window.actions_["desk_open"].trigger()
    assert driver.text(0).endswith(" at dawn")
    driver.window.actions_["desk_open"].trigger()
    sheet = driver.bench.sheet
    here = driver.window.focusWidget()
    assert here is sheet or sheet.isAncestorOf(here)
