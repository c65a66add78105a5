import pytest

from perfdesk.io.forms import form_or_default
from perfdesk.io.rule_book import rule_book
from perfdesk.models.review.mend import Judge
from tests.models.rules.cases import Case, found, try_case
from tests.models.rules.sound import SOUND, with_row

CASES = [
    Case(
        "N05",
        broken=with_row("质量指标", name="培训合格率（%）"),
        right=with_row("质量指标", name="培训（外贸）合格率"),
        place="projects[0].indicators[2].name",
        fixed=True,
    ),
    Case(
        "N05",
        broken=with_row("质量指标", name="培训合格率（人）"),
        right=SOUND,
        place="projects[0].indicators[2].name",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule} {case.fixed}")
def test_the_rule(case: Case) -> None:
    try_case(case)


@pytest.mark.parametrize("name", ["培训人数(人)", "培训面积［单位：平方米］", "培训经费（万元）"])
def test_units_in_any_brackets_are_seen(name: str) -> None:
    assert found(with_row("数量指标", name=name), "N05")


@pytest.mark.parametrize(
    "name",
    [
        "培训资料（手册）",
        "（二期）培训人次",
        "工资（福利）发放人数",
        "经费结余率（计算方法：结余÷预算）",
        "经费结余率（结余/预算）",
        "教材到位比例（三分之一）",
        "讲座场次（按计划完成）",
    ],
)
def test_other_words_in_brackets_are_left_alone(name: str) -> None:
    assert found(with_row("数量指标", name=name), "N05") == []


@pytest.mark.parametrize("unit", ["元/人", "次／年", "个百分点", "‰"])
def test_units_of_several_parts_are_units(unit: str) -> None:
    assert found(with_row("数量指标", name=f"讲座标准（{unit}）"), "N05")


@pytest.mark.parametrize(
    ("name", "value", "mended"),
    [
        ("受训人数（人）", "132", ("受训人数", "132人")),
        ("受训人数（人）", "≥132人", ("受训人数", "≥132人")),
        ("出勤比例(%)", "≥95", ("出勤比例", "≥95%")),
        ("出勤比例（％）", "≥95%", ("出勤比例", "≥95%")),
        ("受训人数（人）", "132次", None),
        ("受训人数（人）", "若干", None),
    ],
)
def test_a_unit_in_the_name_goes_into_a_value_that_lacks_one(
    name: str, value: str, mended: tuple[str, str] | None
) -> None:
    broken = with_row("社会效益指标", name=name, value=value)
    (finding,) = found(broken, "N05")
    assert (finding.fix is not None) == (mended is not None)
    if finding.fix:
        row = finding.fix.change.apply(broken).projects[0].indicators[5]
        assert (row.name, row.value.text) == mended


def test_the_fixes_of_name_and_value_do_not_hinder_each_other() -> None:
    broken = with_row("社会效益指标", name="受训人数（人）", value="132")
    form = form_or_default(broken.form)
    both = [*found(broken, "V03"), *found(broken, "N05")]
    for order in (both, both[::-1]):
        document = broken
        for change in Judge(form, rule_book(form, {})).mends(broken, order):
            document = change.apply(document)
        row = document.projects[0].indicators[5]
        assert (row.name, row.value.text) == ("受训人数", "132人")
