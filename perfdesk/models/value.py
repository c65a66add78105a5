"""指标值: the printed text and the three parts it is made of, split and glued both ways.

Finance systems store 计算符号, 指标值 and 计量单位 and glue them in print; ＝ and 定性 are not
printed. The text is always kept as it stands, so a split can be wrong without losing a word.
"""

import re
from dataclasses import dataclass

from perfdesk.models.amount import plain_digits

NUMERIC_SIGNS = ("≥", "＞", "＝", "＜", "≤")
QUALITATIVE = "定性"
SIGNS = (*NUMERIC_SIGNS, QUALITATIVE)
_SILENT = ("＝", QUALITATIVE)

_SIGN_SPELLINGS = {
    "≥": (
        ">=",
        "=>",
        "〉=",
        "＞=",
        ">＝",
        "＞＝",
        "〉＝",
        "≧",
        "⩾",
        "≥",
        "不低于",
        "不少于",
        "不小于",
        "大于等于",
        "大于或等于",
    ),
    "≤": (
        "<=",
        "=<",
        "〈=",
        "＜=",
        "<＝",
        "＜＝",
        "〈＝",
        "≦",
        "⩽",
        "≤",
        "不超过",
        "不高于",
        "不多于",
        "不大于",
        "小于等于",
        "小于或等于",
    ),
    "＞": (">", "＞", "〉", "大于", "高于", "超过"),
    "＜": ("<", "＜", "〈", "小于", "低于", "少于"),
    "＝": ("==", "=", "＝", "等于"),
}
_SPELLED_SIGN = {
    spelling: sign for sign, spellings in _SIGN_SPELLINGS.items() for spelling in spellings
}
_SIGN_AT_START = re.compile("|".join(sorted(map(re.escape, _SPELLED_SIGN), key=len, reverse=True)))
_BOUND_AT_END = (
    (re.compile(r"(?:及以上|以上)$"), "≥"),
    (re.compile(r"(?:及以内|以内|及以下|以下|(?<=[日天年月周时钟])内)$"), "≤"),
)
# A comma parts thousands only where every group but the first has three digits: 3,5,7 is a list.
_NUMBER_AT_START = re.compile(
    r"[-－]?(?:[1-9１-９][\d０-９]{0,2}(?:[,，][\d０-９]{3})+(?![\d０-９])|[\d０-９]+)"
    r"(?:[.．][\d０-９]+)?"
)
_TYPED_TWICE = re.compile(r"(\d{2,3}|\d{1,3}\.\d+)\1%")
_DIGIT = re.compile(r"[\d０-９]")
PERIOD = re.compile(
    r"(?<!\d)20\d{2}([./])(?P<first>\d{1,2})\s*[-—–~～至到]+\s*"
    r"(?:20\d{2}\1(?P<last>\d{1,2})|(?:1[0-2]|0?[1-9]))(?![\d./])"
    r"|(?<!\d)20\d{2}-\d{1,2}\s*[—–~～至到]\s*20\d{2}-\d{1,2}(?![\d-])"
)
"""From one month to another, in digits: 2025.01-2025.12; `first` and `last` are the months."""

