"""A new year's document begins from last year's: what moves on, what stays, what is left out."""

from dataclasses import replace

import pytest
from hypothesis import given

from perfdesk.io.forms import form_named
from perfdesk.models.change import SetField
from perfdesk.models.document import Department, Document, Submission
from perfdesk.models.project import Budget, Indicator, Project, SpendingPlan, Unit
from perfdesk.models.reason import Reason
from perfdesk.models.statement import ROW_FIELDS, Safeguard, Statement, SubGoal
from perfdesk.models.value import IndicatorValue
from perfdesk.models.years.carry import Choice, next_year
from tests.strategies import documents

NOW = form_named("hebei-2024")
BEFORE = form_named("hebei-2020")
REASON = Reason("V21", "成本指标·培训成本", "比预算少0.01万元", "四舍五入")
PROJECT = Project(
    code="99990125P00000000001X",
    name="2025年商务培训经费",
    unit=Unit("315001", "云溪区商务局本级"),
    budget=Budget("12.00", "10.00", "2.00"),
    purpose="用于2025年培训，依据《2025年工作要点》",
    plan=SpendingPlan("25", "50", "75", "100"),
    goals=("2025年12月底前培训600人次", "提高能力"),
    indicators=(
        Indicator(
            "产出指标",
            "时效指标",
            "2025年培训完成时间",
            "2025年内完成培训的时间",
            IndicatorValue.read("2025年12月31日前"),
            "商务发〔2025〕3号、2025年工作方案",
        ),
        Indicator("产出指标", "质量指标", "合格率", "", IndicatorValue.read("≥95%")),
    ),
    reasons=(REASON,),
)
OTHER = Project(code="99990125P000000000021", name="食堂补助")
DOCUMENT = Document(
    2025,
    NOW.id,
    Department("315", "云溪区商务局"),
    Statement(
        "2025年促进消费",
        (SubGoal("消费", "2025年增长5%", "2025年活动6场"),),
        (Safeguard("督导", "2025年按月调度"),),
        (REASON,),
    ),
    (PROJECT, OTHER),
    submitted=Submission("张三", "2025-01-20T16:30:00+08:00"),
)
ALL = frozenset({PROJECT.id, OTHER.id})


def begun(choice: Choice, document: Document = DOCUMENT) -> Document:
    return next_year(document, NOW, NOW, 2026, choice)


def test_years_move_on_in_names_goals_and_deadlines_but_not_in_sources() -> None:
    project = begun(Choice(ALL)).projects[0]
    row = project.indicators[0]
    assert project.name == "2026年商务培训经费"
    assert project.purpose == "用于2026年培训，依据《2025年工作要点》"
    assert project.goals == ("2026年12月底前培训600人次", "提高能力")
    assert row.name == "2026年培训完成时间"
    assert row.description == "2026年内完成培训的时间"
    assert row.value == IndicatorValue.read("2026年12月31日前")
    assert row.basis == "商务发〔2025〕3号、2026年工作方案"


def test_the_document_is_a_new_one_and_may_be_written() -> None:
    document = begun(Choice(ALL))
    assert (document.year, document.form, document.department) == (
        2026,
        NOW.id,
        DOCUMENT.department,
    )
    assert document.submitted is None
    ids = {row.id for row in document.rows()} | {document.id}
    assert not ids & ({row.id for row in DOCUMENT.rows()} | {DOCUMENT.id})
    assert document.projects[0].reasons == document.statement.reasons == ()


def test_only_what_is_chosen_comes_over_and_in_its_order() -> None:
    assert [each.name for each in begun(Choice(frozenset({OTHER.id}))).projects] == ["食堂补助"]
    assert [each.name for each in begun(Choice(ALL)).projects] == [
        "2026年商务培训经费",
        "食堂补助",
    ]


def test_codes_are_emptied_but_for_carried_over_money_which_keeps_its_name_too() -> None:
    first, second = begun(Choice(ALL, with_code=frozenset({PROJECT.id}))).projects
    assert (first.code, first.name) == (PROJECT.code, PROJECT.name)
    assert first.goals[0].startswith("2026年")
    assert second.code == ""
    assert [each.code for each in begun(Choice(ALL)).projects] == ["", ""]


def test_a_name_written_by_hand_goes_before_all_and_was_looked_at() -> None:
    names = {PROJECT.id: "2026年商务人才培训"}
    for kept in (frozenset[str](), frozenset({PROJECT.id})):
        first, second = begun(Choice(ALL, kept, names)).projects
        assert first.name == "2026年商务人才培训"
        assert "name" not in first.carried
        assert "goals" in first.carried
        assert (second.name, "name" in second.carried) == (OTHER.name, True)


def test_amounts_are_kept_or_emptied_together() -> None:
    assert begun(Choice(ALL)).projects[0].budget == PROJECT.budget
    emptied = begun(Choice(ALL, amounts=False)).projects[0]
    assert emptied.budget == Budget()
    assert emptied.plan == PROJECT.plan


def test_the_statement_comes_over_or_begins_empty() -> None:
    statement = begun(Choice(ALL)).statement
    assert statement.overall == "2026年促进消费"
    (subgoal,) = statement.subgoals
    assert (subgoal.goal, subgoal.indicators) == ("2026年增长5%", "2026年活动6场")
    assert statement.safeguards[0].text == "2026年按月调度"
    assert begun(Choice(ALL, statement=False)).statement == Statement()


