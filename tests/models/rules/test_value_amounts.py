from dataclasses import replace

import pytest

from perfdesk.io.rule_book import OwnRules
from perfdesk.models.project import Budget
from tests.models.rules.cases import Case, try_case
from tests.models.rules.said import said
from tests.models.rules.sound import EQUIPMENT, TRAINING, indicator, with_more_rows, with_row

TOTAL = "项目总成本"
WHOLE = "全部支出的合计数"
PLACE = "projects[0].indicators[4].value.number"


def cost(value: str, name: str = TOTAL, description: str = WHOLE) -> list[str]:
    return said("成本指标", value, name, description)


CASES = [
    Case(
        "V18",
        broken=with_row("成本指标", name=TOTAL, description=WHOLE, value="≤60.01万元"),
        right=with_row("成本指标", name=TOTAL, description=WHOLE, value="≤60万元"),
        place=PLACE,
    ),
    Case(
        "V18",
        broken=with_row("成本指标", name=TOTAL, description=WHOLE, value="≤54万元"),
        right=with_row("成本指标", name=TOTAL, description=WHOLE, value="≤60万元"),
        place=PLACE,
    ),
    Case(
        "V21",
        broken=with_row("社会效益指标", name="撬动投入", value="≥60.02万元"),
        right=with_row("社会效益指标", name="撬动投入", value="≥60.03万元"),
        place="projects[0].indicators[5].value.number",
    ),
    Case(
        "V34",
        broken=with_row("数量指标", value="≥600.5人次"),
        right=with_row("数量指标", name="平均培训人次", value="≥600.5人次"),
        place="projects[0].indicators[0].value.number",
    ),
    Case(
        "V34",
        broken=with_row("数量指标", name="专业教师人数", value="≥3.5人"),
        right=with_row("数量指标", name="每千名学员教师人数", value="≥3.5人"),
        place="projects[0].indicators[0].value.number",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_rule(case: Case) -> None:
    try_case(case)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("≤600000元", []),
        ("≤600100元", ["V18 error"]),
        ("≤0.006亿元", []),
        ("≤0.0061亿元", ["V18 error"]),
        ("≤59.99万元", ["V21 warning"]),
        ("≤30万元", ["V18 hint"]),
        ("≤59.9万元", ["V18 hint"]),
        ("≤0.6万元", ["V18 hint"]),
        ("≤600万元", ["V18 error"]),
        ("≤600元/人", []),
    ],
)
def test_the_total_cost_is_compared_in_one_unit(value: str, expected: list[str]) -> None:
    assert cost(value) == expected


@pytest.mark.parametrize(
    ("name", "description", "expected"),
    [
        ("培训支出", "项目预算控制数", ["V18 error"]),
        ("人均培训成本", "每人次的平均费用", []),
        ("单位面积改造成本", "项目总成本÷改造面积", []),
        ("场地租赁成本", "场地租金", []),
    ],
)
def test_only_the_cost_of_the_whole_is_compared(
    name: str, description: str, expected: list[str]
) -> None:
    assert cost("≤66万元", name, description) == expected


def test_parts_of_the_cost_may_each_be_below_the_budget() -> None:
    rows = (
        indicator("成本指标", "线上培训总成本", "线上培训的全部支出", "≤20万元"),
        indicator("成本指标", "线下培训总成本", "线下培训的全部支出", "≤40万元"),
    )
    document = with_more_rows(*rows)
    case = Case(
        "V18", with_row("成本指标", name=TOTAL, description=WHOLE, value="≤20万元"), document, PLACE
    )
    try_case(case)


def test_an_amount_that_is_the_fiscal_part_is_right() -> None:
    project = replace(TRAINING, budget=Budget("60.00", "59.99", "0.01"))
    row = indicator("数量指标", "财政拨付金额", "财政资金的拨付数", "59.99万元")
    fiscal = replace(project, indicators=(*project.indicators, row))
    document = with_more_rows()
    document = replace(document, projects=(fiscal, *document.projects[1:]))
    broken = with_row("数量指标", name="财政拨付金额", value="59.99万元")
    try_case(Case("V21", broken, document, "projects[0].indicators[0].value.number"))


def test_the_cost_may_be_what_one_source_pays() -> None:
    low = with_row("成本指标", EQUIPMENT, name=TOTAL, description=WHOLE, value="≤39万元")
    fiscal = with_row("成本指标", EQUIPMENT, name=TOTAL, description=WHOLE, value="≤40万元")
    try_case(Case("V18", low, fiscal, "projects[1].indicators[3].value.number"))


def test_an_office_may_say_how_much_below_the_budget_is_low() -> None:
    own: OwnRules = {"V18": {"least": 80}}
    low = with_row("成本指标", name=TOTAL, description=WHOLE, value="≤47.9万元")
    near = with_row("成本指标", name=TOTAL, description=WHOLE, value="≤48万元")
    try_case(Case("V18", low, near, PLACE, own=own))


def test_without_a_budget_nothing_is_compared() -> None:
    document = with_row("成本指标", name=TOTAL, description=WHOLE, value="≤66万元")
    project = replace(document.projects[0], budget=Budget())
    silent = replace(document, projects=(project, *document.projects[1:]))
    try_case(Case("V18", document, silent, PLACE))
