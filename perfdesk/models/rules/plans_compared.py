"""Rules of 资金支出计划 that only show beside the plans of the other projects."""

from collections.abc import Iterator

from perfdesk.models.plan import Convention, convention
from perfdesk.models.review.facts import DocumentFacts
from perfdesk.models.review.finding import Group
from perfdesk.models.review.rule import Hit, Text, document_rule
from perfdesk.models.review.sources import PRACTICE
from perfdesk.models.rules.plan import cells_of, rewritten

_SAID = {
    Convention.CUMULATIVE: "累计数（到12月底100%）",
    Convention.SHARES: "分段数（四期合计100%）",
}


@document_rule(
    "P05",
    Group.FEASIBLE,
    Text(
        "同一份文本中支出计划有两种填法",
        "有的项目填累计数，有的填每期的份额，汇总时无法相加，审核时也会看错进度。",
        "一个项目25%、50%、75%、100%，另一个25%、25%、25%、25%",
        "都填25%、50%、75%、100%",
        PRACTICE,
    ),
)
def plans_in_one_convention(document: DocumentFacts) -> Iterator[Hit]:
    """The plans in the rarer convention, where P04 does not say already which one is meant."""
    if document.book.limit("P04.cumulative") and document.book.severity("P04"):
        return
    found = [(project, convention(project.project.plan)) for project in document.projects]
    kinds = [kind for _, kind in found]
    cumulative = kinds.count(Convention.CUMULATIVE)
    separate = kinds.count(Convention.SHARES)
    if not cumulative or not separate:
        return
    common, rare = Convention.CUMULATIVE, Convention.SHARES
    if separate > cumulative:
        common, rare = rare, common
    for project, kind in found:
        if kind is rare and (cells := cells_of(project)):
            first = next(cell for cell in cells if cell.text)
            sentence = f"本项目支出计划填的是{_SAID[rare]}，其他项目多填{_SAID[common]}，请统一。"
            yield Hit(first.field, sentence, rewritten(project, common), project=project)


@document_rule(
    "P08",
    Group.FEASIBLE,
    Text(
        "所有项目的支出计划都是同一组默认值",
        "支出进度应按各项目的实际安排填写。全部相同，多半是没有改过的默认值，年中监控时进度会对不上。",
        "所有项目都是25%、50%、75%、100%",
        "按合同付款时间、发放时间等分别填写",
        PRACTICE,
    ),
)
def plans_are_thought_about(document: DocumentFacts) -> Iterator[Hit]:
    """The default plan in every project; said once, at the first of them."""
    default = str(document.book.limits["P08.default"]).split("/")
    every = [(project, cells_of(project)) for project in document.projects]
    plans = [(project, cells) for project, cells in every if any(cell.text for cell in cells)]
    if len(plans) < document.book.limit("P08.projects"):
        return
    if all([cell.text.removesuffix("%") for cell in cells] == default for _, cells in plans):
        project, cells = plans[0]
        yield Hit(
            cells[0].field,
            f"全部{len(plans)}个项目的支出计划都是{'/'.join(default)}，像是未改的默认值，"
            "请按各项目实际进度填写。",
            project=project,
        )
