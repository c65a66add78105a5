"""Reads a department's statement by its three headings, as tables or as running text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from perfdesk.io.excel.pages.statement_page import SAFEGUARD_HEADINGS, SUBGOAL_HEADINGS
from perfdesk.io.excel.visible.prose_seen import seen_prose
from perfdesk.io.excel.visible.seen import Row, Seen, SeenStatement
from perfdesk.io.excel.visible.table import Table, key, section_key
from perfdesk.models.form import Form

_LEAST_SECTIONS = 2
_LEAST_HEADINGS = 2
_SUBGOAL_FIELDS = dict(zip(SUBGOAL_HEADINGS[1:], ("title", "goal", "indicators"), strict=True))
_SAFEGUARD_FIELDS = dict(zip(SAFEGUARD_HEADINGS[1:], ("title", "text"), strict=True))


def seen_statement(form: Form, table: Table) -> SeenStatement | None:
    """Return the statement that a worksheet holds, None where it holds none."""
    overall, subgoals, safeguards = starts = _sections(form, table)
    if sum(start < table.row_count for start in starts) < _LEAST_SECTIONS:
        return None
    found = SeenStatement(is_whole=max(starts) < table.row_count)
    _head(table, min(starts), found)
    if texts := list(_texts(table, _section(table, starts, overall))):
        found.head["overall"] = Seen("\n".join(seen.text for seen in texts), texts[0].spot)
    wording = form.wording
    rows = _section(table, starts, subgoals)
    prefixes = {"goal": wording.subgoal_goal, "indicators": wording.subgoal_indicators}
    found.subgoals = _list(table, rows, _SUBGOAL_FIELDS, prefixes, found.unread)
    rows = _section(table, starts, safeguards)
    found.safeguards = _list(table, rows, _SAFEGUARD_FIELDS, {"text": ""}, found.unread)
    return found


def _sections(form: Form, table: Table) -> tuple[int, int, int]:
    """Return the rows of the three headings, the end of the table for one that is missing."""
    wording = form.wording
    rows = []
    first = 0
    for heading in (wording.overall, wording.subgoals, wording.safeguards):
        row = _alone(table, section_key(heading), first)
        rows.append(row)
        first = row + 1 if row < table.row_count else first
    return rows[0], rows[1], rows[2]


def _alone(table: Table, wanted: str, first: int) -> int:
    """Return the next row that holds this heading and nothing else."""
    for row in table.filled(first):
        spots = table.row(row)
        if len(spots) == 1 and section_key(table.texts[spots[0]]) == wanted:
            return row
    return table.row_count


def _section(table: Table, starts: tuple[int, int, int], start: int) -> list[int]:
    """Return the rows between a heading and the next one."""
    end = min((each for each in starts if each > start), default=table.row_count)
    return table.filled(start + 1, end)


def _texts(table: Table, rows: Iterable[int]) -> Iterator[Seen]:
    return (Seen(table.texts[spot], spot) for row in rows for spot in table.row(row))


def _head(table: Table, end: int, found: SeenStatement) -> None:
    """Read what stands above the first heading: title, department and year, in this order."""
    for seen in _texts(table, table.filled(0, end)):
        if key(seen.text).endswith("年度") and "year" not in found.head:
            found.head["year"] = seen
        elif "title" not in found.head:
            found.head["title"] = seen
        elif "department" not in found.head:
            found.head["department"] = seen
        else:
            found.unread.append(seen)


def _list(
    table: Table,
    rows: Sequence[int],
    fields: Mapping[str, str],
    prefixes: Mapping[str, str],
    unread: list[Seen],
) -> list[Row]:
    """Read the rows of a table with these headings, or else the items of a running text."""
    for index, row in enumerate(rows):
        headings = {key(table.texts[spot]): spot.column for spot in table.row(row)}
        columns = {field: headings[name] for name, field in fields.items() if name in headings}
        if len(columns) >= _LEAST_HEADINGS:
            numbers = headings.get(SUBGOAL_HEADINGS[0])
            unread += _texts(table, rows[:index])
            return list(_table_rows(table, rows[index + 1 :], columns, numbers, unread))
    return seen_prose(list(_texts(table, rows)), fields, prefixes, unread)


def _table_rows(
    table: Table,
    rows: Iterable[int],
    columns: dict[str, int],
    numbers: int | None,
    unread: list[Seen],
) -> Iterator[Row]:
    for row in rows:
        spots = {spot for spot in table.row(row) if spot.column != numbers}
        cells = {
            field: Seen(table.text(row, column), table.origin(row, column))
            for field, column in columns.items()
        }
        own = spots & {seen.spot for seen in cells.values()}
        if own:
            yield cells
        unread += [Seen(table.texts[spot], spot) for spot in sorted(spots - own)]
