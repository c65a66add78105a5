"""Rules on the three cells that a value is made of: sign, number and unit are there, and clean.

`row.shape` names the flaw, so one value has at most one of V01-V05 and V33, and a value that has
one is judged by no other rule.
"""

from decimal import Decimal

from perfdesk.models.amount import plain_digits
from perfdesk.models.review.facts import RowFacts
from perfdesk.models.review.finding import Fix, Group
from perfdesk.models.review.in_words import value_in_words
from perfdesk.models.review.rule import Hit, Text, row_rule
from perfdesk.models.review.shape import Shape, leading_unit
from perfdesk.models.review.sources import FORM, SYSTEM
from perfdesk.models.value import IndicatorValue

_BRACKETS = (("（", "）"), ("(", ")"))
_PLACEHOLDER = "≥≤＞＜>=<*＊ "


@row_rule(
    "V01",
    Group.COMPLETE,
    Text(
        "指标值没有填写",
        "没有指标值就无法考核。写计算符号、数值和计量单位，或者写截止日期；不适用的写“不适用”。",
        "培训人次 （空白）",
        "培训人次 ≥600人次",
        FORM,
    ),
)
def missing_value(row: RowFacts) -> Hit | None:
    """A row without a value; one that is wholly empty is told so at its name (N01)."""
    if row.shape is not Shape.EMPTY or not (row.name or row.description):
        return None
    return Hit("value", f"{row.called}没有填写指标值，请补上。")


@row_rule(
    "V02",
    Group.COMPLETE,
    Text(
        "指标值没有数值",
        "选了≥、≤这样的计算符号，就要有数值，系统才能计算完成情况。",
        "培训人次 ≥人次",
        "培训人次 ≥600人次",
        SYSTEM,
    ),
)
def missing_number(row: RowFacts) -> Hit | None:
    """A sign that compares, or a unit, without a number to compare with."""
    if row.shape is not Shape.NO_NUMBER:
        return None
    typed = row.indicator.value.number.strip() or row.text
    said = f"{row.called}的指标值“{typed}”没有数字，请填写数值。"
    if row.unit and (not row.unit_kinds or "wording" in row.unit_kinds):
        said = f"{row.called}的指标值“{typed}”没有数字，请填写数值；是文字的请去掉“{row.sign}”。"
    return Hit("value.number", said)


@row_rule(
    "V03",
    Group.COMPLETE,
    Text(
        "指标值没有计量单位",
        "只有数字看不出是多少人、多少次还是百分之几，系统也要求填写计量单位。",
        "培训人次 ≥600",
        "培训人次 ≥600人次",
        SYSTEM,
    ),
)
def missing_unit(row: RowFacts) -> Hit | None:
    """A number without a unit; the unit is filled in where the name says which."""
    if row.shape is not Shape.NO_UNIT:
        return None
    if "pure_number" in row.kinds:
        said = f"{row.called}的指标值“{row.text}”没有计量单位，系统要求填写时可写“指数”“倍”等。"
        return Hit("value.unit", said, severity=row.book.case("V03.pure"))
    said = f"{row.called}的指标值“{row.text}”没有计量单位，请写明单位。"
    if "share" in row.kinds and row.number is not None and 0 < row.number < 1:
        percent = f"{(row.number * 100).normalize():f}{row.project.setting.form.wording.percent}"
        said = f"{row.called}的指标值“{row.text}”没有计量单位，请写成“{percent}”这样的百分数。"
    elif row.dimension == "time":
        said = f"{row.called}的指标值“{row.text}”没有计量单位，请写日期（12月31日前）或时长。"
    return Hit("value.unit", said, _with_unit(row))


@row_rule(
    "V04",
    Group.COMPLETE,
    Text(
        "计量单位中含有数字",
        "数值填在“指标值”里，计量单位只写“%”“人”“次”，打印时两者会连在一起。",
        "数值100，计量单位100%，印成100100%",
        "数值100，计量单位%，印成100%",
        SYSTEM,
    ),
)
def digits_in_unit(row: RowFacts) -> Hit | None:
    """The number typed again in front of the unit."""
    if row.shape is not Shape.DIGITS_IN_UNIT:
        return None
    number = row.indicator.value.number.strip()
    unit = row.unit.removeprefix(number).strip()
    kinds = row.project.setting.words.units.kinds_of(unit)
    fix = None
    if unit != row.unit and kinds and "wording" not in kinds:
        fix = row.fix(
            f"计量单位改为“{unit}”", "value", IndicatorValue.of_parts(row.sign, number, unit)
        )
    return Hit(
        "value.unit", f"计量单位“{row.unit}”中含有数字，印出来是“{row.text}”，请只写单位。", fix
    )


