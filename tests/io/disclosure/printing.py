"""Prints invented documents as the texts that offices publish, in many shapes.

Independent of the program's own writer: what it prints is what the reader has to make sense of.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from perfdesk.models.document import Document
from perfdesk.models.numbering import chinese_number
from perfdesk.models.project import Indicator, Project

Rows = list[list[str]]


@dataclass(frozen=True)
class Shape:
    """How a text is laid out; the defaults are those of the published documents of 2025."""

    title: str = ""
    before: str = ""
    behind: str = ""
    contents: str = ""
    parts: str = "two lines"
    statement: bool = True
    bookmarks: bool = True
    section: Callable[[int], str] = lambda n: f"{chinese_number(n)}、"
    item: Callable[[int], str] = lambda n: f"（{chinese_number(n)}）"
    project: Callable[[int], str] = lambda n: f"{n}."
    goal: Callable[[int], str] = lambda n: f"{n}."
    project_end: str = "绩效目标表"
    repeated_headings: bool = False
    unit_gap: str = ""
    unit_as_paragraph: bool = False
    empty_cell: str = "\t"
    row_end: str = "\n"
    page_numbers: bool = False
    head: Callable[[Rows], Rows] = lambda rows: rows
    grid: Callable[[Rows], Rows] = lambda rows: rows
    row: Callable[[list[str]], str] | None = None
    merge_level2: bool = False


def published(document: Document, shape: Shape = Shape()) -> str:
    """Return the text of a document in a shape."""
    return "".join(f"{line}\n" for line in _lines(document, shape))


def _lines(document: Document, shape: Shape) -> Iterator[str]:
    yield from shape.before.splitlines()
    if shape.title:
        yield from ("", shape.title, "")
    yield from _contents(document, shape)
    if shape.statement:
        yield from _statement(document, shape)
    if document.projects:
        yield from (" ", " ")
        yield from _part("第二部分", "预算项目绩效目标", shape)
    for number, project in enumerate(document.projects, 1):
        yield from _project(number, project, document, shape)
        if shape.page_numbers:
            yield from ("", f"- {number} -", "")
    yield from shape.behind.splitlines()


def _contents(document: Document, shape: Shape) -> Iterator[str]:
    if not shape.contents:
        return
    yield "目  录"
    for number, heading in enumerate(_headings(document, shape), 1):
        yield heading + shape.contents.format(page=number)
    yield ""


def _headings(document: Document, shape: Shape) -> Iterator[str]:
    for number, name in enumerate(("总体绩效目标", "分项绩效目标", "工作保障措施"), 1):
        yield shape.section(number) + name
    for number, project in enumerate(document.projects, 1):
        yield shape.project(number) + project.name + shape.project_end


def _part(number: str, name: str, shape: Shape) -> Iterator[str]:
    if shape.parts == "two lines":
        yield from (f" {number}", name, " ")
    elif shape.parts == "one line":
        yield from ("", f"{number}  {name}", "")


def _statement(document: Document, shape: Shape) -> Iterator[str]:
    statement = document.statement
    yield from _part("第一部分", "部门整体绩效目标", shape)
    yield from _section(1, "总体绩效目标", shape)
    yield from (f"　　{line}" for line in statement.overall.split("\n"))
    yield from _section(2, "分项绩效目标", shape)
    for number, subgoal in enumerate(statement.subgoals, 1):
        yield from (shape.item(number) + subgoal.title + "。", "")
        if subgoal.goal:
            yield "绩效目标：" + subgoal.goal
        if subgoal.indicators:
            yield from ("绩效指标：", subgoal.indicators)
    yield from _section(3, "工作保障措施", shape)
    for number, safeguard in enumerate(statement.safeguards, 1):
        yield from (shape.item(number) + safeguard.title + "。", safeguard.text)


def _section(number: int, name: str, shape: Shape) -> Iterator[str]:
    mark = f"[bookmark: _Toc{number}]" if shape.bookmarks else ""
    yield mark + shape.section(number) + name
    if shape.repeated_headings:
        yield name


def _project(number: int, project: Project, document: Document, shape: Shape) -> Iterator[str]:
    mark = f"[bookmark: _Toc1{number}]" if shape.bookmarks else ""
    yield mark + shape.project(number) + project.name + shape.project_end
    unit = project.unit.code + shape.unit_gap + project.unit.name
    if shape.unit_as_paragraph:
        yield f"{unit}          单位：万元"
    else:
        yield from _row([unit, "单位：万元"], shape)
    for cells in shape.head(_head(project, document, shape)):
        yield from _row(cells, shape)
    yield from ("", " ")
    for cells in shape.grid(_grid(project.indicators, shape)):
        yield from _row(cells, shape)
    yield from ("", "", " ")


def _row(cells: list[str], shape: Shape) -> Iterator[str]:
    if shape.row is not None:
        yield shape.row(cells)
        return
    yield from (f"\t{cell}" if cell else shape.empty_cell for cell in cells)
    yield shape.row_end.removesuffix("\n")


def _head(project: Project, document: Document, shape: Shape) -> Rows:
    goals = "\n".join(shape.goal(n) + goal for n, goal in enumerate(project.goals, 1))
    if document.form == "hebei-2020":
        return [["绩效目标", goals]]
    budget, plan = project.budget, project.plan
    months = (plan.march, plan.june, plan.october, plan.december)
    fiscal = "其中：财政    资金"
    return [
        ["项目编码", project.code, "项目名称", project.name],
        [
            "预算规模及资金用途",
            "预算数",
            budget.total,
            fiscal,
            budget.fiscal,
            "其他资金",
            budget.other,
        ],
        ["", project.purpose],
        ["资金支出计划（%）", "3月底", "6月底", "10月底", "12月底"],
        ["", *(f"{month}%" if month else "" for month in months)],
        ["绩效目标", goals],
    ]


HEADINGS = ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据"]


def _grid(indicators: tuple[Indicator, ...], shape: Shape) -> Rows:
    rows = [HEADINGS]
    above = Indicator()
    for each in indicators:
        level1 = "" if each.level1 == above.level1 else each.level1
        same = each.level2 == above.level2 and not level1
        level2 = "" if same and shape.merge_level2 else each.level2
        rows.append([level1, level2, each.name, each.description, each.value.text, each.basis])
        above = each
    return rows
