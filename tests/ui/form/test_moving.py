"""Ways over the sheet by keys and mouse, and what is selected on the way."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from perfdesk.models.change import SetField, Together
from perfdesk.models.sheet import Cell
from tests.ui.form.conftest import EMPTY, Desk, OpenDesk
from tests.ui.statement.hands import focused, press, type_text

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
HEAD_FIELDS = (
    *("name", "unit", "code", "name", "budget.total", "budget.fiscal", "budget.other", "purpose"),
    *("plan.march", "plan.june", "plan.october", "plan.december", "goals"),
)
ROW_FIELDS = ("name", "description", "value", "basis")


def selected(desk: Desk) -> list[tuple[str, str]]:
    places = [cell.place for cell in desk.view.where.selected]
    return [(place.row_id, place.field) for place in places if place]


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


def test_shift_and_arrows_select_a_block(desk: Desk) -> None:
    desk.go("row1", "description")
    press(KEY.Key_Down, SHIFT)
    press(KEY.Key_Right, SHIFT)
    fields = [("description", "value")] * 2
    assert selected(desk) == [
        (f"row{n}", field) for n, row in enumerate(fields, 1) for field in row
    ]
    assert desk.places[-1] == "三级指标 1 · 绩效指标描述 · 已选 4 格"
    press(KEY.Key_Left, SHIFT)
    press(KEY.Key_Up, SHIFT)
    assert selected(desk) == [("row1", "description")]


def test_a_block_never_cuts_a_merged_cell(desk: Desk) -> None:
    desk.go("row2", "level1")
    press(KEY.Key_Right, SHIFT)
    assert len(selected(desk)) == 4
    block = desk.view.where.block
    assert block
    assert block.bottom - block.top == 2


def test_selected_amounts_are_added_up(desk: Desk) -> None:
    desk.go("project", "budget.total")
    for _ in range(2):
        press(KEY.Key_Right, SHIFT)
    assert desk.places[-1] == "预算数 · 已选 3 格 · 合计 640.00 万元"


def test_unlike_values_are_not_added_up(desk: Desk) -> None:
    desk.go("row1", "value")
    for _ in range(4):
        press(KEY.Key_Down, SHIFT)
    assert desk.places[-1] == "三级指标 1 · 指标值 · 已选 5 格"


def test_control_a_selects_the_grid(desk: Desk) -> None:
    press(KEY.Key_A, CONTROL)
    assert len(selected(desk)) == 5 * 5 + 3
    assert {row for row, _ in selected(desk)} == {"row1", "row2", "row3", "row4", "row5"}


def test_control_a_on_an_empty_grid_selects_nothing_else(open_desk: OpenDesk) -> None:
    desk = open_desk(EMPTY)
    press(KEY.Key_A, CONTROL)
    assert selected(desk) == [("empty", "code")]


def test_dragging_selects_from_cell_to_cell(desk: Desk) -> None:
    start, end = desk.point("row1", "name"), desk.point("row3", "value")
    QTest.mousePress(desk.viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(desk.viewport, end)
    QTest.mouseRelease(desk.viewport, Qt.MouseButton.LeftButton, pos=end)
    assert len(selected(desk)) == 9
    assert desk.at() == ("row1", "name")


def test_a_shift_click_selects_up_to_it(desk: Desk) -> None:
    desk.go("row1", "name")
    point = desk.point("row2", "value")
    QTest.mouseClick(desk.viewport, Qt.MouseButton.LeftButton, SHIFT, point)
    assert len(selected(desk)) == 6


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
    click(desk, cell)
    assert desk.at() == ("project", field)


def click(desk: Desk, cell: Cell, modifier: Qt.KeyboardModifier = NONE) -> None:
    point = desk.view.rect_of(cell).center()
    QTest.mouseClick(desk.viewport, Qt.MouseButton.LeftButton, modifier, point)


def heading(desk: Desk, text: str) -> Cell:
    return next(each for each in desk.view.sheet.cells.sheet.cells if each.text == text)


def test_a_click_on_a_heading_selects_the_column(desk: Desk) -> None:
    click(desk, heading(desk, "指标值"))
    assert selected(desk) == [(f"row{n}", "value") for n in range(1, 6)]
    assert desk.at() == ("row1", "value")
    click(desk, heading(desk, "指标值确定依据"), SHIFT)
    assert len(selected(desk)) == 10


def test_shift_and_space_select_the_row(desk: Desk) -> None:
    desk.go("row2", "value")
    press(KEY.Key_Space, SHIFT)
    fields = ("level2", "name", "description", "value", "basis")
    assert selected(desk) == [("row2", field) for field in fields]
    assert desk.at() == ("row2", "value")
    press(KEY.Key_Down, SHIFT)
    assert {row for row, _ in selected(desk)} == {"row2", "row3"}
    assert len(selected(desk)) == 10
    press(KEY.Key_Left)
    assert len(selected(desk)) == 1


def test_shift_and_space_select_a_row_of_the_head(desk: Desk) -> None:
    desk.go("project", "plan.june")
    press(KEY.Key_Space, SHIFT)
    assert [field.partition(".")[0] for _, field in selected(desk)] == ["plan"] * 4


def test_control_and_space_select_the_column(desk: Desk) -> None:
    desk.go("row2", "value")
    press(KEY.Key_Space, CONTROL)
    assert selected(desk) == [(f"row{n}", "value") for n in range(1, 6)]
    assert desk.at() == ("row2", "value")
    desk.go("project", "code")
    press(KEY.Key_Space, CONTROL)
    assert selected(desk) == [("project", "code")]
    assert desk.view.editing.editor is None


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


def test_undo_goes_to_what_it_changes(long_desk: Desk) -> None:
    long_desk.go("row28", "name")
    press(KEY.Key_Delete)
    press(KEY.Key_Home, CONTROL)
    long_desk.undo()
    assert long_desk.at() == ("row28", "name")
    cell = long_desk.view.where.cell
    assert cell
    assert long_desk.viewport.rect().contains(long_desk.view.rect_of(cell))


def test_undo_and_redo_select_all_that_they_change(desk: Desk) -> None:
    desk.go("row1", "basis")
    for _ in range(2):
        press(KEY.Key_Down, SHIFT)
    press(KEY.Key_Left, SHIFT)
    filled = selected(desk)
    press(KEY.Key_Delete)
    for change in (desk.session.undo_stack.undo, desk.session.undo_stack.redo):
        press(KEY.Key_Home, CONTROL)
        change()
        assert selected(desk) == filled


def test_undo_selects_a_row_that_is_back(desk: Desk) -> None:
    desk.go("row2", "basis")
    press(KEY.Key_Minus, CONTROL)
    press(KEY.Key_Home, CONTROL)
    desk.undo()
    fields = ("level2", "name", "description", "value", "basis")
    assert selected(desk) == [("row2", field) for field in fields]


def test_undo_of_what_lies_far_apart_goes_to_the_first_of_it(desk: Desk) -> None:
    far = [SetField("project", "code", "甲"), SetField("row5", "basis", "乙")]
    desk.session.do("document", Together("替换", tuple(far)))
    desk.undo()
    assert selected(desk) == [("project", "code")]


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
    ("key", "modifier", "way"),
    [
        (
            KEY.Key_Return,
            None,
            [("row2", "name"), ("row1", "description"), ("row2", "description")],
        ),
        (KEY.Key_Return, SHIFT, [("row2", "description"), ("row1", "description")]),
        (KEY.Key_Tab, None, [("row1", "description"), ("row2", "name"), ("row2", "description")]),
        (KEY.Key_Backtab, SHIFT, [("row2", "description"), ("row2", "name")]),
    ],
)
def test_enter_and_tab_go_round_in_a_selection(
    desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier | None, way: list[tuple[str, str]]
) -> None:
    desk.go("row1", "name")
    press(KEY.Key_Right, SHIFT)
    press(KEY.Key_Down, SHIFT)
    block = selected(desk)
    for place in way:
        press(key, modifier or Qt.KeyboardModifier.NoModifier)
        assert desk.at() == place
        assert selected(desk) == block
    press(KEY.Key_Left)
    assert len(selected(desk)) == 1


def test_what_is_typed_in_a_selection_goes_on_in_it(desk: Desk) -> None:
    desk.go("row1", "name")
    press(KEY.Key_Down, SHIFT)
    for text in ("甲", "乙", "丙"):
        type_text(text)
        press(KEY.Key_Return)
    assert desk.names[:3] == ["丙", "乙", "完成时限"]


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
    assert [row for row, _ in selected(desk)] == ["row2", "row3", "row4", "row5"]


def test_enter_can_go_to_the_right(desk: Desk) -> None:
    desk.view.enter_goes_right = True
    desk.go("row1", "value")
    for place in (("row1", "basis"), ("row2", "name")):
        press(KEY.Key_Return)
        assert desk.at() == place
    press(KEY.Key_Return, SHIFT)
    assert desk.at() == ("row1", "basis")


def test_emptying_many_cells_leaves_the_levels_alone_and_says_so(desk: Desk) -> None:
    press(KEY.Key_A, CONTROL)
    press(KEY.Key_Delete)
    assert all(row.level1 and row.level2 for row in desk.project.indicators)
    assert not any(row.name or row.description or row.basis for row in desk.project.indicators)
    assert desk.told == ["一级、二级指标没有清除；要清除，请只选中它们"]


def test_levels_alone_are_emptied(desk: Desk) -> None:
    desk.go("row1", "level2")
    press(KEY.Key_Down, SHIFT)
    press(KEY.Key_Delete)
    assert [row.level2 for row in desk.project.indicators[:3]] == ["", "", "时效指标"]
    assert not desk.told
