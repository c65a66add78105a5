"""A year's document begins from the last one's, from the menu to the store."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from perfdesk.io.store.glance import Glance
from perfdesk.models.document import Document
from perfdesk.ui.dialogs.document_dialog import DocumentDialog
from perfdesk.ui.dialogs.next_year_dialog import NextYearDialog
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.ui.looking import AGAIN_MS, command

DialogT = TypeVar("DialogT", bound=QDialog)


def when_asked(kind: type[DialogT], does: Callable[[DialogT], object]) -> None:
    """Do something in the dialog that will come."""

    def wait() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isActiveWindow():
            try:
                does(dialog)
            finally:
                dialog.close()
        else:
            QTimer.singleShot(AGAIN_MS, wait)

    QTimer.singleShot(0, wait)


@pytest.fixture
def past(workspace: Workspace) -> Document:
    """The newest document, at which the window is."""
    document = workspace.session.document(workspace.session.outlines[0].id)
    workspace.window.go_to(Key(Kind.PROJECT, document.id, document.projects[0].id))
    return document


def newest(workspace: Workspace) -> Document:
    return workspace.session.document(workspace.session.outlines[0].id)


def agree(dialog: QDialog) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, Qt.Key.Key_Return)


def test_next_years_document_is_begun_shown_and_kept(workspace: Workspace, past: Document) -> None:
    when_asked(NextYearDialog, agree)
    command(workspace.window, "新建下一年度").trigger()
    document = newest(workspace)
    assert document.year == past.year + 1
    assert len(document.projects) == len(past.projects)
    assert workspace.window.navigator.key == Key(Kind.DEPARTMENT, document.id)
    told = workspace.window.status.currentMessage()
    cells = workspace.session.outline(document.id).unconfirmed
    assert document.statement.unconfirmed > 0
    assert cells > document.statement.unconfirmed
    assert f"{len(past.projects)} 个项目，{cells} 格待核对" in told
    assert workspace.saver.wait_until_saved(10)
    with Glance(workspace.saver.path) as glance:
        assert glance.load(document.id) == document
        outline = next(each for each in glance.outline() if each.id == document.id)
        assert outline == workspace.session.outline(document.id)


def test_it_is_one_step_to_undo(workspace: Workspace, past: Document) -> None:
    before = workspace.session.outlines
    when_asked(NextYearDialog, agree)
    command(workspace.window, "新建下一年度").trigger()
    assert workspace.session.undo_stack.count() == 1
    workspace.session.undo_stack.undo()
    assert workspace.session.outlines == before
    assert workspace.session.document(past.id) is past


def test_giving_up_begins_nothing(workspace: Workspace, past: Document) -> None:
    when_asked(NextYearDialog, lambda dialog: dialog.reject())
    command(workspace.window, "新建下一年度").trigger()
    assert workspace.session.undo_stack.count() == 0


def test_who_begins_a_new_document_is_offered_last_years(
    workspace: Workspace, past: Document
) -> None:
    def take(dialog: DocumentDialog) -> None:
        offers = [e for e in dialog.findChildren(QPushButton) if "的文本开始" in e.text()]
        assert str(past.year) in offers[0].text()
        when_asked(NextYearDialog, agree)
        QTest.mouseClick(offers[0], Qt.MouseButton.LeftButton)

    when_asked(DocumentDialog, take)
    command(workspace.window, "新建文本").trigger()
    document = newest(workspace)
    assert document.year > past.year
    assert document.projects[0].carried


def test_another_department_is_offered_nothing(workspace: Workspace, past: Document) -> None:
    seen: list[bool] = []

    def look(dialog: DocumentDialog) -> None:
        offer = next(e for e in dialog.findChildren(QPushButton) if "的文本开始" in e.text())
        seen.append(offer.isVisible())
        QTest.keyClicks(dialog.department_code, "999")
        seen.append(offer.isVisible())
        dialog.reject()

    when_asked(DocumentDialog, look)
    command(workspace.window, "新建文本").trigger()
    assert seen == [True, False]
    assert newest(workspace) is past
