"""Rules on values in words where a number, a date or a rate is expected.

`complaint_of` says which of these rules is about the words of a row, so that one of them speaks;
V15, V19 and V23 judge numbers and dates in the wrong place besides.
"""

from perfdesk.models.review.facts import RowFacts
from perfdesk.models.review.finding import Group
from perfdesk.models.review.rule import Hit, Text, row_rule
from perfdesk.models.review.shape import Shape
from perfdesk.models.review.sources import METHOD, PRACTICE
from perfdesk.models.review.wording import (
    WITHOUT_NUMBER,
    Complaint,
    answers_the_name,
    complaint_of,
    is_sentence,
    of_harm,
    of_output,
)

_FITTING_ELSEWHERE = frozenset(("completion", "quality", "timely", "satisfaction"))
_UNITS = (("days", "天"), ("duration", "年、天"), ("people", "人"), ("count", "次、个"))
_COUNTED = frozenset(kind for kind, _ in _UNITS)
_WITH_NUMBER = frozenset((Shape.MEASURED, Shape.DATE, Shape.WORDED, Shape.NO_UNIT))
_SIGNS = "≥≤＞＜＝=<>"


@row_rule(
    "V15",
    Group.RELEVANT,
    Text(
        "数量指标没有写数量",
        "数量指标考核做了多少，要写数值和单位，不写百分比和文字；比率放在质量指标或时效指标。",
        "举办培训场次 按计划完成",
        "举办培训场次 ≥12场",
        METHOD,
    ),
)
def quantity_without_number(row: RowFacts) -> Hit | None:
    """A 数量 that is told in words, as a date or as a rate."""
    if row.dimension != "quantity":
        return None
    if row.shape in WITHOUT_NUMBER:
        return Hit("value", f"{row.called}是数量指标，“{row.text}”不是数量，请写数值和单位。")
    if row.shape is not Shape.MEASURED or not row.percent:
        return None
    if not row.kinds.isdisjoint(_FITTING_ELSEWHERE | _COUNTED):
        return None
    return Hit("value.unit", f"{row.called}是数量指标，请写个数、次数等数量，不写百分比。")


@row_rule(
    "V16",
    Group.RELEVANT,
    Text(
        "次数、天数用了百分号",
        "人数、次数、天数是绝对数，单位应是“人”“次”“天”；要考核比率就把名称改成“…率”。",
        "设备正常运行天数 ≥98%",
        "设备正常运行天数 ≥360天",
        PRACTICE,
    ),
)
def count_in_percent(row: RowFacts) -> Hit | None:
    """A name of a count, of days or of how long something lasts with a number of per cent."""
    if row.shape is not Shape.MEASURED or not row.percent:
        return None
    if row.kinds.isdisjoint(_COUNTED) or "rate" in row.kinds:
        return None
    unit = next(unit for kind, unit in _UNITS if kind in row.kinds)
    said = f"{row.called}应以“{unit}”计，“{row.text}”是比率，请改单位，或把名称改为“…率”。"
    return Hit("value.unit", said)


@row_rule(
    "V23",
    Group.RELEVANT,
    Text(
        "时效指标没有写明时间",
        "只写“及时”“按时”看不出什么时候完成。写截止日期（12月31日前）、时长（≤30天）或及时率。",
        "补贴发放时间 及时",
        "补贴发放时间 11月30日前",
        METHOD,
    ),
)
def time_without_time(row: RowFacts) -> Hit | None:
    """A 时效 that is no date, no duration and no rate."""
    if row.dimension != "time":
        return None
    if row.shape is Shape.WORDS:
        return Hit("value", f"“{row.text}”没有说明时间，请写日期（12月31日前）、时长或及时率。")
    if row.shape is not Shape.MEASURED or row.percent or "time" in row.unit_kinds:
        return None
    return Hit("value", f"时效指标的“{row.text}”不是时间，请写日期（12月31日前）、时长或及时率。")


@row_rule(
    "V19",
    Group.RELEVANT,
    Text(
        "成本指标没有写数值",
        "成本指标考核花了多少钱，要写金额或单价，如“≤60万元”“≤450元/人”；控制率写百分数。",
        "项目总成本 严格控制在预算内",
        "项目总成本 ≤60万元",
        METHOD,
    ),
)
def cost_in_words(row: RowFacts) -> Hit | None:
    """A 成本 without a number."""
    if row.dimension != "cost" or row.shape not in WITHOUT_NUMBER:
        return None
    if row.shape is Shape.WORDS and complaint_of(row) is None:
        return None
    wanted = "请写金额，如“≤60万元”"
    if of_harm(row):
        wanted = "请写能检查的值，如“投诉≤2次”“无污染事故”"
    elif "rate" in row.kinds:
        example = "≥5" if "saving" in row.kinds else "≤100"
        wanted = f"请写百分数，如“{example}{row.project.setting.form.wording.percent}”"
    return Hit("value", f"成本指标{row.called}写的是“{row.text}”，{wanted}。")


@row_rule(
    "V27",
    Group.RELEVANT,
    Text(
        "指标值照抄了名称或描述",
        "指标值要写达到什么程度，重复名称或描述等于没有目标。",
        "提升服务水平 提升服务水平",
        "提升服务水平 有效提升",
        PRACTICE,
    ),
)
def value_repeats_the_row(row: RowFacts) -> Hit | None:
    """Words that repeat the name or the description, or a number that is the name as well."""
    if row.shape in _WITH_NUMBER:
        if row.text[-1:] == row.name[-1:] and row.text.lstrip(_SIGNS) == row.name.lstrip(_SIGNS):
            return Hit("name", f"名称和指标值都是“{row.text}”，名称请写考核的内容。")
        return None
    if complaint_of(row) is not Complaint.COPIED:
        return None
    if row.text == row.name:
        return Hit("value", f"指标值和名称相同，都是“{row.text}”，请写要达到的程度。")
    return Hit("value", f"{row.called}的指标值和描述相同，请写要达到的程度。")


@row_rule(
    "V31",
    Group.RELEVANT,
    Text(
        "指标值无法考核",
        "年底要能说清做没做到。产出写数值；效益难以量化的，也要写出方向和程度，如“有效提升”。",
        "完成任务；良好；满意",
        "≥95%；有效提升；长期",
        METHOD,
    ),
)
def words_without_measure(row: RowFacts) -> Hit | None:
    """Words that nobody can check at the end of the year."""
    complaint = complaint_of(row)
    if complaint is Complaint.COUNTABLE:
        return Hit("value", f"{row.called}可以计数，请把“{row.text}”改为数值和单位。")
    if complaint is Complaint.NONE_OF:
        said = f"“{row.text}”最好写成数值，如“0起”“≤1%”。"
        return Hit("value", said, severity=row.book.case("V31.mild"))
    return _unclear(row) if complaint is Complaint.UNCLEAR else None


def _unclear(row: RowFacts) -> Hit:
    if answers_the_name(row):
        said = f"“{row.text}”只说有没有，最好写成数值，如“出台制度≥1项”。"
        if "question" in row.kinds:
            said = f"“{row.text}”只说是不是，最好改成能计数的指标，写“≥90%”这样的值。"
        return Hit("value", said, severity=row.book.case("V31.mild"))
    if of_output(row):
        return Hit("value", f"{row.called}的指标值“{row.text}”无法考核，请写成数值，如“≥95%”。")
    if is_sentence(row):
        said = f"{row.called}的指标值是一句话，请写数值，或只写方向和程度，如“有效提升”。"
        return Hit("value", said)
    return Hit("value", f"“{row.text}”无法考核，请写数值，或写明方向和程度，如“有效提升”。")
