"""Every control of every page, panel and dialog: it has a name, and Tab comes to it in turn."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QLabel,
    QMessageBox,
    QWidget,
)

from perfdesk.models.document import Document
from perfdesk.models.ids import new_id
from perfdesk.ui.frame.key_window import KeyWindow
from perfdesk.ui.past_bar import PastBar
from perfdesk.ui.search.goal_list import GoalList
from perfdesk.ui.search.panel import SearchPanel
from perfdesk.ui.tree.nodes import ROOT, Key, Kind
from tests.ui.findings.conftest import Desk
from tests.ui.findings.conftest import desk as desk  # noqa: PLC0414 - a fixture of theirs
from tests.ui.findings.conftest import open_desk as open_desk  # noqa: PLC0414 - the same
from tests.ui.looking import AGAIN_MS, command

MANY = 200
ONE_LINE_PX = 12
"""How much higher a control in the same line may begin than the one before it."""


def stops(inside: QWidget) -> list[QWidget]:
    """What Tab comes to in a widget, in its order."""
    found: list[QWidget] = []
    start: QWidget = inside.window()
    each = start.nextInFocusChain()
    while each is not None and each is not start:
        here = inside is each or inside.isAncestorOf(each)
        by_tab = bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus) and not each.focusProxy()
        if here and by_tab and each.isVisible() and each.isEnabled():
            found.append(each)
        each = each.nextInFocusChain()
    return found


def called(widget: QWidget) -> str:
    """What a screen reader says first of a control: its name, its own text, or its label's."""
    own = widget.text() if isinstance(widget, QAbstractButton) else ""
    labels = widget.window().findChildren(QLabel)
    buddy = next((each.text() for each in labels if each.buddy() is widget), "")
    return widget.accessibleName() or own or buddy


def clicked_only(inside: QWidget) -> Iterator[QAbstractButton]:
    """The buttons that Tab passes by: small ones, whose deeds have keys of their own."""
    for each in inside.findChildren(QAbstractButton):
        if each.isVisible() and not each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield each


def check(inside: QWidget) -> None:
    """Every control has a name, and Tab goes down and along the lines, as one reads."""
    found = stops(inside)
    assert [type(each).__name__ for each in found if not called(each).strip()] == []
    nameless = [each for each in clicked_only(inside) if not called(each).strip()]
    ours = [each for each in nameless if type(each).__module__.startswith("perfdesk")]
    assert [each.objectName() for each in ours] == []
    window = inside.window()
    corners = [each.mapTo(window, QPoint(0, 0)) for each in found]
    names = [called(each) for each in found]
    for number, (one, two) in enumerate(pairwise(corners)):
        below = two.y() > one.y() + ONE_LINE_PX
        beside = abs(two.y() - one.y()) <= ONE_LINE_PX and two.x() > one.x()
        column = two.x() > one.x() + found[number].width() // 2
        assert below or beside or column, names[number : number + 2]


# --- pages


