"""Moving the years in a text on with the budget year that it speaks of.

What is tied to the budget year moves: the year itself; the year before where it is compared
with, or its work is settled in this one; the year after where this one's work reaches into it.
All else stays as a whole: what was issued, other years, and periods, which are as fixed as the
plan that set them. Spans of two neighbouring years that come again each year move as a whole: a
heating season or a school year is the budget year in another calendar.
"""

import re
from calendar import isleap
from collections.abc import Callable, Collection

from perfdesk.models.years.mentions import Kind, Mention, year_mentions
from perfdesk.models.years.writing import plain, respelled

_ANY = re.compile(r"\d\d|二[〇○零0OoОＯｏ]")
_COMPARED = re.compile(
    r"(?:比|较|相较于|相比于|比照|高于|低于|超过|多于|少于|优于|好于)\s*"
    r"(?:(?:去年|上年|上一年|前一年)度?)?(?:同期)?[（(]?\s*$"
    r"|(?:去年|上年|上一年|前一年)度?[（(]\s*$"
)
_NEXT = re.compile(r"(?:次年|明年|下年|下一年|来年)度?[（(]\s*$")
_BESIDE = re.compile(r"(?:与|同|和|跟|在|以)\s*(?:(?:去年|上年|上一年)度?)?[（(]?\s*$")
_AS_BASE = re.compile(r"[)）]?(?:度|全年|年末|底|末)*的?(?:相比|比较|对比|持平|同期|基础上|水平)")
_SETTLED_YEARLY = re.compile(
    r"(?:度|部门|单位|项目|整体|财政|预算|支出|资金|绩效)*"
    r"(?:自评|自我评价|评价|决算|考核|述职|审计|汇算清缴)"
)
_FIXED = re.compile(
    r"\s*(?:以来|至今|版|修订|修正|起(?:$|[，。；、,;）)]|施行|执行|实施|实行|连续|分|每|按))"
)
_COMES_AGAIN = re.compile(r"供暖|采暖|取暖|供热|学年|学期|跨年|冬春|雪季|榨季|FY")
_ISSUED = re.compile(
    r"印发|下发|下达|发布|出台|批复|批准|签订|签署|通过|审定|立项|中标|通知|办法|意见|规定|条例|"
    r"纪要|会议|合同|协议|文件|公告|决定|标准|实际|实有|统计|决算|普查|年报|报表|台账|数据"
)
_CLAUSE = re.compile(r"[，。；、,;\n]")
_SENTENCE = re.compile(r"[。；;\n]")
_DEADLINE = re.compile(r"[前内底末初]|[之以]前")
_LEAP_DAY = re.compile(
    r"\s*年度?\s*(?:0?2\s*月\s*29|二\s*月\s*二十九)(?=\s*[日号])|\s?([-./])\s?0?2\s?\1\s?29(?!\d)"
)
_LEAP_DAY_ALONE = re.compile(r"(?<![\d十])(?:0?2\s*月\s*29|二\s*月\s*二十九)(?=\s*[日号])")
_OF_A_YEAR = re.compile(r"年度?\s*$")
_DAY_BEFORE = {"9": "8", "９": "８", "九": "八"}


def year_moved(text: str, old: int, new: int) -> str:
    """Return a text that spoke of the year `old` as it is said of `new`, as long as it was.

    A year 0, which is none, changes nothing.
    """
    return _moved(text, old, new, _is_ours)


def basis_moved(text: str, old: int, new: int) -> str:
    """Return a basis (依据) as it is said of another year.

    Plans, budgets and surveys of the year move; what was issued, agreed or counted in it stays.
    """
    return _moved(text, old, new, _is_ours_in_basis)


def left_behind(text: str, year: int, own: Collection[int] = (), *, basis: bool = False) -> str:
    """Return what a text of the budget year `year` says first of a past that does not move on.

    Years that are a project's `own` are not meant. It is empty where there is nothing of the kind.
    """
    if not year or not _ANY.search(text):
        return ""
    even = plain(text)
    mentions = year_mentions(even)
    tied = _tied(even, mentions, year, _is_ours_in_basis if basis else _is_ours)
    past = (each for each in mentions if each.first < year and each not in tied)
    for each in past:
        is_own = all(found.year in own for found in each.years)
        if not is_own and not _a_duration(even, each, year):
            return text[each.start : each.end]
    return ""


