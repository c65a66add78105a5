"""Checks while one works: real keys on the real window, and what it says the moment after."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from perfdesk.models.blank import blank_project
from perfdesk.models.change import PROJECTS, Insert, SetField
from perfdesk.models.document import Document
from perfdesk.models.project import Indicator
from perfdesk.models.review.answer import Answer
from perfdesk.models.review.counts import Counts
from perfdesk.models.sheet import Cell, Place
from perfdesk.ui.form.page import ProjectPage
from perfdesk.ui.frame.main_window import MainWindow
from perfdesk.ui.look import theme
from perfdesk.ui.look.marks import Mark
from perfdesk.ui.overview.listing import Column
from perfdesk.ui.overview.page import OverviewPage
from perfdesk.ui.statement.page import StatementPage
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.tree.outline_model import OutlineModel
from perfdesk.ui.workspace import Workspace
from tests.ui.keys import type_text
from tests.ui.looking import label

RULE = "V08"
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class Clerk:
    """A pair of hands at the window, and eyes that look where findings show."""

    def __init__(self, workspace: Workspace, qtbot: QtBot) -> None:
        self.window: MainWindow = workspace.window
        self.session = workspace.session
        self.inspector = workspace.inspector
        self._qtbot = qtbot
        self.go(0)
        self.wait()

    @property
    def document(self) -> Document:
        return self.session.document(self.session.outlines[0].id)

    @property
    def page(self) -> ProjectPage:
        page = self.window.navigator.page()
        assert isinstance(page, ProjectPage)
        return page

    def go(self, project: int) -> None:
        self.window.go_to(Key(Kind.PROJECT, self.document.id, self.document.projects[project].id))
        self.window.navigator.setFocus()

    def wait(self) -> None:
        """Until everything has been judged."""
        self._qtbot.waitUntil(lambda: self.inspector.at_rest)

    def rate(self) -> Indicator:
        """A rate in the project that is shown."""
        rows = self.page.view.sheet.project.indicators
        return next(each for each in rows if each.name.endswith("率") and each.value.sign == "≥")

    def stand_on(self, row: Indicator, field: str) -> None:
        self.page.view.where.go_to(Place(row.id, field))

    def write(self, text: str) -> None:
        for character in text:
            type_text(focused(), character)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(focused(), key, modifier)

    def cell(self, row: Indicator, field: str) -> Cell:
        cell = self.page.view.sheet.cells.find(Place(row.id, field))
        assert cell is not None
        return cell

    def mark(self, row: Indicator, field: str) -> Mark | None:
        return self.page.view.marked.flags.get(self.cell(row, field))

    def heading_mark(self) -> Mark | None:
        flags = self.page.view.marked.flags
        row = self.page.view.sheet.cells.sheet.heading_row
        return next((mark for cell, mark in flags.items() if cell.row == row), None)

    def said(self) -> str:
        return label(self.window, "审核提示")

    def badge(self, kind: Kind, project: int = 0) -> str:
        """What the tree's tip says of a node beside its name."""
        project_id = self.document.projects[project].id if kind is Kind.PROJECT else ""
        year = self.document.year if kind is Kind.YEAR else 0
        document_id = "" if kind is Kind.YEAR else self.document.id
        unit = self.document.projects[project].unit if kind is Kind.UNIT else None
        model = self.window.tree.view.model()
        assert isinstance(model, OutlineModel)
        node = model.find(Key(kind, document_id, project_id, unit, year))
        assert node is not None
        return str(model.index_of(node).data(Qt.ItemDataRole.ToolTipRole)).partition("\n")[2]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.fixture
def clerk(workspace: Workspace, qtbot: QtBot) -> Clerk:
    return Clerk(workspace, qtbot)


def test_a_slip_shows_as_soon_as_the_cell_is_left(clerk: Clerk) -> None:
    row = clerk.rate()
    clerk.stand_on(row, "value")
    assert (clerk.mark(row, "value"), clerk.said()) == (None, "")
    clerk.write("≥100%")
    assert clerk.mark(row, "value") is None
    clerk.press(Qt.Key.Key_Return)
    assert clerk.mark(row, "value") is Mark.WARNING
    assert clerk.said() == ""
    clerk.press(Qt.Key.Key_Up)
    assert clerk.said() == f"提示：“{row.name}”最多是100%，“≥100%”应写为“100%”。"


