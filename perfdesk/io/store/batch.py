"""Rows to remove, change, move and add, gathered first and then written table by table."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Delete, Table, Update, bindparam, delete, insert, select, update

from perfdesk.io.store.difference import Difference, RowT
from perfdesk.io.store.order import placed
from perfdesk.io.store.schema import METADATA

Columns = Mapping[str, Any]
"""The values of a row, or of its key, by the names of the columns."""

Names = tuple[str, ...]
Content = TypeVar("Content")

_PARENTS_FIRST = METADATA.sorted_tables
_KEY = "key_"


class OutOfStepError(Exception):
    """The store does not hold the document that an edit is said to have begun from."""


class Batch:
    """What one edit does to the tables. Removing a row removes what belongs to it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._emptied: defaultdict[Table, list[Columns]] = defaultdict(list)
        self._removed: defaultdict[Table, list[Columns]] = defaultdict(list)
        self._changed: defaultdict[Table, defaultdict[Names, list[Columns]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._added: defaultdict[Table, list[Columns]] = defaultdict(list)

    def add(self, table: Table, row: Columns) -> None:
        """Take in a new row with its key."""
        self._added[table].append(row)

    def change(self, table: Table, key: Columns, now: Columns) -> None:
        """Take in other values for some columns of the row with this key."""
        # One statement writes only rows that have the same columns.
        self._changed[table][tuple(now)].append({**_named(key), **now})

    def list_of_rows(
        self,
        table: Table,
        owner: Columns,
        rows: Difference[RowT],
        columns: Callable[[RowT], Columns],
    ) -> None:
        """Take in how the list of rows that belongs to `owner` became another."""
        self._removed[table] += [_named({**owner, "id": row.id}) for row in rows.removed]
        for before, after in rows.changed:
            if (now := columns(after)) != columns(before):
                self.change(table, {**owner, "id": after.id}, now)
        if not rows.order:
            return
        positions = placed(self._standing(table, owner, rows), rows.order)
        for row in rows.added:
            position = positions.pop(row.id)
            self.add(table, {**owner, "id": row.id, "position": position, **columns(row)})
        for row_id, position in positions.items():
            self.change(table, {**owner, "id": row_id}, {"position": position})

    def list_of_texts(
        self,
        table: Table,
        owner: Columns,
        before: tuple[Content, ...],
        after: tuple[Content, ...],
        columns: Callable[[Content], Columns],
    ) -> None:
        """Take in how a short list without ids became another: it is written anew."""
        if before == after:
            return
        if before:
            self._emptied[table].append(_named(owner))
        for position, content in enumerate(after):
            self.add(table, {**owner, "position": position, **columns(content)})

    def run(self) -> None:
        """Write it all. Raises OutOfStepError where a row that should be there is not."""
        for table in _PARENTS_FIRST:
            self._run(_delete, table, self._emptied[table], counted=False)
            self._run(_delete, table, self._removed[table])
            for rows in self._changed[table].values():
                self._run(_update, table, rows)
            if added := self._added[table]:
                self._connection.execute(insert(table), added)

    def _run(
        self,
        statement: Callable[[Table, Names], Delete | Update],
        table: Table,
        rows: Sequence[Columns],
        *,
        counted: bool = True,
    ) -> None:
        if not rows:
            return
        keys = tuple(name for name in rows[0] if name.startswith(_KEY))
        touched = self._connection.execute(statement(table, keys), rows).rowcount
        if counted and touched != len(rows):
            raise OutOfStepError(f"{touched} of {len(rows)} rows in {table.name}")

    def _standing(self, table: Table, owner: Columns, rows: Difference[RowT]) -> Mapping[str, int]:
        """Return the positions of a list's rows, without asking for a list that is new."""
        if len(rows.added) == len(rows.order):
            return {}
        where = [table.c[name] == value for name, value in owner.items()]
        found = self._connection.execute(select(table.c.id, table.c.position).where(*where))
        return {row.id: row.position for row in found}


def _named(key: Columns) -> dict[str, Any]:
    """Return a key under names that no column has."""
    return {_KEY + name: value for name, value in key.items()}


@cache
def _delete(table: Table, keys: Names) -> Delete:
    return delete(table).where(*_matches(table, keys))


@cache
def _update(table: Table, keys: Names) -> Update:
    return update(table).where(*_matches(table, keys))


def _matches(table: Table, keys: Names) -> list[Any]:
    return [table.c[key.removeprefix(_KEY)] == bindparam(key) for key in keys]