_Judge = Callable[[str, Mention, int], bool]


def _moved(text: str, old: int, new: int, is_ours: _Judge) -> str:
    if not old or not new or old == new or not _ANY.search(text):
        return text
    even = plain(text)
    written = list(text)
    for mention in _tied(even, year_mentions(even), old, is_ours):
        for start, end, year in mention.years:
            written[start:end] = respelled(text[start:end], year + new - old)
            if day := _LEAP_DAY.match(even, end):
                _shorten(written, day, year, year + new - old)
    for day in _LEAP_DAY_ALONE.finditer(even):
        if not _OF_A_YEAR.search(even[: day.start()]):
            _shorten(written, day, old, new)
    return "".join(written)


def _shorten(written: list[str], day: re.Match[str], old: int, new: int) -> None:
    """Make the 29th of February the 28th where the later year has none."""
    if isleap(old) and not isleap(new):
        written[day.end() - 1] = _DAY_BEFORE[written[day.end() - 1]]


def _tied(text: str, mentions: list[Mention], year: int, is_ours: _Judge) -> list[Mention]:
    """Return those mentions that move on with the budget year."""
    ours = [each for each in mentions if is_ours(text, each, year)]
    anchors = [each for each in ours if each.first <= year <= each.last]
    if not anchors:
        return ours
    return ours + [
        each for each in mentions if each not in ours and _follows(text, each, year, anchors)
    ]


def _is_ours(text: str, mention: Mention, year: int) -> bool:
    """Whether a mention is of the budget year, or of one that is told from it: 较2023年."""
    if mention.kind is Kind.UNSURE:
        return False
    if mention.first != mention.last:
        follows = mention.last == mention.first + 1
        return follows and year in (mention.first, mention.last) and _comes_again(text, mention)
    if mention.first == year:
        return not _FIXED.match(text, mention.end)
    if mention.first == year + 1:
        return _NEXT.search(text[: mention.start]) is not None
    return mention.first == year - 1 and _is_compared_with(text, mention)


def _is_ours_in_basis(text: str, mention: Mention, year: int) -> bool:
    after = _CLAUSE.split(text[mention.end :], maxsplit=1)[0]
    return _is_ours(text, mention, year) and not _ISSUED.search(after)


def _follows(text: str, mention: Mention, year: int, anchors: list[Mention]) -> bool:
    """Whether a mention of a year beside the budget year moves as that does in the same text."""
    if mention.kind is Kind.UNSURE or mention.first != mention.last:
        return False
    if mention.first == year - 1:
        return _SETTLED_YEARLY.match(text, mention.end) is not None
    if mention.first != year + 1 or _FIXED.match(text, mention.end):
        return False
    as_horizon = text[: mention.start].rstrip().endswith(("到", "至"))
    if not as_horizon and _is_deadline(text, mention):
        return True
    return any(_in_one_sentence(text, mention, each) for each in anchors)


def _is_deadline(text: str, mention: Mention) -> bool:
    said = text[mention.years[0].end : mention.end]
    return any(each in said for each in "月-./底末初") or bool(_DEADLINE.match(text, mention.end))


def _in_one_sentence(text: str, one: Mention, other: Mention) -> bool:
    first, second = sorted((one, other), key=lambda each: each.start)
    return not _SENTENCE.search(text, first.end, second.start)


def _is_compared_with(text: str, mention: Mention) -> bool:
    before = text[: mention.start]
    if _COMPARED.search(before):
        return True
    return bool(_BESIDE.search(before) and _AS_BASE.match(text, mention.end))


def _comes_again(text: str, mention: Mention) -> bool:
    """Whether a span of two years is of a kind that every year has."""
    said = text[mention.start : mention.end]
    if said.endswith(("度", "财年", "会计年")):
        return True
    before = _CLAUSE.split(text[: mention.start])[-1]
    after = _CLAUSE.split(text[mention.end :], maxsplit=1)[0]
    return _COMES_AGAIN.search(before + said + after) is not None


def _a_duration(text: str, mention: Mention, year: int) -> bool:
    """Whether two digits are as likely a number of years: 15年内, or 15年 but of last year."""
    lasting = mention.kind is Kind.UNSURE and mention.first != year - 1
    return mention.short and (lasting or text.startswith("内", mention.end))
