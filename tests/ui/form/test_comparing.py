"""A past year stands beside the current project; cells, rows and all of it are taken over."""

from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from perfdesk.io.forms import form_named
from perfdesk.models.change import SetField
from perfdesk.models.document import Department, Document, Submission
from perfdesk.models.outline import outline
from perfdesk.models.project import Budget, Project
from perfdesk.models.sheet import Place
from perfdesk.models.years.submit import Submit
from perfdesk.ui.form.metrics import PADDING_X
from perfdesk.ui.form.page import ProjectPage
from perfdesk.ui.form.past_panel import PastPanel
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.session import Session
from tests.ui.form.conftest import PROJECT, Shelf, indicator

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
FORM = form_named("hebei-2024")


def past_of(year: int) -> Project:
    rows = (
        indicator("p1", "产出指标", "数量指标", "培训人次", "上年描述", f"≥{year}人次", "方案"),
        indicator("p3", "产出指标", "时效指标", "完成时限", "", f"{year}年11月底前", ""),
        indicator("p9", "产出指标", "成本指标", "人均成本", "每人费用", "≤200元", "定额"),
    )
    name = f"{year}年电子商务发展专项资金"
    return replace(
        PROJECT,
        name=name,
        code="",
        budget=Budget("280", "280", ""),
        goals=(f"{year}年办好培训。",),
        indicators=tuple(replace(row, id=f"{row.id}-{year}") for row in rows),
        id=f"past{year}",
    )


def document(year: int, *projects: Project) -> Document:
    department = Department("315", "云溪区商务局")
    return Document(year, FORM.id, department, projects=projects, id=f"document{year}")


@dataclass
class Beside:
    """A page on a project of 2025, with documents of other years in the workspace."""

    page: ProjectPage
    session: Session
    told: list[str] = field(default_factory=list)

    @property
    def project(self) -> Project:
        return self.session.document("document2025").projects[0]

    @property
    def panel(self) -> PastPanel:
        return self.page.findChildren(PastPanel)[0]

    @property
    def shown(self) -> str:
        """The past project that is seen, or nothing."""
        panels = [each for each in self.page.findChildren(PastPanel) if each.isVisible()]
        return panels[0].model.project.name if panels else ""

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        QTest.keyClick(self.page.view, key, modifiers)

    def go(self, row_id: str, name: str) -> None:
        self.page.view.where.go_to(Place(row_id, name))

    def past_place(self) -> tuple[str, str]:
        cell = self.panel.view.where.cell
        assert cell is not None
        assert cell.place is not None
        return cell.place.row_id, cell.place.field

    def click(self, text: str) -> None:
        QApplication.processEvents()  # the panel has just been given its place
        buttons = self.panel.findChildren(QPushButton)
        QTest.mouseClick(
            next(each for each in buttons if each.text() == text), Qt.MouseButton.LeftButton
        )


@pytest.fixture
def beside(qtbot: QtBot) -> Beside:
    now = replace(PROJECT, name="2025年电子商务发展专项资金")
    other = replace(past_of(2024), name="2024年别的项目", id="other2024")
    known = {
        each.id: each
        for each in (
            document(2025, now),
            document(2024, other, past_of(2024)),
            document(2023, past_of(2023)),
        )
    }
    outlines = tuple(outline(FORM, each) for each in known.values())
    session = Session(Shelf(), known.__getitem__, outlines)
    page = ProjectPage(session, Inspector(session))
    found = Beside(page, session)
    page.told.connect(found.told.append)
    session.refused.connect(found.told.append)
    qtbot.addWidget(page)
    page.resize(1180, 820)
    page.show_project("document2025", now.id)
    with qtbot.waitExposed(page):
        page.show()
    page.complete()
    page.activateWindow()
    page.setFocus()
    qtbot.waitUntil(page.view.hasFocus)
    return found


NONE = Qt.KeyboardModifier.NoModifier


