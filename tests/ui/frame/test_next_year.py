"""A year's document begins from the last one's, from the menu to the store."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from perfdesk.io.store.glance import Glance
from perfdesk.models.change import SetField
from perfdesk.models.document import Document
from perfdesk.ui.budget_year import next_budget_year
from perfdesk.ui.dialogs.document_dialog import DocumentDialog
from perfdesk.ui.dialogs.next_year_dialog import NextYearDialog
from perfdesk.ui.start.page import StartPage
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


# --- offered where one is, without looking for it


def to_last_year(workspace: Workspace, past: Document) -> Document:
    """Let the newest document be of the year before the one whose budget is written now."""
    workspace.session.do(past.id, SetField("", "year", next_budget_year() - 1))
    return newest(workspace)


def start(workspace: Workspace) -> StartPage:
    command(workspace.window, "起始页").trigger()
    page = workspace.window.navigator.page()
    assert isinstance(page, StartPage)
    return page


def names(page: StartPage) -> list[str]:
    return [each.text() for each in page.choices]


PLAIN = ["打开示例", "导入文件", "新建文本"]


@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_Return])
def test_the_start_page_offers_the_next_year_to_keys(
    workspace: Workspace, past: Document, qtbot: QtBot, key: Qt.Key
) -> None:
    document = to_last_year(workspace, past)
    page = start(workspace)
    year = document.year + 1
    assert names(page) == [f"以{document.year}年为底稿编制{year}年…", *PLAIN]
    qtbot.waitUntil(page.choices[0].hasFocus)
    when_asked(NextYearDialog, agree)
    QTest.keyClick(page.choices[0], key)
    begun = newest(workspace)
    assert begun.year == year
    assert begun.projects[0].carried
    assert workspace.window.navigator.key == Key(Kind.DEPARTMENT, begun.id)
    assert names(start(workspace)) == PLAIN, "it is there by now"


def test_the_offer_comes_and_goes_with_what_there_is(workspace: Workspace, past: Document) -> None:
    to_last_year(workspace, past)
    page = start(workspace)
    workspace.session.do(past.id, SetField("", "year", next_budget_year()))
    assert names(page) == PLAIN
    workspace.session.do(past.id, SetField("", "year", next_budget_year() - 1))
    assert len(names(page)) == 4
    page.setFocus()
    QTest.keyClick(page.choices[0], Qt.Key.Key_Down)
    assert page.choices[1].hasFocus()


def test_from_the_start_page_one_comes_back_by_the_tree(
    workspace: Workspace, past: Document
) -> None:
    start(workspace)
    tree = workspace.window.tree.view
    assert tree.current_key() is None
    assert not command(workspace.window, "新建项目").isEnabled()
    index = tree.model().index(0, 0)
    QTest.mouseClick(
        tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(index).center()
    )
    assert workspace.window.navigator.key == Key(Kind.YEAR, year=past.year)


def next_year_button(workspace: Workspace) -> QPushButton | None:
    page = workspace.window.navigator.page()
    assert page is not None
    buttons = [each for each in page.findChildren(QPushButton) if "为底稿" in each.text()]
    return next((each for each in buttons if each.isVisible()), None)


def test_a_departments_last_year_offers_the_next_one(workspace: Workspace, past: Document) -> None:
    document = to_last_year(workspace, past)
    workspace.window.go_to(Key(Kind.DEPARTMENT, document.id))
    button = next_year_button(workspace)
    assert button is not None
    assert button.text() == f"以{document.year}年为底稿编制{document.year + 1}年…"
    when_asked(NextYearDialog, agree)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert newest(workspace).year == document.year + 1
    for outline in workspace.session.outlines:
        workspace.window.go_to(Key(Kind.DEPARTMENT, outline.id))
        assert next_year_button(workspace) is None


def test_the_button_of_an_overview_is_reached_by_tab(workspace: Workspace, past: Document) -> None:
    document = to_last_year(workspace, past)
    workspace.window.go_to(Key(Kind.YEAR, year=document.year))
    workspace.window.navigator.setFocus()
    button = next_year_button(workspace)
    focused = QApplication.focusWidget()
    assert focused
    QTest.keyClick(focused, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is button


def test_a_unit_and_the_year_whose_budget_is_written_offer_nothing(
    workspace: Workspace, past: Document
) -> None:
    document = to_last_year(workspace, past)
    workspace.window.go_to(Key(Kind.UNIT, document.id, unit=document.units[0]))
    assert next_year_button(workspace) is None
    workspace.session.do(past.id, SetField("", "year", next_budget_year()))
    workspace.window.go_to(Key(Kind.DEPARTMENT, document.id))
    assert next_year_button(workspace) is None
