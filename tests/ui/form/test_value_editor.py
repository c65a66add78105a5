"""The value's editor: typed in one go, or sign, number and unit one by one."""

import pytest
from PySide6.QtCore import Qt

from perfdesk.models.change import SetField
from perfdesk.models.value import SIGNS, IndicatorValue
from perfdesk.ui.form.value_editor import ValueEditor
from perfdesk.ui.form.wording import shown_value
from tests.ui.form.conftest import Desk
from tests.ui.statement.hands import press, type_text

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def open_value(desk: Desk, row_id: str = "row1") -> ValueEditor:
    desk.go(row_id, "value")
    press(KEY.Key_F2)
    assert isinstance(desk.editor, ValueEditor)
    return desk.editor


def parts(desk: Desk, row_id: str = "row1") -> tuple[str, str, str]:
    value = desk.row(row_id).value
    return value.sign, value.number, value.unit


@pytest.mark.parametrize(
    ("typed", "text", "split"),
    [
        (">=90%", "≥90%", ("≥", "90", "%")),
        ("〉=９０％", "≥90%", ("≥", "90", "%")),
        ("不少于3次", "≥3次", ("≥", "3", "次")),
        ("15日内", "≤15日", ("≤", "15", "日")),
        ("100%", "100%", ("＝", "100", "%")),
        ("12月31日前", "12月31日前", ("定性", "12月31日前", "")),
        ("有效提升", "有效提升", ("定性", "有效提升", "")),
        ("3到5次不等", "3到5次不等", ("", "", "")),
    ],
)
def test_typed_in_one_go(desk: Desk, typed: str, text: str, split: tuple[str, str, str]) -> None:
    desk.go("row1", "value")
    type_text(typed)
    press(KEY.Key_Return)
    assert desk.row("row1").value.text == text
    assert parts(desk) == split


def test_typed_key_by_key_it_lights_up_and_the_parts_take_over(desk: Desk) -> None:
    desk.go("row1", "value")
    for key in (KEY.Key_Less, KEY.Key_Equal, KEY.Key_8, KEY.Key_0, KEY.Key_Percent):
        press(key)
    editor = desk.editor
    assert isinstance(editor, ValueEditor)
    assert editor.sign.accessibleDescription() == "≤"
    assert editor.unit.text() == "%"
    assert editor.number.text() == "<=80%"
    press(KEY.Key_F2)
    press(KEY.Key_Right)
    assert (editor.number.text(), editor.unit.text()) == ("80", "%")
    type_text("分")
    press(KEY.Key_Return)
    assert parts(desk) == ("≤", "80", "分")


def test_f2_shows_the_parts(desk: Desk) -> None:
    editor = open_value(desk)
    assert (editor.number.text(), editor.unit.text()) == ("600", "人次")
    assert editor.sign.accessibleDescription() == "≥"


def test_another_number_keeps_sign_and_unit(desk: Desk) -> None:
    open_value(desk).number.selectAll()
    type_text("800")
    press(KEY.Key_Return)
    assert desk.row("row1").value == IndicatorValue("≥800人次", "≥", "800", "人次")


@pytest.mark.parametrize(
    ("typed", "split"),
    [
        ("<5", ("＜", "5", "人次")),
        ("95%", ("≥", "95", "%")),
        ("=95%", ("＝", "95", "%")),
        ("年底前", ("定性", "年底前", "")),
    ],
)
def test_more_than_a_number_typed_for_the_number(
    desk: Desk, typed: str, split: tuple[str, str, str]
) -> None:
    open_value(desk).number.selectAll()
    type_text(typed)
    press(KEY.Key_Return)
    assert parts(desk) == split


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_can_be_chosen_by_keyboard(desk: Desk, sign: str) -> None:
    open_value(desk)
    press(KEY.Key_Down, ALT)
    for _ in range(SIGNS.index(sign)):
        press(KEY.Key_Down)
    press(KEY.Key_Return)
    press(KEY.Key_Return)
    expected = (sign, "600人次", "") if sign == "定性" else (sign, "600", "人次")
    assert parts(desk) == expected


def test_a_chosen_sign_stands_while_the_number_is_typed(desk: Desk) -> None:
    desk.session.do("document", SetField("row1", "value", IndicatorValue()))
    open_value(desk)
    press(KEY.Key_Left)
    press(KEY.Key_Less)
    type_text("30天")
    press(KEY.Key_Return)
    assert desk.row("row1").value == IndicatorValue("≤30天", "≤", "30", "天")


def test_left_and_right_go_from_part_to_part(desk: Desk) -> None:
    editor = open_value(desk)
    press(KEY.Key_Right)
    assert editor.unit.hasFocus()
    press(KEY.Key_Left)
    assert editor.number.hasFocus()
    press(KEY.Key_Home)
    press(KEY.Key_Left)
    assert editor.sign.hasFocus()
    press(KEY.Key_Right)
    assert editor.number.hasFocus()
    press(KEY.Key_Escape)
    assert desk.view.hasFocus()
    assert not desk.session.undo_stack.count()


def test_a_part_is_selected_whole_when_one_comes_to_it(desk: Desk) -> None:
    editor = open_value(desk, "row4")
    press(KEY.Key_Right)
    assert editor.unit.textCursor().selectedText() == "亿元"
    type_text("万元")
    press(KEY.Key_Home)
    press(KEY.Key_Left)
    assert editor.number.textCursor().selectedText() == "1.2"
    type_text("77")
    press(KEY.Key_Return)
    assert desk.row("row4").value.text == "≥77万元"


def test_arrows_leave_a_value_that_was_begun_by_typing(desk: Desk) -> None:
    desk.go("row4", "value")
    type_text("77")
    press(KEY.Key_Right)
    assert desk.row("row4").value.text == "≥77亿元"
    assert desk.at() == ("row4", "basis")


def test_a_unit_is_completed(desk: Desk) -> None:
    editor = open_value(desk)
    press(KEY.Key_Right)
    editor.unit.selectAll()
    type_text("平方")
    press(KEY.Key_Down)
    press(KEY.Key_Return)
    assert parts(desk) == ("≥", "600", "平方米")
    assert desk.at() == ("row2", "value")


def test_a_unit_typed_out_needs_no_list(desk: Desk) -> None:
    editor = open_value(desk)
    press(KEY.Key_Right)
    editor.unit.selectAll()
    type_text("人")
    press(KEY.Key_Tab)
    assert parts(desk) == ("≥", "600", "人")
    assert desk.at() == ("row1", "basis")


def test_a_value_printed_otherwise_is_shown_and_opened_as_printed(desk: Desk) -> None:
    odd = IndicatorValue("≥600 人次（含线上）", "≥", "600", "人次")
    desk.session.do("document", SetField("row1", "value", odd))
    assert shown_value(odd).text == odd.text
    assert shown_value(odd).strong is None
    editor = open_value(desk)
    assert editor.number.text() == odd.text
    press(KEY.Key_Return)
    assert desk.row("row1").value == odd


def test_emptied_it_is_empty(desk: Desk) -> None:
    open_value(desk).number.selectAll()
    press(KEY.Key_Delete)
    press(KEY.Key_Right)
    press(KEY.Key_End)
    for _ in "人次":
        press(KEY.Key_Backspace)
    press(KEY.Key_Return)
    assert desk.row("row1").value == IndicatorValue()


def test_the_2020_form_spells_per_cent_in_words(desk: Desk) -> None:
    assert desk.view.sheet.form.wording.percent == "%"
    desk.go("row1", "value")
    type_text("95百分比")
    press(KEY.Key_Return)
    assert desk.row("row1").value.text == "95%"