PAGES: dict[str, Callable[[Document], Key]] = {
    "start": lambda _: ROOT,
    "year": lambda document: Key(Kind.YEAR, year=document.year),
    "department": lambda document: Key(Kind.DEPARTMENT, document.id),
    "unit": lambda document: Key(Kind.UNIT, document.id, unit=document.units[0]),
    "statement": lambda document: Key(Kind.STATEMENT, document.id),
    "form": lambda document: Key(Kind.PROJECT, document.id, document.projects[0].id),
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page(desk: Desk, page: str) -> None:
    desk.window.go_to(PAGES[page](desk.document))
    QApplication.processEvents()
    shown = desk.window.navigator.page()
    assert shown is not None
    assert stops(shown)
    check(shown)


@pytest.mark.parametrize("page", ["form", "statement"])
def test_a_page_with_its_past_beside_it(desk: Desk, page: str) -> None:
    past = replace(desk.document, id=new_id(), year=desk.document.year - 1)
    desk.workspace.session.add(past, "导入")
    desk.window.go_to(PAGES[page](desk.document))
    shown = desk.window.navigator.page()
    assert shown is not None
    count = len(stops(shown))
    shown.views()[0].trigger()
    QApplication.processEvents()
    assert len(stops(shown)) > count + 2
    panel = shown.findChildren(PastBar)[0].parentWidget()
    assert panel is not None
    check(panel)


@pytest.mark.parametrize("name", ["审核结果", "查找", "替换", "在全部年度中查找", "定位"])
def test_a_panel(desk: Desk, name: str) -> None:
    desk.go(0)
    command(desk.window, name).trigger()
    QApplication.processEvents()
    panels = (
        desk.panel,
        *desk.window.findChildren(SearchPanel),
        *desk.window.findChildren(GoalList),
    )
    (shown,) = [each for each in panels if each.isVisible()]
    assert stops(shown)
    check(shown)


def test_the_tree_and_its_filter(desk: Desk) -> None:
    check(desk.window.tree)
    assert [each.accessibleName() for each in stops(desk.window.tree)] == [
        "筛选项目",
        "年度、部门、单位和项目",
    ]


def walk(desk: Desk, first: QWidget, key: Qt.Key) -> list[QWidget]:
    """What Tab, or Shift+Tab, comes to from a control until it is there again."""
    first.setFocus()
    come: list[QWidget] = []
    while first not in come and len(come) < MANY:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        now = QApplication.focusWidget()
        assert now is not None
        come.append(now)
    assert desk.window.isAncestorOf(come[-1])
    return come


def test_tab_comes_to_a_page_made_late_before_the_panel_below_it(desk: Desk) -> None:
    desk.open_panel()
    desk.window.go_to(Key(Kind.DEPARTMENT, desk.document.id))
    page, panel = desk.window.navigator.page(), desk.panel
    assert page is not None
    come = walk(desk, desk.window.tree.filter, Qt.Key.Key_Tab)
    parts = [desk.window.tree, page, panel, desk.window.tree]
    inside = [next(i for i, part in enumerate(parts) if part.isAncestorOf(each)) for each in come]
    assert inside[:-1] == sorted(inside[:-1]), "one part after the other"
    assert {0, 1, 2} == set(inside)
    assert len(come) == sum(len(stops(part)) for part in parts[:3])
    back = walk(desk, desk.window.tree.filter, Qt.Key.Key_Backtab)
    assert back == [*reversed(come[:-1]), come[-1]]


# --- dialogs


def when_open(does: Callable[[QDialog], None]) -> list[str]:
    """Do something with the dialog that will come, then give it up; returns what it is called."""
    seen: list[str] = []

    def wait() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isVisible():
            QTimer.singleShot(AGAIN_MS, wait)
            return
        seen.append(dialog.windowTitle())
        try:
            does(dialog)
        finally:
            dialog.reject()

    QTimer.singleShot(0, wait)
    return seen


DIALOGS = [
    "新建文本",
    "新建下一年度",
    "保存版本",
    "版本记录",
    "标记为已上报",
    "文本属性",
    "删除文本",
    "审核规则",
    "同类问题全部修改",
    "参照项目或模板填写",
    "关于 PerfDesk",
]


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog(desk: Desk, name: str) -> None:
    desk.qtbot.waitUntil(lambda: command(desk.window, "参照项目或模板填写").isEnabled())
    desk.go_to_cell(0, 5, "value")

    def look(dialog: QDialog) -> None:
        QApplication.processEvents()
        assert stops(dialog)
        check(dialog)
        assert dialog.isAncestorOf(QApplication.focusWidget() or desk.window)
        if not isinstance(dialog, QMessageBox):
            assert dialog.windowTitle()

    seen = when_open(look)
    command(desk.window, name).trigger()
    desk.qtbot.waitUntil(lambda: len(seen) == 1)


@pytest.mark.parametrize("name", ["快捷键一览", "使用说明"])
def test_a_window_of_its_own(desk: Desk, name: str) -> None:
    command(desk.window, name).trigger()
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    (window,) = [each for each in shown if each is not desk.window]
    assert window.windowTitle()
    for area in window.findChildren(QAbstractScrollArea):
        if area.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert called(area)
    check(window)
    assert isinstance(window, KeyWindow) == (name == "快捷键一览")
    window.close()
