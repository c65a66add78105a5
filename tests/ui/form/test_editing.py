"""One cell's editor: how it opens, what leaves it, and what must not disturb it."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest

from perfdesk.models.change import Remove, SetField, indicators_of
from perfdesk.ui.form.editors import TextEditor
from tests.ui.form.conftest import BENEFIT, OUTPUT, Desk, OpenDesk
from tests.ui.statement.hands import compose, focused, press, type_text

KEY = Qt.Key
SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


def steps(desk: Desk) -> int:
    return desk.session.undo_stack.count()


def test_typing_replaces_what_was_there(desk: Desk) -> None:
    desk.go("row1", "name")
    type_text("新名称")
    press(KEY.Key_Return)
    assert desk.row("row1").name == "新名称"
    assert desk.at() == ("row2", "name")


def test_f2_goes_on_at_the_end(desk: Desk) -> None:
    desk.go("row1", "name")
    press(KEY.Key_F2)
    type_text("（线下）")
    press(KEY.Key_Return, SHIFT)
    assert desk.row("row1").name == "培训人次（线下）"


def test_a_double_click_opens_the_cell(desk: Desk) -> None:
    point = desk.point("row2", "description")
    QTest.mouseDClick(desk.viewport, Qt.MouseButton.LeftButton, pos=point)
    type_text("（%）")
    press(KEY.Key_Tab)
    assert desk.row("row2").description == "合格人数占比（%）"
    assert desk.at() == ("row2", "value")


def test_escape_restores(desk: Desk) -> None:
    desk.go("row1", "name")
    type_text("不要的")
    press(KEY.Key_Escape)
    assert desk.row("row1").name == "培训人次"
    assert not steps(desk)
    assert desk.view.hasFocus()


@pytest.mark.parametrize("field", ["name", "value", "level1", "level2", "basis"])
@pytest.mark.parametrize("leave", [KEY.Key_Return, KEY.Key_Tab])
def test_looking_into_a_cell_changes_nothing(desk: Desk, field: str, leave: Qt.Key) -> None:
    desk.go("row1", field)
    press(KEY.Key_F2)
    press(leave)
    assert not steps(desk)


@pytest.mark.parametrize("field", ["goals", "purpose", "unit", "budget.total", "plan.june", "name"])
def test_looking_into_the_head_changes_nothing(desk: Desk, field: str) -> None:
    desk.go("project", field)
    press(KEY.Key_F2)
    press(KEY.Key_Return)
    assert not steps(desk)


def test_alt_enter_breaks_the_line_in_every_text(desk: Desk) -> None:
    desk.go("row1", "basis")
    press(KEY.Key_F2)
    press(KEY.Key_Return, ALT)
    type_text("合同")
    press(KEY.Key_Return)
    assert desk.row("row1").basis == "工作计划\n合同"


def test_the_title_edits_the_name_and_the_unit_line_code_and_name(desk: Desk) -> None:
    press(KEY.Key_Home, CONTROL)
    press(KEY.Key_F2)
    press(KEY.Key_Home)
    type_text("2026年")
    press(KEY.Key_Tab)
    assert desk.project.name == "2026年电子商务发展专项资金"
    type_text("315002云溪区会展服务中心")
    press(KEY.Key_Return)
    unit = desk.project.unit
    assert (unit.code, unit.name) == ("315002", "云溪区会展服务中心")
    assert desk.told == ["本项目已改归预算单位“315002云溪区会展服务中心”，按 Ctrl+Z 撤销"]


@pytest.mark.parametrize(
    ("typed", "kept", "printed"),
    [("320.5", "320.5", "320.50"), ("约300", "约300", "约300"), ("１２", "１２", "12.00")],
)
def test_amounts_are_kept_as_typed(desk: Desk, typed: str, kept: str, printed: str) -> None:
    desk.go("project", "budget.total")
    type_text(typed)
    press(KEY.Key_Return)
    assert desk.project.budget.total == kept
    assert desk.cell("project", "budget.total").text == printed


def test_undo_in_the_editor_is_the_editors(desk: Desk) -> None:
    desk.go("row1", "name")
    press(KEY.Key_F2)
    type_text("甲")
    press(KEY.Key_Z, CONTROL)
    press(KEY.Key_Return)
    assert desk.row("row1").name == "培训人次"
    assert not steps(desk)


def test_commit_takes_over_what_is_being_typed(desk: Desk) -> None:
    desk.go("row1", "name")
    type_text("写了一半")
    desk.page.commit()
    assert desk.row("row1").name == "写了一半"
    assert desk.view.editing.editor is None


def test_a_click_elsewhere_takes_over_what_is_being_typed(desk: Desk) -> None:
    desk.go("row1", "name")
    type_text("写完了")
    QTest.mouseClick(desk.viewport, Qt.MouseButton.LeftButton, pos=desk.point("row3", "basis"))
    assert desk.row("row1").name == "写完了"
    assert desk.at() == ("row3", "basis")


def test_an_edit_elsewhere_leaves_the_typing_alone(desk: Desk) -> None:
    desk.go("row2", "name")
    type_text("正在写")
    desk.session.do("document", SetField("row4", "basis", "另一处"))
    desk.session.do("document", SetField("row2", "basis", "同一行"))
    desk.session.do("document", Remove(indicators_of("project"), frozenset({"row1"})))
    desk.undo()
    assert focused() is desk.editor.focusProxy()
    type_text("的名称")
    press(KEY.Key_Return)
    assert desk.row("row2").name == "正在写的名称"


def test_an_edit_of_the_same_cell_elsewhere_shows_unless_one_types(desk: Desk) -> None:
    desk.go("row2", "name")
    press(KEY.Key_F2)
    desk.session.do("document", SetField("row2", "name", "别处改的"))
    type_text("名称")
    press(KEY.Key_Return)
    assert desk.row("row2").name == "别处改的名称"


def test_a_row_that_goes_while_one_types_in_it_is_told(desk: Desk) -> None:
    desk.go("row2", "name")
    type_text("正在写")
    desk.session.do("document", Remove(indicators_of("project"), frozenset({"row2"})))
    assert desk.view.editing.editor is None
    assert desk.told == ["正在填写的一行已不在表中，刚输入的内容没有填入。"]
    assert desk.view.hasFocus()
    assert desk.at() == ("row3", "name")
    desk.undo()
    assert desk.row("row2").name == "培训合格率"


def test_the_project_that_goes_while_one_types_leaves_an_empty_desk(desk: Desk) -> None:
    desk.go("row2", "name")
    type_text("正在写")
    desk.session.remove("document", "删除文本")
    assert desk.view.isHidden()
    desk.page.commit()


class TestComposing:
    """An input method has the keys while it shows words that are not chosen yet."""

    @pytest.mark.parametrize(
        "key", [KEY.Key_Return, KEY.Key_Tab, KEY.Key_Escape, KEY.Key_Down, KEY.Key_Left]
    )
    @pytest.mark.parametrize("field", ["name", "value", "level2"])
    def test_its_keys_do_not_leave_the_cell(self, desk: Desk, field: str, key: Qt.Key) -> None:
        desk.go("row1", field)
        press(KEY.Key_F2)
        compose("zhibiao")
        press(key)
        assert desk.view.editing.editor is not None
        assert not steps(desk)

    def test_the_first_word_is_composed_before_the_editor_has_the_focus(self, desk: Desk) -> None:
        desk.go("row1", "name")
        compose("pei")
        assert desk.view.hasFocus()
        press(KEY.Key_Return)
        press(KEY.Key_Down)
        assert desk.at() == ("row1", "name")
        compose("peixun")
        type_text("培训")
        assert focused() is desk.editor.focusProxy()
        type_text("人数")
        press(KEY.Key_Return)
        assert desk.row("row1").name == "培训人数"

    def test_composing_given_up_leaves_the_cell_as_it_was(self, desk: Desk) -> None:
        desk.go("row1", "name")
        compose("pei")
        compose("")
        assert desk.view.editing.editor is None
        assert desk.row("row1").name == "培训人次"
        assert not steps(desk)

    def test_an_input_method_that_only_asks_opens_nothing(self, desk: Desk) -> None:
        QCoreApplication.sendEvent(desk.view, QInputMethodEvent())
        assert desk.view.editing.editor is None

    def test_it_learns_where_the_caret_is(self, desk: Desk) -> None:
        desk.go("row1", "name")
        query = Qt.InputMethodQuery.ImCursorRectangle
        cell = desk.view.rect_of(desk.cell("row1", "name"))
        assert desk.view.inputMethodQuery(query) == cell
        compose("pei")
        caret = desk.view.inputMethodQuery(query)
        assert isinstance(caret, QRect)
        assert cell.contains(caret)


class TestLevels:
    """Names of levels, from the form's list or otherwise."""

    def test_a_merged_level_is_changed_in_all_its_rows(self, desk: Desk) -> None:
        desk.go("row1", "level1")
        type_text("效益")
        press(KEY.Key_Return)
        assert [each.level1 for each in desk.project.indicators[:4]] == [BENEFIT] * 4
        assert steps(desk) == 1
        desk.undo()
        assert [each.level1 for each in desk.project.indicators[:4]] == [OUTPUT] * 3 + [BENEFIT]

    def test_a_digit_picks_from_the_list(self, desk: Desk) -> None:
        desk.go("row1", "level2")
        type_text("3")
        press(KEY.Key_Tab)
        assert desk.row("row1").level2 == "时效指标"

    def test_arrows_pick_from_the_list(self, desk: Desk) -> None:
        desk.go("row1", "level2")
        press(KEY.Key_Down, ALT)
        press(KEY.Key_Down)
        press(KEY.Key_Return)
        assert desk.row("row1").level2 == "质量指标"

    def test_a_level_brings_the_one_above_along(self, desk: Desk) -> None:
        desk.go("row1", "level2")
        type_text("生态")
        press(KEY.Key_Return)
        assert (desk.row("row1").level1, desk.row("row1").level2) == (BENEFIT, "生态效益指标")
        assert steps(desk) == 1

    def test_any_other_text_is_kept(self, desk: Desk) -> None:
        desk.go("row1", "level2")
        type_text("环境指标")
        press(KEY.Key_Return)
        assert (desk.row("row1").level1, desk.row("row1").level2) == (OUTPUT, "环境指标")

    def test_the_mouse_opens_the_list_at_the_chevron(self, desk: Desk) -> None:
        rect = desk.view.rect_of(desk.cell("row1", "level2"))
        point = rect.center()
        point.setX(rect.right() - 8)
        QTest.mouseClick(desk.viewport, Qt.MouseButton.LeftButton, pos=point)
        assert isinstance(desk.editor, TextEditor)
        press(KEY.Key_Down)
        press(KEY.Key_Down)
        press(KEY.Key_Return)
        assert desk.row("row1").level2 == "时效指标"

    def test_row_keeps_its_own_first_level_in_a_merged_cell(self, desk: Desk) -> None:
        desk.go("row3", "level1")
        assert desk.view.where.row == desk.cell("row3", "name").row
        press(KEY.Key_Right)
        assert desk.at() == ("row3", "level2")


def test_a_new_project_is_shown_and_the_old_editor_taken_over(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk()
    desk.go("row1", "name")
    type_text("写了一半")
    desk.page.show_project("document", "project")
    assert desk.row("row1").name == "写了一半"


def test_a_click_beside_the_text_of_an_open_editor_leaves_it_open(desk: Desk) -> None:
    desk.go("project", "goals")
    press(KEY.Key_F2)
    type_text("甲")
    QTest.mouseClick(desk.editor, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    QTest.mouseClick(desk.editor, Qt.MouseButton.RightButton, pos=QPoint(1, 1))
    assert desk.editor.isAncestorOf(focused())
