"""Rules on the sign: it must point to where the indicator is to go.

At most one of V09, V10 and V11 judges a row: V11 what falls (下降率), V10 what should be little,
V09 everything of which more is better. V12 compares rows with the same name.
"""

from collections.abc import Iterator

from perfdesk.models.review.direction import head_of, speaks_of_a_fall, wanted
from perfdesk.models.review.facts import DocumentFacts, RowFacts
from perfdesk.models.review.finding import Group
from perfdesk.models.review.heads import LESS, MORE
from perfdesk.models.review.rule import Hit, Text, document_rule, row_rule
from perfdesk.models.review.shape import Shape
from perfdesk.models.review.sources import PRACTICE

_AT_MOST = ("≤", "＜")
_AT_LEAST = ("≥", "＞")
_COSTS = frozenset(("cost", "total_cost", "unit_cost"))


@row_rule(
    "V09",
    Group.FITTING,
    Text(
        "越多越好的指标写成了“≤”",
        "“≤”是上限，做得越少越算完成。数量、比率、受益、使用年限等越多越好的指标用“≥”或“＝”。",
        "支持企业数量 ≤7家",
        "支持企业数量 ≥7家",
        PRACTICE,
    ),
)
def limit_on_the_good(row: RowFacts) -> Hit | None:
    """An upper limit to something of which more is better."""
    if row.sign not in _AT_MOST or not _in_its_unit(row):
        return None
    if speaks_of_a_fall(row) or wanted(row) != MORE:
        return None
    if row.dimension == "quantity":
        said = f"数量指标写“{row.text}”就成了上限，做得越少越算完成，请改为“≥”或直接写数值。"
    else:
        said = f"{row.called}越{_measure(row)}越好，“{row.text}”成了上限，请改为“≥”。"
    return Hit("value.sign", said)


@row_rule(
    "V10",
    Group.FITTING,
    Text(
        "越少越好的指标写成了“≥”",
        "“≥”没有上限，成本、事故、投诉、办理时限等越少越好的指标用“≤”。",
        "单台采购成本 ≥1.6万元",
        "单台采购成本 ≤1.6万元",
        PRACTICE,
    ),
)
def no_limit_on_the_bad(row: RowFacts) -> Hit | None:
    """No upper limit to something of which less is better; with 成本 it is worst."""
    if row.sign not in _AT_LEAST or not _in_its_unit(row) or wanted(row) != LESS:
        return None
    if row.dimension != "cost":
        said = f"{row.called}越{_smallness(row)}越好，“{row.text}”没有上限，请改为“≤”。"
        return Hit("value.sign", said)
    said = f"成本越低越好，{row.called}写“{row.text}”没有上限，请改为“≤”。"
    return Hit("value.sign", said, severity=row.book.case("V10.cost") if _is_a_cost(row) else None)


@row_rule(
    "V11",
    Group.FITTING,
    Text(
        "下降率、降低率写成了“≤”",
        "下降率说的是降了多少，越高越好。写“≤10%”等于最多只降10%，应写“≥10%”。",
        "安全事故下降率 ≤10%",
        "安全事故下降率 ≥10%",
        PRACTICE,
    ),
)
def limit_on_a_fall(row: RowFacts) -> Hit | None:
    """An upper limit to how far something bad shall fall."""
    if row.sign not in _AT_MOST or not _in_its_unit(row):
        return None
    if not speaks_of_a_fall(row) or wanted(row) == LESS:
        return None
    said = f"{row.called}越高越好，“{row.text}”等于最多只降这么多，请改为“≥”。"
    return Hit("value.sign", said)


@document_rule(
    "V12",
    Group.FITTING,
    Text(
        "同一指标的方向前后不一致",
        "同名的指标有的写“≥”，有的写“≤”，必有一处写反了。",
        "甲项目“项目持续发挥作用期限 ≥1年”，乙项目“≤1年”",
        "两处都写“≥1年”",
        PRACTICE,
    ),
)
def opposite_signs(document: DocumentFacts) -> Iterator[Hit]:
    """Rows with the same name and opposite signs; one hit for each name, at a wrong one."""
    named: dict[tuple[str, bool], list[RowFacts]] = {}
    for project in document.projects:
        for row in project.live:
            if row.sign != "＝" and row.shape is Shape.MEASURED and "general" not in row.kinds:
                named.setdefault((row.name, row.percent), []).append(row)
    for rows in named.values():
        up = [row for row in rows if row.sign in _AT_LEAST]
        if not up or len(up) == len(rows):
            continue
        down = [row for row in rows if row.sign in _AT_MOST]
        wrong, right = _wrong_first(up, down)
        row, other = wrong[0], right[0]
        said = (
            f"{row.called}这里写“{row.text}”，另有{len(right)}处方向相反，如“{other.text}”，"
            "请核对哪个写反了。"
        )
        yield Hit("value.sign", said, row=row)


def _is_a_cost(row: RowFacts) -> bool:
    """Tell whether a name under 成本 is one of a cost, and not of what is paid out or raised."""
    head = head_of(row)
    if head.kind in ("done", "finished"):
        return False
    return head.kind in ("unwelcome", "") or not row.kinds.isdisjoint(_COSTS)


def _in_its_unit(row: RowFacts) -> bool:
    """Tell whether a value has its parts, and a rate is one: another unit is told by V17."""
    if row.shape is not Shape.MEASURED:
        return False
    return "rate" not in row.kinds or row.percent or "ratio" in row.unit_kinds


def _measure(row: RowFacts) -> str:
    if "time" in row.unit_kinds and "days" not in row.kinds:
        return "长"
    return "高" if row.percent else "多"


def _smallness(row: RowFacts) -> str:
    if "time" in row.unit_kinds:
        return "短"
    return "低" if row.percent else "少"


def _wrong_first(up: list[RowFacts], down: list[RowFacts]) -> tuple[list[RowFacts], list[RowFacts]]:
    """Return rows with the wrong sign and those with the right one.

    Where the names do not tell, the fewer are wrong.
    """
    direction = wanted(up[0])
    if direction == MORE or (direction != LESS and len(down) <= len(up)):
        return down, up
    return up, down
