"""Where in the workspace a step of undo or redo shows, and how that place is called."""

from perfdesk.models.document import Document, year_words
from perfdesk.ui.tree.nodes import Key, Kind, key_of_difference
from perfdesk.ui.undo_stack import Passage, Step


def place_before(way: Step) -> Key | None:
    """Return the node that shows what a step is going to change."""
    keys = (key_of_difference(each.after, each.before) for each in way.passages)
    return next((key for key in keys if key), None)


def place_after(way: Step, here: Key) -> Key | None:
    """Return the node that shows what a step has changed: where one is, if it is seen there."""
    keys = [key for each in way.passages if (key := key_of_difference(*each))]
    if any(_shows(here, each) for each in way.passages):
        return here
    return keys[0] if keys else None


def whereabouts(way: Step) -> str:
    """Return in brackets what a step is about to change, as it is called now."""
    ids = way.document_ids
    document = way.passages[0].before or way.passages[0].after
    if len(ids) > 1 or document is None:
        return f"（{len(ids)} 份文本）"
    key = place_before(way)
    part = _part(way.passages[0], key) if key else ""
    words = (year_words(document.year), part or document.department.name)
    return f"（{' · '.join(filter(None, words))}）"


def _part(passage: Passage, key: Key) -> str:
    if key.kind is Kind.STATEMENT:
        return "部门整体绩效目标"
    for document in passage:
        project = document.project(key.project_id) if document else None
        if project:
            return project.name or "（未命名项目）"
    return ""


def _shows(here: Key, passage: Passage) -> bool:
    """Whether something of what changed is on the page of a node."""
    before, after = passage
    if before is None or after is None or here.document_id != after.id:
        return False
    if here.kind is Kind.PROJECT:
        project = after.project(here.project_id)
        return project is not None and project is not before.project(here.project_id)
    if here.kind is Kind.STATEMENT:
        return before.statement is not after.statement
    return _changed_projects(before, after) != 1


def _changed_projects(before: Document, after: Document) -> int:
    known = {id(project) for project in before.projects}
    return sum(id(project) not in known for project in after.projects)
