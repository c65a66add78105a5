"""What is cut stays where it is, in a dashed frame, until it is pasted."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from perfdesk.models.change import PROJECTS, Insert, SetField
from perfdesk.models.project import Indicator
from perfdesk.models.value import IndicatorValue
from tests.ui.form.conftest import PROJECT, Desk
from tests.ui.form.test_pasting_rows import shown_left_over
from tests.ui.statement.hands import press

KEY = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def cut(desk: Desk, row: str, field: str, *stretches: Qt.Key) -> None:
    desk.go(row, field)
    for key in stretches:
        press(key, SHIFT)
    press(KEY.Key_X, CONTROL)


def paste(desk: Desk, row: str, field: str) -> None:
    desk.go(row, field)
    press(KEY.Key_V, CONTROL)


def frame(desk: Desk) -> QWidget | None:
    """The dashed frame, where it is seen."""
    desk.viewport.grab()
    found = desk.viewport.findChild(QWidget, "cutFrame")
    return found if found and found.isVisible() else None


def steps(desk: Desk) -> int:
    return desk.session.undo_stack.count()


def test_a_cut_changes_nothing_until_it_is_pasted(desk: Desk) -> None:
    cut(desk, "row1", "name", KEY.Key_Right)
    assert QGuiApplication.clipboard().text() == "培训人次\t参加培训的人次"
    assert desk.project == PROJECT
    assert not steps(desk)
    assert desk.told == ["已剪切，粘贴后移到新的位置；按 Esc 取消"]
    shown = frame(desk)
    assert shown
    rect = desk.view.rect_of(desk.cell("row1", "name"))
    assert shown.geometry().contains(rect.center())
    assert shown.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_a_paste_moves_it_in_one_step(desk: Desk) -> None:
    cut(desk, "row1", "name", KEY.Key_Right)
    paste(desk, "row3", "name")
    one, three = desk.row("row1"), desk.row("row3")
    assert (one.name, one.description) == ("", "")
    assert (three.name, three.description) == ("培训人次", "参加培训的人次")
    assert one.value.text == "≥600人次"
    assert steps(desk) == 1
    assert desk.session.undo_stack.labels()[-1] == "移动"
    assert desk.told[-1] == "已粘贴；原处已清除"
    assert frame(desk) is None
    desk.undo()
    assert desk.project == PROJECT


def test_pasted_once_more_it_is_a_copy(desk: Desk) -> None:
    cut(desk, "row1", "name")
    paste(desk, "row2", "name")
    paste(desk, "row3", "name")
    assert desk.names[:3] == ["", "培训人次", "培训人次"]


def test_moved_over_part_of_itself_it_loses_nothing(desk: Desk) -> None:
    cut(desk, "row1", "name", KEY.Key_Down)
    paste(desk, "row2", "name")
    assert desk.names[:3] == ["", "培训人次", "培训合格率"]


def test_the_same_texts_side_by_side_are_all_kept(desk: Desk) -> None:
    desk.session.do("document", SetField("row2", "name", "培训人次"))
    cut(desk, "row1", "name", KEY.Key_Down)
    paste(desk, "row2", "name")
    assert desk.names[:3] == ["", "培训人次", "培训人次"]


def test_pasted_where_it_stands_nothing_happens(desk: Desk) -> None:
    cut(desk, "row1", "name")
    press(KEY.Key_V, CONTROL)
    assert desk.project == PROJECT
    assert not steps(desk)


def test_escape_gives_it_up_and_then_it_is_a_copy(desk: Desk) -> None:
    cut(desk, "row1", "name")
    press(KEY.Key_Escape)
    assert frame(desk) is None
    assert desk.told[-1] == "已取消剪切，原处没有改动"
    paste(desk, "row2", "name")
    assert desk.names[:2] == ["培训人次", "培训人次"]


def test_an_edit_gives_it_up(desk: Desk) -> None:
    cut(desk, "row1", "name")
    desk.session.do("document", SetField("row1", "basis", "合同"))
    assert frame(desk) is None
    paste(desk, "row2", "name")
    assert desk.names[:2] == ["培训人次", "培训人次"]


def test_what_is_copied_elsewhere_gives_it_up(desk: Desk) -> None:
    cut(desk, "row1", "name")
    QGuiApplication.clipboard().setText("甲")
    assert frame(desk) is None
    paste(desk, "row2", "name")
    assert desk.names[:2] == ["培训人次", "甲"]


def test_escape_in_an_editor_is_the_editors(desk: Desk) -> None:
    cut(desk, "row1", "name")
    press(KEY.Key_F2)
    press(KEY.Key_Escape)
    assert desk.view.editing.editor is None
    assert frame(desk)


def test_names_of_levels_stay(desk: Desk) -> None:
    rows = tuple(Indicator(row.level1, row.level2) for row in PROJECT.indicators)
    other = replace(PROJECT, id="other", indicators=rows)
    desk.session.do("document", Insert(PROJECTS, 1, (other,)))
    cut(desk, "row3", "level2", KEY.Key_Right, KEY.Key_Right, KEY.Key_Right)
    desk.page.show_project("document", "other")
    paste(desk, rows[0].id, "level2")
    first, second = desk.document.projects
    three, moved = first.indicators[2], second.indicators[2]
    assert (three.level2, three.name, three.value) == ("时效指标", "", IndicatorValue())
    assert (moved.level2, moved.name, moved.value.text) == ("时效指标", "完成时限", "12月31日前")
    assert steps(desk) == 2


def test_rows_moved_to_where_they_belong_already_stay(desk: Desk) -> None:
    cut(desk, "row3", "level2", KEY.Key_Right, KEY.Key_Right)
    paste(desk, "row5", "level2")
    assert desk.project == PROJECT


def test_what_found_no_place_is_not_emptied(desk: Desk) -> None:
    cut(desk, "row1", "name", KEY.Key_Right)
    shown = shown_left_over()
    paste(desk, "row2", "basis")
    assert shown == ["第2列：参加培训的人次"]
    assert desk.row("row2").basis == "培训人次"
    assert desk.names[0] == "培训人次"
    assert desk.told[-1] == "已粘贴；剪切的内容没有全部粘贴，原处没有清除"


@pytest.mark.parametrize("edited", [False, True])
def test_it_is_moved_to_another_project_of_the_document(desk: Desk, *, edited: bool) -> None:
    rows = tuple(replace(row, id=f"other-{row.id}") for row in PROJECT.indicators)
    other = replace(PROJECT, id="other", indicators=rows)
    desk.session.do("document", Insert(PROJECTS, 1, (other,)))
    cut(desk, "row1", "name")
    if edited:
        desk.session.do("document", SetField("row1", "basis", "合同"))
    desk.page.show_project("document", "other")
    assert frame(desk) is None
    paste(desk, "other-row2", "name")
    first, second = desk.document.projects
    assert second.indicators[1].name == "培训人次"
    assert first.indicators[0].name == ("培训人次" if edited else "")
    desk.undo()
    assert desk.document.projects[0].indicators[0].name == "培训人次"
