"""The tool bar: what it offers, how it gives way in a narrow window, where its box leads."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from perfdesk.models.document import Submission
from perfdesk.models.years.submit import Reopen, Submit
from perfdesk.ui.search.search_box import SearchBox
from perfdesk.ui.tree.nodes import ROOT, Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.ui.keys import type_text
from tests.ui.looking import command


@pytest.fixture
def project(workspace: Workspace) -> Key:
    """The first project, which the window shows."""
    outline = workspace.session.outlines[0]
    key = Key(Kind.PROJECT, outline.id, outline.projects[0].id)
    workspace.window.go_to(key)
    return key


def buttons(workspace: Workspace) -> dict[str, QToolButton]:
    found = workspace.window.bars.tools.findChildren(QToolButton)
    shown = [each for each in found if each.text() and each.isVisible()]
    return {each.text().split(" ✕")[0]: each for each in shown}  # without what was found


def worded(workspace: Workspace) -> set[str]:
    """The buttons whose words are seen."""
    plain = Qt.ToolButtonStyle.ToolButtonIconOnly
    return {text for text, each in buttons(workspace).items() if each.toolButtonStyle() != plain}


def box(workspace: Workspace) -> SearchBox:
    (found,) = workspace.window.findChildren(SearchBox)
    return found


@pytest.mark.usefixtures("project")
def test_in_a_narrow_window_words_go_before_buttons(workspace: Workspace, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: workspace.inspector.at_rest)  # a button counts what was found
    everything = set(buttons(workspace))
    assert worded(workspace) == everything
    window = workspace.window
    seen = everything
    for width in (960, 860, 760):
        window.resize(width, 700)
        QApplication.processEvents()
        assert window.bars.tools.width() == width
        assert set(buttons(workspace)) == everything
        assert box(workspace).isVisible()
        assert worded(workspace) <= seen
        seen = worded(workspace)
    assert "撤销" not in seen
    assert "上报" in seen
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: worded(workspace) == everything)


def test_to_hand_in_is_offered_where_there_is_something_to_hand_in(
    workspace: Workspace, project: Key, qtbot: QtBot
) -> None:
    button = buttons(workspace)["上报"]
    assert button.isEnabled()
    submission = Submission("张三", "2026-11-20T16:30:05+08:00")
    workspace.session.do(project.document_id, Submit(submission))
    qtbot.waitUntil(lambda: not button.isVisible())
    workspace.session.do(project.document_id, Reopen())
    qtbot.waitUntil(button.isVisible)
    workspace.window.go_to(ROOT)
    assert not button.isEnabled()


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.mark.usefixtures("project")
def test_a_click_into_the_box_lets_one_type_where_to_go(workspace: Workspace, qtbot: QtBot) -> None:
    QTest.mouseClick(box(workspace), Qt.MouseButton.LeftButton)
    goals = workspace.window.commands.search.goals
    qtbot.waitUntil(lambda: goals.ready)
    type_text(focus(), "nmsc")
    window = workspace.window
    field, where = goals.field, box(workspace)
    middle = where.mapTo(window, where.rect().center())
    assert field.rect().contains(field.mapFrom(window, middle)), "the field lies on the box"
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    key = window.navigator.key
    shown = workspace.session.document(key.document_id).project(key.project_id)
    assert shown is not None
    assert "农贸市场" in shown.name


@pytest.mark.usefixtures("project")
def test_what_is_no_place_is_looked_for_in_all_years(workspace: Workspace, qtbot: QtBot) -> None:
    command(workspace.window, "定位").trigger()
    goals = workspace.window.commands.search.goals
    qtbot.waitUntil(lambda: goals.ready)
    type_text(focus(), "补助资金拨付及时率")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    panel = workspace.window.commands.search.panel
    qtbot.waitUntil(lambda: panel.at_rest and bool(panel.hits))
    assert panel.query.text == "补助资金拨付及时率"
    assert {hit.home.document_id for hit in panel.hits} == {
        each.id for each in workspace.session.outlines
    }
    assert not goals.isVisible()
