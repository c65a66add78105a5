"""What was changed in the overview of projects, taken over unless a project's own form differs."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from perfdesk.io.excel.merge.rows_merge import ALIKE, aligned, likeness
from perfdesk.io.excel.pages.overview_page import (
    COUNT,
    NUMBER,
    by_unit,
    overview_columns,
    overview_page,
    overview_text,
)
from perfdesk.io.excel.visible.meaning import content_of, says_the_same
from perfdesk.io.excel.visible.seen import Row, Seen
from perfdesk.io.excel.visible.table import Table, key
from perfdesk.models.change import SetField
from perfdesk.models.document import Document
from perfdesk.models.form import Form
from perfdesk.models.project import Project

_LEAST_HEADINGS = 4


@dataclass(slots=True)
class SeenOverview:
    """A table of projects: its rows, its sums, and what stands around it."""

    rows: list[Row] = field(default_factory=list)
    sums: list[Seen] = field(default_factory=list)
    around: list[Seen] = field(default_factory=list)


@dataclass(slots=True)
class OverviewMerge:
    """What an overview that was changed means for the document.

    `taken` are the cells behind the `changes`, `reckoned` those the program works out itself,
    and `unread` those that name no project or contradict a project's own form.
    """

    changes: list[SetField] = field(default_factory=list)
    taken: list[Seen] = field(default_factory=list)
    reckoned: list[Seen] = field(default_factory=list)
    unread: list[Seen] = field(default_factory=list)


def seen_overview(form: Form, table: Table) -> SeenOverview | None:
    """Return the table of projects that a worksheet holds, None where it holds none."""
    found = SeenOverview()
    columns: dict[str, int] = {}
    for row in table.filled():
        texts = {spot.column: Seen(table.texts[spot], spot) for spot in table.row(row)}
        if not columns:
            columns = _headings(form, texts)
            found.around += [] if columns else texts.values()
        elif columns[NUMBER] in texts and table.area(texts[columns[NUMBER]].spot).columns > 1:
            found.sums += texts.values()
        elif texts:
            cells = {
                name: Seen(table.text(row, column), table.origin(row, column))
                for name, column in columns.items()
            }
            found.rows.append(cells)
            found.around += [each for each in texts.values() if each not in cells.values()]
    return found if columns else None


def merged_overview(
    form: Form, kept: Document, document: Document, printed: SeenOverview, seen: SeenOverview
) -> OverviewMerge:
    """Compare an overview with what was `printed` for the document as it was `kept`.

    `document` is what the other worksheets have made of it meanwhile.
    """
    projects = [each for unit in by_unit(kept.projects).values() for _, each in unit]
    merge = OverviewMerge()
    for old, new in aligned(printed.rows, seen.rows):
        if new is None or _is_of(form, document, seen.rows[new]):
            continue
        if old is not None and likeness(printed.rows[old], seen.rows[new]) >= ALIKE:
            both = (projects[old], document.project(projects[old].id))
            _merge_row(form, both, printed.rows[old], seen.rows[new], merge)
        else:
            merge.unread += [each for each in seen.rows[new].values() if each.text]
    due = seen_overview(form, Table.of_page(overview_page(form, document))) or printed
    sums = {each.text for each in (*printed.sums, *due.sums)}
    merge.reckoned += [each for each in seen.sums if each.text not in sums]
    around = {each.text for each in (*printed.around, *due.around)}
    merge.unread += [each for each in seen.around if each.text not in around]
    return merge


def _is_of(form: Form, document: Document, row: Row) -> bool:
    """Tell whether a row says of some project what its own form says too."""
    fields = row.keys() - {NUMBER}
    return any(
        all(
            says_the_same(name, overview_text(form, project, name).strip(), row[name].text)
            for name in fields
        )
        for project in document.projects
    )


def _headings(form: Form, texts: dict[int, Seen]) -> dict[str, int]:
    """Return the column of each field, nothing where this is not the row of headings."""
    wanted = {key(column.heading): column.field for column in overview_columns(form)}
    found = {
        wanted[key(each.text)]: column for column, each in texts.items() if key(each.text) in wanted
    }
    return found if len(found) >= _LEAST_HEADINGS and {NUMBER, "name"} <= found.keys() else {}


def _merge_row(
    form: Form,
    project: tuple[Project, Project | None],
    before: Row,
    after: Row,
    merge: OverviewMerge,
) -> None:
    """Compare a row before and after, for a project as it was kept and as it is now."""
    kept, now = project
    for name in before.keys() & after.keys() - {NUMBER}:
        seen = after[name]
        text = overview_text(form, now, name).strip() if now else before[name].text
        if says_the_same(name, before[name].text, seen.text) or text == seen.text:
            continue
        if name == COUNT:
            merge.reckoned.append(seen)
        elif now is None or text != overview_text(form, kept, name).strip():
            merge.unread.append(seen)
        else:
            merge.taken.append(seen)
            merge.changes += _changes(form, now, name, after)


def _changes(form: Form, project: Project, name: str, row: Row) -> Iterator[SetField]:
    text = row[name].text
    if name.startswith("unit."):
        parts = {part: row[f"unit.{part}"].text for part in ("code", "name")}
        yield SetField(project.id, "unit", replace(project.unit, **parts))
    else:
        yield SetField(project.id, name, content_of(form, name, text))
