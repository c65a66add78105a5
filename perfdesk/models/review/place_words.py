"""What a place in a document is called in lists and reports: 指标 3「培训合格率」· 指标值."""

import re
from collections.abc import Sequence

from perfdesk.models.document import Document, year_words
from perfdesk.models.form import Form
from perfdesk.models.names import FIELD_NAMES, LIST_NAMES
from perfdesk.models.project import Project
from perfdesk.models.review.finding import cell_field
from perfdesk.models.sheet import Place
from perfdesk.models.statement import Safeguard, Statement, SubGoal

_PARTS_OF_VALUE = {"value.sign": "计算符号", "value.unit": "计量单位"}
_CHAPTERS = {f"statement.{name}": LIST_NAMES[name] for name in ("subgoals", "safeguards")}
_INDEX = re.compile(r"\[(\d+)\]")


def place_words(form: Form, part: Project | Statement, place: Place) -> str:
    """Return what a place in a project, or in the statement, is called.

    Rows are numbered as they stand and named where they have a name; a row that is gone has no
    number.
    """
    if isinstance(part, Statement):
        return _in_statement(part, place)
    row = next((each for each in part.indicators if each.id == place.row_id), None)
    if row is None:
        return _in_head(place.field)
    number = part.indicators.index(row) + 1
    return f"{_titled('指标', number, row.name)} · {_in_grid(form, place.field)}"


def project_words(project: Project | None) -> str:
    """Return what a project is called in lists; None is the statement."""
    if project is None:
        return "部门整体绩效目标"
    return project.name.strip() or "（未命名项目）"


def home_words(document: Document) -> str:
    """Return what a document is called in lists, by name or code: 2026年 云溪区商务局."""
    department = document.department
    return f"{year_words(document.year)} {department.name or department.code}".strip()


def _in_head(field: str) -> str:
    if field == "name":
        return "项目名称"
    if field == "plan":
        return "资金支出计划"
    words = FIELD_NAMES.get(cell_field(field), "")
    return f"{words} 第{int(found[1]) + 1}条" if (found := _INDEX.search(field)) else words


def _in_grid(form: Form, field: str) -> str:
    if field in _PARTS_OF_VALUE:
        return _PARTS_OF_VALUE[field]
    column = cell_field(field)
    headings = (each.heading for each in form.grid if each.field == column)
    return next(headings, FIELD_NAMES.get(column, ""))


def _in_statement(statement: Statement, place: Place) -> str:
    lists: tuple[tuple[str, Sequence[SubGoal | Safeguard]], ...] = (
        (LIST_NAMES["subgoals"], statement.subgoals),
        (LIST_NAMES["safeguards"], statement.safeguards),
    )
    for word, rows in lists:
        for number, row in enumerate(rows, 1):
            if row.id == place.row_id:
                return f"{_titled(word, number, row.title)} · {FIELD_NAMES.get(place.field, '')}"
    field = place.field.partition("[")[0]
    return _CHAPTERS.get(field) or FIELD_NAMES.get(field, "")


def _titled(word: str, number: int, name: str) -> str:
    return f"{word} {number}「{name.strip()}」" if name.strip() else f"{word} {number}"
