"""Cells, rows and whole projects are taken over from a past year, the year in them moved on."""

from dataclasses import replace

import pytest

from perfdesk.io.forms import form_named
from perfdesk.models.change import Change
from perfdesk.models.document import Document
from perfdesk.models.project import Budget, Indicator, Project
from perfdesk.models.sheet import Place
from perfdesk.models.value import IndicatorValue
from perfdesk.models.years.carry import YearStep
from perfdesk.models.years.take import Taking

FORM = form_named("hebei-2024")
STEP = YearStep(2025, 2026, FORM, FORM)


def row(row_id: str, level2: str, name: str, value: str = "", basis: str = "") -> Indicator:
    read = IndicatorValue.read(value)
    return Indicator("产出指标", level2, name, "", read, basis, id=row_id)


PAST = Project(
    code="99990125P00000000001X",
    name="2025年培训经费",
    budget=Budget("12", "12", ""),
    purpose="用于2025年培训",
    goals=("2025年底前完成",),
    indicators=(
        row("p1", "数量指标", "培训人次", "≥600人次", "〔2025〕3号"),
        row("p2", "时效指标", "2025年完成时间", "2025年12月31日前"),
        row("p3", "质量指标", "合格率", "≥95%"),
        row("p4", "数量指标", "培训场次"),
    ),
    id="past",
)
NOW = Project(
    code="99990126P00000000001X",
    name="2026年培训经费",
    budget=Budget("15", "", ""),
    indicators=(
        row("n1", "数量指标", "培训人次"),
        row("n2", "时效指标", "2026年完成时间"),
        row("n5", "成本指标", "人均成本", "≤200元"),
        row("n4", "数量指标", "培训场次", "≥5场"),
    ),
    id="now",
)
TAKING = Taking(STEP, NOW, PAST)


def after(change: Change | None) -> Project:
    assert change is not None
    assert change.label == "取用2025年内容"
    return change.apply(Document(2026, projects=(NOW,))).projects[0]


def test_cells_find_their_past_by_the_rows_name() -> None:
    taken = after(TAKING.cells([Place("n1", "value"), Place("n1", "basis"), Place("n2", "value")]))
    first, second, *others = taken.indicators
    assert (first.value.text, first.basis) == ("≥600人次", "〔2025〕3号")
    assert second.value == IndicatorValue.read("2026年12月31日前")
    assert tuple(others) == NOW.indicators[2:]


def test_cells_of_the_head_are_taken_too() -> None:
    places = [Place("now", field) for field in ("purpose", "goals", "budget.total")]
    taken = after(TAKING.cells(places))
    assert (taken.purpose, taken.goals) == ("用于2026年培训", ("2026年底前完成",))
    assert (taken.budget.total, taken.unconfirmed) == ("12", 0)


def test_a_code_is_never_taken() -> None:
    assert TAKING.cells([Place("now", "code")]) is None
    taken = after(TAKING.cells([Place("now", "code"), Place("now", "name")]))
    assert (taken.code, taken.name) == (NOW.code, "2026年培训经费")


@pytest.mark.parametrize("place", [Place("n5", "value"), Place("n4", "value"), Place("x", "value")])
def test_what_has_no_past_or_an_empty_one_stays(place: Place) -> None:
    assert TAKING.cells([place]) is None


def test_rows_are_filled_in_or_added_behind_their_like() -> None:
    taken = after(TAKING.rows([PAST.indicators[0], PAST.indicators[2]]))
    assert [each.name for each in taken.indicators] == [
        *("培训人次", "2026年完成时间", "人均成本", "培训场次"),
        "合格率",
    ]
    assert taken.indicators[0].id == "n1"
    assert taken.indicators[0].value.text == "≥600人次"
    assert taken.indicators[4].id not in {"p3", ""}
    assert taken.indicators[0].carried == {"name", "value", "basis"}
    assert taken.indicators[4].carried == {"name", "value"}


def test_cells_are_looked_at_by_whoever_takes_them_but_not_those_of_a_row() -> None:
    marked = replace(NOW.indicators[0], carried=frozenset({"value", "basis"}))
    now = replace(NOW, indicators=(marked,))
    taking = Taking(STEP, now, PAST)
    document = Document(2026, projects=(now,))
    cell, row = taking.cells([Place("n1", "value")]), taking.rows(PAST.indicators[:1])
    assert cell is not None
    assert row is not None
    assert cell.apply(document).projects[0].indicators[0].carried == {"basis"}
    assert row.apply(document).projects[0].indicators[0].carried == {"name", "value", "basis"}


def test_an_added_row_stands_with_those_of_its_second_level() -> None:
    past = replace(PAST, indicators=(row("p9", "时效指标", "拨付时间", "≤5天"),))
    taken = after(Taking(STEP, NOW, past).rows(past.indicators))
    assert [each.name for each in taken.indicators][2] == "拨付时间"


def test_of_two_of_a_name_the_one_under_the_same_level_is_meant() -> None:
    twins = (row("a", "质量指标", "完成率", "≥80%"), row("b", "数量指标", "完成率", "≥90%"))
    past = replace(PAST, indicators=twins)
    now = replace(NOW, indicators=(row("n", "数量指标", "完成率"), row("m", "成本指标", "完成率")))
    taking = Taking(STEP, now, past)
    assert taking.past_row(now.indicators[0]) is twins[1]
    assert taking.past_row(now.indicators[1]) is twins[0]
    assert taking.own_row(twins[1]) is now.indicators[0]


def test_rows_without_a_name_are_nobodys_past() -> None:
    nameless = row("a", "数量指标", "", "≥80%")
    taking = Taking(
        STEP, replace(NOW, indicators=(nameless,)), replace(PAST, indicators=(nameless,))
    )
    assert taking.past_row(nameless) is None


def test_a_whole_project_is_taken_but_for_what_names_it() -> None:
    taken = after(TAKING.everything())
    assert (taken.id, taken.code, taken.name) == (NOW.id, NOW.code, NOW.name)
    assert taken.budget == Budget("12", "12", "")
    assert [each.name for each in taken.indicators] == [
        *("培训人次", "2026年完成时间", "合格率", "培训场次")
    ]
    assert taken.indicators[0].carried == {"name", "value", "basis"}
    assert taken.carried == {"budget.total", "budget.fiscal", "purpose", "goals"}
    assert not {each.id for each in taken.indicators} & {"p1", "p2", "p3", "p4"}


def test_it_counts_the_filled_cells_that_a_whole_project_replaces() -> None:
    assert TAKING.replaced == 1 + 6, "the amount of 15, and what stands in the rows"
    assert Taking(STEP, NOW, replace(PAST, indicators=())).replaced == 1
    assert Taking(STEP, Project(), PAST).replaced == 0
