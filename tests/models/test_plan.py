"""Both conventions of 资金支出计划, and what they come to in each period."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.models.plan import Convention, convention, shares, written
from perfdesk.models.project import SpendingPlan


def plan(text: str) -> SpendingPlan:
    return SpendingPlan(*(cell.strip("-") for cell in text.split()))


@pytest.mark.parametrize(
    ("cells", "found", "spent"),
    [
        ("25 50 75 100", Convention.CUMULATIVE, (25, 25, 25, 25)),
        ("20 50 80 100", Convention.CUMULATIVE, (20, 30, 30, 20)),
        ("- 30 60 100", Convention.CUMULATIVE, (0, 30, 30, 40)),
        ("- - 100 100", Convention.CUMULATIVE, (0, 0, 100, 0)),
        ("25 - 75 100", Convention.CUMULATIVE, (25, 0, 50, 25)),
        ("100 100 100 100", Convention.CUMULATIVE, (100, 0, 0, 0)),
        ("25 25 25 25", Convention.SHARES, (25, 25, 25, 25)),
        ("- 30 30 40", Convention.SHARES, (0, 30, 30, 40)),
        ("50 50 - -", Convention.SHARES, (50, 50, 0, 0)),
        ("100 - - -", Convention.SHARES, (100, 0, 0, 0)),
        ("40 30 20 10", Convention.SHARES, (40, 30, 20, 10)),
        ("- - - 100", Convention.EITHER, (0, 0, 0, 100)),
        ("0 0 0 100", Convention.EITHER, (0, 0, 0, 100)),
        ("12.5 37.5% ６２．５％ 100", Convention.CUMULATIVE, (12.5, 25, 25, 37.5)),
    ],
)
def test_a_plan_is_read_in_its_convention(
    cells: str, found: Convention, spent: tuple[float, ...]
) -> None:
    assert convention(plan(cells)) is found
    assert shares(plan(cells)) == tuple(map(Decimal, map(str, spent)))


@pytest.mark.parametrize(
    "cells",
    [
        "- - - -",
        "0 0 0 0",
        "10 20 30 50",
        "50 25 75 100",
        "30 60 90 120",
        "25 50 75 100x",
        "a b c d",
    ],
)
def test_a_plan_that_fits_neither_is_no_plan(cells: str) -> None:
    assert convention(plan(cells)) is None
    assert shares(plan(cells)) is None


@given(st.lists(st.integers(0, 100), min_size=3, max_size=3).map(sorted))
def test_what_the_periods_spend_adds_up_to_everything(reached: list[int]) -> None:
    spent = shares(SpendingPlan(*map(str, (*reached, 100))))
    assert spent is not None
    assert sum(spent) == 100
    assert all(each >= 0 for each in spent)
    assert shares(SpendingPlan(*map(str, spent))) == spent


@pytest.mark.parametrize(
    ("cells", "cumulative", "separate"),
    [
        ("25 25 25 25", "25 50 75 100", "25 25 25 25"),
        ("- 30 30 40", "- 30 60 100", "- 30 30 40"),
        ("20 - 80 100", "20 20 80 100", "20 0 60 20"),
        ("50 50 - -", "50 100 100 100", "50 50 0 0"),
        ("- - - 100", "- - - 100", "- - - 100"),
        ("12.5 0 37.5 50", "12.5 12.5 50 100", "12.5 0 37.5 50"),
    ],
)
def test_a_plan_is_written_in_the_other_convention(
    cells: str, cumulative: str, separate: str
) -> None:
    assert written(plan(cells), Convention.CUMULATIVE) == plan(cumulative)
    assert written(plan(cells), Convention.SHARES) == plan(separate)


def test_what_fits_neither_convention_is_not_rewritten() -> None:
    assert written(plan("50 25 75 100"), Convention.CUMULATIVE) is None


@given(st.lists(st.integers(0, 100), min_size=3, max_size=3).map(sorted))
def test_writing_a_plan_the_other_way_and_back_changes_nothing(reached: list[int]) -> None:
    cumulative = SpendingPlan(*map(str, (*reached, 100)))
    separate = written(cumulative, Convention.SHARES)
    assert separate is not None
    assert shares(separate) == shares(cumulative)
    assert written(separate, Convention.CUMULATIVE) == cumulative