def test_mending_takes_it_away_and_undo_brings_it_back(clerk: Clerk) -> None:
    row = clerk.rate()
    clerk.stand_on(row, "value")
    clerk.write("≥100%")
    clerk.press(Qt.Key.Key_Return)
    clerk.stand_on(row, "value")
    clerk.write("≥98%")
    clerk.press(Qt.Key.Key_Return)
    assert clerk.mark(row, "value") is None
    clerk.press(Qt.Key.Key_Z, CTRL)
    assert clerk.mark(row, "value") is Mark.WARNING
    assert clerk.said().startswith("提示：")
    clerk.press(Qt.Key.Key_Y, CTRL)
    assert clerk.mark(row, "value") is None
    assert clerk.said() == ""


def test_the_worst_speaks_and_says_how_many_more_there_are(clerk: Clerk) -> None:
    row = clerk.rate()
    clerk.stand_on(row, "value")
    clerk.press(Qt.Key.Key_Delete)
    assert clerk.mark(row, "value") is Mark.ERROR
    found = clerk.inspector.at(clerk.document.id, Place(row.id, "value"))
    more = f"（另有 {len(found) - 1} 条）" if len(found) > 1 else ""
    assert clerk.said() == f"强制：{found[0].sentence}{more}"


def test_the_mark_stays_out_of_the_way_while_the_cell_is_open(clerk: Clerk) -> None:
    row = clerk.rate()
    clerk.stand_on(row, "value")
    clerk.press(Qt.Key.Key_Delete)
    view = clerk.page.view
    corner = view.rect_of(clerk.cell(row, "value")).topRight() + QPoint(-3, 2)
    closed = view.viewport().grab().toImage().pixelColor(corner)
    clerk.press(Qt.Key.Key_F2)
    opened = view.grab().toImage().pixelColor(view.viewport().mapToParent(corner))
    assert closed == theme.colour("error")
    assert opened != closed
    clerk.press(Qt.Key.Key_Escape)
    assert view.viewport().grab().toImage().pixelColor(corner) == closed


def frames(clerk: Clerk) -> frozenset[Cell]:
    return clerk.page.view.marked.framed


def test_what_nobody_has_begun_is_marked_but_not_as_wrong(clerk: Clerk) -> None:
    form = clerk.page.view.sheet.form
    blank = blank_project(form, clerk.document.projects[0].unit)
    clerk.session.do(clerk.document.id, Insert(PROJECTS, 0, (blank,)))
    clerk.go(0)
    clerk.wait()
    first, second = blank.indicators[:2]
    errors = [mark for mark in clerk.page.view.marked.flags.values() if mark is Mark.ERROR]
    assert len(errors) > 5
    assert frames(clerk) == frozenset()
    clerk.stand_on(first, "name")
    clerk.write("培训人次")
    clerk.press(Qt.Key.Key_Return)
    clerk.wait()
    blanks = {clerk.cell(first, field) for field in ("description", "value", "basis")}
    assert frames(clerk) == blanks
    assert clerk.mark(second, "name") is Mark.ERROR
    image = clerk.page.view.viewport().grab().toImage()
    framed = clerk.page.view.rect_of(clerk.cell(first, "description"))
    corner = framed.bottomLeft()
    assert image.pixelColor(corner + QPoint(4, 1)) == theme.colour("error")
    clerk.press(Qt.Key.Key_Z, CTRL)
    assert frames(clerk) == frozenset()


def test_the_tip_of_a_cell_says_everything(clerk: Clerk) -> None:
    row = clerk.rate()
    clerk.stand_on(row, "value")
    clerk.write("≥100%")
    clerk.press(Qt.Key.Key_Return)
    view = clerk.page.view
    at = view.rect_of(clerk.cell(row, "value")).center()
    viewport = view.viewport()
    help_wanted = QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, help_wanted)
    said = QTextDocumentFragment.fromHtml(QToolTip.text()).toPlainText().split("\n")
    QToolTip.hideText()
    assert [line for line in said if line] == [
        f"提示：“{row.name}”最多是100%，“≥100%”应写为“100%”。",
        "选中后可按 F1 看说明、F7 按建议修改、Shift+F2 填写说明",
    ]


