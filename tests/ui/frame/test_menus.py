"""The menus: every entry is alive, no key means two things, and each does what it says."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from perfdesk.models.document import Document, Submission
from perfdesk.models.project import Project
from perfdesk.models.years.submit import Submit
from perfdesk.paths import resource_dir
from perfdesk.ui.frame.key_table import read_keys
from perfdesk.ui.frame.main_window import MainWindow
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.ui.key_names import plain, sequences
from tests.ui.keys import type_text
from tests.ui.looking import answer_with, command, label

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
FINDING = ["查找…", "替换…", "在全部年度中查找…", "查找下一处", "查找上一处", "定位…"]
MOST = 18
LOWEST_SCREEN_PX = 600
TITLES = ("文件(&F)", "编辑(&E)", "项目(&P)", "审核(&R)", "视图(&V)", "帮助(&H)")


def first(workspace: Workspace) -> Document:
    return workspace.session.document(workspace.session.outlines[0].id)


@pytest.fixture
def projects(workspace: Workspace) -> tuple[Project, ...]:
    """The projects of the document whose first form the window shows, the tree focused."""
    document = first(workspace)
    workspace.window.go_to(Key(Kind.PROJECT, document.id, document.projects[0].id))
    workspace.window.tree.view.setFocus()
    return document.projects


def menu(window: MainWindow, title: str) -> QMenu:
    return next(each for each in window.findChildren(QMenu) if each.title() == title)


def offered(of: QMenu) -> list[QAction]:
    """What a menu offers, lines left out."""
    return [each for each in of.actions() if each.isVisible() and not each.isSeparator()]


def below(window: MainWindow, entry: QAction) -> QMenu | None:
    """The menu that opens beside an entry, if there is one."""
    menus = window.findChildren(QMenu)
    return next((each for each in menus if each.menuAction() is entry), None)


def entries(window: MainWindow, title: str) -> list[QAction]:
    """What a menu offers now, submenus opened, lines left out."""
    shown = menu(window, title)
    shown.aboutToShow.emit()
    found: list[QAction] = []
    for each in offered(shown):
        inner = below(window, each)
        found += offered(inner) if inner else [each]
    return found


def all_entries(window: MainWindow) -> Iterator[QAction]:
    for title in TITLES:
        yield from entries(window, title)


def press(key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for each in modifiers:
        held |= each
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, held)


def names(workspace: Workspace) -> list[str]:
    return [project.name for project in first(workspace).projects]


@pytest.mark.usefixtures("projects")
def test_every_entry_says_what_it_does_and_is_ready(workspace: Workspace) -> None:
    resting = {"撤销", "重做", "向下填充", "取上一行的内容", "从列表中选择"}
    resting |= {"在上方插入指标行", "在下方插入指标行", "复制指标行"}
    resting |= {"上移指标行", "下移指标行", "删除指标行"}
    for each in all_entries(workspace.window):
        assert each.text().strip()
        assert each.isEnabled() or each.text() in resting, each.text()


@pytest.mark.usefixtures("projects")
def test_no_key_means_two_things_where_it_is_heard(workspace: Workspace) -> None:
    """The window's keys are heard everywhere; those of tree and form only where they belong."""
    window = workspace.window
    everywhere: Counter[str] = Counter()
    for each in all_entries(window):
        if each.shortcutContext() == Qt.ShortcutContext.WindowShortcut:
            everywhere.update(key.toString() for key in each.shortcuts())
    assert {key: n for key, n in everywhere.items() if n > 1} == {}
    places = {"tree": window.tree.view.actions(), "page": page(window).actions()}
    for actions in places.values():
        there = Counter(key.toString() for each in actions for key in each.shortcuts())
        assert {key: n for key, n in there.items() if n > 1} == {}
        assert there.keys() & everywhere.keys() == set()


def page(window: MainWindow) -> QWidget:
    shown = window.navigator.page()
    assert shown is not None
    return shown


def test_every_page_offers_what_can_be_done_there(
    workspace: Workspace, projects: tuple[Project, ...]
) -> None:
    window, document = workspace.window, first(workspace)
    pages = {
        Key(Kind.PROJECT, document.id, projects[0].id): "编辑单元格",
        Key(Kind.STATEMENT, document.id): "在下方添加一条",
        Key(Kind.DEPARTMENT, document.id): "复制选中的行",
        Key(Kind.UNIT, document.id, unit=document.units[0]): "复制选中的行",
        Key(Kind.PROJECT, document.id, projects[1].id): "编辑单元格",
    }
    for key, own in pages.items():
        window.go_to(key)
        texts = [each.text() for each in entries(window, "编辑(&E)")]
        assert texts[:2] == ["撤销", "重做"]
        assert own in texts
        assert not (set(pages.values()) - {own}) & set(texts)
        assert [each for each in texts if each in FINDING] == FINDING
        views = [each.text() for each in entries(window, "视图(&V)")]
        assert ("对照上年" in views) == (key.kind in {Kind.STATEMENT, Kind.PROJECT})


