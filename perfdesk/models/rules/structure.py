"""Rules of the grid's structure: which kinds of indicators are there, and how many."""

from collections.abc import Iterator

from perfdesk.models.review.facts import ProjectFacts, RowFacts
from perfdesk.models.review.finding import Group
from perfdesk.models.review.rule import Hit, Text, project_rule
from perfdesk.models.review.sources import METHOD, PRACTICE, SYSTEM

_OF_OUTPUT = {"quantity": "数量", "quality": "质量", "time": "时效", "cost": "成本"}
_OF_BENEFIT = frozenset({"economic", "social", "ecological", "lasting"})
_MISSING = "indicators"
_LONGEST_LEVEL = 12


def part_of(row: RowFacts) -> str:
    """Return what a row is part of (`output`, `benefit`, …): what its second level says first."""
    if row.dimension == "satisfaction":
        return "satisfaction"
    if row.dimension in _OF_BENEFIT:
        return "benefit"
    if row.dimension in _OF_OUTPUT and not (row.dimension == "cost" and row.part == "cost"):
        return "output"
    return row.part


def level_called(row: RowFacts, otherwise: str) -> str:
    """Return how a sentence calls a row's second level, where something like one stands there."""
    return row.level2 if 0 < len(row.level2) <= _LONGEST_LEVEL else otherwise


def _has_part(project: ProjectFacts, part: str) -> bool:
    return any(part_of(row) == part for row in project.live)


@project_rule(
    "T01",
    Group.COMPLETE,
    Text(
        "没有产出指标",
        "系统要求每个项目至少有一条产出指标，说明花了钱要完成哪些工作。",
        "一级指标只有效益指标和满意度指标",
        "产出指标·数量指标·培训人次 ≥600人次",
        SYSTEM,
    ),
)
def no_output(project: ProjectFacts) -> Iterator[Hit]:
    """A grid without a row that says what is done, or without any row."""
    if not project.rows:
        yield Hit(_MISSING, "还没有填写绩效指标，请至少填写产出指标、效益指标各一条。")
    elif not _has_part(project, "output"):
        yield Hit(_MISSING, "没有产出指标，请至少填写一条，说明要完成多少工作。")


@project_rule(
    "T02",
    Group.COMPLETE,
    Text(
        "没有效益指标",
        "系统要求每个项目至少有一条效益指标，说明工作完成后带来的变化。",
        "只有产出指标和满意度指标",
        "效益指标·社会效益指标·带动就业人数 ≥150人",
        SYSTEM,
    ),
)
def no_benefit(project: ProjectFacts) -> Iterator[Hit]:
    """A grid without a row that says what the work is good for."""
    if project.rows and not _has_part(project, "benefit"):
        yield Hit(_MISSING, "没有效益指标，请至少填写一条，说明项目带来的好处。")


@project_rule(
    "T03",
    Group.COMPLETE,
    Text(
        "没有满意度指标",
        "有服务对象的项目应设满意度指标；确实没有服务对象的，填写说明即可。",
        "只有产出指标和效益指标",
        "满意度指标·服务对象满意度指标·参训人员满意度 ≥90%",
        METHOD,
    ),
)
def no_satisfaction(project: ProjectFacts) -> Iterator[Hit]:
    """A grid that does not ask whether people are content, though its form would."""
    if not project.rows or _has_part(project, "satisfaction"):
        return
    levels = project.setting.words.levels
    if any("satisfaction" in levels.kinds_of(each.name) for each in project.setting.form.levels):
        yield Hit(_MISSING, "没有满意度指标，请补充服务对象满意度，没有服务对象的请说明。")


@project_rule(
    "T04",
    Group.COMPLETE,
    Text(
        "缺少某一方面的产出指标",
        "产出指标要从数量、质量、时效、成本四个方面说清楚。不涉及的一方面，填写“不适用”。",
        "产出指标只有数量指标和时效指标",
        "数量、质量、时效、成本指标各有一条",
        METHOD,
    ),
)
def dimension_missing(project: ProjectFacts) -> Iterator[Hit]:
    """A grid that leaves out one of quantity, quality, time and cost, which its form has."""
    if not _has_part(project, "output"):
        return
    there = {row.dimension for row in project.rows} | {row.part for row in project.rows}
    wanted = str(project.book.limits["T04.dimensions"]).split()
    missing = [
        each
        for each in _OF_OUTPUT
        if each in wanted and each not in there and _in_form(project, each)
    ]
    if missing:
        names = "、".join(_OF_OUTPUT[each] for each in missing)
        yield Hit(_MISSING, f"产出指标中缺少{names}指标，请补充；不涉及的填写“不适用”。")


def _in_form(project: ProjectFacts, dimension: str) -> bool:
    levels = project.setting.words.levels
    form = project.setting.form
    return any(dimension in levels.kinds_of(name) for name in form.level2_names)


@project_rule(
    "T08",
    Group.FITTING,
    Text(
        "指标条数太多",
        "指标贵在精。每个二级指标设一至三条，全表不超过20条，留下最能说明成效的。",
        "数量指标列了7条",
        "数量指标列最主要的3条",
        PRACTICE,
    ),
)
def too_many(project: ProjectFacts) -> Iterator[Hit]:
    """More rows than anybody will follow, under one second level or in all."""
    limit = max(project.book.limit("T08.rows"), 0)
    if len(project.rows) <= limit:
        return
    levels = [row.level2 for row in project.live]
    for level in dict.fromkeys(levels):
        if level and (count := levels.count(level)) > limit:
            row = [row for row in project.live if row.level2 == level][limit]
            called = level_called(row, "同一个二级指标")
            yield Hit("level2", f"{called}有{count}条，建议只保留最主要的{limit}条。", row=row)
    most = project.book.limit("T08.all")
    if len(project.live) > most:
        yield Hit(_MISSING, f"共有{len(project.live)}条指标，建议精简到{most}条以内。")
