"""The two chapters of numbered sections that a statement has, in a form's words."""

from perfdesk.models.change import SAFEGUARDS, SUBGOALS
from perfdesk.models.form import Wording
from perfdesk.models.statement import Safeguard, SubGoal
from perfdesk.ui.statement.chapter import ChapterKind
from perfdesk.ui.statement.section import Part

OVERALL_HINT = "写明部门全年要完成的主要工作、资金投向和预期达到的总体效果"


def subgoal_chapter(wording: Wording) -> ChapterKind:
    """Return 分项绩效目标: title, goal, indicators."""
    return ChapterKind(
        SUBGOALS,
        wording.subgoals,
        wording.subgoal_number,
        "添加分项绩效目标",
        (
            Part("title", "分项绩效目标标题", "", "分项目标的标题，不用写序号"),
            Part("goal", "绩效目标", wording.subgoal_goal, "这一方面要做什么、做到什么程度"),
            Part(
                "indicators",
                "绩效指标",
                wording.subgoal_indicators,
                "每行一条，写明数量、质量、时效或效益",
            ),
        ),
        SubGoal,
    )


def safeguard_chapter(wording: Wording) -> ChapterKind:
    """Return 工作保障措施: title, text."""
    return ChapterKind(
        SAFEGUARDS,
        wording.safeguards,
        wording.subgoal_number,
        "添加工作保障措施",
        (
            Part("title", "工作保障措施标题", "", "措施的标题，不用写序号"),
            Part("text", "措施内容", "", "怎样做、由谁负责、达到什么要求"),
        ),
        Safeguard,
    )
