"""Rules of 资金支出计划: four percentages in one of two conventions."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from perfdesk.models.amount import percentage
from perfdesk.models.change import SetField, Together
from perfdesk.models.code import code_year, is_laid_out, plain_code
from perfdesk.models.plan import Convention, convention, written
from perfdesk.models.review.facts import ProjectFacts
from perfdesk.models.review.finding import Fix, Group
from perfdesk.models.review.rule import Hit, Text, project_rule
from perfdesk.models.review.sources import FORM, PRACTICE

_ALL = Decimal(100)
_percentage = lru_cache(maxsize=1024)(percentage)


class Cell(NamedTuple):
    """One of the plan's cells that the form has; `number` is None where none can be read."""

    field: str
    label: str
    text: str
    number: Decimal | None

    @property
    def is_fit(self) -> bool:
        """Whether it is blank or a percentage that there can be."""
        return not self.text or (self.number is not None and 0 <= self.number <= _ALL)


def cells_of(project: ProjectFacts) -> list[Cell]:
    """Return the four cells of the plan, none where the year's form has no plan."""
    if not project.has("plan.december"):
        return []
    plan = project.project.plan
    every = (
        ("plan.march", "3月底", plan.march.strip()),
        ("plan.june", "6月底", plan.june.strip()),
        ("plan.october", "10月底", plan.october.strip()),
        ("plan.december", "12月底", plan.december.strip()),
    )
    return [Cell(*each, _percentage(each[2])) for each in every]


def rewritten(project: ProjectFacts, wanted: Convention) -> Fix | None:
    """Return the mend that writes a plan in the other convention, None where it has none."""
    new = written(project.project.plan, wanted)
    if new is None:
        return None
    texts = (new.march, new.june, new.october, new.december)
    return _filled(project, cells_of(project), texts, "改为")


@project_rule(
    "P01",
    Group.COMPLETE,
    Text(
        "支出计划不是0到100之间的数",
        "支出计划填占预算数的百分比，只能在0到100之间，不填金额，也不填文字。",
        "6月底 120%",
        "6月底 60%",
        FORM,
    ),
)
def cells_are_percentages(project: ProjectFacts) -> Iterator[Hit]:
    """A cell that is no percentage, or more than all."""
    for cell in cells_of(project):
        if cell.is_fit:
            continue
        what = "不是百分数" if cell.number is None else "不在0%到100%之间"
        shown = cell.text if cell.number is None else f"{cell.number.normalize():f}%"
        yield Hit(cell.field, f"{cell.label}支出计划“{shown}”{what}，请填占预算数的百分比。")


@project_rule(
    "P02",
    Group.FEASIBLE,
    Text(
        "支出计划达不到100%",
        "按累计数填写时12月底应是100%，按分段数填写时四期合计应是100%；两种都不是，预算就没有安排完。",
        "20%、40%、60%、80%",
        "20%、40%、70%、100%",
        FORM,
    ),
)
def plan_spends_everything(project: ProjectFacts) -> Iterator[Hit]:
    """A plan that is empty, or reaches 100 neither at the end nor added up."""
    cells = cells_of(project)
    if not _doubtful(project, cells) or _falls(cells):
        return
    last = cells[-1]
    added = sum((cell.number or Decimal(0) for cell in cells), Decimal(0))
    if not any(cell.text for cell in cells):
        sentence = f"资金支出计划未填写，{last.label}应填100%。"
    elif not last.text:
        sentence = f"{last.label}支出计划未填写，应填100%。"
    else:
        sentence = (
            f"支出计划{last.label}是{_shown(last.number)}%，四期合计{_shown(added)}%；"
            "累计数应到100%，分段数应合计100%，请核对。"
        )
    yield Hit(last.field, sentence)


