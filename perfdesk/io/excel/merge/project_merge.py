"""A project as its worksheet now shows it: untouched fields exactly as they were kept."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from perfdesk.io.excel.merge.rows_merge import Changes, RowsMerge
from perfdesk.io.excel.pages.page import Page
from perfdesk.io.excel.pages.shown import with_rest
from perfdesk.io.excel.visible.meaning import (
    content_of,
    name_in_title,
    says_the_same,
    visible_indicator,
)
from perfdesk.io.excel.visible.project_seen import seen_projects
from perfdesk.io.excel.visible.seen import Row, Seen, SeenProject
from perfdesk.io.excel.visible.table import Table
from perfdesk.models.carried import carried_fields
from perfdesk.models.change import SetField
from perfdesk.models.document import Document
from perfdesk.models.form import Form
from perfdesk.models.project import Indicator, Project
from perfdesk.models.sheet import edited_text, field_text, indicator_text


def merged_project(
    form: Form, project: Project, page: Page, seen: SeenProject
) -> tuple[Project, Changes, list[Seen]]:
    """Return the project as it is now, what changed, and the texts that have no place in it."""
    # The headings of the grid are on every page, so a form is always found there.
    printed = seen_projects(form, Table.of_page(page))[0][0]
    changes = Changes()
    document = Document(projects=(project,))
    for change in _head_changes(form, project, printed, seen, changes):
        document = change.apply(document)
    rows = RowsMerge(
        project.indicators,
        _printed_rows(page, printed),
        lambda indicator, before, now: _updated(form, indicator, before, now, changes),
        lambda row: visible_indicator(form, row),
    )
    indicators = rows.merge(seen.rows, changes) if seen.has_grid else project.indicators
    known = [each.text for each in printed.unread]
    unread = [each for each in seen.unread if each.text not in known]
    return replace(document.projects[0], indicators=indicators), changes, unread


def _head_changes(
    form: Form, project: Project, printed: SeenProject, seen: SeenProject, changes: Changes
) -> Iterator[SetField]:
    """Yield the changes to the fields of the head, and note their cells."""
    fields = form.fields | {"unit"}
    renamed = False
    for field in fields & seen.head.keys() & printed.head.keys():
        before, now = printed.head[field].text, seen.head[field].text
        if not says_the_same(field, before, now):
            text = with_rest(now, before, _printed_text(form, project, field))
            changes.cells.append(seen.head[field].spot)
            renamed = renamed or field == "name"
            yield SetField(project.id, field, content_of(form, field, text))
    title, now_title = printed.head.get("title"), seen.head.get("title")
    if title and now_title and title.text != now_title.text and not renamed:
        text = with_rest(now_title.text, title.text, form.title_of(project.name))
        changes.cells.append(now_title.spot)
        yield SetField(project.id, "name", name_in_title(form, text, numbered=False))


def _printed_text(form: Form, project: Project, field: str) -> str:
    unit = field == "unit"
    return edited_text(form, project, field) if unit else field_text(form, project, field)


def _printed_rows(page: Page, printed: SeenProject) -> dict[int, Row]:
    """Return the rows of the grid by the index of the indicator that each of them prints."""
    heading_row = page.heading_row or 0
    last_column = len(page.widths) - 1
    index_at = {
        row: index
        for index, row in enumerate(
            sorted(
                cell.row
                for cell in page.cells
                if cell.row > heading_row and cell.column + cell.columns - 1 == last_column
            )
        )
    }
    return {index_at[max(each.spot.row for each in row.values())]: row for row in printed.rows}


def _updated(
    form: Form, indicator: Indicator, before: Row, now: Row, changes: Changes
) -> Indicator:
    contents: dict[str, Any] = {}
    for field in before.keys() & now.keys():
        if before[field].text != now[field].text:
            text = with_rest(now[field].text, before[field].text, indicator_text(indicator, field))
            contents[field] = content_of(form, field, text)
            changes.cells.append(now[field].spot)
    left = carried_fields(indicator.carried - contents.keys())
    return replace(indicator, carried=left, **contents)
