from dataclasses import replace

import pytest

from perfdesk.models.document import Document, Submission
from perfdesk.models.project import Indicator, Project
from perfdesk.models.sheet import Place
from perfdesk.models.years.confirm import Confirm, carried_places
from perfdesk.models.years.submit import Reopen, Submit, submission_words

ROW = Indicator(name="培训人次", carried=frozenset({"name", "value"}))
PLAIN = Indicator(name="合格率")
PROJECT = Project(name="培训", indicators=(ROW, PLAIN), carried=frozenset({"name", "budget.total"}))
OTHER = replace(PROJECT, id="other", indicators=(replace(ROW, id="row"),))
DOCUMENT = Document(2026, projects=(PROJECT, OTHER))
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


@pytest.mark.parametrize(
    "places", [set(), {Place(PLAIN.id, "name")}, {Place("gone", "name")}, {Place(ROW.id, "basis")}]
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