def test_f12_opens_the_same_project_of_last_year_and_closes_it(beside: Beside) -> None:
    beside.press(Qt.Key.Key_F12, NONE)
    assert beside.shown == "2024年电子商务发展专项资金"
    assert beside.panel.bar.years.currentText() == "2024 年度"
    assert beside.page.view.hasFocus()
    beside.press(Qt.Key.Key_F12, NONE)
    assert beside.shown == ""
    assert beside.page.view.hasFocus()


def test_without_a_past_it_says_so(beside: Beside) -> None:
    for year in (2024, 2023):
        beside.session.remove(f"document{year}", "删除")
    beside.press(Qt.Key.Key_F12, NONE)
    assert beside.shown == ""
    assert "没有往年文本" in beside.told[-1]
    beside.press(Qt.Key.Key_L, CONTROL_SHIFT)
    assert "没有往年文本" in beside.told[-1]


def test_it_goes_where_one_is_by_the_indicators_name(beside: Beside) -> None:
    beside.press(Qt.Key.Key_F12, NONE)
    beside.go("row3", "value")
    assert beside.past_place() == ("p3-2024", "value")
    beside.go("project", "goals")
    assert beside.past_place() == ("past2024", "goals")
    beside.go("row4", "value")
    assert beside.past_place() == ("past2024", "goals"), "what has no past leaves it where it is"


def test_year_and_project_can_be_chosen(beside: Beside) -> None:
    beside.press(Qt.Key.Key_F12, NONE)
    panel = beside.panel
    panel.bar.years.setCurrentIndex(1)
    panel.bar.years.activated.emit(1)
    assert beside.shown == "2023年电子商务发展专项资金"
    panel.bar.years.setCurrentIndex(0)
    panel.bar.years.activated.emit(0)
    panel.projects.setCurrentIndex(0)
    panel.projects.activated.emit(0)
    assert beside.shown == "2024年别的项目"


def test_the_past_is_not_written_in(beside: Beside) -> None:
    beside.press(Qt.Key.Key_F12, NONE)
    beside.panel.view.setFocus()
    QTest.keyClicks(beside.panel.view, "x")
    assert beside.panel.view.editing.editor is None
    assert "只能查看" in beside.told[-1]


@pytest.mark.parametrize("opened", [True, False])
def test_selected_cells_take_last_years_content_in_one_step(beside: Beside, opened: bool) -> None:
    if opened:
        beside.press(Qt.Key.Key_F12, NONE)
    beside.go("row1", "description")
    view = beside.page.view
    view.where.stretch(view.sheet.cells.find(Place("row1", "value")))
    beside.press(Qt.Key.Key_L, CONTROL_SHIFT)
    row = beside.project.indicators[0]
    assert (row.description, row.value.text, row.basis) == ("上年描述", "≥2024人次", "工作计划")
    assert beside.told[-1] == "已取用2024年内容，按 Ctrl+Z 撤销"
    assert beside.session.undo_stack.count() == 1


def test_years_in_what_is_taken_move_on(beside: Beside) -> None:
    beside.go("row3", "value")
    beside.press(Qt.Key.Key_L, CONTROL_SHIFT)
    assert beside.project.indicators[2].value.text == "2025年11月底前"


def test_what_has_no_past_is_told(beside: Beside) -> None:
    beside.go("row4", "value")
    beside.press(Qt.Key.Key_L, CONTROL_SHIFT)
    assert beside.told[-1] == "往年没有对应的内容可以取用"
    assert beside.session.undo_stack.count() == 0


def test_cells_selected_in_the_past_are_taken(beside: Beside) -> None:
    beside.press(Qt.Key.Key_F12, NONE)
    beside.panel.view.where.go_to(Place("p1-2024", "basis"))
    beside.click("取用所选格")
    assert beside.project.indicators[0].basis == "方案"
    beside.panel.view.where.go_to(Place("p9-2024", "value"))
    beside.panel.view.setFocus()
    QTest.keyClick(beside.panel.view, Qt.Key.Key_L, CONTROL_SHIFT)
    assert "取用所选行" in beside.told[-1]


