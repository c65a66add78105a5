"""F7 and Shift+F7: one finding mended, or all of its kind, each as one undo step."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from perfdesk.models.change import SetField
from perfdesk.models.value import IndicatorValue
from perfdesk.ui.findings.finding_row import Column
from perfdesk.ui.findings.mend_dialog import MendDialog
from perfdesk.ui.findings.mending import Mending
from tests.ui.findings.conftest import SHIFT, Desk


def test_f7_mends_what_the_cursor_is_at_in_one_step(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F4)
    desk.press(Qt.Key.Key_F7)
    assert desk.values() == ["100%", "≥100%", ""]
    assert desk.said == "已改为“100%”，按 Ctrl+Z 撤销"
    desk.workspace.session.undo_stack.undo()
    assert desk.values() == ["≥100%", "≥100%", ""]


def test_f7_elsewhere_says_where_to_go(desk: Desk) -> None:
    desk.go_to_cell(0, 0, "name")
    desk.press(Qt.Key.Key_F7)
    assert desk.said == "当前位置没有审核问题，按 F4 转到下一处"


def test_what_has_no_mend_is_left_to_the_clerk(desk: Desk) -> None:
    desk.go_to_cell(1, 0, "description")
    desk.press(Qt.Key.Key_F7)
    assert desk.said == "这处问题需要手工修改"
    desk.press(Qt.Key.Key_F7, SHIFT)
    assert desk.said == "这类问题需要逐处手工修改"
    assert desk.values() == ["≥100%", "≥100%", ""]


def test_the_editor_is_taken_over_before_anything_is_mended(desk: Desk) -> None:
    desk.go_to_cell(0, 5, "value")
    desk.write("95%")
    desk.press(Qt.Key.Key_F7)
    assert desk.values()[0] == "95%"


def test_the_button_in_the_list_says_what_it_writes_and_does_it(desk: Desk) -> None:
    desk.open_panel()
    table = desk.panel.table
    index = table.model().index(1, Column.FIX)
    assert index.data() == "改为“100%”"
    rect = table.visualRect(index)
    QTest.mouseMove(table.viewport(), rect.center())
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert desk.values() == ["100%", "≥100%", ""]


def test_the_button_below_the_list_does_it_too(desk: Desk) -> None:
    desk.open_panel()
    desk.go_to_cell(1, 1, "value")
    assert desk.panel.strip.mend.text() == "改为“100%”"
    QTest.mouseClick(desk.panel.strip.mend, Qt.MouseButton.LeftButton)
    assert desk.values() == ["≥100%", "100%", ""]


def test_all_of_a_kind_are_shown_and_mended_in_one_step(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F4)
    seen: list[list[str]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MendDialog)
        model = dialog.list.model()
        rows = range(model.rowCount())
        seen.extend([str(model.index(row, col).data()) for col in range(4)] for row in rows)
        assert dialog.agree.text() == "修改 2 处"
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    QTimer.singleShot(0, look)
    desk.press(Qt.Key.Key_F7, SHIFT)
    assert [row[2:] for row in seen] == [["≥100%", "100%"]] * 2
    assert [row[0] for row in seen] == [each.name for each in desk.document.projects]
    assert desk.values() == ["100%", "100%", ""]
    assert desk.said == "已修改 2 处，按 Ctrl+Z 撤销"
    desk.workspace.session.undo_stack.undo()
    assert desk.values() == ["≥100%", "≥100%", ""]


def test_what_is_not_ticked_stays(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F4)

    def leave_one_out() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MendDialog)
        QTest.keyClick(dialog.list, Qt.Key.Key_Space)
        assert dialog.agree.text() == "修改 1 处"
        assert not dialog.all.isChecked()
        dialog.all.click()
        assert dialog.agree.text() == "修改 2 处"
        QTest.keyClick(dialog.list, Qt.Key.Key_Space)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    QTimer.singleShot(0, leave_one_out)
    desk.press(Qt.Key.Key_F7, SHIFT)
    assert desk.values() == ["≥100%", "100%", ""]


def test_given_up_nothing_changes(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F4)
    before = desk.document

    def give_up() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(0, give_up)
    desk.press(Qt.Key.Key_F7, SHIFT)
    assert desk.document is before


def test_a_cell_that_has_changed_meanwhile_is_never_overwritten(desk: Desk) -> None:
    rows = [row for row in desk.panel.list.listing.of(desk.document.id) if row.finding.fix]
    place = rows[0].finding.place
    said: list[str] = []
    mending = Mending(desk.workspace.session, desk.workspace.inspector)
    mending.told.connect(said.append)
    change = SetField(place.row_id, "value", IndicatorValue.read("≥98%"))
    desk.workspace.session.do(desk.document.id, change)
    mending.mend(rows[0])
    assert desk.values()[0] == "≥98%"
    assert said == ["内容已改变，这处问题没有修改，请看新的审核结果"]


def test_a_row_that_is_gone_is_no_matter(desk: Desk) -> None:
    rows = [row for row in desk.panel.list.listing.of(desk.document.id) if row.finding.fix]
    document = desk.document
    session = desk.workspace.session
    session.remove(document.id, "删除文本")
    session.add(replace(document, projects=document.projects[1:]), "导入")
    mending = Mending(session, desk.workspace.inspector)
    mending.mend(rows[0])
    assert session.document(document.id).projects == document.projects[1:]
