"""What came from last year is known in a workbook too, until somebody changes it there."""

from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook

from perfdesk.models.document import Document, Submission
from perfdesk.models.project import Indicator, Project
from perfdesk.models.same import same_content
from perfdesk.models.statement import Safeguard, Statement, SubGoal
from perfdesk.models.value import IndicatorValue
from tests.io.excel.workbooks import changed, remarks_of, written


def set_cells(**cells: str | float) -> Callable[[Workbook], None]:
    """Change cells of the first project's sheet."""

    def change(workbook: Workbook) -> None:
        for name, value in cells.items():
            workbook.worksheets[2][name] = value

    return change


def test_a_cell_changed_in_the_workbook_no_longer_comes_from_last_year(tmp_path: Path) -> None:
    row = Indicator(
        "产出指标",
        "数量指标",
        "培训人次",
        "描述",
        IndicatorValue.read("≥600人次"),
        carried=frozenset({"name", "value"}),
    )
    project = Project(name="培训", indicators=(row,), carried=frozenset({"name", "budget.total"}))
    document = Document(
        2025,
        "hebei-2024",
        projects=(project,),
        submitted=Submission("张三", "2025-01-20T16:30:00+08:00"),
    )
    path = written(document, tmp_path / "carried.xlsx")
    assert same_content(changed(path, set_cells()).document, document)
    reading = changed(path, set_cells(C4=350.5, F11="≥700人次"))
    after = reading.document.projects[0]
    assert after.indicators[0].value.text == "≥700人次"
    carried = after.carried, after.indicators[0].carried
    assert carried == (frozenset({"name"}), frozenset({"name"}))
    assert reading.document.submitted is None
    assert "未上报" in remarks_of(reading)


def test_a_text_of_part_one_changed_in_the_workbook_no_longer_does_either(tmp_path: Path) -> None:
    statement = Statement(
        "促进消费",
        (SubGoal("消费", "增长5%", "活动6场", carried=frozenset({"title", "goal"})),),
        (Safeguard("督导", "按月调度", carried=frozenset({"title", "text"})),),
        carried=frozenset({"overall"}),
    )
    document = Document(2025, "hebei-2024", statement=statement)
    path = written(document, tmp_path / "carried.xlsx")
    assert same_content(changed(path, set_cells()).document, document)

    def change(workbook: Workbook) -> None:
        sheet = workbook.worksheets[0]
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value in {"促进消费", "增长5%", "按月调度"}:
                    cell.value = f"{cell.value}改"

    after = changed(path, change).document.statement
    assert (after.overall, after.carried) == ("促进消费改", frozenset())
    assert (after.subgoals[0].goal, after.subgoals[0].carried) == ("增长5%改", frozenset({"title"}))
    assert (after.safeguards[0].text, after.safeguards[0].carried) == (
        "按月调度改",
        frozenset({"title"}),
    )
