"""The rule that an indicator stands under the second level it belongs to.

What belongs where is data: `[N08]` in the rule book names kinds of indicator names in the order
in which they are asked for, and for each of them `where it belongs: where it must not stand`,
both of which may be several.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from perfdesk.models.form import Form
from perfdesk.models.review.book import RuleBook
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


_SAID_OF_KIND = {"done_rate": "完成的比率"}
_SEVERAL = frozenset("，；,;")


class Belonging(NamedTuple):
    """Where names of a kind belong, and the dimensions they must not stand under."""

    kind: str
    targets: tuple[str, ...]
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
    for row, belonging, named in _misplaced(project):
        said = _SAID_OF_KIND.get(belonging.kind) or _SAYS[belonging.targets[0]]
        wanted = f"{row.level2}请写{_WANTED[row.dimension]}"
        yield Hit("name", f"“{row.name}”说的是{said}，应放在{named}；{wanted}。", row=row)


def misplaced_rows(project: ProjectFacts) -> frozenset[int]:
    """Return the places in the grid of the rows that are told they stand under another level."""
    if project.book.severity("N08") is None:
        return frozenset()
    return frozenset(row.index for row, _, _ in _misplaced(project))


def _misplaced(project: ProjectFacts) -> Iterator[tuple[RowFacts, Belonging, str]]:
    """Yield the rows under a wrong level, where each belongs, and what the form calls that."""
    kinds, belongings = project.book.worked_out(_belongings)
    for row in project.live:
        if kinds.isdisjoint(row.kinds) or not row.dimension:
            continue
        each = _missed(row, belongings)
        if each and _speaks_of_one_thing(row) and (named := _named(row, each)):
            yield row, each, named


def _missed(row: RowFacts, belongings: Iterable[Belonging]) -> Belonging | None:
    """Return where a row belongs instead of where it stands, None where that is well."""
    for each in belongings:
        if each.kind in row.kinds:
            if row.dimension in each.targets:
                return None
            if row.dimension in each.wrong:
                return each
    return None


def _speaks_of_one_thing(row: RowFacts) -> bool:
    """Whether a name is one of an indicator, and neither a level's nor several clauses."""
    return "level_name" not in row.kinds and _SEVERAL.isdisjoint(row.name)


def _named(row: RowFacts, belonging: Belonging) -> str:
    """Return what the form calls the levels where a row belongs, empty where it has none."""
    setting = row.project.setting
    called = (_called(setting.form, setting.words.levels, each) for each in belonging.targets)
    return "或".join(name for name in called if name)


def _called(form: Form, levels: Table, target: str) -> str:
    """Return what the form calls a dimension, or a part; empty where it has none."""
    # 经济效益指标 and its like are benefits too: a part is called by its first level.
    names = [each.name for each in form.levels] if target == "benefit" else form.level2_names
    return next((name for name in names if target in levels.kinds_of(name)), "")


def _belongings(book: RuleBook) -> tuple[frozenset[str], tuple[Belonging, ...]]:
    """Return the kinds of names that have their place, and these places, as the book says."""
    kinds = str(book.limits["N08.order"]).split()
    places = tuple(_belonging(kind, str(book.limits.get(f"N08.{kind}", ""))) for kind in kinds)
    return frozenset(kinds), places


def _belonging(kind: str, entry: str) -> Belonging:
    targets, _, wrong = entry.partition(":")
    known = tuple(each for each in targets.split() if each in _SAYS)
    return Belonging(kind, known, frozenset(wrong.split() if known else ()))
