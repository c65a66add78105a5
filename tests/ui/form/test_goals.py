"""Goals in one cell: numbered by themselves, kept without their numbers."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt

from perfdesk.ui.form.goals_text import GoalsText
from perfdesk.ui.form.prose_editor import GoalsEditor
from tests.ui.form.conftest import PROJECT, Desk, OpenDesk
from tests.ui.statement.hands import press, type_text

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def open_goals(desk: Desk) -> GoalsText:
    desk.go("project", "goals")
    press(KEY.Key_F2)
    assert isinstance(desk.editor, GoalsEditor)
    field = desk.editor.field
    assert isinstance(field, GoalsText)
    return field


def caret_at(field: GoalsText, text: str) -> None:
    caret = field.textCursor()
    caret.setPosition(field.text().index(text))
    field.setTextCursor(caret)


def test_goals_open_with_their_numbers(desk: Desk) -> None:
    assert open_goals(desk).text() == "1.提高应用水平。\n2.带动零售额增长。"


def test_alt_enter_begins_the_next_goal(desk: Desk) -> None:
    field = open_goals(desk)
    press(KEY.Key_Return, ALT)
    type_text("第三条")
    assert field.text().endswith("\n3.第三条")
    press(KEY.Key_Return)
    assert desk.project.goals == (*PROJECT.goals, "第三条")
    assert desk.cell("project", "goals").text.endswith("3.第三条")


def test_a_goal_begun_in_between_lets_the_others_count_on(desk: Desk) -> None:
    field = open_goals(desk)
    caret_at(field, "\n")
    press(KEY.Key_Return, ALT)
    type_text("插入的")
    assert field.text() == "1.提高应用水平。\n2.插入的\n3.带动零售额增长。"
    press(KEY.Key_Tab)
    assert desk.project.goals == ("提高应用水平。", "插入的", "带动零售额增长。")


def test_a_goal_is_parted_where_the_caret_is(desk: Desk) -> None:
    field = open_goals(desk)
    caret_at(field, "水平")
    press(KEY.Key_Return, ALT)
    press(KEY.Key_Return)
    assert desk.project.goals == ("提高应用", "水平。", "带动零售额增长。")


def test_backspace_behind_a_number_joins_two_goals(desk: Desk) -> None:
    field = open_goals(desk)
    caret_at(field, "带动")
    press(KEY.Key_Backspace)
    press(KEY.Key_Return)
    assert desk.project.goals == ("提高应用水平。带动零售额增长。",)


def test_typing_the_first_goals_numbers_them_from_the_second_on(open_desk: OpenDesk) -> None:
    desk = open_desk(replace(PROJECT, goals=()))
    desk.go("project", "goals")
    type_text("甲")
    press(KEY.Key_Return, ALT)
    type_text("乙")
    press(KEY.Key_Return)
    assert desk.project.goals == ("甲", "乙")


def test_pasted_goals_lose_their_numbers(open_desk: OpenDesk) -> None:
    desk = open_desk(replace(PROJECT, goals=()))
    field = open_goals(desk)
    source = QMimeData()
    source.setText("1、甲\n2、乙\n3、丙\n")
    field.insertFromMimeData(source)
    assert field.text() == "1.甲\n2.乙\n3.丙"
    press(KEY.Key_Return)
    assert desk.project.goals == ("甲", "乙", "丙")


@pytest.mark.parametrize(
    "goals",
    [
        ("5个基地建成。", "2025年底完成。"),
        ("甲\n第二行", "乙"),
        ("甲", "1.5万元投入使用"),
        ("只有一条",),
        tuple(f"第{n}条" for n in range(1, 15)),
    ],
)
def test_goals_touched_elsewhere_keep_every_character(
    open_desk: OpenDesk, goals: tuple[str, ...]
) -> None:
    desk = open_desk(replace(PROJECT, goals=goals))
    open_goals(desk)
    type_text("完")
    press(KEY.Key_Return)
    assert desk.project.goals == (*goals[:-1], goals[-1] + "完")


def test_undo_takes_a_begun_goal_and_its_numbers_back_together(desk: Desk) -> None:
    field = open_goals(desk)
    before = field.text()
    caret_at(field, "\n")
    press(KEY.Key_Return, ALT)
    press(KEY.Key_Z, CONTROL)
    assert field.text() == before
    press(KEY.Key_Return)
    assert desk.project.goals == PROJECT.goals


def test_a_number_left_without_a_goal_is_none(desk: Desk) -> None:
    open_goals(desk)
    press(KEY.Key_Return, ALT)
    press(KEY.Key_Return)
    assert desk.project.goals == PROJECT.goals
    assert not desk.session.undo_stack.count()


def paste(field: GoalsText, text: str) -> None:
    source = QMimeData()
    source.setText(text)
    field.insertFromMimeData(source)


@pytest.mark.parametrize(
    "text",
    [
        "1、甲\n2、乙\n3、丙",
        "（1）甲\n（2）乙\n（3）丙",
        "①甲\n②乙\n③ 丙",
        "一、甲\n二、乙\n三、丙",
        "（一）甲\r\n（二）乙\r\n（三）丙",
        "4）甲\n5）乙\n6）丙",
    ],
)
def test_pasted_numbers_of_any_style_become_the_forms(open_desk: OpenDesk, text: str) -> None:
    desk = open_desk(replace(PROJECT, goals=("零",)))
    field = open_goals(desk)
    press(KEY.Key_Return, ALT)
    paste(field, text)
    assert field.text() == "1.零\n2.甲\n3.乙\n4.丙"
    press(KEY.Key_Return)
    assert desk.project.goals == ("零", "甲", "乙", "丙")


def test_what_is_numbered_within_a_pasted_goal_stays_in_it(open_desk: OpenDesk) -> None:
    desk = open_desk(replace(PROJECT, goals=()))
    paste(open_goals(desk), "1、甲：\n（1）子\n（2）丑\n2、乙")
    press(KEY.Key_Return)
    assert desk.project.goals == ("甲：\n（1）子\n（2）丑", "乙")


def test_pasted_goals_push_those_below_on(desk: Desk) -> None:
    field = open_goals(desk)
    caret_at(field, "\n")
    paste(field, "\n①甲\n②乙")
    assert field.text() == "1.提高应用水平。\n2.甲\n3.乙\n4.带动零售额增长。"
    field.undo()
    assert field.text() == "1.提高应用水平。\n2.带动零售额增长。"


def test_an_amount_pasted_into_a_goal_is_no_number(desk: Desk) -> None:
    field = open_goals(desk)
    press(KEY.Key_Return, ALT)
    paste(field, "1.5万元投入使用")
    assert field.text().endswith("\n3.1.5万元投入使用")
    press(KEY.Key_Return)
    assert desk.project.goals[2] == "1.5万元投入使用"


@pytest.mark.parametrize("with_shift", [False, True])
def test_a_goal_moves_with_its_lines_and_the_caret(
    open_desk: OpenDesk, *, with_shift: bool
) -> None:
    modifiers = ALT | Qt.KeyboardModifier.ShiftModifier if with_shift else ALT
    desk = open_desk(replace(PROJECT, goals=("甲\n甲二", "乙𠮷", "丙")))
    field = open_goals(desk)
    caret_at(field, "二")
    press(KEY.Key_Down, modifiers)
    assert field.text() == "1.乙𠮷\n2.甲\n甲二\n3.丙"
    press(KEY.Key_Down, modifiers)
    press(KEY.Key_Down, modifiers)
    type_text("（改）")
    assert field.text() == "1.乙𠮷\n2.丙\n3.甲\n甲（改）二"
    press(KEY.Key_Up, modifiers)
    field.undo()
    field.undo()
    field.undo()
    field.undo()
    assert field.text() == "1.甲\n甲二\n2.乙𠮷\n3.丙"
    assert not field.document().isUndoAvailable()


def test_a_deleted_goal_lets_those_below_move_up(open_desk: OpenDesk) -> None:
    desk = open_desk(replace(PROJECT, goals=("甲", "乙", "丙")))
    field = open_goals(desk)
    caret_at(field, "2.")
    press(KEY.Key_End, Qt.KeyboardModifier.ShiftModifier)
    press(KEY.Key_Delete)
    assert field.text() == "1.甲\n\n2.丙"
    press(KEY.Key_Return)
    assert desk.project.goals == ("甲", "丙")


def test_words_of_an_input_method_over_a_number_keep_the_count(open_desk: OpenDesk) -> None:
    desk = open_desk(replace(PROJECT, goals=("甲", "乙", "丙")))
    field = open_goals(desk)
    caret_at(field, "甲")
    caret = field.textCursor()
    caret.setPosition(field.text().index("乙"), caret.MoveMode.KeepAnchor)
    field.setTextCursor(caret)
    type_text("新")
    assert field.text() == "1.新乙\n2.丙"


def test_several_numbered_lines_pasted_behind_a_goal_begin_below_it(desk: Desk) -> None:
    field = open_goals(desk)
    paste(field, "（1）甲\n（2）乙")
    assert field.text().endswith("\n2.带动零售额增长。\n3.甲\n4.乙")
    paste(field, "①丙")
    assert field.text().endswith("4.乙①丙")


def select(field: GoalsText, start: str, end: str) -> None:
    """Select from one text to another, the second left out."""
    caret = field.textCursor()
    caret.setPosition(field.text().index(start))
    caret.setPosition(field.text().index(end), caret.MoveMode.KeepAnchor)
    field.setTextCursor(caret)


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(KEY.Key_Delete, NONE), (KEY.Key_Backspace, NONE), (KEY.Key_X, CONTROL)],
)
def test_the_numbers_follow_a_deleted_line_as_one_step(
    open_desk: OpenDesk, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    desk = open_desk(replace(PROJECT, goals=("甲", "乙", "丙", "丁")))
    field = open_goals(desk)
    before = field.text()
    select(field, "2.", "3.")
    press(key, modifier)
    assert field.text() == "1.甲\n2.丙\n3.丁"
    press(KEY.Key_Z, CONTROL)
    assert field.text() == before
    press(KEY.Key_Y, CONTROL)
    assert field.text() == "1.甲\n2.丙\n3.丁"
    press(KEY.Key_Return)
    assert desk.project.goals == ("甲", "丙", "丁")


def test_the_numbers_follow_what_the_menu_cuts(open_desk: OpenDesk) -> None:
    desk = open_desk(replace(PROJECT, goals=("甲", "乙", "丙")))
    field = open_goals(desk)
    select(field, "1.", "2.")
    field.cut()  # as the menu does, without any key
    assert field.text() == "1.乙\n2.丙"
    press(KEY.Key_Return)
    assert desk.project.goals == ("乙", "丙")
