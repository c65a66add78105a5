"""Blocks on the clipboard: as spreadsheets write them, and pasted where they find a place."""

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from perfdesk.io.clipboard.block import Block as Copied
from perfdesk.io.clipboard.block import Merge
from perfdesk.io.clipboard.html_reader import blocks_in
from perfdesk.models.value import IndicatorValue
from perfdesk.ui.clipboard import put
from perfdesk.ui.dialogs.left_over import LeftOverDialog
from perfdesk.ui.form.cells import Block
from perfdesk.ui.form.copying import copied_block
from tests.ui.form.conftest import EMPTY, PROJECT, Desk, OpenDesk
from tests.ui.looking import answer_with
from tests.ui.statement.hands import press, type_text

KEY = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def clip(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def clipped() -> str:
    return QGuiApplication.clipboard().text()


def steps(desk: Desk) -> int:
    return desk.session.undo_stack.count()


def test_a_block_is_copied_as_printed(desk: Desk) -> None:
    desk.go("row1", "level1")
    for _ in range(4):
        press(KEY.Key_Right, SHIFT)
    press(KEY.Key_C, CONTROL)
    assert clipped().split("\n")[:2] == [
        "产出指标\t数量指标\t培训人次\t参加培训的人次\t≥600人次",
        "产出指标\t质量指标\t培训合格率\t合格人数占比\t≥95%",
    ]


def test_copied_rows_paste_back_as_the_same_rows(desk: Desk) -> None:
    press(KEY.Key_A, CONTROL)
    press(KEY.Key_C, CONTROL)
    press(KEY.Key_Minus, CONTROL)
    desk.page.commands.add_below()
    press(KEY.Key_Home)
    press(KEY.Key_V, CONTROL)
    without_ids = [
        (each.level1, each.level2, each.name, each.description, each.value, each.basis)
        for each in desk.project.indicators
    ]
    assert without_ids == [
        (each.level1, each.level2, each.name, each.description, each.value, each.basis)
        for each in PROJECT.indicators
    ]
    assert not desk.told


def test_pasting_grows_the_grid_in_one_step(desk: Desk) -> None:
    desk.go("row5", "name")
    clip("甲\t甲的描述\t>=1次\n乙\t乙的描述\t2%\n")
    press(KEY.Key_V, CONTROL)
    assert desk.names[4:] == ["甲", "乙"]
    last = desk.project.indicators[-1]
    assert (last.level2, last.value) == ("服务对象满意度指标", IndicatorValue("2%", "＝", "2", "%"))
    assert steps(desk) == 1
    desk.undo()
    assert desk.project == PROJECT


def test_one_text_fills_what_is_selected(desk: Desk) -> None:
    desk.go("row1", "basis")
    press(KEY.Key_Down, SHIFT)
    press(KEY.Key_Down, SHIFT)
    clip("云财〔2025〕8号\n")
    press(KEY.Key_V, CONTROL)
    assert [each.basis for each in desk.project.indicators[:4]] == [
        *["云财〔2025〕8号"] * 3,
        "统计年报",
    ]
    assert steps(desk) == 1


def test_the_head_takes_a_row_of_amounts_and_keeps_its_labels(desk: Desk) -> None:
    desk.go("project", "budget.total")
    clip("410.5\t其中：财政资金\t400\t其他资金\t10.50")
    press(KEY.Key_V, CONTROL)
    budget = desk.project.budget
    assert (budget.total, budget.fiscal, budget.other) == ("410.5", "400", "10.50")
    assert not desk.told


def answer_left_over(button: str) -> list[list[str]]:
    """Press a button in the dialog that will come; the list will hold what it showed."""
    shown: list[list[str]] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LeftOverDialog)
        shown.append([dialog.list.item(row).text() for row in range(dialog.list.count())])
        pressed = next(b for b in dialog.findChildren(QPushButton) if b.text() == button)
        QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, answer)
    return shown