_DATE = re.compile(
    r"(?<!\d)(?:"
    r"20\d{2}年(?:\d{1,2}月(?:份|\d{1,2}[日号]|底|末|[上中下]旬)?|底|末|度)?"
    r"|20\d{2}全年"
    r"|20\d{2}[-./]\d{1,2}[-./]\d{1,2}"
    r"|\d{1,2}月(?:份|\d{1,2}[日号]|底|末|[上中下]旬|(?=之?前|以前))"
    r"|\d{1,2}[-—~～至到]\d{1,2}月(?:份)?"
    r"|第?\d季度"
    r"|\d{1,2}[日号](?=之?前|以前)"
    r")"
)


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """指标值 of one indicator: `text` as printed, and `sign`, `number`, `unit` as split.

    `sign` is one of `SIGNS` or empty. For 定性 the words or the deadline stand in `number`.
    A value that cannot be split has its text alone.
    """

    text: str = ""
    sign: str = ""
    number: str = ""
    unit: str = ""

    @classmethod
    def of_parts(cls, sign: str, number: str, unit: str) -> "IndicatorValue":
        """Glue three parts; the text is what the form prints for them."""
        return cls(glue(sign, number, unit), sign, number, unit)

    @classmethod
    def read(cls, text: str) -> "IndicatorValue":
        """Split a printed text; the text itself stays exactly as it is."""
        return cls(text, *split(text))

    @classmethod
    def typed(cls, text: str, percent: str = "%") -> "IndicatorValue":
        """Split a typed text and put it into the form's spelling (`>=90％` becomes ≥90%).

        Numbers lose the commas between their thousands. `percent` is how the year's form writes
        per cent. What cannot be split stays as typed.
        """
        sign, number, unit = split(text)
        if not sign:
            return cls(text)
        if sign != QUALITATIVE:
            number, unit = plain_digits(number).replace(",", ""), unit.replace("％", "%")
            if percent == "%" and unit == "百分比":
                unit = percent
        value = cls.of_parts(sign, number, unit)
        return value if split(value.text) == (sign, number, unit) else cls(text)


def glue(sign: str, number: str, unit: str) -> str:
    """Return the text the form prints for three parts: ＝ and 定性 are left out."""
    return ("" if sign in _SILENT else sign) + number + unit


def split(text: str) -> tuple[str, str, str]:
    """Return sign, number and unit of a printed 指标值, three empty texts when in doubt.

    A bare number has the sign ＝; words without a number, and deadlines, are 定性. A spelled
    sign (`>=`, 不低于, …以上) gives its meaning; two that contradict each other are doubtful. So
    is a unit that itself holds digits, except for the number typed twice (`100100%` is number
    100 with unit `100%`).
    """
    rest = text.strip()
    if not rest:
        return "", "", ""
    if _is_wording(rest) or is_deadline(rest):
        return QUALITATIVE, rest, ""
    sign = ""
    if spelled := _SIGN_AT_START.match(rest):
        sign = _SPELLED_SIGN[spelled[0]]
        rest = rest[spelled.end() :].lstrip()
    for bound, meaning in _BOUND_AT_END:
        if (bounded := bound.search(rest)) and sign in ("", meaning) and _DIGIT.search(rest):
            sign, rest = meaning, rest[: bounded.start()].rstrip()
    if _DIGIT.search(rest) and any(bound.search(rest) for bound, _ in _BOUND_AT_END):
        return "", "", ""
    number, unit = _number_and_unit(rest)
    if number is None:
        printed = sign and sign not in _SILENT
        return (sign, "", rest) if printed and not _DIGIT.search(rest) else ("", "", "")
    return sign or "＝", number, unit


def _number_and_unit(text: str) -> tuple[str | None, str]:
    """Part a number from the unit behind it; no number where that would be a guess."""
    if doubled := _TYPED_TWICE.fullmatch(text):
        return doubled[1], doubled[1] + "%"
    percent_first = text.startswith("百分之")
    text = text.removeprefix("百分之")
    found = _NUMBER_AT_START.match(text)
    unit = text[found.end() :].lstrip() if found else ""
    if not found or _DIGIT.search(unit) or (percent_first and unit):
        return None, ""
    return found[0], "%" if percent_first else unit


def _is_wording(text: str) -> bool:
    """Tell whether a text holds no digit and does not begin with a symbol that wants one."""
    spelled = _SIGN_AT_START.match(text)
    return not _DIGIT.search(text) and (spelled is None or spelled[0].isalpha())


def is_deadline(text: str) -> bool:
    """Tell whether all digits of a text belong to dates, as in 12月31日前 or 2025.01-2025.12."""
    rest, periods = PERIOD.subn("", plain_digits(text))
    rest, dates = _DATE.subn("", rest)
    return periods + dates > 0 and not _DIGIT.search(rest)
