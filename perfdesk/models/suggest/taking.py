"""Taking a suggestion over: the row it fills in, spelled as the year's form spells things."""

from dataclasses import replace

from perfdesk.models.carried import carried_fields
from perfdesk.models.form import Form
from perfdesk.models.ids import new_id
from perfdesk.models.library import LibraryEntry, WorkKind, with_budget
from perfdesk.models.project import Indicator, Project
from perfdesk.models.suggest.levels import Levels
from perfdesk.models.suggest.suggestion import Suggestion
from perfdesk.models.value import IndicatorValue
from perfdesk.models.years.shift import basis_moved, year_moved

_PERCENT = ("%", "％", "百分比")


def taken(
    suggestion: Suggestion,
    row: Indicator,
    project: Project,
    *,
    form: Form,
    year: int,
    levels: Levels,
) -> Indicator:
    """Return a row of a project filled in with a suggestion.

    Its levels stay where they mean the suggestion's already; else they become the form's, and
    where the form has no such level the suggestion's second level is kept as it is. Per cent is
    written as in the form, the suggestion's year moves on to `year`, and the library's word for
    the budget becomes the project's.
    """
    level1, level2 = row.level1, row.level2
    if levels.level(level2) != levels.level(suggestion.level2):
        level1, level2 = levels.in_form(form, suggestion.level2)
        level1, level2 = level1 or row.level1, level2 or suggestion.level2
    value = with_budget(suggestion.value, project.budget.total)
    text = year_moved(value.text, suggestion.year, year)
    value = value if text == value.text else IndicatorValue.read(text)
    return replace(
        row,
        level1=level1,
        level2=level2,
        name=year_moved(suggestion.name, suggestion.year, year),
        description=year_moved(suggestion.description, suggestion.year, year),
        value=with_percent(value, form.wording.percent),
        basis=basis_moved(suggestion.basis, suggestion.year, year),
    )


def template_rows(
    kind: WorkKind, project: Project, form: Form, levels: Levels
) -> tuple[Indicator, ...]:
    """Return the rows that a project's form of this kind of work begins with, in form order.

    Entries under levels that the form does not have are left out.
    """
    order = {name: number for number, name in enumerate(form.level2_names)}
    rows = [as_row(entry, project, form, levels) for entry in kind.template]
    known = [row for row in rows if row.level2 in order]
    return tuple(sorted(known, key=lambda row: order[row.level2]))


def with_figures_marked(row: Indicator, whence: str) -> Indicator:
    """Return a row whose figures and numbers of documents are marked as to be looked at.

    `whence` says in words where they came from.
    """
    texts = (("value", row.value.text), ("basis", row.basis))
    fields = carried_fields(name for name, text in texts if any(map(str.isdigit, text)))
    return replace(row, carried=fields, carried_from=whence) if fields else row


def as_row(entry: LibraryEntry, project: Project, form: Form, levels: Levels) -> Indicator:
    """Return an entry of the library as a new row of a project."""
    level1, level2 = levels.in_form(form, entry.level2)
    value = with_percent(with_budget(entry.value, project.budget.total), form.wording.percent)
    return Indicator(level1, level2, entry.name, entry.description, value, entry.basis, new_id())


def with_percent(value: IndicatorValue, percent: str) -> IndicatorValue:
    """Return a value with per cent written as a form writes it, `%` or 百分比."""
    if value.unit.strip() not in _PERCENT or value.unit == percent:
        return value
    return IndicatorValue.of_parts(value.sign, value.number, percent)
