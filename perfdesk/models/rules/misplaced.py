"""The rule that an indicator stands under the second level it belongs to.

What belongs where is data: `[N08]` in the rule book names kinds of indicator names in the order
in which they are asked for, and for each of them `where it belongs: where it must not stand`.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from perfdesk.models.form import Form
from perfdesk.models.review.book import Limit
from perfdesk.models.review.facts import ProjectFacts, RowFacts
from perfdesk.models.review.finding import Group
from perfdesk.models.review.rule import Hit, Text, project_rule
from perfdesk.models.review.sources import METHOD
from perfdesk.models.review.words import Table

_SAYS = {
    "quantity": "做了多少",
    "quality": "做得好不好",
    "time": "时间进度",
    "cost": "花多少钱",
    "economic": "经济收益",
    "social": "社会受益",
    "ecological": "环境改善",
    "lasting": "能管用多久",
    "satisfaction": "满意程度",
    "benefit": "带来的好处",
}
_WANTED = {
    "quantity": "完成的工作量",
    "quality": "合格率、准确率等",
    "time": "完成时间或及时率",
    "cost": "总成本或单位成本",
    "economic": "增收、节支等",
    "social": "受益面、就业等",
    "ecological": "节能、环境等",
    "lasting": "使用年限、长效机制等",
    "satisfaction": "服务对象是否满意",
}


class Belonging(NamedTuple):
    """Where names of a kind belong, and the dimensions they must not stand under."""

    kind: str
    target: str
    wrong: frozenset[str]


@project_rule(
    "N08",
    Group.RELEVANT,
    Text(
        "指标放错了二级指标",
        "数量写做了多少，质量写做得好不好，时效写是否及时，成本写花多少钱，放错了就考核不到。",
        "质量指标·补贴发放及时率",
        "时效指标·补贴发放及时率",
        METHOD,
    ),
)
def misplaced(project: ProjectFacts) -> Iterator[Hit]:
    """A name that speaks of something else than the second level it stands under."""
    belongings = _belongings(project.book.limits)
    for row in project.live:
        if not row.dimension:
            continue
        for each in belongings:
            if each.kind in row.kinds:
                if row.dimension == each.target:
                    break
                if row.dimension in each.wrong and (hit := _hit(project, row, each)):
                    yield hit
                    break


def _hit(project: ProjectFacts, row: RowFacts, belonging: Belonging) -> Hit | None:
    target = _called(project.setting.form, project.setting.words.levels, belonging.target)
    if not target or belonging.target not in _SAYS:
        return None
    says, wanted = _SAYS[belonging.target], _WANTED[row.dimension]
    said = f"“{row.name}”说的是{says}，应放在{target}；{row.level2}请写{wanted}。"
    return Hit("name", said, row=row)


def _called(form: Form, levels: Table, target: str) -> str:
    """Return what the form calls a dimension, or a part; empty where it has none."""
    # 经济效益指标 and its like are benefits too: a part is called by its first level.
    names = [each.name for each in form.levels] if target == "benefit" else form.level2_names
    return next((name for name in names if target in levels.kinds_of(name)), "")


def _belongings(limits: Mapping[str, Limit]) -> list[Belonging]:
    kinds = str(limits["N08.order"]).split()
    return [_belonging(kind, str(limits.get(f"N08.{kind}", ""))) for kind in kinds]


@lru_cache
def _belonging(kind: str, entry: str) -> Belonging:
    target, _, wrong = entry.partition(":")
    return Belonging(kind, target.strip(), frozenset(wrong.split()))