@pytest.mark.parametrize(("button", "basis"), [("粘贴其余内容", "依据"), ("不粘贴", "工作计划")])
def test_texts_without_a_place_are_shown_before_anything_changes(
    desk: Desk, button: str, basis: str
) -> None:
    desk.go("row1", "value")
    clip("≥600人次\t依据\t多出来的\t又一个")
    shown = answer_left_over(button)
    press(KEY.Key_V, CONTROL)
    assert shown == [["第3列：多出来的", "第4列：又一个"]]
    assert desk.row("row1").basis == basis


def test_a_block_is_repeated_over_a_selection_that_it_fits_into(desk: Desk) -> None:
    desk.go("row1", "name")
    for key in (KEY.Key_Right, KEY.Key_Down, KEY.Key_Down, KEY.Key_Down):
        press(key, SHIFT)
    clip("甲\t子\n乙\t丑")
    press(KEY.Key_V, CONTROL)
    assert desk.names == ["甲", "乙", "甲", "乙", "企业满意度"]
    assert [row.description for row in desk.project.indicators][:4] == ["子", "丑", "子", "丑"]
    assert steps(desk) == 1


def copied_form(desk: Desk) -> None:
    """Put the whole form on the clipboard, as copied from the workbook."""
    cells = desk.view.sheet.cells
    whole = Block(0, 0, cells.sheet.row_count - 1, len(cells.sheet.widths) - 1)
    put((("x",),), copied_block(desk.project, cells, whole))


def test_a_whole_form_fills_an_empty_project(desk: Desk, open_desk: OpenDesk) -> None:
    copied_form(desk)
    other = open_desk(EMPTY)
    press(KEY.Key_V, CONTROL)
    filled = other.project
    assert filled.id == EMPTY.id
    assert (filled.code, filled.name, filled.purpose) == (
        PROJECT.code,
        PROJECT.name,
        PROJECT.purpose,
    )
    assert (filled.budget.fiscal, filled.plan, filled.goals) == (
        "300.00",
        PROJECT.plan,
        PROJECT.goals,
    )
    assert [replace(row, id="") for row in filled.indicators] == [
        replace(row, id="") for row in PROJECT.indicators
    ]
    assert steps(other) == 1
    other.undo()
    assert other.project == EMPTY


@pytest.mark.parametrize(("button", "name"), [("替换", "另一个项目"), ("不粘贴", PROJECT.name)])
def test_a_whole_form_asks_before_it_takes_the_place_of_another(
    desk: Desk, open_desk: OpenDesk, button: str, name: str
) -> None:
    other = open_desk(replace(PROJECT, name="另一个项目", id="other"))
    copied_form(other)
    desk.view.setFocus()
    said = answer_with(button)
    desk.page.commands.exchange.paste()
    assert PROJECT.name in said[0]
    assert desk.project.name == name
    assert desk.project.id == "project"


def test_the_first_column_is_repeated_to_the_right(desk: Desk) -> None:
    desk.go("row1", "name")
    press(KEY.Key_Right, SHIFT)
    press(KEY.Key_Down, SHIFT)
    press(KEY.Key_R, CONTROL)
    descriptions = [row.description for row in desk.project.indicators]
    assert descriptions[:3] == ["培训人次", "培训合格率", "全部完成的日期"]
    assert steps(desk) == 1


def test_one_cell_takes_the_one_at_its_left(desk: Desk) -> None:
    desk.go("row1", "description")
    press(KEY.Key_R, CONTROL)
    assert desk.row("row1").description == "培训人次"


@pytest.mark.parametrize("opened", [False, True])
def test_a_key_types_what_stands_above(desk: Desk, *, opened: bool) -> None:
    desk.go("row2", "value")
    if opened:
        press(KEY.Key_F2)
        press(KEY.Key_A, CONTROL)
    press(KEY.Key_Apostrophe, CONTROL)
    press(KEY.Key_Return)
    assert desk.row("row2").value == desk.row("row1").value


@pytest.mark.parametrize("opened", [False, True])
def test_a_key_types_the_date(desk: Desk, *, opened: bool) -> None:
    desk.go("row2", "description")
    if opened:
        type_text("截至")
    press(KEY.Key_Semicolon, CONTROL)
    press(KEY.Key_Return)
    now = datetime.now().astimezone()
    date = f"{now.year}年{now.month}月{now.day}日"
    assert desk.row("row2").description == ("截至" if opened else "") + date


