"""What renaming and dragging in the tree do to a document."""

from collections.abc import Sequence

from perfdesk.models.change import PROJECTS, Change, Move, SetField, Together
from perfdesk.models.document import Document
from perfdesk.models.project import Unit
from perfdesk.ui.tree.nodes import Node


def rename(project_id: str, name: str) -> Change:
    """Return the change that gives a project another name."""
    return SetField(project_id, "name", name)


def set_unit(project_ids: Sequence[str], unit: Unit) -> Together:
    """Return the change that puts projects under a unit."""
    return Together("修改预算单位", tuple(SetField(each, "unit", unit) for each in project_ids))


def move(document: Document, project_ids: Sequence[str], unit: Node, row: int) -> Change:
    """Return the change that puts projects into a unit's node before `row`, else at its end."""
    below = unit.children[row].key.project_id if 0 <= row < len(unit.children) else ""
    changes: tuple[Change, ...] = (
        Move(PROJECTS, frozenset(project_ids), _index_in(document, unit, below)),
    )
    if unit.key.unit:
        changes += set_unit(project_ids, unit.key.unit).changes
    return Together("移动项目", changes)


def _index_in(document: Document, unit: Node, project_id: str) -> int:
    """Return where in the document a project stands; behind the unit's last when empty."""
    ids = [project.id for project in document.projects]
    return ids.index(project_id) if project_id else ids.index(unit.children[-1].key.project_id) + 1
