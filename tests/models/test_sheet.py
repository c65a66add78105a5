import json
import tomllib
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.io.interchange import from_plain
from perfdesk.models.form import HEAD_FIELDS, Form
from perfdesk.models.project import Budget, Indicator, Project, SpendingPlan, Unit
from perfdesk.models.sheet import (
    Cell,
    Place,
    Role,
    Sheet,
    edited_text,
    field_text,
    project_sheet,
    typed_content,
)
from perfdesk.models.value import IndicatorValue
from tests.strategies import indicators, projects

ROOT = Path(__file__).parents[2]
FORMS = [
    Form.from_plain(tomllib.loads(path.read_text(encoding="utf-8")))
    for path in (
        ROOT / "resources/forms/hebei-2024.toml",
        ROOT / "resources/forms/hebei-2020.toml",
        ROOT / "tests/data/linjiang-2031.toml",
    )
]
FORM_2024, FORM_2020, FORM_NEW = FORMS
every_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
SAMPLES = [
    ROOT / "resources/samples/yunxi-commerce-2025.json",
    ROOT / "tests/data/qinghekou-2020.json",
]


def cell_of(sheet: Sheet, row_id: str, field: str) -> Cell:
    """Return the cell below the title that shows a field."""
    found = [cell for cell in sheet.cells if cell.row > 0 and cell.place == Place(row_id, field)]
    assert len(found) == 1
    return found[0]


@every_form
@given(project=projects())
def test_cells_tile_the_sheet(form: Form, project: Project) -> None:
    sheet = project_sheet(form, project)
    covered = [
        (row, column)
        for cell in sheet.cells
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    ]
    columns = range(len(sheet.widths))
    assert sorted(covered) == [(row, at) for row in range(sheet.row_count) for at in columns]


@every_form
@given(project=projects())
def test_every_field_of_the_form_stands_there_once(form: Form, project: Project) -> None:
    sheet = project_sheet(form, project)
    for field in form.fields:
        cell = cell_of(sheet, project.id, field)
        assert 1 < cell.row < sheet.heading_row
        assert cell.text == field_text(form, project, field)
    for row, indicator in enumerate(project.indicators, sheet.heading_row + 1):
        for column in form.grid:
            if column.field != "level1":
                assert cell_of(sheet, indicator.id, column.field).row == row
    assert {cell.text for cell in sheet.cells if cell.role is Role.HEADING} == {
        column.heading for column in form.grid
    }


@every_form
@given(project=projects())
def test_what_the_form_has_not_stands_nowhere(form: Form, project: Project) -> None:
    places = {cell.place.field for cell in project_sheet(form, project).cells if cell.place}
    absent = set(HEAD_FIELDS) - form.fields
    assert not places & (absent - {"name"})


@every_form
@given(rows=st.lists(st.tuples(st.sampled_from(["甲", "乙", ""]), indicators()), max_size=8))
def test_the_first_level_is_merged_over_each_run(
    form: Form, rows: list[tuple[str, Indicator]]
) -> None:
    project = Project(indicators=tuple(replace(row, level1=level) for level, row in rows))
    sheet = project_sheet(form, project)
    merged = [cell for cell in sheet.cells if cell.covers]
    assert [i for cell in merged for i in cell.covers] == [row.id for row in project.indicators]
    for cell in merged:
        assert len(cell.covers) == cell.rows
        assert cell.place == Place(cell.covers[0], "level1")
        levels = {row.level1 for row in project.indicators if row.id in cell.covers}
        assert levels == {cell.text}
    assert all(one.text != other.text for one, other in pairwise(merged))


@every_form
def test_a_project_without_indicators_ends_in_the_headings(form: Form) -> None:
    sheet = project_sheet(form, Project())
    assert sheet.row_count == sheet.heading_row + 1


def test_the_2024_form_prints_what_the_county_prints() -> None:
    project = Project(
        "13020925P006R1210031K",
        "2025年执法检查",
        Unit("315001", "云溪区商务局本级"),
        Budget("43.7", "43.7", ""),
        "检查费用",
        SpendingPlan("", "30", "60", "100"),
        ("完成检查", "提高效率"),
        (Indicator("产出指标", "数量指标", "检查家数", value=IndicatorValue.read("≥200家")),),
    )
    sheet = project_sheet(FORM_2024, project)
    texts = [cell.text for cell in sheet.cells]
    assert texts[:3] == ["2025年执法检查绩效目标表", "315001云溪区商务局本级", "单位：万元"]
    shown = {
        field: cell_of(sheet, project.id, field).text
        for field in ("budget.total", "budget.other", "plan.march", "plan.june", "goals")
    }
    assert shown == {
        "budget.total": "43.70",
        "budget.other": "",
        "plan.march": "",
        "plan.june": "30%",
        "goals": "1.完成检查\n2.提高效率",
    }
    roles = {cell.place.field: cell.role for cell in sheet.cells if cell.place and cell.row > 1}
    assert roles["budget.total"] is Role.AMOUNT
    assert roles["plan.june"] is Role.PERCENT
    assert roles["level2"] is Role.LEVEL
    assert roles["value"] is Role.VALUE
    assert roles["purpose"] is Role.TEXT
    row = [cell.text for cell in sheet.cells if cell.row == sheet.heading_row + 1]
    assert row == ["产出指标", "数量指标", "检查家数", "", "≥200家", ""]


def test_the_2020_form_has_only_goals_in_its_head() -> None:
    project = Project(goals=("完成检查",), budget=Budget("5"))
    sheet = project_sheet(FORM_2020, project)
    assert FORM_2020.fields == {"goals"}
    assert cell_of(sheet, project.id, "goals").text == "1、完成检查"
    assert not any("5" in cell.text for cell in sheet.cells)


def test_what_is_no_number_is_shown_as_it_stands() -> None:
    project = Project(budget=Budget("约5"), plan=SpendingPlan("二十五"))
    assert field_text(FORM_2024, project, "budget.total") == "约5"
    assert field_text(FORM_2024, project, "plan.march") == "二十五%"


@pytest.mark.parametrize(
    ("field", "typed", "content"),
    [
        ("name", " 执法检查\n", "执法检查"),
        ("purpose", "甲\n乙", "甲\n乙"),
        ("plan.march", "25%", "25"),
        ("plan.march", " 25 ％", "25"),
        ("budget.total", " 43.78 ", "43.78"),
        ("unit", "315001云溪区商务局本级", Unit("315001", "云溪区商务局本级")),
        ("unit", "云溪区商务局", Unit("", "云溪区商务局")),
        ("goals", "1.完成\n2.提高", ("完成", "提高")),
        ("goals", "", ()),
        ("value", ">=90％", IndicatorValue("≥90%", "≥", "90", "%")),
    ],
)
def test_what_is_typed_into_a_cell(field: str, typed: str, content: object) -> None:
    assert typed_content(FORM_2024, field, typed) == content


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_leaving_an_editor_without_typing_changes_nothing(path: Path) -> None:
    document = from_plain(json.loads(path.read_text(encoding="utf-8")))
    form = next(form for form in FORMS if form.id == document.form)
    seen = 0
    for project in document.projects:
        rows = {row.id: row for row in document.rows() if isinstance(row, Project | Indicator)}
        for cell in project_sheet(form, project).cells:
            if cell.place:
                row, field = rows[cell.place.row_id], cell.place.field
                name, _, inner = field.partition(".")
                content = getattr(row, name)
                content = getattr(content, inner) if inner else content
                assert typed_content(form, field, edited_text(form, row, field)) == content
                seen += 1
    assert seen > 100
