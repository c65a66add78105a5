"""The status bar: what it says of saving, sums and surprises, and that it never gets in the way."""

import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from perfdesk.models.outline import Completeness, ProjectOutline
from perfdesk.models.project import Budget, SpendingPlan, Unit
from perfdesk.ui.frame.status import StatusBar
from perfdesk.ui.saver import SaveState
from perfdesk.ui.tasks import Progress, Task
from perfdesk.ui.workspace import Workspace
from tests.ui.looking import label

AT = datetime(2025, 3, 1, 9, 8, 7, tzinfo=UTC)
LONG = "磁盘空间不足，没有写入“perfdesk.sqlite”。" * 12


@pytest.fixture
def status(qtbot: QtBot) -> StatusBar:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.resize(1000, 30)
    bar.show()
    return bar


def says(status: StatusBar, name: str) -> str:
    return next(e.text() for e in status.findChildren(QLabel) if e.accessibleName() == name)


def outline(total: str, indicators: int) -> ProjectOutline:
    rest = (SpendingPlan(), indicators, Completeness())
    return ProjectOutline("id", "", "", Unit(), Budget(total), *rest)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (SaveState(0, None), "✓ 已保存"),
        (SaveState(0, AT), "✓ 已保存 09:08:07"),
        (SaveState(2, AT), "◌ 正在保存…"),
        (SaveState(2, AT, "磁盘空间不足。"), "✕ 未保存：磁盘空间不足。"),
        (SaveState(0, AT, "正在另一个窗口中使用。"), "✕ 不能保存：正在另一个窗口中使用。"),
    ],
)
def test_whether_all_is_safe(status: StatusBar, state: SaveState, said: str) -> None:
    status.show_saved(state)
    assert says(status, "保存状态") == said


def test_sums_without_any_amount_only_count(status: StatusBar) -> None:
    status.show_sums((outline("", 6), outline("", 5)))
    assert says(status, "合计") == "2 个项目 · 11 个指标"
    status.show_sums((outline("100.10", 6), outline("", 5)))
    assert says(status, "合计") == "2 个项目 · 预算合计 100.10 万元 · 11 个指标"
    status.show_sums((outline("1897.445", 7),), 5)
    assert says(status, "合计") == "预算合计 1,897.45 万元 · 7 个指标，量化 5 个"
    status.show_sums(())
    assert says(status, "合计") == ""


def test_what_is_left_to_be_looked_at_stands_there_as_long_as_it_is(status: StatusBar) -> None:
    status.show_unconfirmed(12)
    assert says(status, "待核对") == "待核对 12"
    status.show_unconfirmed(0)
    assert says(status, "待核对") == ""


def test_a_long_problem_never_widens_the_window(workspace: Workspace) -> None:
    window = workspace.window
    least = window.minimumSizeHint().width()
    window.status.show_saved(SaveState(1, None, LONG))
    window.status.show_place("三级指标 1 · " * 40)
    assert window.minimumSizeHint().width() <= least + 60
    tip = next(e.toolTip() for e in window.findChildren(QLabel) if LONG in e.text())
    assert LONG in tip


def test_a_slow_disk_is_said_after_a_while(workspace: Workspace, qtbot: QtBot) -> None:
    document = workspace.session.document(workspace.session.outlines[0].id)
    workspace.session.remove(document.id, "删除文本")
    assert workspace.saver.wait_until_saved(30)
    with closing(sqlite3.connect(workspace.saver.path)) as another_program:
        another_program.execute("BEGIN IMMEDIATE")
        workspace.session.undo_stack.undo()
        qtbot.waitUntil(lambda: label(workspace.window, "保存状态") == "◌ 正在保存…")
    qtbot.waitUntil(lambda: label(workspace.window, "保存状态").startswith("✓ 已保存 "))
    assert workspace.saver.wait_until_saved(0)


def test_two_works_at_once_both_end(status: StatusBar, qtbot: QtBot) -> None:
    def work(progress: Progress) -> str:
        progress.report(1, 2, "正在读取 甲.txt")
        return "done"

    tasks = [Task("导入文件", work, status), Task("导出", work, status)]
    for task in tasks:
        status.follow(task)
    assert says(status, "正在进行") == "导出"
    for task in tasks:
        with qtbot.waitSignal(task.finished):
            task.start()
    qtbot.waitUntil(lambda: not any(e.isVisible() for e in working(status)))


def working(status: StatusBar) -> list[QLabel]:
    return [e for e in status.findChildren(QLabel) if e.accessibleName() == "正在进行"]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_task_that_fails_by_a_mistake_of_ours_ends_as_well(
    status: StatusBar, qtbot: QtBot
) -> None:
    def work(_progress: Progress) -> str:
        raise ZeroDivisionError

    task = Task("导入文件", work, status)
    status.follow(task)
    with qtbot.waitSignal(task.failed) as failed:
        task.start()
    assert failed.args == ["导入文件时程序出现意外情况，未完成；已写入日志。"]
    assert not any(each.isVisible() for each in working(status))
    qtbot.waitUntil(lambda: task.name not in [each.name for each in threading.enumerate()])
