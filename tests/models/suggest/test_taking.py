"""Taking a suggestion over into a form of another year or county."""

from dataclasses import replace

import pytest

from perfdesk.io.forms import form_named
from perfdesk.io.library import library
from perfdesk.models.form import Form, Level
from perfdesk.models.project import Budget, Indicator
from perfdesk.models.suggest.suggestion import Source, Suggestion
from perfdesk.models.suggest.taking import taken, template_rows
from perfdesk.models.value import IndicatorValue
from tests.models.suggest.office import LEVELS, project

NEW, OLD = form_named("hebei-2024"), form_named("hebei-2020")
FLAT = replace(NEW, levels=(Level("产出", ("数量", "质量")), Level("成本指标", ("经济成本指标",))))
PROJECT = replace(project("2026年培训经费"), budget=Budget("38.50", "38.50", ""))
SUGGESTION = Suggestion(
    Source.OFFICE,
    "时效指标",
    "培训完成时间",
    "2024年最后一期培训结束的日期",
    IndicatorValue.read("2024年11月30日前"),
    "《2024年培训计划》",
    2024,
)


def take(suggestion: Suggestion, form: Form = NEW, row: Indicator | None = None) -> Indicator:
    where = row or Indicator("产出指标", "时效指标")
    return taken(suggestion, where, PROJECT, form=form, year=2026, levels=LEVELS)


def test_the_whole_row_is_filled_in_and_stays_the_same_row() -> None:
    row = Indicator("产出指标", "时效指标", "旧", "旧", IndicatorValue.read("1次"), "旧")
    filled = take(SUGGESTION, row=row)
    assert filled.id == row.id
    assert (filled.level1, filled.level2, filled.name) == ("产出指标", "时效指标", "培训完成时间")
    assert filled.basis == "《2024年培训计划》"


def test_its_year_moves_on_but_not_that_of_what_was_issued() -> None:
    filled = take(replace(SUGGESTION, basis="《2024年培训计划》、2024年培训预算"))
    assert filled.basis == "《2024年培训计划》、2026年培训预算"
    assert filled.value == IndicatorValue.read("2026年11月30日前")
    assert filled.description == "2026年最后一期培训结束的日期"


@pytest.mark.parametrize(
    ("form", "before", "after"),
    [
        (NEW, "≥90百分比", "≥90%"),
        (OLD, "≥90%", "≥90百分比"),
        (NEW, "≥90%", "≥90%"),
        (NEW, "100百分比", "100%"),
        (NEW, "≥90人次", "≥90人次"),
        (NEW, "长期有效", "长期有效"),
    ],
)
def test_per_cent_is_written_as_the_form_writes_it(form: Form, before: str, after: str) -> None:
    filled = take(replace(SUGGESTION, value=IndicatorValue.read(before)), form)
    assert filled.value == IndicatorValue.read(after)


@pytest.mark.parametrize(
    ("form", "level2", "levels"),
    [
        (NEW, "质量", ("产出指标", "质量指标")),
        (OLD, "社会效益指标", ("效果指标", "社会效益指标")),
        (FLAT, "质量指标", ("产出", "质量")),
        (FLAT, "成本指标", ("成本指标", "经济成本指标")),
        (FLAT, "生态效益指标", ("产出指标", "生态效益指标")),
    ],
)
def test_levels_become_those_of_the_form(form: Form, level2: str, levels: tuple[str, str]) -> None:
    filled = take(replace(SUGGESTION, level2=level2), form)
    assert (filled.level1, filled.level2) == levels


def test_levels_that_mean_the_same_are_left_as_they_are() -> None:
    filled = take(SUGGESTION, FLAT, Indicator("产出", "时效"))
    assert (filled.level1, filled.level2) == ("产出", "时效")


def test_a_form_begins_with_the_rows_of_a_kind_of_work() -> None:
    (training,) = (kind for kind in library().kinds if kind.name == "培训")
    rows = template_rows(training, PROJECT, NEW, LEVELS)
    assert [row.name for row in rows] == [entry.name for entry in training.template]
    assert {row.value.text for row in rows if row.name == "项目总成本"} == {"≤38.50万元"}
    assert len({row.id for row in rows}) == len(rows)


def test_it_has_the_forms_levels_in_the_forms_order() -> None:
    (training,) = (kind for kind in library().kinds if kind.name == "培训")
    rows = template_rows(training, PROJECT, FLAT, LEVELS)
    levels = [row.level2 for row in rows]
    assert set(levels) == {"数量", "质量", "经济成本指标"}
    assert levels == sorted(levels, key=FLAT.level2_names.index)
    old = template_rows(training, PROJECT, OLD, LEVELS)
    assert "百分比" in {row.value.unit for row in old}
    assert "%" not in {row.value.unit for row in old}
