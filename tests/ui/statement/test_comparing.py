"""A past year's statement stands beside this year's; texts, rows and all of it are taken over."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from perfdesk.models.change import SetField
from perfdesk.models.document import Document, Submission
from perfdesk.models.statement import Safeguard, Statement, SubGoal
from perfdesk.models.years.submit import Submit
from tests.ui.statement.hands import focused, press
from tests.ui.statement.years import LAST_YEAR, OLDER, Years, open_years

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier
NOW = replace(
    LAST_YEAR,
    year=2026,
    statement=Statement(
        "",
        (
            SubGoal("改造市场", "自己写的", id="new2", carried=frozenset({"title", "goal"})),
            SubGoal("新增的一项", "", id="new9"),
        ),
        (Safeguard("完善制度", "", id="new3"),),
    ),
    unread=(),
    id="document2026",
)


def opened(qtbot: QtBot, document: Document = NOW) -> Years:
    return open_years(qtbot, document, LAST_YEAR, OLDER)


@pytest.fixture
def years(qtbot: QtBot) -> Years:
    return opened(qtbot)


@pytest.fixture
def beside(years: Years) -> Years:
    """The same, the past year open beside it."""
    press(Qt.Key.Key_F12)
    assert years.shown
    return years


def titles(years: Years) -> list[str]:
    return [each.title for each in years.statement.subgoals]


def in_the_past(years: Years, name: str, index: int = 0) -> None:
    """Click into a text of the past."""
    named = [each for each in years.panel.sheet.fields if each.accessibleName() == name]
    QTest.mouseClick(named[index].viewport(), Qt.MouseButton.LeftButton)
    assert focused() is named[index]


def test_f12_opens_the_last_year_and_closes_it(years: Years) -> None:
    field = years.stand("绩效目标")
    press(Qt.Key.Key_F12)
    assert years.shown == "2025年云溪区商务局部门整体绩效目标"
    assert years.panel.bar.years.currentText() == "2025 年度"
    assert focused() is field
    press(Qt.Key.Key_F12)
    assert years.shown == ""
    assert focused() is field
    assert not years.page.views()[0].isChecked()


def test_without_a_past_it_says_so(qtbot: QtBot) -> None:
    years = open_years(qtbot, NOW)
    press(Qt.Key.Key_F12)
    assert years.shown == ""
    assert "没有往年文本" in years.told[-1]
    press(Qt.Key.Key_L, CONTROL_SHIFT)
    assert "没有往年文本" in years.told[-1]


def test_a_last_year_that_says_nothing_is_passed_by(qtbot: QtBot) -> None:
    empty = replace(LAST_YEAR, statement=Statement())
    years = open_years(qtbot, NOW, empty, OLDER)
    press(Qt.Key.Key_F12)
    assert years.shown.startswith("2024年")


def test_it_goes_where_one_is_by_the_sections_title(beside: Years) -> None:
    beside.stand("绩效目标")
    assert beside.panel.picked.text() == "2025年底前改善环境。"
    beside.stand("措施内容")
    assert beside.panel.picked.text() == "2025年按季检查。"
    beside.stand("绩效目标", 1)
    assert beside.panel.picked.text() == "2025年按季检查。", "what has no past leaves it"
    beside.page.sheet.overall.setFocus()
    assert beside.panel.picked is beside.panel.sheet.overall


def test_another_year_can_be_chosen(beside: Years) -> None:
    beside.panel.bar.years.setCurrentIndex(1)
    beside.panel.bar.years.activated.emit(1)
    assert beside.shown.startswith("2024年")
    assert beside.panel.sheet.overall.text() == "2024年办好六场活动。"


def test_the_past_is_not_written_in(beside: Years) -> None:
    before = beside.session.document("document2025")
    in_the_past(beside, "绩效目标")
    QTest.keyClicks(focused(), "x")
    assert "只能查看" in beside.told[-1]
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F6):
        press(key)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Return, CONTROL)
    press(Qt.Key.Key_K, CONTROL)
    assert beside.session.document("document2025") is before
    assert beside.document is NOW


def test_what_is_selected_in_the_past_can_be_copied(beside: Years) -> None:
    in_the_past(beside, "绩效目标")
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "2025年活跃市场。"


@pytest.mark.parametrize("is_open", [True, False])
def test_a_text_takes_last_years_in_one_step(years: Years, is_open: bool) -> None:
    if is_open:
        press(Qt.Key.Key_F12)
    years.stand("绩效目标")
    press(Qt.Key.Key_L, CONTROL_SHIFT)
    row = years.statement.subgoals[0]
    assert (row.goal, row.carried) == ("2026年底前改善环境。", frozenset({"title"}))
    assert focused() is years.field("绩效目标")
    assert years.field("绩效目标").text() == "2026年底前改善环境。"
    assert years.told[-1] == "已取用2025年内容，按 Ctrl+Z 撤销"
    assert years.session.undo_stack.count() == 1
    years.undo()
    assert years.document == NOW


def test_a_past_that_says_nothing_is_told(qtbot: QtBot) -> None:
    years = open_years(qtbot, NOW, replace(LAST_YEAR, statement=Statement()))
    press(Qt.Key.Key_L, CONTROL_SHIFT)
    assert "往年的部门整体绩效目标没有内容" in years.told[-1]


def test_what_was_just_typed_is_a_step_of_its_own(years: Years) -> None:
    goal = years.stand("绩效目标")
    QTest.keyClicks(goal, "x")
    press(Qt.Key.Key_L, CONTROL_SHIFT)
    years.undo()
    assert "x" in years.statement.subgoals[0].goal


def test_the_overall_text_takes_last_years_too(years: Years) -> None:
    press(Qt.Key.Key_L, CONTROL_SHIFT)
    assert years.statement.overall == "2026年办好八场促消费活动。"


def test_what_has_no_past_says_so(years: Years) -> None:
    for index in (0, 1):  # empty last year; not there last year
        years.stand("绩效指标", index)
        press(Qt.Key.Key_L, CONTROL_SHIFT)
        assert years.told.pop() == "往年没有对应的内容可以取用"
    assert years.document is NOW


def test_a_text_picked_in_the_past_goes_to_the_section_of_its_title(beside: Years) -> None:
    in_the_past(beside, "绩效目标", 1)
    press(Qt.Key.Key_L, CONTROL_SHIFT)
    assert beside.statement.subgoals[0].goal == "2026年底前改善环境。"
    in_the_past(beside, "措施内容")
    beside.click("取用这一栏")
    assert beside.statement.safeguards[0].text == "2026年按季检查。"
    in_the_past(beside, "绩效目标", 0)
    beside.click("取用这一栏")
    assert "没有标题相同的一条" in beside.told[-1]


def test_a_section_is_added_where_it_stood_or_filled_in(beside: Years) -> None:
    in_the_past(beside, "绩效指标")
    beside.click("取用这一条")
    assert titles(beside) == ["促进消费", "改造市场", "新增的一项"]
    first = beside.statement.subgoals[0]
    assert (first.goal, first.carried) == (
        "2026年活跃市场。",
        frozenset({"title", "goal", "indicators"}),
    )
    assert beside.page.sheet.sections[0].heading == "（一）促进消费"
    in_the_past(beside, "分项绩效目标标题", 1)
    beside.click("取用这一条")
    assert beside.statement.subgoals[1].goal == "2026年底前改善环境。"
    assert beside.session.undo_stack.count() == 2
    beside.undo()
    beside.undo()
    assert beside.document == NOW


def test_all_of_it_replaces_this_years_in_one_step(beside: Years) -> None:
    beside.click("取用全部")
    assert titles(beside) == ["促进消费", "改造市场"]
    assert beside.statement.overall == "2026年办好八场促消费活动。"
    assert beside.statement.subgoals[0].carried == {"title", "goal", "indicators"}
    assert beside.field("绩效目标").origin == "来自2025年，尚未核对"
    beside.undo()
    assert beside.document == NOW


def test_nothing_is_taken_into_what_was_handed_in(beside: Years) -> None:
    beside.session.do("document2026", Submit(Submission("张三", "2026-01-20T16:30:00+08:00")))
    before = beside.document
    beside.click("取用全部")
    press(Qt.Key.Key_L, CONTROL_SHIFT)
    assert beside.document is before
    assert not any(each.startswith("已取用") for each in beside.told)


def test_the_past_follows_its_own_changes_and_goes_with_its_document(beside: Years) -> None:
    beside.session.do("document2025", SetField("first", "goal", "改过的往年"))
    assert "改过的往年" in [each.text() for each in beside.panel.sheet.fields]
    focus = focused()
    beside.session.remove("document2025", "删除")
    assert beside.shown == ""
    assert focused() is focus


def test_another_document_brings_its_own_past(beside: Years) -> None:
    beside.page.show_statement("document2025")
    assert beside.shown.startswith("2024年")
    beside.page.show_statement("document2024")
    assert beside.shown == "", "there is none before it"
    press(Qt.Key.Key_L, CONTROL_SHIFT)
    assert "没有往年文本" in beside.told[-1]


def test_it_stands_in_half_of_the_room_and_grows_with_the_page(beside: Years) -> None:
    panel, desk = beside.panel, beside.page.sheet.desk
    assert abs(panel.width() - desk.width()) <= 2
    height = panel.sheet.overall.height()
    beside.page.set_zoom(1.5)
    assert panel.sheet.overall.height() > height
    for each in (panel.sheet, beside.page.sheet):
        paper = each.desk.sheet
        assert paper.width() <= each.desk.viewport().width(), "nothing is cut off"


def test_where_one_is_stays_in_view_in_both_years(qtbot: QtBot) -> None:
    many = tuple(
        SubGoal(f"第{n}项", "办好活动。" * 30, "办好活动。" * 30, id=f"row{n}") for n in range(9)
    )
    said = replace(LAST_YEAR.statement, overall="办好活动。" * 90, subgoals=many)
    long = replace(LAST_YEAR, statement=said)
    now = replace(long, year=2026, id="document2026")
    years = open_years(qtbot, now, long)
    own = years.stand("绩效目标", 4)
    press(Qt.Key.Key_F12)

    def in_view() -> bool:
        sheets = ((own, years.page.sheet), (years.panel.picked, years.panel.sheet))
        return all(
            field.mapTo(sheet.desk.viewport(), field.rect().topLeft()).y() >= 0
            and field.mapTo(sheet.desk.viewport(), field.rect().bottomLeft()).y()
            < sheet.desk.viewport().height()
            for field, sheet in sheets
        )

    QApplication.processEvents()  # the panel has just been given its place
    years.page.sheet.desk.settle()
    assert in_view()
    assert years.panel.picked.text() == own.text()
