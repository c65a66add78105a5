"""What is suggested for the cells beside a name, and the values of the years before."""

from dataclasses import replace

import pytest

from perfdesk.models.project import Indicator
from perfdesk.models.suggest.contents import CellField, contents, earlier_values
from perfdesk.models.suggest.suggester import Question, Suggester
from perfdesk.models.suggest.suggestion import Source
from tests.models.suggest.office import document, project, row, suggester, with_library

PATROL_2024 = project("2024年河道巡查经费", row("数量指标", "巡查次数", "≥36次", "《2024年要点》"))
PATROL_2025 = project(
    "2025年河道巡查经费",
    row("数量指标", "巡查次数", "≥48次", "《河道管理办法》"),
    row("质量指标", "处置率", "≥95%", "《巡查合同》"),
)
ROADS = project("道路巡查", row("数量指标", "巡查次数", "≥60次", "《道路养护计划》"))
PARKS = project("公园巡查", row("数量指标", "巡查次数", "≥60次", "《道路养护计划》"))
OFFICE = suggester(
    document(2024, PATROL_2024), document(2025, PATROL_2025), document(2026, ROADS, PARKS)
)
ROW = row("数量", "巡查次数")
NOW = project("2026年河道巡查经费", ROW)


def offered(
    field: CellField, typed: str = "", office: Suggester = OFFICE, asked: Indicator = ROW
) -> list[tuple[str, int]]:
    found = contents(office, Question(typed, NOW, 2026), asked, field)
    texts = (each.value.text if field == "value" else getattr(each, field) for each in found)
    return list(zip(texts, (each.used for each in found), strict=True))


def test_values_of_the_same_project_go_before_frequent_ones() -> None:
    assert offered("value") == [("≥48次", 1), ("≥60次", 2), ("≥36次", 1)]


def test_bases_are_also_those_of_other_rows_of_the_project() -> None:
    assert [text for text, _ in offered("basis")] == [
        "《河道管理办法》",
        "《巡查合同》",
        "《道路养护计划》",
        "《2024年要点》",
    ]


@pytest.mark.parametrize("typed", ["合同", "hetong", "xcht", "xunchahe"])
def test_what_is_typed_chooses_among_them(typed: str) -> None:
    assert offered("basis", typed) == [("《巡查合同》", 1)]


def test_the_library_describes_what_the_office_never_did() -> None:
    blank = replace(row("数量指标", "培训人次"), description="")
    office = with_library(document(2025, project("2025年培训", blank)))
    found = contents(office, Question("", NOW, 2026), blank, "description")
    assert [(each.source, each.used) for each in found] == [(Source.LIBRARY, 0)]


def test_an_indicator_that_nobody_knows_has_only_the_projects_bases() -> None:
    unknown = row("数量指标", "谁也不知道的指标")
    assert offered("description", asked=unknown) == []
    assert len(offered("basis", asked=unknown)) == 2


def test_values_of_the_years_before() -> None:
    found = earlier_values(OFFICE, Question("", NOW, 2026), ROW)
    assert [(year, value.text) for year, value in found] == [(2025, "≥48次"), (2024, "≥36次")]


def test_an_indicator_without_a_past_has_no_earlier_values() -> None:
    assert earlier_values(OFFICE, Question("", NOW, 2026), row("数量指标", "新指标")) == ()


def test_an_indicator_whose_name_has_the_year_is_the_same_one_in_each_year() -> None:
    def roads(year: int, value: str) -> Indicator:
        return row("数量指标", f"{year}年建设面积", value, f"{year}年建设方案")

    years = {2024: roads(2024, "≥300亩"), 2025: roads(2025, "≥500亩")}
    office = suggester(
        *(document(year, project(f"{year}年修路", each)) for year, each in years.items())
    )
    now = roads(2026, "")
    question = Question("", project("2026年修路", now), 2026)
    found = earlier_values(office, question, now)
    assert [(year, value.text) for year, value in found] == [(2025, "≥500亩"), (2024, "≥300亩")]
    assert [each.value.text for each in contents(office, question, now, "value")] == ["≥500亩"]
