"""Cells begun by typing and cells opened to be edited: what arrows, clicks and sheet keys do."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from perfdesk.models.sheet import Role
from perfdesk.ui.form.editors import TextEditor
from perfdesk.ui.form.metrics import PADDING_X
from tests.ui.form.conftest import Desk
from tests.ui.statement.hands import focused, press, type_text

KEY = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def steps(desk: Desk) -> int:
    return desk.session.undo_stack.count()


class TestSheetKeysInAnEditor:
    """Keys of the sheet, pressed while an editor is open, take over first what was typed."""

    def test_filling_down_repeats_what_was_just_typed(self, desk: Desk) -> None:
        desk.go("row1", "basis")
        press(KEY.Key_Down, SHIFT)
        type_text("新依据")
        press(KEY.Key_D, CONTROL)
        assert [row.basis for row in desk.project.indicators[:2]] == ["新依据", "新依据"]

    @pytest.mark.parametrize("key", [KEY.Key_D, KEY.Key_R, KEY.Key_Minus])
    def test_none_puts_anything_over_what_was_just_typed(self, desk: Desk, key: Qt.Key) -> None:
        desk.go("row2", "basis")
        type_text("新依据")
        press(KEY.Key_F2)
        press(KEY.Key_Home)
        press(key, CONTROL)
        assert isinstance(desk.editor, TextEditor)
        assert desk.editor.field.text() == "新依据"
        assert not steps(desk)

    @pytest.mark.parametrize("field", ["basis", "value"])
    def test_a_new_row_comes_behind_what_was_just_typed(self, desk: Desk, field: str) -> None:
        desk.go("row2", field)
        type_text("长期")
        press(KEY.Key_Equal, CONTROL | SHIFT)
        assert len(desk.project.indicators) == 6
        assert "长期" in (desk.row("row2").basis, desk.row("row2").value.text)

    def test_confirming_is_heard_in_the_sign_of_a_value_too(self, desk: Desk) -> None:
        desk.go("row2", "value")
        press(KEY.Key_F2)
        press(KEY.Key_Home)
        press(KEY.Key_Left)
        press(KEY.Key_K, CONTROL)
        assert desk.view.editing.editor is None
        assert desk.told == ["没有待核对的内容"]


ARROWS = {
    KEY.Key_Left: ("row2", "name"),
    KEY.Key_Right: ("row2", "value"),
    KEY.Key_Up: ("row1", "description"),
    KEY.Key_Down: ("row3", "description"),
    KEY.Key_Home: ("row2", "name"),
    KEY.Key_End: ("row2", "basis"),
}


class TestEnteringAndEditing:
    """A cell begun by typing is left by arrows; one opened to be edited keeps them."""

    @pytest.mark.parametrize("key", ARROWS)
    def test_arrows_take_over_what_was_typed(self, desk: Desk, key: Qt.Key) -> None:
        desk.go("row2", "description")
        type_text("新描述")
        press(key)
        assert desk.row("row2").description == "新描述"
        assert desk.at() == ARROWS[key]

    @pytest.mark.parametrize("key", ARROWS)
    def test_arrows_stay_in_a_cell_that_is_edited(self, desk: Desk, key: Qt.Key) -> None:
        desk.go("row2", "description")
        press(KEY.Key_F2)
        press(key)
        assert desk.view.editing.editor is not None
        assert not steps(desk)

    @pytest.mark.parametrize("field", ["code", "budget.total", "plan.june", "name"])
    def test_the_head_is_filled_in_by_arrows_too(self, desk: Desk, field: str) -> None:
        desk.go("project", field)
        type_text("12")
        press(KEY.Key_Down)
        assert desk.view.editing.editor is None
        assert steps(desk) == 1

    @pytest.mark.parametrize("field", ["goals", "purpose"])
    @pytest.mark.parametrize("key", [KEY.Key_Up, KEY.Key_Left, KEY.Key_F2])
    def test_arrows_stay_in_long_texts(self, desk: Desk, field: str, key: Qt.Key) -> None:
        desk.go("project", field)
        type_text("提高水平。")
        press(key)
        press(KEY.Key_Left)
        assert desk.view.editing.editor is not None

    def test_f2_changes_between_the_two(self, desk: Desk) -> None:
        desk.go("row2", "basis")
        type_text("甲丙")
        press(KEY.Key_F2)
        press(KEY.Key_Left)
        type_text("乙")
        press(KEY.Key_F2)
        press(KEY.Key_Left)
        assert desk.row("row2").basis == "甲乙丙"
        assert desk.at() == ("row2", "value")

    def test_a_click_into_the_text_keeps_the_arrows_there(self, desk: Desk) -> None:
        desk.go("row2", "basis")
        type_text("甲乙")
        assert isinstance(desk.editor, TextEditor)
        QTest.mouseClick(desk.editor.field.viewport(), Qt.MouseButton.LeftButton)
        press(KEY.Key_Left)
        assert desk.view.editing.editor is not None

    def test_a_level_is_left_sideways_with_what_is_picked_out(self, desk: Desk) -> None:
        desk.go("row2", "level2")
        type_text("时")
        press(KEY.Key_Right)
        assert desk.row("row2").level2 == "时效指标"
        assert desk.at() == ("row2", "name")


@pytest.mark.parametrize(
    ("row", "field"), [("row2", "description"), ("project", "name"), ("project", "goals")]
)
def test_a_double_click_puts_the_caret_where_it_is(desk: Desk, row: str, field: str) -> None:
    rect = desk.view.rect_of(desk.cell(row, field))
    height = desk.view.metrics.line_height(Role.TEXT)
    padding = desk.view.metrics.px(PADDING_X)
    point = QPoint(rect.left() + padding + round(2.2 * height), rect.top() + round(height))
    QTest.mouseDClick(desk.viewport, Qt.MouseButton.LeftButton, pos=point)
    assert isinstance(desk.editor, TextEditor)
    assert 0 < desk.editor.field.textCursor().position() < 6


def test_a_double_click_opens_the_part_of_a_value_that_it_meets(desk: Desk) -> None:
    rect = desk.view.rect_of(desk.cell("row1", "value"))
    point = QPoint(rect.right() - 10, rect.center().y())
    QTest.mouseDClick(desk.viewport, Qt.MouseButton.LeftButton, pos=point)
    assert focused().accessibleName() == "计量单位"
