"""A store as each version of the tables left it, which every later program must read.

`store-1.sql` is such a store of version 1 written out by SQLite, and so on. Once a program with
these tables is in offices the file never changes; a change to the tables is a new version, with
a step to it.
"""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from perfdesk.io.store.glance import Glance, NeedsOpening
from perfdesk.io.store.identity import VERSION
from perfdesk.io.store.store import Store
from perfdesk.models.document import Department, Document, Submission, UnreadText
from perfdesk.models.project import Budget, Indicator, Project, SpendingPlan, Unit
from perfdesk.models.reason import Reason
from perfdesk.models.statement import Safeguard, Statement, SubGoal
from perfdesk.models.value import IndicatorValue

HERE = Path(__file__).parent

OF_VERSION_1 = Document(
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


def with_reasons(document: Document) -> Document:
    """The same document with answers to what was found in part one and in its first project."""
    of_statement = Reason("S03", "goal", "分项绩效目标没有绩效目标", "此项工作由市局统一安排")
    of_project = (
        Reason("C04", "code", "编码的年度是〈-1〉", "上年结转资金，沿用原编码"),
        Reason("V21", "成本指标·活动成本", "相差0.01万元", "四舍五入"),
    )
    first, *others = document.projects
    return replace(
        document,
        statement=replace(document.statement, reasons=(of_statement,)),
        projects=(replace(first, reasons=of_project), *others),
    )


def carried_over(document: Document) -> Document:
    """The same document, handed in, with cells that came from last year."""
    first, *others = document.projects
    row, *rows = first.indicators
    row = replace(row, carried=frozenset({"basis", "value"}))
    head = frozenset({"budget.total", "goals", "name"})
    first = replace(first, indicators=(row, *rows), carried=head)
    submission = Submission("张三", "2025-01-20T16:30:00+08:00", "已电话确认")
    return replace(document, projects=(first, *others), submitted=submission)


def part_one_carried_over(document: Document) -> Document:
    """The same document, of which fields of part one came from last year too."""
    statement = document.statement
    (subgoal,), (safeguard,) = statement.subgoals, statement.safeguards
    statement = replace(
        statement,
        carried=frozenset({"overall"}),
        subgoals=(replace(subgoal, carried=frozenset({"goal", "title"})),),
        safeguards=(replace(safeguard, carried=frozenset({"text"})),),
    )
    return replace(carried_over(document), statement=statement)


def brought_over(document: Document) -> Document:
    """The same document, of which a project began from a template and another project."""
    document = part_one_carried_over(document)
    first, *others = document.projects
    row, *rows = first.indicators
    row = replace(row, carried_from="模板“培训”")
    first = replace(first, indicators=(row, *rows), carried_from="2024年“展会经费”")
    return replace(document, projects=(first, *others))


DOCUMENTS = {
    1: OF_VERSION_1,
    2: with_reasons(OF_VERSION_1),
    3: carried_over(with_reasons(OF_VERSION_1)),
    4: part_one_carried_over(with_reasons(OF_VERSION_1)),
    5: brought_over(with_reasons(OF_VERSION_1)),
}


@pytest.fixture(params=DOCUMENTS, ids="version {}".format)
def version(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def path(tmp_path: Path, version: int) -> Path:
    """The store of that version."""
    path = tmp_path / "old.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((HERE / f"store-{version}.sql").read_text(encoding="utf-8"))
    return path


def tables_of(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        made = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {" ".join(sql.split()) for (sql,) in made}


def test_it_is_read_and_written(path: Path, version: int) -> None:
    document = DOCUMENTS[version]
    with Store.open(path) as store:
        assert store.load(document.id) == document
        assert store.recall("place") == "PROJECT"
        store.save(document, None)
        store.save(None, document)
        assert store.load(document.id) == document


def test_it_becomes_what_a_new_store_is(path: Path, store: Store) -> None:
    Store.open(path).close()
    assert tables_of(path) == tables_of(store.path)


def test_it_takes_what_a_new_store_takes(path: Path, version: int) -> None:
    document = DOCUMENTS[version]
    newest = brought_over(with_reasons(document))
    with Store.open(path) as store:
        store.save(document, newest)
        assert store.load(document.id) == newest


def test_before_it_is_brought_up_to_date_it_is_copied(path: Path, version: int) -> None:
    document = DOCUMENTS[version]
    Store.open(path).close()
    copies = [each for each in path.parent.glob("*.sqlite") if each != path]
    assert [f"第{version}版" in each.name for each in copies] == [True] * (version < VERSION)
    for each in copies:
        with Store.open(each) as store:
            assert store.load(document.id) == document


def test_one_that_is_older_is_opened_before_it_is_glanced_at(path: Path, version: int) -> None:
    if version < VERSION:
        with pytest.raises(NeedsOpening):
            Glance(path)
        Store.open(path).close()
    with Glance(path) as glance:
        assert glance.load(DOCUMENTS[version].id) == DOCUMENTS[version]