def test_each_cell_that_is_filled_knows_where_it_came_from() -> None:
    project = begun(Choice(ALL, amounts=False)).projects[0]
    plan = {"plan.march", "plan.june", "plan.october", "plan.december"}
    assert project.carried == {"name", "purpose", "goals", *plan}
    first, second = project.indicators
    assert first.carried == {"name", "description", "value", "basis"}
    assert second.carried == {"name", "value"}
    assert project.unconfirmed == 7 + 6


def test_money_and_code_that_come_over_know_it_too() -> None:
    project = begun(Choice(ALL, with_code=ALL)).projects[0]
    assert {"code", "budget.total", "budget.fiscal", "budget.other"} <= project.carried


def test_each_part_of_the_statement_that_is_filled_knows_it() -> None:
    kept = replace(DOCUMENT.statement.subgoals[0], title="", carried=frozenset({"title"}))
    past = replace(DOCUMENT, statement=replace(DOCUMENT.statement, subgoals=(kept,)))
    statement = begun(Choice(ALL), past).statement
    assert statement.carried == {"overall"}
    assert statement.subgoals[0].carried == {"goal", "indicators"}
    assert statement.safeguards[0].carried == {"title", "text"}
    assert statement.unconfirmed == 5
    assert begun(Choice(ALL), replace(past, statement=Statement())).statement.unconfirmed == 0


@pytest.mark.parametrize("text", ["2026年稳定外贸", "2026年促进消费"])
def test_the_overall_text_forgets_it_once_touched(text: str) -> None:
    document = begun(Choice(ALL))
    after = SetField("", "statement.overall", text).apply(document).statement
    assert (after.overall, after.carried) == (text, frozenset())
    assert after.subgoals is document.statement.subgoals
    assert SetField("", "year", 2026).apply(document) is document


@pytest.mark.parametrize("field", ["title", "goal", "indicators"])
def test_a_text_of_a_sub_goal_forgets_it_alone(field: str) -> None:
    document = begun(Choice(ALL))
    (subgoal,) = document.statement.subgoals
    after = SetField(subgoal.id, field, "改过").apply(document).statement
    assert after.subgoals[0].carried == subgoal.carried - {field}
    assert (after.carried, after.safeguards) == (
        frozenset({"overall"}),
        document.statement.safeguards,
    )


@pytest.mark.parametrize("text", ["2026年培训", "2026年商务培训经费"])
def test_a_cell_that_is_touched_forgets_it_even_with_the_same_content(text: str) -> None:
    document = begun(Choice(ALL))
    project = document.projects[0]
    after = SetField(project.id, "name", text).apply(document).projects[0]
    assert after.name == text
    assert after.carried == project.carried - {"name"}
    assert after.indicators is project.indicators


def test_a_part_that_is_touched_is_its_cell() -> None:
    document = begun(Choice(ALL))
    row = document.projects[0].indicators[1]
    after = SetField(row.id, "value.unit", "分").apply(document).projects[0].indicators[1]
    assert after.carried == row.carried - {"value"}


def test_what_never_came_over_is_not_changed_by_its_own_content() -> None:
    assert SetField(PROJECT.id, "name", PROJECT.name).apply(DOCUMENT) is DOCUMENT


def test_levels_and_per_cent_are_spelled_as_the_new_form_does() -> None:
    rows = (
        Indicator("效果指标", "社会效益指标", "知晓率", "", IndicatorValue.read("≥90百分比")),
        Indicator("效果指标", "社会效益指标", "受益人次", "", IndicatorValue.read("≥90人次")),
        Indicator("自定指标", "社会效益指标", "改善", "", IndicatorValue("90百分比", "", "", "")),
    )
    old = Document(2023, BEFORE.id, projects=(Project(name="旧", indicators=rows),))
    new = next_year(old, BEFORE, NOW, 2024, Choice(frozenset({old.projects[0].id})))
    first, second, third = new.projects[0].indicators
    assert (first.level1, first.value.text, first.value.unit) == ("效益指标", "≥90%", "%")
    assert second.value == rows[1].value
    assert (third.level1, third.value) == ("自定指标", rows[2].value)


def test_a_field_that_the_new_form_has_not_is_kept_but_not_to_be_looked_at() -> None:
    new = next_year(DOCUMENT, NOW, BEFORE, 2026, Choice(ALL)).projects[0]
    assert new.purpose
    assert new.carried == {"name", "goals"}


@given(documents())
def test_nothing_that_is_chosen_gets_lost(document: Document) -> None:
    """A text that speaks of no year, and that no form spells otherwise, comes over as it is."""
    document = replace(document, year=7777)
    chosen = frozenset(each.id for each in document.projects)
    new = next_year(document, NOW, NOW, 7778, Choice(chosen, with_code=chosen))
    before, after = document.statement, new.statement
    assert after.overall == before.overall
    for was, part in zip(before.rows, after.rows, strict=True):
        assert replace(part, id="", carried=frozenset()) == replace(was, id="", carried=frozenset())
        assert part.carried == {f for f in ROW_FIELDS[type(part)] if getattr(part, f)}
    for old, project in zip(document.projects, new.projects, strict=True):
        bare = replace(project, id="", carried=frozenset(), indicators=(), reasons=())
        assert bare == replace(
            old, id="", carried=frozenset(), carried_from="", indicators=(), reasons=()
        )
        for old_row, row in zip(old.indicators, project.indicators, strict=True):
            assert (row.name, row.description, row.value, row.basis) == (
                old_row.name,
                old_row.description,
                old_row.value,
                old_row.basis,
            )
