"""What an open editor of the form holds, to be kept, and how it comes back into its cell."""

from perfdesk.models.change import Change
from perfdesk.models.document import Document, year_words
from perfdesk.models.draft import Draft
from perfdesk.models.form import Form
from perfdesk.models.project import Project
from perfdesk.models.review.place_words import place_words, project_words
from perfdesk.ui.form.cells import Cells
from perfdesk.ui.form.editors import CellEditor
from perfdesk.ui.form.edits import content_of, fill, row_of

_LABEL = "放回没有填完的内容"


def draft_in(editor: CellEditor, document: Document) -> Draft | None:
    """Return what leaving an editor now would put into its cell; None where nothing."""
    opened = editor.opened
    place, project = opened.place, opened.project
    row = row_of(project, place.row_id)
    if row is None or not editor.changed():
        return None
    called = project_words(project)
    year = "" if str(document.year) in called else year_words(document.year)
    name = f"{year}“{called}”{place_words(opened.form, project, place)}"
    return Draft(document.id, place, editor.content(), content_of(row, place.field), name)


def putting_back(draft: Draft, form: Form, project: Project, cells: Cells) -> Change | None:
    """Return the edit that puts a draft into its cell, None where it would change nothing."""
    cell = cells.find(draft.place)
    return fill(form, project, [(cell, draft.content)], _LABEL) if cell else None
