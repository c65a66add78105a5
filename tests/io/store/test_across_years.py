"""The tables are there to be asked, by any program, across all years and departments."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from perfdesk.io.store.store import Store
from perfdesk.models.document import Document
from perfdesk.models.project import Budget, Indicator, Project, Unit

PROJECT = Project(
    code="99990125P00000000001X",
    name="消费季活动经费",
    unit=Unit("315001", "云溪区商务局本级"),
    budget=Budget("120.50"),
    indicators=(Indicator(name="举办活动场次", basis="工作方案"),),
)


@pytest.fixture
def tables(store: Store) -> Iterator[sqlite3.Connection]:
    """A store with one project in 2024 and 2025, closed and opened by another program."""
    store.save(None, Document(year=2024, projects=(PROJECT,)))
    dearer = replace(PROJECT, budget=Budget("130.25"))
    store.save(None, Document(year=2025, projects=(dearer,)))
    store.close()
    with closing(sqlite3.connect(store.path)) as connection:
        yield connection


def test_amounts_add_up_by_unit_and_year(tables: sqlite3.Connection) -> None:
    sums = tables.execute(
        "SELECT year, unit_code, sum(budget_total) FROM project"
        " JOIN document ON document.id = document_id GROUP BY 1, 2"
    )
    assert sums.fetchall() == [(2024, "315001", 120.5), (2025, "315001", 130.25)]


def test_indicators_are_found_by_words_in_them(tables: sqlite3.Connection) -> None:
    years = tables.execute(
        "SELECT year FROM indicator JOIN document ON document.id = document_id"
        " WHERE indicator.name LIKE '%活动%' ORDER BY year DESC"
    )
    assert years.fetchall() == [(2025,), (2024,)]


@pytest.mark.parametrize("column", ["code", "name", "unit_code"])
def test_a_project_is_found_in_other_years_by_an_index(
    tables: sqlite3.Connection, column: str
) -> None:
    query = f"SELECT document_id FROM project WHERE {column} = ?"
    assert len(tables.execute(query, ("315001",)).fetchall()) == (2 if column == "unit_code" else 0)
    (plan,) = tables.execute(f"EXPLAIN QUERY PLAN {query}", ("",))
    assert "USING" in plan[3]
    assert "INDEX project_by_" in plan[3]
