"""Where Enter goes: chosen in the menu, at once, and remembered."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from perfdesk.models.sheet import Place
from perfdesk.paths import settings_dir
from perfdesk.ui.settings import Settings
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.ui.conftest import OpenWorkspace
from tests.ui.keys import type_text
from tests.ui.looking import command

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
RIGHT = "回车键向右移动"


def open_form(workspace: Workspace, field: str) -> str:
    """Show the first project's form with a cell of its first row current; return the row's id."""
    document = workspace.session.document(workspace.session.outlines[0].id)
    project = document.projects[0]
    window = workspace.window
    window.go_to(Key(Kind.PROJECT, document.id, project.id))
    row = project.indicators[0].id
    window.go_to_place(window.navigator.key, Place(row, field))
    window.navigator.setFocus()
    return row


def place(workspace: Workspace) -> Place | None:
    page = workspace.window.navigator.page()
    return page.current_place() if page else None


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifier)


def test_enter_goes_down_until_one_wants_it_otherwise(workspace: Workspace) -> None:
    row = open_form(workspace, "name")
    press(KEY.Key_Return)
    there = place(workspace)
    assert there
    assert (there.field, there.row_id != row) == ("name", True)


def test_enter_goes_right_once_that_is_chosen(workspace: Workspace) -> None:
    row = open_form(workspace, "name")
    command(workspace.window, RIGHT).trigger()
    press(KEY.Key_Return)
    assert place(workspace) == Place(row, "description")
    press(KEY.Key_Return, SHIFT)
    assert place(workspace) == Place(row, "name")
    widget = QApplication.focusWidget()
    assert widget
    type_text(widget, "甲")
    press(KEY.Key_Return)
    assert place(workspace) == Place(row, "description")
    command(workspace.window, RIGHT).trigger()
    press(KEY.Key_Return)
    there = place(workspace)
    assert there
    assert there.row_id != row


def test_the_habit_is_remembered(filled_store: object, open_workspace: OpenWorkspace) -> None:
    del filled_store
    first = open_workspace()
    assert not command(first.window, RIGHT).isChecked()
    command(first.window, RIGHT).trigger()
    first.window.close()
    assert Settings(settings_dir()).enter_goes_right
    second = open_workspace()
    assert command(second.window, RIGHT).isChecked()
    row = open_form(second, "name")
    page = second.window.navigator.page()
    sheet = page.focusProxy() if page else None
    assert sheet
    QTest.keyClick(sheet, KEY.Key_Return)
    assert place(second) == Place(row, "description")
