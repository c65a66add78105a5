"""Texts, rows and all of part one are taken over from a past year, the year in them moved on."""

from dataclasses import replace

import pytest
from hypothesis import given

from perfdesk.io.forms import form_named
from perfdesk.models.change import Change
from perfdesk.models.document import Document
from perfdesk.models.sheet import OVERALL, Place
from perfdesk.models.statement import ROW_FIELDS, Safeguard, Statement, SubGoal
from perfdesk.models.years.carry import YearStep
from perfdesk.models.years.take_statement import StatementTaking
from tests.strategies import statements

FORM = form_named("hebei-2024")
STEP = YearStep(2025, 2026, FORM, FORM)
PAST = Statement(
    "2025年促进消费",
    (
        SubGoal("2025年消费", "2025年增长5%", "2025年活动6场", id="p1"),
        SubGoal("外贸", "依据《2025年要点》", "", id="p2"),
        SubGoal("展会", "2025年10月底前办好", "展位300个", id="p3"),
    ),
    (Safeguard("督导", "2025年按月调度", id="p4"), Safeguard("消费", "另一件", id="p5")),
)
NOW = Statement(
    "2026年稳外贸",
    (
        SubGoal("2026年消费", "", "", "n1", frozenset({"title", "goal"})),
        SubGoal("展会", "自己写的", "", "n3"),
    ),
    (Safeguard("督导", "", id="n4"), Safeguard("", "没有标题", id="n6")),
    carried=frozenset({"overall"}),
)
TAKING = StatementTaking(STEP, NOW, PAST)


def after(change: Change | None, statement: Statement = NOW) -> Statement:
    assert change is not None
    assert change.label == "取用2025年内容"
    return change.apply(Document(2026, statement=statement)).statement


def test_texts_find_their_past_by_the_rows_title_and_are_known_as_looked_at() -> None:
    taken = after(TAKING.fields([OVERALL, Place("n1", "goal"), Place("n4", "text")]))
    assert (taken.overall, taken.carried) == ("2026年促进消费", frozenset())
    assert (taken.subgoals[0].goal, taken.subgoals[0].indicators) == ("2026年增长5%", "")
    assert taken.subgoals[0].carried == {"title"}
    assert taken.subgoals[1] is NOW.subgoals[1]
    assert taken.safeguards[0].text == "2026年按月调度"


@pytest.mark.parametrize("place", [Place("n6", "text"), Place("gone", "goal"), Place("", "year")])
def test_what_has_no_past_stays(place: Place) -> None:
    assert TAKING.fields([place]) is None


def test_what_was_empty_in_the_past_stays() -> None:
    own = replace(NOW, subgoals=(SubGoal("外贸", "", "自己写的", id="n2"),))
    assert StatementTaking(STEP, own, PAST).fields([Place("n2", "indicators")]) is None
    taken = after(StatementTaking(STEP, own, PAST).rows([PAST.subgoals[1]]), own)
    assert taken.subgoals[0].indicators == "自己写的"
    assert StatementTaking(STEP, NOW, Statement()).fields([OVERALL]) is None


def test_a_safeguard_is_no_past_of_a_sub_goal() -> None:
    own = SubGoal("督导", id="n9")
    taking = StatementTaking(STEP, replace(NOW, subgoals=(own,)), PAST)
    assert taking.past_row(own) is None
    assert taking.own_row(PAST.safeguards[1]) is None
    assert taking.own_row(PAST.safeguards[0]) is NOW.safeguards[0]


def test_a_row_that_is_there_is_filled_in() -> None:
    taken = after(TAKING.rows([PAST.subgoals[0], PAST.safeguards[0]]))
    first = taken.subgoals[0]
    assert (first.id, first.goal, first.indicators) == ("n1", "2026年增长5%", "2026年活动6场")
    assert first.carried == {"title", "goal", "indicators"}
    assert taken.safeguards[0].carried == {"title", "text"}
    assert (taken.safeguards[0].id, taken.safeguards[0].text) == ("n4", "2026年按月调度")


@pytest.mark.parametrize(
    ("own", "wanted", "order"),
    [
        ("", [0, 1, 2], "2026年消费 外贸 展会"),
        ("", [1], "外贸"),
        ("展会", [1, 0], "2026年消费 外贸 展会"),
        ("2026年消费 展会", [1], "2026年消费 外贸 展会"),
        ("2026年消费 别的", [2], "2026年消费 展会 别的"),
        ("别的", [0], "别的 2026年消费"),
    ],
)
def test_a_row_that_lacks_is_added_where_it_stood(own: str, wanted: list[int], order: str) -> None:
    now = replace(NOW, subgoals=tuple(SubGoal(title, id=title) for title in own.split()))
    chosen = [PAST.subgoals[index] for index in wanted]
    taken = after(StatementTaking(STEP, now, PAST).rows(chosen), now)
    assert [each.title for each in taken.subgoals] == order.split()
    added = [each for each in taken.subgoals if each.id not in own.split()]
    assert not {each.id for each in added} & {"p1", "p2", "p3"}
    assert all({"title", "goal"} <= each.carried for each in added)


def test_all_of_it_is_taken_and_new_rows_know_where_they_came_from() -> None:
    taken = after(TAKING.everything())
    assert (taken.overall, taken.carried) == ("2026年促进消费", frozenset({"overall"}))
    assert [each.title for each in taken.subgoals] == ["2026年消费", "外贸", "展会"]
    assert taken.subgoals[1].carried == {"title", "goal"}
    assert [each.text for each in taken.safeguards] == ["2026年按月调度", "另一件"]


def test_what_the_past_has_nothing_of_stays() -> None:
    past = Statement(safeguards=PAST.safeguards)
    taken = after(StatementTaking(STEP, NOW, past).everything())
    assert (taken.overall, taken.subgoals) == (NOW.overall, NOW.subgoals)
    assert StatementTaking(STEP, NOW, Statement()).everything() is None


@given(statements(), statements())
def test_nothing_of_a_past_row_is_lost_in_taking_it(now: Statement, past: Statement) -> None:
    """Rows of different titles that speak of no year stand there, whatever stood there before."""
    past = replace(
        past,
        subgoals=tuple({row.title.strip(): row for row in past.subgoals}.values()),
        safeguards=tuple({row.title.strip(): row for row in past.safeguards}.values()),
    )
    taking = StatementTaking(YearStep(7777, 7778, FORM, FORM), now, past)
    change = taking.rows(past.rows)
    statement = change.apply(Document(statement=now)).statement if change else now
    later = StatementTaking(taking.step, statement, past)
    for row in past.rows:
        if not row.title.strip():
            continue
        own = later.own_row(row)
        assert own is not None
        texts = ((getattr(own, f), getattr(row, f)) for f in ROW_FIELDS[type(row)])
        assert all(text == was for text, was in texts if was)
    assert {row.id for row in now.rows} <= {row.id for row in statement.rows}


def test_it_counts_the_filled_texts_that_all_of_it_replaces() -> None:
    assert TAKING.replaced == 1 + 3 + 2
    assert StatementTaking(STEP, NOW, Statement(safeguards=PAST.safeguards)).replaced == 2
    assert StatementTaking(STEP, Statement(), PAST).replaced == 0
