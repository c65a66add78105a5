"""What the parts typed into a value's editor mean together."""

from dataclasses import dataclass, field, replace

from perfdesk.models.value import NUMERIC_SIGNS, QUALITATIVE, IndicatorValue, glue, split

COMMON_UNITS = (
    *("%", "万元", "元", "人次", "人", "次", "个", "家", "天", "场", "项", "件", "台", "套", "户"),
    *("处", "份", "册", "篇", "期", "批", "辆", "亩", "公顷", "平方米", "立方米", "公里", "吨"),
    *("年", "月", "工作日", "小时", "分钟", "亿元", "万美元", "元/人", "元/平方米", "倍", "分"),
    *("级", "‰", "个百分点", "百分比", "摄氏度"),
)
_SAYS_EQUAL = ("=", "＝", "等于")


@dataclass(frozen=True, slots=True)
class Parts:
    """The three fields of the editor as they stand.

    `whole` is true while everything is being typed into the number's field; `fixed` when the
    sign was chosen from the list and is not to follow the text. A bare number typed over a
    value stands for its number: sign and unit come from `known`.
    """

    sign: str = ""
    number: str = ""
    unit: str = ""
    whole: bool = False
    fixed: bool = False
    known: IndicatorValue = field(default_factory=IndicatorValue)

    @classmethod
    def of(cls, value: IndicatorValue) -> "Parts":
        """Part a value for editing; one that is printed otherwise is shown as printed."""
        parted = value.sign and glue(value.sign, value.number, value.unit) == value.text
        if not parted:
            return cls(number=value.text, whole=True)
        return cls(value.sign, value.number, value.unit)

    def meaning(self, percent: str) -> IndicatorValue:
        """Return the value that the parts are, split and put in order where they can be."""
        text = self.number.strip()
        if self.whole:
            return self._completed(IndicatorValue.typed(text, percent))
        unit = self.unit.strip()
        if not text:
            return IndicatorValue.of_parts(self.sign if unit or self.fixed else "", "", unit)
        typed = IndicatorValue.typed(text, percent)
        if typed.sign == QUALITATIVE and not self.fixed:
            return typed
        if typed.sign not in NUMERIC_SIGNS or self._is_fixed_wording():
            return IndicatorValue.of_parts(self.sign, text, unit)
        silent = typed.sign == "＝" and not text.startswith(_SAYS_EQUAL)
        kept = self.fixed or (silent and self.sign in NUMERIC_SIGNS)
        sign = self.sign if kept else typed.sign
        return IndicatorValue.of_parts(sign, typed.number, typed.unit or unit)

    def settled(self, percent: str) -> "Parts":
        """Return the same with each part in its field, as far as the text can be split."""
        value = self.meaning(percent)
        if not value.sign and not value.number:
            return self
        return replace(self, sign=value.sign, number=value.number, unit=value.unit, whole=False)

    def signed(self, sign: str, percent: str) -> "Parts":
        """Return the same with another sign, chosen for good."""
        settled = self.settled(percent)
        if sign == QUALITATIVE:
            return Parts(sign, glue("", settled.number, settled.unit), "", fixed=True)
        if settled.sign in ("", QUALITATIVE):
            _, number, unit = split(settled.number)
            if number and number != settled.number:
                return Parts(sign, number, unit or settled.unit, fixed=True)
        return replace(settled, sign=sign, whole=False, fixed=True)

    def _completed(self, typed: IndicatorValue) -> IndicatorValue:
        """Return what was typed, with the known sign and unit where it is a number alone."""
        known = self.known
        bare = typed.sign in NUMERIC_SIGNS and typed.number and not typed.unit
        if not bare or known.sign not in NUMERIC_SIGNS or not known.unit:
            return typed
        silent = typed.sign == "＝" and not self.number.strip().startswith(_SAYS_EQUAL)
        sign = known.sign if silent else typed.sign
        return IndicatorValue.of_parts(sign, typed.number, known.unit)

    def _is_fixed_wording(self) -> bool:
        return self.fixed and self.sign == QUALITATIVE
