"""An invented project to be filled in, and the same project as it was the year before."""

from dataclasses import replace

from perfdesk.io.forms import form_for_year
from perfdesk.models.blank import blank_project
from perfdesk.models.document import Department, Document
from perfdesk.models.project import Budget, Indicator, Project, SpendingPlan, Unit
from perfdesk.models.value import IndicatorValue

YEAR = 2026
_DEPARTMENT = Department("315", "云溪区商务局")
_UNIT = Unit("315001", "云溪区商务局本级")
_OUTPUT, _BENEFIT, _PLEASED = "产出指标", "效益指标", "满意度指标"
_ROWS = (
    (
        _OUTPUT,
        "数量指标",
        "培训人次",
        "各期培训实际签到的人员累计数",
        "≥800人次",
        "《年度培训计划》",
    ),
    (
        *(_OUTPUT, "质量指标", "培训合格率", "结业考核合格人员占参加考核人员的比例"),
        *("≥95%", "《培训班考核办法》"),
    ),
    (
        *(_OUTPUT, "时效指标", "培训完成时间", "最后一期培训结束的最晚日期"),
        *("10月31日前", "《年度培训计划》"),
    ),
    (
        *(_OUTPUT, "成本指标", "人均培训成本", "培训支出总额除以参训人次"),
        *("≤400元/人", "《机关培训费管理办法》"),
    ),
    (
        *(_BENEFIT, "经济效益指标", "事故损失降低率", "参训企业事故损失比上年减少的比例"),
        *("≥10%", "《企业安全事故统计台账》"),
    ),
    (
        *(_BENEFIT, "社会效益指标", "训后业务测评优良率"),
        *("训后测评80分以上人员占参加测评人员的比例", "≥85%", "《培训效果评估办法》"),
    ),
    (
        *(_BENEFIT, "生态效益指标", "线上授课占比", "线上授课学时占全部学时的比例"),
        *("≥30%", "《线上培训安排》"),
    ),
    (
        *(_BENEFIT, "可持续影响指标", "培训课程使用年限"),
        *("开发的课程和教材可供后续培训使用的年数", "≥2年", "《培训课程资源管理办法》"),
    ),
    (
        *(_PLEASED, "服务对象满意度指标", "参训人员满意度"),
        *("评价满意和较满意的参训人员占有效问卷的比例", "≥90%", "《培训质量评估办法》"),
    ),
)
_LAST_VALUES = {"培训人次": "≥600人次", "培训完成时间": "11月30日前", "参训人员满意度": "≥88%"}


def wanted() -> Project:
    """Return the project that is to be filled in."""
    return Project(
        "13020926P007A3310052K",
        "2026年商贸企业安全生产培训经费",
        _UNIT,
        Budget("60", "60", ""),
        "用于开展商贸企业安全生产培训的师资、场地、教材和考核支出。",
        SpendingPlan("10", "40", "80", "100"),
        ("举办培训班8期，培训800人次。", "提高企业安全管理水平，减少安全事故。"),
        tuple(
            Indicator(level1, level2, name, description, IndicatorValue.read(value), basis)
            for level1, level2, name, description, value, basis in _ROWS
        ),
    )


def past() -> Document:
    """Return a document in which the project stands as it was the year before."""
    project = wanted()
    rows = tuple(
        replace(row, value=IndicatorValue.read(_LAST_VALUES.get(row.name, row.value.text)))
        for row in project.indicators
    )
    before = replace(
        project,
        code="13020925P007A3310047G",
        name="2025年商贸企业安全生产培训经费",
        budget=Budget("45", "45", ""),
        goals=("举办培训班6期，培训600人次。", *project.goals[1:]),
        indicators=rows,
    )
    return Document(YEAR - 1, form_for_year(YEAR - 1).id, _DEPARTMENT, projects=(before,))


def blank() -> Document:
    """Return this year's document with an empty form, as 新建文本 makes it."""
    form = form_for_year(YEAR)
    return Document(YEAR, form.id, _DEPARTMENT, projects=(blank_project(form, _UNIT),))
