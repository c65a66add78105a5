"""Kinds of work: recognised in a project's name, put together from several files."""

import pytest

from perfdesk.io.library import library
from perfdesk.models.library import (
    BUDGET,
    Library,
    LibraryEntry,
    WorkKind,
    merged,
    with_budget,
)
from perfdesk.models.value import IndicatorValue


def entry(name: str, description: str = "") -> LibraryEntry:
    value = IndicatorValue.read("≥1次")
    return LibraryEntry("数量指标", name, description, value, "《计划》", "巡查")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("2025年外贸业务培训经费", "培训"),
        ("2025年度机关食堂补助", "食堂"),
        ("政务服务平台信息系统运行维护费", "信息系统运维"),
        ("云溪区智慧监管平台建设项目", "信息化建设"),
        ("2025年农村公路养护资金", "交通道路"),
        ("办公楼屋面防水维修", "维修维护"),
        ("空气监测设备购置经费", "设备购置"),
        ("退役军人抚恤金", "社会救助抚恤"),
        ("困难职工慰问金", "补助补贴发放"),
        ("劳务派遣人员工资", "人员聘用"),
        ("2025年汛期应急物资储备", "应急防汛"),
        ("招商引资工作经费", "招商引资"),
        ("第五次经济普查经费", "调查统计"),
        ("国土空间规划编制费", "规划研究"),
        ("物业管理费", "机关运转"),
        ("法律顾问服务费", "委托服务"),
        ("义务教育学校校舍安全保障资金", "教育"),
        ("基本公共卫生服务补助资金", "卫生健康"),
        ("老旧小区改造工程", "工程建设"),
        ("城区绿化养护费", "绿化市容"),
    ],
)
def test_a_projects_name_tells_its_kind_of_work(name: str, kind: str) -> None:
    assert library().recognised(name)[0].name == kind


@pytest.mark.parametrize("name", ["", "2025年", "其他支出", "2025年会费"])
def test_a_name_that_tells_nothing_is_of_no_kind(name: str) -> None:
    assert library().recognised(name) == ()


def test_a_kind_without_keywords_is_never_recognised() -> None:
    assert Library((WorkKind("通用"),)).recognised("通用设备") == ()


def test_kinds_of_one_name_are_put_together() -> None:
    one = WorkKind("巡查", ("巡查",), (entry("巡查次数"), entry("巡查里程")), (entry("巡查次数"),))
    more = WorkKind("巡查", ("巡护", "巡查"), (entry("巡查里程", "新"), entry("巡查人次")))
    (kind,) = merged((one, more))
    assert kind.keywords == ("巡查", "巡护")
    assert [(each.name, each.description) for each in kind.entries] == [
        ("巡查次数", ""),
        ("巡查里程", "新"),
        ("巡查人次", ""),
    ]
    assert kind.template == one.template


@pytest.mark.parametrize(
    ("total", "parts"),
    [("38.50", ("≤", "38.50", "万元")), (" 38.50", ("≤", "38.50", "万元")), (" ", ("", "", ""))],
)
def test_the_budget_takes_its_place(total: str, parts: tuple[str, str, str]) -> None:
    value = with_budget(IndicatorValue.read(f"≤{BUDGET}万元"), total)
    assert (value.sign, value.number, value.unit) == parts
