"""Rules on the values of a project taken together: too few numbers, or always the same."""

from collections.abc import Iterator
from decimal import Decimal

from perfdesk.models.review.facts import ProjectFacts, RowFacts
from perfdesk.models.review.finding import Group
from perfdesk.models.review.rule import Hit, Text, project_rule
from perfdesk.models.review.shape import Shape
from perfdesk.models.review.sources import METHOD, PRACTICE
from perfdesk.models.review.wording import complaint_of

_TOLD_IN_ITS_PARTS = frozenset(
    (
        Shape.EMPTY,
        Shape.MARKED,
        Shape.NO_NUMBER,
        Shape.NO_UNIT,
        Shape.DIGITS_IN_UNIT,
        Shape.SENTENCE_IN_UNIT,
    )
)
_ALL_IS_USUAL = frozenset(("quantity", "quality", "time"))


@project_rule(
    "V28",
    Group.RELEVANT,
    Text(
        "几个指标写了同一句话",
        "同一句话放在哪个指标都行，就说明它没有针对性。按每个指标写各自的程度。",
        "三个指标都写“进一步提高”",
        "有效提升；≥5%；长期",
        PRACTICE,
    ),
)
def same_words(project: ProjectFacts) -> Iterator[Hit]:
    """The same words as the value of several rows, unless each of them is told of them anyway."""
    told: dict[str, list[RowFacts]] = {}
    for row in project.live:
        if row.shape is Shape.WORDS:
            told.setdefault(row.text, []).append(row)
    for text, rows in told.items():
        if len(rows) < project.book.limit("V28.rows"):
            continue
        if untold := [row for row in rows if complaint_of(row) is None]:
            said = f"有{len(rows)}个指标都写“{text}”，请按各个指标分别写明。"
            yield Hit("value", said, row=untold[0])


@project_rule(
    "V29",
    Group.RELEVANT,
    Text(
        "不同的指标用了同一个数",
        "性质不同的指标很少会有一样的目标，请按各自的情况测算。质量、时效的100%不在此列。",
        "到位率、知晓率、满意度等五个指标都写“≥90%”",
        "到位率100%，知晓率≥85%，满意度≥90%",
        PRACTICE,
    ),
)
def same_number(project: ProjectFacts) -> Iterator[Hit]:
    """The same number of the same unit for several unlike rows."""
    least = project.book.limit("V29.rows")
    if len(project.live) < least:
        return
    told: dict[tuple[Decimal, str], dict[str, RowFacts]] = {}
    for row in project.live:
        if row.number and row.shape is Shape.MEASURED and not _all_of_it(row):
            told.setdefault((row.number, row.unit), {}).setdefault(row.name, row)
    for named in told.values():
        rows = [*named.values()]
        if len(rows) >= least and len({row.dimension for row in rows}) > 1:
            said = f"有{len(rows)}个不同的指标都是“{rows[0].text}”，请按各自情况测算。"
            yield Hit("value", said, row=rows[0])


@project_rule(
    "V32",
    Group.RELEVANT,
    Text(
        "量化的指标不到一半",
        "指标以数值和日期为主，才能考核；文字目标只用于确实无法计数的效益。",
        "8个指标中只有3个有数值",
        "8个指标中有6个有数值或日期",
        METHOD,
    ),
)
def few_numbers(project: ProjectFacts) -> Iterator[Hit]:
    """Less than half of the rows with a number or a date."""
    rows = [row for row in project.live if row.shape not in _TOLD_IN_ITS_PARTS]
    measured = sum(row.measured for row in rows)
    book = project.book
    if len(rows) < book.limit("V32.rows") or measured * 100 >= len(rows) * book.limit("V32.part"):
        return
    told = f"只有{measured}个" if measured else "没有一个"
    said = f"{len(rows)}个指标中{told}写了数值或日期，请把能计数的改为数值。"
    yield Hit("indicators", said)


def _all_of_it(row: RowFacts) -> bool:
    return row.number == 100 and row.percent and row.dimension in _ALL_IS_USUAL
