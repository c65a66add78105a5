"""Adding, copying, ordering and taking away the numbered sections of a statement."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from perfdesk.models.change import SetField
from perfdesk.models.document import Document
from perfdesk.models.statement import Statement, SubGoal
from perfdesk.ui.session import Session
from perfdesk.ui.statement.field import Field
from perfdesk.ui.statement.keys import Deed
from perfdesk.ui.statement.page import StatementPage
from perfdesk.ui.statement.section import Section
from tests.ui.statement.hands import focused, press

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def titles(session: Session) -> list[str]:
    return [each.title for each in session.document("document").statement.subgoals]


def headings(page: StatementPage) -> list[str]:
    return [section.heading for section in page.sheet.chapters[0].sections]


def shown_in_order(page: StatementPage) -> bool:
    tops = [section.mapTo(page, QPoint(0, 0)).y() for section in page.sheet.chapters[0].sections]
    return tops == sorted(tops) and len(set(tops)) == len(tops)


@pytest.fixture
def second(page: StatementPage) -> Section:
    """The middle one of three sub-goals, its title focused."""
    section = page.sheet.chapters[0].sections[1]
    section.fields[0].setFocus()
    return section


def test_control_enter_adds_the_next_section(
    page: StatementPage, second: Section, session: Session
) -> None:
    QTest.keyClicks(second.fields[0], "A")
    press(Qt.Key.Key_Return, CONTROL)
    assert titles(session)[1:3] == ["A改造市场", ""]
    assert focused() is page.sheet.chapters[0].sections[2].fields[0]
    QTest.keyClicks(focused(), "new")
    press(Qt.Key.Key_Tab)
    assert titles(session) == ["促进消费", "A改造市场", "new", "办好展会"]
    assert headings(page)[2:] == ["（三）new", "（四）办好展会"]


@pytest.mark.usefixtures("second")
def test_tab_visits_a_section_put_in_between(page: StatementPage) -> None:
    press(Qt.Key.Key_Return, CONTROL)
    visited = [focused()]
    for _ in range(3):
        press(Qt.Key.Key_Tab)
        visited.append(focused())
    sections = page.sheet.chapters[0].sections
    assert visited == [*sections[2].fields, sections[3].fields[0]]
    press(Qt.Key.Key_Backtab, SHIFT)
    assert focused() is sections[2].fields[2]


def test_tab_visits_everything_from_top_to_bottom(page: StatementPage) -> None:
    stops = [page.sheet.overall]
    stops += [f for section in page.sheet.chapters[0].sections for f in section.fields]
    visited = []
    for _ in stops:
        visited.append(focused())
        press(Qt.Key.Key_Tab)
    assert visited == stops
    assert focused() is page.sheet.chapters[0].add_button


def test_the_button_at_the_end_adds_a_section(page: StatementPage, session: Session) -> None:
    page.sheet.chapters[1].add_button.setFocus()
    press(Qt.Key.Key_Space)
    assert len(session.document("document").statement.safeguards) == 3
    new = page.sheet.chapters[1].sections[2]
    assert focused() is new.fields[0]
    view = page.sheet.desk.viewport()
    assert view.rect().contains(QRect(new.mapTo(view, QPoint(0, 0)), new.size()))


def test_the_gap_above_a_section_adds_one_there(
    page: StatementPage, second: Section, session: Session
) -> None:
    QTest.mouseClick(second.bar, Qt.MouseButton.LeftButton)
    assert titles(session) == ["促进消费", "", "改造市场", "办好展会"]
    assert focused() is page.sheet.chapters[0].sections[1].fields[0]


def test_keys_move_a_section_and_the_caret_goes_with_it(
    page: StatementPage, second: Section, session: Session, qtbot: QtBot
) -> None:
    field = second.fields[1]
    field.setFocus()
    press(Qt.Key.Key_Up, ALT)
    assert titles(session) == ["改造市场", "促进消费", "办好展会"]
    assert headings(page)[:2] == ["（一）改造市场", "（二）促进消费"]
    assert focused() is field
    press(Qt.Key.Key_Up, ALT)
    assert titles(session)[0] == "改造市场"
    press(Qt.Key.Key_Down, ALT)
    press(Qt.Key.Key_Down, ALT)
    press(Qt.Key.Key_Down, ALT)
    assert titles(session) == ["促进消费", "办好展会", "改造市场"]
    qtbot.waitUntil(lambda: shown_in_order(page))


@pytest.mark.usefixtures("second")
def test_a_section_is_copied_and_undo_takes_the_copy_away(
    page: StatementPage, session: Session
) -> None:
    press(Qt.Key.Key_D, CONTROL | SHIFT)
    assert titles(session) == ["促进消费", "改造市场", "改造市场", "办好展会"]
    assert focused() is page.sheet.chapters[0].sections[2].fields[0]
    session.undo_stack.undo()
    assert headings(page) == ["（一）促进消费", "（二）改造市场", "（三）办好展会"]


@pytest.mark.usefixtures("second")
def test_a_section_is_removed_and_comes_back_whole(
    page: StatementPage, session: Session, qtbot: QtBot
) -> None:
    before = session.document("document")
    with qtbot.waitSignal(page.told) as said:
        press(Qt.Key.Key_Delete, CONTROL | SHIFT)
    assert said.args == ["已删除分项绩效目标，按 Ctrl+Z 撤销"]
    assert titles(session) == ["促进消费", "办好展会"]
    assert headings(page)[1] == "（二）办好展会"
    assert focused() is page.sheet.chapters[0].sections[1].fields[0]
    session.undo_stack.undo()
    assert session.document("document") is before
    assert page.sheet.chapters[0].sections[1].fields[2].text() == "1、改造6家。"
    assert focused() is page.sheet.chapters[0].sections[1].fields[0]


def test_removing_the_last_section_leaves_the_button(page: StatementPage, session: Session) -> None:
    for section in list(page.sheet.chapters[1].sections):
        section.fields[0].setFocus()
        press(Qt.Key.Key_Delete, CONTROL | SHIFT)
    assert session.document("document").statement.safeguards == ()
    assert focused() is page.sheet.chapters[1].add_button


def test_typing_is_kept_before_its_section_is_moved_or_removed(
    second: Section, session: Session
) -> None:
    QTest.keyClicks(second.fields[0], "A")
    press(Qt.Key.Key_Delete, CONTROL | SHIFT)
    session.undo_stack.undo()
    assert titles(session)[1] == "A改造市场"


def test_the_buttons_do_what_they_say(
    page: StatementPage, second: Section, session: Session
) -> None:
    tools = page.guide.tools
    assert tools.isVisible()
    assert tools.parentWidget() is second
    QTest.mouseClick(tools.buttons[Deed.UP], Qt.MouseButton.LeftButton)
    assert titles(session) == ["改造市场", "促进消费", "办好展会"]
    QTest.mouseClick(tools.buttons[Deed.REMOVE], Qt.MouseButton.LeftButton)
    assert titles(session) == ["促进消费", "办好展会"]
    QTest.mouseClick(tools.buttons[Deed.DUPLICATE], Qt.MouseButton.LeftButton)
    assert titles(session) == ["促进消费", "促进消费", "办好展会"]
    page.sheet.overall.setFocus()
    for section in page.sheet.chapters[0].sections:  # who still points at one keeps its buttons
        QApplication.sendEvent(section, QEvent(QEvent.Type.Leave))
    assert not tools.isVisible()


@pytest.mark.usefixtures("second")
def test_a_section_is_dragged_to_another_place(page: StatementPage, session: Session) -> None:
    handle = page.guide.handle
    first = page.sheet.chapters[0].sections[0]
    target = first.mapToGlobal(QPoint(40, 12))
    QTest.mousePress(handle, Qt.MouseButton.LeftButton)
    QTest.mouseMove(handle, handle.mapFromGlobal(target))
    assert first.bar.is_target
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=handle.mapFromGlobal(target))
    assert titles(session) == ["改造市场", "促进消费", "办好展会"]
    assert not first.bar.is_target


@pytest.mark.usefixtures("second")
def test_escape_gives_a_drag_up(page: StatementPage, session: Session) -> None:
    handle = page.guide.handle
    target = handle.mapFromGlobal(page.sheet.chapters[0].sections[0].mapToGlobal(QPoint(40, 12)))
    QTest.mousePress(handle, Qt.MouseButton.LeftButton)
    QTest.mouseMove(handle, target)
    QTest.keyClick(handle, Qt.Key.Key_Escape)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=target)
    assert titles(session) == ["促进消费", "改造市场", "办好展会"]
    assert not page.sheet.chapters[0].sections[0].bar.is_target


def test_undo_elsewhere_on_the_page_brings_the_place_into_view(
    page: StatementPage, session: Session
) -> None:
    session.do("document", SetField("watch", "text", "按季监控。"))
    page.sheet.overall.setFocus()
    session.undo_stack.undo()
    field = focused()
    assert isinstance(field, Field)
    assert field is page.sheet.chapters[1].sections[1].fields[1]


def test_unread_text_is_folded_away_and_can_be_copied(page: StatementPage) -> None:
    unread = page.sheet.unread
    assert unread.isVisible()
    assert unread.switch.text() == "未识别的原文（2 段）"
    assert not unread.texts.isVisible()
    QTest.mouseClick(unread.switch, Qt.MouseButton.LeftButton)
    assert unread.texts.isVisible()
    unread.texts.setFocus()
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_C, CONTROL)
    copied = QApplication.clipboard().text()
    assert copied == "第 12 行\n第四部分 名词解释\n第 90 行\n附件\n无"
    press(Qt.Key.Key_X)
    assert unread.texts.toPlainText() == copied


def test_a_document_without_unread_text_says_nothing_of_it(
    page: StatementPage, session: Session
) -> None:
    session.add(Document(2026, "hebei-2024", id="other"), "新建文档")
    page.show_statement("other")
    assert not page.sheet.unread.isVisible()


def test_coming_back_to_the_page_comes_back_to_the_field(
    page: StatementPage, second: Section
) -> None:
    second.fields[2].setFocus()
    elsewhere = QLineEdit(page)
    elsewhere.show()
    elsewhere.setFocus()
    assert focused() is elsewhere
    page.setFocus()
    assert focused() is second.fields[2]
    press(Qt.Key.Key_Delete, CONTROL | SHIFT)
    elsewhere.setFocus()
    page.setFocus()
    assert focused() is page.sheet.chapters[0].sections[1].fields[0]


def test_the_place_follows_a_moved_section(
    page: StatementPage, second: Section, qtbot: QtBot
) -> None:
    second.fields[1].setFocus()
    with qtbot.waitSignal(page.place_changed) as said:
        press(Qt.Key.Key_Up, ALT)
    assert said.args == ["（一）改造市场 · 绩效目标 · 5 字"]


def right_click(field: Field, wanted: str) -> dict[str, bool]:
    """Open the menu of a field, take an entry, and tell what could be done."""
    point = field.viewport().rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, field.mapToGlobal(point))
    QApplication.sendEvent(field.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = {each.text(): each.isEnabled() for each in menu.actions() if each.text()}
    next(each for each in menu.actions() if each.text() == wanted).trigger()
    menu.close()
    return offered


def test_the_menu_of_a_field_offers_the_section_too(
    page: StatementPage, second: Section, session: Session
) -> None:
    page.complete()
    second.fields[1].setFocus()
    offered = right_click(second.fields[1], "上移这一条")
    assert list(offered)[:5] == ["剪切", "复制", "粘贴", "全选", "整理文字"]
    assert not offered["剪切"]
    assert titles(session) == ["改造市场", "促进消费", "办好展会"]


def test_the_menu_of_the_overall_text_offers_nothing_about_sections(page: StatementPage) -> None:
    page.complete()
    offered = right_click(page.sheet.overall, "全选")
    assert not offered["上移这一条"]
    assert not offered["删除这一条"]
    assert right_click(page.sheet.overall, "复制")["剪切"]
    assert QGuiApplication.clipboard().text() == page.sheet.overall.text()


def test_many_sections_all_come(page: StatementPage, session: Session, qtbot: QtBot) -> None:
    many = tuple(SubGoal(f"第{number}项") for number in range(1, 201))
    document = Document(2026, "hebei-2024", statement=Statement("", many), id="many")
    session.add(document, "新建文本")
    page.show_statement("many")
    chapter = page.sheet.chapters[0]
    assert len(chapter.sections) < 200
    QTest.mouseClick(chapter.add_button, Qt.MouseButton.LeftButton)
    assert session.document("many").statement.subgoals[-1].title == ""
    qtbot.waitUntil(lambda: len(chapter.sections) == 201)
    assert chapter.sections[199].heading == "（200）第200项"
    chapter.sections[199].fields[2].setFocus()
    press(Qt.Key.Key_Tab)
    assert focused() is chapter.sections[200].fields[0]


def test_zoom_makes_the_text_larger(page: StatementPage) -> None:
    height = page.sheet.overall.height()
    page.set_zoom(2.0)
    assert page.sheet.overall.height() > 1.5 * height
