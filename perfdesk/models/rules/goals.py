"""Rules of 绩效目标: what a project is to reach, in numbered lines."""

import re
from collections.abc import Iterator
from functools import lru_cache

from perfdesk.models.review.facts import ProjectFacts
from perfdesk.models.review.finding import Group
from perfdesk.models.review.gist import gist, length, says_nothing
from perfdesk.models.review.mentions import Mention, figures, mentions, without_dates
from perfdesk.models.review.rule import Hit, Text, project_rule
from perfdesk.models.review.sources import FORM, METHOD, PRACTICE
from perfdesk.models.review.words import Table, Words

_WAN = 10_000
_TITLE = re.compile("《[^》]*》")
_YEAR = re.compile(r"(?<!\d)20\d\d(?=年)")
_PAYING = {"payment", "gain", "upkeep"}
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]")


@project_rule(
    "G01",
    Group.COMPLETE,
    Text(
        "绩效目标没有填写",
        "绩效目标是设置指标和年底评价的依据，不能空着，也不能用“-”“_”“*”代替。",
        "-",
        "通过举办培训12场、培训600人次，使参训人员考核合格率达到90%以上。",
        FORM,
    ),
)
def goals_are_given(project: ProjectFacts) -> Iterator[Hit]:
    """No goal at all, or a goal that is only a sign."""
    if not project.has("goals"):
        return
    goals = project.project.goals
    if not any(goal.strip() for goal in goals):
        yield Hit("goals", "绩效目标未填写，请写明通过做什么、达到什么结果。")
        return
    for index, goal in enumerate(goals):
        if says_nothing(project.setting.words, goal):
            said = f"只填了“{goal.strip()}”" if goal.strip() else "是空的"
            yield Hit(f"goals[{index}]", f"绩效目标第{index + 1}条{said}，请写明要达到的结果。")


@project_rule(
    "G02",
    Group.RELEVANT,
    Text(
        "绩效目标照抄资金用途",
        "用途说钱花在哪里，目标说花了钱要达到什么结果。两处写得一样，就没有目标。",
        "用途和目标都是“用于支付物业服务费”",
        "目标：“通过购买物业服务，使办公区域全年整洁安全，职工满意度达到90%以上。”",
        METHOD,
    ),
)
def goals_are_not_the_purpose(project: ProjectFacts) -> Iterator[Hit]:
    """Goals that say what the use of funds says."""
    if _fault(project) == "purpose":
        yield Hit("goals", "绩效目标与资金用途相同，请改写为要达到的结果。")


@project_rule(
    "G03",
    Group.RELEVANT,
    Text(
        "绩效目标照抄项目名称",
        "项目名称说的是做什么事，目标要说做到什么程度、有什么效果。",
        "项目“2025年招商引资”，目标“做好招商引资工作”",
        "目标：“全年外出对接客商160次，促成签约项目8个，带动投资3亿元。”",
        METHOD,
    ),
)
def goals_are_not_the_name(project: ProjectFacts) -> Iterator[Hit]:
    """Goals that say no more than the project's name."""
    if _fault(project) == "name":
        yield Hit("goals", "绩效目标只重复了项目名称，请写明做到什么程度、达到什么效果。")


@project_rule(
    "G04",
    Group.COMPLETE,
    Text(
        "绩效目标太短，看不出结果",
        "目标要有做什么和达到什么结果两部分，最好有数量。几个字的目标年底无法评价。",
        "完成年度工作计划",
        "通过开展安全检查120家次，使隐患整改率达到95%以上，全年不发生责任事故。",
        METHOD,
    ),
)
def goals_say_a_result(project: ProjectFacts) -> Iterator[Hit]:
    """Goals of a few characters in all, with neither a number nor a word of a result."""
    if _fault(project) == "short":
        said = "；".join(goal.strip() for goal in project.project.goals)
        yield Hit(
            "goals",
            f"绩效目标“{said}”过于简单，请写明通过做什么、达到什么结果。",
        )


