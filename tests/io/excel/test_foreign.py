"""Official forms that were filled in by hand, in a workbook that some other program wrote."""

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from perfdesk.io.excel import read_workbook
from perfdesk.io.reading import Reading
from perfdesk.models.document import Department
from perfdesk.models.project import Budget, SpendingPlan, Unit
from tests.io.excel.workbooks import HEADINGS, Value, form_2024, remarks_of, saved

Sheet = tuple[Workbook, Worksheet]


@pytest.fixture
def new() -> Sheet:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "路灯"
    return workbook, sheet


def read(workbook: Workbook, folder: Path) -> Reading:
    return read_workbook(saved(workbook, folder / "手填.xlsx"))


def test_a_filled_in_form_of_2024_arrives_cell_by_cell(new: Sheet, tmp_path: Path) -> None:
    workbook, sheet = new
    form_2024(sheet)
    reading = read(workbook, tmp_path)
    document = reading.document
    (project,) = document.projects
    assert reading.remarks == ()
    assert (document.year, document.form) == (2025, "hebei-2024")
    assert document.department == Department("316", "青石县城管局")
    assert (project.code, project.name) == ("99990125P00000000001X", "2025年路灯养护经费")
    assert project.unit == Unit("316001", "青石县城管局本级")
    assert project.budget == Budget("36.5", "36.5", "")
    assert project.purpose == "用于全县路灯的日常巡查、维修和电费。"
    assert project.plan == SpendingPlan("25", "50", "75", "100")
    assert project.goals == ("保证主要道路路灯正常照明。", "及时处理群众报修。")
    assert [(each.level1, each.level2, each.value.text) for each in project.indicators] == [
        ("产出指标", "数量指标", "≥1200盏"),
        ("产出指标", "质量指标", "≥98%"),
        ("效益指标", "社会效益指标", "有效改善"),
    ]
    assert project.indicators[1].basis == "行业标准"


def test_a_filled_in_form_of_2020_is_known_by_its_few_labels(new: Sheet, tmp_path: Path) -> None:
    workbook, sheet = new
    for line in (
        ("12、路灯养护经费绩效目标表",),
        ("316001青石县城管局本级", None, None, None, None, "单位：万元"),
        ("绩效目标", "1、保证照明。\n2、节约用电。"),
        (),
        HEADINGS,
        ("产出指标", "数量指标", "养护盏数", "路灯总数", "1200盏"),
        (None, "质量指标", "亮灯率", "正常亮灯的比例", "≥98百分比"),
        (None, None, "维修及时率", "按时修复的比例", "≥95百分比"),
        ("效果指标", "社会效益指标", "出行条件", "夜间出行", "改善"),
    ):
        sheet.append(line)
    sheet.merge_cells("A6:A8")
    sheet.merge_cells("B7:B8")
    document = read(workbook, tmp_path).document
    (project,) = document.projects
    assert document.form == "hebei-2020"
    assert project.name == "路灯养护经费"
    assert project.goals == ("保证照明。", "节约用电。")
    assert [(each.level1, each.level2) for each in project.indicators] == [
        ("产出指标", "数量指标"),
        ("产出指标", "质量指标"),
        ("产出指标", "质量指标"),
        ("效果指标", "社会效益指标"),
    ]


def test_forms_below_one_another_are_projects_of_their_own(new: Sheet, tmp_path: Path) -> None:
    workbook, sheet = new
    end = form_2024(sheet)
    form_2024(sheet, end + 2, title="2.2024年公园绿化经费绩效目标表", name="2024年公园绿化经费")
    form_2024(workbook.create_sheet("环卫"), 3, title="环卫经费绩效目标表", name="环卫经费")
    projects = read(workbook, tmp_path).document.projects
    assert [each.name for each in projects] == [
        "2025年路灯养护经费",
        "2024年公园绿化经费",
        "环卫经费",
    ]
    assert [len(each.indicators) for each in projects] == [3, 3, 3]