def test_the_keys_that_a_tip_names_do_what_it_says(clerk: Clerk) -> None:
    row = clerk.rate()
    clerk.stand_on(row, "value")
    clerk.write("≥100%")
    clerk.press(Qt.Key.Key_Return)
    clerk.stand_on(row, "value")
    clerk.press(Qt.Key.Key_F1)
    explanations = clerk.window.findChildren(QTextBrowser)
    shown = next(each for each in explanations if each.accessibleName() == "规则说明")
    assert RULE in shown.toPlainText()
    clerk.window.navigator.setFocus()
    clerk.press(Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert focused().accessibleName() == "说明"
    clerk.window.navigator.setFocus()
    clerk.press(Qt.Key.Key_F7)
    assert clerk.mark(row, "value") is None


def test_screen_readers_hear_it_too(clerk: Clerk) -> None:
    row = clerk.rate()
    clerk.stand_on(row, "value")
    clerk.write("≥100%")
    clerk.press(Qt.Key.Key_Return)
    view, cell = clerk.page.view, clerk.cell(row, "value")
    at = view.viewport().mapToGlobal(view.rect_of(cell).center())
    heard = QAccessible.queryAccessibleInterface(view).childAt(at.x(), at.y())
    assert heard.text(QAccessible.Text.Name) == "三级指标 4 · 指标值：≥100%"
    described = heard.text(QAccessible.Text.Description)
    assert described == f"提示：“{row.name}”最多是100%，“≥100%”应写为“100%”。"


def test_an_answer_takes_the_colour_out_of_a_mark(clerk: Clerk) -> None:
    row = clerk.rate()
    clerk.stand_on(row, "value")
    clerk.write("≥100%")
    clerk.press(Qt.Key.Key_Return)
    clerk.press(Qt.Key.Key_Up)
    (found,) = clerk.inspector.at(clerk.document.id, Place(row.id, "value"))
    clerk.session.do(clerk.document.id, Answer(found, "上级文件这样要求"))
    assert clerk.mark(row, "value") is Mark.ANSWERED
    assert clerk.said() == f"提示（已说明）：{found.sentence}说明：上级文件这样要求"
    clerk.press(Qt.Key.Key_Z, CTRL)
    assert clerk.mark(row, "value") is Mark.WARNING


def test_what_the_grid_lacks_is_marked_at_its_heading(clerk: Clerk) -> None:
    rows = clerk.page.view.sheet.project.indicators
    assert clerk.heading_mark() is None
    for row in rows:
        if row.level1 == "产出指标":
            clerk.stand_on(row, "name")
            clerk.press(Qt.Key.Key_Minus, CTRL)
    assert clerk.heading_mark() is Mark.ERROR
    heading = clerk.page.view.sheet.cells.at(clerk.page.view.sheet.cells.sheet.heading_row, 3)
    assert heading is not None
    index = clerk.page.view.model().index(heading.row, heading.column)
    assert "产出" in str(index.data(Qt.ItemDataRole.ToolTipRole))


def test_the_save_state_is_seen_beside_the_longest_sentence(clerk: Clerk) -> None:
    row = clerk.rate()
    clerk.stand_on(row, "value")
    clerk.write("≥100%" + "按计划完成工作任务" * 12)
    clerk.press(Qt.Key.Key_Return)
    clerk.press(Qt.Key.Key_Up)
    clerk.window.resize(900, 700)
    QApplication.processEvents()
    labels = {e.accessibleName(): e for e in clerk.window.status.findChildren(QLabel)}
    saved, said = labels["保存状态"], labels["审核提示"]
    assert saved.width() >= saved.sizeHint().width()
    assert said.width() < said.sizeHint().width()
    assert said.text() in QTextDocumentFragment.fromHtml(said.toolTip()).toPlainText()


def test_badges_count_from_the_project_up_to_the_year(clerk: Clerk) -> None:
    kinds = (Kind.PROJECT, Kind.UNIT, Kind.DEPARTMENT, Kind.YEAR)
    errors = clerk.inspector.counts(clerk.document.id).errors
    badge = clerk.badge(Kind.PROJECT)
    clerk.stand_on(clerk.rate(), "value")
    clerk.press(Qt.Key.Key_Delete)
    clerk.wait()
    assert clerk.inspector.counts(clerk.document.id).errors == errors + 1
    assert [clerk.badge(kind).partition(" · ")[0] for kind in kinds] == [
        "强制 1",
        "强制 1",
        f"强制 {errors + 1}",
        f"强制 {errors + 1}",
    ]
    clerk.press(Qt.Key.Key_Z, CTRL)
    clerk.wait()
    assert clerk.badge(Kind.PROJECT) == badge


def test_an_overview_counts_and_sorts_by_findings(clerk: Clerk, qtbot: QtBot) -> None:
    clerk.window.go_to(Key(Kind.DEPARTMENT, clerk.document.id))
    page = clerk.window.navigator.page()
    assert isinstance(page, OverviewPage)
    counts = clerk.inspector.counts
    of_all = [counts(clerk.document.id, each.id) for each in clerk.document.projects]
    column = [str(page.table.model().index(row, Column.REVIEW).data()) for row in range(13)]
    assert column == [each.words for each in of_all]
    assert page.sums.texts[Column.REVIEW] == Counts.of_all(of_all).words
    header = page.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(Column.REVIEW) + 20, 8)
    for _ in range(2):  # the second time the other way round
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    sorted_column = [str(page.table.model().index(row, Column.REVIEW).data()) for row in range(13)]
    worst_first = sorted(of_all, key=lambda each: each[:3], reverse=True)
    assert sorted_column == [each.words for each in worst_first]
    project = clerk.document.projects[0]
    row = project.indicators[0]
    clerk.session.do(clerk.document.id, SetField(row.id, "name", ""))
    last = page.table.model().rowCount() - 1

    def counted() -> bool:
        shown = {str(page.table.model().index(r, Column.REVIEW).data()) for r in range(last + 1)}
        return counts(clerk.document.id, project.id).words in shown

    qtbot.waitUntil(counted)


