"""Long texts of the statement: counted in the margin, tidied after a paste, numbered along."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from perfdesk.models.change import SetField
from perfdesk.ui.look.tidy_bar import TidyBar
from perfdesk.ui.session import Session
from perfdesk.ui.statement.field import Field
from perfdesk.ui.statement.page import StatementPage
from tests.ui.statement.hands import compose, focused, press, type_text

KEY = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
UNTIDY = "办好 活动，\n带动１５家。"


def note(page: StatementPage) -> QLabel:
    labels = page.findChildren(QLabel)
    return next(each for each in labels if each.accessibleName() == "字数")


def bar(field: Field) -> TidyBar | None:
    return next((each for each in field.findChildren(TidyBar) if each.isVisible()), None)


def paste(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press(KEY.Key_V, CONTROL)


def here(page: StatementPage) -> Field:
    field = focused()
    assert isinstance(field, Field)
    assert page.isAncestorOf(field)
    return field


def test_the_length_stands_beside_the_text_one_writes_in(page: StatementPage) -> None:
    assert note(page).isVisible()
    assert note(page).text() == "字数 12"
    type_text("2025年。")
    assert note(page).text() == "字数 15"
    press(KEY.Key_Left, SHIFT)
    press(KEY.Key_Left, SHIFT)
    assert note(page).text() == "选中 2\n字数 15"
    field = here(page)
    right = field.mapTo(note(page).parentWidget() or page, QPoint(field.width(), 0)).x()
    assert right < note(page).x()
    assert note(page).geometry().right() < (note(page).parentWidget() or page).width()


def test_titles_are_not_counted(page: StatementPage) -> None:
    page.sheet.chapters[0].sections[0].fields[0].setFocus()
    assert note(page).isHidden()
    page.sheet.chapters[0].sections[0].fields[1].setFocus()
    assert note(page).text() == "字数 5"


def test_the_count_goes_with_its_section(page: StatementPage) -> None:
    page.sheet.chapters[0].sections[2].fields[1].setFocus()
    press(KEY.Key_Delete, CONTROL | SHIFT)
    assert len(page.sheet.chapters[0].sections) == 2
    page.sheet.overall.setFocus()
    assert note(page).text() == "字数 12"


def test_a_paste_is_kept_as_it_is_and_offered_to_be_tidied(
    page: StatementPage, session: Session
) -> None:
    field, height = here(page), here(page).height()
    press(KEY.Key_A, CONTROL)
    paste(UNTIDY)
    shown = bar(field)
    assert shown
    assert shown.words == "已粘贴；可整理：去除多余空格 1 处、合并换行 1 处、全角数字 1 处"
    assert field.height() > height
    assert field.text() == UNTIDY
    press(KEY.Key_F6)
    assert field.text() == "办好活动，带动15家。"
    assert bar(field) is None
    press(KEY.Key_Z, CONTROL)
    assert field.text() == UNTIDY
    page.commit()
    assert session.document("document").statement.overall == UNTIDY


def test_the_offer_ends_where_one_leaves_the_field(page: StatementPage) -> None:
    field = here(page)
    paste(UNTIDY)
    page.sheet.chapters[0].sections[0].fields[1].setFocus()
    assert bar(field) is None


def test_the_buttons_take_no_focus(page: StatementPage, qtbot: object) -> None:
    del qtbot
    field = here(page)
    press(KEY.Key_A, CONTROL)
    paste(UNTIDY)
    buttons = {each.text(): each for each in field.findChildren(QPushButton)}
    buttons["保留原样"].click()
    assert bar(field) is None
    paste(UNTIDY)
    buttons["整理（F6）"].click()
    assert field.text() == UNTIDY + "办好活动，带动15家。"
    assert field.hasFocus()


def test_a_composing_input_method_keeps_the_key(page: StatementPage) -> None:
    paste(UNTIDY)
    before = here(page).text()
    compose("zheng")
    press(KEY.Key_F6)
    assert here(page).text() == before
    compose("")


@pytest.mark.parametrize(
    ("line", "after"),
    [("1、活动", "1、活动\n2、"), ("一、目标", "一、目标\n"), ("活动", "活动\n")],
)
def test_enter_counts_on(page: StatementPage, line: str, after: str) -> None:
    press(KEY.Key_A, CONTROL)
    type_text(line)
    press(KEY.Key_Return)
    assert here(page).text() == after


def test_enter_in_a_title_leaves_it(page: StatementPage) -> None:
    title = page.sheet.chapters[0].sections[0].fields[0]
    title.setFocus()
    paste("促进\n消费")
    assert title.text() == "促进 消费促进消费"
    press(KEY.Key_Return)
    assert focused() is page.sheet.chapters[0].sections[0].fields[1]


def test_a_break_behind_the_pasted_stays(page: StatementPage) -> None:
    press(KEY.Key_Home, CONTROL)
    paste("甲 乙\n")
    press(KEY.Key_F6)
    assert here(page).text() == "甲乙\n全年办好八场促消费活动。"


def test_the_count_stays_beside_the_last_line_above_an_offer(page: StatementPage) -> None:
    paste(UNTIDY)
    viewport = here(page).viewport()
    sheet = note(page).parentWidget()
    assert sheet
    bottom = viewport.mapTo(sheet, QPoint(0, viewport.height())).y()
    assert note(page).geometry().bottom() + 1 == bottom


def test_the_numbers_follow_a_deleted_line_as_one_step(
    page: StatementPage, session: Session
) -> None:
    press(KEY.Key_A, CONTROL)
    paste("总的要求：\n1、甲\n2、乙\n3、丙")
    press(KEY.Key_Up)
    press(KEY.Key_Home)
    press(KEY.Key_Down, SHIFT)
    press(KEY.Key_Delete)
    assert here(page).text() == "总的要求：\n1、甲\n2、丙"
    press(KEY.Key_Z, CONTROL)
    assert here(page).text() == "总的要求：\n1、甲\n2、乙\n3、丙"
    press(KEY.Key_Y, CONTROL)
    page.commit()
    assert session.document("document").statement.overall == "总的要求：\n1、甲\n2、丙"


def test_a_text_that_came_from_elsewhere_is_left_as_it_is(
    page: StatementPage, session: Session
) -> None:
    for text in ("1、甲\n2、乙\n3、丙", "1、甲\n3、丙"):
        session.do("document", SetField("", "statement.overall", text))
        assert here(page).text() == text


def test_where_nothing_is_untidy_the_key_says_so(page: StatementPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.told) as told:
        press(KEY.Key_F6)
    assert told.args == ["没有需要整理的文字"]