def all_pages(workspace: Workspace) -> Iterator[Key]:
    """Go to one page of each kind, one after the other, to a form only to be read last."""
    window, document = workspace.window, first(workspace)
    keys = (
        Key(Kind.YEAR, year=document.year),
        Key(Kind.DEPARTMENT, document.id),
        Key(Kind.UNIT, document.id, unit=document.units[0]),
        Key(Kind.STATEMENT, document.id),
        Key(Kind.PROJECT, document.id, document.projects[0].id),
    )
    for key in keys:
        window.go_to(key)
        yield key
    workspace.session.do(document.id, Submit(Submission("张三", "2025-11-20T16:30:00+08:00")))
    for key in keys[-2:]:
        window.go_to(key)
        yield key


def test_no_menu_is_longer_than_a_low_screen(workspace: Workspace) -> None:
    for key in all_pages(workspace):
        for title in TITLES:
            shown = menu(workspace.window, title)
            shown.aboutToShow.emit()
            inside = [m for each in shown.actions() if (m := below(workspace.window, each))]
            for each in (shown, *inside):
                assert 0 < len(offered(each)) <= MOST, (key.kind, each.title())
                assert each.sizeHint().height() < LOWEST_SCREEN_PX, (key.kind, each.title())


def test_no_menu_begins_or_ends_with_a_line_or_has_two_together(workspace: Workspace) -> None:
    for _ in all_pages(workspace):
        for title in TITLES:
            shown = menu(workspace.window, title)
            assert not shown.actions()[0].isSeparator()
            assert not shown.actions()[-1].isSeparator()
            lines = [each.isSeparator() for each in shown.actions() if each.isVisible()]
            assert (True, True) not in pairwise(lines), title


def test_every_key_that_a_menu_shows_is_in_the_list_of_keys(workspace: Workspace) -> None:
    listed = {plain(key) for line in read_keys() for name in line.keys for key in sequences(name)}
    for _ in all_pages(workspace):
        for each in all_entries(workspace.window):
            shown = {plain(key) for key in each.shortcuts()}
            assert not shown or shown & listed, each.text()


def test_without_anything_only_beginning_is_offered(empty_workspace: Workspace) -> None:
    alive = [each.text() for each in all_entries(empty_workspace.window) if each.isEnabled()]
    assert alive[:3] == ["新建文本…", "打开示例", "导入…"]
    assert {"保存", "退出"} <= set(alive)
    assert not {"新建项目", "导出 Excel…", "下一个项目", "删除文本…"} & set(alive)


def test_keys_of_the_project_menu(
    workspace: Workspace, projects: tuple[Project, ...], qtbot: QtBot
) -> None:
    before = [project.name for project in projects]
    press(Qt.Key.Key_Down, ALT)
    assert names(workspace)[:2] == [before[1], before[0]]
    press(Qt.Key.Key_Up, ALT)
    assert names(workspace) == before
    press(Qt.Key.Key_C, CTRL, SHIFT)
    assert names(workspace).count(before[0]) == 2
    press(Qt.Key.Key_Delete)
    assert names(workspace) == before
    press(Qt.Key.Key_N, CTRL)
    assert names(workspace).count("") == 1
    press(Qt.Key.Key_1, CTRL)
    press(Qt.Key.Key_F2)
    for character in "新的":
        type_text(QApplication.focusWidget() or workspace.window, character)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "新的" in names(workspace))
    for _ in range(3):
        press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Y, CTRL)
    assert workspace.session.undo_stack.can_redo()


def test_delete_and_alt_arrows_belong_to_where_one_is(
    workspace: Workspace, projects: tuple[Project, ...]
) -> None:
    """In the form they are about its cells and rows, never about the project in the tree."""
    window = workspace.window
    press(Qt.Key.Key_2, CTRL)
    assert page(window).isAncestorOf(QApplication.focusWidget() or window)
    press(Qt.Key.Key_Delete)
    assert first(workspace).projects[0].code == ""
    press(Qt.Key.Key_Down, ALT)
    assert [each.id for each in first(workspace).projects] == [each.id for each in projects]
    press(Qt.Key.Key_1, CTRL)
    assert QApplication.focusWidget() is window.tree.view


@pytest.mark.usefixtures("projects")
def test_ctrl_minus_in_the_form_never_zooms(workspace: Workspace) -> None:
    press(Qt.Key.Key_2, CTRL)
    press(Qt.Key.Key_Minus, CTRL)
    press(Qt.Key.Key_Plus, CTRL)
    assert label(workspace.window, "显示比例") == "100%"


