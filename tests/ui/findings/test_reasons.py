"""说明: a finding answered, the answer kept, taken back, and offered again next year."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from perfdesk.models.document import Document
from perfdesk.models.review.answer import Answer
from perfdesk.models.review.finding import Severity
from perfdesk.ui.findings.choice import Reach
from perfdesk.ui.findings.finding_row import Column
from tests.models.rules.cases import found
from tests.ui.findings.conftest import CTRL, SHIFT, Desk, OpenDesk, slipped


def reasons(desk: Desk) -> list[str]:
    return [reason.text for project in desk.document.projects for reason in project.reasons]


def test_shift_f2_leads_to_the_field_and_ctrl_enter_keeps_it(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F4)
    desk.press(Qt.Key.Key_F2, SHIFT)
    assert desk.panel.isVisible()
    assert desk.panel.strip.reason.hasFocus()
    desk.write("主管部门\n要求如此")
    desk.press(Qt.Key.Key_Return, CTRL)
    assert reasons(desk) == ["主管部门\n要求如此"]
    assert desk.panel.table.hasFocus()
    desk.settle()
    row = desk.panel.row
    assert row is not None
    assert row.answered
    desk.panel.head.set_reach(Reach.DOCUMENT)
    assert desk.panel.head.chips[Severity.WARNING].count == 1
    assert not desk.panel.strip.mend.isVisible()


def test_leaving_the_field_keeps_it_and_undo_takes_it_back(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F4)
    desk.press(Qt.Key.Key_F2, SHIFT)
    desk.write("合同约定")
    desk.go(0)
    assert reasons(desk) == ["合同约定"]
    desk.workspace.session.undo_stack.undo()
    assert reasons(desk) == []


def test_escape_brings_the_old_one_back(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F4)
    desk.press(Qt.Key.Key_F2, SHIFT)
    desk.write("写错了")
    desk.press(Qt.Key.Key_Escape)
    assert desk.panel.strip.reason.toPlainText() == ""
    assert desk.focused is desk.panel.table
    assert reasons(desk) == []


def test_an_empty_text_opens_the_finding_again(desk: Desk) -> None:
    rows = desk.panel.list.listing.of(desk.document.id)
    warning = next(row for row in rows if row.rank == 1)
    desk.workspace.session.do(desk.document.id, Answer(warning.finding, "合同约定"))
    desk.open_panel()
    desk.go_to_cell(0, 5, "value")
    desk.press(Qt.Key.Key_F2, SHIFT)
    assert desk.panel.strip.reason.toPlainText() == "合同约定"
    desk.press(Qt.Key.Key_Delete)
    desk.press(Qt.Key.Key_Return, CTRL)
    assert reasons(desk) == []
    desk.settle()
    assert desk.panel.row is not None
    assert not desk.panel.row.answered


def test_what_must_be_mended_cannot_be_answered(desk: Desk) -> None:
    desk.go_to_cell(1, 0, "description")
    desk.press(Qt.Key.Key_F2, SHIFT)
    assert desk.said == "强制问题须改正，不能用说明代替"
    assert not desk.panel.strip.reason.isVisible()
    assert desk.panel.strip.must.isVisible()


def test_a_filter_is_opened_for_what_is_to_be_answered(desk: Desk) -> None:
    desk.open_panel()
    desk.panel.head.show_levels([Severity.ERROR])
    desk.go_to_cell(0, 5, "value")
    desk.press(Qt.Key.Key_F2, SHIFT)
    desk.write("合同约定")
    desk.press(Qt.Key.Key_Return, CTRL)
    assert reasons(desk) == ["合同约定"]


def test_only_what_is_open_shows_when_one_wishes(desk: Desk) -> None:
    rows = desk.panel.list.listing.of(desk.document.id)
    warning = next(row for row in rows if row.rank == 1)
    desk.workspace.session.do(desk.document.id, Answer(warning.finding, "合同约定"))
    desk.open_panel()
    assert len(desk.shown) == 3
    assert not desk.panel.table.isColumnHidden(Column.REASON)
    desk.panel.head.open_only.click()
    assert len(desk.shown) == 2


def test_what_is_written_when_the_window_closes_is_kept(desk: Desk, open_desk: OpenDesk) -> None:
    desk.press(Qt.Key.Key_F4)
    desk.press(Qt.Key.Key_F2, SHIFT)
    desk.write("合同约定")
    assert desk.window.close()
    desk.workspace.close()
    assert reasons(open_desk()) == ["合同约定"]


def last_year(text: str) -> Document:
    """The same office's document of the year before, its warning answered."""
    document = slipped()
    first = document.projects[0]
    renamed = replace(first, code="", name=first.name.replace("2025", "2024"), id="past")
    past = replace(document, year=2024, projects=(renamed,), id="past document")
    (warning,) = found(past, "V08")
    return Answer(warning, text).apply(past)


def test_last_year_s_reason_is_offered_and_taken(open_desk: OpenDesk) -> None:
    desk = open_desk(slipped(), last_year("上级文件规定"))
    desk.open_panel()
    desk.go_to_cell(0, 5, "value")
    strip = desk.panel.strip
    desk.qtbot.waitUntil(strip.take.isVisible)
    assert strip.reason.placeholderText() == "2024年的说明：上级文件规定"
    QTest.mouseClick(strip.take, Qt.MouseButton.LeftButton)
    assert reasons(desk) == ["上级文件规定"]
    desk.settle()
    assert not strip.take.isVisible()
    desk.go_to_cell(1, 1, "value")
    assert not strip.take.isVisible(), "another project's finding"
