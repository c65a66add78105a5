"""What of a text a document has not kept: the law that reading drops nothing.

Written without the reader's own words, so that a label which the reader forgets is missed here.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from perfdesk.models.document import Document

FURNITURE = (
    "项目编码",
    "项目名称",
    "预算规模及资金用途",
    "预算数",
    "其中:财政资金",
    "其他资金",
    "资金支出计划(%)",
    "3月底",
    "6月底",
    "10月底",
    "12月底",
    "绩效目标",
    "绩效指标",
    "一级指标",
    "二级指标",
    "三级指标",
    "绩效指标描述",
    "指标值",
    "指标值确定依据",
    "单位:万元",
    "目录",
    "第一部分",
    "第二部分",
    "第三部分",
    "部门整体绩效目标",
    "预算项目绩效目标",
    "总体绩效目标",
    "分项绩效目标",
    "工作保障措施",
)
_BOOKMARK = re.compile(r"\[bookmark:[^\]]*\]")
_NUMBER = re.compile(r"[(]?[一二三四五六七八九十\d]{1,3}[)]?[、.)]?")
_PART = re.compile(r"第[一二三]部分")
_LABEL = re.compile(r"绩效(?:目标|指标):")
_TITLE = re.compile(r"(?:项目)?绩效目标(?:申报)?表(?:[(](?:20\d\d年度|续表)[)])?$")
_TAIL = re.compile(r"[.\-…·]*\d{1,3}-?$")
_PAGE = re.compile(r"[-—]?\d{1,3}[-—]?")


def lost_lines(text: str, document: Document) -> list[str]:
    """Return the lines of a text that are neither in the document nor known furniture.

    A piece of a label or of a project's title counts as the whole; a unit may be said again.
    """
    kept = "\n".join(_plain(each) for each in _texts(document))
    names = {_plain(project.name) for project in document.projects}
    lines = [_plain(_BOOKMARK.sub("", line)) for line in text.splitlines()]
    counts = Counter(line for line in lines if line)
    for unit in document.units:
        counts[_plain(unit.code + unit.name)] = 1
    return [
        line
        for line, count in counts.items()
        if line and not _is_kept(line, count, kept) and not _is_furniture(line, names)
    ]


def _is_kept(line: str, count: int, kept: str) -> bool:
    return any(form and kept.count(form) >= count for form in _forms(line))


def _forms(line: str) -> Iterator[str]:
    """Yield a line as it may stand in a field: without number, label, sign of per cent."""
    for start in (line, _NUMBER.sub("", line, count=1)):
        yield start
        yield _LABEL.sub("", start, count=1)
        yield start.removesuffix("%")
        yield start.removesuffix("单位:万元")


def _is_furniture(line: str, names: set[str]) -> bool:
    line = line.removesuffix(":")
    bare = _NUMBER.sub("", line, count=1)
    for heading in (line, bare, _PART.sub("", line), _TAIL.sub("", line), _TAIL.sub("", bare)):
        if any(heading in words for words in FURNITURE):
            return True
        if _TITLE.search(heading) and any(_TITLE.sub("", heading) in name for name in names):
            return True
    return bool(_LABEL.fullmatch(line) or _PAGE.fullmatch(line))


def _plain(text: str) -> str:
    """Return a text without blanks and full stops, which part a title from its text."""
    return unicodedata.normalize("NFKC", "".join(text.split())).replace("。", "")


def _texts(document: Document) -> Iterator[str]:
    yield f"{document.year}年部门预算绩效信息{document.department.name}"
    yield document.department.name + f"{document.year}年部门预算绩效文本"
    yield from document.statement.overall.split("\n")
    for subgoal in document.statement.subgoals:
        yield from (subgoal.title + subgoal.goal, subgoal.indicators)
    for safeguard in document.statement.safeguards:
        yield safeguard.title + safeguard.text
    for project in document.projects:
        yield from (project.code, project.name, project.unit.code + project.unit.name)
        yield from (project.budget.total, project.budget.fiscal, project.budget.other)
        plan = project.plan
        yield from (plan.march, plan.june, plan.october, plan.december, project.purpose)
        yield from project.goals
        for row in project.indicators:
            yield from (
                row.level1,
                row.level2,
                row.name,
                row.description,
                row.value.text,
                row.basis,
            )
    yield from (each.text for each in document.unread)
