"""The square at the corner of the selection: dragged and double-clicked, as in a spreadsheet."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.form.conftest import PROJECT, Desk, OpenDesk
from tests.ui.statement.hands import press

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


def square(desk: Desk) -> QPoint:
    """Where the square is in the viewport."""
    block = desk.view.fill_drag.block
    assert block
    return desk.view.sheet_layout.fill_square(block).center() - desk.view.offset()


def drag(desk: Desk, to: QPoint) -> None:
    start = square(desk)
    QTest.mousePress(desk.viewport, LEFT, pos=start)
    QTest.mouseMove(desk.viewport, QPoint(start.x(), (start.y() + to.y()) // 2))
    QTest.mouseMove(desk.viewport, to)
    QTest.mouseRelease(desk.viewport, LEFT, pos=to)


def hover(desk: Desk, point: QPoint) -> None:
    """Move the mouse without a button; nobody's pointer is there without a screen."""
    held = Qt.MouseButton.NoButton
    modifiers = Qt.KeyboardModifier.NoModifier
    at = QPointF(point)
    event = QMouseEvent(QEvent.Type.MouseMove, at, at, held, held, modifiers)
    QApplication.sendEvent(desk.viewport, event)


def filled_rows(desk: Desk) -> int:
    """How many rows a frame says would be filled."""
    filling = desk.view.marked.filling
    return filling.bottom - filling.top + 1 if filling else 0


def bases(desk: Desk) -> list[str]:
    return [row.basis for row in desk.project.indicators]


def steps(desk: Desk) -> int:
    return desk.session.undo_stack.count()


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_dragged_down_it_repeats_the_cell_in_one_step(open_desk: OpenDesk, zoom: float) -> None:
    desk = open_desk(zoom=zoom)
    desk.go("row3", "value")
    drag(desk, desk.point("row5", "value"))
    values = [row.value.text for row in desk.project.indicators]
    assert values == ["≥600人次", "≥95%", *["12月31日前"] * 3]
    assert steps(desk) == 1
    assert len(desk.view.where.selected) == 3
    desk.undo()
    assert desk.project == PROJECT


def test_dragged_up_it_repeats_upwards(desk: Desk) -> None:
    desk.go("row4", "basis")
    drag(desk, desk.point("row2", "basis"))
    assert bases(desk) == ["工作计划", *["统计年报"] * 3, "问卷"]
    assert steps(desk) == 1


def test_a_block_is_repeated_row_by_row(desk: Desk) -> None:
    desk.go("row1", "name")
    press(KEY.Key_Down, SHIFT)
    press(KEY.Key_Right, SHIFT)
    drag(desk, desk.point("row5", "name"))
    assert desk.names == ["培训人次", "培训合格率", "培训人次", "培训合格率", "培训人次"]
    descriptions = [row.description for row in desk.project.indicators]
    assert descriptions[2:4] == ["参加培训的人次", "合格人数占比"]


def test_dragging_within_the_block_changes_nothing(desk: Desk) -> None:
    desk.go("row1", "basis")
    drag(desk, desk.point("row1", "basis"))
    assert not steps(desk)
    assert desk.at() == ("row1", "basis")


def test_what_would_be_filled_shows_while_one_drags(desk: Desk) -> None:
    desk.go("row1", "basis")
    QTest.mousePress(desk.viewport, LEFT, pos=square(desk))
    QTest.mouseMove(desk.viewport, desk.point("row3", "basis"))
    assert filled_rows(desk) == 2
    QTest.mouseRelease(desk.viewport, LEFT, pos=desk.point("row3", "basis"))
    assert filled_rows(desk) == 0


def test_a_double_click_fills_as_far_as_the_neighbours_are_filled(open_desk: OpenDesk) -> None:
    rows = list(PROJECT.indicators)
    rows[4] = replace(rows[4], name="")
    desk = open_desk(replace(PROJECT, indicators=tuple(rows)))
    desk.go("row1", "description")
    at = square(desk)
    QTest.mouseClick(desk.viewport, LEFT, pos=at)
    QTest.mouseDClick(desk.viewport, LEFT, pos=at)
    descriptions = [row.description for row in desk.project.indicators]
    assert descriptions == [*["参加培训的人次"] * 4, "问卷满意的比例"]
    assert steps(desk) == 1
    assert not desk.view.editing.editor


def test_a_double_click_on_the_last_row_does_nothing(desk: Desk) -> None:
    desk.go("row5", "value")
    at = square(desk)
    QTest.mouseClick(desk.viewport, LEFT, pos=at)
    QTest.mouseDClick(desk.viewport, LEFT, pos=at)
    assert not steps(desk)
    assert not desk.view.editing.editor


def test_the_head_an_open_editor_and_a_read_only_sheet_have_no_square(desk: Desk) -> None:
    def shows_one() -> bool:
        return desk.view.fill_drag.block is not None

    desk.go("project", "purpose")
    assert not shows_one()
    desk.go("row1", "name")
    assert shows_one()
    press(KEY.Key_F2)
    assert not shows_one()
    press(KEY.Key_Escape)
    desk.view.sheet.read_only = True
    assert not shows_one()


def test_the_square_is_seen_at_the_corner(desk: Desk) -> None:
    desk.go("row2", "name")
    picture = desk.viewport.grab().toImage()
    at = square(desk)
    with_square = picture.pixelColor(at)
    desk.go("row2", "value")
    assert desk.viewport.grab().toImage().pixelColor(at) != with_square


def test_over_the_square_the_mouse_says_so(desk: Desk) -> None:
    desk.go("row2", "name")
    for point, crossed in ((square(desk), True), (desk.point("row2", "name"), False)):
        hover(desk, point)
        shape = desk.viewport.cursor().shape()
        assert (shape == Qt.CursorShape.CrossCursor) is crossed


def test_a_merged_level_is_filled_over_the_rows_below(desk: Desk) -> None:
    desk.go("row1", "level1")
    drag(desk, desk.point("row5", "level1"))
    assert [row.level1 for row in desk.project.indicators] == ["产出指标"] * 5
    assert steps(desk) == 1
