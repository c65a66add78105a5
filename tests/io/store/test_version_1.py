"""A store as version 1 of the tables left it, which every later program must read.

`store-1.sql` is that store written out by SQLite. Once a program with these tables is in
offices the file never changes; a change to the tables is a new version, with a step to it.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from perfdesk.io.store.store import Store
from perfdesk.models.document import Department, Document, UnreadText
from perfdesk.models.project import Budget, Indicator, Project, SpendingPlan, Unit
from perfdesk.models.statement import Safeguard, Statement, SubGoal
from perfdesk.models.value import IndicatorValue

WRITTEN_OUT = Path(__file__).with_name("store-1.sql")

DOCUMENT = Document(
    year=2025,
    form="hebei-2024",
    department=Department("315", "云溪区商务局"),
    statement=Statement(
        "促进消费，稳定外贸。",
        (SubGoal("促进消费", "办好消费季", "活动场次≥6场", "0000000000000011"),),
        (Safeguard("加强督导", "按月调度", "0000000000000021"),),
    ),
    projects=(
        Project(
            "99990125P00000000001X",
            "2025年消费季活动经费",
            Unit("315001", "云溪区商务局本级"),
            Budget("120.50", "100.50", "20"),
            "用于场地、宣传",
            SpendingPlan("25", "50", "", "100"),
            ("举办活动6场", "带动消费"),
            (
                Indicator(
                    "产出指标",
                    "数量指标",
                    "举办活动场次",
                    "全年举办的活动场次",
                    IndicatorValue("≥6场", "≥", "6", "场"),
                    "工作方案",
                    "0000000000000041",
                ),
                Indicator(level1="效益指标", id="0000000000000040"),
            ),
            "0000000000000031",
        ),
        Project(name="外贸展位补助", id="0000000000000030"),
    ),
    unread=(UnreadText(12, "附件：略"),),
    id="0000000000000001",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The store of version 1."""
    path = tmp_path / "version-1.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(WRITTEN_OUT.read_text(encoding="utf-8"))
    return path


def tables_of(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        made = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {" ".join(sql.split()) for (sql,) in made}


def test_it_is_read_and_written(path: Path) -> None:
    with Store.open(path) as store:
        assert store.load(DOCUMENT.id) == DOCUMENT
        assert store.recall("place") == "PROJECT"
        store.save(DOCUMENT, None)
        store.save(None, DOCUMENT)
        assert store.load(DOCUMENT.id) == DOCUMENT


def test_it_becomes_what_a_new_store_is(path: Path, store: Store) -> None:
    Store.open(path).close()
    assert tables_of(path) == tables_of(store.path)
