"""The projects an overview lists: each with its document, its texts, and what they sort by."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from perfdesk.models.amount import amount, listed, printed
from perfdesk.models.figures import Figures
from perfdesk.models.outline import DocumentOutline, ProjectOutline, label
from perfdesk.models.project import Unit
from perfdesk.models.review.counts import NOTHING, Counts


class Column(IntEnum):
    """The columns of the table, from left to right."""

    NUMBER = 0
    UNIT = 1
    CODE = 2
    NAME = 3
    TOTAL = 4
    INDICATORS = 5
    PROGRESS = 6
    REVIEW = 7
    CARRIED = 8


HEADINGS = ("序号", "单位", "项目编码", "项目名称", "预算数", "指标数", "完成度", "审核", "待核对")
_MOST = 100_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One listed project; `number` is its place in the unsorted list, from 1.

    `name` is what it is called, `counts` are the findings in it.
    """

    number: int
    document_id: str
    project: ProjectOutline
    name: str
    counts: Counts = NOTHING

    @property
    def ready(self) -> bool:
        """Whether nothing is left to be done: all filled in, looked at, and without an error."""
        project = self.project
        return project.completeness.done and not (project.unconfirmed or self.counts.errors)

    def text(self, column: Column) -> str:
        """Return what a column shows."""
        return self.texts()[column]

    def texts(self, money: Callable[[str], str] | None = None) -> tuple[str, ...]:
        """Return what all columns show, amounts written by `money`."""
        project = self.project
        return (
            str(self.number),
            project.unit.printed,
            project.code,
            self.name,
            (money or amount_text)(project.budget.total),
            str(project.indicators),
            progress_text(self),
            self.counts.words,
            str(project.unconfirmed or ""),
        )

    def sort_key(self, column: Column) -> tuple[bool, Decimal | float | str]:
        """Return what rows are ordered by in a column; what is missing comes last."""
        project = self.project
        match column:
            case Column.NUMBER | Column.INDICATORS:
                return False, self.number if column is Column.NUMBER else project.indicators
            case Column.TOTAL:
                value = amount(project.budget.total)
                return value is None, value or Decimal(0)
            case Column.PROGRESS:
                return False, progress(project)
            case Column.CARRIED:
                return not project.unconfirmed, project.unconfirmed
            case Column.REVIEW:
                errors, warnings, hints, _ = self.counts
                return not any(self.counts), (errors * _MOST + warnings) * _MOST + hints
            case _:
                text = self.text(column)
                return not text, text


def entries(
    outlines: Iterable[DocumentOutline],
    unit: Unit | None = None,
    count: Callable[[str, str], Counts] = lambda *_: NOTHING,
) -> tuple[Entry, ...]:
    """List the projects of these documents in order, of one unit where it is given.

    `count` is asked with the ids of document and project how many findings there are.
    """
    found = (
        (outline.id, project, label(project, number))
        for outline in outlines
        for number, project in enumerate(outline.projects, 1)
        if unit is None or project.unit == unit
    )
    return tuple(
        Entry(number, each, project, name, count(each, project.id))
        for number, (each, project, name) in enumerate(found, 1)
    )


def useful_columns(shown: Collection[Entry]) -> frozenset[Column]:
    """Return the columns that tell something: not an empty one, and no unit that all share.

    Nor one of what is to be looked at, where nothing came from last year.
    """
    useless = set()
    if len({entry.project.unit for entry in shown}) < 2:
        useless.add(Column.UNIT)
    if not any(entry.project.code for entry in shown):
        useless.add(Column.CODE)
    if not any(entry.project.budget.total for entry in shown):
        useless.add(Column.TOTAL)
    if not any(entry.project.unconfirmed for entry in shown):
        useless.add(Column.CARRIED)
    return frozenset(Column) - useless


def amount_text(text: str) -> str:
    """Return an amount as overviews write it; what is no amount as it was typed."""
    value = amount(text)
    return text if value is None else listed(value)


def exactly(text: str) -> str:
    """Return an amount with all its decimals; what is no amount as it was typed."""
    value = amount(text)
    return text if value is None else printed(value)


def progress(project: ProjectOutline) -> float:
    """Return how much of a project is filled in, from 0 to 1."""
    filled, needed = project.completeness.filled, project.completeness.needed
    return min(1.0, filled / needed) if needed else 1.0


def progress_text(entry: Entry) -> str:
    """Return ✓ for a project that is ready, else the per cent that is filled in."""
    return "✓" if entry.ready else f"{int(100 * progress(entry.project))}%"


def sum_texts(
    sums: Figures,
    counts: Counts,
    unconfirmed: int = 0,
    money: Callable[[Decimal], str] = listed,
) -> tuple[str, ...]:
    """Return what the line below the table says, in its columns, amounts written by `money`."""
    total = "" if sums.total is None else money(sums.total)
    done = f"{sums.complete} / {sums.projects}"
    name = f"合计（{sums.projects} 个项目）"
    return (
        "",
        "",
        "",
        name,
        total,
        str(sums.indicators),
        done,
        counts.words,
        str(unconfirmed or ""),
    )
