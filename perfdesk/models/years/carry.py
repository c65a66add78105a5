"""Next year's document from this year's: what comes over, and what becomes of it on the way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from perfdesk.models.carried import carried_fields
from perfdesk.models.change import copy_of
from perfdesk.models.document import Document
from perfdesk.models.form import HEAD_FIELDS, Form
from perfdesk.models.ids import new_id
from perfdesk.models.project import Budget, Indicator, Project
from perfdesk.models.sheet import field_text, indicator_text
from perfdesk.models.statement import ROW_FIELDS, Statement, StatementRow
from perfdesk.models.value import IndicatorValue, glue
from perfdesk.models.years.shift import basis_moved, year_moved

RowT = TypeVar("RowT", bound=StatementRow)
_CARRIED_IN_GRID = ("name", "description", "value", "basis")


@dataclass(frozen=True, slots=True)
class Choice:
    """What of a document comes over: projects by id, and those of them that keep their code.

    `names` are new names that were written by hand; `amounts` are total, fiscal and other money
    together.
    """

    projects: frozenset[str]
    with_code: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    amounts: bool = True
    statement: bool = True


@dataclass(frozen=True, slots=True)
class YearStep:
    """The way from one year's document into a later one's: years and forms of both."""

    year_before: int
    year: int
    form_before: Form
    form: Form

    def text(self, text: str) -> str:
        """Return a text as it is said of the later year."""
        return year_moved(text, self.year_before, self.year)

    def value(self, value: IndicatorValue) -> IndicatorValue:
        """Return a value with its deadline in the later year, per cent as the form writes it."""
        percent, new_percent = self.form_before.wording.percent, self.form.wording.percent
        parted = glue(value.sign, value.number, value.unit) == value.text
        if parted and value.unit == percent != new_percent:
            return IndicatorValue.of_parts(value.sign, value.number, new_percent)
        text = self.text(value.text)
        return value if text == value.text else IndicatorValue.read(text)

    def indicator(self, row: Indicator) -> Indicator:
        """Return a new row for the later year that knows where its cells came from."""
        level = self.form.level(row.level1)
        moved = replace(
            row,
            level1=level.name if level else row.level1,
            name=self.text(row.name),
            description=self.text(row.description),
            value=self.value(row.value),
            basis=basis_moved(row.basis, self.year_before, self.year),
            id=new_id(),
        )
        columns = {column.field for column in self.form.grid}
        carried = (f for f in _CARRIED_IN_GRID if f in columns and indicator_text(moved, f))
        return replace(moved, carried=carried_fields(carried), carried_from="")

    def project(
        self, project: Project, *, with_code: bool = False, amounts: bool = True
    ) -> Project:
        """Return a new project for the later year that knows where its cells came from.

        With its code it goes on under its name too, as the finance system has it; reasons are
        not taken along, they are offered again where their finding comes again.
        """
        moved = Project(
            code=project.code if with_code else "",
            name=project.name if with_code else self.text(project.name),
            unit=project.unit,
            budget=project.budget if amounts else Budget(),
            purpose=self.text(project.purpose),
            plan=project.plan,
            goals=tuple(map(self.text, project.goals)),
            indicators=tuple(map(self.indicator, project.indicators)),
        )
        shown = self.form.fields | {"name"}
        carried = (f for f in HEAD_FIELDS if f in shown and field_text(self.form, moved, f))
        return replace(moved, carried=carried_fields(carried))

    def statement(self, statement: Statement) -> Statement:
        """Return a statement for the later year, its parts under new ids.

        It and they know where their fields came from.
        """
        return Statement(
            self.text(statement.overall),
            tuple(map(self.statement_row, statement.subgoals)),
            tuple(map(self.statement_row, statement.safeguards)),
            carried=_filled(statement, ("overall",)),
        )

    def statement_row(self, row: RowT) -> RowT:
        """Return a new sub-goal or safeguard that knows where its fields came from."""
        fields = ROW_FIELDS[type(row)]
        texts: dict[str, Any] = {field: self.text(getattr(row, field)) for field in fields}
        moved: RowT = replace(copy_of(row), **texts)
        return replace(moved, carried=_filled(moved, fields))


def next_year(
    document: Document, old_form: Form, form: Form, year: int, choice: Choice
) -> Document:
    """Return a new document of `year` on `form` that begins from a past one on `old_form`."""
    step = YearStep(document.year, year, old_form, form)
    return Document(
        year=year,
        form=form.id,
        department=document.department,
        statement=step.statement(document.statement) if choice.statement else Statement(),
        projects=tuple(
            _begun(step, each, choice) for each in document.projects if each.id in choice.projects
        ),
    )


def _begun(step: YearStep, project: Project, choice: Choice) -> Project:
    """Return a project as it comes over; a name that was written by hand is no longer carried."""
    moved = step.project(project, with_code=project.id in choice.with_code, amounts=choice.amounts)
    name = choice.names.get(project.id)
    if name is None:
        return moved
    return replace(moved, name=name, carried=carried_fields(moved.carried - {"name"}))


def _filled(owner: Statement | StatementRow, fields: Iterable[str]) -> frozenset[str]:
    """Return those of some fields in which something stands."""
    return carried_fields(field for field in fields if getattr(owner, field))
