"""What the rules on values say of one row, to try many values in few lines."""

from perfdesk.models.review.finding import Finding
from perfdesk.models.value import IndicatorValue
from tests.models.rules.cases import findings
from tests.models.rules.sound import TRAINING, with_row

NAMES = {
    "数量指标": "培训人次",
    "质量指标": "培训合格率",
    "时效指标": "培训完成时间",
    "成本指标": "人均培训成本",
    "社会效益指标": "服务企业水平",
    "可持续影响指标": "培训教材使用年限",
    "服务对象满意度指标": "参训企业人员满意度",
}


def value_findings(
    level2: str, value: str | IndicatorValue, name: str | None = None, description: str = "说明"
) -> list[Finding]:
    """The findings of V rules in the first row under a second level, with another value."""
    document = with_row(
        level2, name=NAMES[level2] if name is None else name, value=value, description=description
    )
    row_id = next(row.id for row in TRAINING.indicators if row.level2 == level2)
    return [
        each
        for each in findings(document)
        if each.place.row_id == row_id and each.rule.startswith("V")
    ]


def said(
    level2: str, value: str | IndicatorValue, name: str | None = None, description: str = "说明"
) -> list[str]:
    """The ids and severities of those findings: `V13 warning`."""
    hits = value_findings(level2, value, name, description)
    return [f"{each.rule} {each.severity.value}" for each in hits]
