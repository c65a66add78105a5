from dataclasses import replace

import pytest

from tests.models.rules.cases import Case, try_case
from tests.models.rules.said import said, value_findings
from tests.models.rules.sound import with_row

SATISFACTION = "服务对象满意度指标"
PLACE = "projects[0].indicators[7].value"

CASES = [
    Case(
        "V13",
        broken=with_row(SATISFACTION, value="≥95人"),
        right=with_row(SATISFACTION, value="≥95%"),
        place=f"{PLACE}.unit",
    ),
    Case(
        "V13",
        broken=with_row(SATISFACTION, value="≥79%"),
        right=with_row(SATISFACTION, value="≥80%"),
        place=f"{PLACE}.number",
    ),
    Case(
        "V13",
        broken=with_row(SATISFACTION, value="≥90分"),
        right=with_row(SATISFACTION, value="≥90%"),
        place=f"{PLACE}.unit",
        fixed=True,
    ),
    Case(
        "V14",
        broken=with_row(SATISFACTION, value="满意"),
        right=with_row(SATISFACTION, value="90%以上"),
        place=PLACE,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_rule(case: Case) -> None:
    try_case(case)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("≥101%", ["V13 error"]),
        ("≥90分", ["V13 error"]),
        ("≥79.9%", ["V13 warning"]),
        ("100%", ["V13 hint"]),
        ("≥100%", ["V13 hint"]),
        ("≥99%", []),
        ("较满意", ["V14 warning"]),
        ("进一步提升", ["V14 warning"]),
        ("12月31日前", ["V14 warning"]),
        ("问卷中90%以上表示满意", []),
    ],
)
def test_the_value_of_a_satisfaction(value: str, expected: list[str]) -> None:
    assert said(SATISFACTION, value) == expected


@pytest.mark.parametrize(
    ("level2", "name", "value", "expected"),
    [
        ("社会效益指标", "受益群众满意度", "满意", ["V14 warning"]),
        ("社会效益指标", "受益群众满意度", "≥75%", ["V13 warning"]),
        (SATISFACTION, "参训企业好评", "好", ["V14 warning"]),
        (SATISFACTION, "参训企业投诉次数", "≤3次", []),
        (SATISFACTION, "参训企业不满意率", "≤5%", []),
        (SATISFACTION, "企业诉求办结率", "100%", []),
        ("数量指标", "满意度调查份数", "≥300份", []),
        (SATISFACTION, "参训企业满意度得分", "≥90分", []),
        (SATISFACTION, "参训企业满意度排名", "≤3名", []),
        (SATISFACTION, "参训企业感谢信", "≥5封", ["V13 warning"]),
        (SATISFACTION, "参训企业零投诉", "≥5家", ["V13 warning"]),
    ],
)
def test_only_satisfaction_is_judged_as_such(
    level2: str, name: str, value: str, expected: list[str]
) -> None:
    assert said(level2, value, name) == expected


def test_marks_out_of_a_hundred_are_offered_as_per_cent() -> None:
    (hit,) = value_findings(SATISFACTION, "≥92.5分")
    assert "“≥92.5%”" in hit.sentence
    for value in ("≥4.5星", "≥4.5分", "≥120分"):
        (hit,) = value_findings(SATISFACTION, value)
        assert hit.fix is None


def test_an_example_is_written_as_the_form_writes_per_cent() -> None:
    (hit,) = value_findings(SATISFACTION, "满意")
    assert "≥90%" in hit.sentence


def test_a_form_of_2020_reads_the_same() -> None:
    document = replace(with_row(SATISFACTION, value="≥60百分比"), form="hebei-2020", year=2020)
    case = Case("V13", document, with_row(SATISFACTION, value="≥95%"), f"{PLACE}.number")
    try_case(case)
