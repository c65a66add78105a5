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


def test_a_project_without_any_number_is_told_so() -> None:
    (hit,) = found(with_values("良好", "及时", "有效提升"), "V32")
    assert "没有一个" in hit.sentence
