"""The list of keys: complete, true, searched, printed."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from perfdesk.ui.form.keys import OWN_KEYS
from perfdesk.ui.frame.key_table import KeyLine, keys_html, read_keys
from perfdesk.ui.frame.key_window import KeyWindow
from perfdesk.ui.statement.keys import Deed
from perfdesk.ui.tidying import TIDY_KEY
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.ui.key_names import plain, sequences
from tests.ui.looking import command

CTRL = Qt.KeyboardModifier.ControlModifier
IN_EDITORS = ("Esc", "Alt+Return", "Left", "Right", "Return", "Shift+Return", "Tab", "Shift+Tab")
"""Keys that editors hear themselves, and the tree; each of them is pressed in `test_every_key`."""


@pytest.fixture
def whole(workspace: Workspace) -> Workspace:
    """The window with every page made, and with it every action."""
    window = workspace.window
    document = workspace.session.document(workspace.session.outlines[0].id)
    for key in (
        Key(Kind.STATEMENT, document.id),
        Key(Kind.DEPARTMENT, document.id),
        Key(Kind.PROJECT, document.id, document.projects[0].id),
    ):
        window.go_to(key)
    return workspace


def actions_with_keys(workspace: Workspace) -> dict[str, list[QKeySequence]]:
    """Every action of the window that has keys, by what it is called."""
    actions = workspace.window.findChildren(QAction)
    return {each.text(): each.shortcuts() for each in actions if each.shortcuts()}


def keys_of_shortcuts(workspace: Workspace) -> Iterator[QKeySequence]:
    shortcuts = workspace.window.findChildren(QShortcut)
    return chain.from_iterable(map(QShortcut.keys, shortcuts))


def heard(workspace: Workspace) -> set[QKeySequence]:
    """Every key that anything in the window listens to."""
    found = {key for keys in actions_with_keys(workspace).values() for key in keys}
    found |= set(keys_of_shortcuts(workspace))
    found |= {QKeySequence(key) for key in OWN_KEYS}
    found |= {deed.keys for deed in Deed} | {QKeySequence(TIDY_KEY)}
    found |= {QKeySequence(key) for key in IN_EDITORS}
    return {plain(key) for key in found}


def listed() -> set[QKeySequence]:
    return {plain(key) for line in read_keys() for name in line.keys for key in sequences(name)}


def test_the_list_misses_no_action(whole: Workspace) -> None:
    """Of several keys for one action one is enough: + is Shift and = on most keyboards."""
    there = listed()
    actions = actions_with_keys(whole)
    assert len(actions) > 50
    assert [text for text, keys in actions.items() if not {plain(k) for k in keys} & there] == []


def test_the_list_misses_no_key_that_has_no_action(whole: Workspace) -> None:
    own = {QKeySequence(key) for key in OWN_KEYS} | {deed.keys for deed in Deed}
    own |= set(keys_of_shortcuts(whole))
    missing = {plain(key) for key in own} - listed()
    assert {key.toString() for key in missing} == set()


def test_the_list_names_no_key_that_nothing_hears(whole: Workspace) -> None:
    assert {key.toString() for key in listed() - heard(whole)} == set()


def test_no_line_is_there_twice() -> None:
    names = [(line.task, name) for line in read_keys() for name in line.keys]
    assert len(names) == len(set(names))


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot) -> KeyWindow:
    """The list, opened by its key."""
    workspace.window.activateWindow()
    qtbot.waitUntil(workspace.window.isActiveWindow)
    QTest.keyClick(workspace.window, Qt.Key.Key_Slash, CTRL)
    (window,) = workspace.window.findChildren(KeyWindow)
    qtbot.waitUntil(window.isVisible)
    return window


def test_the_menu_and_the_key_open_one_and_the_same(
    workspace: Workspace, window: KeyWindow
) -> None:
    command(workspace.window, "快捷键一览").trigger()
    assert workspace.window.findChildren(KeyWindow) == [window]
    assert len(window.shown()) == len(read_keys())


def test_it_is_searched_by_key_and_by_effect(window: KeyWindow) -> None:
    window.search.setText("粘贴")
    assert ("Ctrl+C、Ctrl+X、Ctrl+V") in [keys for keys, _ in window.shown()]
    window.search.setText("f4")
    assert [keys for keys, _ in window.shown()] == ["F4、Shift+F4"]
    window.search.setText("指标行 ctrl")
    assert len(window.shown()) == 3
    window.search.setText("没有的词")
    assert window.shown() == []
    assert window.list.isHidden()


def test_escape_ends_the_search_and_then_closes(window: KeyWindow) -> None:
    window.search.setText("粘贴")
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.search.text() == ""
    assert window.isVisible()
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_arrows_scroll_while_one_searches(window: KeyWindow) -> None:
    bar = window.list.verticalScrollBar()
    QTest.keyClick(window.search, Qt.Key.Key_PageDown)
    assert bar.value() > 0


def test_it_is_printed_whole(window: KeyWindow, tmp_path: Path) -> None:
    window.search.setText("粘贴")
    path = tmp_path / "keys.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    window.print_on(printer)
    assert path.read_bytes().startswith(b"%PDF")
    page = keys_html(read_keys())
    assert all(line.does in page for line in read_keys())


def test_signs_are_not_taken_for_markup() -> None:
    assert "<b>" not in keys_html([KeyLine("甲", ("<b>",), "&")])
