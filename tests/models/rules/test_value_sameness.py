import pytest

from perfdesk.models.document import Document
from tests.models.rules.cases import Case, found, try_case
from tests.models.rules.sound import BASIS, TRAINING, indicator, with_project

LEVELS = ("质量指标", "时效指标", "社会效益指标", "可持续影响指标", "经济效益指标")


def with_values(*values: str, level2: tuple[str, ...] = LEVELS) -> Document:
    """The sound document with one project of rows like these."""
    rows = tuple(
        indicator(level, f"事项{number}", f"说明{number}", value, BASIS)
        for number, (level, value) in enumerate(zip(level2, values, strict=False))
    )
    return with_project(TRAINING, indicators=rows)


CASES = [
    Case(
        "V28",
        broken=with_values("≥90%", "≥91%", "有效提升", "有效提升", "有效提升"),
        right=with_values("≥90%", "≥91%", "有效提升", "有效提升", "稳步提升"),
        place="projects[0].indicators[2].value",
    ),
    Case(
        "V28",
        broken=with_values("≥90%", "≥91%", "长期", "长期", "长期"),
        right=with_values("≥90%", "≥91%", "明显", "明显", "明显"),
        place="projects[0].indicators[2].value",
    ),
    Case(
        "V29",
        broken=with_values("≥90%", "≥90%", "≥90%", "≥90%", "≥90%"),
        right=with_values("≥90%", "≥90%", "≥90%", "≥90%", "≥91%"),
        place="projects[0].indicators[0].value",
    ),
    Case(
        "V32",
        broken=with_values("≥90%", "≥95%", "有效提升", "长期", "稳步提升"),
        right=with_values("≥90%", "11月30日前", "≥3场", "长期", "稳步提升"),
        place="projects[0].indicators",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_rule(case: Case) -> None:
    try_case(case)


def test_all_of_it_is_usual_in_rows_of_quality_and_time() -> None:
    levels = ("质量指标", "质量指标", "时效指标", "时效指标", "社会效益指标", "社会效益指标")
    assert found(with_values(*["100%"] * 6, level2=levels), "V29") == []


def test_the_same_name_counts_once() -> None:
    rows = [indicator("社会效益指标", "宣传场次", "说明", "≥3场") for _ in range(5)]
    assert found(with_project(TRAINING, indicators=tuple(rows)), "V29") == []


def test_few_rows_are_not_counted() -> None:
    assert found(with_values("有效提升", "长期"), "V32") == []


def test_what_cannot_be_read_is_not_counted() -> None:
    values = ("≥90按计划完成工作", "≥1按计划完成工作", "1按计划完成工作", "有效提升", "≥90%")
    assert found(with_values(*values), "V32") == []


def test_words_that_one_row_may_keep_and_another_may_not_are_told_at_the_first() -> None:
    document = with_values("有效提升", "有效提升", "有效提升", "≥3%", "≥4%")
    (hit,) = found(document, "V28")
    assert hit.place.row_id == document.projects[0].indicators[2].id


def test_numbers_without_a_unit_are_told_by_themselves() -> None:
    assert found(with_values("90", "91", "92", "93", "94"), "V32") == []


def test_a_number_that_is_the_name_as_well_measures_nothing() -> None:
    rows = tuple(
        indicator("质量指标", value, "说明", value) for value in ("12场", "15场", "18场", "≥3家")
    )
    assert "没有一个" in found(with_project(TRAINING, indicators=rows), "V32")[0].sentence


def test_a_project_without_any_number_is_told_so() -> None:
    (hit,) = found(with_values("良好", "及时", "有效提升"), "V32")
    assert "没有一个" in hit.sentence
