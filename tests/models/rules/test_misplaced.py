import pytest

from tests.models.rules.cases import Case, found, try_case
from tests.models.rules.sound import with_row


def named(level2: str, wrong: str, right: str, place: int) -> Case:
    return Case(
        "N08",
        broken=with_row(level2, name=wrong),
        right=with_row(level2, name=right),
        place=f"projects[0].indicators[{place}].name",
    )


CASES = [
    named("质量指标", "补贴发放及时率", "补贴发放准确率", 2),
    named("数量指标", "验收合格率", "验收批次", 0),
    named("数量指标", "资金拨付金额", "拨付企业数量", 0),
    named("数量指标", "项目总成本", "项目数量", 0),
    named("成本指标", "资金支付率", "培训成本控制率", 4),
    named("质量指标", "资金拨付完成时限", "资金使用合规率", 2),
    named("质量指标", "举办讲座场次", "优质课程数量", 2),
    named("社会效益指标", "参训企业满意度", "参训企业知晓率", 5),
    named("数量指标", "年度任务完成率", "年度任务完成数量", 0),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_the_rule(case: Case) -> None:
    try_case(case)


@pytest.mark.parametrize(
    ("level2", "name"),
    [
        ("数量指标", "质量检测批次"),
        ("数量指标", "满意度调查次数"),
        ("数量指标", "正常服务天数"),
        ("数量指标", "培训覆盖率"),
        ("质量指标", "安全事故发生数"),
        ("质量指标", "公交准点率"),
        ("社会效益指标", "满意度调查次数"),
        ("质量指标", "成本核算准确率"),
        ("质量指标", "任务完成率"),
        ("时效指标", "任务完成率"),
        ("时效指标", "故障响应时间"),
        ("时效指标", "工程按期完成率"),
        ("成本指标", "人均补助标准"),
        ("成本指标", "预算成本数"),
        ("成本指标", "节约成本率"),
        ("社会效益指标", "平均办理时限"),
        ("社会效益指标", "带动就业人数"),
        ("可持续影响指标", "设备使用年限"),
        ("社会效益指标", "服务对象满意度指标"),
        ("社会效益指标", "增加税收，扩大产品销路"),
    ],
)
def test_what_stands_where_it_belongs_is_left_in_peace(level2: str, name: str) -> None:
    assert found(with_row(level2, name=name), "N08") == []


def test_the_sentence_says_where_it_belongs_and_what_is_wanted_here() -> None:
    (finding,) = found(with_row("数量指标", name="拨付金额"), "N08")
    assert "应放在成本指标" in finding.sentence
    assert "数量指标请写完成的工作量" in finding.sentence


def test_what_the_work_draws_in_belongs_under_the_benefits() -> None:
    (finding,) = found(with_row("数量指标", name="带动就业人数"), "N08")
    assert "应放在效益指标" in finding.sentence


def test_what_may_stand_in_two_places_names_both() -> None:
    (finding,) = found(with_row("数量指标", name="讲座任务完成率", value="100%"), "N08")
    assert "应放在质量指标或时效指标" in finding.sentence
    assert found(with_row("数量指标", name="讲座任务完成率", value="100%"), "V15") == []
