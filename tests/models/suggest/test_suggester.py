"""What is suggested, and in what order."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.io.library import library
from perfdesk.models.suggest.suggester import Question
from perfdesk.models.suggest.suggestion import Source
from tests.models.suggest.office import (
    document,
    names,
    project,
    question,
    row,
    suggester,
    with_library,
)

PATROL = project(
    "2025年河道巡查经费",
    row("数量指标", "河道巡查次数", "≥48次"),
    row("质量指标", "问题处置率"),
    row("成本指标", "项目总成本", "≤50万元"),
)
CANTEEN = project(
    "2025年食堂补助", row("质量指标", "餐具验收合格率"), row("数量指标", "就餐人数", "≥80人")
)
PUMPS = project(
    "2025年泵站维修经费",
    row("质量指标", "维修验收合格率", "100%"),
    row("成本指标", "项目总成本", "≤20万元"),
)
OFFICE = with_library(document(2025, PATROL, CANTEEN, PUMPS))


def test_initials_find_a_name() -> None:
    assert names(OFFICE.suggest(question("yshgl")))[0] == "验收合格率"


def test_initials_in_a_row_go_before_those_with_others_between() -> None:
    scattered = row("数量指标", "公交年客运量")  # GJNKYL, the level of the row
    in_a_row = row("质量指标", "纪念率")  # JNL, another level
    known = suggester(document(2025, project("甲项目", scattered, in_a_row)))
    assert names(known.suggest(question("jnl", "数量指标"))) == ["纪念率", "公交年客运量"]


def test_initials_find_a_name_without_library_too() -> None:
    found = suggester(document(2025, CANTEEN, PUMPS)).suggest(question("yshgl"))
    assert sorted(names(found)) == ["维修验收合格率", "餐具验收合格率"]


def test_the_same_project_comes_first_and_says_when_and_what_it_was() -> None:
    first = OFFICE.suggest(question("", "数量指标"))[0]
    assert (first.source, first.year, first.project_name) == (
        Source.LAST_YEAR,
        2025,
        "2025年河道巡查经费",
    )
    assert (first.name, first.value.text) == ("河道巡查次数", "≥48次")


def test_the_last_year_goes_before_the_years_before() -> None:
    past = replace(
        PATROL,
        id="past",
        indicators=(row("数量指标", "河道巡查次数", "≥12次"),),
        name="2024年河道巡查经费",
    )
    office = suggester(document(2025, PATROL), document(2024, past))
    first = office.suggest(question("hdxc"))[0]
    assert (first.value.text, first.year, first.used) == ("≥48次", 2025, 2)


def test_nothing_typed_asks_for_the_level_of_the_row() -> None:
    found = OFFICE.suggest(question("", "时效"))
    assert found
    assert {each.level2 for each in found} == {"时效指标"}


def test_something_typed_may_be_under_another_level_but_the_rows_own_goes_before() -> None:
    found = OFFICE.suggest(question("xunc", "质量指标"))
    assert "河道巡查次数" in names(found)
    levels = [each.level2 for each in OFFICE.suggest(question("率", "时效指标"), 40)]
    assert levels[0] == "时效指标"
    assert levels == sorted(levels, key=lambda level: level != "时效指标")


def test_a_project_of_a_kind_of_work_is_suggested_that_kind() -> None:
    first = OFFICE.suggest(question("", "数量指标", "2026年干部培训经费"))[:3]
    assert {each.kind for each in first} == {"培训"}


def test_a_project_alike_counts() -> None:
    office = suggester(
        document(2025, PATROL, project("2025年职工体检", row("数量指标", "体检人数", "≥80人")))
    )
    found = office.suggest(question("", "数量指标", "2026年水库巡查经费"))
    assert names(found) == ["河道巡查次数", "体检人数"]


def test_what_is_used_more_often_goes_before() -> None:
    often = [project(f"甲{n}", row("数量指标", "检修次数", "≥9次")) for n in "子丑寅"]
    office = suggester(document(2025, project("乙", row("数量指标", "检测次数")), *often))
    assert names(office.suggest(question("检", "数量指标", "新"))) == ["检修次数", "检测次数"]


def test_what_is_used_lately_goes_before() -> None:
    office = suggester(
        document(2021, project("甲", row("数量指标", "检测次数"))),
        document(2025, project("乙", row("数量指标", "检修次数"))),
    )
    assert names(office.suggest(question("检", "数量指标", "新"))) == ["检修次数", "检测次数"]


def test_a_better_match_goes_before() -> None:
    office = suggester(
        document(2025, project("甲", row("质量指标", "设备合格率"), row("质量指标", "合格率")))
    )
    assert names(office.suggest(question("合格率", name="新"))) == ["合格率", "设备合格率"]


def test_what_another_row_has_is_left_out_and_the_rows_own_is_not() -> None:
    now = project("2026年河道巡查经费", row("数量指标", "河道巡查次数"), row("数量", "巡查里程"))
    asked = Question("xc", now, 2026, "数量指标", now.indicators[1].id)
    assert "河道巡查次数" not in names(OFFICE.suggest(asked))
    again = replace(asked, row_id=now.indicators[0].id)
    assert "河道巡查次数" in names(OFFICE.suggest(again))


def test_a_projects_own_rows_teach_it_nothing() -> None:
    own = project("2026年新建项目", row("数量指标", "独有的指标"))
    office = suggester(document(2026, own))
    asked = Question("独有", own, 2026, "数量指标", own.indicators[0].id)
    assert office.suggest(asked) == ()


def test_one_indicator_comes_once_from_where_it_says_most() -> None:
    bare = replace(row("质量指标", "验收合格率", ""), description="", basis="")
    office = with_library(document(2025, project("2025年旧项目", bare)))
    first, *others = office.suggest(question("验收合格率", "质量指标"))
    assert (first.source, first.used, first.kind) == (Source.LIBRARY, 1, "通用")
    assert first.description
    assert "验收合格率" not in names(tuple(others))


def test_the_row_suggested_is_the_fullest_of_the_most_similar_project() -> None:
    office = suggester(
        document(
            2025,
            project("泵站维修", row("质量指标", "验收合格率", "100%")),
            project("职工食堂", row("质量指标", "验收合格率", "≥95%")),
            project("泵站检修", replace(row("质量指标", "验收合格率", "≥99%"), basis="")),
        )
    )
    (first,) = office.suggest(question("yshgl", name="泵站检修工程"))
    assert (first.value.text, first.project_name, first.used) == ("100%", "泵站维修", 3)


def test_a_sentence_in_place_of_a_name_goes_behind() -> None:
    sentence = "确保河道全年安全畅通并完成各项巡查任务次数"
    office = suggester(
        document(2025, project("甲", row("数量指标", sentence), row("数量指标", "夜间巡查次数")))
    )
    assert names(office.suggest(question("巡查", name="新"))) == ["夜间巡查次数", sentence]


@pytest.mark.parametrize(("total", "text"), [("38.50", "≤38.50万元"), ("", "≤{预算数}万元")])
def test_the_librarys_budget_is_the_projects(total: str, text: str) -> None:
    asked = question("项目总成本")
    budget = replace(asked.project.budget, total=total)
    asked = replace(asked, project=replace(asked.project, budget=budget))
    assert with_library().suggest(asked)[0].value.text == text


def test_an_edit_is_known_at_once() -> None:
    before = document(2025, PATROL)
    office = suggester(before)
    new = replace(PATROL, indicators=(row("数量指标", "清漂次数"),))
    office.history.update(before, replace(before, projects=(new,)))
    assert names(office.suggest(question("", "数量指标"))) == ["清漂次数"]


@given(st.sampled_from(library().entries), st.data())
def test_the_library_is_found_by_any_part_of_a_name(entry: object, data: st.DataObject) -> None:
    (chosen,) = (each for each in library().entries if each is entry)
    start = data.draw(st.integers(0, len(chosen.name) - 1))
    end = data.draw(st.integers(start + 1, len(chosen.name)))
    found = with_library().suggest(question(chosen.name[start:end], name="新"), most=1000)
    assert chosen.name in names(found)