def test_rows_selected_in_the_past_are_taken_or_added(beside: Beside) -> None:
    beside.press(Qt.Key.Key_F12, NONE)
    beside.panel.view.where.go_to(Place("p9-2024", "name"))
    beside.click("取用所选行")
    added = next(row for row in beside.project.indicators if row.name == "人均成本")
    assert (added.value.text, added.basis) == ("≤200元", "定额")
    assert len(beside.project.indicators) == 6


def test_a_whole_project_is_taken_in_one_step(beside: Beside) -> None:
    beside.press(Qt.Key.Key_F12, NONE)
    before = beside.project
    beside.click("取用整个项目")
    taken = beside.project
    assert (taken.name, taken.code) == (before.name, before.code)
    assert taken.goals == ("2025年办好培训。",)
    assert "替换了已填写的" in beside.told[-1]
    assert taken.carried >= {"goals", "budget.total"}
    assert taken.indicators[0].carried == {"name", "description", "value", "basis"}
    assert [row.name for row in taken.indicators] == ["培训人次", "完成时限", "人均成本"]
    beside.session.undo_stack.undo()
    assert beside.project == before


def test_the_button_says_before_how_much_a_whole_project_replaces(beside: Beside) -> None:
    beside.press(Qt.Key.Key_F12, NONE)
    buttons = beside.panel.findChildren(QPushButton)
    button = next(each for each in buttons if each.text() == "取用整个项目")
    said = button.toolTip()
    assert said.startswith("会替换本年已填写的 ")
    beside.go("row1", "description")
    beside.press(Qt.Key.Key_Delete, NONE)
    assert button.toolTip() != said


def buttons_that_take(beside: Beside) -> list[QPushButton]:
    buttons = beside.panel.findChildren(QPushButton)
    return [each for each in buttons if each.text().startswith("取用")]


def test_a_project_without_a_past_takes_from_none_until_one_is_chosen(beside: Beside) -> None:
    rename = SetField("project", "name", "2025年全新的项目")
    beside.session.do("document2025", rename)
    beside.press(Qt.Key.Key_L, CONTROL_SHIFT)
    assert beside.told[-1] == "往年没有这个项目，可按 F12 打开对照，从列表中选择"
    beside.press(Qt.Key.Key_F12, NONE)
    panel = beside.panel
    assert panel.notice.text() == "2024年没有这个项目，可从列表中选择"
    assert panel.notice.isVisible()
    assert not panel.view.isVisible()
    assert panel.projects.currentIndex() == -1
    assert not any(each.isEnabled() for each in buttons_that_take(beside))
    before = beside.project
    beside.press(Qt.Key.Key_L, CONTROL_SHIFT)
    assert beside.told[-1] == panel.notice.text()
    assert beside.project is before
    panel.projects.setFocus()
    QTest.keyClick(panel.projects, Qt.Key.Key_Down)
    assert beside.shown == "2024年别的项目"
    assert not panel.notice.isVisible()
    assert all(each.isEnabled() for each in buttons_that_take(beside))


def test_a_later_year_is_no_past(beside: Beside) -> None:
    beside.page.show_project("document2023", "past2023")
    for key in ((Qt.Key.Key_F12, NONE), (Qt.Key.Key_L, CONTROL_SHIFT)):
        beside.press(*key)
        assert "没有往年文本" in beside.told[-1]
    assert beside.shown == ""
    beside.page.show_project("document2024", "past2024")
    beside.press(Qt.Key.Key_F12, NONE)
    years = beside.panel.bar.years
    assert [years.itemText(at) for at in range(years.count())] == ["2023 年度"]


