"""A form, or rows below its headings, out of cells that were copied in another program."""

from dataclasses import dataclass

from perfdesk.io.clipboard.block import Block
from perfdesk.io.clipboard.stray import Stray, spot_words
from perfdesk.io.excel.parts.grid import Area, Grid, Spot
from perfdesk.io.excel.visible.meaning import visible_project
from perfdesk.io.excel.visible.project_seen import has_grid, seen_projects
from perfdesk.io.excel.visible.seen import Seen, SeenProject
from perfdesk.io.excel.visible.table import Table
from perfdesk.models.form import Form
from perfdesk.models.project import Project

_TITLE_FIELDS = {"title": "name", "money": ""}


@dataclass(frozen=True, slots=True)
class PastedForm:
    """What the labels and headings among copied cells say.

    `head` are the fields of the head and `columns` those of the grid that were found in it;
    `left_over` are the texts that belong to no field, and those of further forms, with the
    headings of their columns.
    """

    project: Project
    head: frozenset[str]
    columns: frozenset[str]
    left_over: tuple[Stray, ...]


def pasted_form(form: Form, block: Block) -> PastedForm | None:
    """Return the form that a block shows, None where it has no headings of a grid."""
    texts = {
        Spot(row, column): text
        for row, line in enumerate(block.texts)
        for column, text in enumerate(line)
    }
    areas = [Area(each.row, each.column, each.rows, each.columns) for each in block.merges]
    table = Table.of_grid(Grid("", texts=texts, areas=areas))
    if not has_grid(form, table):
        return None
    (seen, *others), stray = seen_projects(form, table)
    left_over = [_stray(table, seen, each) for each in (*seen.unread, *stray)]
    for other in others:
        cells = [*other.head.values(), *(each for row in other.rows for each in row.values())]
        left_over += [_stray(table, other, each) for each in (*cells, *other.unread) if each.text]
    fields = {_TITLE_FIELDS.get(field, field) for field, each in seen.head.items() if each.text}
    columns = {field for row in seen.rows for field in row}
    project = visible_project(form, seen)
    left_over = [each for each in left_over if each.text != project.name]
    return PastedForm(project, frozenset(fields - {""}), frozenset(columns), tuple(left_over))


def _stray(table: Table, form: SeenProject, seen: Seen) -> Stray:
    """Return a text with where it stands; one that has its row to itself says enough."""
    row, column = seen.spot
    if len(table.row(row)) == 1:
        return Stray(seen.text)
    heading = table.text(form.heading_row, column) if row > form.heading_row >= 0 else ""
    return Stray(seen.text, spot_words(row, column, " ".join(heading.split())))
