"""How large things on the paper are at a zoom, and how texts are set into the cells."""

from typing import Any, NamedTuple, cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from perfdesk.models.sheet import Role
from perfdesk.ui.look import theme

PADDING_X = 8
PADDING_Y = 5
_CENTRED = (Role.TITLE, Role.LABEL, Role.HEADING, Role.PERCENT, Role.LEVEL, Role.VALUE)
_ROW_PX = {
    Role.TITLE: 46,
    Role.UNIT: 28,
    Role.MONEY_UNIT: 28,
    Role.LABEL: 30,
    Role.HEADING: 32,
    Role.TEXT: 30,
    Role.AMOUNT: 30,
    Role.PERCENT: 30,
    Role.LEVEL: 40,
    Role.VALUE: 40,
    Role.GAP: 16,
}
_KEPT = 4000


class Lettering(NamedTuple):
    """A text set into lines of one width, ready to be drawn."""

    layout: QTextLayout
    height: float


Strong = tuple[int, int] | None
"""Where the part of a text that is printed strong begins, and how long it is."""


class Metrics:
    """Measures, fonts and set texts for one zoom and one screen."""

    def __init__(self, zoom: float = 1.0, dpi: float = 96.0) -> None:
        self.zoom = zoom
        self.scale = zoom * dpi / 96
        self._fonts = {role: self._font(role, zoom) for role in Role}
        self._small = theme.font(theme.SMALL_PX * zoom)
        self._faces = {role: QFontMetricsF(font) for role, font in self._fonts.items()}
        self._set: dict[tuple[str, Role, int, Strong, int, str], Lettering] = {}

    def px(self, length: float) -> int:
        """Return a length given in px at 100 % as it is on this screen at this zoom."""
        return round(length * self.scale)

    def font(self, role: Role) -> QFont:
        """Return the font a role is printed in."""
        return self._fonts[role]

    @property
    def small_font(self) -> QFont:
        """The font of hints and marks."""
        return self._small

    def line_height(self, role: Role) -> float:
        """Return how high one line is."""
        return self._faces[role].height()

    def least_height(self, role: Role) -> int:
        """Return how high a cell of a role is even when it is empty."""
        return self.px(_ROW_PX[role])

    def cell_height(
        self, text: str, role: Role, width: int, strong: Strong = None, *, small: int = 0
    ) -> int:
        """Return how high a cell must be for its text to fit into `width`, paddings included."""
        least = self.least_height(role)
        inner = max(1, width - 2 * self.px(PADDING_X))
        em = self._faces[role].height()
        # A line height is more than any character is wide: what is surely one line needs no
        # setting, and that is nearly every cell.
        if "\n" not in text and "\u2028" not in text and len(text) * em < inner:
            return least
        height = self.set(text, role, inner, strong, small=small).height
        return max(least, round(height + 0.499) + 2 * self.px(PADDING_Y))

    def set(
        self,
        text: str,
        role: Role,
        width: int,
        strong: Strong = None,
        *,
        small: int = 0,
        ink: str = "",
    ) -> Lettering:
        """Set a text into lines of `width`; long words break where they must.

        What begins at `small` is set small, nothing for 0. The strong part, or all before the
        small one, has an `ink` of its own where one is named: `#1c2430`.
        """
        key = (text, role, width, strong, small, ink)
        known = self._set.get(key)
        if known is None:
            if len(self._set) >= _KEPT:
                self._set.clear()
            looks = self._looks(text, strong, small, ink)
            known = self._set[key] = self._lettering(text, role, width, looks)
        return known

    def _looks(
        self, text: str, strong: Strong, small: int, ink: str
    ) -> list[QTextLayout.FormatRange]:
        looks: list[QTextLayout.FormatRange] = []
        if strong or (ink and small):
            look = QTextCharFormat()
            if strong:
                look.setFontWeight(QFont.Weight.DemiBold)
            if ink:
                look.setForeground(QColor(ink))
            looks.append(part(*(strong or (0, small)), look))
        if small:
            little = QTextCharFormat()
            little.setFontPointSize(self._small.pointSizeF())
            looks.append(part(small, len(text) - small, little))
        return looks

    def _lettering(
        self, text: str, role: Role, width: int, looks: list[QTextLayout.FormatRange]
    ) -> Lettering:
        layout = QTextLayout(text.replace("\n", "\u2028"), self._fonts[role])
        layout.setTextOption(text_option(role))
        if looks:
            layout.setFormats(looks)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return Lettering(layout, top)

    def _font(self, role: Role, zoom: float) -> QFont:
        if role is Role.TITLE:
            return theme.font(theme.TITLE_PX * zoom, bold=True, serif=True)
        return theme.font(theme.TEXT_PX * zoom)


def alignment(role: Role) -> Qt.AlignmentFlag:
    """Return how the lines of a role are aligned."""
    if role in _CENTRED:
        return Qt.AlignmentFlag.AlignHCenter
    if role in (Role.AMOUNT, Role.MONEY_UNIT):
        return Qt.AlignmentFlag.AlignRight
    return Qt.AlignmentFlag.AlignLeft


def text_option(role: Role) -> QTextOption:
    """Return how texts of a role are set, the same in cells and in their editors."""
    option = QTextOption(alignment(role))
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def part(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    """Return a part of a text that looks different from the rest."""
    # The class has these three attributes, but its type hints do not name them.
    made: Any = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, look
    return cast("QTextLayout.FormatRange", made)
