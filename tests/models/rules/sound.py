"""A document that no rule has anything to say about, and small ways to spoil it."""

from dataclasses import replace
from typing import Any

from perfdesk.models.code import check_character
from perfdesk.models.document import Department, Document
from perfdesk.models.project import Budget, Indicator, Project, SpendingPlan, Unit
from perfdesk.models.statement import Safeguard, Statement, SubGoal
from perfdesk.models.value import IndicatorValue

UNIT = Unit("315001", "云溪区商务局本级")
BASIS = "《云溪区商务局2025年工作要点》"


def code(body: str) -> str:
    """A project code with the check character that belongs behind its first 20 characters."""
    return body + (check_character(body) or "")


def indicator(
    level2: str, name: str, description: str, value: str, basis: str = BASIS
) -> Indicator:
    """A row of the grid under the first level that its second level belongs to."""
    level1 = "产出指标" if level2[:2] in {"数量", "质量", "时效", "成本"} else "效益指标"
    level1 = "满意度指标" if "满意度" in level2 else level1
    read = IndicatorValue.read(value)
    return Indicator(level1, level2, name, description, read, basis)


TRAINING = Project(
    code=code("13020925P00315010001"),
    name="2025年外贸业务培训经费",
    unit=UNIT,
    budget=Budget("60.00", "60.00", ""),
    purpose="支付外聘教师课酬、场地租赁和教材印制费用。",
    plan=SpendingPlan("25", "50", "75", "100"),
    goals=(
        (
            "通过举办外贸业务培训12场、培训企业人员600人次，使参训人员考核合格率达到90%以上，"
            "带动区内外贸企业提高接单能力。"
        ),
    ),
    indicators=(
        indicator("数量指标", "培训人次", "全年参加外贸业务培训的人员总次数", "≥600人次"),
        indicator("数量指标", "举办培训场次", "全年举办外贸业务培训的场数", "≥12场"),
        indicator("质量指标", "培训合格率", "考核合格人员占参训人员的比例", "≥90%"),
        indicator("时效指标", "培训完成时间", "全部培训班办结的最晚时间", "11月30日前"),
        indicator("成本指标", "人均培训成本", "每人次参训的平均费用", "≤1000元/人"),
        indicator("社会效益指标", "参训企业覆盖率", "派员参训企业占区内外贸企业的比例", "≥65%"),
        indicator(
            "可持续影响指标",
            "培训教材使用年限",
            "编印教材可供后续培训使用的时间",
            "≥2年",
            "云商务〔2025〕3号",
        ),
        indicator(
            "服务对象满意度指标", "参训企业人员满意度", "问卷中表示满意的参训人员比例", "≥95%"
        ),
    ),
)

EQUIPMENT = Project(
    code=code("13020925P00315010002"),
    name="2025年价格监测设备购置经费",
    unit=UNIT,
    budget=Budget("48.60", "40.00", "8.60"),
    purpose="购置农贸市场价格监测终端，支付安装调试费用。",
    plan=SpendingPlan("20", "40", "80", "100"),
    goals=(
        "通过购置安装价格监测终端30台，实现4家农贸市场价格数据每日采集，设备验收合格率达到100%。",
    ),
    indicators=(
        indicator("数量指标", "购置监测终端数量", "全年购置并安装的价格监测终端台数", "30台"),
        indicator("质量指标", "设备验收合格率", "一次验收合格的终端占购置终端的比例", "100%"),
        indicator("时效指标", "设备安装完成时间", "全部终端投入使用的最晚时间", "9月30日前"),
        indicator("成本指标", "单台终端采购成本", "每台终端的平均采购价格", "≤1.62万元"),
        indicator("社会效益指标", "覆盖农贸市场数量", "装有终端的农贸市场家数", "≥4家"),
        indicator(
            "可持续影响指标",
            "终端使用年限",
            "终端按设计可正常使用的时间",
            "≥5年",
            "设备采购技术参数要求（云商务〔2025〕7号）",
        ),
        indicator("服务对象满意度指标", "市场经营户满意度", "问卷中表示满意的经营户比例", "≥90%"),
    ),
)

SOUND = Document(
    year=2025,
    form="hebei-2024",
    department=Department("315", "云溪区商务局"),
    statement=Statement(
        "围绕外贸稳量提质和农贸市场保供稳价，完善培训和监测体系，提高商务服务水平。",
        (
            SubGoal("外贸培训", "全年培训企业人员600人次。", "参训人员考核合格率不低于90%。"),
            SubGoal("市场监测", "4家农贸市场实现价格每日采集。", "终端验收合格率100%。"),
        ),
        (
            Safeguard("完善制度建设", "修订资金管理办法，明确各科室职责。"),
            Safeguard("加强运行监控", "每季度检查一次项目进度和资金支出情况。"),
        ),
    ),
    projects=(TRAINING, EQUIPMENT),
)


def with_project(project: Project = TRAINING, **fields: Any) -> Document:  # noqa: ANN401 - as the field has it
    """The sound document with other contents in some fields of a project."""
    changed = replace(project, **fields)
    return replace(
        SOUND, projects=tuple(changed if p.id == project.id else p for p in SOUND.projects)
    )


def with_row(level2: str, project: Project = TRAINING, **fields: Any) -> Document:  # noqa: ANN401 - as the field has it
    """The sound document with other contents in the first row under a second level.

    `value` may be given as text; it is split as a printed one.
    """
    if isinstance(fields.get("value"), str):
        fields["value"] = IndicatorValue.read(fields["value"])
    at = next(i for i, row in enumerate(project.indicators) if row.level2 == level2)
    row = replace(project.indicators[at], **fields)
    rows = (*project.indicators[:at], row, *project.indicators[at + 1 :])
    return with_project(project, indicators=rows)


def with_more_rows(*rows: Indicator, project: Project = TRAINING) -> Document:
    """The sound document with further rows at the end of a project's grid."""
    return with_project(project, indicators=(*project.indicators, *rows))


def without_rows(*level2: str, project: Project = TRAINING) -> Document:
    """The sound document without the rows under some second levels."""
    rows = tuple(row for row in project.indicators if row.level2 not in level2)
    return with_project(project, indicators=rows)


def with_statement(**fields: Any) -> Document:  # noqa: ANN401 - as the field has it
    """The sound document with other contents in some fields of the statement."""
    return replace(SOUND, statement=replace(SOUND.statement, **fields))
