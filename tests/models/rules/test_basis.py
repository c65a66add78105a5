from dataclasses import replace

import pytest

from perfdesk.models.document import Document
from perfdesk.models.review.finding import Severity
from perfdesk.models.review.order import path_of
from tests.models.rules.cases import Case, found, try_case
from tests.models.rules.sound import EQUIPMENT, SOUND, TRAINING, with_project, with_row


def based(*bases: str) -> Document:
    """The sound document with these bases in the first project, the last one in all the rest."""
    rows = tuple(
        replace(row, basis=bases[min(at, len(bases) - 1)])
        for at, row in enumerate(TRAINING.indicators)
    )
    return with_project(indicators=rows)


CASES = [
    Case(
        "X01",
        broken=with_row("时效指标", basis=""),
        right=SOUND,
        place="projects[0].indicators[3].basis",
    ),
    Case(
        "X02",
        broken=with_row("时效指标", basis="11月30日前"),
        right=with_row("时效指标", basis="合同约定11月30日前完成"),
        place="projects[0].indicators[3].basis",
    ),
    Case(
        "X03",
        broken=based("按年度计划"),
        right=based("《培训方案》", "按年度计划"),
        place="projects[0].indicators[0].basis",
    ),
    Case(
        "X04",
        broken=with_row("时效指标", basis="云商务[2025]3号"),
        right=with_row("时效指标", basis="云商务〔2025〕3号"),
        place="projects[0].indicators[3].basis",
        fixed=True,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_rule(case: Case) -> None:
    try_case(case)


def test_a_form_that_leaves_the_column_open_asks_for_it_once() -> None:
    assert len(found(based(""), "X01")) == len(TRAINING.indicators)
    (finding,) = found(replace(based(""), form="hebei-2020"), "X01")
    assert finding.severity is Severity.WARNING
    half = replace(based("", "按年度计划"), form="hebei-2020")
    assert [each.severity for each in found(half, "X01")] == [Severity.WARNING]


@pytest.mark.parametrize("basis", ["培训完成时间", "全部培训班办结的最晚时间"])
def test_a_basis_may_repeat_no_other_cell(basis: str) -> None:
    assert found(with_row("时效指标", basis=basis), "X02")


def test_a_basis_of_all_projects_is_named_once() -> None:
    projects = tuple(
        replace(each, indicators=tuple(replace(row, basis="按计划") for row in each.indicators))
        for each in (TRAINING, EQUIPMENT)
    )
    (finding,) = found(replace(SOUND, projects=projects), "X03")
    assert "全部2个项目" in finding.sentence


def test_a_document_as_the_only_basis_is_to_be_looked_into() -> None:
    (finding,) = found(based("云商务〔2025〕3号"), "X03")
    assert "是否都出自这份文件" in finding.sentence


def test_a_basis_that_repeats_the_values_is_not_also_named_as_the_only_one() -> None:
    rows = tuple(
        replace(row, basis="按计划完成", value=replace(row.value, unit="按计划完成"))
        for row in TRAINING.indicators
    )
    document = with_project(indicators=rows)
    assert len(found(document, "X02")) == len(rows)
    assert found(document, "X03") == []


@pytest.mark.parametrize(
    "basis", ["云商务（2025）3号", "云商务［2025］第3号", "云商务【2025】 3号"]
)
def test_all_wrong_brackets_are_mended(basis: str) -> None:
    (finding,) = found(broken := with_row("时效指标", basis=basis), "X04")
    assert finding.fix
    mended = finding.fix.change.apply(broken).projects[0].indicators[3].basis
    assert "〔2025〕" in mended


def test_the_same_wrong_number_is_mended_in_all_its_rows() -> None:
    broken = based("云商务[2025]3号", "云商务[2025]3号", "《培训方案》")
    (finding,) = found(broken, "X04")
    assert path_of(broken, finding.place) == "projects[0].indicators[0].basis"
    assert finding.fix
    mended = finding.fix.change.apply(broken).projects[0].indicators
    assert [row.basis for row in mended[:3]] == ["云商务〔2025〕3号"] * 2 + ["《培训方案》"]


def test_years_in_brackets_that_are_no_number_are_left_alone() -> None:
    assert found(with_row("时效指标", basis="年度统计结果（2024）"), "X04") == []
