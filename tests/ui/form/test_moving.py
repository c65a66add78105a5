"""Ways over the sheet by keys and mouse, and what is selected on the way."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from tests.ui.form.conftest import Desk
from tests.ui.statement.hands import focused, press

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
HEAD_FIELDS = (
    *("name", "unit", "code", "name", "budget.total", "budget.fiscal", "budget.other", "purpose"),
    *("plan.march", "plan.june", "plan.october", "plan.december", "goals"),
)
ROW_FIELDS = ("name", "description", "value", "basis")


def test_the_first_cell_below_the_title_is_current(desk: Desk) -> None:
    assert desk.at() == ("project", "code")
    assert desk.places[-1] == "项目编码"


def test_tab_goes_over_what_is_to_be_filled_in_and_back(desk: Desk) -> None:
    expected = [("project", field) for field in HEAD_FIELDS]
    expected += [(row.id, field) for row in desk.project.indicators for field in ROW_FIELDS]
    press(KEY.Key_Home, CONTROL)
    way = [desk.at()]
    for _ in expected[1:]:
        press(KEY.Key_Tab)
        way.append(desk.at())
    assert way == expected
    for place in reversed(expected[:-1]):
        press(KEY.Key_Backtab, SHIFT)
        assert desk.at() == place


def test_tab_behind_the_last_cell_adds_a_row_in_one_step(desk: Desk) -> None:
    press(KEY.Key_End, CONTROL)
    press(KEY.Key_Tab)
    last = desk.project.indicators[-1]
    assert (last.level1, last.level2) == ("满意度指标", "服务对象满意度指标")
    assert desk.at() == (last.id, "name")
    assert desk.session.undo_stack.count() == 1


def test_arrows_pass_merged_cells_as_one(desk: Desk) -> None:
    desk.go("row2", "level2")
    press(KEY.Key_Left)
    assert desk.at() == ("row1", "level1")
    press(KEY.Key_Down)
    assert desk.at() == ("row4", "level1")
    press(KEY.Key_Up)
    press(KEY.Key_Right)
    assert desk.at() == ("row3", "level2")


def test_arrows_go_straight_on_behind_a_wide_cell(desk: Desk) -> None:
    desk.go("project", "budget.other")
    press(KEY.Key_Down)
    assert desk.at() == ("project", "purpose")
    press(KEY.Key_Down)
    assert desk.at() == ("project", "plan.december")
    press(KEY.Key_Down)
    press(KEY.Key_Down)
    assert desk.at() == ("row1", "basis")
    for _ in range(4):
        press(KEY.Key_Up)
    assert desk.at() == ("project", "budget.other")


def test_home_and_end_stay_in_the_row(desk: Desk) -> None:
    desk.go("row2", "description")
    press(KEY.Key_End)
    assert desk.at() == ("row2", "basis")
    press(KEY.Key_Home)
    assert desk.at() == ("row2", "name")
    press(KEY.Key_Home)
    assert desk.at() == ("row1", "level1")
    press(KEY.Key_Right)
    assert desk.at() == ("row2", "level2")


def test_home_keeps_the_row_in_sight_however_high_its_level_is(long_desk: Desk) -> None:
    long_desk.go("row8", "name")
    before = long_desk.view.verticalScrollBar().value()
    press(KEY.Key_Home)
    press(KEY.Key_Home)
    assert long_desk.at()[1] == "level1"
    assert long_desk.view.verticalScrollBar().value() == before
    row = long_desk.view.rect_of(long_desk.cell("row8", "name"))
    assert long_desk.viewport.rect().contains(row)


def test_tab_stops_at_a_level_that_has_no_name_yet(desk: Desk) -> None:
    desk.go("row4", "level2")
    press(KEY.Key_Delete)
    desk.go("row3", "basis")
    press(KEY.Key_Tab)
    assert desk.at() == ("row4", "level2")


@pytest.mark.parametrize("field", ["goals", "plan.march"])
def test_enter_comes_into_the_grid_at_the_first_name(desk: Desk, field: str) -> None:
    desk.go("project", field)
    steps = ["goals", "name"] if field.startswith("plan") else ["name"]
    for step in steps:
        press(KEY.Key_Return)
        assert desk.at()[1] == step
    assert desk.at() == ("row1", "name")
    press(KEY.Key_Return)
    assert desk.at() == ("row2", "name")


def test_an_arrow_still_goes_straight_down_into_the_grid(desk: Desk) -> None:
    desk.view.where.go(desk.cell("project", "goals"), column=1)
    press(KEY.Key_Down)
    assert desk.at() == ("row1", "level2")


@pytest.mark.parametrize("start", [("project", "goals"), ("row1", "level2")])
def test_enter_after_tabs_never_goes_back_to_a_level(desk: Desk, start: tuple[str, str]) -> None:
    desk.view.where.go(desk.cell(*start), column=1)
    for _ in range(3):
        press(KEY.Key_Tab)
    assert desk.at()[0] == "row1"
    press(KEY.Key_Return)
    assert desk.at() == ("row2", "name")


def test_enter_goes_down_and_stays_at_the_end(desk: Desk) -> None:
    desk.go("row4", "value")
    press(KEY.Key_Return)
    assert desk.at() == ("row5", "value")
    press(KEY.Key_Enter)
    assert desk.at() == ("row5", "value")
    press(KEY.Key_Return, SHIFT)
    assert desk.at() == ("row4", "value")


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("项目名称", "name"),
        ("预算规模及资金用途", "budget.total"),
        ("其中：财政资金", "budget.fiscal"),
        ("6月底", "plan.june"),
        ("资金支出计划（%）", "plan.march"),
        ("绩效目标", "goals"),
    ],
)
def test_a_click_on_a_label_goes_to_what_it_is_for(desk: Desk, label: str, field: str) -> None:
    desk.go("row3", "basis")
    cell = next(each for each in desk.view.sheet.cells.sheet.cells if each.text == label)
    point = desk.view.rect_of(cell).center()
    QTest.mouseClick(desk.viewport, Qt.MouseButton.LeftButton, pos=point)
    assert desk.at() == ("project", field)


@pytest.mark.parametrize("key", [KEY.Key_PageDown, KEY.Key_PageUp])
def test_pages_turn_by_about_a_screen(long_desk: Desk, key: Qt.Key) -> None:
    long_desk.go("row1" if key == KEY.Key_PageDown else "row30", "name")
    before = long_desk.view.verticalScrollBar().value()
    press(key)
    moved = long_desk.view.verticalScrollBar().value() - before
    assert 200 < abs(moved) <= long_desk.viewport.height()


def test_the_current_cell_is_always_in_sight(long_desk: Desk) -> None:
    press(KEY.Key_End, CONTROL)
    for key in (KEY.Key_Up, KEY.Key_Left, KEY.Key_Home, KEY.Key_Tab):
        press(key)
        cell = long_desk.view.where.cell
        assert cell
        assert long_desk.viewport.rect().intersects(long_desk.view.rect_of(cell))


def test_the_sheet_is_left_by_control_tab_for_what_is_seen(long_desk: Desk) -> None:
    press(KEY.Key_Tab, CONTROL)
    assert not long_desk.view.hasFocus()
    for _ in range(3):
        offer = focused()
        assert long_desk.viewport.isAncestorOf(offer)
        place = QRect(offer.mapTo(long_desk.viewport, QPoint()), offer.size())
        assert long_desk.viewport.rect().contains(place)
        press(KEY.Key_Tab)


def test_enter_after_tabs_goes_back_to_where_they_began(desk: Desk) -> None:
    desk.go("row1", "name")
    for _ in range(3):
        press(KEY.Key_Tab)
    assert desk.at() == ("row1", "basis")
    press(KEY.Key_Return)
    assert desk.at() == ("row2", "name")
    press(KEY.Key_Return)
    assert desk.at() == ("row3", "name")


def test_an_arrow_ends_the_run_of_tabs(desk: Desk) -> None:
    desk.go("row1", "name")
    press(KEY.Key_Tab)
    press(KEY.Key_Right)
    press(KEY.Key_Return)
    assert desk.at() == ("row2", "value")


@pytest.mark.parametrize(
    ("key", "way"),
    [
        (KEY.Key_Down, [("row5", "name"), ("row5", "name")]),
        (KEY.Key_Up, [("row1", "name"), ("project", "goals")]),
        (KEY.Key_Right, [("row3", "basis")]),
        (KEY.Key_Left, [("row1", "level1")]),
    ],
)
def test_control_and_an_arrow_lead_to_the_edge(
    desk: Desk, key: Qt.Key, way: list[tuple[str, str]]
) -> None:
    desk.go("row3", "name")
    for place in way:
        press(key, CONTROL)
        assert desk.at() == place


def test_the_way_to_the_edge_stops_before_and_behind_empty_cells(desk: Desk) -> None:
    for row in ("row3", "row4"):
        desk.go(row, "description")
        press(KEY.Key_Delete)
    desk.go("row1", "description")
    for place in (("row2", "description"), ("row5", "description")):
        press(KEY.Key_Down, CONTROL)
        assert desk.at() == place
    press(KEY.Key_Up, CONTROL | SHIFT)
    assert [row for row, _ in desk.selected()] == ["row2", "row3", "row4", "row5"]


def test_enter_can_go_to_the_right(desk: Desk) -> None:
    desk.view.enter_goes_right = True
    desk.go("row1", "value")
    for place in (("row1", "basis"), ("row2", "name")):
        press(KEY.Key_Return)
        assert desk.at() == place
    press(KEY.Key_Return, SHIFT)
    assert desk.at() == ("row1", "basis")
