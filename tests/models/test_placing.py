"""Rows brought to their levels: each finds its place, and what stands there stays."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.io.forms import form_named
from perfdesk.io.rule_book import words
from perfdesk.models.blank import blank_indicators
from perfdesk.models.placing import Placed, Placing
from perfdesk.models.project import Indicator
from perfdesk.models.suggest.levels import Levels

FORM = form_named("hebei-2024")
PLACING = Placing(FORM, Levels(words().levels))
LEVEL2 = ("数量", "数量指标", "质量", "时效", "成本指标", "社会效益", "满意度", "安全指标", "")
ROWS = st.lists(
    st.builds(
        Indicator,
        st.sampled_from(["产出", "产出指标", "效果指标", "满意度", "其他指标"]),
        st.sampled_from(LEVEL2),
        st.sampled_from(["", "甲", "乙", "丙"]),
    ),
    max_size=8,
)


def result(rows: list[Indicator], placed: list[Placed]) -> list[Indicator]:
    """The grid with the rows in it."""
    grid = list(rows)
    for each in placed:
        if each.index is None:
            at = next(at for at, row in enumerate(grid) if row.id == each.row.id)
            grid[at] = replace(grid[at], name=each.row.name)
        else:
            grid.insert(each.index, each.row)
    return grid


@pytest.mark.parametrize(
    ("level1", "level2", "named"),
    [
        ("产出", "质量", ("产出指标", "质量指标")),
        ("", "社会效益", ("效益指标", "社会效益指标")),
        ("效果指标", "经济效益", ("效益指标", "经济效益指标")),
        ("满意度", "满意度", ("满意度指标", "服务对象满意度指标")),
        ("满意度指标", "", ("满意度指标", "服务对象满意度指标")),
        ("产出", "安全指标", ("产出指标", "安全指标")),
        ("效益", "品牌效益", ("效益指标", "品牌效益")),
        ("其他指标", "某类指标", ("其他指标", "某类指标")),
    ],
)
def test_levels_are_called_as_in_the_form(level1: str, level2: str, named: tuple[str, str]) -> None:
    row = PLACING.named(Indicator(level1, level2))
    assert (row.level1, row.level2) == named


@given(ROWS, ROWS)
def test_nothing_that_stands_there_or_comes_is_lost(
    rows: list[Indicator], coming: list[Indicator]
) -> None:
    grid = result(rows, PLACING.placed(rows, coming, over=False))
    names = {row.id: row.name for row in grid}
    assert [row.id for row in grid if row in rows] == [row.id for row in rows if row in grid]
    assert all(names[row.id] == row.name for row in rows if row.name)
    came = [row.name for row in coming if row.name]
    assert sorted(row.name for row in grid if row.name) == sorted(
        came + [row.name for row in rows if row.name]
    )


@given(ROWS)
def test_rows_pasted_into_a_prefilled_form_keep_its_levels_and_their_order(
    coming: list[Indicator],
) -> None:
    blank = list(blank_indicators(FORM))
    grid = result(blank, PLACING.placed(blank, coming, over=True))
    levels = [(row.level1, row.level2) for row in grid]
    known = [each for each in dict.fromkeys(levels) if each[1] in FORM.level2_names]
    assert known == [(row.level1, row.level2) for row in blank]
    of_level = [row for row in grid if row.level2 == "数量指标" and row.name]
    assert [row.name for row in of_level] == [
        row.name for row in coming if row.level2 in ("数量", "数量指标") and row.name
    ]


@given(ROWS)
def test_the_same_rows_once_more_bring_nothing_new(rows: list[Indicator]) -> None:
    names = dict.fromkeys(row.name for row in rows if row.name)
    first = [next(row for row in rows if row.name == name) for name in names]
    grid = result([], PLACING.placed([], first, over=True))
    assert result(grid, PLACING.placed(grid, first, over=True)) == grid
