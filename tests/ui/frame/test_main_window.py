"""The whole window: going about in it, undo, and what it remembers."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from perfdesk.io.store.glance import Glance
from perfdesk.models.change import SetField
from perfdesk.models.document import Document
from perfdesk.ui.form.page import ProjectPage
from perfdesk.ui.overview.page import OverviewPage
from perfdesk.ui.start.page import StartPage
from perfdesk.ui.statement.page import StatementPage
from perfdesk.ui.tree.nodes import ROOT, Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.ui.keys import type_text
from tests.ui.looking import answer_with, command, label

CTRL = Qt.KeyboardModifier.ControlModifier


def first(workspace: Workspace) -> Document:
    return workspace.session.document(workspace.session.outlines[0].id)


def go(workspace: Workspace, at: int) -> Key:
    """Go to a project of the first document."""
    document = first(workspace)
    key = Key(Kind.PROJECT, document.id, document.projects[at].id)
    workspace.window.go_to(key)
    return key


def write(text: str) -> None:
    """Type into whatever has the focus, as it moves from sheet to editor."""
    for character in text:
        widget = QApplication.focusWidget()
        assert widget is not None
        type_text(widget, character)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifier)


def test_each_node_has_its_page(workspace: Workspace) -> None:
    window, document = workspace.window, first(workspace)
    pages = {
        Key(Kind.YEAR, year=2025): OverviewPage,
        Key(Kind.DEPARTMENT, document.id): OverviewPage,
        Key(Kind.STATEMENT, document.id): StatementPage,
        Key(Kind.UNIT, document.id, unit=document.units[1]): OverviewPage,
        Key(Kind.PROJECT, document.id, document.projects[3].id): ProjectPage,
    }
    for key, kind in pages.items():
        window.go_to(key)
        assert isinstance(window.navigator.page(), kind)
        assert window.tree.view.current_key() == key


def test_after_a_start_keys_go_to_the_page(
    workspace: Workspace, open_workspace: Callable[[], Workspace], qtbot: QtBot
) -> None:
    go(workspace, 2)
    workspace.window.tree.view.setFocus()
    workspace.window.close()
    workspace.close()
    again = open_workspace()
    again.window.activateWindow()
    qtbot.waitUntil(again.window.isActiveWindow)
    write("改过的编码")
    press(Qt.Key.Key_Return)
    assert first(again).projects[2].code == "改过的编码"


def test_a_new_project_is_ready_to_be_written_in(workspace: Workspace) -> None:
    go(workspace, 0)
    workspace.window.tree.view.setFocus()
    press(Qt.Key.Key_N, CTRL)
    write("一个新的编码")
    press(Qt.Key.Key_Return)
    assert first(workspace).projects[1].code == "一个新的编码"


def test_keys_go_from_form_to_form(workspace: Workspace) -> None:
    window = workspace.window
    first_key = go(workspace, 0)
    window.navigator.setFocus()
    press(Qt.Key.Key_PageDown, CTRL)
    assert window.navigator.key.project_id == first(workspace).projects[1].id
    press(Qt.Key.Key_PageUp, CTRL)
    press(Qt.Key.Key_PageUp, CTRL)
    assert window.navigator.key == first_key


def test_an_edit_counts_in_tree_title_and_status(workspace: Workspace, qtbot: QtBot) -> None:
    window, document = workspace.window, first(workspace)
    window.go_to(Key(Kind.DEPARTMENT, document.id))
    before = label(window, "合计")
    assert "13 个项目 · 预算合计 1,885.10 万元" in before
    workspace.session.do(document.id, SetField(document.projects[0].id, "budget.total", "1000.00"))
    assert "预算合计 2,565.10 万元" in label(window, "合计")
    assert window.windowTitle() == "云溪区商务局 2025 年度 - PerfDesk"
    qtbot.waitUntil(lambda: label(window, "保存状态").startswith("✓ 已保存 "))


def test_undo_shows_the_place(workspace: Workspace) -> None:
    window, document = workspace.window, first(workspace)
    key = go(workspace, 2)
    workspace.session.do(document.id, SetField(key.project_id, "purpose", "别的用途"))
    window.go_to(Key(Kind.STATEMENT, document.id))
    command(window, "撤销 修改资金用途").trigger()
    assert window.navigator.key == key
    assert first(workspace) == document


def test_what_is_being_typed_is_taken_over_when_one_goes_elsewhere(workspace: Workspace) -> None:
    window = workspace.window
    key = go(workspace, 0)
    window.navigator.setFocus()
    press(Qt.Key.Key_Home, CTRL)
    write("改过的名称")
    go(workspace, 1)
    project = first(workspace).project(key.project_id)
    assert project is not None
    assert "改过的名称" in (project.name, project.code)


def test_undo_takes_back_what_is_still_being_typed(workspace: Workspace) -> None:
    window, document = workspace.window, first(workspace)
    key = go(workspace, 0)
    workspace.session.do(document.id, SetField(key.project_id, "purpose", "先前的修改"))
    window.navigator.setFocus()
    press(Qt.Key.Key_Home, CTRL)
    write("正在输入")
    command(window, "撤销 修改资金用途").trigger()
    project = first(workspace).project(key.project_id)
    assert project is not None
    assert project.purpose == "先前的修改"
    assert (project.name, project.code) == (document.projects[0].name, document.projects[0].code)


def test_a_killed_program_comes_back_to_the_page_one_worked_on(
    workspace: Workspace, store_path: Path, qtbot: QtBot
) -> None:
    key = go(workspace, 3)
    with Glance(store_path) as glance:
        qtbot.waitUntil(lambda: key.project_id in glance.recall("place"))
    assert label(workspace.window, "保存状态") == "✓ 已保存", "nothing of hers was saved just now"


def test_a_deleted_document_comes_back(workspace: Workspace) -> None:
    window, document = workspace.window, first(workspace)
    window.go_to(Key(Kind.DEPARTMENT, document.id))
    answer_with("保留")
    command(window, "删除文本").trigger()
    assert len(workspace.session.outlines) == 2
    answer_with("删除")
    command(window, "删除文本").trigger()
    assert [each.year for each in workspace.session.outlines] == [2024]
    command(window, "撤销 删除文本").trigger()
    assert first(workspace) == document
    assert window.navigator.key == Key(Kind.DEPARTMENT, document.id)


def test_the_last_document_gone_leaves_the_start_page(workspace: Workspace) -> None:
    for outline in workspace.session.outlines:
        workspace.session.remove(outline.id, "删除文本")
    assert isinstance(workspace.window.navigator.page(), StartPage)
    assert workspace.window.navigator.key == ROOT


def test_an_empty_start_offers_the_sample(empty_workspace: Workspace, qtbot: QtBot) -> None:
    window = empty_workspace.window
    page = window.navigator.page()
    assert isinstance(page, StartPage)
    page.sample_wanted.emit()
    qtbot.waitUntil(lambda: len(empty_workspace.session.outlines) == 2)
    assert isinstance(window.navigator.page(), OverviewPage)
    assert empty_workspace.saver.wait_until_saved(30)


def test_files_dropped_on_the_window_are_imported(
    empty_workspace: Workspace, samples: tuple[Document, ...], tmp_path: Path, qtbot: QtBot
) -> None:
    from perfdesk.io.files import write_file

    window = empty_workspace.window
    paths = [tmp_path / "2025 年 文本.json", tmp_path / "2024.xlsx"]
    for path, document in zip(paths, samples, strict=True):
        write_file(document, path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    over = QDragEnterEvent(
        QPoint(400, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, over)
    assert over.isAccepted()
    dropped = QDropEvent(
        QPointF(400, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, dropped)
    qtbot.waitUntil(lambda: len(empty_workspace.session.outlines) == 2, timeout=20_000)
    assert empty_workspace.session.undo_stack.count() == 1
    empty_workspace.session.undo_stack.undo()
    assert empty_workspace.session.outlines == ()


def test_ctrl_wheel_zooms_and_a_click_goes_back(workspace: Workspace) -> None:
    window = workspace.window
    go(workspace, 0)
    page = window.navigator.page()
    assert page is not None
    turn(page, 120)
    turn(page, 120)
    assert label(window, "显示比例") == "125%"
    turn(page, -120)
    assert label(window, "显示比例") == "110%"
    zoom = next(w for w in window.status.findChildren(QLabel) if w.text() == "110%")
    QTest.mouseClick(zoom, Qt.MouseButton.LeftButton)
    assert label(window, "显示比例") == "100%"


def test_place_size_and_zoom_are_remembered(
    workspace: Workspace, open_workspace: Callable[[], Workspace]
) -> None:
    window = workspace.window
    key = go(workspace, 4)
    window.resize(780, 640)
    command(window, "放大").trigger()
    window.close()
    workspace.close()
    again = open_workspace()
    assert again.window.navigator.key == key
    assert again.window.size().width() == 780
    assert label(again.window, "显示比例") == "110%"


def turn(page: QWidget, angle: int) -> None:
    """Turn the wheel with Ctrl over what a page scrolls."""
    scrolled = page.findChild(QAbstractScrollArea)
    assert scrolled is not None
    event = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(scrolled.viewport(), event)
