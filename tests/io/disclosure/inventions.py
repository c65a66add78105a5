"""Invented departments, for the tests of reading: no such office, project or sentence exists."""

from dataclasses import replace

from perfdesk.models.document import Department, Document
from perfdesk.models.project import Budget, Indicator, Project, SpendingPlan, Unit
from perfdesk.models.statement import Safeguard, Statement, SubGoal
from perfdesk.models.value import IndicatorValue

BUREAU = Unit("467001", "临溪县水务局本级")
STATION = Unit("467004", "临溪县河道管护站")


def row(level1: str, level2: str, name: str, value: str, basis: str = "年度工作计划") -> Indicator:
    """Return an indicator that describes itself by its name."""
    described = f"{name}（按月统计）"
    return Indicator(level1, level2, name, described, IndicatorValue.read(value), basis)


def indicators(effect: str = "效益指标", basis: str = "年度工作计划") -> tuple[Indicator, ...]:
    """Return rows on three first levels, one to three of them for each second level."""
    return (
        row("产出指标", "数量指标", "清淤河道长度", "≥12.5公里", basis),
        row("产出指标", "数量指标", "巡查河道次数", "≥48次", basis),
        row("产出指标", "数量指标", "维修闸门数量", "6座", basis),
        row("产出指标", "质量指标", "工程验收合格率", "100%", basis),
        row("产出指标", "时效指标", "完工时间", "11月30日前", basis),
        row(effect, "社会效益指标", "受益人口", "≥30000人", basis),
        row(effect, "生态效益指标", "河道水质改善", "有效改善", basis),
        row("满意度指标", "服务对象满意度指标", "满意度", "≥90%", basis),
    )


def project(number: int, year: int, unit: Unit = BUREAU) -> Project:
    """Return a project of a year, all fields filled in."""
    names = (
        "河道清淤疏浚经费",
        "水质监测站点运行维护费",
        "防汛物资储备（编绩效目标表）经费",
        "节水宣传费",
    )
    amount = f"{120 + number}.50"
    return Project(
        code=f"130467{year % 100}P0041260{number:03}0{number}",
        name=f"{year}年{names[number % len(names)]}",
        unit=unit,
        budget=Budget(amount, f"{100 + number}.50", "20.00"),
        purpose="用于支付河道疏浚、闸门维修和巡查车辆运行所需费用。",
        plan=SpendingPlan("", "30", "70", "100"),
        goals=("完成年度清淤任务，确保汛期行洪畅通。", "2处险工段完成加固，\n并通过县级验收。"),
        indicators=indicators(),
    )


STATEMENT = Statement(
    "坚持节水优先，保障城乡供水安全，提高防汛抗旱能力。\n全年完成重点河道治理任务，水质稳定达标。",
    (
        SubGoal(
            "河道治理",
            "完成重点河段清淤，恢复行洪断面。\n同步实施岸坡绿化。",
            "（1）产出指标：清淤12.5公里以上。\n（2）效益指标：行洪能力明显提高。",
        ),
        SubGoal("防汛抗旱", "落实防汛责任制，储备足额物资。", "1、物资储备率100%。"),
        SubGoal("节水宣传和水费征收", "开展进社区、进学校活动。", ""),
    ),
    (
        Safeguard("完善内部制度", "修订合同和验收办法，明确各科室责任。"),
        Safeguard("加快支出进度", "1、按月调度。\n2、提前办理采购手续。"),
        Safeguard("做好绩效评价", "年底组织自评，问题限期整改。"),
    ),
)


def bureau(year: int = 2025) -> Document:
    """Return a department with two units and four projects, on the form of 2024."""
    units = (BUREAU, BUREAU, STATION, STATION)
    return Document(
        year,
        "hebei-2024",
        Department("467", "临溪县水务局"),
        STATEMENT,
        tuple(project(number, year, unit) for number, unit in enumerate(units)),
    )


def old_bureau(year: int = 2021) -> Document:
    """Return a department on the form of 2020: no code, no amounts, no plan, no basis."""
    document = bureau(year)
    projects = tuple(
        Project(
            name=each.name,
            unit=each.unit,
            goals=each.goals,
            indicators=indicators("效果指标", ""),
        )
        for each in document.projects
    )
    return replace(document, form="hebei-2020", projects=projects)
