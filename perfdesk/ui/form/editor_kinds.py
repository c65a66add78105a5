"""Which editor belongs to which cell, and what becomes of what was typed into it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from perfdesk.models.change import Change
from perfdesk.models.project import Project
from perfdesk.models.sheet import Cell, Role
from perfdesk.ui.form.editors import CellEditor, Opened, TextEditor
from perfdesk.ui.form.edits import content_of, fill, fill_places, row_of, spread
from perfdesk.ui.form.leave import Leave
from perfdesk.ui.form.level_editor import LevelEditor
from perfdesk.ui.form.metrics import Metrics
from perfdesk.ui.form.prose_editor import GoalsEditor, ProseEditor
from perfdesk.ui.form.sheet_model import SheetModel
from perfdesk.ui.form.suggesting_editor import NameEditor, SuggestingEditor
from perfdesk.ui.form.value_editor import ValueEditor


def opened_on(model: SheetModel, cell: Cell) -> Opened | None:
    """Return what the editor of a cell begins with, None where nothing can be filled in."""
    if cell.place is None:
        return None
    name = model.name(cell)
    return Opened(model.form, model.project, cell, cell.place, name, model.advice)


def make_editor(opened: Opened, metrics: Metrics, parent: QWidget) -> CellEditor:
    """Return the editor that fits a cell."""
    if opened.cell.role is Role.LEVEL:
        return LevelEditor(opened, metrics, parent)
    if opened.cell.role is Role.VALUE:
        return ValueEditor(opened, metrics, parent)
    if opened.place.row_id != opened.project.id:
        row_kind = NameEditor if opened.place.field == "name" else SuggestingEditor
        return row_kind(opened, metrics, parent)
    kind = {"goals": GoalsEditor, "purpose": ProseEditor}.get(opened.place.field, TextEditor)
    return kind(opened, metrics, parent)


def change_by(
    editor: CellEditor, leave: Leave, project: Project, selected: Callable[[], Sequence[Cell]]
) -> Change | None:
    """Return the change that leaving an editor makes, None where it makes none."""
    opened = editor.opened
    if leave is Leave.TAKEN and isinstance(editor, NameEditor):
        return fill_places(opened.form, project, editor.row_contents(project), "填入推荐指标")
    if leave is Leave.FILL:
        row = None if editor.changed() else row_of(project, opened.place.row_id)
        content = content_of(row, opened.place.field) if row else editor.content()
        filled = spread(opened.form, opened.cell, content, selected())
        return fill(opened.form, project, filled, "填充")
    if leave is Leave.GIVE_UP or not editor.changed():
        return None
    return fill(opened.form, project, [(opened.cell, editor.content())])
