"""Suggestions while one types in the grid: when they show, what takes them, what they fill in."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from perfdesk.models.value import IndicatorValue
from tests.ui.form.conftest import OUTPUT, PROJECT
from tests.ui.form.helped import NUMBER, QUALITY, ROWS, Helped, OpenHelped, wait, write
from tests.ui.statement.hands import focused, press, type_text

KEY = Qt.Key
SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


def test_typing_a_name_shows_what_fits(helped: Helped) -> None:
    helped.desk.go("row2", "name")
    write("站点")
    assert helped.names[0] == "站点数量"
    assert helped.picked() is None


@pytest.mark.parametrize("typed", ["zhib", "zhibo", "zbpx"])
def test_pinyin_finds_it(helped: Helped, typed: str) -> None:
    helped.desk.go("row2", "name")
    write(typed)
    assert helped.names[0] == "直播培训场次"


def test_initials_find_the_library(helped: Helped) -> None:
    helped.desk.go("row3", "name")
    write("yshgl")
    assert "验收合格率" in helped.names


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Tab])
def test_a_suggestion_fills_the_row_in_one_step(helped: Helped, key: Qt.Key) -> None:
    desk = helped.desk
    steps = desk.session.undo_stack.count()
    desk.go("row2", "name")
    type_text("zbpx")
    press(KEY.Key_Down)
    press(key)
    row = desk.row("row2")
    assert (row.name, row.description, row.basis) == (
        "直播培训场次",
        "实际举办的场次",
        "《培训方案》",
    )
    assert row.value == IndicatorValue("≥24场", "≥", "24", "场")
    assert (row.level1, row.level2) == (OUTPUT, NUMBER)
    assert desk.session.undo_stack.count() == steps + 1
    assert desk.at() == ("row2", "value")
    assert desk.view.hasFocus()
    assert helped.shown is None
    desk.undo()
    assert desk.row("row2") == ROWS[1]


def test_enter_goes_on_to_the_next_name(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row2", "name")
    type_text("zbpx")
    press(KEY.Key_Down)
    press(KEY.Key_Return)
    type_text("30")
    press(KEY.Key_Return)
    assert desk.row("row2").value.text == "≥30场"
    assert desk.at() == ("row3", "name")


def test_the_year_moves_on(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row2", "name")
    type_text("站点数量")
    press(KEY.Key_Down)
    press(KEY.Key_Return)
    assert desk.row("row2").value.text == "2025年12月底前"


def test_a_row_without_level_gets_the_suggestions(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row4", "name")
    type_text("站点验收")
    press(KEY.Key_Down)
    press(KEY.Key_Return)
    assert (desk.row("row4").level1, desk.row("row4").level2) == (OUTPUT, QUALITY)


def test_filled_cells_are_kept(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row1", "name")
    type_text("zbpx")
    press(KEY.Key_Return)
    assert desk.row("row1") == replace(ROWS[0], name="直播培训场次")
    assert desk.told == ["原有的绩效指标描述、指标值、指标值确定依据没有改动"]


def test_shift_enter_takes_the_whole_row(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row1", "name")
    type_text("直播")
    press(KEY.Key_Down)
    press(KEY.Key_Return, SHIFT)
    row = desk.row("row1")
    assert (row.description, row.value.text) == ("实际举办的场次", "≥24场")
    assert desk.told == []


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Tab])
def test_what_is_typed_is_never_changed_unless_one_chooses(helped: Helped, key: Qt.Key) -> None:
    desk = helped.desk
    desk.go("row2", "name")
    write("站点数")
    assert helped.names
    press(key)
    assert desk.row("row2") == replace(ROWS[1], name="站点数")
    assert helped.shown is None


def test_going_back_up_leaves_the_typing(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row2", "name")
    write("站点")
    press(KEY.Key_Down)
    assert helped.picked() == "站点数量"
    press(KEY.Key_Up)
    assert helped.picked() is None
    write("数")
    press(KEY.Key_Return)
    assert desk.row("row2").name == "站点数"


def test_typing_on_lets_go_of_what_was_picked(helped: Helped) -> None:
    helped.desk.go("row2", "name")
    write("站")
    press(KEY.Key_Down)
    write("点")
    assert helped.names
    assert helped.picked() is None


def test_escape_closes_a_list_that_one_went_into_and_then_the_cell(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row2", "name")
    write("站点")
    press(KEY.Key_Down)
    press(KEY.Key_Escape)
    assert helped.shown is None
    assert focused() is desk.editor.focusProxy()
    write("数")
    assert helped.shown is None
    press(KEY.Key_Escape)
    assert desk.view.editing.editor is None
    assert desk.row("row2") == ROWS[1]


def test_escape_gives_up_at_once_where_nobody_went_into_the_list(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row2", "name")
    write("站点")
    assert helped.names
    press(KEY.Key_Escape)
    assert desk.view.editing.editor is None
    assert helped.shown is None
    assert desk.row("row2") == ROWS[1]


@pytest.mark.parametrize("close", [(KEY.Key_Escape, None), (KEY.Key_Up, ALT)])
def test_alt_down_opens_the_list_of_the_level(
    helped: Helped, close: tuple[Qt.Key, Qt.KeyboardModifier | None]
) -> None:
    desk = helped.desk
    desk.go("row2", "name")
    press(KEY.Key_Down, ALT)
    assert set(helped.names[:2]) == {"站点数量", "直播培训场次"}
    assert helped.picked() == helped.names[0]
    press(close[0], close[1] or Qt.KeyboardModifier.NoModifier)
    assert helped.shown is None
    press(KEY.Key_Down, ALT)
    first = helped.picked()
    press(KEY.Key_Tab)
    assert desk.row("row2").name == first


def test_alt_down_on_a_filled_cell_asks_for_everything_else(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row1", "basis")
    press(KEY.Key_Down, ALT)
    wait()
    assert helped.names
    assert "工作计划" not in helped.names
    assert helped.picked() == helped.names[0]


def test_f2_suggests_nothing_before_one_types(helped: Helped) -> None:
    helped.desk.go("row1", "name")
    press(KEY.Key_F2)
    wait()
    assert helped.shown is None
    press(KEY.Key_Backspace)
    wait()
    assert helped.names


def test_a_click_takes_a_suggestion_and_pointing_at_it_does_not(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row2", "name")
    write("直播")
    shown = helped.shown
    assert shown
    point = shown.visualItemRect(shown.item(0)).center()
    QTest.mouseMove(shown.viewport(), point)
    assert helped.picked() is None
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert desk.row("row2").value.text == "≥24场"
    assert desk.at() == ("row2", "value")


def test_nothing_is_suggested_where_that_is_switched_off(helped: Helped) -> None:
    helped.suggesting.while_typing = False
    helped.desk.go("row2", "name")
    write("站点")
    assert helped.shown is None
    press(KEY.Key_Down, ALT)
    assert helped.names[0] == "站点数量"


def test_what_other_rows_have_is_not_suggested(helped: Helped) -> None:
    helped.desk.go("row2", "name")
    write("培训人次")
    assert "培训人次" not in helped.names


def test_an_edit_elsewhere_leaves_the_list_in_place(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row2", "name")
    write("站点")
    desk.session.undo_stack.undo()
    assert focused() is desk.editor.focusProxy()
    write("数")
    press(KEY.Key_Return)
    assert desk.row("row2").name == "站点数"


def test_a_missing_level_brings_the_best_suggestion_along(open_helped: OpenHelped) -> None:
    helped = open_helped(replace(PROJECT, indicators=ROWS[:2]))
    desk = helped.desk
    buttons = desk.page.findChildren(QPushButton)
    next(each for each in buttons if each.text() == f"＋ {QUALITY}").click()
    row = desk.project.indicators[2]
    assert (row.level2, desk.at()) == (QUALITY, (row.id, "name"))
    assert helped.picked() == "站点验收合格率"
    press(KEY.Key_Tab)
    assert desk.row(row.id).basis == "《合同》"
    assert desk.at() == (row.id, "value")


def test_control_enter_fills_what_was_typed(helped: Helped) -> None:
    desk = helped.desk
    desk.go("row2", "name")
    press(KEY.Key_Down, SHIFT)
    write("站点")
    press(KEY.Key_Return, CONTROL)
    assert [desk.row(each).name for each in ("row2", "row3")] == ["站点", "站点"]