def test_a_code_is_not_taken(beside: Beside) -> None:
    beside.press(Qt.Key.Key_F12, NONE)
    before = beside.project
    beside.go("project", "code")
    beside.press(Qt.Key.Key_L, CONTROL_SHIFT)
    assert beside.told[-1].startswith("项目编码每年不同")
    assert beside.project is before


def test_a_document_that_was_handed_in_takes_nothing(beside: Beside) -> None:
    submission = Submission("张三", "2025-01-20T16:30:00+08:00")
    beside.session.do("document2025", Submit(submission))
    beside.go("row1", "value")
    before = beside.project
    beside.press(Qt.Key.Key_L, CONTROL_SHIFT)
    assert beside.project is before
    assert "不能修改" in beside.told[-1]


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_both_forms_fit_their_room_instead_of_scrolling_sideways(
    beside: Beside, zoom: float
) -> None:
    beside.page.set_zoom(zoom)
    beside.press(Qt.Key.Key_F12, NONE)
    QApplication.processEvents()
    for view in (beside.page.view, beside.panel.view):
        assert view.horizontalScrollBar().maximum() == 0
        code = next(c for c in view.sheet.cells.editable if c.place and c.place.field == "code")
        letters = view.metrics.font(code.role)
        widest = QFontMetricsF(letters).horizontalAdvance("13020925P00D8HF10012K")
        assert widest + 2 * view.metrics.px(PADDING_X) <= view.rect_of(code).width()
    beside.press(Qt.Key.Key_F12, NONE)
    assert beside.page.view.metrics.zoom == zoom


def test_only_where_it_is_really_too_narrow_one_scrolls(beside: Beside) -> None:
    beside.press(Qt.Key.Key_F12, NONE)
    beside.page.resize(700, 820)
    QApplication.processEvents()
    view = beside.page.view
    assert view.metrics.zoom == pytest.approx(0.7)
    assert view.horizontalScrollBar().maximum() > 0


def test_a_past_that_is_removed_closes(beside: Beside) -> None:
    beside.press(Qt.Key.Key_F12, NONE)
    beside.session.remove("document2024", "删除")
    assert beside.shown == ""
    beside.session.undo_stack.undo()
    beside.press(Qt.Key.Key_F12, NONE)
    assert beside.shown == "2024年电子商务发展专项资金"


def test_another_project_brings_its_own_past(beside: Beside) -> None:
    beside.press(Qt.Key.Key_F12, NONE)
    beside.page.show_project("document2024", "past2024")
    assert beside.shown == "2023年电子商务发展专项资金"


def test_cells_of_the_past_are_copied_as_those_of_the_sheet_are(beside: Beside) -> None:
    beside.press(Qt.Key.Key_F12, NONE)
    view = beside.panel.view
    view.where.go_to(Place("p1-2024", "name"))
    view.where.stretch(view.sheet.cells.find(Place("p1-2024", "value")))
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QApplication.clipboard().mimeData()
    assert data.text().strip() == "培训人次\t上年描述\t≥2024人次"
    assert "上年描述" in data.html()


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Delete, NONE),
        (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_F2, NONE),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
    ],
)
def test_whoever_wants_to_write_in_the_past_is_told(
    beside: Beside, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    beside.press(Qt.Key.Key_F12, NONE)
    beside.panel.view.where.go_to(Place("p1-2024", "name"))
    beside.panel.view.setFocus()
    beside.told.clear()
    QTest.keyClick(beside.panel.view, key, modifier)
    assert "只能查看" in beside.told[-1]


def test_the_entry_of_the_menu_shows_whether_the_past_is_open(beside: Beside) -> None:
    (entry,) = beside.page.views()
    beside.press(Qt.Key.Key_F12, NONE)
    assert entry.isChecked()
    beside.panel.closed.emit()
    assert not entry.isChecked()
    for year in (2024, 2023):
        beside.session.remove(f"document{year}", "删除")
    entry.trigger()
    assert not entry.isChecked()
