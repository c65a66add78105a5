"""What the measurements say of a figure: whether its goal holds, and how it is printed."""

import pytest

from bench.figure import Figure, Goal
from bench.measuring import medians, nearly_all
from bench.table import table

LIMIT = "≤"


@pytest.mark.parametrize(("value", "holds"), [(15.9, True), (16.0, True), (16.1, False)])
def test_a_goal_in_milliseconds(value: float, holds: bool) -> None:
    assert Figure("key", value, Goal(16)).holds is holds


@pytest.mark.parametrize(("value", "holds"), [(150.0, True), (160.0, True), (170.0, False)])
def test_a_goal_as_a_multiple_of_the_floor(value: float, holds: bool) -> None:
    assert Figure("start", value, Goal(1.6, of_floor=True), 100.0).holds is holds


def test_a_multiple_of_a_floor_that_is_not_known_does_not_hold() -> None:
    assert not Figure("start", 1.0, Goal(1.6, of_floor=True)).holds


def test_the_table_names_what_is_missed() -> None:
    figures = [
        Figure("start", 150.0, Goal(1.6, of_floor=True), 100.0),
        Figure("memory", 201.0, Goal(200), unit="MiB"),
    ]
    _, start, memory = table(figures).splitlines()
    assert start.split() == f"start 150 ms 100 ms 1.50 {LIMIT} 1.6 × floor yes".split()
    assert memory.split() == f"memory 201 MiB {LIMIT} 200 MiB NO".split()


def test_measures_are_taken_in_turns_after_one_that_does_not_count() -> None:
    taken: list[str] = []
    values = {"floor": iter([99.0, 1.0, 5.0, 3.0]), "figure": iter([99.0, 2.0, 4.0, 9.0])}

    def measure(name: str) -> float:
        taken.append(name)
        return next(values[name])

    assert medians(3, lambda: measure("floor"), lambda: measure("figure")) == [3.0, 4.0]
    assert taken == ["floor", "figure"] * 4


def test_nearly_all_leaves_out_the_last_twentieth() -> None:
    assert nearly_all([float(number) for number in range(1, 101)]) == 95.0
    assert nearly_all([7.0]) == 7.0
