"""Whatever is done in the window, in any order: undo takes it all back, and the store follows.

Each seed is another session, the same on every machine: keys, typing, pasting, renaming, deleting
and going about between the pages of three documents, one of which was handed in, with panels and
last year opened and closed on the way.
"""

import random
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QKeyCombination, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from perfdesk.io.forms import form_named
from perfdesk.io.store.glance import Glance
from perfdesk.io.store.store import Store
from perfdesk.models.blank import blank_document
from perfdesk.models.document import Department, Document, Submission
from perfdesk.models.project import Unit
from perfdesk.ui.form.page import ProjectPage
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.ui.conftest import (  # noqa: F401 - fixtures, asked for by their names
    OpenWorkspace,
    open_workspace,
    samples,
    store_path,
)
from tests.ui.keys import type_text
from tests.ui.looking import AGAIN_MS

PATIENCE = 30.0  # seconds until edits that are not on disk count as lost
STEPS = 40
HALF = 0.5
KEYS = (
    *("Return", "Tab", "Down", "Up", "Right", "Left") * 3,
    *("Shift+Return", "Shift+Tab", "Shift+Down", "Shift+Right", "Ctrl+Down", "Ctrl+Home"),
    *("F2", "Esc", "Del", "Backspace", "Home", "End", "Alt+Return", "Alt+Down", "F6"),
    *("Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+V", "Ctrl+D", "Ctrl+R", "Ctrl+Return"),
    *("Ctrl+;", "Ctrl+'", "Ctrl++", "Ctrl+-", "Ctrl+Shift+D", "Alt+Shift+Down", "Alt+Shift+Up"),
    *("Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "Ctrl+Y", "Ctrl+Shift+Z"),
    *("Ctrl+PgDown", "Ctrl+PgUp", "Ctrl+N", "Ctrl+Shift+Del", "Alt+Up", "Ctrl+K", "Ctrl+S"),
    *("F12", "F12", "Ctrl+Shift+L", "Ctrl+Shift+C", "F4", "Shift+F4", "F7", "F8", "Shift+F2"),
    *("F5", "F3", "Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+F", "Ctrl+Shift+F", "Ctrl+G"),
)
TEXTS = ("甲", "≥90%", "12月31日前", "效益", "长" * 40, "不少于3次", "=1+1", "１２３", " 空 格 ")
CLIPS = (
    "甲",
    "1\t2\t3\n4\t5\t6\n",
    '"一\n二"\t三',
    "\t\t\n\t",
    "三级指标\t指标值\n甲\t5%\n乙\t6天",
)


class Clerk:
    """Somebody who does anything at all in a window."""

    def __init__(self, workspace: Workspace, seed: int) -> None:
        self.workspace, self.window = workspace, workspace.window
        self.session = workspace.session
        self._chance = random.Random(seed)
        self._agreeing = QTimer(self.window, interval=AGAIN_MS)
        self._agreeing.timeout.connect(agree)
        self._agreeing.start()
        self._deeds: tuple[Callable[[], None], ...] = (
            *(self._press,) * 6,
            *(self._write,) * 3,
            *(self._paste, self.go, self.go, self._jump, self._rename, self._delete),
            *(self._take_back, self._take_back),
        )

    def act(self) -> None:
        """Do one thing, and let what follows from it happen."""
        self._chance.choice(self._deeds)()
        QApplication.processEvents()

    def _press(self) -> None:
        self._strike(self._chance.choice(KEYS))

    def _write(self) -> None:
        type_text(self._focus(), self._chance.choice(TEXTS))
        self._strike(self._chance.choice(("Return", "Tab", "Down", "Esc")))

    def _paste(self) -> None:
        QGuiApplication.clipboard().setText(self._chance.choice(CLIPS))
        self._strike("Ctrl+V")

    def go(self) -> None:
        """Choose a page in the tree and go on into it."""
        keys = [
            key
            for outline in self.session.outlines
            for key in (
                Key(Kind.STATEMENT, outline.id),
                *(Key(Kind.PROJECT, outline.id, each.id) for each in outline.projects),
            )
        ]
        self.window.tree.view.setFocus()
        self.window.go_to(self._chance.choice(keys))
        self.window.navigator.setFocus()

    def _jump(self) -> None:
        """Go to a page by its name."""
        self._strike("Ctrl+G")
        type_text(self._focus(), self._chance.choice(("整体", "2024", "甲", "资金")))
        self._strike(self._chance.choice(("Return", "Down", "Esc")))

    def _rename(self) -> None:
        """Type another name into the tree, and now and then leave it at that."""
        self.window.tree.view.setFocus()
        self._strike("F2")
        type_text(self._focus(), self._chance.choice(TEXTS))
        if self._chance.random() < HALF:
            self._strike("Return")

    def _delete(self) -> None:
        """Delete the project that is chosen in the tree, whatever else is being typed."""
        actions = self.window.bars.project.actions()
        action = next(each for each in actions if each.text().startswith("删除"))
        action.trigger()

    def _take_back(self) -> None:
        """Click on undo or redo, which leaves the focus where it is."""
        buttons = self.window.bars.tools.findChildren(QToolButton)
        wanted = self._chance.choice(("撤销", "撤销", "重做"))
        button = next(each for each in buttons if each.text() == wanted)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _strike(self, name: str) -> None:
        keys: QKeyCombination = QKeySequence(name)[0]  # type: ignore[index] # a sequence is one
        QTest.keyClick(self._focus(), keys.key(), keys.keyboardModifiers())

    def _focus(self) -> QWidget:
        if QApplication.focusWidget() is None:  # nobody gives it back without a screen
            self.window.activateWindow()
            self.window.navigator.setFocus()
            QApplication.processEvents()
        return QApplication.focusWidget() or self.window


def agree() -> None:
    """Answer what is asked, as a paste that leaves something out does, one way or the other."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        if dialog.isVisible():
            dialog.reject()


def documents(workspace: Workspace) -> dict[str, Document]:
    return {each.id: workspace.session.document(each.id) for each in workspace.session.outlines}


def check_page(workspace: Workspace) -> None:
    """The sheet shows the project as the session has it, and may be written in as that says."""
    page, key = workspace.window.navigator.page(), workspace.window.navigator.key
    if isinstance(page, ProjectPage):
        document = workspace.session.document(key.document_id)
        assert page.view.sheet.project is document.project(key.project_id)
        assert page.view.sheet.read_only == (document.submitted is not None)


def check_store(workspace: Workspace, path: Path) -> None:
    """What is on disk is what the window has."""
    assert workspace.saver.wait_until_saved(PATIENCE), workspace.saver.state.problem
    with Glance(path) as glance:
        stored = {each.id: glance.load(each.id) for each in glance.outline()}
    assert stored == documents(workspace)


@pytest.fixture
def store(store_path: Path, samples: tuple[Document, ...]) -> Path:  # noqa: F811 - as above
    """A store with this year's document, last year's, which was handed in, and an empty one."""
    this_year, last_year = samples
    handed_in = replace(last_year, submitted=Submission("张三", "2024-01-20T10:00:00+08:00"))
    office, unit = Department("316", "科技局"), Unit("316001", "本级")
    empty = blank_document(form_named("hebei-2020"), 2023, office, unit)
    with closing(Store.open(store_path)) as opened:
        for document in (this_year, handed_in, empty):
            opened.save(None, document)
    return store_path


@pytest.mark.parametrize("seed", range(8))
def test_any_session_can_be_taken_back_and_is_on_disk(
    store: Path,
    open_workspace: OpenWorkspace,  # noqa: F811 - as above
    qtbot: QtBot,
    seed: int,
) -> None:
    workspace = open_workspace()
    suggesting = workspace.suggesting
    assert suggesting is not None
    qtbot.waitUntil(lambda: suggesting.suggester is not None, timeout=30_000)
    before = documents(workspace)
    handed_in = next(each for each in before.values() if each.submitted)
    QGuiApplication.clipboard().setText(CLIPS[0])
    clerk = Clerk(workspace, seed)
    clerk.go()
    for _ in range(STEPS):
        clerk.act()
        check_page(workspace)
        assert workspace.session.document(handed_in.id) is before[handed_in.id]
    workspace.window.take_over()
    after, stack = documents(workspace), workspace.session.undo_stack
    check_store(workspace, store)
    done = stack.index()
    for step, wanted in ((stack.undo, before), (stack.redo, after)):
        for _ in range(done):
            step()
            check_page(workspace)
        QApplication.processEvents()
        assert stack.index() == (0 if wanted is before else done)
        assert documents(workspace) == wanted
        check_store(workspace, store)
