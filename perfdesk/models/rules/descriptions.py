"""Rules of 绩效指标描述: it says what the name leaves open."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from perfdesk.models.form import Form
from perfdesk.models.review.facts import ProjectFacts, RowFacts
from perfdesk.models.review.finding import Group
from perfdesk.models.review.rule import Hit, Text, project_rule, row_rule
from perfdesk.models.review.shape import Shape
from perfdesk.models.review.sources import FORM, PRACTICE
from perfdesk.models.review.words import Table, Words

_NO_WORDS = re.compile(r"[\s，。、；：,.;:“”\"（）()]+")
_RATES = frozenset(("share", "growth", "reduction"))
_OF_CHANGE = frozenset(("growth", "reduction"))
_ANSWERING = frozenset(("share_of", "counting"))
_LEAST_SAID = 2
_ASKED = "请写明考核什么、怎么计算。"


def begun(row: RowFacts) -> bool:
    """Whether anything stands in a row but its levels."""
    return bool(row.name or row.text or row.description or row.basis)


def has_column(form: Form, field: str) -> bool:
    """Whether the grid of a form has a column for a field."""
    return any(column.field == field for column in form.grid)


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
    form = row.project.setting.form
    if not (form.wants("description") and has_column(form, "description")):
        return None
    of = f"“{row.name}”的" if row.name else ""
    return Hit("description", f"{of}描述是空的，{_ASKED}")


@project_rule(
    "D02",
    Group.RELEVANT,
    Text(
        "描述与名称相同或没有内容",
        "描述照抄名称、指标值，或者只写“按计划完成”，等于没有描述，应说明考核的对象、范围或算法。",
        "资金到位率，描述也是“资金到位率”",
        "资金到位率，描述为“实际到位资金占计划到位资金的比例”",
        PRACTICE,
    ),
)
def description_is_name(project: ProjectFacts) -> Iterator[Hit]:
    """A description that says no more than the name does; where most do so, the first says so."""
    said = [(row, told) for row in project.live if row.description and (told := _repeats(row))]
    if not said:
        return
    shared = {text for text, _ in _shared(project)}
    said = [(row, told) for row, told in said if row.description not in shared]
    rows = len(project.live)
    if said and 100 * len(said) > project.book.limit("D02.percent") * rows:
        (first, told), *said = said
        if said:
            count = len(said) + 1
            many = f"中有{count}条的描述" if count < rows else "的描述都"
            told = f"{rows}条指标{many}只重复名称或没有内容，{_ASKED}"
        yield Hit("description", told, row=first, severity=project.book.case("D02.most"))
    for row, told in said:
        yield Hit("description", told, row=row)


@row_rule(
    "D03",
    Group.RELEVANT,
    Text(
        "没有说明比率怎么计算",
        "比率要有分子和分母，升降的比率要有比较的年份，否则年底算不出来。",
        "设备完好率，描述为“保证设备完好”",
        "设备完好率，描述为“完好设备占全部设备的比例”",
        PRACTICE,
    ),
)
def rate_of_what(row: RowFacts) -> Hit | None:
    """A rate whose description names neither a whole or a year, nor anything that is measured."""
    kinds = row.kinds
    if kinds.isdisjoint(_RATES) or not row.percent or "satisfaction" in kinds:
        return None
    description = row.description
    if not description or _repeats(row):
        return None
    words = row.project.setting.words
    if not _ANSWERING.isdisjoint(words.descriptions.kinds_of(description)):
        return None
    # 电机维修验收合格率 says at least what 合格率 is the rate of.
    if "rate" in words.names.kinds_of(description) or _says_more(words, row):
        return None
    asked = "是谁占谁的比例" if kinds.isdisjoint(_OF_CHANGE) else "与哪一年相比"
    return Hit("description", f"描述没有说明“{row.name}”{asked}，请写明怎么计算。")


@project_rule(
    "D04",
    Group.RELEVANT,
    Text(
        "几条指标用了同一句描述",
        "各指标考核的内容不同，同一句话放在哪一条都行，就没有说明任何一条。",
        "培训人次、培训合格率、培训成本的描述都是“做好全年培训”",
        "各指标分别写明考核的对象、范围或算法",
        PRACTICE,
    ),
)
def one_description(project: ProjectFacts) -> Iterator[Hit]:
    """One description of several unlike rows, named at the first of them."""
    for text, rows in _shared(project):
        said = f"有{len(rows)}条指标的描述都是“{text}”，请按各条指标分别写明。"
        yield Hit("description", said, row=rows[0])


def _shared(project: ProjectFacts) -> Iterator[tuple[str, list[RowFacts]]]:
    """Yield the descriptions that unlike rows share, with these rows."""
    least = project.book.limit("D04.rows")
    rows = [row for row in project.live if row.description]
    if len({row.description for row in rows}) > len(rows) - least + 1:
        return
    told: dict[str, list[RowFacts]] = {}
    for row in rows:
        told.setdefault(row.description, []).append(row)
    descriptions = project.setting.words.descriptions
    for text, alike in told.items():
        if len({row.name for row in alike}) < least:
            continue
        # One way to calculate may well do for several rates of one kind.
        one_kind = len({row.dimension for row in alike}) == 1
        if not (one_kind and "share_of" in descriptions.kinds_of(text)):
            yield text, alike


def _repeats(row: RowFacts) -> str:
    """Return what is wrong with a description that says nothing of its own, or an empty text."""
    name, description = row.name, row.description
    if name == description:
        return f"描述与名称“{name}”相同，{_ASKED}"
    if description == row.text and row.shape is not Shape.WORDS:
        return f"描述“{description}”写的是指标值，{_ASKED}"
    framed = _framed(row.project.setting.words.descriptions, description)
    if not framed.content:
        return f"描述“{description}”没有具体内容，{_ASKED}"
    # 服务对象满意度 describes 服务对象满意度指标, which N03 has to do with, well enough.
    if len(framed.text) > len(name) or "level_name" in row.kinds:
        return ""
    if framed.text in _NO_WORDS.sub("", name):
        return f"描述没有比名称“{name}”多说什么，{_ASKED}"
    return ""


def _says_more(words: Words, row: RowFacts) -> bool:
    """Whether a description names anything that the name of a rate does not."""
    own = _framed(words.descriptions, row.description).content
    own = _pattern(words.descriptions, "assuring").sub("", own)
    return sum(character not in row.name for character in own) >= _LEAST_SAID


class Framed(NamedTuple):
    """A description without its frame (反映…情况), and without words that any could hold."""

    text: str
    content: str


@lru_cache(maxsize=4096)  # most rows stay as they are from one edit to the next
def _framed(descriptions: Table, description: str) -> Framed:
    plain = _NO_WORDS.sub("", description)
    frame = _pattern(descriptions, "framing")
    text = frame.sub("", plain)
    content = _pattern(descriptions, "filler").sub("", text)
    return Framed(text if frame.match(plain) else plain, content)


@cache
def _pattern(table: Table, kind: str) -> re.Pattern[str]:
    listed = sorted(map(re.escape, table.words(kind)), key=len, reverse=True)
    return re.compile("|".join(listed))