@pytest.mark.usefixtures("projects")
def test_zoom_keys(workspace: Workspace) -> None:
    for key, shown in ((Qt.Key.Key_Equal, "110%"), (Qt.Key.Key_Plus, "125%")):
        press(key, CTRL, ALT)
        assert label(workspace.window, "显示比例") == shown
    press(Qt.Key.Key_Minus, CTRL, ALT)
    assert label(workspace.window, "显示比例") == "110%"
    press(Qt.Key.Key_0, CTRL)
    assert label(workspace.window, "显示比例") == "100%"


@pytest.mark.usefixtures("projects")
def test_the_filter_is_reached_and_left_by_keys(workspace: Workspace, qtbot: QtBot) -> None:
    window = workspace.window
    shown = len(window.tree.view.project_keys())
    press(Qt.Key.Key_F, CTRL, ALT)
    assert QApplication.focusWidget() is window.tree.filter
    QTest.keyClicks(window.tree.filter, "2024")
    qtbot.waitUntil(lambda: len(window.tree.view.project_keys()) < shown)
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is window.tree.view
    press(Qt.Key.Key_F, CTRL, ALT)
    press(Qt.Key.Key_Escape)
    assert window.tree.filter.text() == ""
    assert QApplication.focusWidget() is window.tree.view
    assert len(window.tree.view.project_keys()) == shown


def test_stepping_goes_on_from_the_node_one_is_at(
    workspace: Workspace, projects: tuple[Project, ...]
) -> None:
    window, document = workspace.window, first(workspace)
    window.go_to(Key(Kind.UNIT, document.id, unit=document.units[1]))
    press(Qt.Key.Key_PageDown, CTRL)
    assert window.navigator.key.project_id == projects[8].id
    press(Qt.Key.Key_PageUp, CTRL)
    assert window.navigator.key.project_id == projects[7].id
    window.go_to(Key(Kind.STATEMENT, document.id))
    press(Qt.Key.Key_PageUp, CTRL)
    assert window.status.currentMessage() == "已经是第一个项目"


def test_appearance_is_chosen_in_the_menu(workspace: Workspace) -> None:
    chosen: list[str] = []
    workspace.window.appearance_wanted.connect(chosen.append)
    command(workspace.window, "深色").trigger()
    command(workspace.window, "浅色").trigger()
    command(workspace.window, "跟随系统").trigger()
    assert chosen == ["dark", "light", "system"]


def test_the_manual_is_one_window(workspace: Workspace, qtbot: QtBot) -> None:
    window = workspace.window
    QTest.keyClick(window, Qt.Key.Key_F1)
    command(window, "使用说明").trigger()
    manuals = [each for each in window.findChildren(QTextBrowser) if each.isVisible()]
    assert len(manuals) == 1
    assert "使用说明" in manuals[0].toPlainText()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is manuals[0].window())
    QTest.keyClick(manuals[0], Qt.Key.Key_Escape)
    assert not manuals[0].isVisible()


def test_about_names_version_and_store(workspace: Workspace) -> None:
    said = answer_with("关闭")
    command(workspace.window, "关于 PerfDesk").trigger()
    assert str(workspace.saver.path) in said[0]
    assert "MIT" in said[0]


def test_the_folder_of_the_store_is_opened(workspace: Workspace) -> None:
    asked: list[QUrl] = []

    class Opener(QObject):
        @Slot(QUrl)
        def open(self, url: QUrl) -> None:
            asked.append(url)

    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")  # type: ignore[arg-type] # stubs: bytes
    try:
        command(workspace.window, "打开数据文件夹").trigger()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert [Path(url.toLocalFile()) for url in asked] == [workspace.saver.path.parent]


def test_the_manual_names_real_entries(workspace: Workspace) -> None:
    manual = (resource_dir() / "help" / "index.md").read_text(encoding="utf-8")
    texts = {each.text().rstrip("…") for each in all_entries(workspace.window)}
    for name in ("打开示例", "导入", "新建文本", "导出 Excel", "快捷键一览", "回车键向右移动"):
        assert f"“{name}”" in manual
        assert name in texts


def test_no_page_shows_a_window_of_its_own(workspace: Workspace) -> None:
    """A child shown before it has a parent flashes up and takes the focus away."""
    window, document = workspace.window, first(workspace)
    window.activateWindow()
    for key in (
        Key(Kind.STATEMENT, document.id),
        Key(Kind.PROJECT, document.id, document.projects[0].id),
        Key(Kind.YEAR, year=2025),
    ):
        window.go_to(key)
        assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [window]
        assert QApplication.activeWindow() is window
