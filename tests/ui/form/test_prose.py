"""Long texts in the form: how long they are, what was pasted, and what tidying makes of it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from perfdesk.ui.form.prose_editor import ProseEditor
from tests.ui.form.conftest import PROJECT, Desk, OpenDesk
from tests.ui.statement.hands import compose, press, type_text

KEY = Qt.Key
ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
UNTIDY = "完成 改造，\u3000投资１５万元，\n改善环境。\u200b"
TIDY = "完成改造，投资15万元，改善环境。"
SAID = "已粘贴；可整理：去除多余空格 2 处、合并换行 1 处、全角数字 1 处、去除不可见字符 1 处"


def open_prose(desk: Desk, field: str = "purpose") -> ProseEditor:
    desk.go("project", field)
    press(KEY.Key_F2)
    assert isinstance(desk.editor, ProseEditor)
    return desk.editor


@pytest.fixture
def editor(open_desk: OpenDesk) -> ProseEditor:
    """The editor of an empty 资金用途."""
    return open_prose(open_desk(replace(PROJECT, purpose="")))


def paste(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press(KEY.Key_V, CONTROL)


def button(editor: ProseEditor, text: str) -> QPushButton:
    return next(each for each in editor.findChildren(QPushButton) if each.text() == text)


def test_the_length_is_counted_while_one_types(editor: ProseEditor) -> None:
    assert editor.said() == "字数 0"
    type_text("投资15万元。")
    assert editor.said() == "字数 6"
    press(KEY.Key_Left, SHIFT)
    press(KEY.Key_Left, SHIFT)
    assert editor.said() == "选中 2　字数 6"


def test_pasting_alters_nothing_and_says_what_could_be_tidied(editor: ProseEditor) -> None:
    height = editor.height()
    paste(UNTIDY)
    assert editor.field.text() == UNTIDY
    assert editor.bar.isVisible()
    assert editor.bar.words == SAID
    assert editor.height() > height
    assert button(editor, "整理（F6）").isVisible()


def test_one_key_tidies_and_one_undo_brings_the_pasted_back(editor: ProseEditor) -> None:
    type_text("前 文")
    paste(UNTIDY)
    press(KEY.Key_F6)
    assert editor.field.text() == "前 文" + TIDY
    assert editor.bar.isHidden()
    press(KEY.Key_Z, CONTROL)
    assert editor.field.text() == "前 文" + UNTIDY
    assert editor.bar.words == SAID
    press(KEY.Key_Z, CONTROL)
    assert editor.field.text() == "前 文"
    assert editor.bar.isHidden()


def test_what_was_changed_is_lit_for_a_moment(editor: ProseEditor, qtbot: QtBot) -> None:
    paste(UNTIDY)
    press(KEY.Key_F6)
    lit = editor.field.extraSelections()
    assert len(lit) == 5
    qtbot.waitUntil(lambda: editor.field.extraSelections() == [])


def test_the_buttons_do_what_they_say_and_leave_the_caret(editor: ProseEditor) -> None:
    paste(UNTIDY)
    QTest.mouseClick(button(editor, "保留原样"), Qt.MouseButton.LeftButton)
    assert editor.bar.isHidden()
    assert editor.field.text() == UNTIDY
    paste(UNTIDY)
    QTest.mouseClick(button(editor, "整理（F6）"), Qt.MouseButton.LeftButton)
    assert editor.field.text() == UNTIDY + TIDY
    assert editor.field.hasFocus()


def test_what_was_kept_can_still_be_tidied(editor: ProseEditor) -> None:
    paste(UNTIDY)
    editor.field.tidying.keep()
    press(KEY.Key_F6)
    assert editor.field.text() == TIDY


def test_only_what_is_selected_is_tidied(editor: ProseEditor) -> None:
    type_text("甲 乙 丙")
    for _ in range(3):
        press(KEY.Key_Left, SHIFT)
    press(KEY.Key_F6)
    assert editor.field.text() == "甲 乙丙"


def test_a_tidy_text_is_just_pasted(editor: ProseEditor) -> None:
    paste(TIDY)
    assert editor.bar.isHidden()
    type_text("the end")
    for character in " of it":
        QTest.keyClicks(editor.field, character)
        assert editor.bar.isHidden()


def test_the_text_is_taken_over_as_it_stands(open_desk: OpenDesk) -> None:
    desk = open_desk(replace(PROJECT, purpose=""))
    editor = open_prose(desk)
    paste(UNTIDY)
    press(KEY.Key_Return)
    assert desk.project.purpose == UNTIDY
    desk.undo()
    open_prose(desk)
    paste(UNTIDY)
    press(KEY.Key_F6)
    press(KEY.Key_Return)
    assert desk.project.purpose == TIDY
    del editor


def test_a_composing_input_method_keeps_the_key(editor: ProseEditor) -> None:
    paste(UNTIDY)
    compose("zheng")
    press(KEY.Key_F6)
    assert editor.field.text() == UNTIDY
    compose("")


def test_tidied_goals_keep_counting(open_desk: OpenDesk) -> None:
    desk = open_desk(replace(PROJECT, goals=()))
    editor = open_prose(desk, "goals")
    paste("１、完成 改造，\n改善环境。\n２、提高 水平。")
    assert "去除多余空格 2 处" in editor.bar.words
    press(KEY.Key_F6)
    assert editor.field.text() == "1.完成改造，改善环境。\n2.提高水平。"
    press(KEY.Key_Z, CONTROL)
    assert editor.field.text() == "1.完成 改造，\n改善环境。\n2.提高 水平。"


def test_a_numbered_line_is_followed_by_the_next_number(editor: ProseEditor) -> None:
    type_text("（1）甲")
    press(KEY.Key_Return, ALT)
    type_text("乙")
    assert editor.field.text() == "（1）甲\n（2）乙"
    press(KEY.Key_Up)
    press(KEY.Key_End)
    press(KEY.Key_Return, ALT)
    assert editor.field.text() == "（1）甲\n（2）\n（3）乙"
    press(KEY.Key_Z, CONTROL)
    assert editor.field.text() == "（1）甲\n\n（2）乙"


def test_a_second_break_ends_the_list(editor: ProseEditor) -> None:
    type_text("1、甲")
    press(KEY.Key_Return, ALT)
    press(KEY.Key_Return, ALT)
    assert editor.field.text() == "1、甲\n"


def test_headings_are_not_counted_on(editor: ProseEditor) -> None:
    type_text("一、总体目标")
    press(KEY.Key_Return, ALT)
    assert editor.field.text() == "一、总体目标\n"


def test_breaks_around_the_pasted_part_it_from_the_rest(editor: ProseEditor) -> None:
    type_text("前文")
    paste("\n\n甲 乙")
    press(KEY.Key_F6)
    assert editor.field.text() == "前文\n\n甲乙"


def test_the_numbers_of_a_list_follow_a_deleted_line(open_desk: OpenDesk) -> None:
    desk = open_desk(replace(PROJECT, purpose="1、甲\n2、乙\n3、丙"))
    field = open_prose(desk).field
    press(KEY.Key_Up)
    press(KEY.Key_Home)
    press(KEY.Key_Down, SHIFT)
    press(KEY.Key_Delete)
    assert field.text() == "1、甲\n2、丙"
    press(KEY.Key_Z, CONTROL)
    assert field.text() == "1、甲\n2、乙\n3、丙"


@pytest.mark.parametrize("name", ["purpose", "goals", "value"])
def test_where_nothing_is_untidy_the_key_says_so(desk: Desk, name: str) -> None:
    desk.go("row1" if name == "value" else "project", name)
    press(KEY.Key_F2)
    press(KEY.Key_F6)
    assert desk.told == ["没有需要整理的文字"]
    assert desk.view.editing.editor
