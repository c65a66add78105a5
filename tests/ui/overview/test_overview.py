"""What an overview says of a year, a department, a unit; and what one can do with its table."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from perfdesk.io.forms import form_named
from perfdesk.models.change import SetField
from perfdesk.models.document import Department, Document
from perfdesk.models.figures import figures
from perfdesk.models.outline import Completeness, DocumentOutline, ProjectOutline
from perfdesk.models.project import Budget, Indicator, Project, SpendingPlan, Unit
from perfdesk.models.review.counts import Counts
from perfdesk.ui.overview.heading import figure_words
from perfdesk.ui.overview.listing import Column, entries, exactly
from perfdesk.ui.overview.page import OverviewPage, spending_bars
from perfdesk.ui.overview.project_model import ProjectTableModel
from perfdesk.ui.session import Session

CONTROL = Qt.KeyboardModifier.ControlModifier


def shown(page: OverviewPage, column: Column) -> list[str]:
    model = page.table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def click_heading(page: OverviewPage, column: Column) -> None:
    heading = page.table.horizontalHeader()
    at = QPoint(heading.sectionViewportPosition(column) + 20, heading.height() // 2)
    QTest.mouseClick(heading.viewport(), Qt.MouseButton.LeftButton, pos=at)


def click_row(page: OverviewPage, row: int) -> None:
    at = page.table.visualRect(page.table.model().index(row, Column.NAME)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def figures_of(page: OverviewPage) -> dict[str, str]:
    return dict(figure_words(page.figures))


def test_a_department_adds_up(page: OverviewPage) -> None:
    assert page.heading.title.text() == "2025年 云溪区商务局"
    assert figures_of(page) == {
        "预算合计（万元）": "428.60",
        "财政资金": "428.60",
        "项目": "4",
        "指标": "14",
        "已填完": "1 / 4",
    }
    assert page.sums.texts == ("", "", "", "合计（4 个项目）", "428.60", "14", "1 / 4", "", "")


def test_a_year_and_a_unit_show_only_their_own(page: OverviewPage) -> None:
    page.show_year(2024)
    assert page.heading.title.text() == "2024 年度"
    assert shown(page, Column.NAME) == ["促消费"]
    page.show_unit("d2025", Unit("315002", "云溪区会展服务中心"))
    assert page.heading.title.text() == "2025年 315002云溪区会展服务中心"
    assert shown(page, Column.NAME) == ["展览会"]


def test_rows_show_each_project(page: OverviewPage) -> None:
    assert shown(page, Column.NUMBER) == ["1", "2", "3", "4"]
    assert shown(page, Column.NAME) == ["促消费", "展览会", "培训", "（未命名项目 13020925P）"]
    assert shown(page, Column.TOTAL) == ["150.00", "260.00", "18.60", ""]
    assert shown(page, Column.PROGRESS) == ["✓", "50%", "0%", "25%"]


def test_headings_sort_and_what_is_missing_stays_last(page: OverviewPage) -> None:
    click_heading(page, Column.TOTAL)
    assert shown(page, Column.TOTAL) == ["18.60", "150.00", "260.00", ""]
    click_heading(page, Column.TOTAL)
    assert shown(page, Column.TOTAL) == ["260.00", "150.00", "18.60", ""]
    click_heading(page, Column.NUMBER)
    assert shown(page, Column.NUMBER) == ["1", "2", "3", "4"]


def test_the_chosen_row_keeps_its_project_while_sorting(page: OverviewPage) -> None:
    click_row(page, 0)
    click_heading(page, Column.TOTAL)
    assert [entry.project.name for entry in page.table.selected_entries()] == ["促消费"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_a_project(page: OverviewPage, qtbot: QtBot, key: Qt.Key) -> None:
    click_row(page, 0)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.project_chosen) as chosen:
        QTest.keyClick(page.table, key)
    assert chosen.args == ["d2025", "展览会"]


def test_a_double_click_opens_a_project(page: OverviewPage, qtbot: QtBot) -> None:
    view = page.table
    click_row(page, 2)
    at = view.visualRect(view.currentIndex()).center()
    with qtbot.waitSignal(page.project_chosen) as chosen:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == ["d2025", "培训"]


def test_selected_rows_are_copied_as_they_stand(page: OverviewPage) -> None:
    click_row(page, 1)
    QTest.keyClick(page.table, Qt.Key.Key_C, CONTROL)
    copied = QApplication.clipboard().text()
    assert copied == "2\t315002云溪区会展服务中心\t13020925P展览会\t展览会\t260.00\t4\t50%\t\t"


def test_everything_is_copied_with_headings_and_sums(page: OverviewPage) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(page.table, Qt.Key.Key_C, CONTROL)
    lines = [line.split("\t") for line in QApplication.clipboard().text().split("\n")]
    assert lines[0][:4] == ["序号", "单位", "项目编码", "项目名称"]
    assert len(lines) == 6
    assert lines[-1][3:5] == ["合计（4 个项目）", "428.60"]


def test_several_selected_projects_are_added_up(page: OverviewPage, qtbot: QtBot) -> None:
    click_row(page, 0)
    with qtbot.waitSignal(page.place_changed) as said:
        QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert said.args == ["选中 2 个项目 · 预算数合计 410.00 万元"]


def test_bars_show_money_and_plan(page: OverviewPage) -> None:
    assert [(bar.name, bar.figure) for bar in page.money.bars] == [
        ("展览会", "260.00"),
        ("促消费", "150.00"),
        ("培训", "18.60"),
        ("1 个项目未填预算数", ""),
    ]
    assert [bar.value for bar in page.spending.bars] == [
        Decimal("37.5"),
        Decimal("43.08"),
        Decimal("43.08"),
        Decimal("304.94"),
    ]


def test_many_projects_share_the_last_line(page: OverviewPage, session: Session) -> None:
    form = form_named("hebei-2024")
    many = tuple(Project(name=f"项目{n}", budget=Budget(str(n))) for n in range(1, 31))
    document = Document(2026, form.id, Department("1", "二"), projects=many, id="many")
    session.add(document, "新建")
    page.show_department("many")
    assert len(page.money.bars) == 8
    assert page.money.bars[0].name == "项目30"
    assert (page.money.bars[-1].name, page.money.bars[-1].value) == ("其余 23 个项目", None)
    assert not page.spending.isVisible()
    page.resize(1160, 480)
    assert not page.money.isVisible()
    assert page.table.isVisible()


def test_nothing_yet_says_what_to_do(page: OverviewPage) -> None:
    page.show_unit("d2025", Unit("315009", "没有项目的单位"))
    assert page.nothing.isVisible()
    assert "Ctrl+N" in page.nothing.text()
    assert not page.table.isVisible()
    assert not page.money.isVisible()


def test_an_edit_shows_and_the_chosen_row_stays(page: OverviewPage, session: Session) -> None:
    form = form_named("hebei-2024")
    projects = (Project(name="甲", id="a"), Project(name="乙", budget=Budget("2"), id="b"))
    document = Document(2026, form.id, Department("1", "二"), projects=projects, id="new")
    session.add(document, "新建")
    page.show_department("new")
    click_row(page, 1)
    session.do("new", SetField("a", "budget.total", "3"))
    assert shown(page, Column.TOTAL) == ["3.00", "2.00"]
    assert page.sums.texts[4] == "5.00"
    assert [entry.project.name for entry in page.table.selected_entries()] == ["乙"]
    session.undo_stack.undo()
    assert shown(page, Column.TOTAL) == ["", "2.00"]


def test_edits_made_while_hidden_show_on_return(page: OverviewPage, session: Session) -> None:
    form = form_named("hebei-2024")
    document = Document(2026, form.id, projects=(Project(name="甲", id="a"),), id="new")
    session.add(document, "新建")
    page.show_department("new")
    page.hide()
    session.do("new", SetField("a", "name", "甲二"))
    page.show()
    assert shown(page, Column.NAME) == ["甲二"]


def test_a_narrow_table_leaves_the_name_room(page: OverviewPage) -> None:
    assert not page.table.isColumnHidden(Column.CODE)
    page.resize(720, 600)
    assert page.table.isColumnHidden(Column.CODE)
    assert page.table.columnWidth(Column.NAME) > 120


def test_a_form_without_codes_and_amounts_needs_no_columns(
    page: OverviewPage, session: Session
) -> None:
    session.add(Document(2020, "hebei-2020", projects=(Project(name="甲"),), id="old"), "新建")
    page.show_department("old")
    hidden = {column for column in Column if page.table.isColumnHidden(column)}
    assert hidden == {Column.UNIT, Column.CODE, Column.TOTAL, Column.CARRIED}
    assert figures_of(page) == {"项目": "1", "指标": "0", "已填完": "0 / 1"}
    assert not page.money.isVisible()


def test_one_unit_needs_no_column(page: OverviewPage) -> None:
    assert not page.table.isColumnHidden(Column.UNIT)
    page.show_year(2024)
    assert page.table.isColumnHidden(Column.UNIT)


def test_what_came_from_last_year_is_counted_until_it_was_looked_at(
    page: OverviewPage, session: Session
) -> None:
    assert page.table.isColumnHidden(Column.CARRIED)
    row = Indicator(name="培训人次", carried=frozenset({"name"}))
    carried = Project(
        name="甲", indicators=(row,), carried=frozenset({"name", "goals"}), id="carried"
    )
    document = Document(2027, "hebei-2024", projects=(carried, Project(name="乙")), id="new")
    session.add(document, "新建")
    page.show_department("new")
    assert not page.table.isColumnHidden(Column.CARRIED)
    assert shown(page, Column.CARRIED) == ["3", ""]
    assert page.sums.texts[Column.CARRIED] == "3"
    session.do("new", SetField("carried", "name", "甲"))
    assert shown(page, Column.CARRIED) == ["2", ""]


def outlined(name: str = "", total: str = "", unconfirmed: int = 0) -> ProjectOutline:
    done = Completeness(9, 9)
    rest = (Unit("315001", "本级"), Budget(total), SpendingPlan("12", "24", "36", "28"), 4, done)
    return ProjectOutline(name or "x", "", name, *rest, unconfirmed)


def document_of(*projects: ProjectOutline) -> DocumentOutline:
    office = Department("315", "云溪区商务局")
    return DocumentOutline("d", 2025, "hebei-2024", office, Completeness(1, 1), projects)


def test_money_is_written_in_one_way_and_kept_exact_beside() -> None:
    (entry,) = entries([document_of(outlined("培训", "1897.445"))])
    assert entry.text(Column.TOTAL) == "1,897.45"
    model = ProjectTableModel()
    model.show_entries((entry,))
    tip = model.index(0, Column.TOTAL).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "1897.445 万元"
    assert entry.texts(exactly)[Column.TOTAL] == "1897.445"
    assert dict(figure_words(figures([entry.project])))["预算合计（万元）"] == "1,897.45"


def test_shares_of_the_plan_add_up() -> None:
    plan = SpendingPlan("12.4", "24.4", "36.4", "26.8")
    project = replace(outlined("培训", "100"), plan=plan)
    said = [bar.figure for bar in spending_bars(figures([project]))]
    assert said == ["12.40 · 13%", "24.40 · 24%", "36.40 · 36%", "26.80 · 27%"]


def test_a_tick_is_for_what_is_complete_right_and_looked_at() -> None:
    outlines = [document_of(outlined("甲"), outlined("乙", "", 3), outlined("丙"))]
    errors = {"甲": Counts(0, 2, 2, 0), "乙": Counts(), "丙": Counts(1, 0, 0, 0)}
    listed = entries(outlines, None, lambda _, project_id: errors[project_id])
    assert [each.text(Column.PROGRESS) for each in listed] == ["✓", "100%", "100%"]
