"""A right click offers what can be done with just that: cells, texts, nodes, rows, findings."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu

from perfdesk.io.files import read_file
from perfdesk.models.document import Department, Submission
from perfdesk.models.ids import new_id
from perfdesk.models.same import same_content
from perfdesk.models.sheet import Place
from perfdesk.models.years.submit import Submit
from perfdesk.ui.form.page import ProjectPage
from perfdesk.ui.form.past_panel import PastPanel
from perfdesk.ui.overview.page import OverviewPage
from perfdesk.ui.search.hit import Column
from perfdesk.ui.statement.page import StatementPage
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.tree.outline_view import OutlineView
from tests.ui.findings.conftest import Desk
from tests.ui.findings.conftest import desk as desk  # noqa: PLC0414 - a fixture of theirs
from tests.ui.findings.conftest import open_desk as open_desk  # noqa: PLC0414 - the same
from tests.ui.keys import type_text
from tests.ui.looking import choose_file, command

SUBMISSION = Submission("张三", "2025-11-20T16:30:00+08:00")
CELLS = ["编辑单元格", "剪切", "复制", "粘贴", "清除内容", "选中全部指标"]
MENUS = ["填充", "指标行", "参照和核对"]
MENDING = ["按建议修改", "同类问题全部修改…", "填写说明", "规则说明"]


@dataclass
class Offered:
    """What a menu offered, those that can be done now apart."""

    texts: list[str] = field(default_factory=list)
    ready: list[str] = field(default_factory=list)


def right_click(
    area: QAbstractScrollArea, at: QPoint, take: str = "", *, by_key: bool = False
) -> Offered:
    """Press the right button, read the menu that opens, and take an entry where one is named."""
    found = Offered()

    def look() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        each: QAction
        for each in menu.actions():
            if each.isVisible() and not each.isSeparator():
                found.texts.append(each.text())
                found.ready += [each.text()] if each.isEnabled() else []
        entry = next((each for each in menu.actions() if take and each.text() == take), None)
        menu.close()
        if entry:
            entry.trigger()

    viewport = area.viewport()
    if not by_key:
        QTest.mouseClick(viewport, Qt.MouseButton.RightButton, pos=at)
    reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(viewport, QContextMenuEvent(reason, at, viewport.mapToGlobal(at)))
    look()
    return found


def form(desk: Desk) -> ProjectPage:
    page = desk.window.navigator.page()
    assert isinstance(page, ProjectPage)
    return page


def at_cell(desk: Desk, row: int, name: str) -> tuple[ProjectPage, QPoint]:
    """A cell of the first form, brought into view; its head is row -1."""
    desk.go(0)
    page = form(desk)
    project = desk.document.projects[0]
    place = Place(project.id if row < 0 else project.indicators[row].id, name)
    assert page.go_to_place(place)
    cell = page.view.where.cell
    assert cell
    return page, page.view.rect_of(cell).center()


@pytest.mark.parametrize(
    ("row", "name"),
    [(-1, "code"), (-1, "budget.total"), (-1, "purpose"), (-1, "plan.march"), (-1, "goals")],
)
def test_cells_of_the_head(desk: Desk, row: int, name: str) -> None:
    page, at = at_cell(desk, row, name)
    offered = right_click(page.view, at)
    assert offered.texts[: len(CELLS) + 4] == [*CELLS, *MENUS, "整理文字"]
    assert "指标行" not in offered.ready
    assert "对照上年" in offered.ready


@pytest.mark.parametrize("name", ["level1", "level2", "name", "description", "value", "basis"])
def test_cells_of_the_grid(desk: Desk, name: str) -> None:
    page, at = at_cell(desk, 1, name)
    offered = right_click(page.view, at)
    assert {*CELLS, *MENUS, "整理文字", "对照上年"} <= set(offered.ready)


def test_what_was_found_in_a_cell_is_offered_to_be_mended_there(desk: Desk) -> None:
    page, at = at_cell(desk, 5, "value")
    assert right_click(page.view, at).texts[-4:] == MENDING
    right_click(page.view, at, "按建议修改")
    assert desk.document.projects[0].indicators[5].value.text == "100%"
    page, at = at_cell(desk, 1, "name")
    assert not set(MENDING) & set(right_click(page.view, at).texts)


def test_the_menu_key_opens_it_at_the_current_cell(desk: Desk) -> None:
    page, _ = at_cell(desk, 2, "name")
    where = page.view.where.cell
    assert right_click(page.view, QPoint(1, 1), by_key=True).texts[0] == CELLS[0]
    assert page.view.where.cell == where


def test_a_form_that_is_only_to_be_read_offers_only_that(desk: Desk) -> None:
    desk.workspace.session.do(desk.document.id, Submit(SUBMISSION))
    page, at = at_cell(desk, 1, "name")
    offered = right_click(page.view, at, "复制")
    assert offered.texts == ["复制", "选中全部指标", "对照上年"]
    assert (
        QGuiApplication.clipboard().text().strip() == desk.document.projects[0].indicators[1].name
    )


def test_an_open_editor_offers_what_its_keys_do(desk: Desk) -> None:
    page, _ = at_cell(desk, -1, "goals")
    page.view.open()
    type_text(desk.focused, "甲")
    text = desk.focused
    assert isinstance(text, QAbstractScrollArea)
    point = text.viewport().rect().center()
    offered = right_click(text, point, "下一条目标")
    assert {"撤销", "剪切", "粘贴", "全选", "上移这一条", "下移这一条", "整理文字"} <= set(
        offered.texts
    )
    assert desk.focused is text
    right_click(text, point, "放弃修改")
    assert page.view.hasFocus()
    assert "甲" not in "".join(desk.document.projects[0].goals)


def test_a_text_of_the_statement(desk: Desk) -> None:
    desk.window.go_to(Key(Kind.STATEMENT, desk.document.id))
    page = desk.window.navigator.page()
    assert isinstance(page, StatementPage)
    title = page.sheet.chapters[0].sections[0].fields[0]
    count = len(page.sheet.chapters[0].sections)
    offered = right_click(title, title.viewport().rect().center(), "复制这一条")
    assert offered.texts[:5] == ["剪切", "复制", "粘贴", "全选", "整理文字"]
    assert len(page.sheet.chapters[0].sections) == count + 1


def overview(desk: Desk) -> OverviewPage:
    desk.window.go_to(Key(Kind.DEPARTMENT, desk.document.id))
    page = desk.window.navigator.page()
    assert isinstance(page, OverviewPage)
    desk.qtbot.waitUntil(lambda: page.table.model().rowCount() == 2)
    return page


def at_row(page: OverviewPage, row: int) -> QPoint:
    return page.table.visualRect(page.table.model().index(row, 1)).center()


def test_a_row_of_an_overview(desk: Desk) -> None:
    page = overview(desk)
    offered = right_click(page.table, at_row(page, 0))
    assert offered.ready == [
        *("打开项目", "复制选中的行", "全选"),
        *("复制项目", "删除项目", "上移项目", "下移项目"),
        *("打印预览…", "打印…"),
    ]
    names = [each.name for each in desk.document.projects]
    right_click(page.table, at_row(page, 0), "下移项目")
    assert [each.name for each in desk.document.projects] == names[::-1]


def test_projects_selected_in_an_overview_are_removed_and_one_stays_there(desk: Desk) -> None:
    page = overview(desk)
    right_click(page.table, at_row(page, 1), "删除项目")
    assert len(desk.document.projects) == 1
    assert desk.window.navigator.page() is page
    assert desk.said == "已删除 1 个项目，按 Ctrl+Z 撤销"


def test_in_the_tree_nothing_is_done_to_what_is_selected_in_a_table(desk: Desk) -> None:
    page = overview(desk)
    right_click(page.table, at_row(page, 1))
    assert page.listed()
    before = desk.document
    desk.window.tree.view.setFocus()
    QTest.keyClick(desk.window.tree.view, Qt.Key.Key_Delete)
    assert desk.document == before
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert len(desk.document.projects) == 1


def test_nothing_selected_offers_nothing_about_projects(desk: Desk) -> None:
    page = overview(desk)
    page.table.clearSelection()
    assert not page.listed()
    remove = desk.window.commands.documents.remove
    assert remove.isEnabled()
    texts = {each.text(): each for each in desk.window.findChildren(QAction)}
    assert not texts["删除项目"].isEnabled()


Node = Callable[[Desk], Key]
NODES: list[tuple[Node, list[str]]] = [
    (
        lambda desk: Key(Kind.YEAR, year=desk.document.year),
        ["新建文本…", "导入…", "导出本年全部文本…", "全部展开", "全部折叠"],
    ),
    (
        lambda desk: Key(Kind.DEPARTMENT, desk.document.id),
        ["新建项目", "导出 Excel…", "审核本文本", "新建下一年度…", "版本记录…", "全部折叠"],
    ),
    (lambda desk: Key(Kind.STATEMENT, desk.document.id), ["打印…", "审核本文本"]),
    (
        lambda desk: Key(Kind.UNIT, desk.document.id, unit=desk.document.units[0]),
        ["新建项目", "新建预算单位", "重命名", "删除单位及其项目", "下移单位", "打印预览…"],
    ),
    (
        lambda desk: Key(Kind.PROJECT, desk.document.id, desk.document.projects[0].id),
        ["新建项目", "复制项目", "重命名", "删除项目", "下移项目", "打印…", "审核本项目"],
    ),
]


@pytest.mark.parametrize(("node", "wanted"), NODES)
def test_a_node_of_the_tree(desk: Desk, node: Node, wanted: list[str]) -> None:
    tree = desk.window.tree.view
    desk.window.go_to(node(desk))
    offered = right_click(tree, tree.visualRect(tree.currentIndex()).center())
    assert set(wanted) <= set(offered.ready)
    assert len(offered.texts) == len(set(offered.texts))


def test_an_entry_of_a_nodes_menu_does_what_it_says(desk: Desk) -> None:
    tree = desk.window.tree.view
    desk.go(0)
    right_click(tree, tree.visualRect(tree.currentIndex()).center(), "复制项目")
    assert len(desk.document.projects) == 3


def at_year(desk: Desk) -> tuple[OutlineView, QPoint]:
    tree = desk.window.tree.view
    desk.window.go_to(Key(Kind.YEAR, year=desk.document.year))
    return tree, tree.visualRect(tree.currentIndex()).center()


def test_from_a_year_the_next_one_is_begun(desk: Desk) -> None:
    tree, at = at_year(desk)
    year = desk.document.year
    words = f"以{year}年为底稿编制{year + 1}年"
    assert f"{words}…" in right_click(tree, at).ready
    other = replace(desk.document, id=new_id(), department=Department("318", "云溪区文旅局"))
    desk.workspace.session.add(other, "导入")
    tree, at = at_year(desk)
    assert words in right_click(tree, at).ready, "which department is asked beside it"


def test_all_of_a_year_goes_out_into_a_folder(desk: Desk, tmp_path: Path) -> None:
    other = replace(desk.document, id=new_id(), department=Department("318", "云溪区文旅局"))
    desk.workspace.session.add(other, "导入")
    folder = tmp_path / "报送"
    folder.mkdir()
    name = f"{desk.document.year}年云溪区文旅局部门预算绩效文本"
    (folder / f"{name}.xlsx").write_text("别的", encoding="utf-8")
    tree, at = at_year(desk)
    choose_file(str(folder))
    departures = desk.window.commands.documents.departures
    with desk.qtbot.waitSignal(departures.written, timeout=20_000):
        right_click(tree, at, "导出本年全部文本…")
    assert (folder / f"{name}.xlsx").read_text(encoding="utf-8") == "别的"
    written = [read_file(each).document for each in folder.iterdir() if each.stat().st_size > 99]
    assert len(written) == 2
    assert any(same_content(each, other) for each in written)


def test_the_ground_below_the_tree_offers_to_begin(desk: Desk) -> None:
    tree = desk.window.tree.view
    ground = QPoint(20, tree.viewport().height() - 4)
    assert right_click(tree, ground).ready == ["新建文本…", "导入…"]


def test_a_finding(desk: Desk) -> None:
    desk.open_panel()
    table = desk.panel.table
    at = table.visualRect(table.model().index(0, 0)).center()
    offered = right_click(table, at, "复制")
    assert offered.texts == ["转到此处", *MENDING, "复制"]
    assert desk.panel.row
    assert desk.panel.row.finding.sentence in QGuiApplication.clipboard().text()


def test_the_past_beside_a_form(desk: Desk) -> None:
    session = desk.workspace.session
    past = replace(desk.document, id=new_id(), year=desk.document.year - 1)
    session.add(past, "导入")
    page, _ = at_cell(desk, 0, "name")
    QTest.keyClick(page.view, Qt.Key.Key_F12)
    (panel,) = page.findChildren(PastPanel)
    view = panel.view
    cell = view.where.cell
    assert cell
    QApplication.processEvents()  # the panel has just been given its place
    offered = right_click(view, view.rect_of(cell).center(), "复制")
    assert offered.ready == ["复制", "取用所选格", "取用所选行", "取用整个项目", "关闭对照"]
    assert QGuiApplication.clipboard().text().strip() == past.projects[0].indicators[0].name
    right_click(view, view.rect_of(cell).center(), "关闭对照")
    assert not view.isVisible()


def test_a_hit_of_a_search(desk: Desk) -> None:
    desk.go(0)
    command(desk.window, "查找").trigger()
    panel = desk.window.commands.search.panel
    panel.head.field.setText("培训")
    desk.qtbot.waitUntil(lambda: panel.at_rest and bool(panel.hits))
    at = panel.table.visualRect(panel.table.model().index(1, Column.TEXT)).center()
    assert right_click(panel.table, at, "复制").texts == ["转到此处", "复制"]
    assert panel.hits[1].written.text in QGuiApplication.clipboard().text()
    right_click(panel.table, at, "转到此处")
    place = form(desk).current_place()
    assert place
    assert place.row_id == panel.hits[1].written.place.row_id
    assert desk.window.navigator.isAncestorOf(QApplication.focusWidget() or panel)