def test_a_statement_written_as_text_is_understood(new: Sheet, tmp_path: Path) -> None:
    workbook, sheet = new
    form_2024(sheet)
    statement = workbook.create_sheet("整体", 0)
    for line in (
        "第一部分 部门整体绩效目标",
        "一、总体绩效目标",
        "建设整洁有序的县城。",
        "让群众满意。",
        "二、分项绩效目标",
        "（一）市政设施维护",
        "绩效目标：路灯道路完好。",
        "绩效指标：",
        "（1）产出指标：养护路灯。",
        "（二）环境卫生",
        "绩效目标：垃圾日产日清。",
        "三、工作保障措施",
        "1、完善制度建设。制定管理办法。",
        "2、加强支出管理。",
        "按进度支付资金。",
    ):
        statement.append([line])
    found = read(workbook, tmp_path).document.statement
    assert found.overall == "建设整洁有序的县城。\n让群众满意。"
    assert [(each.title, each.goal, each.indicators) for each in found.subgoals] == [
        ("市政设施维护", "路灯道路完好。", "（1）产出指标：养护路灯。"),
        ("环境卫生", "垃圾日产日清。", ""),
    ]
    assert [(each.title, each.text) for each in found.safeguards] == [
        ("完善制度建设", "制定管理办法。"),
        ("加强支出管理", "按进度支付资金。"),
    ]


def test_what_is_not_understood_is_kept_with_its_place(new: Sheet, tmp_path: Path) -> None:
    workbook, sheet = new
    end = form_2024(sheet)
    sheet.cell(end + 1, 1, "填表人：张三")
    sheet["H3"] = "已审"
    workbook.create_sheet("填报说明")["B2"] = "请按要求填写"
    reading = read(workbook, tmp_path)
    assert [(each.line, each.text) for each in reading.document.unread] == [
        (3, "工作表“路灯”第3行：已审"),
        (15, "工作表“路灯”第15行：填表人：张三"),
        (2, "工作表“填报说明”第2行：请按要求填写"),
    ]
    assert "H3、A15 没有对应的栏目" in remarks_of(reading)
    assert "工作表“填报说明”：B2 不是绩效目标表的内容" in remarks_of(reading)


def test_a_missing_label_is_named(new: Sheet, tmp_path: Path) -> None:
    workbook, sheet = new
    form_2024(sheet)
    sheet["A3"] = None
    assert "没有找到“项目编码”栏" in remarks_of(read(workbook, tmp_path))


def test_a_title_that_contradicts_the_name_is_kept(new: Sheet, tmp_path: Path) -> None:
    workbook, sheet = new
    form_2024(sheet, title="1.2025年道路养护经费绩效目标表")
    reading = read(workbook, tmp_path)
    assert reading.document.projects[0].name == "2025年路灯养护经费"
    assert [each.line for each in reading.document.unread] == [1]


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (843.78, "General", "843.78"),
        (0.1 + 0.2, "General", "0.3"),
        (1234.5, "#,##0.00", "1234.50"),
        (36, "0.00_ ", "36.00"),
        (36.555, "0.00", "36.555"),
        (-5, "0.00_);[Red](0.00)", "-5.00"),
        (0.25, "0%", "25%"),
        (0.333, "0%", "33.3%"),
        (95, '"≥"0"%"', "≥95%"),
        (5, 'General"人"', "5人"),
        (3500000, "0!.0,", "3500000"),
        (True, "General", "TRUE"),
        (date(2025, 12, 31), "yyyy/m/d", "2025/12/31"),
        (date(2025, 12, 31), 'm"月"d"日"', "12月31日"),
        (date(2025, 12, 31), 'yyyy"年"m"月"', "2025年12月"),
        (datetime(2025, 12, 31, 9, 5), "h:mm", "9:05"),  # noqa: DTZ001 - as in a cell
        ("_x000D_行", "@", "行"),
        ("１２％", "@", "１２％"),
    ],
)
def test_a_cell_means_what_it_shows(
    new: Sheet, tmp_path: Path, value: Value, number_format: str, shown: str
) -> None:
    workbook, sheet = new
    form_2024(sheet)
    sheet["E11"] = value
    sheet["E11"].number_format = number_format
    (indicator, *_) = read(workbook, tmp_path).document.projects[0].indicators
    assert indicator.value.text == shown


def test_odd_cells_are_named(new: Sheet, tmp_path: Path) -> None:
    workbook, sheet = new
    form_2024(sheet, code=130209250012345678901)
    sheet["E11"] = date(2025, 12, 31)
    sheet["C4"] = "=C5*2"
    sheet["E12"] = "#REF!"
    sheet.row_dimensions[13].hidden = True
    hidden = workbook.create_sheet("旧表")
    hidden.sheet_state = "hidden"
    hidden["A1"] = "旧"
    remarks = remarks_of(read(workbook, tmp_path))
    assert "B3 是超过15位的数字，后面的数字在表格中已经丢失" in remarks
    assert "C4 的公式没有计算结果" in remarks
    assert "E12 的公式计算出错" in remarks
    assert "E11 是日期" in remarks
    assert "在隐藏的行或列中" in remarks
    assert "工作表“旧表”：这张工作表是隐藏的" in remarks
