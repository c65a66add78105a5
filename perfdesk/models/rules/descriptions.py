"""Rules of 绩效指标描述: it says what the name leaves open."""

import re
from collections.abc import Iterator

from perfdesk.models.review.facts import ProjectFacts, RowFacts
from perfdesk.models.review.finding import Group
from perfdesk.models.review.rule import Hit, Text, project_rule, row_rule
from perfdesk.models.review.sources import FORM, PRACTICE

_NO_WORDS = re.compile(r"[\s，。、；：,.;:“”\"（）()]+")


def begun(row: RowFacts) -> bool:
    """Whether anything stands in a row but its levels."""
    return bool(row.name or row.text or row.description or row.basis)


def has_column(project: ProjectFacts, field: str) -> bool:
    """Whether the grid of the year's form has a column for a field."""
    return any(column.field == field for column in project.setting.form.grid)


@row_rule(
    "D01",
    Group.COMPLETE,
    Text(
        "绩效指标描述为空",
        "描述说明指标考核什么、怎么计算。没有描述，年底自评时口径不清。",
        "培训合格率，描述空着",
        "培训合格率，描述为“考核合格人数占参训人数的比例”",
        FORM,
    ),
)
def no_description(row: RowFacts) -> Hit | None:
    """A row without a description, where the form wants one."""
    if row.description or not begun(row):
        return None
    project = row.project
    if not (project.setting.form.wants("description") and has_column(project, "description")):
        return None
    of = f"“{row.name}”的" if row.name else ""
    return Hit("description", f"{of}描述是空的，请写明考核什么、怎么计算。")


@project_rule(
    "D02",
    Group.RELEVANT,
    Text(
        "描述与名称相同",
        "描述照抄名称等于没有描述，应说明考核的对象、范围或计算方法。",
        "资金到位率，描述也是“资金到位率”",
        "资金到位率，描述为“实际到位资金占计划到位资金的比例”",
        PRACTICE,
    ),
)
def description_is_name(project: ProjectFacts) -> Iterator[Hit]:
    """A description that says no more than the name does; worse where most of them do."""
    repeated = [row for row in project.live if row.description and _says_no_more(row)]
    if not repeated:
        return
    most = 100 * len(repeated) > project.book.limit("D02.percent") * len(project.live)
    severity = project.book.case("D02.most") if most else None
    for row in repeated:
        said = f"描述与名称“{row.name}”相同，请写明考核什么、怎么计算。"
        if row.description != row.name:
            said = f"描述没有比名称“{row.name}”多说什么，请写明考核什么、怎么计算。"
        yield Hit("description", said, row=row, severity=severity)


def _says_no_more(row: RowFacts) -> bool:
    name, description = row.name, row.description
    if name == description:
        return True
    # Most descriptions are longer by more than blanks and punctuation.
    if not name or len(description) > len(name) + 3 or "level_name" in row.kinds:
        return False
    return _NO_WORDS.sub("", description) in _NO_WORDS.sub("", name)


@row_rule(
    "D03",
    Group.RELEVANT,
    Text(
        "比率没有说明谁占谁的比例",
        "比率要有分子和分母，否则年底算不出来。描述中写明“……占……的比例”或计算公式。",
        "培训合格率，描述为“参训人员合格情况”",
        "培训合格率，描述为“考核合格人数占参训人数的比例”",
        PRACTICE,
    ),
)
def rate_of_what(row: RowFacts) -> Hit | None:
    """A rate whose description names no whole that it is a share of."""
    if "share" not in row.kinds or not row.percent or "satisfaction" in row.kinds:
        return None
    description = row.description
    if not description or _says_no_more(row):
        return None
    words = row.project.setting.words
    if "share_of" in words.descriptions.kinds_of(description):
        return None
    # 电机维修验收合格率 says at least what 合格率 is the rate of.
    if "rate" in words.names.kinds_of(description):
        return None
    asked = "与哪一年相比" if "reduction" in row.kinds else "是谁占谁的比例"
    return Hit("description", f"请写明“{row.name}”怎么计算，{asked}。")
