"""Which label of a form's head table says what, worked out from the empty form."""

from dataclasses import dataclass
from functools import lru_cache

from perfdesk.io.excel.visible.table import key
from perfdesk.io.headings import other_labels
from perfdesk.models.form import Form
from perfdesk.models.project import Project
from perfdesk.models.sheet import Cell, Role, project_sheet


@dataclass(frozen=True, slots=True)
class Target:
    """Where a field stands from its label: below it, or at its right so many rows further down."""

    field: str
    below: bool
    rows_down: int = 0


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label as `key` spells it, how others spell it, and the fields beside it."""

    key: str
    targets: tuple[Target, ...]
    others: tuple[str, ...] = ()

    def fits(self, key: str) -> bool:
        """Tell whether a text, as `key` spells it, is this label."""
        return key == self.key or key in self.others


@lru_cache
def head_labels(form: Form) -> tuple[Label, ...]:
    """Return the labels of a form's head table in the order they are printed."""
    cells = project_sheet(form, Project()).cells
    labels = [cell for cell in cells if cell.role is Role.LABEL]
    targets: list[list[Target]] = [[] for _ in labels]
    for cell in cells:
        if cell.place and cell.role not in (Role.TITLE, Role.UNIT):
            owner, target = _owner(cell, cell.place.field, labels)
            targets[owner].append(target)
    return tuple(
        Label(key(label.text), tuple(found), tuple(map(key, other_labels(label.text))))
        for label, found in zip(labels, targets, strict=True)
    )


def _owner(field: Cell, name: str, labels: list[Cell]) -> tuple[int, Target]:
    """Return the label of a field: the one exactly above it, or else the nearest at its left."""
    for index, label in enumerate(labels):
        same_columns = (label.column, label.columns) == (field.column, field.columns)
        if same_columns and label.row + label.rows == field.row:
            return index, Target(name, below=True)
    index, label = max(
        (
            (index, label)
            for index, label in enumerate(labels)
            if label.row <= field.row < label.row + label.rows and label.column < field.column
        ),
        key=lambda found: found[1].column,
    )
    return index, Target(name, below=False, rows_down=field.row - label.row)
