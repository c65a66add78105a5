"""What is selected, by keys and mouse, and what is done with several cells at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from perfdesk.models.change import SetField, Together
from perfdesk.models.sheet import Cell
from tests.ui.form.conftest import EMPTY, Desk, OpenDesk
from tests.ui.statement.hands import press, type_text

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def test_shift_and_arrows_select_a_block(desk: Desk) -> None:
    desk.go("row1", "description")
    press(KEY.Key_Down, SHIFT)
    press(KEY.Key_Right, SHIFT)
    fields = [("description", "value")] * 2
    assert desk.selected() == [
        (f"row{n}", field) for n, row in enumerate(fields, 1) for field in row
    ]
    assert desk.places[-1] == "三级指标 1 · 绩效指标描述 · 已选 4 格"
    press(KEY.Key_Left, SHIFT)
    press(KEY.Key_Up, SHIFT)
    assert desk.selected() == [("row1", "description")]


def test_a_block_never_cuts_a_merged_cell(desk: Desk) -> None:
    desk.go("row2", "level1")
    press(KEY.Key_Right, SHIFT)
    assert len(desk.selected()) == 4
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
    assert len(desk.selected()) == 5 * 5 + 3
    assert {row for row, _ in desk.selected()} == {"row1", "row2", "row3", "row4", "row5"}
    assert desk.at() == ("row1", "name")


def test_control_a_stays_where_one_is(desk: Desk) -> None:
    desk.go("row3", "value")
    press(KEY.Key_A, CONTROL)
    assert desk.at() == ("row3", "value")
    type_text("5天")
    press(KEY.Key_Return)
    assert desk.row("row3").value.text.endswith("5天")
    assert len(desk.selected()) > 20


def test_control_a_on_an_empty_grid_selects_nothing_else(open_desk: OpenDesk) -> None:
    desk = open_desk(EMPTY)
    press(KEY.Key_A, CONTROL)
    assert desk.selected() == [("empty", "code")]


def test_dragging_selects_from_cell_to_cell(desk: Desk) -> None:
    start, end = desk.point("row1", "name"), desk.point("row3", "value")
    QTest.mousePress(desk.viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(desk.viewport, end)
    QTest.mouseRelease(desk.viewport, Qt.MouseButton.LeftButton, pos=end)
    assert len(desk.selected()) == 9
    assert desk.at() == ("row1", "name")


def test_a_shift_click_selects_up_to_it(desk: Desk) -> None:
    desk.go("row1", "name")
    point = desk.point("row2", "value")
    QTest.mouseClick(desk.viewport, Qt.MouseButton.LeftButton, SHIFT, point)
    assert len(desk.selected()) == 6


def click(desk: Desk, cell: Cell, modifier: Qt.KeyboardModifier = NONE) -> None:
    point = desk.view.rect_of(cell).center()
    QTest.mouseClick(desk.viewport, Qt.MouseButton.LeftButton, modifier, point)


def heading(desk: Desk, text: str) -> Cell:
    return next(each for each in desk.view.sheet.cells.sheet.cells if each.text == text)


def test_a_click_on_a_heading_selects_the_column(desk: Desk) -> None:
    click(desk, heading(desk, "指标值"))
    assert desk.selected() == [(f"row{n}", "value") for n in range(1, 6)]
    assert desk.at() == ("row1", "value")
    click(desk, heading(desk, "指标值确定依据"), SHIFT)
    assert len(desk.selected()) == 10


def test_shift_and_space_select_the_row(desk: Desk) -> None:
    desk.go("row2", "value")
    press(KEY.Key_Space, SHIFT)
    fields = ("level2", "name", "description", "value", "basis")
    assert desk.selected() == [("row2", field) for field in fields]
    assert desk.at() == ("row2", "value")
    press(KEY.Key_Down, SHIFT)
    assert {row for row, _ in desk.selected()} == {"row2", "row3"}
    assert len(desk.selected()) == 10
    press(KEY.Key_Left)
    assert len(desk.selected()) == 1


def test_shift_and_space_select_a_row_of_the_head(desk: Desk) -> None:
    desk.go("project", "plan.june")
    press(KEY.Key_Space, SHIFT)
    assert [field.partition(".")[0] for _, field in desk.selected()] == ["plan"] * 4


def test_control_and_space_select_the_column(desk: Desk) -> None:
    desk.go("row2", "value")
    press(KEY.Key_Space, CONTROL)
    assert desk.selected() == [(f"row{n}", "value") for n in range(1, 6)]
    assert desk.at() == ("row2", "value")
    desk.go("project", "code")
    press(KEY.Key_Space, CONTROL)
    assert desk.selected() == [("project", "code")]
    assert desk.view.editing.editor is None


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
    filled = desk.selected()
    press(KEY.Key_Delete)
    for change in (desk.session.undo_stack.undo, desk.session.undo_stack.redo):
        press(KEY.Key_Home, CONTROL)
        change()
        assert desk.selected() == filled


def test_undo_selects_a_row_that_is_back(desk: Desk) -> None:
    desk.go("row2", "basis")
    press(KEY.Key_Minus, CONTROL)
    press(KEY.Key_Home, CONTROL)
    desk.undo()
    fields = ("level2", "name", "description", "value", "basis")
    assert desk.selected() == [("row2", field) for field in fields]


def test_undo_of_what_lies_far_apart_goes_to_the_first_of_it(desk: Desk) -> None:
    far = [SetField("project", "code", "甲"), SetField("row5", "basis", "乙")]
    desk.session.do("document", Together("替换", tuple(far)))
    desk.undo()
    assert desk.selected() == [("project", "code")]


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
    block = desk.selected()
    for place in way:
        press(key, modifier or Qt.KeyboardModifier.NoModifier)
        assert desk.at() == place
        assert desk.selected() == block
    press(KEY.Key_Left)
    assert len(desk.selected()) == 1


def test_what_is_typed_in_a_selection_goes_on_in_it(desk: Desk) -> None:
    desk.go("row1", "name")
    press(KEY.Key_Down, SHIFT)
    for text in ("甲", "乙", "丙"):
        type_text(text)
        press(KEY.Key_Return)
    assert desk.names[:3] == ["丙", "乙", "完成时限"]


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
