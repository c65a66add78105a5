"""What is on the paper fits: every text, at every zoom, in every window, also while typing."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from perfdesk.models.change import SetField
from perfdesk.models.sheet import Cell, Role
from perfdesk.ui.form.growing_text import GrowingText
from perfdesk.ui.form.metrics import PADDING_X
from perfdesk.ui.form.page import ProjectPage
from perfdesk.ui.form.painting import Marked, SheetPainter
from perfdesk.ui.form.value_editor import ValueEditor
from perfdesk.ui.inspector import Inspector
from tests.ui.form.conftest import PROJECT, Desk, OpenDesk
from tests.ui.statement.hands import press, type_text

LONG = "按照年度工作计划分批组织实施，确保每一笔支出有目标、有依据、有成效。" * 6
UNBROKEN = "A" * 300
SIZES = [(1400, 900), (1180, 820), (764, 640), (500, 400)]


def too_small(desk: Desk) -> Iterator[Cell]:
    """The cells whose text is higher or wider than they are."""
    layout = desk.view.sheet_layout
    for cell in desk.view.sheet.cells.sheet.cells:
        rect = layout.rect(cell)
        shown = layout.shown(cell)
        inner = rect.width() - 2 * layout.metrics.px(PADDING_X)
        letters = layout.metrics.set(shown.text, cell.role, inner, shown.strong)
        wide = letters.layout.boundingRect().width()
        if shown.text and (letters.height > rect.height() or wide > inner + 1):
            yield cell


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("zoom", [0.75, 1.0, 1.5])
@pytest.mark.parametrize("form", ["hebei-2020", "hebei-2024"])
def test_every_text_fits(
    open_desk: OpenDesk, size: tuple[int, int], zoom: float, form: str
) -> None:
    long_rows = [
        replace(PROJECT.indicators[0], name=LONG, basis=UNBROKEN),
        replace(PROJECT.indicators[4], level1=LONG, description="一\n二\n三\n四"),
    ]
    project = replace(PROJECT, purpose=LONG, goals=(LONG, LONG), indicators=tuple(long_rows))
    desk = open_desk(project, form=form, size=size, zoom=zoom)
    assert not list(too_small(desk))


@pytest.mark.parametrize("size", SIZES)
def test_the_paper_is_centred_and_never_narrower_than_readable(
    open_desk: OpenDesk, size: tuple[int, int]
) -> None:
    desk = open_desk(size=size)
    layout = desk.view.sheet_layout
    paper, width = layout.paper, desk.viewport.width()
    assert 700 <= paper.width() <= 1060
    if width >= 720:
        assert desk.view.horizontalScrollBar().maximum() == 0
        assert abs(paper.left() - (width - 1 - paper.right())) <= 1
    else:
        assert desk.view.horizontalScrollBar().maximum() > 0


def test_an_edit_makes_its_row_fit_again(desk: Desk) -> None:
    before = desk.view.sheet_layout.height
    desk.session.do("document", SetField("row2", "description", LONG))
    assert not list(too_small(desk))
    assert desk.view.sheet_layout.height > before
    desk.undo()
    assert desk.view.sheet_layout.height == before


def test_the_row_grows_while_one_types_and_shrinks_when_one_gives_up(desk: Desk) -> None:
    layout = desk.view.sheet_layout
    before = list(layout.y)
    desk.go("row2", "description")
    type_text(LONG)
    cell, editor = desk.cell("row2", "description"), desk.editor
    assert layout.rect(cell).height() >= editor.height_for(editor.width())
    assert editor.geometry().contains(desk.view.rect_of(cell))
    assert layout.y[cell.row] == before[cell.row]
    assert layout.y[-1] > before[-1]
    press(Qt.Key.Key_Escape)
    assert layout.y == before


def test_a_huge_text_is_shown_and_edited(open_desk: OpenDesk) -> None:
    desk = open_desk(replace(PROJECT, purpose="绩效" * 20_000))
    assert not list(too_small(desk))
    desk.go("project", "purpose")
    press(Qt.Key.Key_F2)
    type_text("完")
    press(Qt.Key.Key_Return)
    assert desk.project.purpose == "绩效" * 20_000 + "完"


@pytest.mark.parametrize(
    "text", ["\x00\x1f", "\u2028甲\u2029乙", "😀👨‍👩‍👧", "\u202e反向", "甲\r\n乙"]
)
def test_odd_texts_are_shown_and_looked_into_unchanged(desk: Desk, text: str) -> None:
    desk.session.do("document", SetField("row1", "name", text))
    assert not list(too_small(desk))
    desk.go("row1", "name")
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_Return)
    assert desk.row("row1").name == text


@pytest.mark.parametrize(("zoom", "width"), [(1.0, 1180), (1.5, 1180), (1.0, 764), (2.0, 1180)])
def test_the_value_editor_grows_downwards_alone(
    open_desk: OpenDesk, zoom: float, width: int
) -> None:
    desk = open_desk(zoom=zoom, size=(width, 820))
    desk.go("row1", "value")
    press(Qt.Key.Key_F2)
    editor = desk.editor
    assert isinstance(editor, ValueEditor)
    for text in ("", "按照年度工作方案完成"):
        type_text(text)
        cell = desk.view.rect_of(desk.cell("row1", "value"))
        assert (editor.x(), editor.width()) == (cell.x(), cell.width() + 1)
        for part in (editor.number, editor.unit):
            if part.isVisible():
                assert editor.rect().contains(part.geometry())
                assert part.document().size().height() <= part.height()


def test_a_part_that_is_drawn_anew_looks_as_before(desk: Desk) -> None:
    layout = desk.view.sheet_layout
    everything = QRect(0, 0, layout.desk_width, layout.height)

    def draw(image: QImage, area: QRect) -> None:
        painter = QPainter(image)
        painter.setClipRect(area)
        SheetPainter(layout, everything).paint(painter, area, Marked(), focused=False)
        painter.end()

    whole = QImage(everything.size(), QImage.Format.Format_RGB32)
    draw(whole, everything)
    for row in range(len(layout.y) - 1):
        for spare in (-2, -1, 0, 1, 2):
            again = whole.copy()
            draw(again, QRect(300, layout.y[row] + spare, 200, 9))
            assert again == whole, (row, spare)


@pytest.mark.parametrize("change", ["narrower", "lower", "zoom"])
def test_the_current_cell_stays_in_sight(long_desk: Desk, change: str) -> None:
    long_desk.go("row20", "value")
    changes = {
        "narrower": lambda: long_desk.page.resize(500, 820),
        "lower": lambda: long_desk.page.resize(1180, 260),
        "zoom": lambda: long_desk.page.set_zoom(1.8),
    }
    changes[change]()
    assert long_desk.viewport.rect().contains(
        long_desk.view.rect_of(long_desk.cell("row20", "value"))
    )


def test_what_was_scrolled_away_from_stays_away(long_desk: Desk) -> None:
    long_desk.go("row20", "value")
    long_desk.view.verticalScrollBar().setValue(0)
    long_desk.page.resize(1180, 700)
    assert long_desk.view.verticalScrollBar().value() == 0


def test_a_form_wider_than_the_window_opens_at_its_left(open_desk: OpenDesk) -> None:
    desk = open_desk(zoom=2.0, size=(700, 600))
    assert desk.view.offset() == QPoint()
    desk.go("row1", "basis")
    desk.page.show_project("document", "project")
    assert desk.view.offset() == QPoint()


def wheel(widget: QWidget, by: int, modifier: Qt.KeyboardModifier) -> bool:
    """Turn the wheel over a widget; tell whether it took that for itself."""
    point = QPointF(widget.rect().center())
    event = QWheelEvent(
        point,
        widget.mapToGlobal(point),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(widget, event)
    return bool(event.isAccepted())


def test_the_wheel_scrolls_the_page(long_desk: Desk) -> None:
    assert wheel(long_desk.viewport, -120, Qt.KeyboardModifier.NoModifier)
    assert long_desk.view.verticalScrollBar().value() > 0


def test_an_open_editor_leaves_the_wheel_to_the_page(long_desk: Desk) -> None:
    long_desk.go("row3", "name")
    type_text("正在写")
    field = long_desk.editor.focusProxy()
    assert isinstance(field, GrowingText)
    assert not wheel(field.viewport(), -120, Qt.KeyboardModifier.NoModifier)


def test_the_wheel_with_control_is_left_to_the_window(long_desk: Desk) -> None:
    assert not wheel(long_desk.viewport, 120, Qt.KeyboardModifier.ControlModifier)
    assert long_desk.view.verticalScrollBar().value() == 0


def test_what_is_in_the_middle_stays_there_when_it_grows(long_desk: Desk) -> None:
    view = long_desk.view
    view.verticalScrollBar().setValue(600)
    middle = view.viewport().rect().center()
    row = view.cell_at(middle)
    long_desk.page.set_zoom(1.5)
    after = view.cell_at(view.viewport().rect().center())
    assert row
    assert after
    assert abs(after.row - row.row) <= 1


def test_the_editor_follows_the_paper_when_it_scrolls(long_desk: Desk) -> None:
    long_desk.go("row3", "name")
    type_text("正在写")
    bar = long_desk.view.verticalScrollBar()
    bar.setValue(bar.value() + 60)
    cell = long_desk.cell("row3", "name")
    assert long_desk.editor.geometry().contains(long_desk.view.rect_of(cell))


def test_the_name_of_a_merged_level_stays_in_sight(long_desk: Desk) -> None:
    view = long_desk.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    cell = long_desk.cell("row1", "level1")
    assert cell.role is Role.LEVEL
    seen = view.sheet_layout.seen(cell, view.in_sight())
    assert view.in_sight().contains(seen)
    assert not view.in_sight().contains(view.sheet_layout.rect(cell))


class TestColumns:
    """Borders between columns, dragged at the headings."""

    def border(self, desk: Desk, column: int) -> QPoint:
        layout = desk.view.sheet_layout
        heading = layout.cells.at(layout.cells.sheet.heading_row, 0)
        assert heading
        middle: QRect = layout.rect(heading)
        return QPoint(layout.x[column], middle.center().y()) - desk.view.offset()

    def drag(self, desk: Desk, column: int, by: int) -> None:
        start = self.border(desk, column)
        QTest.mousePress(desk.viewport, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(desk.viewport, start + QPoint(by, 0))
        QTest.mouseRelease(desk.viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(by, 0))

    def test_a_border_is_dragged_and_the_texts_fit_again(self, desk: Desk) -> None:
        before = list(desk.view.sheet_layout.x)
        self.drag(desk, 3, 40)
        after = desk.view.sheet_layout.x
        assert after[3] == before[3] + 40
        assert after[:3] + after[5:] == before[:3] + before[5:]
        assert not list(too_small(desk))

    def test_no_column_vanishes(self, desk: Desk) -> None:
        self.drag(desk, 2, -2000)
        x = desk.view.sheet_layout.x
        assert x[2] - x[1] >= 48

    def test_widths_are_remembered_and_given_back(self, desk: Desk, open_desk: OpenDesk) -> None:
        self.drag(desk, 1, 30)
        widths = desk.page.column_widths()
        other = open_desk()
        other.page.set_column_widths(widths)
        assert other.page.column_widths() == widths
        assert other.view.sheet_layout.x == desk.view.sheet_layout.x

    def test_widths_set_before_a_project_is_shown_count_then(
        self, desk: Desk, qtbot: QtBot
    ) -> None:
        widths = [10, 10, 20, 20, 10, 10, 20]
        page = ProjectPage(desk.session, Inspector(desk.session))
        qtbot.addWidget(page)
        page.set_column_widths(widths)
        page.show_project("document", "project")
        assert page.column_widths() == widths

    def test_widths_for_another_number_of_columns_are_the_forms_own(self, desk: Desk) -> None:
        desk.page.set_column_widths([1, 1])
        assert desk.page.column_widths() == list(desk.view.sheet.form.widths)

    def test_a_double_click_gives_the_forms_own_widths_back(self, desk: Desk) -> None:
        before = list(desk.view.sheet_layout.x)
        self.drag(desk, 3, 40)
        QTest.mouseDClick(desk.viewport, Qt.MouseButton.LeftButton, pos=self.border(desk, 3))
        assert desk.view.sheet_layout.x == before
        assert desk.view.editing.editor is None
