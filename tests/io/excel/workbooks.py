"""Workbooks for tests: the sample's, changed as a clerk would, and forms filled in by hand."""

import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from perfdesk.io.excel import read_workbook, write_workbook
from perfdesk.io.interchange import read_document
from perfdesk.io.reading import Reading
from perfdesk.models.document import Document
from perfdesk.paths import resource_dir

Value = str | int | float | None
HEADINGS = ("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据")


def sample(name: str = "yunxi-commerce-2025") -> Document:
    """Return a shipped sample document."""
    path = resource_dir() / "samples" / f"{name}.json"
    return read_document(path.read_text(encoding="utf-8"))


def written(document: Document, path: Path) -> Path:
    """Write a document's workbook and return where it is."""
    write_workbook(document, path)
    return path


def changed(path: Path, change: Callable[[Workbook], None]) -> Reading:
    """Open a workbook in another program, change it, save it, and read it."""
    workbook = load_workbook(path)
    change(workbook)
    workbook.save(path)
    return read_workbook(path)


def saved(workbook: Workbook, path: Path) -> Path:
    """Save a workbook and return where it is."""
    workbook.save(path)
    return path


def remarks_of(reading: Reading) -> str:
    """Return all remarks as the person would read them, one a line."""
    return "\n".join(map(str, reading.remarks))


def insert_row(sheet: Worksheet, row: int, values: Sequence[Value]) -> None:
    """Put a row in before `row` as an office program does: merged cells below move, or grow."""
    areas = [area.bounds for area in sheet.merged_cells.ranges]
    for left, top, right, bottom in areas:
        sheet.unmerge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    sheet.insert_rows(row)
    for left, top, right, bottom in areas:
        sheet.merge_cells(
            start_row=top + (top >= row),
            start_column=left,
            end_row=bottom + (bottom >= row),
            end_column=right,
        )
    for column, value in enumerate(values, 1):
        if value is not None:
            sheet.cell(row, column, value)


def form_2024(sheet: Worksheet, row: int = 1, **fields: Value) -> int:
    """Fill in the form of 2024 as the finance bureau's six-column sheet has it.

    Returns the first row below it. `fields` override what is filled in.
    """
    filled: dict[str, Value] = {
        "title": "1.2025年路灯养护经费绩效目标表",
        "unit": "316001青石县城管局本级",
        "code": "99990125P00000000001X",
        "name": "2025年路灯养护经费",
        "total": 36.5,
        "fiscal": 36.5,
        "other": None,
        "purpose": "用于全县路灯的日常巡查、维修和电费。",
        "march": "25%",
        "goals": "1.保证主要道路路灯正常照明。\n2.及时处理群众报修。",
    }
    filled.update(fields)
    lines: list[dict[int, Value]] = [
        {1: filled["title"]},
        {1: filled["unit"], 6: "单位：万元"},
        {1: "项目编码", 2: filled["code"], 4: "项目名称", 5: filled["name"]},
        {
            1: "预算规模及\n资金用途",
            2: "预算数",
            3: filled["total"],
            4: "其中：财政    资金",
            5: filled["fiscal"],
            6: "其他资金",
            7: filled["other"],
        },
        {2: filled["purpose"]},
        {1: "资金支出计划(%)", 2: "3月底", 3: "6月底", 4: "10月底", 6: "12月底"},
        {2: filled["march"], 3: "50%", 4: "75%", 6: "100%"},
        {1: "绩效目标", 2: filled["goals"]},
        {},
        dict(enumerate(HEADINGS, 1)),
        {1: "产出指标", 2: "数量指标", 3: "养护路灯盏数", 4: "养护的路灯总数", 5: "≥1200盏"},
        {2: "质量指标", 3: "亮灯率", 4: "正常亮灯的比例", 5: "≥98%", 6: "行业标准"},
        {1: "效益指标", 2: "社会效益指标", 3: "夜间出行安全", 4: "出行条件", 5: "有效改善"},
    ]
    for number, line in enumerate(lines):
        for column, value in line.items():
            sheet.cell(row + number, column, value)
    for area in ("A{0}:G{0}", "B{4}:G{4}", "A{3}:A{4}", "A{5}:A{6}", "B{7}:G{7}", "A{10}:A{11}"):
        sheet.merge_cells(area.format(*range(row, row + len(lines))))
    return row + len(lines)


def parts_of(path: Path) -> dict[str, bytes]:
    """Return the parts of a workbook file."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_parts(path: Path, parts: Mapping[str, bytes]) -> Path:
    """Write a workbook file of these parts and return where it is."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path
