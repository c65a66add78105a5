"""Rows of the indicator grid: where new ones go and what they begin with."""

from collections.abc import Sequence
from dataclasses import dataclass

from perfdesk.models.change import Change, Insert, Together, indicators_of
from perfdesk.models.form import Form
from perfdesk.models.project import Indicator, Project
from perfdesk.models.suggest.beginning import place_for


@dataclass(frozen=True, slots=True)
class Offer:
    """A second level that has no row yet, and the place where the form's order wants one."""

    level1: str
    level2: str
    index: int


def row_beside(project: Project, index: int) -> Indicator:
    """Return a new row of the same levels as the one at `index`; empty where there is none."""
    if not 0 <= index < len(project.indicators):
        return Indicator()
    neighbour = project.indicators[index]
    return Indicator(neighbour.level1, neighbour.level2)


def first_row(form: Form) -> Indicator:
    """Return the row that a grid begins with."""
    level = form.levels[0] if form.levels else None
    return Indicator(level.name, level.level2[0]) if level and level.level2 else Indicator()


def insert(project: Project, index: int, rows: Sequence[Indicator]) -> Insert:
    """Return the change that puts rows into the grid, the first at `index`."""
    return Insert(indicators_of(project.id), index, tuple(rows))


def usual_rows(form: Form) -> tuple[Indicator, ...]:
    """Return the rows most projects need: all of the first level, one of each other."""
    rows: list[Indicator] = []
    for number, level in enumerate(form.levels):
        names = level.level2 if number == 0 else level.level2[:1]
        rows += [Indicator(level.name, name) for name in names]
    return tuple(rows)


def usual_grid(form: Form, project: Project) -> Change:
    """Return the change that fills an empty grid with the usual rows."""
    return Together("添加常用指标行", (insert(project, 0, usual_rows(form)),))


def offers(form: Form, project: Project) -> tuple[Offer, ...]:
    """Return the second levels of the form that no row of the project names."""
    present = {each.level2 for each in project.indicators}
    return tuple(
        Offer(level.name, name, place_for(Indicator(level.name, name), project.indicators, form))
        for level in form.levels
        for name in level.level2
        if name not in present
    )


def accept(project: Project, offer: Offer) -> Change:
    """Return the change that adds the row an offer speaks of."""
    return insert(project, offer.index, [Indicator(offer.level1, offer.level2)])
