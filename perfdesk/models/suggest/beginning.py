"""Beginning a project from another one or from a template: only what is empty is filled in."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from perfdesk.models.change import with_row
from perfdesk.models.document import Document
from perfdesk.models.form import Form
from perfdesk.models.project import Budget, Indicator, Project, SpendingPlan

Part = TypeVar("Part", Budget, SpendingPlan)


@dataclass(frozen=True, slots=True)
class Begin:
    """Fill in a project from `source`, which is written for its year and form already.

    What stands in the project stays. Rows of `source` take the place of empty rows of the same
    second level; where no row of the project says anything, its grid becomes that of `source`.
    """

    label: str
    project_id: str
    source: Project
    form: Form

    def apply(self, document: Document) -> Document:
        """Return the document with the project filled in. Raises KeyError where it is gone."""
        project = document.project(self.project_id)
        if project is None:
            raise KeyError(self.project_id)
        begun = _begun(project, self.source, self.form)
        return document if begun == project else with_row(document, begun)


def is_bare(project: Project) -> bool:
    """Whether no row of a project says anything but its levels."""
    return not any(map(says, project.indicators))


def _begun(project: Project, source: Project, form: Form) -> Project:
    begun = replace(
        project,
        name=project.name or source.name,
        budget=_completed(project.budget, source.budget),
        purpose=project.purpose or source.purpose,
        plan=_completed(project.plan, source.plan),
        goals=project.goals or source.goals,
        indicators=_rows(project, source.indicators, form),
    )
    if taken := _carried(project, source, begun):
        origin = source.carried_from
        begun = replace(begun, carried=project.carried | taken, carried_from=origin)
    return begun


def _carried(project: Project, source: Project, begun: Project) -> frozenset[str]:
    """Return which fields came from elsewhere: those of `source` that were taken."""
    taken = (
        field
        for field in source.carried
        if _at(project, field) != _at(begun, field) and _at(begun, field) == _at(source, field)
    )
    return frozenset(taken)


def _at(project: Project, field: str) -> object:
    name, _, inner = field.partition(".")
    part = getattr(project, name)
    return getattr(part, inner) if inner else part


def _completed(part: Part, source: Part) -> Part:
    texts = {
        each.name: getattr(part, each.name) or getattr(source, each.name) for each in fields(part)
    }
    return replace(part, **texts)


def _rows(project: Project, more: Sequence[Indicator], form: Form) -> tuple[Indicator, ...]:
    if not more:
        return project.indicators
    if is_bare(project):
        return tuple(more)
    known = {(row.level2, row.name) for row in project.indicators}
    fresh: defaultdict[str, list[Indicator]] = defaultdict(list)
    for row in more:
        if (row.level2, row.name) not in known:
            fresh[row.level2].append(row)
    rows: list[Indicator] = []
    for row in project.indicators:
        waiting = None if says(row) else fresh[row.level2]
        rows.append(replace(waiting.pop(0), id=row.id) if waiting else row)
    for left in fresh.values():
        for row in left:
            rows.insert(place_for(row, rows, form), row)
    return tuple(rows)


def place_for(row: Indicator, rows: Sequence[Indicator], form: Form) -> int:
    """Return where a row belongs: behind the last one that the form names before it."""
    wanted = _rank(row, form)
    before = [at for at, each in enumerate(rows) if _rank(each, form) <= wanted]
    return before[-1] + 1 if before else 0


def _rank(row: Indicator, form: Form) -> tuple[int, int]:
    """Return a row's place in the form's order; behind everything where the form has no such."""
    level = form.level(row.level1)
    if level is None:
        return len(form.levels), 0
    names = level.level2
    at = names.index(row.level2) if row.level2 in names else len(names)
    return form.levels.index(level), at


def says(row: Indicator) -> bool:
    """Whether a row says anything but its levels."""
    return any((row.name.strip(), row.description.strip(), row.value.text, row.basis.strip()))
