"""The pages of a workspace as goals to jump to."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from perfdesk.models.outline import DocumentOutline, label
from perfdesk.ui.search.goal_index import Goal
from perfdesk.ui.tree.nodes import Key, Kind, unit_label


def goals(outlines: Sequence[DocumentOutline], first: str = "") -> Iterator[Goal[Key]]:
    """Yield every page but the first one, those of the document `first` before all others."""
    for document in sorted(outlines, key=lambda each: each.id != first):
        yield from _of_document(document)
    for year, _ in groupby(outlines, lambda each: each.year):
        yield Goal(Key(Kind.YEAR, year=year), _year(year), "全部部门")


def _of_document(document: DocumentOutline) -> Iterator[Goal[Key]]:
    department = f"{document.department.code} {document.department.name}".strip()
    year = _year(document.year)
    yield Goal(Key(Kind.DEPARTMENT, document.id), department or "（未注明部门）", year)
    about = f"{year} · {department}"
    yield Goal(Key(Kind.STATEMENT, document.id), "部门整体绩效目标", about)
    for unit in document.units:
        yield Goal(Key(Kind.UNIT, document.id, unit=unit), unit_label(unit), about)
    for number, project in enumerate(document.projects, 1):
        known = (year, unit_label(project.unit), project.code)
        key = Key(Kind.PROJECT, document.id, project.id)
        yield Goal(key, label(project, number), " · ".join(filter(None, known)))


def _year(year: int) -> str:
    return f"{year} 年度" if year else "未注明年度"
