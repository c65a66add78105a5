"""Rules of part one, 部门整体绩效目标: its chapters, sub-goals and safeguards."""

from collections.abc import Iterator, Sequence

from perfdesk.models.change import SetField
from perfdesk.models.numbering import numbered, split_number
from perfdesk.models.review.facts import DocumentFacts
from perfdesk.models.review.finding import Fix, Group
from perfdesk.models.review.rule import Hit, Text, document_rule
from perfdesk.models.review.sources import METHOD, PRACTICE
from perfdesk.models.statement import Safeguard, Statement, SubGoal


@document_rule(
    "S03",
    Group.COMPLETE,
    Text(
        "分项绩效目标不完整",
        "每一项都要写明目标和衡量它的绩效指标。",
        "（一）政务管理，只有绩效目标，没有绩效指标",
        "（一）政务管理，绩效目标和绩效指标都写明",
        METHOD,
    ),
)
def incomplete_subgoal(document: DocumentFacts) -> Iterator[Hit]:
    """A sub-goal without its goal, or without its indicators."""
    for number, subgoal in enumerate(document.document.statement.subgoals, 1):
        goal, indicators = subgoal.goal.strip(), subgoal.indicators.strip()
        called = f"“{title}”" if (title := subgoal.title.strip()) else f"第{number}项分项目标"
        if not goal and not indicators:
            yield Hit("goal", f"{called}没有绩效目标和绩效指标，请补充。", row_id=subgoal.id)
        elif not goal:
            yield Hit("goal", f"{called}没有绩效目标，请补充。", row_id=subgoal.id)
        elif not indicators:
            yield Hit("indicators", f"{called}没有绩效指标，请补充。", row_id=subgoal.id)


@document_rule(
    "S05",
    Group.FITTING,
    Text(
        "标题或编号有误",
        "标题的编号由程序统一打印，不用自己写；标题不能缺少，也不能重复。",
        "标题写成“（一）政务管理”，打印出来是“（一）（一）政务管理”",
        "标题写“政务管理”",
        PRACTICE,
    ),
)
def wrong_heading(document: DocumentFacts) -> Iterator[Hit]:
    """A heading that is missing, empty, there twice or with a number; lines numbered wrongly."""
    statement = document.document.statement
    yield from _missing_chapters(document, statement)
    yield from _wrong_titles(statement.subgoals, "分项绩效目标")
    yield from _wrong_titles(statement.safeguards, "工作保障措施")
    texts = [("", "statement.overall", statement.overall)]
    for subgoal in statement.subgoals:
        texts += [(subgoal.id, field, getattr(subgoal, field)) for field in ("goal", "indicators")]
    texts += [(each.id, "text", each.text) for each in statement.safeguards]
    for row_id, field, text in texts:
        if wrong := _wrong_number(text):
            yield Hit(field, f"{wrong}，请核对编号。", row_id=row_id)


def _missing_chapters(document: DocumentFacts, statement: Statement) -> Iterator[Hit]:
    wording = document.setting.form.wording
    chapters = (
        ("statement.overall", wording.overall, bool(statement.overall.strip())),
        ("statement.subgoals", wording.subgoals, bool(statement.subgoals)),
        ("statement.safeguards", wording.safeguards, bool(statement.safeguards)),
    )
    # A unit that only hands in its projects leaves all of part one to its department.
    if any(there for _, _, there in chapters):
        for field, heading, there in chapters:
            if not there:
                yield Hit(field, f"第一部分缺少“{heading}”，请补充。")


def _wrong_titles(rows: Sequence[SubGoal | Safeguard], called: str) -> Iterator[Hit]:
    first: dict[str, int] = {}
    for number, row in enumerate(rows, 1):
        title = row.title.strip()
        plain = _without_numbers(title)
        if not title:
            yield Hit("title", f"第{number}项{called}没有标题，请补充。", row_id=row.id)
        elif plain in first:
            said = f"标题“{plain}”与第{first[plain]}项相同，请核对是否重复。"
            yield Hit("title", said, row_id=row.id)
        elif plain != title:
            said = f"标题中不用写编号，编号打印时自动加上，请写“{plain}”。"
            fix = Fix("去掉编号", SetField(row.id, "title", plain))
            yield Hit("title", said, fix, row_id=row.id)
        first.setdefault(plain, number)


def _without_numbers(title: str) -> str:
    """Return a title without the numbers before it; one that is nothing else stays."""
    while (parted := split_number(title)) and (text := parted.text.strip()):
        title = text
    return title


def _wrong_number(text: str) -> str:
    """Return what is wrong with the numbers that lines begin with, empty where nothing is."""
    last: dict[str, int] = {}
    for line in text.split("\n"):
        parted = split_number(line)
        if parted is None:
            continue
        before = last.get(parted.style, 0)
        last[parted.style] = parted.number
        # A list within a list begins with 1 again.
        if parted.number not in (1, before + 1):
            shown = numbered(parted.style, parted.number)
            if not before:
                return f"编号从“{shown}”开始"
            return f"编号“{numbered(parted.style, before)}”后面是“{shown}”"
    return ""
