"""The workbook as another program opens it: an official form one can print and hand in."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from perfdesk.models.document import Document
from perfdesk.models.project import Budget, Project, SpendingPlan
from perfdesk.models.statement import Statement
from tests.io.excel.workbooks import parts_of, sample, written

LONG = "为落实商务工作部署，统筹推进各项任务，" * 40
NAMED = {
    "2025年路灯养护经费": "1.2025年路灯养护经费",
    "A/B:C*D?[E]\\F": "1.A／B：C＊D？［E］＼F",
    "": "项目1",
    " \n ": "项目1",
    "'引号'": "1.'引号",
    "长" * 40: "1." + "长" * 29,
    "😀" * 20: "1." + "😀" * 14,
    "前\x00后": "1.前 后",
}


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return load_workbook(written(sample(), tmp_path_factory.mktemp("writing") / "sample.xlsx"))


def opened(document: Document, folder: Path) -> Workbook:
    return load_workbook(written(document, folder / "document.xlsx"))


def only_project(project: Project, folder: Path, form: str = "hebei-2024") -> Worksheet:
    return opened(Document(2025, form, projects=(project,)), folder).worksheets[2]


def sheets(workbook: Workbook) -> list[Worksheet]:
    return [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]


def test_statement_and_overview_come_before_a_sheet_for_each_project(workbook: Workbook) -> None:
    names = [sheet.title for sheet in sheets(workbook)]
    projects = sample().projects
    assert names[:2] == ["整体绩效目标", "项目汇总"]
    assert len(names) == 2 + len(projects)
    assert names[2] == f"1.{projects[0].name}"


@pytest.mark.parametrize("name", NAMED)
def test_a_sheet_is_named_for_its_project_as_far_as_excel_allows(name: str, tmp_path: Path) -> None:
    assert only_project(Project(name=name), tmp_path).title == NAMED[name]


def test_projects_of_the_same_name_have_sheets_of_their_own(tmp_path: Path) -> None:
    projects = tuple(Project(name=name) for name in ("同名", "同名", "", "ABC", "abc"))
    names = opened(Document(projects=projects), tmp_path).sheetnames
    assert names[2:-1] == ["1.同名", "2.同名", "项目3", "4.ABC", "5.abc"]


def test_the_form_is_filled_in_where_the_county_prints_it(workbook: Workbook) -> None:
    sheet = workbook.worksheets[2]
    project = sample().projects[0]
    assert sheet["A1"].value == f"{project.name}绩效目标表"
    assert sheet["A2"].value == project.unit.code + project.unit.name
    assert sheet["B3"].value == project.code
    assert sheet["C4"].value == float(project.budget.total)
    assert sheet["B7"].value == 0.2
    assert sheet["B8"].value.startswith(f"1.{project.goals[0]}\n2.")
    assert [cell.value for cell in sheet[10]][:3] == ["一级指标", "二级指标", "三级指标"]


def test_cells_are_merged_as_in_print(workbook: Workbook) -> None:
    merged = {str(area) for area in workbook.worksheets[2].merged_cells.ranges}
    assert {"A1:G1", "A4:A5", "B5:G5", "A6:A7", "D6:E6", "B8:G8", "D10:E10"} <= merged
    outputs = sum(each.level1 == "产出指标" for each in sample().projects[0].indicators)
    assert f"A11:A{10 + outputs}" in merged


def test_every_cell_of_a_table_has_thin_lines(workbook: Workbook) -> None:
    sheet = workbook.worksheets[2]
    for cell in (sheet["A3"], sheet["B5"], sheet["B8"], sheet["A11"], sheet["D12"], sheet["G12"]):
        border = cell.border
        sides = (border.left, border.right, border.top, border.bottom)
        assert {side.style for side in sides} == {"thin"}


def test_the_covered_cells_of_merged_ones_have_their_lines_too(tmp_path: Path) -> None:
    # openpyxl draws these lines anew when it opens a file, so the file itself is looked at.
    xml = parts_of(written(sample(), tmp_path / "sample.xlsx"))["xl/worksheets/sheet4.xml"].decode()
    styles = dict(re.findall(r'<c r="([A-Z]+\d+)" s="(\d+)"', xml))
    for area in re.findall(r'<mergeCell ref="([^"]+)"', xml):
        rows = [cell for row in CellRange(area).rows for cell in row]
        drawn = {styles.get(f"{get_column_letter(column)}{row}") for row, column in rows}
        assert len(drawn) == 1
        assert None not in drawn


def test_it_is_set_in_song_and_wrapped(workbook: Workbook) -> None:
    for sheet in sheets(workbook):
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert {cell.font.name for cell in cells} == {"宋体"}
        assert {cell.font.size for cell in cells} == {10.5, 16}
        assert all(cell.alignment.wrap_text for cell in cells)
        assert sheet["A1"].font.bold
        assert sheet["A1"].alignment.horizontal == "center"


def test_money_and_per_cent_are_numbers_and_codes_are_texts(workbook: Workbook) -> None:
    sheet = workbook.worksheets[2]
    assert (sheet["C4"].data_type, sheet["C4"].number_format) == ("n", "0.00")
    assert (sheet["B7"].data_type, sheet["B7"].number_format) == ("n", "0%")
    assert (sheet["B3"].data_type, sheet["B3"].number_format) == ("s", "@")


@pytest.mark.parametrize(
    ("amount", "value", "number_format"),
    [
        ("843.78", 843.78, "0.00"),
        ("1,234.5", 1234.5, "0.00"),
        ("3.125", 3.125, "0.000"),
        ("12345678901234.56", "12345678901234.56", "@"),
        ("约5万元", "约5万元", "@"),
    ],
)
def test_an_amount_is_a_number_only_where_a_cell_holds_it_exactly(
    amount: str, value: float | str, number_format: str, tmp_path: Path
) -> None:
    cell = only_project(Project(budget=Budget(total=amount)), tmp_path)["C4"]
    assert cell.value == value
    if isinstance(value, float):
        assert cell.number_format == number_format


@pytest.mark.parametrize(
    ("per_cent", "value", "number_format"),
    [("25", 0.25, "0%"), ("33.33", 0.3333, "0.00%"), ("abc", "abc%", "0%"), ("025", "025%", "0%")],
)
def test_a_percentage_is_a_number_only_where_it_reads_the_same(
    per_cent: str, value: float | str, number_format: str, tmp_path: Path
) -> None:
    cell = only_project(Project(plan=SpendingPlan(march=per_cent)), tmp_path)["B7"]
    assert (cell.value, cell.number_format) == (value, number_format)


def test_nothing_typed_becomes_a_formula(tmp_path: Path) -> None:
    typed = "=1+1"
    project = Project(typed, typed, purpose=typed, goals=(typed,), budget=Budget(typed, "#N/A"))
    document = Document(
        form="hebei-2024", statement=Statement("=SUM(A1:A9)" * 30), projects=(project,)
    )
    for sheet in opened(document, tmp_path).worksheets:
        kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
        assert kinds <= {"s", "n"}


def test_it_prints_on_a4_one_page_wide_with_page_numbers(workbook: Workbook) -> None:
    for sheet in sheets(workbook):
        setup = sheet.page_setup
        assert (setup.paperSize, setup.fitToWidth, setup.fitToHeight) == (9, 1, 0)
        fitting = sheet.sheet_properties.pageSetUpPr
        assert fitting is not None
        assert fitting.fitToPage
        assert sheet.print_options.horizontalCentered
        assert sheet.oddFooter is not None
        assert sheet.oddFooter.center.text == "第&P页 共&N页"
        assert sheet.print_area == f"'{sheet.title}'!$A$1:${sheet.dimensions.split(':')[1][0]}$" + (
            str(sheet.max_row)
        )
    assert [sheet.page_setup.orientation for sheet in sheets(workbook)][:3] == [
        "portrait",
        "landscape",
        "portrait",
    ]


def test_headings_are_repeated_on_every_page(workbook: Workbook) -> None:
    assert workbook["项目汇总"].print_title_rows == "$3:$3"
    assert workbook["项目汇总"].freeze_panes == "A4"
    assert workbook.worksheets[2].print_title_rows == "$10:$10"


def test_rows_are_as_high_as_their_texts_need(tmp_path: Path) -> None:
    short = only_project(Project(purpose="短"), tmp_path)
    long = only_project(Project(purpose=LONG), tmp_path)
    # 760 characters on lines of some 43: 18 lines of at least 13 points.
    assert short.row_dimensions[5].height < 30
    assert 18 * 13 <= long.row_dimensions[5].height <= 409


def test_a_text_higher_than_a_row_may_be_covers_several(tmp_path: Path) -> None:
    sheet = only_project(Project(purpose=LONG * 4), tmp_path)
    (area,) = [area for area in sheet.merged_cells.ranges if area.coord.startswith("B5:")]
    heights = [sheet.row_dimensions[row].height for row in range(area.min_row, area.max_row + 1)]
    assert len(heights) > 1
    assert max(heights) <= 409
    assert sum(heights) >= 70 * 13


def test_a_text_no_cell_can_hold_ends_in_a_note_that_says_so(tmp_path: Path) -> None:
    text = only_project(Project(purpose="绩效" * 20_000), tmp_path)["B5"].value
    assert len(text) <= 32_767
    assert text.startswith("绩效" * 16_000)
    assert text.endswith("其余文字完整保存在本文件中，读回时不会丢失）")


def test_the_overview_adds_up_by_unit_and_in_all(workbook: Workbook) -> None:
    rows = list(workbook["项目汇总"].iter_rows(min_row=4, values_only=True))
    projects = [row for row in rows if isinstance(row[0], int)]
    sums = {row[0]: row[5] for row in rows if isinstance(row[0], str)}
    assert len(projects) == len(sample().projects)
    assert sums["云溪区会展服务中心小计"] == 433.6
    assert sums["合计（13个项目）"] == 1885.1


def test_one_unit_alone_has_no_subtotal(tmp_path: Path) -> None:
    document = replace(sample(), projects=sample().projects[:2])
    column = [cell.value for cell in opened(document, tmp_path)["项目汇总"]["A"]]
    assert column[3:] == [1, 2, "合计（2个项目）"]


def test_a_form_without_money_has_an_overview_without_it(tmp_path: Path) -> None:
    sheet = opened(Document(2020, "hebei-2020", projects=(Project(name="甲"),)), tmp_path)[
        "项目汇总"
    ]
    assert [cell.value for cell in sheet[3]] == [
        "序号",
        "预算单位编码",
        "预算单位",
        "项目名称",
        "指标数",
    ]
    assert sheet.page_setup.orientation == "portrait"


def test_the_statement_stands_under_the_forms_headings(workbook: Workbook) -> None:
    texts = [row[0] for row in workbook["整体绩效目标"].iter_rows(values_only=True)]
    assert texts[0] == "2025年云溪区商务局整体绩效目标"
    assert [
        text
        for text in texts
        if text in ("一、总体绩效目标", "二、分项绩效目标", "三、工作保障措施")
    ]
    assert texts[3] == sample().statement.overall
    assert texts.count("（一）") == 2


def test_the_document_goes_along_where_no_menu_shows_it(workbook: Workbook) -> None:
    hidden = workbook.worksheets[-1]
    assert hidden.sheet_state == "veryHidden"
    assert max(len(cell.value) for cell in hidden["A"]) <= 32_000
