"""Whatever is being typed anywhere is taken over before a command does anything."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from perfdesk.models.change import SetField
from perfdesk.models.document import Document
from perfdesk.models.project import Project
from perfdesk.models.sheet import Place
from perfdesk.ui.findings.reason_field import ReasonField
from perfdesk.ui.form.page import ProjectPage
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.ui.keys import type_text
from tests.ui.looking import command

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
A_SENTENCE = "这是一个写得像句子一样长的指标名称啊啊"


class Clerk:
    """Somebody at the first project of the newest document."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.window, self.session = workspace.window, workspace.session
        self.start = self.document
        self.go(0)

    @property
    def document(self) -> Document:
        return self.session.document(self.session.outlines[0].id)

    @property
    def project(self) -> Project:
        found = self.document.project(self.start.projects[0].id)
        assert found is not None
        return found

    @property
    def page(self) -> ProjectPage:
        page = self.window.navigator.page()
        assert isinstance(page, ProjectPage)
        return page

    @property
    def focused(self) -> object:
        return QApplication.focusWidget()

    def go(self, at: int) -> None:
        document = self.document
        self.window.go_to(Key(Kind.PROJECT, document.id, document.projects[at].id))
        self.window.navigator.setFocus()

    def write(self, text: str) -> None:
        for character in text:
            widget = QApplication.focusWidget()
            assert widget is not None
            type_text(widget, character)

    def write_description(self, text: str, at: int = 0) -> None:
        """Type over the description of the shown project's first indicator, and stay in it."""
        row = self.document.projects[at].indicators[0]
        assert self.page.go_to_place(Place(row.id, "description"))
        self.page.view.setFocus()
        self.write(text)

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)

    def click_tool(self, text: str) -> None:
        """Click a button of the tool bar, which takes no focus."""
        buttons = self.window.bars.tools.findChildren(QToolButton)
        button: QToolButton = next(each for each in buttons if each.text() == text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def undo_all(self) -> None:
        for _ in range(self.session.undo_stack.index()):
            self.session.undo_stack.undo()


@pytest.fixture
def clerk(workspace: Workspace, qtbot: QtBot) -> Iterator[Clerk]:
    with qtbot.waitActive(workspace.window):
        workspace.window.activateWindow()
    clerk = Clerk(workspace)
    yield clerk
    clerk.undo_all()
    assert clerk.document == clerk.start


def descriptions(clerk: Clerk) -> list[str]:
    name = clerk.project.name
    return [each.indicators[0].description for each in clerk.document.projects if each.name == name]


def test_undo_takes_back_the_name_that_is_being_typed_in_the_tree(clerk: Clerk) -> None:
    clerk.write_description("较早的改动")
    clerk.press(Qt.Key.Key_Return)
    clerk.window.tree.view.setFocus()
    clerk.press(Qt.Key.Key_F2)
    assert isinstance(clerk.focused, QLineEdit)
    clerk.write("新的名称")
    clerk.click_tool("撤销")
    assert clerk.project.name == clerk.start.projects[0].name
    assert descriptions(clerk) == ["较早的改动"]
    command(clerk.window, "重做 修改名称").trigger()
    assert clerk.project.name == "新的名称"


def test_undo_takes_back_the_reason_that_is_being_typed(clerk: Clerk, qtbot: QtBot) -> None:
    clerk.write_description("较早的改动")
    clerk.press(Qt.Key.Key_Return)
    row = clerk.project.indicators[0].id
    clerk.session.do(clerk.document.id, SetField(row, "name", A_SENTENCE))
    command(clerk.window, "审核本项目").trigger()
    panel = clerk.window.commands.review.panel
    clerk.page.go_to_place(Place(row, "name"))
    clerk.page.view.setFocus()
    qtbot.waitUntil(lambda: panel.row is not None and panel.row.finding.place.row_id == row)
    clerk.press(Qt.Key.Key_F2, SHIFT)
    assert isinstance(clerk.focused, ReasonField)
    clerk.write("这是说明")
    clerk.click_tool("撤销")
    assert not clerk.project.reasons
    assert clerk.project.indicators[0].name == A_SENTENCE
    clerk.click_tool("撤销")
    assert clerk.project.indicators[0].name != A_SENTENCE
    assert not clerk.project.reasons
    clerk.click_tool("重做")
    clerk.click_tool("重做")
    assert [each.text for each in clerk.project.reasons] == ["这是说明"]


def test_the_form_shows_what_was_being_typed_when_last_year_opens_beside_it(clerk: Clerk) -> None:
    clerk.write_description("新写的描述")
    clerk.press(Qt.Key.Key_F12)
    assert descriptions(clerk) == ["新写的描述"]
    assert clerk.page.view.sheet.project is clerk.project
    clerk.press(Qt.Key.Key_F12)
    clerk.write_description("又写的描述")
    clerk.press(Qt.Key.Key_F12)
    assert descriptions(clerk) == ["又写的描述"]
    assert clerk.page.view.sheet.project is clerk.project


def test_a_deleted_project_comes_back_with_what_was_being_typed(clerk: Clerk) -> None:
    clerk.write_description("还没按回车")
    command(clerk.window, "删除项目").trigger()
    assert clerk.document.project(clerk.start.projects[0].id) is None
    command(clerk.window, "撤销 删除项目").trigger()
    assert descriptions(clerk) == ["还没按回车"]


def test_a_copy_of_a_project_has_what_was_being_typed(clerk: Clerk) -> None:
    clerk.write_description("正在写的描述")
    clerk.press(Qt.Key.Key_C, CTRL | SHIFT)
    assert descriptions(clerk) == ["正在写的描述"] * 2


def test_whoever_only_looks_at_findings_types_on(clerk: Clerk) -> None:
    clerk.write_description("正在")
    clerk.press(Qt.Key.Key_F8)
    clerk.write("写")
    clerk.press(Qt.Key.Key_Return)
    assert descriptions(clerk) == ["正在写"]
