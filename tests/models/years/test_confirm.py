from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given

from perfdesk.models.document import Document, Row, Submission
from perfdesk.models.project import Indicator, Project
from perfdesk.models.sheet import Place
from perfdesk.models.statement import Safeguard, Statement, SubGoal
from perfdesk.models.years.confirm import Confirm, carried_in_statement, carried_places
from perfdesk.models.years.submit import Reopen, Submit, submission_words
from tests.strategies import documents

ROW = Indicator(name="培训人次", carried=frozenset({"name", "value"}))
PLAIN = Indicator(name="合格率")
PROJECT = Project(name="培训", indicators=(ROW, PLAIN), carried=frozenset({"name", "budget.total"}))
OTHER = replace(PROJECT, id="other", indicators=(replace(ROW, id="row"),))
GOAL = SubGoal("消费", "增长5%", id="goal", carried=frozenset({"title", "goal"}))
STATEMENT = Statement(
    "促进消费",
    (GOAL, SubGoal("外贸")),
    (Safeguard("督导", "按月调度", id="safe", carried=frozenset({"text"})),),
    carried=frozenset({"overall"}),
)
DOCUMENT = Document(2026, statement=STATEMENT, projects=(PROJECT, OTHER))
SUBMISSION = Submission("张三", "2026-11-20T16:30:05+08:00", "")


def test_cells_that_were_looked_at_forget_where_they_came_from() -> None:
    change = Confirm(frozenset({Place(ROW.id, "value"), Place(PROJECT.id, "name")}))
    first, second = change.apply(DOCUMENT).projects
    assert first.carried == {"budget.total"}
    assert [row.carried for row in first.indicators] == [{"name"}, set()]
    assert first.indicators[1] is PLAIN
    assert second is OTHER


def test_a_whole_project_is_confirmed_in_one_step() -> None:
    change = Confirm(frozenset(carried_places([PROJECT])))
    first, second = change.apply(DOCUMENT).projects
    assert first.unconfirmed == 0
    assert replace(first, carried=PROJECT.carried, indicators=PROJECT.indicators) == PROJECT
    assert second is OTHER
    assert change.label == "核对无误"


def test_parts_of_the_statement_are_confirmed_one_by_one_or_together() -> None:
    places = {Place("goal", "goal"), Place("", "statement.overall")}
    document = Confirm(frozenset(places)).apply(DOCUMENT)
    assert document.statement.carried == frozenset()
    assert document.statement.subgoals[0].carried == {"title"}
    assert document.statement.subgoals[1] is STATEMENT.subgoals[1]
    assert document.statement.safeguards is STATEMENT.safeguards
    assert document.projects is DOCUMENT.projects
    all_of_it = Confirm(frozenset(carried_in_statement(STATEMENT)))
    assert all_of_it.apply(DOCUMENT).statement.unconfirmed == 0


@given(documents())
def test_whatever_is_confirmed_nothing_but_the_marks_is_changed(document: Document) -> None:
    statement = document.statement
    part_one, others = [*carried_in_statement(statement)], [*carried_places(document.projects)]
    assert len(part_one) == statement.unconfirmed
    assert len(others) == sum(each.unconfirmed for each in document.projects)
    done = Confirm(frozenset(part_one)).apply(document)
    assert done.projects is document.projects
    assert (done is document) == (not part_one)
    done = Confirm(frozenset(others)).apply(done)
    assert done.statement.unconfirmed == sum(each.unconfirmed for each in done.projects) == 0
    assert [*bare(done)] == [*bare(document)]


def bare(document: Document) -> Iterator[Row | Statement]:
    """All rows of a document and its statement, without what they know of last year."""
    yield replace(document.statement, carried=frozenset(), subgoals=(), safeguards=())
    for row in document.rows():
        if isinstance(row, Project):
            yield replace(row, carried=frozenset(), indicators=())
        else:
            yield replace(row, carried=frozenset())


@pytest.mark.parametrize(
    "places",
    [
        set(),
        {Place(PLAIN.id, "name")},
        {Place("gone", "name")},
        {Place(ROW.id, "basis")},
        {Place("goal", "indicators"), Place("safe", "title"), Place("", "year")},
    ],
)
def test_what_did_not_come_from_last_year_is_no_matter(places: set[Place]) -> None:
    assert Confirm(frozenset(places)).apply(DOCUMENT) is DOCUMENT


def test_a_document_is_handed_in_and_opened_again() -> None:
    handed_in = Submit(SUBMISSION).apply(DOCUMENT)
    assert handed_in.submitted == SUBMISSION
    assert Reopen().apply(handed_in) == DOCUMENT
    assert Reopen().apply(DOCUMENT) is DOCUMENT


@pytest.mark.parametrize(
    ("submission", "words"),
    [
        (SUBMISSION, "张三 · 2026-11-20 16:30"),
        (replace(SUBMISSION, who=""), "2026-11-20 16:30"),
        (replace(SUBMISSION, note="已电话确认"), "张三 · 2026-11-20 16:30 · 已电话确认"),
    ],
)
def test_who_and_when_are_said_in_one_line(submission: Submission, words: str) -> None:
    assert submission_words(submission) == words
