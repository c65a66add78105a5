"""What a store holds, as a table for people or as JSON for scripts."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

from perfdesk.app.console import DONE, answer, tell
from perfdesk.io.store.glance import Glance
from perfdesk.models.amount import printed, total
from perfdesk.models.outline import DocumentOutline, ProjectOutline
from perfdesk.models.project import Unit

Line = tuple[str, str]


def list_store(store: Path, *, as_json: bool) -> int:
    """List years, departments, units and projects of a store; return the exit code."""
    with Glance(store) as glance:
        outlines = glance.outline()
    if as_json:
        plain = [_plain(outline) for outline in outlines]
        answer(json.dumps(plain, ensure_ascii=False, indent=2) + "\n")
    elif outlines:
        answer(_table([line for outline in outlines for line in _lines(outline)]))
    else:
        tell(f"“{store.name}”中还没有绩效文本。")
    return DONE


def _plain(outline: DocumentOutline) -> dict[str, Any]:
    return {
        "year": outline.year,
        "form": outline.form,
        "department": {"code": outline.department.code, "name": outline.department.name},
        "total": _sum(outline.projects),
        "units": [
            {
                "code": unit.code,
                "name": unit.name,
                "total": _sum(projects),
                "projects": [
                    {
                        "code": each.code,
                        "name": each.name,
                        "total": each.budget.total,
                        "indicators": each.indicators,
                    }
                    for each in projects
                ],
            }
            for unit, projects in _by_unit(outline)
        ],
    }


def _lines(outline: DocumentOutline) -> Iterator[Line]:
    """Yield the lines of a document, what is named and its amount in 万元."""
    department = outline.department
    head = f"{outline.year or '年度不明'} {department.code} {department.name}"
    yield f"{head}（{len(outline.projects)} 个项目）", _sum(outline.projects)
    for unit, projects in _by_unit(outline):
        yield f"  {unit.code or '（没有单位代码）'} {unit.name}", _sum(projects)
        for each in projects:
            yield (
                f"    {each.code or '（没有编码）'} {each.name or '（没有名称）'}",
                each.budget.total,
            )


def _by_unit(outline: DocumentOutline) -> Iterator[tuple[Unit, list[ProjectOutline]]]:
    for unit in outline.units:
        yield unit, [each for each in outline.projects if each.unit == unit]


def _sum(projects: Iterable[ProjectOutline]) -> str:
    return printed(total(each.budget.total for each in projects))


def _table(lines: list[Line]) -> str:
    """Set amounts below one another, right behind the longest name."""
    names = [" " * (len(name) - len(name.lstrip())) + " ".join(name.split()) for name, _ in lines]
    amounts = [" ".join(amount.split()) for _, amount in lines]
    name_width = max(map(_width, names))
    amount_width = max(map(_width, amounts))
    return "".join(
        name + " " * (name_width - _width(name) + 2 + amount_width - _width(amount)) + amount + unit
        for name, amount in zip(names, amounts, strict=True)
        for unit in (" 万元\n" if amount else "\n",)
    )


def _width(text: str) -> int:
    """Return how many columns of a console a text takes."""
    return sum(2 if east_asian_width(each) in "FW" else 1 for each in text)
