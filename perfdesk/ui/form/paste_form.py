"""A whole form, or rows that came with their headings, pasted where they belong."""

from collections.abc import Iterable
from dataclasses import replace

from perfdesk.io.excel.pasted import PastedForm
from perfdesk.models.change import Change, Insert, Remove, SetField, Together, indicators_of
from perfdesk.models.form import Form
from perfdesk.models.project import Indicator, Project
from perfdesk.models.sheet import Place, indicator_text
from perfdesk.models.value import IndicatorValue
from perfdesk.ui.form.edits import content_of, fill_places
from perfdesk.ui.form.rows import insert, row_beside

_LABEL = "粘贴"
_FILLED_IN = ("name", "description", "value", "basis")


def form_change(form: Form, project: Project, pasted: PastedForm) -> Change | None:
    """Return the change that makes a project say what a pasted form says, None for no change.

    Fields that the pasted form does not have stay as they are; its rows take the place of all
    rows.
    """
    changes: list[Change] = [
        SetField(project.id, field, content_of(pasted.project, field))
        for field in sorted(pasted.head)
        if content_of(pasted.project, field) != content_of(project, field)
    ]
    if pasted.project.indicators:
        rows = indicators_of(project.id)
        gone = frozenset(row.id for row in project.indicators)
        new = tuple(_typed(form, row) for row in pasted.project.indicators)
        changes += [Remove(rows, gone), Insert(rows, 0, new)]
    return Together(_LABEL, tuple(changes)) if changes else None


def rows_change(form: Form, project: Project, pasted: PastedForm, first: int) -> Change | None:
    """Return the change that puts pasted rows into the columns of their headings.

    The first goes into the row at index `first` of the grid, which grows where it must.
    """
    count = len(project.indicators)
    missing = max(0, first + len(pasted.project.indicators) - count)
    added = [row_beside(project, count - 1) for _ in range(missing)]
    grown = replace(project, indicators=(*project.indicators, *added))
    targets = grown.indicators[first:]
    contents = {
        Place(target.id, field): content_of(row, field)
        for target, row in zip(targets, _all_typed(form, pasted), strict=False)
        for field in pasted.columns
        if field not in ("level1", "level2") or content_of(row, field)
    }
    change = fill_places(form, grown, contents, _LABEL)
    if not added:
        return change
    more = (change,) if change else ()
    return Together(_LABEL, (insert(project, count, added), *more))


def replaced(project: Project, pasted: PastedForm) -> bool:
    """Whether pasting a form would put anything else in the place of what was filled in."""
    filled = any(indicator_text(row, field) for row in project.indicators for field in _FILLED_IN)
    return filled or any(
        content_of(project, field)
        and content_of(project, field) != content_of(pasted.project, field)
        for field in pasted.head - {"unit"}
    )


def _all_typed(form: Form, pasted: PastedForm) -> Iterable[Indicator]:
    return (_typed(form, row) for row in pasted.project.indicators)


def _typed(form: Form, row: Indicator) -> Indicator:
    """Return a row with its value in the form's spelling, as if it had been typed."""
    return replace(row, value=IndicatorValue.typed(row.value.text, form.wording.percent))
