"""Rules of 预算数: its cells by themselves, and beside the other projects of the document."""

from collections.abc import Iterator
from decimal import Decimal
from statistics import median

from perfdesk.models.amount import amount
from perfdesk.models.review.facts import DocumentFacts, ProjectFacts
from perfdesk.models.review.finding import Group
from perfdesk.models.review.rule import Hit, Text, document_rule, project_rule
from perfdesk.models.review.sources import FORM, MONEY, PRACTICE

_CELLS = {"budget.total": "预算数", "budget.fiscal": "财政资金", "budget.other": "其他资金"}
_WAN = 10_000


@project_rule(
    "B01",
    Group.COMPLETE,
    Text(
        "预算数不等于财政资金与其他资金之和",
        "预算数由财政资金和其他资金两部分组成，三个数必须对得上，否则目标表与预算不一致。",
        "预算数60.00，财政资金50.00，其他资金空白",
        "预算数60.00，财政资金50.00，其他资金10.00",
        MONEY,
    ),
)
def parts_add_up(project: ProjectFacts) -> Iterator[Hit]:
    """A total that is not the sum of its parts; an empty part counts as nothing."""
    budget, total = project.project.budget, project.total
    if total is None or not (project.has("budget.fiscal") and project.has("budget.other")):
        return
    parts = (project.fiscal, budget.fiscal), (project.other, budget.other)
    if any(number is None and text.strip() for number, text in parts):
        return
    fiscal, other = (number or Decimal(0) for number, _ in parts)
    if fiscal + other == total:
        return
    if not fiscal + other:
        sentence = f"财政资金和其他资金都没有填写，合计应为预算数{_plain(total)}万元。"
        yield Hit("budget.fiscal", sentence)
        return
    yield Hit(
        "budget.total",
        f"预算数是{_plain(total)}万元，财政资金{_plain(fiscal)}万元加其他资金{_plain(other)}万元"
        f"是{_plain(fiscal + other)}万元，请核对。",
    )


@project_rule(
    "B02",
    Group.COMPLETE,
    Text(
        "金额没有填写、不是数字、不大于0或多于两位小数",
        "预算数以万元为单位，保留两位小数，只填数字。系统不接受文字、负数和更多的小数位。",
        "约60万、60.005、-5",
        "60.00",
        FORM,
    ),
)
def amounts_are_amounts(project: ProjectFacts) -> Iterator[Hit]:
    """An amount that is missing, cannot be read, is too small or too precise."""
    budget = project.project.budget
    texts = (budget.total, budget.fiscal, budget.other)
    for (field, label), text in zip(_CELLS.items(), texts, strict=True):
        if project.has(field) and (sentence := _flaw(project, field, label, text.strip())):
            yield Hit(field, sentence)


@document_rule(
    "B03",
    Group.FEASIBLE,
    Text(
        "金额像是按元填写的",
        "表中金额以万元为单位。误按元填写会使预算数扩大一万倍。",
        "预算数480000（其余项目都是几十万元）",
        "预算数48.00",
        PRACTICE,
    ),
)
def amounts_in_wan(document: DocumentFacts) -> Iterator[Hit]:
    """A total that is huge, or far above what the document's projects usually have."""
    book = document.book
    known = [(project, total) for project in document.projects if (total := project.total)]
    usual = median([total for _, total in known]) if known else Decimal(0)
    many = len(known) >= book.limit("B03.projects")
    high = Decimal(book.limit("B03.amount"))
    if many and usual > 0:
        high = min(high, usual * book.limit("B03.times"))
    for project, total in known:
        if total >= high:
            yield Hit(
                "budget.total",
                f"预算数{_plain(total)}万元即{_plain(total / _WAN)}亿元，像是按元填写的；"
                f"如是{_plain(total)}元，应填{_plain(total / _WAN)}。",
                project=project,
            )


def _flaw(project: ProjectFacts, field: str, label: str, text: str) -> str:
    """Return the sentence on what is wrong with an amount, or an empty one."""
    is_total = field == "budget.total"
    if not text:
        wanted = is_total and project.setting.form.wants(field)
        return f"{label}未填写，请按预算填写金额（万元）。" if wanted else ""
    value = amount(text)
    if value is None:
        return f"{label}“{text}”不是金额，请只填数字，单位是万元。"
    if value < 0 or (is_total and not value):
        return f"{label}是{_plain(value)}万元，应{'大于0' if is_total else '不小于0'}，请核对。"
    if len(f"{value:f}".partition(".")[2].rstrip("0")) > 2:
        return f"{label}“{text}”多于两位小数，请按预算保留两位。"
    return ""


def _plain(value: Decimal) -> str:
    """Return an amount as short as it can be said."""
    return f"{value.normalize():f}"
