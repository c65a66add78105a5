"""What a clerk changed in WPS or Excel wins; everything else stays exactly as it was kept."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from perfdesk.io.excel import read_workbook
from perfdesk.models.change import Change, Insert, Remove, SetField, Together, indicators_of
from perfdesk.models.document import Document
from perfdesk.models.project import Indicator, Project, Unit
from perfdesk.models.reason import Reason
from perfdesk.models.same import same_content
from perfdesk.models.statement import Safeguard
from perfdesk.models.value import IndicatorValue
from perfdesk.paths import resource_dir
from tests.io.excel.workbooks import changed, insert_row, remarks_of, sample, written

FIRST_INDICATOR = 11


@pytest.fixture
def before() -> Document:
    return sample()


@pytest.fixture
def path(before: Document, tmp_path: Path) -> Path:
    return written(before, tmp_path / "sample.xlsx")


def set_cells(sheet: int, **cells: str | float | None) -> Callable[[Workbook], None]:
    def change(workbook: Workbook) -> None:
        for name, value in cells.items():
            workbook.worksheets[sheet][name].value = value

    return change


def with_fields(document: Document, row: str, **fields: str | Unit | tuple[str, ...]) -> Document:
    changes: tuple[Change, ...] = tuple(
        SetField(row, field.replace("_", "."), content) for field, content in fields.items()
    )
    return Together("", changes).apply(document)


def test_a_workbook_saved_again_is_still_the_same(path: Path, before: Document) -> None:
    reading = changed(path, set_cells(2))
    assert same_content(reading.document, before)
    assert reading.remarks == ()


def test_changed_cells_of_the_head_are_taken_over(path: Path, before: Document) -> None:
    change = set_cells(
        2, A2="315002云溪区会展服务中心", B3="13020925P006R1210031X", C4=350.5, B7=0.3, D7="85%"
    )
    reading = changed(path, change)
    after = with_fields(
        before,
        before.projects[0].id,
        unit=Unit("315002", "云溪区会展服务中心"),
        code="13020925P006R1210031X",
        budget_total="350.50",
        plan_march="30",
        plan_october="85",
    )
    assert same_content(reading.document, after)
    assert "采用了表格中修改过的内容：A2、B3、C4、B7、D7。" in remarks_of(reading)


def test_a_changed_goal_loses_its_number_and_the_others_stay(path: Path, before: Document) -> None:
    first, *others = before.projects[0].goals
    lines = [f"1.{first}", *(f"{n}.{goal}" for n, goal in enumerate(others, 2)), "4.1.5万人受益。"]
    reading = changed(path, set_cells(2, B8="\n".join(lines)))
    goals = (first, *others, "1.5万人受益。")
    assert reading.document.projects[0].goals == goals


def test_a_name_changed_in_the_title_alone_is_the_projects(path: Path) -> None:
    reading = changed(path, set_cells(2, A1="2025年电子商务资金绩效目标表"))
    assert reading.document.projects[0].name == "2025年电子商务资金"


def test_a_changed_value_keeps_the_words_it_was_typed_with(path: Path, before: Document) -> None:
    reading = changed(path, set_cells(2, F11=">=650人次", G11=None))
    project = before.projects[0]
    first = replace(project.indicators[0], value=IndicatorValue.read(">=650人次"), basis="")
    after = replace(project, indicators=(first, *project.indicators[1:]))
    assert same_content(reading.document, replace(before, projects=(after, *before.projects[1:])))


def test_untouched_fields_of_a_changed_row_stay_exactly_as_kept(tmp_path: Path) -> None:
    odd = IndicatorValue("≥90%", "定性", "说不清", "")
    kept = Indicator("产出指标", "数量指标", " 首尾空格 ", "换行\r\n", odd, "\x0b")
    document = Document(2025, "hebei-2024", projects=(Project(indicators=(kept,)),))
    path = written(document, tmp_path / "odd.xlsx")
    reading = changed(path, set_cells(2, B11="质量指标"))
    (indicator,) = reading.document.projects[0].indicators
    assert replace(indicator, id="") == replace(kept, id="", level2="质量指标")


def test_reasons_stay_whatever_is_changed_on_the_sheets(before: Document, tmp_path: Path) -> None:
    reasons = (Reason("V21", "成本指标·场均成本", "比预算少0.01万元", "四舍五入"),)
    first, *others = before.projects
    answered = replace(
        before,
        statement=replace(before.statement, reasons=reasons),
        projects=(replace(first, reasons=reasons), *others),
    )

    def change(workbook: Workbook) -> None:
        statement, _, project, *_ = workbook.worksheets
        statement["A4"] = "总体目标改写"
        project["B5"] = "用途改写"
        project["C11"] = "指标改写"
        insert_row(project, FIRST_INDICATOR + 1, (None, "数量指标", "宣传场次"))
        copied = workbook.copy_worksheet(project)
        copied.title = "另一个"

    document = changed(written(answered, tmp_path / "answered.xlsx"), change).document
    assert document.statement.overall == "总体目标改写"
    assert document.statement.reasons == reasons
    project, copied = document.projects[0], document.projects[-1]
    assert (project.purpose, project.reasons) == ("用途改写", reasons)
    assert len(project.indicators) == len(first.indicators) + 1
    assert (copied.purpose, copied.reasons) == ("用途改写", reasons)


def test_a_merged_level_stands_for_all_its_rows(path: Path, before: Document) -> None:
    covered = sum(each.level1 == "产出指标" for each in before.projects[0].indicators)
    reading = changed(path, set_cells(2, A11="成果指标"))
    levels = [each.level1 for each in reading.document.projects[0].indicators]
    assert levels[:covered] == ["成果指标"] * covered
    assert levels[covered:] == [each.level1 for each in before.projects[0].indicators[covered:]]


def test_a_row_put_in_is_a_new_indicator(path: Path, before: Document) -> None:
    row = (None, "数量指标", "开展宣传场次", "宣传活动的场次", None, "≥5场", "年度计划")

    def change(workbook: Workbook) -> None:
        insert_row(workbook.worksheets[2], FIRST_INDICATOR + 1, row)

    reading = changed(path, change)
    new = Indicator(
        "产出指标", "数量指标", row[2] or "", row[3] or "", IndicatorValue.read("≥5场"), "年度计划"
    )
    after = Insert(indicators_of(before.projects[0].id), 1, (new,)).apply(before)
    assert same_content(reading.document, after)
    assert "新增 1 行（第 12 行）" in remarks_of(reading)


def test_a_deleted_row_is_gone(path: Path, before: Document) -> None:
    project = before.projects[0]

    def change(workbook: Workbook) -> None:
        for column in "BCDFG":
            workbook.worksheets[2][f"{column}12"].value = None

    reading = changed(path, change)
    gone = frozenset((project.indicators[1].id,))
    after = Remove(indicators_of(project.id), gone).apply(before)
    assert same_content(reading.document, after)
    assert "删除了 1 行" in remarks_of(reading)


def test_a_deleted_sheet_takes_its_project_along(path: Path, before: Document) -> None:
    name = "2.2025年农贸市场改造提升补助资金"
    reading = changed(path, lambda workbook: workbook.remove(workbook[name]))
    after = replace(before, projects=(before.projects[0], *before.projects[2:]))
    assert same_content(reading.document, after)
    assert f"工作表“{name}”：工作表已被删除，其中的项目没有读入。" in remarks_of(reading)


def test_a_copied_sheet_is_a_new_project(path: Path, before: Document) -> None:
    def change(workbook: Workbook) -> None:
        copy = workbook.copy_worksheet(workbook.worksheets[2])
        copy["E3"] = "2025年电子商务扶持资金"
        workbook.move_sheet(copy, -(len(workbook.worksheets) - 4))

    reading = changed(path, change)
    original = before.projects[0]
    copied = replace(original, name="2025年电子商务扶持资金")
    after = replace(before, projects=(original, copied, *before.projects[1:]))
    assert same_content(reading.document, after)
    ids = [project.id for project in reading.document.projects]
    assert len(set(ids)) == len(ids)


def test_a_renamed_and_moved_sheet_is_known_by_what_stands_on_it(
    path: Path, before: Document
) -> None:
    def change(workbook: Workbook) -> None:
        sheet = workbook.worksheets[2]
        sheet.title = "电商"
        sheet["C4"] = 350
        workbook.move_sheet(sheet, 1)

    reading = changed(path, change)
    first, second, *others = before.projects
    renamed = replace(first, budget=replace(first.budget, total="350.00"))
    assert same_content(reading.document, replace(before, projects=(second, renamed, *others)))
    assert "工作表的顺序有变动" in remarks_of(reading)


def test_the_statement_is_taken_over_text_by_text(path: Path, before: Document) -> None:
    def change(workbook: Workbook) -> None:
        sheet = workbook["整体绩效目标"]
        sheet["A2"] = "316青石县商务局"
        sheet["D2"] = "2026年度"
        sheet["A4"] = "另写的总体目标"
        last = sheet.max_row
        insert_row(sheet, last, (None, "新增措施", "措施内容"))

    reading = changed(path, change)
    document = reading.document
    assert (document.year, document.department.code, document.department.name) == (
        2026,
        "316",
        "青石县商务局",
    )
    assert document.statement.overall == "另写的总体目标"
    kept = [replace(each, id="") for each in before.statement.safeguards]
    wanted = [*kept[:-1], Safeguard("新增措施", "措施内容", ""), kept[-1]]
    assert [replace(each, id="") for each in document.statement.safeguards] == wanted


def test_a_name_changed_in_the_overview_is_taken_over(path: Path, before: Document) -> None:
    reading = changed(path, set_cells(1, E4="2025年电商资金", F4=330, F12=9))
    after = with_fields(before, before.projects[0].id, name="2025年电商资金", budget_total="330.00")
    assert same_content(reading.document, after)
    assert "没有采用 F12 的修改" in remarks_of(reading)


def test_the_projects_own_sheet_wins_over_the_overview(path: Path) -> None:
    def change(workbook: Workbook) -> None:
        set_cells(1, F4=1)(workbook)
        set_cells(2, C4=2)(workbook)

    reading = changed(path, change)
    assert reading.document.projects[0].budget.total == "2.00"
    assert "F4 与各项目的表不一致，没有采用" in remarks_of(reading)
    assert [each.line for each in reading.document.unread] == [4]


def test_a_missing_statement_stays_as_it_was_exported(path: Path, before: Document) -> None:
    reading = changed(path, lambda workbook: workbook.remove(workbook["整体绩效目标"]))
    assert same_content(reading.document, before)
    assert "按导出时的内容保留" in remarks_of(reading)


def test_what_has_no_place_in_the_form_is_kept_and_named(path: Path, before: Document) -> None:
    def change(workbook: Workbook) -> None:
        workbook.worksheets[2]["I5"] = "领导批示：同意"
        workbook.create_sheet("备注")["B2"] = "内部说明"

    reading = changed(path, change)
    assert same_content(replace(reading.document, unread=()), before)
    assert [each.text for each in reading.document.unread] == [
        "工作表“1.2025年电子商务发展专项资金”第5行：领导批示：同意",
        "工作表“备注”第2行：内部说明",
    ]
    assert "I5 没有对应的栏目" in remarks_of(reading)


def test_the_hidden_rest_of_a_long_text_stays_with_the_changed_beginning(tmp_path: Path) -> None:
    long = "绩效" * 20_000
    document = Document(2025, "hebei-2024", projects=(Project(purpose=long),))
    path = written(document, tmp_path / "long.xlsx")

    def change(workbook: Workbook) -> None:
        cell = workbook.worksheets[2]["B5"]
        cell.value = "开头" + cell.value[4:]

    assert changed(path, change).document.projects[0].purpose == "开头" + long[4:]


def test_a_damaged_copy_of_the_document_is_replaced_by_what_can_be_seen(
    path: Path, before: Document
) -> None:
    reading = changed(path, set_damage)
    assert same_content(reading.document, before)
    assert "文件内附的数据不完整" in remarks_of(reading)


def set_damage(workbook: Workbook) -> None:
    cell = workbook.worksheets[-1]["A2"]
    cell.value = cell.value.replace("2025", "2026", 1)


def test_a_workbook_that_lost_the_copy_is_read_from_what_can_be_seen(
    path: Path, before: Document
) -> None:
    reading = changed(path, lambda workbook: workbook.remove(workbook.worksheets[-1]))
    assert same_content(reading.document, before)
    assert reading.remarks == ()


def test_reading_does_not_depend_on_the_files_name(path: Path, before: Document) -> None:
    other = path.rename(path.with_name(".~abc.tmp"))
    assert same_content(read_workbook(other).document, before)


def test_indicators_below_unreadable_headings_stay_as_kept(path: Path, before: Document) -> None:
    reading = changed(path, set_cells(2, A10="？", B10="？", C10="？", D10="？"))
    assert same_content(replace(reading.document, unread=()), before)
    assert "没有对应的栏目" in remarks_of(reading)


def test_a_statement_with_an_unreadable_heading_stays_as_kept(path: Path, before: Document) -> None:
    reading = changed(path, set_cells(0, A5="？"))
    assert same_content(replace(reading.document, unread=()), before)
    assert "已认不出各部分的标题，整体绩效目标按导出时的内容保留" in remarks_of(reading)


def test_an_emptied_sheet_takes_its_project_along(path: Path, before: Document) -> None:
    reading = changed(path, lambda workbook: workbook.worksheets[2].delete_rows(1, 99))
    assert same_content(reading.document, replace(before, projects=before.projects[1:]))
    assert "已是空表，原来的项目没有读入" in remarks_of(reading)


class TestAFormOfAnotherOffice:
    """A workbook drawn from a form that the program reading it does not have."""

    @pytest.fixture
    def before(self, own_home: Path) -> Document:
        shipped = (resource_dir() / "forms" / "hebei-2024.toml").read_text(encoding="utf-8")
        own = shipped.replace('id = "hebei-2024"', 'id = "bieju-2025"').replace(
            "绩效目标表", "申报表"
        )
        self.form = own_home / "forms" / "bieju-2025.toml"
        self.form.parent.mkdir(parents=True)
        self.form.write_text(own, encoding="utf-8")
        return replace(sample(), form="bieju-2025")

    def test_untouched_it_comes_back_exactly(self, path: Path, before: Document) -> None:
        self.form.unlink()
        reading = read_workbook(path)
        assert same_content(reading.document, before)
        assert reading.remarks == ()

    def test_changes_are_kept_unread(self, path: Path, before: Document) -> None:
        self.form.unlink()
        reading = changed(path, set_cells(2, E3="2025年电商资金"))
        assert same_content(replace(reading.document, unread=()), before)
        assert "本机没有表样“bieju-2025”，表中的修改没有读入" in remarks_of(reading)
        assert "2025年电商资金" in "".join(each.text for each in reading.document.unread)