def test_the_same_pasted_again_leaves_no_trace(desk: Desk) -> None:
    desk.go("row1", "name")
    press(KEY.Key_C, CONTROL)
    press(KEY.Key_V, CONTROL)
    assert not steps(desk)


def test_delete_empties_the_selected_cells_in_one_step(desk: Desk) -> None:
    desk.go("project", "budget.total")
    for _ in range(2):
        press(KEY.Key_Right, SHIFT)
    press(KEY.Key_Delete)
    budget = desk.project.budget
    assert (budget.total, budget.fiscal, budget.other) == ("", "", "")
    assert steps(desk) == 1
    press(KEY.Key_Delete)
    assert steps(desk) == 1


def test_backspace_empties_and_opens(desk: Desk) -> None:
    desk.go("row1", "name")
    press(KEY.Key_Backspace)
    press(KEY.Key_Return)
    assert desk.row("row1").name == ""


def test_fill_down_repeats_the_first_selected_row(desk: Desk) -> None:
    desk.go("row1", "value")
    press(KEY.Key_Right, SHIFT)
    press(KEY.Key_Down, SHIFT)
    press(KEY.Key_Down, SHIFT)
    press(KEY.Key_D, CONTROL)
    assert [each.value.text for each in desk.project.indicators[:4]] == [
        *["≥600人次"] * 3,
        "≥1.2亿元",
    ]
    assert steps(desk) == 1


def test_fill_down_in_one_row_takes_the_row_above(desk: Desk) -> None:
    desk.go("row2", "name")
    press(KEY.Key_D, CONTROL)
    assert desk.row("row2").name == "培训人次"


def test_control_enter_fills_the_selection_with_what_is_typed(desk: Desk) -> None:
    desk.go("row1", "basis")
    press(KEY.Key_Down, SHIFT)
    type_text("同一依据")
    press(KEY.Key_Return, CONTROL)
    assert [each.basis for each in desk.project.indicators[:2]] == ["同一依据"] * 2
    assert steps(desk) == 1
    assert len(desk.view.where.selected) == 2


def test_control_enter_without_typing_repeats_the_current_cell(desk: Desk) -> None:
    desk.go("row1", "value")
    press(KEY.Key_Down, SHIFT)
    press(KEY.Key_Return, CONTROL)
    assert desk.row("row2").value == desk.row("row1").value


def test_a_block_is_copied_as_a_table_with_its_merged_cells(desk: Desk) -> None:
    desk.go("row1", "level1")
    for _ in range(2):
        press(KEY.Key_Right, SHIFT)
    press(KEY.Key_C, CONTROL)
    html = QGuiApplication.clipboard().mimeData().html()
    assert blocks_in(html) == (
        Copied(
            (
                ("产出指标", "数量指标", "培训人次"),
                ("", "质量指标", "培训合格率"),
                ("", "时效指标", "完成时限"),
            ),
            (Merge(0, 0, 3, 1),),
        ),
    )


def test_a_table_comes_before_the_text_beside_it(desk: Desk) -> None:
    desk.go("row1", "name")
    data = QMimeData()
    data.setText("甲 甲的\n描述 ≥1次 通知\n乙 乙的描述 ≥2次")
    data.setHtml(
        "<table><tr><td>甲</td><td>甲的<br>描述</td><td>≥1次</td><td rowspan=2>通知</td></tr>"
        "<tr><td>乙</td><td>乙的描述</td><td>≥2次</td></tr></table>"
    )
    QGuiApplication.clipboard().setMimeData(data)
    press(KEY.Key_V, CONTROL)
    first, second = desk.project.indicators[:2]
    assert (first.name, first.description, first.value.text) == ("甲", "甲的\n描述", "≥1次")
    assert (second.name, second.description, second.value.text) == ("乙", "乙的描述", "≥2次")
    assert first.basis == second.basis == "通知"
    assert steps(desk) == 1
