"""A whole form pasted over a project."""

from perfdesk.io.excel.pasted import PastedForm
from perfdesk.models.change import Change, Insert, Remove, SetField, Together, indicators_of
from perfdesk.models.form import Form
from perfdesk.models.project import Project
from perfdesk.models.sheet import indicator_text
from perfdesk.ui.form.edits import content_of
from perfdesk.ui.form.paste_rows import typed_row

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
        new = tuple(typed_row(form, row) for row in pasted.project.indicators)
        changes += [Remove(rows, gone), Insert(rows, 0, new)]
    return Together(_LABEL, tuple(changes)) if changes else None


def replaced(project: Project, pasted: PastedForm) -> bool:
    """Whether pasting a form would put anything else in the place of what was filled in."""
    filled = any(indicator_text(row, field) for row in project.indicators for field in _FILLED_IN)
    return filled or any(
        content_of(project, field)
        and content_of(project, field) != content_of(pasted.project, field)
        for field in pasted.head - {"unit"}
    )
