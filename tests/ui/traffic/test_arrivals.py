"""Files coming in: one batch at a time, one undo step, stopped without a trace."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QTreeWidget
from pytestqt.qtbot import QtBot

from perfdesk.paths import resource_dir
from perfdesk.ui.frame.main_window import MainWindow
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.ui.looking import command, label, report

SAMPLES = resource_dir() / "samples"
TEXT = SAMPLES / "qinghekou-2020.txt"


def button(window: MainWindow, text: str) -> QPushButton:
    return next(each for each in window.findChildren(QPushButton) if each.text() == text)


def bring(workspace: Workspace, qtbot: QtBot, *paths: Path) -> None:
    with qtbot.waitSignal(workspace.window.commands.documents.arrivals.arrived, timeout=20_000):
        workspace.window.open_files(paths)


@pytest.fixture
def many(tmp_path: Path) -> list[Path]:
    """More files than are read in the time of a click."""
    paths = [tmp_path / f"{number}.json" for number in range(60)]
    for path in paths:
        shutil.copy(SAMPLES / "yunxi-commerce-2025.json", path)
    return paths


def test_a_text_shows_its_overview_and_what_is_to_be_checked(
    empty_workspace: Workspace, qtbot: QtBot
) -> None:
    window = empty_workspace.window
    bring(empty_workspace, qtbot, TEXT)
    (outline,) = empty_workspace.session.outlines
    assert window.navigator.key == Key(Kind.DEPARTMENT, outline.id)
    assert window.tree.view.expanded_keys() >= {window.navigator.key}
    rows = report(window)
    assert {row[0] for row in rows} == {"请核对"}
    assert {row[1] for row in rows} == {TEXT.name}
    assert any("第248行" in row[2] for row in rows)
    assert label(window, "合计") == "4 个项目 · 24 个指标"


def test_the_report_is_copied_and_closed_by_keys(empty_workspace: Workspace, qtbot: QtBot) -> None:
    window = empty_workspace.window
    bring(empty_workspace, qtbot, TEXT)
    shown = next(each for each in window.findChildren(QTreeWidget) if each.isVisible())
    shown.setFocus()
    rows = report(window)
    QTest.keyClick(shown, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(shown, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "\n".join(map("\t".join, rows))
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert report(window) == []


def test_the_report_is_closed_by_its_button_and_by_an_import_without_remarks(
    empty_workspace: Workspace, qtbot: QtBot
) -> None:
    window = empty_workspace.window
    bring(empty_workspace, qtbot, TEXT)
    close = next(
        each for each in window.findChildren(QToolButton) if each.accessibleName() == "关闭文件情况"
    )
    qtbot.waitUntil(lambda: close.visibleRegion().contains(close.rect().center()))
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert report(window) == []
    bring(empty_workspace, qtbot, TEXT)
    assert report(window)
    bring(empty_workspace, qtbot, SAMPLES / "yunxi-commerce-2024.json")
    assert report(window) == []


def test_a_batch_that_is_stopped_leaves_nothing(
    workspace: Workspace, many: list[Path], qtbot: QtBot
) -> None:
    window = workspace.window
    arrivals = window.commands.documents.arrivals
    outlines = workspace.session.outlines
    with qtbot.waitSignal(arrivals.told, timeout=20_000):
        window.open_files(many)
        assert button(window, "停止").isVisible()
        QTest.mouseClick(button(window, "停止"), Qt.MouseButton.LeftButton)
    assert window.status.currentMessage() == "已停止导入，没有导入任何文件"
    assert not arrivals.busy
    assert not button(window, "停止").isVisible()
    assert workspace.session.outlines == outlines
    assert not workspace.session.undo_stack.can_undo()


def test_a_second_batch_waits_for_the_first(
    empty_workspace: Workspace, many: list[Path], qtbot: QtBot
) -> None:
    window = empty_workspace.window
    with qtbot.waitSignal(window.commands.documents.arrivals.arrived, timeout=30_000):
        window.open_files(many[:5])
        window.open_files([TEXT])
        assert window.status.currentMessage() == "正在导入文件，请等这一批完成后再导入"
    assert [each.year for each in empty_workspace.session.outlines] == [2025]
    assert [row[3] for row in report(window)] == ["工作区中已有内容完全相同的文本，未重复导入"] * 4


def test_the_sample_once_more_changes_nothing(workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workspace.window.commands.documents.arrivals.arrived, timeout=20_000):
        command(workspace.window, "打开示例").trigger()
    assert len(workspace.session.outlines) == 2
    assert not workspace.session.undo_stack.can_undo()
    assert len(report(workspace.window)) == 2


def test_an_import_is_one_step_back(empty_workspace: Workspace, qtbot: QtBot) -> None:
    bring(empty_workspace, qtbot, *sorted(SAMPLES.glob("*.json")), TEXT)
    window = empty_workspace.window
    assert command(window, "撤销 导入 3 个文件").isEnabled()
    for asked in (True, False):
        QTest.keyClick(
            QApplication.focusWidget() or window,
            Qt.Key.Key_Z,
            Qt.KeyboardModifier.ControlModifier,
        )
        words = "再按一次 Ctrl+Z 撤销：导入 3 个文件" if asked else "已撤销：导入 3 个文件"
        assert words in window.status.currentMessage()
        assert (empty_workspace.session.outlines == ()) is not asked