@project_rule(
    "G05",
    Group.RELEVANT,
    Text(
        "绩效目标只写支付什么",
        "付款是手段，不是目标。目标要写付了钱以后办成了什么、有什么好处。",
        "按时支付派遣人员工资和保险",
        "通过聘用派遣人员32名，保障卡口24小时值守，使车辆平均通关时间缩短到10分钟以内。",
        METHOD,
    ),
)
def goals_are_more_than_payments(project: ProjectFacts) -> Iterator[Hit]:
    """Goals every line of which speaks of paying and none of a result."""
    if _fault(project) == "payment":
        yield Hit("goals", "绩效目标只写了支付什么，请写明付款后要达到的结果。")


@project_rule(
    "G06",
    Group.RELEVANT,
    Text(
        "目标中的数量没有对应的指标",
        "目标里写明的数量，应在指标值中体现，年底才能逐项核对；数字不同的，多半有一处没有更新。",
        "目标“培训600人次”，指标中没有600",
        "目标“培训600人次”，指标“培训人次 ≥600人次”",
        PRACTICE,
    ),
)
def goals_have_indicators(project: ProjectFacts) -> Iterator[Hit]:
    """Numbers in a goal that no indicator has."""
    if not project.live or not _DIGIT.search(project.goals):
        return
    texts = project.setting.words.texts
    units = texts.words("measure")
    budget = {each * _WAN for each in (project.total, project.fiscal, project.other) if each}
    known = budget | figures(
        text for row in project.live for text in (row.text, row.name, row.description)
    )
    for index, goal in enumerate(project.project.goals):
        missing = [
            f"“{each.shown}”"
            for each in mentions(_TITLE.sub("", goal), units)
            if each.number not in known
            and "whole_year" not in texts.kinds_of(each.shown)
            and not _of_another_year(project, each.clause)
            and not _only_spent(texts, each)
        ]
        if missing:
            said = "".join(dict.fromkeys(missing))
            sentence = f"目标中的{said}没有对应的指标值，请补充指标或核对数字。"
            yield Hit(f"goals[{index}]", sentence)


def _only_spent(texts: Table, mention: Mention) -> bool:
    """Whether a number is an amount that is paid or a price, and nothing that is to be reached."""
    return mention.shown.endswith("元") and "yield" not in texts.kinds_of(mention.clause)


def _of_another_year(project: ProjectFacts, clause: str) -> bool:
    years = _YEAR.findall(clause)
    return bool(years) and str(project.setting.year) not in years


@lru_cache(maxsize=2)  # several rules ask about the same project, one after the other
def _fault(project: ProjectFacts) -> str:
    """Return the one thing most to be said about the goals: purpose, name, payment, short or ``.

    Goals that are missing are G01's.
    """
    goals = tuple(goal.strip() for goal in project.project.goals if goal.strip())
    words = project.setting.words
    if not goals or not project.has("goals"):
        return ""
    return _fault_of(
        words, goals, project.purpose, project.name, project.book.limit("G04.characters")
    )


@lru_cache(maxsize=1024)
def _fault_of(words: Words, goals: tuple[str, ...], purpose: str, name: str, enough: int) -> str:
    if any(says_nothing(words, goal) for goal in goals):
        return ""
    said = gist(words, "\n".join(goals))
    if said and said == gist(words, purpose):
        return "purpose"
    if said and said == gist(words, name):
        return "name"
    numbered = any(_DIGIT.search(without_dates(goal)) for goal in goals)
    kinds = [words.texts.kinds_of(goal) for goal in goals]
    if not numbered and all(kind & _PAYING == {"payment"} for kind in kinds):
        return "payment"
    short = sum(length(without_dates(goal)) for goal in goals) < enough
    telling = numbered or any("gain" in kind for kind in kinds)
    return "short" if (short and not telling) or not _WORD.search("".join(goals)) else ""
