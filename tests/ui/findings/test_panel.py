"""The panel in the real window: opened, filtered, gone through, closed, remembered."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSplitter

from perfdesk.models.change import SetField
from perfdesk.models.review.finding import Group, Severity
from perfdesk.paths import settings_dir
from perfdesk.ui.findings.choice import Reach
from perfdesk.ui.findings.finding_row import Column
from perfdesk.ui.settings import Settings
from perfdesk.ui.workspace import Workspace
from tests.models.rules.sound import SOUND
from tests.ui.findings.conftest import CTRL, SHIFT, Desk, OpenDesk, slipped
from tests.ui.looking import command

ALL = [
    ("D01", "指标 1「购置监测终端数量」 · 绩效指标描述"),
    ("V08", "指标 6「参训企业覆盖率」 · 计算符号"),
    ("V08", "指标 2「设备验收合格率」 · 计算符号"),
]


def test_f8_opens_and_closes_it_and_takes_no_focus(desk: Desk) -> None:
    before = desk.focused
    desk.press(Qt.Key.Key_F8)
    assert desk.panel.isVisible()
    assert command(desk.window, "审核结果").isChecked()
    assert desk.focused is before
    desk.press(Qt.Key.Key_F8)
    assert not desk.panel.isVisible()
    assert not command(desk.window, "审核结果").isChecked()


def test_it_opens_under_an_open_editor_that_goes_on(desk: Desk) -> None:
    desk.go_to_cell(0, 0, "name")
    desk.write("正在")
    desk.press(Qt.Key.Key_F8)
    desk.write("输入")
    desk.press(Qt.Key.Key_Return)
    assert desk.document.projects[0].indicators[0].name == "正在输入"


def test_it_lists_a_project_or_the_document_worst_first(desk: Desk) -> None:
    desk.open_panel(Reach.PROJECT)
    assert desk.shown == ALL[1:2]
    desk.panel.head.set_reach(Reach.DOCUMENT)
    assert desk.shown == ALL
    desk.panel.head.set_reach(Reach.PROJECT)
    desk.go(1)
    assert desk.shown == [ALL[0], ALL[2]]


def test_all_years_together_name_their_documents(open_desk: OpenDesk) -> None:
    older = replace(slipped(), year=2024, id="older")
    desk = open_desk(slipped(), older)
    desk.panel.open(Reach.WORKSPACE)
    desk.qtbot.waitUntil(lambda: len(desk.shown) >= 2 * len(ALL))
    model = desk.panel.table.model()
    homes = {str(model.index(row, Column.HOME).data()) for row in range(model.rowCount())}
    assert homes == {"2025年 云溪区商务局", "2024年 云溪区商务局"}
    assert not desk.panel.table.isColumnHidden(Column.HOME)


def test_levels_are_toggled_and_counted(desk: Desk) -> None:
    desk.open_panel()
    chips = desk.panel.head.chips
    counts = {severity: chip.count for severity, chip in chips.items()}
    assert counts == {Severity.ERROR: 1, Severity.WARNING: 2, Severity.HINT: 0}
    QTest.mouseClick(chips[Severity.WARNING], Qt.MouseButton.LeftButton)
    assert desk.shown == ALL[:1]
    assert chips[Severity.WARNING].count == 2, "how many there are, shown or not"
    QTest.mouseClick(chips[Severity.ERROR], Qt.MouseButton.LeftButton)
    assert desk.shown == []
    assert "没有符合筛选条件的问题" in words(desk)


def words(desk: Desk) -> str:
    labels = desk.panel.findChildren(QLabel)
    return "\n".join(each.text() for each in labels if each.isVisible())


def test_groups_projects_and_words_narrow_the_list(desk: Desk) -> None:
    desk.open_panel()
    head = desk.panel.head
    head.group.setCurrentIndex(head.group.findData(Group.COMPLETE))
    assert desk.shown == ALL[:1]
    head.group.setCurrentIndex(0)
    head.project.setCurrentIndex(head.project.findData(desk.document.projects[1].name))
    assert desk.shown == [ALL[0], ALL[2]]
    head.project.setCurrentIndex(0)
    desk.window.activateWindow()
    desk.press(Qt.Key.Key_3, CTRL)
    desk.press(Qt.Key.Key_F, CTRL)
    assert head.search.hasFocus()
    QTest.keyClicks(head.search, "v08")
    desk.qtbot.waitUntil(lambda: desk.shown == ALL[1:])
    desk.write(" 参训")
    desk.qtbot.waitUntil(lambda: desk.shown == ALL[1:2])
    desk.press(Qt.Key.Key_Return)
    assert desk.panel.table.hasFocus()
    head.show_everything()
    assert desk.shown == ALL


def test_ctrl_f_elsewhere_is_not_the_panel_s(desk: Desk) -> None:
    desk.open_panel()
    desk.go(0)
    desk.press(Qt.Key.Key_F, CTRL)
    assert not desk.panel.has_focus()


def test_columns_sort_and_a_third_click_brings_the_form_s_order_back(desk: Desk) -> None:
    desk.open_panel()
    heading = desk.panel.table.horizontalHeader()
    order = Qt.SortOrder
    heading.setSortIndicator(Column.PLACE, order.AscendingOrder)
    assert desk.shown == [ALL[0], ALL[2], ALL[1]]
    heading.setSortIndicator(Column.PLACE, order.DescendingOrder)
    assert desk.shown == [ALL[1], ALL[2], ALL[0]]
    heading.setSortIndicator(-1, order.AscendingOrder)
    assert desk.shown == ALL


def test_enter_goes_to_the_cell_and_opens_it(desk: Desk) -> None:
    desk.open_panel()
    desk.press(Qt.Key.Key_3, CTRL)
    assert desk.focused is desk.panel.table
    desk.press(Qt.Key.Key_Home, CTRL)
    desk.press(Qt.Key.Key_Return)
    assert desk.window.navigator.key.project_id == desk.document.projects[1].id
    assert desk.at == ("购置监测终端数量", "description")
    desk.write("全年购置的终端台数")
    desk.press(Qt.Key.Key_Return)
    assert desk.values()[2] == "全年购置的终端台数"
    desk.settle()
    assert desk.shown == ALL[1:]


def test_a_double_click_goes_there_too(desk: Desk) -> None:
    desk.open_panel()
    table = desk.panel.table
    point = table.visualRect(table.model().index(2, Column.SENTENCE)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert desk.window.navigator.key.project_id == desk.document.projects[0].id, "not by one click"
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert desk.at == ("设备验收合格率", "value")


def test_escape_closes_it_from_within_and_leads_back_to_the_page(desk: Desk) -> None:
    desk.open_panel()
    desk.press(Qt.Key.Key_Escape)
    assert desk.panel.isVisible(), "the page's own Esc is no business of the panel"
    desk.press(Qt.Key.Key_3, CTRL)
    desk.press(Qt.Key.Key_Escape)
    assert not desk.panel.isVisible()
    assert desk.window.navigator.isAncestorOf(desk.focused)


def test_an_edit_elsewhere_keeps_the_current_finding(desk: Desk) -> None:
    desk.open_panel()
    desk.press(Qt.Key.Key_3, CTRL)
    desk.press(Qt.Key.Key_Home, CTRL)
    desk.press(Qt.Key.Key_Down)
    row = desk.document.projects[1].indicators[0]
    desk.workspace.session.do(desk.document.id, SetField(row.id, "description", "全年购置的台数"))
    desk.settle()
    assert desk.shown == ALL[1:]
    assert desk.panel.row is not None
    assert desk.panel.row.text(Column.PLACE) == ALL[1][1]
    desk.workspace.session.undo_stack.undo()
    desk.settle()
    assert desk.shown == ALL
    assert desk.panel.row.text(Column.PLACE) == ALL[1][1]


def test_the_tool_bar_counts_what_must_be_mended(desk: Desk) -> None:
    button = command(desk.window, "审核结果")
    desk.qtbot.waitUntil(lambda: button.iconText() == "审核结果 ✕1")
    row = desk.document.projects[1].indicators[0]
    desk.workspace.session.do(desk.document.id, SetField(row.id, "description", "全年购置的台数"))
    desk.qtbot.waitUntil(lambda: button.iconText() == "审核结果")


def test_copied_findings_can_be_pasted_into_a_table(desk: Desk) -> None:
    desk.open_panel()
    desk.press(Qt.Key.Key_3, CTRL)
    desk.press(Qt.Key.Key_Home, CTRL)
    desk.press(Qt.Key.Key_Down, SHIFT)
    desk.press(Qt.Key.Key_C, CTRL)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["级别", "强制", "提示"]
    assert ALL[0][1] in lines[1]


def test_f9_judges_again_and_opens_it(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F9, SHIFT)
    desk.settle()
    assert desk.panel.isVisible()
    assert desk.shown == ALL[1:2]
    desk.press(Qt.Key.Key_F9)
    desk.settle()
    assert desk.shown == ALL


def test_it_is_open_and_as_high_as_it_was_when_one_starts_again(
    desk: Desk, open_desk: OpenDesk
) -> None:
    desk.open_panel()
    parts = desk.panel.parentWidget()
    assert isinstance(parts, QSplitter)
    parts.setSizes([300, 0, 420])
    desk.qtbot.waitUntil(lambda: desk.panel.height() > 300)
    height = desk.panel.height()
    assert desk.window.close()
    desk.workspace.close()
    again = open_desk()
    again.qtbot.waitUntil(lambda: again.panel.height() == height)


def test_the_page_is_no_larger_at_first_than_it_will_be(desk: Desk, store_path: Path) -> None:
    desk.open_panel()
    assert desk.window.close()
    desk.workspace.close()
    again = Workspace(store_path, Settings(settings_dir()))
    try:
        again.show()
        desk.qtbot.waitExposed(again.window)
        before = again.window.navigator.height()
        again.complete()
        panel = again.window.commands.review.panel
        desk.qtbot.waitUntil(lambda: panel.height() > 0)
        assert again.window.navigator.height() == before
    finally:
        again.window.hide()
        again.window.deleteLater()
        again.close()


def test_where_nothing_is_found_it_says_so(open_desk: OpenDesk) -> None:
    desk = open_desk(SOUND)
    desk.open_panel()
    assert desk.shown == []
    assert "没有发现问题" in words(desk)
    assert not desk.panel.strip.isVisible()