def test_the_statement_is_marked_too(clerk: Clerk) -> None:
    clerk.window.go_to(Key(Kind.STATEMENT, clerk.document.id))
    page = clerk.window.navigator.page()
    assert isinstance(page, StatementPage)
    section = page.sheet.chapters[0].sections[0]
    goal = section.fields[1]
    goal.setFocus()
    clerk.press(Qt.Key.Key_A, CTRL)
    clerk.press(Qt.Key.Key_Delete)
    goal.commit()
    clerk.wait()
    section.fields[2].setFocus()
    assert clerk.said() == ""
    clerk.press(Qt.Key.Key_A, CTRL)
    clerk.press(Qt.Key.Key_Delete)
    section.fields[1].setFocus()
    clerk.wait()
    found = clerk.inspector.of_project(clerk.document.id, "")
    marked = {Place(e.finding.place.row_id, e.finding.place.field) for e in goal.remarks}
    assert marked <= {each.place for each in found}
    assert goal.remarks
    assert clerk.said().startswith("提示：")
    assert goal.accessibleDescription().startswith("提示：")
    clerk.press(Qt.Key.Key_Z, CTRL)
    clerk.press(Qt.Key.Key_Z, CTRL)
    clerk.wait()
    assert not goal.remarks
    assert clerk.badge(Kind.STATEMENT) == ""


def test_another_page_says_nothing_of_the_last_one(clerk: Clerk) -> None:
    clerk.stand_on(clerk.rate(), "value")
    clerk.press(Qt.Key.Key_Delete)
    assert clerk.said()
    clerk.window.go_to(Key(Kind.DEPARTMENT, clerk.document.id))
    assert clerk.said() == ""
    clerk.window.go_to(Key(Kind.PROJECT, clerk.document.id, clerk.document.projects[0].id))
    clerk.stand_on(clerk.rate(), "value")
    assert clerk.said() == ""


def test_what_comes_in_is_counted_by_itself(clerk: Clerk) -> None:
    copy = replace(clerk.document, id="copy", year=2023)
    renamed = tuple(replace(each, id=f"copy {each.id}") for each in copy.projects)
    clerk.session.add(replace(copy, projects=renamed), "导入")
    clerk.wait()
    assert clerk.inspector.counts("copy").errors == clerk.inspector.counts(clerk.document.id).errors
