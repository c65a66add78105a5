"""The window on the sample documents, at the first form of 2025, and hands to look for texts."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from perfdesk.models.document import Document
from perfdesk.ui.search.panel import SearchPanel
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.ui.keys import type_text

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


class Seeker:
    """Presses keys wherever the focus is, and reads what the panel lists."""

    def __init__(self, workspace: Workspace, qtbot: QtBot) -> None:
        self.workspace = workspace
        self.window = workspace.window
        self.panel: SearchPanel = workspace.window.commands.search.panel
        self._qtbot = qtbot
        self.go(0)

    def document(self, at: int = 0) -> Document:
        return self.workspace.session.document(self.workspace.session.outlines[at].id)

    def go(self, project: int) -> None:
        document = self.document()
        self.window.go_to(Key(Kind.PROJECT, document.id, document.projects[project].id))
        self.window.navigator.setFocus()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifiers)

    def write(self, text: str) -> None:
        for character in text:
            widget = QApplication.focusWidget()
            assert widget is not None
            type_text(widget, character)

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: self.panel.at_rest)

    def find(self, text: str, modifiers: Qt.KeyboardModifier = CTRL) -> list[str]:
        """Press Ctrl+F, type, and return the texts that are found."""
        self.press(Qt.Key.Key_F, modifiers)
        self.write(text)
        self.wait()
        return self.texts()

    def texts(self) -> list[str]:
        return [hit.written.text for hit in self.panel.hits]


@pytest.fixture
def seeker(workspace: Workspace, qtbot: QtBot) -> Iterator[Seeker]:
    """Somebody at the first form of the newest document, on the sheet."""
    with qtbot.waitActive(workspace.window):
        workspace.window.activateWindow()
    seeker = Seeker(workspace, qtbot)
    yield seeker
    seeker.panel.end()
