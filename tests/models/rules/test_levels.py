from dataclasses import replace

import pytest

from perfdesk.models.document import Document
from tests.models.rules.cases import Case, found, try_case
from tests.models.rules.sound import SOUND, TRAINING, with_project, with_row

ROWS = TRAINING.indicators


def swapped(first: int, second: int) -> Document:
    rows = list(ROWS)
    rows[first], rows[second] = rows[second], rows[first]
    return with_project(indicators=tuple(rows))


def renamed(field: str, names: dict[str, str]) -> Document:
    rows = tuple(
        replace(row, **{field: names.get(getattr(row, field), getattr(row, field))}) for row in ROWS
    )
    return with_project(indicators=rows)


CASES = [
    Case(
        "T06",
        broken=renamed("level1", {"效益指标": "效果指标"}),
        right=SOUND,
        place="projects[0].indicators[5].level1",
        fixed=True,
    ),
    Case(
        "T06",
        broken=renamed("level2", {"数量指标": "数量", "质量指标": "质量"}),
        right=SOUND,
        place="projects[0].indicators[2].level2",
        fixed=True,
    ),
    Case(
        "T06",
        broken=with_row("社会效益指标", level1="产出指标"),
        right=with_row("社会效益指标", level1="效益指标"),
        place="projects[0].indicators[5].level1",
        fixed=True,
    ),
    Case(
        "T06",
        broken=with_row("时效指标", level1=""),
        right=SOUND,
        place="projects[0].indicators[3].level1",
        fixed=True,
    ),
    Case(
        "T06",
        broken=renamed("level2", {"时效指标": "其他指标"}),
        right=SOUND,
        place="projects[0].indicators[3].level2",
    ),
    Case(
        "T07",
        broken=swapped(2, 5),
        right=swapped(0, 1),
        place="projects[0].indicators[3].level2",
        fixed=True,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule} {case.place}")
def test_the_rule(case: Case) -> None:
    try_case(case)


def test_a_wrong_name_is_found_once_and_mended_in_all_rows() -> None:
    broken = renamed("level2", {"数量指标": "数量"})
    (finding,) = found(broken, "T06")
    assert "数量指标" in finding.sentence
    assert "共2行" in finding.sentence
    assert finding.fix
    mended = finding.fix.change.apply(broken).projects[0].indicators
    assert [row.level2 for row in mended] == [row.level2 for row in ROWS]


def test_what_may_be_chosen_is_named() -> None:
    (finding,) = found(renamed("level2", {"时效指标": ""}), "T06")
    assert "数量指标、质量指标、时效指标、成本指标" in finding.sentence
    assert finding.fix is None


def test_the_only_second_level_of_a_first_is_meant() -> None:
    (finding,) = found(renamed("level2", {"服务对象满意度指标": ""}), "T06")
    assert finding.fix
    assert finding.fix.label == "改为“服务对象满意度指标”"


def test_the_earlier_form_has_its_own_names_and_no_order() -> None:
    document = replace(swapped(2, 5), form="hebei-2020")
    assert found(document, "T07") == []
    assert "效果指标" in found(document, "T06")[0].sentence


def test_sorting_keeps_rows_of_one_level_as_they_stood() -> None:
    rows = (ROWS[5], ROWS[1], ROWS[0], ROWS[3], ROWS[2])
    broken = with_project(indicators=rows)
    (finding,) = found(broken, "T07")
    assert finding.place.row_id == ROWS[1].id
    assert finding.fix
    mended = finding.fix.change.apply(broken).projects[0].indicators
    assert mended == (ROWS[1], ROWS[0], ROWS[2], ROWS[3], ROWS[5])


def test_names_of_another_county_are_found_once_each() -> None:
    short = {row.level2: row.level2.removesuffix("指标") for row in ROWS}
    findings = found(renamed("level2", short), "T06")
    assert len(findings) == len(set(short.values()))
    assert all(each.fix for each in findings)
