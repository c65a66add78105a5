"""A department's statement as its worksheet now shows it, untouched parts exactly as kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar, cast

from perfdesk.io.excel.merge.rows_merge import Changes, RowsMerge
from perfdesk.io.excel.pages.page import Extra, Page
from perfdesk.io.excel.pages.shown import with_rest
from perfdesk.io.excel.pages.statement_page import statement_page
from perfdesk.io.excel.visible.meaning import (
    visible_department,
    visible_safeguard,
    visible_subgoal,
    year_in,
)
from perfdesk.io.excel.visible.seen import Row, Seen, SeenStatement
from perfdesk.io.excel.visible.statement_seen import seen_statement
from perfdesk.io.excel.visible.table import Table
from perfdesk.models.carried import carried_fields
from perfdesk.models.change import SetField
from perfdesk.models.document import Department, Document
from perfdesk.models.form import Form
from perfdesk.models.statement import Safeguard, Statement, SubGoal

Item = TypeVar("Item", SubGoal, Safeguard)


def merged_statement(
    form: Form, document: Document, page: Page, seen: SeenStatement
) -> tuple[Document, Changes, list[Seen]]:
    """Return the document with its part one, year and department as they are now.

    Further what changed, and the texts that have no place in it.
    """
    # The three headings are on every page, so the statement is always found there.
    printed = cast("SeenStatement", seen_statement(form, Table.of_page(page)))
    changes = Changes()
    unread = [each for each in seen.unread if each not in printed.unread]
    changed = {
        field: now
        for field, now in seen.head.items()
        if now.text != (printed.head[field].text if field in printed.head else "")
    }
    for field, now in changed.items():
        taken = _with_head(document, printed, field, now)
        if taken is None:
            unread.append(now)
        else:
            document = taken
            changes.cells.append(now.spot)
    if "overall" in printed.head and "overall" not in seen.head:
        changes.cells.append(printed.head["overall"].spot)
        document = SetField("", "statement.overall", "").apply(document)
    statement = _with_rows(document.statement, page, printed, seen, changes)
    document = replace(document, statement=statement)
    due = set(Table.of_page(statement_page(form, document)).texts.values())
    return document, changes, [each for each in unread if each.text not in due]


def _with_rows(
    statement: Statement, page: Page, printed: SeenStatement, seen: SeenStatement, changes: Changes
) -> Statement:
    """Return the statement with its two lists as they are now, and note what changed in them."""
    rows = [cell.row for cell in page.cells if cell.look is Extra.ORDINAL]
    first_safeguard = len(statement.subgoals)
    subgoals = _merge(
        statement.subgoals,
        _by_index(printed.subgoals, rows[:first_safeguard]),
        visible_subgoal,
        seen.subgoals,
        changes,
    )
    safeguards = _merge(
        statement.safeguards,
        _by_index(printed.safeguards, rows[first_safeguard:]),
        visible_safeguard,
        seen.safeguards,
        changes,
    )
    return replace(statement, subgoals=subgoals, safeguards=safeguards)


def _with_head(
    document: Document, printed: SeenStatement, field: str, now: Seen
) -> Document | None:
    """Return the document with one of the single texts taken over, None where it says nothing."""
    if field == "overall":
        before = printed.head.get("overall", Seen("", now.spot)).text
        overall = with_rest(now.text, before, document.statement.overall)
        return SetField("", "statement.overall", overall).apply(document)
    if field == "department":
        code = document.department.code
        department = visible_department(now.text)
        if department is None or (code and now.text.startswith(code)):
            department = Department(code, now.text.removeprefix(code).strip())
        return replace(document, department=department)
    year = year_in(now.text)
    return replace(document, year=year) if field == "year" and year else None


def _by_index(printed: Sequence[Row], rows: Sequence[int]) -> dict[int, Row]:
    """Return printed rows by the index of the item that each of them prints."""
    index_at = {row: index for index, row in enumerate(rows)}
    return {index_at[row["title"].spot.row]: row for row in printed}


def _merge(
    items: tuple[Item, ...],
    printed: Mapping[int, Row],
    build: Callable[[Row], Item],
    seen: Sequence[Row],
    changes: Changes,
) -> tuple[Item, ...]:
    def update(item: Item, before: Row, now: Row) -> Item:
        fields = before.keys() & now.keys()
        changed = [field for field in fields if before[field].text != now[field].text]
        changes.cells.extend(now[field].spot for field in changed)
        contents = {
            field: with_rest(now[field].text, before[field].text, getattr(item, field))
            for field in changed
        }
        left = carried_fields(item.carried.difference(changed))
        return replace(item, carried=left, **contents)

    return RowsMerge(items, printed, update, build).merge(seen, changes)
