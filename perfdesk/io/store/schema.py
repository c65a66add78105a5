"""The tables of a store, in SQLAlchemy's words.

A row is found by its document and its own id, so that two documents may hold the same row (a
project dragged from one year to another). Tables lie in the order of their keys: what belongs
to one document is together. All texts, amounts too, stay as they were typed. `filled` and
`needed` are `models.outline.Completeness`, kept so that the outline needs no form and no rows;
so is `unconfirmed`. `carried` holds names of fields with blanks between; these three are about
the statement where they stand in a document. One without `submitted_at` was not handed in.
"""

from collections.abc import Iterator

from sqlalchemy import (
    BindParameter,
    Column,
    ColumnElement,
    Dialect,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    cast,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

METADATA = MetaData()
_SQLITE = sqlite.dialect()


class Words(TypeDecorator[str]):
    """Text as Python holds it: half a surrogate pair too, which no UTF-8 text may hold."""

    impl = Text
    cache_ok = True

    def process_bind_param(
        self,
        value: str | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy hands it over
    ) -> str | bytes | None:
        """Return a text as it is, or where SQLite would refuse it, its bytes."""
        if value is None:
            return None
        try:
            value.encode()
        except UnicodeEncodeError:
            return value.encode("utf-8", "surrogatepass")
        return value

    def bind_expression(self, bindparam: BindParameter[str]) -> ColumnElement[str]:
        """Have SQLite take such bytes for a text."""
        return cast(bindparam, Text)


def statements() -> Iterator[str]:
    """Yield the SQL that makes all tables and indexes, parents first."""
    for table in METADATA.sorted_tables:
        yield str(CreateTable(table).compile(dialect=_SQLITE))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            yield str(CreateIndex(index).compile(dialect=_SQLITE))


def _key(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True)


def _words(name: str) -> Column[str]:
    return Column(name, Words, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _late(name: str) -> Column[str]:
    """Return a column that came in a later version, empty in rows of before."""
    return Column(name, Words, nullable=False, server_default="")


def _late_number(name: str) -> Column[int]:
    """Return a column of numbers that came in a later version, 0 in rows of before."""
    return Column(name, Integer, nullable=False, server_default="0")


def _part_of(*owner: str) -> ForeignKeyConstraint:
    table = "project" if len(owner) == 2 else "document"
    own_keys = ("document_id", "id") if len(owner) == 2 else ("id",)
    return ForeignKeyConstraint(owner, [f"{table}.{key}" for key in own_keys], ondelete="CASCADE")


DOCUMENT = Table(
    "document",
    METADATA,
    _key("id"),
    _number("year"),
    _words("form"),
    _words("department_code"),
    _words("department_name"),
    _words("overall"),
    _number("filled"),
    _number("needed"),
    _late("submitted_at"),
    _late("submitted_by"),
    _late("submission_note"),
    _late("carried"),
    _late_number("unconfirmed"),
    Index("document_by_year", "year", "department_code"),
    sqlite_with_rowid=False,
)

SUBGOAL = Table(
    "subgoal",
    METADATA,
    _key("document_id"),
    _key("id"),
    _number("position"),
    _words("title"),
    _words("goal"),
    _words("indicators"),
    _late("carried"),
    _part_of("document_id"),
    sqlite_with_rowid=False,
)

SAFEGUARD = Table(
    "safeguard",
    METADATA,
    _key("document_id"),
    _key("id"),
    _number("position"),
    _words("title"),
    _words("text"),
    _late("carried"),
    _part_of("document_id"),
    sqlite_with_rowid=False,
)

UNREAD = Table(
    "unread",
    METADATA,
    _key("document_id"),
    Column("position", Integer, primary_key=True),
    _number("line"),
    _words("text"),
    _part_of("document_id"),
    sqlite_with_rowid=False,
)

PROJECT = Table(
    "project",
    METADATA,
    _key("document_id"),
    _key("id"),
    _number("position"),
    _words("code"),
    _words("name"),
    _words("unit_code"),
    _words("unit_name"),
    _words("budget_total"),
    _words("budget_fiscal"),
    _words("budget_other"),
    _words("purpose"),
    _words("plan_march"),
    _words("plan_june"),
    _words("plan_october"),
    _words("plan_december"),
    _number("indicator_count"),
    _number("filled"),
    _number("needed"),
    _late("carried"),
    _late_number("unconfirmed"),
    _late("carried_from"),
    Index("project_by_code", "code"),
    Index("project_by_name", "name"),
    Index("project_by_unit", "unit_code"),
    # For the sums of a first sight, which would have to run through all texts otherwise.
    Index("project_counts", "document_id", "filled", "needed", "unconfirmed"),
    _part_of("document_id"),
    sqlite_with_rowid=False,
)

GOAL = Table(
    "goal",
    METADATA,
    _key("document_id"),
    _key("project_id"),
    Column("position", Integer, primary_key=True),
    _words("text"),
    _part_of("document_id", "project_id"),
    sqlite_with_rowid=False,
)

REASON = Table(
    "reason",
    METADATA,
    _key("document_id"),
    _key("project_id"),
    Column("position", Integer, primary_key=True),
    _words("rule"),
    _words("subject"),
    _words("facts"),
    _words("text"),
    _part_of("document_id", "project_id"),
    sqlite_with_rowid=False,
)

STATEMENT_REASON = Table(
    "statement_reason",
    METADATA,
    _key("document_id"),
    Column("position", Integer, primary_key=True),
    _words("rule"),
    _words("subject"),
    _words("facts"),
    _words("text"),
    _part_of("document_id"),
    sqlite_with_rowid=False,
)

INDICATOR = Table(
    "indicator",
    METADATA,
    _key("document_id"),
    _key("project_id"),
    _key("id"),
    _number("position"),
    _words("level1"),
    _words("level2"),
    _words("name"),
    _words("description"),
    _words("value_text"),
    _words("value_sign"),
    _words("value_number"),
    _words("value_unit"),
    _words("basis"),
    _late("carried"),
    _late("carried_from"),
    _part_of("document_id", "project_id"),
    sqlite_with_rowid=False,
)

MEMORY = Table(
    "memory",
    METADATA,
    _key("key"),
    _words("value"),
    sqlite_with_rowid=False,
)
