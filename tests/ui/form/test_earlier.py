"""Last year's value and the year before's stand below a value, as far as the office knows them."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from perfdesk.models.change import SetField
from perfdesk.models.document import Document
from perfdesk.models.project import Indicator, Project
from perfdesk.models.sheet import Place
from perfdesk.models.value import IndicatorValue
from perfdesk.ui.form.page import ProjectPage
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.ui.looking import label


def of_year(year: int, value: str, **more: str) -> Document:
    row = Indicator("产出指标", "数量指标", more.get("indicator", "巡查次数"), id=f"row{year}")
    row = replace(row, value=IndicatorValue.read(value))
    other = Indicator("产出指标", "质量指标", "完好率", id=f"other{year}")
    name = more.get("name", f"{year}年河道巡查经费")
    project = Project(name=name, indicators=(row, other), id=f"project{year}")
    return Document(year, "hebei-2024", projects=(project,), id=f"document{year}")


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> ProjectPage:
    """The page of a project whose indicator was measured in three years before."""
    qtbot.waitUntil(lambda: bool(workspace.suggesting and workspace.suggesting.suggester))
    past = {2030: "≥10次", 2031: "≥12次", 2032: "≥15次"}
    for document in (*(of_year(*each) for each in past.items()), of_year(2033, "≥20次")):
        workspace.session.add(document, "新建")
    workspace.window.go_to(Key(Kind.PROJECT, "document2033", "project2033"))
    shown = workspace.window.navigator.page()
    assert isinstance(shown, ProjectPage)
    return shown


def printed(page: ProjectPage, row_id: str = "row2033") -> str:
    cell = page.view.sheet.cells.find(Place(row_id, "value"))
    assert cell is not None
    return page.view.sheet_layout.shown(cell).text.replace("\N{NO-BREAK SPACE}", "")


def test_they_stand_below_the_value(page: ProjectPage) -> None:
    assert printed(page) == "≥20次\n上年≥15次\n前年≥12次"
    assert printed(page, "other2033") == ""


def test_they_are_said_in_the_status_bar(workspace: Workspace, page: ProjectPage) -> None:
    page.view.where.go_to(Place("row2033", "value"))
    assert label(workspace.window, "当前位置").endswith("指标值 · 上年 ≥15次　前年 ≥12次")
    page.view.where.go_to(Place("row2033", "name"))
    assert "上年" not in label(workspace.window, "当前位置")


def test_what_is_copied_or_edited_is_the_value_alone(page: ProjectPage) -> None:
    cell = page.view.sheet.cells.find(Place("row2033", "value"))
    assert cell is not None
    assert cell.text == "≥20次"


def test_another_name_is_another_indicator(workspace: Workspace, page: ProjectPage) -> None:
    workspace.session.do("document2033", SetField("row2033", "name", "清理次数"))
    assert printed(page) == "≥20次"
    workspace.session.undo_stack.undo()
    assert printed(page) == "≥20次\n上年≥15次\n前年≥12次"


def test_another_project_is_no_past(workspace: Workspace, page: ProjectPage) -> None:
    workspace.session.do("document2033", SetField("project2033", "name", "绿化养护"))
    assert printed(page) == "≥20次"


def test_the_row_has_room_for_them(workspace: Workspace, page: ProjectPage) -> None:
    def height() -> int:
        cell = page.view.sheet.cells.find(Place("row2033", "value"))
        assert cell is not None
        return page.view.sheet_layout.rect(cell).height()

    before = height()
    workspace.session.do("document2033", SetField("row2033", "name", "清理次数"))
    assert height() < before


def test_what_is_learned_later_comes_by_itself(workspace: Workspace, qtbot: QtBot) -> None:
    """The page that is open when the office's memory is ready shows it then."""
    outline = workspace.session.outlines[0]
    workspace.window.go_to(Key(Kind.PROJECT, outline.id, outline.projects[-1].id))
    shown = workspace.window.navigator.page()
    assert isinstance(shown, ProjectPage)
    qtbot.waitUntil(lambda: bool(shown.view.sheet.earlier))
    row_id, text = next(iter(shown.view.sheet.earlier.items()))
    assert printed(shown, row_id).endswith(text.replace("\N{NO-BREAK SPACE}", ""))
