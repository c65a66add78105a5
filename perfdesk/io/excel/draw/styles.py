"""How cells look in Excel: one named style for each kind of cell, made once for a workbook."""

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.workbook.workbook import Workbook

from perfdesk.io.excel.pages.page import FONT_SIZE, TITLE_SIZE, Extra, Look
from perfdesk.models.sheet import Role

FONT = "宋体"
_DEFAULT_SIZE = 11
_TEXT = "@"
_MONEY = "0.00"
_GENERAL = "General"
_SHADE = "F2F5F9"
_NAMES: dict[Look, str] = {
    Role.TITLE: "绩效-标题",
    Role.UNIT: "绩效-单位",
    Role.MONEY_UNIT: "绩效-金额单位",
    Role.LABEL: "绩效-栏目",
    Role.HEADING: "绩效-表头",
    Role.TEXT: "绩效-文字",
    Role.AMOUNT: "绩效-金额",
    Role.PERCENT: "绩效-百分比",
    Role.LEVEL: "绩效-指标级别",
    Role.VALUE: "绩效-指标值",
    Extra.SECTION: "绩效-章节",
    Extra.PROSE: "绩效-段落",
    Extra.ORDINAL: "绩效-序号",
    Extra.TOTAL: "绩效-合计",
    Extra.TOTAL_AMOUNT: "绩效-合计金额",
    Extra.GROUP: "绩效-项目",
    Extra.NOTE: "绩效-备注",
    Extra.ERROR: "绩效-强制",
    Extra.WARNING: "绩效-提示",
    Extra.HINT: "绩效-建议",
}
_PLAIN = (Role.TITLE, Role.UNIT, Role.MONEY_UNIT, Extra.SECTION, Extra.NOTE)
_BOLD = (
    Role.TITLE,
    Role.HEADING,
    Extra.SECTION,
    Extra.TOTAL,
    Extra.TOTAL_AMOUNT,
    Extra.GROUP,
    Extra.ERROR,
)
_SHADED = (Role.LABEL, Role.HEADING, Extra.TOTAL, Extra.TOTAL_AMOUNT, Extra.GROUP)
_LEFT = (Role.UNIT, Role.TEXT, Extra.SECTION, Extra.PROSE, Extra.GROUP, Extra.NOTE)
_RIGHT = (Role.MONEY_UNIT, Role.AMOUNT, Extra.TOTAL_AMOUNT)
_INKS: dict[Look, str] = {
    Extra.ERROR: "B3261E",
    Extra.WARNING: "9A5B00",
    Extra.HINT: "355C8A",
}
"""Dark enough to be read in black and white too."""
_FORMATS: dict[Look, str] = {
    Role.AMOUNT: _MONEY,
    Extra.TOTAL_AMOUNT: _MONEY,
    Role.PERCENT: "0%",
    Extra.ORDINAL: _GENERAL,
    Extra.TOTAL: _GENERAL,
}


class Styles:
    """The cell styles of one new workbook, by the numbers that its cells refer to them with."""

    def __init__(self, workbook: Workbook) -> None:
        # The font that column widths are counted in; openpyxl has no public way to it.
        normal: NamedStyle = workbook._named_styles["Normal"]  # type: ignore[attr-defined] # noqa: SLF001
        normal.font = Font(name=FONT, size=_DEFAULT_SIZE)
        normal.bind(workbook)
        for look, name in _NAMES.items():
            workbook.add_named_style(_style(look, name))
        self._sheet = workbook.worksheets[0]
        self._numbers: dict[tuple[Look, str], int] = {}

    def number(self, look: Look, number_format: str) -> int:
        """Return the style for a look, with another number format than its own unless empty.

        A text in a cell of the format General gets the mark that it is one.
        """
        key = look, number_format
        if key not in self._numbers:
            cell = Cell(self._sheet, 1, 1)
            cell.style = _NAMES[look]
            if number_format:
                cell.number_format = number_format
                cell.quotePrefix = number_format == _GENERAL
            self._numbers[key] = cell.style_id
        return self._numbers[key]


def _style(look: Look, name: str) -> NamedStyle:
    line = Side(style="thin", color="000000")
    title = look is Role.TITLE
    horizontal = "left" if look in _LEFT else "right" if look in _RIGHT else "center"
    return NamedStyle(
        name,
        font=Font(
            name=FONT,
            size=TITLE_SIZE if title else FONT_SIZE,
            bold=look in _BOLD,
            color=_INKS.get(look),
        ),
        fill=PatternFill("solid", fgColor=_SHADE) if look in _SHADED else PatternFill(),
        border=Border() if look in _PLAIN else Border(left=line, right=line, top=line, bottom=line),
        alignment=Alignment(horizontal=horizontal, vertical="center", wrap_text=True),
        number_format=_FORMATS.get(look, _TEXT),
    )