@row_rule(
    "V05",
    Group.COMPLETE,
    Text(
        "计量单位写成了一句话",
        "计量单位是“人”“次”“%”“万元”这样的词。要说明的内容写到绩效指标描述里。",
        "≥700按计划完成工作",
        "≥700人",
        SYSTEM,
    ),
)
def sentence_in_unit(row: RowFacts) -> Hit | None:
    """Words where the unit stands; or a long text around a number, which no system can take."""
    book = row.book
    if row.shape is Shape.WORDED:
        return _number_in_words(row)
    if row.shape is not Shape.SENTENCE_IN_UNIT:
        return None
    if unit := leading_unit(row.unit, book.words):
        return Hit(
            "value.unit",
            f"计量单位“{row.unit}”请只写“{unit}”，其余文字写到指标描述里。",
            severity=book.case("V05.readable"),
        )
    return Hit("value.unit", f"“{row.unit}”不是计量单位，请改为“人”“次”“%”等单位。")


@row_rule(
    "V06",
    Group.COMPLETE,
    Text(
        "计量单位的写法不规范",
        "本年度的表样用“%”，单位也不加括号。全部写法一致，汇总和打印才整齐。",
        "≥90百分比",
        "≥90%",
        FORM,
    ),
)
def odd_unit(row: RowFacts) -> Hit | None:
    """百分比 or a full-width sign where the year's form writes %, or a unit in brackets."""
    if row.shape is not Shape.MEASURED:
        return None
    typed = row.indicator.value.unit.strip()
    percent = "percent" in row.unit_kinds and row.unit != "百分点"
    unit = "%" if percent and row.project.setting.form.wording.percent == "%" else row.unit
    if typed == unit or not (percent or typed.startswith(("（", "("))):
        return None
    fix = row.fix(f"计量单位改为“{unit}”", "value", _same_with_unit(row, unit))
    return Hit("value.unit", f"计量单位“{typed}”请写成“{unit}”。", fix)


@row_rule(
    "V33",
    Group.COMPLETE,
    Text(
        "指标值中含有“*”或“_”",
        "系统不接受这两个字符，带着它们的指标值导不进去。",
        "7*24小时",
        "7×24小时",
        SYSTEM,
    ),
)
def refused_characters(row: RowFacts) -> Hit | None:
    """A character in the value that finance systems refuse."""
    if row.shape is not Shape.MARKED:
        return None
    marks = "”“".join(mark for mark in "*_＊＿" if mark in row.text)
    return Hit("value", f"{row.called}的指标值“{row.text}”中不能有“{marks}”，请改写。")


def _number_in_words(row: RowFacts) -> Hit | None:
    """Return the hit for a text around a number that is long, or that says no more than it."""
    severity = row.book.case("V05.readable")
    if value := value_in_words(row.book.words, row.text, row.name):
        # Per cent of a count would only be the next slip.
        fits = row.dimension != "quantity" or value.unit != "%"
        fix = row.fix(f"改为“{value.text}”", "value", value) if fits else None
        said = f"{row.called}写的是“{row.text}”，请写成“{value.text}”。"
        return Hit("value", said, fix, severity=severity)
    if len(row.text) <= row.book.limit("V05.text"):
        return None
    said = f"{row.called}的指标值是一段话，请只写符号、数值和单位，其余写到指标描述里。"
    return Hit("value", said, severity=severity)


def _with_unit(row: RowFacts) -> Fix | None:
    """Return the mend for a missing unit, where the name leaves no doubt which one is meant."""
    if row.number is None:
        return None
    unit = _unit_in_name(row)
    if row.unit:
        unit = f"{row.unit}元" if row.dimension == "cost" else ""
    elif not unit and "marks" in row.kinds:
        unit = "分"
    elif not unit and "share" in row.kinds and Decimal(1) < row.number <= 100:
        unit = row.project.setting.form.wording.percent
    return row.fix(f"补上计量单位“{unit}”", "value", _same_with_unit(row, unit)) if unit else None


def _unit_in_name(row: RowFacts) -> str:
    """Return the unit that stands in brackets at the end of a name: 培训人次（人次）."""
    for opening, closing in _BRACKETS:
        head, _, rest = row.name.rpartition(opening)
        inside = rest.removesuffix(closing) if head and rest.endswith(closing) else ""
        unit = plain_digits(inside).lstrip(_PLACEHOLDER)
        kinds = row.project.setting.words.units.kinds_of(unit)
        if kinds and "wording" not in kinds:
            return unit
    return ""


def _same_with_unit(row: RowFacts, unit: str) -> IndicatorValue:
    return IndicatorValue.of_parts(row.sign, row.indicator.value.number.strip(), unit)
