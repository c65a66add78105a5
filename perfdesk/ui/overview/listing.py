"""The projects an overview lists: each with its document, its texts, and what they sort by."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from perfdesk.models.amount import amount, printed
from perfdesk.models.figures import Figures
from perfdesk.models.outline import DocumentOutline, ProjectOutline
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
UNNAMED = "（未命名项目）"
_MOST = 100_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One listed project; `number` is its place in the unsorted list, from 1.

    `counts` are the findings in it.
    """

    number: int
    document_id: str
    project: ProjectOutline
    counts: Counts = NOTHING

    def text(self, column: Column) -> str:
        """Return what a column shows."""
        return self.texts()[column]

    def texts(self) -> tuple[str, ...]:
        """Return what all columns show."""
        project = self.project
        return (
            str(self.number),
            project.unit.printed,
            project.code,
            project.name or UNNAMED,
            amount_text(project.budget.total),
            str(project.indicators),
            progress_text(project),
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
    listed = (
        (outline.id, project)
        for outline in outlines
        for project in outline.projects
        if unit is None or project.unit == unit
    )
    return tuple(
        Entry(number, each, project, count(each, project.id))
        for number, (each, project) in enumerate(listed, 1)
    )


def useful_columns(listed: Collection[Entry]) -> frozenset[Column]:
    """Return the columns that tell something: not an empty one, and no unit that all share.

    Nor one of what is to be looked at, where nothing came from last year.
    """
    useless = set()
    if len({entry.project.unit for entry in listed}) < 2:
        useless.add(Column.UNIT)
    if not any(entry.project.code for entry in listed):
        useless.add(Column.CODE)
    if not any(entry.project.budget.total for entry in listed):
        useless.add(Column.TOTAL)
    if not any(entry.project.unconfirmed for entry in listed):
        useless.add(Column.CARRIED)
    return frozenset(Column) - useless


def amount_text(text: str) -> str:
    """Return an amount with two decimals; what is no amount as it was typed."""
    value = amount(text)
    return text if value is None else printed(value)


def progress(project: ProjectOutline) -> float:
    """Return how much of a project is filled in, from 0 to 1."""
    filled, needed = project.completeness.filled, project.completeness.needed
    return min(1.0, filled / needed) if needed else 1.0


def progress_text(project: ProjectOutline) -> str:
    """Return ✓ for a complete project, else the per cent that is filled in, never 100."""
    done = project.completeness.done
    return "✓" if done else f"{int(100 * progress(project))}%"


def sum_texts(sums: Figures, counts: Counts, unconfirmed: int = 0) -> tuple[str, ...]:
    """Return what the line below the table says, in its columns."""
    total = "" if sums.total is None else printed(sums.total)
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
