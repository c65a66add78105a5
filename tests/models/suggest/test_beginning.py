"""Beginning a project from another one: what is filled in, and what is left alone."""

from dataclasses import replace

import pytest

from perfdesk.io.forms import form_named
from perfdesk.models.blank import blank_project
from perfdesk.models.project import Budget, Indicator, Project, SpendingPlan, Unit
from perfdesk.models.suggest.beginning import Begin, is_bare
from perfdesk.models.value import IndicatorValue
from tests.models.suggest.office import UNIT, document, row

FORM = form_named("hebei-2024")
SOURCE = Project(
    name="2026年河道巡查经费",
    unit=Unit("402009", "别处"),
    budget=Budget("50", "40", "10"),
    purpose="用于巡查。",
    plan=SpendingPlan("25", "50", "75", "100"),
    goals=("完成巡查。",),
    indicators=(row("数量指标", "巡查次数"), row("质量指标", "处置率"), row("时效指标", "及时率")),
    carried=frozenset({"name", "purpose", "budget.total", "goals"}),
)


def begun(project: Project, source: Project = SOURCE) -> Project:
    before = document(2026, project)
    after = Begin("参照", project.id, source, FORM).apply(before)
    [made] = after.projects
    return made


def names(project: Project) -> list[str]:
    return [each.name for each in project.indicators]


def test_a_blank_form_becomes_the_other_project() -> None:
    blank = blank_project(FORM, UNIT)
    assert is_bare(blank)
    made = begun(blank)
    assert made == replace(SOURCE, id=blank.id, unit=UNIT)
    assert not is_bare(made)


def test_what_is_filled_in_stays_and_is_not_said_to_be_last_years() -> None:
    project = Project(
        code="X1",
        name="自己的名称",
        unit=UNIT,
        budget=Budget(fiscal="30"),
        plan=SpendingPlan(march="10"),
        goals=("自己的目标。",),
    )
    made = begun(project)
    assert (made.code, made.name, made.goals) == ("X1", "自己的名称", ("自己的目标。",))
    assert made.budget == Budget("50", "30", "10")
    assert made.plan == SpendingPlan("10", "50", "75", "100")
    assert made.purpose == "用于巡查。"
    assert made.carried == {"purpose", "budget.total"}


def test_rows_take_the_place_of_empty_ones_of_their_level() -> None:
    mine = row("数量指标", "自己的指标")
    empty = Indicator("产出指标", "质量指标", id="empty")
    made = begun(Project(unit=UNIT, indicators=(mine, empty)))
    assert names(made) == ["自己的指标", "巡查次数", "处置率", "及时率"]
    assert made.indicators[0] is mine
    assert made.indicators[2].id == "empty"


def test_a_row_that_is_there_already_does_not_come_twice() -> None:
    mine = replace(row("数量指标", "巡查次数"), value=IndicatorValue.read("≥1次"))
    made = begun(Project(unit=UNIT, indicators=(mine,)))
    assert names(made) == ["巡查次数", "处置率", "及时率"]
    assert made.indicators[0] is mine


def test_a_source_without_rows_leaves_the_grid() -> None:
    blank = blank_project(FORM, UNIT)
    made = begun(blank, replace(SOURCE, indicators=()))
    assert made.indicators is blank.indicators


def test_nothing_to_fill_in_changes_nothing() -> None:
    before = document(2026, replace(SOURCE, id="full"))
    assert Begin("参照", "full", SOURCE, FORM).apply(before) is before


def test_a_project_that_is_gone_is_said_to_be() -> None:
    with pytest.raises(KeyError):
        Begin("参照", "gone", SOURCE, FORM).apply(document(2026, SOURCE))
