"""A new project begins from a template, from last year's project, or from any other."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from perfdesk.io.forms import form_named
from perfdesk.io.rule_book import rule_book
from perfdesk.models.blank import blank_project
from perfdesk.models.document import Department, Document
from perfdesk.models.project import Project
from perfdesk.models.review.check import check
from perfdesk.models.value import IndicatorValue
from perfdesk.paths import settings_dir
from perfdesk.ui.form.beginning_picker import BeginningPicker
from perfdesk.ui.settings import Settings
from perfdesk.ui.suggesting import Suggesting
from tests.ui.form.conftest import PROJECT, Desk, OpenDesk
from tests.ui.statement.hands import press, type_text

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
DEPARTMENT = Department("315", "云溪区商务局")
BLANK = replace(blank_project(form_named("hebei-2024"), PROJECT.unit), id="blank")
PAST = replace(
    PROJECT, id="past-project", name="2024年电子商务发展专项资金", goals=("2024年提高应用水平。",)
)
OTHER = replace(PROJECT, id="other", name="2024年商贸流通补助资金", code="")


@pytest.fixture
def blank_desk(open_desk: OpenDesk, qtbot: QtBot) -> Desk:
    return with_past(open_desk(BLANK), qtbot)


def with_past(desk: Desk, qtbot: QtBot) -> Desk:
    suggesting = Suggesting(desk.session, Settings(settings_dir()))
    desk.page.suggest_with(suggesting)
    past = Document(2024, "hebei-2024", DEPARTMENT, projects=(PAST, OTHER), id="past")
    desk.session.add(past, "导入")
    with qtbot.waitSignal(suggesting.ready):
        suggesting.start()
    return desk


def offers(desk: Desk) -> list[str]:
    return [each.text() for each in desk.page.findChildren(QPushButton) if each.isVisible()]


def click(desk: Desk, text: str) -> None:
    buttons = desk.page.findChildren(QPushButton)
    next(each for each in buttons if each.text() == text and each.isVisible()).click()


def name_it(desk: Desk, name: str) -> None:
    desk.go("blank", "name")
    type_text(name)
    press(KEY.Key_Return)


def picker() -> BeginningPicker:
    press(KEY.Key_L, CONTROL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, BeginningPicker)
    dialog.activateWindow()  # nobody does that without a screen
    QApplication.processEvents()
    assert dialog.search.hasFocus()
    return dialog


def listed(dialog: BeginningPicker) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_a_blank_form_is_offered_something_to_begin_from(blank_desk: Desk) -> None:
    assert offers(blank_desk)[:2] == ["用模板…", "参照其他项目…"]
    name_it(blank_desk, "2025年干部培训经费")
    assert offers(blank_desk)[:3] == ["用模板：培训", "其他模板…", "参照其他项目…"]
    blank_desk.undo()
    name_it(blank_desk, "2025年电子商务发展专项资金")
    assert offers(blank_desk)[0] == "参照上年填写"


def test_once_a_row_says_something_nothing_is_offered(blank_desk: Desk) -> None:
    blank_desk.go(BLANK.indicators[0].id, "basis")
    type_text("《办法》")
    press(KEY.Key_Return)
    assert not any("模板" in each or "参照" in each for each in offers(blank_desk))


def test_the_template_of_the_kind_of_work(blank_desk: Desk) -> None:
    name_it(blank_desk, "2025年干部培训经费")
    steps = blank_desk.session.undo_stack.count()
    click(blank_desk, "用模板：培训")
    assert "培训人次" in blank_desk.names
    assert all(blank_desk.names)
    assert blank_desk.project.name == "2025年干部培训经费"
    assert blank_desk.session.undo_stack.count() == steps + 1
    assert blank_desk.view.hasFocus()
    assert "Ctrl+Z" in blank_desk.told[-1]
    blank_desk.undo()
    assert blank_desk.project.indicators == BLANK.indicators


def test_figures_of_a_template_are_to_be_looked_at(blank_desk: Desk) -> None:
    name_it(blank_desk, "2025年干部培训经费")
    click(blank_desk, "用模板：培训")
    figured = [
        row for row in blank_desk.project.indicators if any(map(str.isdigit, row.value.text))
    ]
    assert figured
    assert all("value" in row.carried for row in figured)
    assert not any("name" in row.carried for row in blank_desk.project.indicators)
    blank_desk.go(figured[0].id, "value")
    assert "来自模板“培训”，尚未核对" in blank_desk.places[-1]
    press(KEY.Key_K, CONTROL)
    assert "value" not in blank_desk.project.indicators[0].carried


def test_any_template_is_found_by_its_kind_of_work(blank_desk: Desk) -> None:
    click(blank_desk, "用模板…")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, BeginningPicker)
    assert dialog.windowTitle() == "用模板填写"
    assert not {PAST.name, OTHER.name} & set(listed(dialog))
    dialog.activateWindow()
    QApplication.processEvents()
    type_text("shitang")
    assert listed(dialog)[0] == "食堂"
    press(KEY.Key_Return)
    assert all(blank_desk.names)


def test_last_years_project_with_everything_but_its_code(blank_desk: Desk) -> None:
    name_it(blank_desk, "2025年电子商务发展专项资金")
    click(blank_desk, "参照上年填写")
    project = blank_desk.project
    assert (project.code, project.budget) == ("", PAST.budget)
    assert project.goals == ("2025年提高应用水平。",)
    assert blank_desk.names == [each.name for each in PAST.indicators]
    assert "goals" in project.carried
    assert "name" not in project.carried


def test_a_key_lets_one_search_by_initials(blank_desk: Desk) -> None:
    dialog = picker()
    assert listed(dialog)[:2] == [PAST.name, OTHER.name]
    type_text("smlt")
    assert listed(dialog)[0] == OTHER.name
    press(KEY.Key_Return)
    assert blank_desk.project.name == "2025年商贸流通补助资金"
    assert blank_desk.project.budget == OTHER.budget
    assert blank_desk.session.undo_stack.labels()[-1] == "参照上年项目填写"


def test_a_different_project_lends_no_name_and_no_money(blank_desk: Desk) -> None:
    name_it(blank_desk, "2025年会展服务经费")
    dialog = picker()
    type_text("商贸")
    press(KEY.Key_Return)
    project = blank_desk.project
    assert (project.name, project.budget.total) == ("2025年会展服务经费", "")
    assert project.purpose == OTHER.purpose
    assert blank_desk.names == [each.name for each in OTHER.indicators]
    assert project.carried >= {"purpose", "goals"}
    assert "name" not in project.carried
    assert all(row.carried for row in project.indicators)
    blank_desk.go("blank", "purpose")
    assert "来自2024年“2024年商贸流通补助资金”，尚未核对" in blank_desk.places[-1]
    assert not dialog.isVisible()


def test_arrows_go_through_the_list_and_escape_leaves_it(blank_desk: Desk) -> None:
    dialog = picker()
    press(KEY.Key_Down)
    assert dialog.list.currentRow() == 1
    press(KEY.Key_Escape)
    assert blank_desk.project == BLANK


def test_nothing_found_takes_nothing(blank_desk: Desk) -> None:
    dialog = picker()
    type_text("没有这样的项目")
    assert listed(dialog) == []
    assert "没有找到" in dialog.note.text()
    press(KEY.Key_Return)
    assert blank_desk.project == BLANK


def test_a_project_that_is_filled_in_keeps_what_it_has(open_desk: OpenDesk, qtbot: QtBot) -> None:
    row = replace(PROJECT.indicators[0], name="自己的指标")
    desk = with_past(open_desk(Project(unit=PROJECT.unit, id="p", indicators=(row,))), qtbot)
    picker()
    type_text("电子商务")
    press(KEY.Key_Return)
    assert desk.project.indicators[0] == row
    assert set(desk.names) >= {"自己的指标", "培训人次", "企业满意度"}


def test_what_shall_be_the_budget_stays_empty_until_there_is_one(blank_desk: Desk) -> None:
    """Half a value, `≤万元`, would look filled in; sign and unit come with the number."""
    name_it(blank_desk, "2025年干部培训经费")
    click(blank_desk, "用模板：培训")
    rows = blank_desk.project.indicators
    assert [row.value.text for row in rows if row.value.unit and not row.value.number] == []
    row = next(each for each in rows if each.name == "项目总成本")
    assert row.value == IndicatorValue()
    form = blank_desk.session.form("document")
    found = check(form, blank_desk.document, rule_book(form))
    assert [each.place.row_id for each in found if each.rule == "V01"] == [row.id]
    blank_desk.go(row.id, "value")
    type_text("38.5")
    press(KEY.Key_Return)
    assert blank_desk.row(row.id).value == IndicatorValue.of_parts("≤", "38.5", "万元")
