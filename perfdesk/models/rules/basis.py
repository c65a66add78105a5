"""Rules of 指标值确定依据: what a value rests on."""

import re
from collections.abc import Iterator

from perfdesk.models.change import SetField, Together
from perfdesk.models.review.facts import DocumentFacts, ProjectFacts, RowFacts
from perfdesk.models.review.finding import Fix, Group
from perfdesk.models.review.rule import (
    Hit,
    Text,
    also_of_document,
    document_rule,
    project_rule,
)
from perfdesk.models.review.sources import FORM, PRACTICE
from perfdesk.models.rules.descriptions import begun, has_column

_WRONG_BRACKETS = re.compile(
    r"[\[［【(（]\s*((?:19|20)\d\d)\s*[\]］】)）](?=\s*(?:第\s*)?\d+\s*号)"
)
_DOCUMENTS = ("《", "号")
_COLUMN = "basis"


@project_rule(
    "X01",
    Group.FEASIBLE,
    Text(
        "指标值确定依据为空",
        "依据说明指标值从哪里来：文件、合同、规划、标准或上年实际完成情况。",
        "培训人次 ≥600人次，依据空着",
        "依据为“《…三年行动方案》”或“上年度培训统计结果”",
        FORM,
    ),
)
def no_basis(project: ProjectFacts) -> Iterator[Hit]:
    """A value that rests on nothing."""
    form = project.setting.form
    empty = _without_basis(project)
    if not empty or not has_column(form, _COLUMN):
        return
    severity = None
    if not form.wants(_COLUMN):
        if not any(row.basis for row in project.live):
            return
        severity = project.book.case("X01.optional")
    for row in empty:
        of = f"“{row.name}”的" if row.name else ""
        said = f"{of}指标值确定依据是空的，请写明文件、合同或上年完成情况。"
        yield Hit(_COLUMN, said, row=row, severity=severity)


@also_of_document("X01")
def no_basis_at_all(document: DocumentFacts) -> Iterator[Hit]:
    """A column that may stay empty and does: named once for a project, or for all of them."""
    form = document.setting.form
    if form.wants(_COLUMN) or not has_column(form, _COLUMN):
        return
    severity = document.book.case("X01.optional")
    empty = [rows for project in document.projects if (rows := _without_basis(project))]
    bare = [rows for rows in empty if not any(row.basis for row in rows[0].project.live)]
    asked = "请补充文件、合同或上年完成情况等。"
    if len(bare) > 1 and not any(row.basis for each in document.projects for row in each.live):
        said = f"{len(bare)}个项目的指标值确定依据一栏都是空的，{asked}"
        yield Hit(_COLUMN, said, row=bare[0][0], severity=severity)
        return
    for rows in bare:
        said = f"各条指标都没有写指标值确定依据，{asked}"
        yield Hit(_COLUMN, said, row=rows[0], severity=severity)


def _without_basis(project: ProjectFacts) -> list[RowFacts]:
    return [row for row in project.live if not row.basis and begun(row)]


@project_rule(
    "X02",
    Group.FEASIBLE,
    Text(
        "依据照抄了别的栏",
        "依据要说明为什么定这个值，不是把指标值、名称或描述再写一遍。",
        "培训人次 ≥600人次，依据为“≥600人次”",
        "依据为“年度培训计划（云商务〔2025〕3号）”",
        PRACTICE,
    ),
)
def copied_basis(project: ProjectFacts) -> Iterator[Hit]:
    """A basis that repeats another cell of its row; named once where most rows have such a one."""
    copied = [(row, word) for row in project.live if row.basis and (word := _copied_from(row))]
    if len(copied) > 1 and 2 * len(copied) > len(project.live):
        words = "、".join(dict.fromkeys(word for _, word in copied))
        said = f"{len(copied)}条指标的依据照抄了{words}，请写明这些值是怎么来的。"
        yield Hit(_COLUMN, said, row=copied[0][0])
        return
    for row, word in copied:
        said = f"依据“{row.basis}”照抄了{word}，请写明指标值是怎么来的。"
        yield Hit(_COLUMN, said, row=row)


def _copied_from(row: RowFacts) -> str:
    """Return which cell of its row a basis repeats, or an empty text."""
    basis = row.basis
    if _is_value(row):
        return "指标值"
    return "名称" if basis == row.name else "描述" if basis == row.description else ""


def _is_value(row: RowFacts) -> bool:
    # A unit as long as a sentence is the value's wording, typed into the wrong cell.
    return row.basis in (row.text, row.unit) and len(row.basis) > 1


@document_rule(
    "X03",
    Group.FEASIBLE,
    Text(
        "所有指标用同一句笼统的依据",
        "各指标的值来源不同，笼统写同一句，看不出每个值是怎么定的。专项资金可以只写同一份文件。",
        "全部指标的依据都是“根据年度工作安排”",
        "数量依据实施方案，质量依据验收标准，成本依据预算评审",
        PRACTICE,
    ),
)
def one_basis(document: DocumentFacts) -> Iterator[Hit]:
    """One vague basis for every row of a project; named once where all projects have that one."""
    least = document.book.limit("X03.rows")
    single = {project.project.id: _only_basis(project, least) for project in document.projects}
    same = set(single.values())
    if len(single) > 1 and len(same) == 1 and (basis := same.pop()):
        said = f"全部{len(single)}个项目的依据都是“{basis}”，请按指标分别写明来源。"
        yield Hit(_COLUMN, said, row=document.projects[0].live[0])
        return
    for project in document.projects:
        if basis := single[project.project.id]:
            said = f"{len(project.live)}条指标的依据都是“{basis}”，请按指标分别写明来源。"
            yield Hit(_COLUMN, said, row=project.live[0])


def _only_basis(project: ProjectFacts, least: int) -> str:
    """Return the basis that all rows of a project share, empty where they differ or are few.

    A document is a proper one for all that is done with its money; one that repeats the values
    is another slip.
    """
    rows = project.live
    if len(rows) < least or any(row.basis != rows[0].basis for row in rows):
        return ""
    basis = rows[0].basis
    named = any(mark in basis for mark in _DOCUMENTS)
    return "" if named or any(map(_copied_from, rows)) else basis


@project_rule(
    "X04",
    Group.FITTING,
    Text(
        "文号的年份没有用六角括号",
        "公文格式规定发文字号的年份用六角括号〔〕。",
        "云财建[2024]19号",
        "云财建〔2024〕19号",
        "《党政机关公文格式》（GB/T 9704—2012）",
    ),
)
def wrong_brackets(project: ProjectFacts) -> Iterator[Hit]:
    """A document's number with its year in other brackets; one hit for each wrong text."""
    wrong: dict[str, list[RowFacts]] = {}
    for row in project.live:
        if row.basis and _WRONG_BRACKETS.search(row.basis):
            wrong.setdefault(row.basis, []).append(row)
    for basis, rows in wrong.items():
        bracketed, year = next((each[0], each[1]) for each in _WRONG_BRACKETS.finditer(basis))
        right = _WRONG_BRACKETS.sub(r"〔\1〕", basis)
        label = f"改为“〔{year}〕”" if len(rows) == 1 else f"{len(rows)}行都改为“〔{year}〕”"
        changes = tuple(SetField(row.indicator.id, _COLUMN, right) for row in rows)
        said = f"文号中的“{bracketed}”应写作“〔{year}〕”，年份用六角括号。"
        yield Hit(_COLUMN, said, Fix(label, Together(label, changes)), rows[0])
