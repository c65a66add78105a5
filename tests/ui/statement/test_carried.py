"""Texts of part one that came from last year: they say so until somebody looks at them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from perfdesk.models.document import Submission
from perfdesk.models.years.submit import Submit
from perfdesk.ui.look import theme
from perfdesk.ui.look.style import style_sheet
from perfdesk.ui.statement.field import Field
from tests.ui.statement.hands import compose, focused, press, type_text
from tests.ui.statement.years import LAST_YEAR, Years, begun, open_years

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ORIGIN = "来自2025年，尚未核对"


@pytest.fixture
def years(qtbot: QtBot) -> Years:
    return open_years(qtbot, begun(), LAST_YEAR)


def said(years: Years) -> list[str]:
    """The names of the fields that say that they came from last year."""
    return [each.accessibleName() for each in years.page.sheet.fields if each.origin]


def test_they_say_so_and_empty_ones_do_not(years: Years) -> None:
    assert len(said(years)) == years.statement.unconfirmed == 8
    assert {each.origin for each in years.page.sheet.fields} == {ORIGIN, ""}
    assert years.field("绩效指标", 1).origin == ""
    goal = years.stand("绩效目标")
    assert (goal.toolTip(), goal.accessibleDescription()) == (ORIGIN, ORIGIN)
    assert years.places[-1].endswith(ORIGIN)


def test_without_a_past_year_at_hand_it_is_just_last_year(qtbot: QtBot) -> None:
    years = open_years(qtbot, begun())
    assert years.page.sheet.overall.toolTip() == "来自上年，尚未核对"


def test_they_are_written_in_soft_ink_with_a_corner(years: Years) -> None:
    years.page.setStyleSheet(style_sheet(dict.fromkeys(theme.Tokens._fields, "#010203")))
    years.stand("绩效目标", 1)
    field = years.page.sheet.overall
    assert field.palette().text().color() == QColor("#010203")
    corner = corner_of(field)
    press_ctrl_k_in(field)
    assert field.palette().text().color() != QColor("#010203")
    assert corner_of(field) != corner


def corner_of(field: Field) -> QColor:
    return field.viewport().grab().toImage().pixelColor(1, 1)


def press_ctrl_k_in(field: Field) -> None:
    field.setFocus()
    press(Qt.Key.Key_K, CONTROL)
    field.clearFocus()


def test_typing_in_one_clears_its_mark_at_once_and_for_good(years: Years) -> None:
    before, goal = years.statement, years.stand("绩效目标")
    QTest.keyClicks(goal, "x")
    assert not goal.property("carried"), "before it is even kept"
    press(Qt.Key.Key_Tab)
    assert goal.origin == goal.toolTip() == ""
    assert years.statement.subgoals[0].carried == {"title", "indicators"}
    years.undo()
    assert years.statement == before
    assert goal.origin == ORIGIN
    assert goal.property("carried")


def test_writing_the_same_again_is_looking_at_it(years: Years) -> None:
    overall = years.page.sheet.overall
    text = overall.text()
    QGuiApplication.clipboard().setText(text)
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_V, CONTROL)
    years.page.commit()
    assert (years.statement.overall, years.statement.carried) == (text, frozenset())
    assert years.session.undo_stack.count() == 1


def test_what_was_typed_and_taken_back_is_as_it_was(years: Years) -> None:
    overall = years.page.sheet.overall
    QTest.keyClicks(overall, "x")
    press(Qt.Key.Key_Z, CONTROL)
    years.page.commit()
    assert years.statement.carried == {"overall"}
    assert overall.property("carried")
    assert years.session.undo_stack.count() == 0


def test_walking_through_them_confirms_nothing(years: Years) -> None:
    for _ in range(9):
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Up)
    assert years.statement.unconfirmed == 8
    assert years.session.undo_stack.count() == 0


def test_ctrl_k_confirms_the_text_one_is_in(years: Years) -> None:
    before = years.statement
    goal = years.stand("绩效目标")
    press(Qt.Key.Key_K, CONTROL)
    assert years.statement.subgoals[0].carried == {"title", "indicators"}
    assert years.statement.subgoals[0].goal == before.subgoals[0].goal
    assert years.told[-1] == "已核对 1 栏，部门整体绩效目标还有 7 栏待核对"
    assert focused() is goal
    press(Qt.Key.Key_K, CONTROL)
    assert years.told[-1] == "这里没有待核对的内容，部门整体绩效目标还有 7 栏"
    assert years.session.undo_stack.count() == 1
    years.undo()
    assert years.statement == before
    assert goal.origin == ORIGIN


def test_a_key_goes_from_one_to_the_next_and_round(years: Years) -> None:
    seen = []
    for _ in range(9):
        press(Qt.Key.Key_F5)
        field = years.page.sheet.current
        assert focused() is field
        assert field.origin == ORIGIN
        seen.append(field)
    assert len(set(seen)) == 8
    assert seen[:7] == [each for each in years.page.sheet.fields if each.origin][1:]
    assert "已从头开始查找待核对的内容" in years.told
    press(Qt.Key.Key_K, CONTROL | SHIFT)
    press(Qt.Key.Key_F5)
    assert years.told[-1] == "没有待核对的内容"


def test_ctrl_shift_k_confirms_all_of_it_in_one_step(years: Years) -> None:
    press(Qt.Key.Key_K, CONTROL | SHIFT)
    assert years.statement.unconfirmed == 0
    assert said(years) == []
    assert years.told[-1] == "已核对 8 栏，部门整体绩效目标已全部核对"
    assert years.session.outline("document2026").unconfirmed == 0
    assert years.session.undo_stack.count() == 1
    years.undo()
    assert len(said(years)) == 8


def test_what_was_just_typed_is_kept_before_the_rest_is_confirmed(years: Years) -> None:
    overall = years.page.sheet.overall
    QTest.keyClicks(overall, "x")
    press(Qt.Key.Key_K, CONTROL | SHIFT)
    assert years.statement.unconfirmed == 0
    assert "x" in years.statement.overall
    assert years.told[-1].startswith("已核对 7 栏")


def test_a_document_that_was_handed_in_stays_as_it_is(years: Years) -> None:
    years.session.do("document2026", Submit(Submission("张三", "2026-01-20T16:30:00+08:00")))
    before = years.statement
    press(Qt.Key.Key_K, CONTROL | SHIFT)
    assert years.statement is before
    assert "已上报" in "".join(years.told)
    assert not any("已核对" in each for each in years.told)


def test_a_composing_input_method_keeps_the_key(years: Years) -> None:
    years.stand("绩效目标")
    compose("pei")
    press(Qt.Key.Key_K, CONTROL)
    press(Qt.Key.Key_K, CONTROL | SHIFT)
    assert years.statement.unconfirmed == 8
    type_text("培")


def test_undo_of_a_confirmed_text_goes_there(years: Years) -> None:
    years.stand("措施内容")
    press(Qt.Key.Key_K, CONTROL)
    years.stand("绩效目标")
    years.undo()
    assert focused() is years.field("措施内容")


def test_sections_shown_later_know_it_too(qtbot: QtBot) -> None:
    document = begun()
    first = document.statement.subgoals[0]
    many = tuple(replace(first, id=f"new{index}", title=f"第{index}项") for index in range(40))
    document = replace(document, statement=replace(document.statement, subgoals=many))
    years = open_years(qtbot, document, LAST_YEAR)
    years.page.sheet.show_all()
    assert len(said(years)) == years.statement.unconfirmed == 40 * 3 + 3


def test_the_menu_offers_it(years: Years) -> None:
    (menu,) = [each for each in years.page.edits() if isinstance(each, QMenu)]
    offered = [each.text() for each in menu.actions()]
    assert offered == [
        *("取用上年内容", "下一处待核对", "核对无误", "部门整体绩效目标全部核对无误")
    ]
    assert [each.text() for each in years.page.views()] == ["对照上年"]
