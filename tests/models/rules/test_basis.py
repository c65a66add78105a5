from dataclasses import replace

import pytest

from perfdesk.models.document import Document
from perfdesk.models.project import Project
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


def without_bases(*projects: Project, form: str = "hebei-2020") -> Document:
    """The sound document on a form that leaves the column open, empty in these projects."""
    changed = {
        each.id: replace(each, indicators=tuple(replace(row, basis="") for row in each.indicators))
        for each in projects
    }
    return replace(SOUND, form=form, projects=tuple(changed.get(p.id, p) for p in SOUND.projects))


def test_a_form_that_wants_the_column_is_told_of_every_empty_cell() -> None:
    count = len(TRAINING.indicators) + len(EQUIPMENT.indicators)
    document = without_bases(TRAINING, EQUIPMENT, form="hebei-2024")
    assert [each.severity for each in found(document, "X01")] == [Severity.ERROR] * count


def test_a_form_that_leaves_the_column_open_asks_for_it_once() -> None:
    every = without_bases(TRAINING, EQUIPMENT)
    (finding,) = found(every, "X01")
    assert finding.severity is Severity.WARNING
    assert path_of(every, finding.place) == "projects[0].indicators[0].basis"
    assert "2个项目" in finding.sentence


def test_a_project_that_leaves_an_open_column_empty_is_told_once() -> None:
    document = without_bases(EQUIPMENT)
    (finding,) = found(document, "X01")
    assert path_of(document, finding.place) == "projects[1].indicators[0].basis"
    half = replace(based("", "按年度计划"), form="hebei-2020")
    assert [each.severity for each in found(half, "X01")] == [Severity.WARNING]


def test_a_grid_that_is_not_begun_wants_no_basis_yet() -> None:
    empty = replace(TRAINING, indicators=(), id="empty")
    document = without_bases(TRAINING, EQUIPMENT)
    document = replace(document, projects=(empty, *document.projects))
    (finding,) = found(document, "X01")
    assert path_of(document, finding.place) == "projects[1].indicators[0].basis"


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


@pytest.mark.parametrize(
    "basis",
    ["云商务〔2025〕3号", "云商务[2025]3号", "《云溪区外贸培训方案》", "区政府第3号令"],
)
def test_a_document_may_well_be_the_basis_of_all(basis: str) -> None:
    assert found(based(basis), "X03") == []


def test_a_basis_that_repeats_most_values_is_named_once() -> None:
    rows = tuple(
        replace(row, basis="按计划完成", value=replace(row.value, unit="按计划完成"))
        for row in TRAINING.indicators
    )
    document = with_project(indicators=rows)
    (finding,) = found(document, "X02")
    assert f"{len(rows)}条指标的依据照抄了指标值" in finding.sentence
    assert found(document, "X03") == []


def test_a_few_copied_bases_are_named_one_by_one() -> None:
    rows = tuple(replace(row, basis=row.name) for row in TRAINING.indicators[:4])
    document = with_project(indicators=(*rows, *TRAINING.indicators[4:]))
    assert len(found(document, "X02")) == 4


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