@project_rule(
    "P03",
    Group.FEASIBLE,
    Text(
        "累计支出计划前多后少",
        "累计数是到月底为止一共支出多少，只会增加或不变，不会减少。",
        "50%、25%、75%、100%",
        "25%、50%、75%、100%",
        FORM,
    ),
)
def plan_never_falls(project: ProjectFacts) -> Iterator[Hit]:
    """A plan that reaches 100 as a cumulative one does, but falls on the way."""
    cells = cells_of(project)
    if _doubtful(project, cells) and (pair := _falls(cells)):
        before, after = pair
        yield Hit(
            after.field,
            f"{after.label}{_shown(after.number)}%少于{before.label}{_shown(before.number)}%，"
            "累计支出不会减少，请核对。",
        )


@project_rule(
    "P04",
    Group.FEASIBLE,
    Text(
        "支出计划应填累计数",
        "表上的栏目是“3月底”“6月底”，意思是到那时一共支出多少，最后一格是100%。"
        "每期各填各的，别人会看成到年底只支出了25%。",
        "25%、25%、25%、25%",
        "25%、50%、75%、100%",
        FORM,
    ),
)
def plan_is_cumulative(project: ProjectFacts) -> Iterator[Hit]:
    """A plan in shares where the form asks for what is reached by the end of each month."""
    if not project.book.limit("P04.cumulative") or not project.has("plan.december"):
        return
    if convention(project.project.plan) is Convention.SHARES:
        first = next(cell for cell in cells_of(project) if cell.text)
        yield Hit(
            first.field,
            "支出计划四期合计才是100%，应填到各月底为止的累计数。",
            rewritten(project, Convention.CUMULATIVE),
        )


@project_rule(
    "P06",
    Group.COMPLETE,
    Text(
        "支出计划有空白格",
        "空白按0或按上期计算，但看不出是没有支出还是漏填。只在年底一次支出的、上年结转的项目可以空着。",
        "20%、空白、80%、100%",
        "20%、20%、80%、100%",
        PRACTICE,
    ),
)
def no_cell_is_blank(project: ProjectFacts) -> Iterator[Hit]:
    """A blank cell beside filled ones, but for money spent at once or carried over."""
    cells = cells_of(project)
    blanks = [cell for cell in cells if not cell.text]
    if not blanks or len(cells) - len(blanks) <= 1 or _carried_over(project):
        return
    found = convention(project.project.plan)
    if found is None:
        return
    reached, meant = "0", []
    for cell in cells:
        if cell.text and found is not Convention.SHARES:
            reached = _shown(cell.number)
        meant.append(cell.text or reached)
    labels = "、".join(cell.label for cell in blanks)
    counted = dict.fromkeys(
        f"{text}%" for cell, text in zip(cells, meant, strict=True) if not cell.text
    )
    what = "没有支出的，请填0" if [*counted] == ["0%"] else "没有新支出的，请照填"
    sentence = f"{labels}支出计划未填写，现按{'、'.join(counted)}计；确实{what}。"
    yield Hit(blanks[0].field, sentence, _filled(project, cells, meant, "填为"))


def _doubtful(project: ProjectFacts, cells: list[Cell]) -> bool:
    """Whether a form has a plan, each cell of which is fit, but which fits no convention."""
    return (
        bool(cells)
        and all(cell.is_fit for cell in cells)
        and convention(project.project.plan) is None
    )


def _falls(cells: list[Cell]) -> tuple[Cell, Cell] | None:
    """Return the cells between which a plan that reaches 100 falls, or None."""
    filled = [cell for cell in cells if cell.number is not None]
    if not any(cell.number == _ALL for cell in filled):
        return None
    falling = (
        (before, after)
        for before, after in pairwise(filled)
        if (after.number or 0) < (before.number or 0)
    )
    return next(falling, None)


def _filled(project: ProjectFacts, cells: list[Cell], texts: Sequence[str], verb: str) -> Fix:
    label = f"{verb}{'、'.join(f'{text}%' if text else '空白' for text in texts)}"
    own = project.project.id
    changes = (SetField(own, cell.field, text) for cell, text in zip(cells, texts, strict=True))
    return Fix(label, Together(label, tuple(changes)))


def _carried_over(project: ProjectFacts) -> bool:
    code = plain_code(project.code)
    return is_laid_out(code) and (code_year(code) or 0) < project.setting.year


def _shown(number: Decimal | None) -> str:
    return f"{(number or Decimal(0)).normalize():f}"
