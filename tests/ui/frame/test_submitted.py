"""A document that was handed in: it is read, not written, until it is opened again on purpose."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from perfdesk.models.change import SetField
from perfdesk.models.document import Document, Submission
from perfdesk.models.sheet import Place, Role
from perfdesk.models.years.submit import Reopen, Submit
from perfdesk.ui.clipboard import put
from perfdesk.ui.dialogs.submit_dialog import SubmitDialog
from perfdesk.ui.form.page import ProjectPage
from perfdesk.ui.form.past_panel import PastPanel
from perfdesk.ui.form.sheet_view import SheetView
from perfdesk.ui.frame.submitted_banner import SubmittedBanner
from perfdesk.ui.look.style import style_sheet
from perfdesk.ui.look.theme import LIGHT
from perfdesk.ui.statement.page import StatementPage
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.tree.outline_model import NODE_ROLE
from perfdesk.ui.workspace import Workspace
from tests.ui.looking import answer_with, command, label
from tests.ui.submitting import when_asked

SUBMISSION = Submission("张三", "2026-11-20T16:30:05+08:00", "纸质件已送")


@pytest.fixture
def document(workspace: Workspace) -> Document:
    """The newest document, whose first project the window shows."""
    document = workspace.session.document(workspace.session.outlines[0].id)
    workspace.window.go_to(Key(Kind.PROJECT, document.id, document.projects[0].id))
    return document


@pytest.fixture
def handed_in(workspace: Workspace, document: Document) -> Document:
    """The same document, handed in."""
    workspace.session.do(document.id, Submit(SUBMISSION))
    return workspace.session.document(document.id)


def now(workspace: Workspace, document: Document) -> Document:
    return workspace.session.document(document.id)


def banner(workspace: Workspace) -> str:
    """What stands above the page; nothing where no banner is seen."""
    found = workspace.window.findChildren(SubmittedBanner)
    labels = [each for one in found if one.isVisible() for each in one.findChildren(QWidget)]
    texts = [e.property("text") for e in labels if e.accessibleName() == "上报情况"]
    return texts[0] if texts else ""


def told(workspace: Workspace) -> str:
    return workspace.window.status.currentMessage()


def page(workspace: Workspace) -> ProjectPage:
    shown = workspace.window.navigator.page()
    assert isinstance(shown, ProjectPage)
    return shown


def test_marking_asks_who_and_says_so_above_the_page(
    workspace: Workspace, document: Document
) -> None:
    def fill_in(dialog: SubmitDialog) -> None:
        who, note = dialog.findChildren(QLineEdit)
        assert QApplication.focusWidget() is who
        QTest.keyClicks(who, "Zhang San")
        QTest.keyClicks(note, "by mail")
        QTest.keyClick(note, Qt.Key.Key_Return)

    assert banner(workspace) == ""
    when_asked(fill_in)
    command(workspace.window, "标记为已上报").trigger()
    submitted = now(workspace, document).submitted
    assert submitted is not None
    assert (submitted.who, submitted.note) == ("Zhang San", "by mail")
    assert submitted.at[10] == "T"
    assert submitted.at[-6] in "+-"
    assert "已上报 · Zhang San" in banner(workspace)
    assert not command(workspace.window, "标记为已上报").isVisible()
    assert command(workspace.window, "重新打开").isVisible()


def test_the_name_is_known_the_next_time(workspace: Workspace, document: Document) -> None:
    offered: list[str] = []

    def agree(dialog: SubmitDialog) -> None:
        offered.append(dialog.who.text())
        dialog.who.setText("李四")
        dialog.accept()

    for _ in range(2):
        when_asked(agree)
        command(workspace.window, "标记为已上报").trigger()
        workspace.session.do(document.id, Reopen())
    assert offered[1] == "李四"
    assert now(workspace, document).submitted is None


def test_giving_up_marks_nothing(workspace: Workspace, document: Document) -> None:
    when_asked(lambda dialog: dialog.reject())
    command(workspace.window, "标记为已上报").trigger()
    assert now(workspace, document) is document


def test_what_is_typed_into_a_cell_is_refused_in_words(
    workspace: Workspace, handed_in: Document
) -> None:
    view = page(workspace).view
    view.setFocus()
    QTest.keyClicks(view, "x")
    assert view.editing.editor is None
    assert "张三 · 2026-11-20 16:30" in told(workspace)
    assert "重新打开" in told(workspace)
    QTest.keyClick(view, Qt.Key.Key_F2)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    QTest.keyClick(view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert now(workspace, handed_in) is handed_in


def test_pasting_is_refused_before_anything_is_asked(
    workspace: Workspace, handed_in: Document
) -> None:
    put((("一", "二"), ("三", "四")))
    view = page(workspace).view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "不能修改" in told(workspace)
    assert now(workspace, handed_in) is handed_in


def test_cells_can_still_be_walked_and_copied(workspace: Workspace, handed_in: Document) -> None:
    view = page(workspace).view
    view.setFocus()
    before = view.where.cell
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.where.cell != before
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().strip() != ""
    assert now(workspace, handed_in) is handed_in


def test_the_statement_is_read_only_and_says_why(workspace: Workspace, handed_in: Document) -> None:
    workspace.window.go_to(Key(Kind.STATEMENT, handed_in.id))
    statement = workspace.window.navigator.page()
    assert isinstance(statement, StatementPage)
    text = statement.sheet.overall.text()
    statement.sheet.overall.setFocus()
    QTest.keyClicks(statement.sheet.overall, "x")
    QTest.keyClick(statement.sheet.overall, Qt.Key.Key_Return)
    QTest.keyClick(statement.sheet.overall, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    statement.commit()
    assert statement.sheet.overall.text() == text
    assert "不能修改" in told(workspace)
    assert not any(each.add_button.isVisible() for each in statement.sheet.chapters)
    assert now(workspace, handed_in) is handed_in


def test_it_can_be_written_again_once_it_is_reopened(
    workspace: Workspace, handed_in: Document
) -> None:
    workspace.window.go_to(Key(Kind.STATEMENT, handed_in.id))
    said = answer_with("重新打开")
    button = next(
        each
        for each in workspace.window.findChildren(SubmittedBanner)[0].findChildren(QPushButton)
        if each.text() == "重新打开"
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(said) == 1
    assert now(workspace, handed_in).submitted is None
    assert banner(workspace) == ""
    statement = workspace.window.navigator.page()
    assert isinstance(statement, StatementPage)
    statement.sheet.overall.setFocus()
    QTest.keyClicks(statement.sheet.overall, "x")
    statement.commit()
    assert "x" in now(workspace, handed_in).statement.overall


def test_keeping_it_handed_in_is_what_enter_does(workspace: Workspace, handed_in: Document) -> None:
    answer_with("保持已上报")
    command(workspace.window, "重新打开").trigger()
    assert now(workspace, handed_in) is handed_in


def test_undo_stops_where_it_was_handed_in(workspace: Workspace, document: Document) -> None:
    session, first = workspace.session, document.projects[0].id
    session.do(document.id, SetField(first, "name", "改过的名称"))
    session.do(document.id, Submit(SUBMISSION))
    there = now(workspace, document)
    for _ in range(3):
        command(workspace.window, "撤销").trigger()
        assert now(workspace, document) is there
        assert "已上报（张三 · 2026-11-20 16:30" in told(workspace)
        assert "不能撤销" in told(workspace)
        assert "重新打开" in told(workspace)
    session.do(document.id, Reopen())
    command(workspace.window, "撤销 修改名称").trigger()
    assert now(workspace, document) == document


def test_the_banner_belongs_to_its_document_alone(
    workspace: Workspace, handed_in: Document
) -> None:
    other = next(each for each in workspace.session.outlines if each.id != handed_in.id)
    workspace.window.go_to(Key(Kind.DEPARTMENT, other.id))
    assert banner(workspace) == ""
    workspace.window.go_to(Key(Kind.DEPARTMENT, handed_in.id))
    assert "张三 · 2026-11-20 16:30 · 纸质件已送" in banner(workspace)


def test_the_tree_marks_it_and_lets_nothing_be_renamed_or_dragged(
    workspace: Workspace, handed_in: Document
) -> None:
    view = workspace.window.tree.view
    model = view.model()
    view.go_to(Key(Kind.DEPARTMENT, handed_in.id))
    index = view.currentIndex()
    assert index.data(NODE_ROLE).submitted
    assert "已上报" in index.data(Qt.ItemDataRole.ToolTipRole)
    view.go_to(Key(Kind.PROJECT, handed_in.id, handed_in.projects[0].id))
    flags = model.flags(view.currentIndex())
    assert not flags & (Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled)


@pytest.mark.parametrize(
    "name", ["新建项目", "新建预算单位", "复制项目", "删除项目", "文本属性", "删除文本"]
)
def test_commands_are_refused_before_they_ask_for_anything(
    workspace: Workspace, handed_in: Document, name: str
) -> None:
    workspace.window.tree.view.setFocus()
    command(workspace.window, name).trigger()
    assert "不能修改" in told(workspace)
    assert now(workspace, handed_in) is handed_in


def test_the_one_door_says_whether_it_let_a_change_in(
    workspace: Workspace, handed_in: Document, qtbot: QtBot
) -> None:
    session = workspace.session
    project = handed_in.projects[0]
    with qtbot.waitSignal(session.refused) as refused:
        assert not session.do(handed_in.id, SetField(project.id, "name", "别的"))
    assert "已上报" in refused.args[0]
    assert not session.remove(handed_in.id, "删除文本")
    assert now(workspace, handed_in) is handed_in
    assert session.do(handed_in.id, Reopen())
    assert session.do(handed_in.id, SetField(project.id, "name", "别的"))


def test_it_is_still_read_only_after_the_next_start(
    workspace: Workspace, handed_in: Document, open_workspace: Callable[[], Workspace]
) -> None:
    assert workspace.saver.wait_until_saved(10)
    workspace.close()
    again = open_workspace()
    assert again.session.outline(handed_in.id).submitted
    again.window.go_to(Key(Kind.PROJECT, handed_in.id, handed_in.projects[0].id))
    assert "张三" in banner(again)
    assert page(again).view.sheet.read_only


def over_a_level(view: SheetView) -> QPoint:
    """Where the arrow of a cell that has a list to choose from would be."""
    cell = next(each for each in view.sheet.cells.editable if each.role is Role.LEVEL)
    rect = view.rect_of(cell)
    return QPoint(rect.right() - view.metrics.px(12), rect.center().y())


@pytest.mark.parametrize("read_only", [False, True])
def test_only_what_can_be_written_shows_an_arrow_under_the_mouse(
    workspace: Workspace, document: Document, qtbot: QtBot, *, read_only: bool
) -> None:
    if read_only:
        workspace.session.do(document.id, Submit(SUBMISSION))
    view = page(workspace).view
    learned = workspace.suggesting
    qtbot.waitUntil(lambda: learned is not None and learned.suggester is not None)
    point = over_a_level(view)
    around = QRect(point, QSize()).adjusted(-8, -8, 8, 8)
    before = view.viewport().grab(around).toImage()
    QTest.mouseMove(view.viewport(), point)
    qtbot.waitUntil(lambda: view.pointer.over is not None)
    assert (view.viewport().grab(around).toImage() == before) is read_only


def test_a_click_where_the_arrow_would_be_only_goes_there(
    workspace: Workspace, handed_in: Document
) -> None:
    view = page(workspace).view
    workspace.window.status.clearMessage()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=over_a_level(view))
    assert view.where.cell
    assert view.where.cell.role is Role.LEVEL
    assert told(workspace) == ""
    assert now(workspace, handed_in) is handed_in


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Semicolon, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_every_key_that_writes_says_why_not_and_how_to_go_on(
    workspace: Workspace, handed_in: Document, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    view = page(workspace).view
    view.setFocus()
    page(workspace).go_to_place(Place(handed_in.projects[0].indicators[1].id, "name"))
    workspace.window.status.clearMessage()
    QTest.keyClick(view, key, modifier)
    assert told(workspace).endswith("不能修改。要修改请在“文件”菜单选“重新打开”")
    assert view.editing.editor is None
    assert now(workspace, handed_in) is handed_in


@pytest.mark.parametrize("beside", [False, True])
def test_the_wheel_with_ctrl_zooms_forms_that_are_only_read_too(
    workspace: Workspace, handed_in: Document, *, beside: bool
) -> None:
    view = page(workspace).view
    if beside:
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_F12)
        view = page(workspace).findChildren(PastPanel)[0].view
    point = QPointF(20, 20)
    wheel = QWheelEvent(
        *(point, view.viewport().mapToGlobal(point), QPoint(), QPoint(0, 120)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(view.viewport(), wheel)
    assert label(workspace.window, "显示比例") == "110%"
    assert view.zoom == 1.1
    assert handed_in.submitted


def test_what_is_refused_is_pointed_out_above_the_page(
    workspace: Workspace, handed_in: Document
) -> None:
    workspace.window.setStyleSheet(style_sheet(LIGHT._asdict()))
    (above,) = workspace.window.findChildren(SubmittedBanner)
    calm = above.grab().toImage()
    command(workspace.window, "新建项目").trigger()
    assert now(workspace, handed_in) == handed_in
    assert "已上报（张三" in told(workspace)
    assert above.grab().toImage() != calm
    assert "张三" in banner(workspace)
