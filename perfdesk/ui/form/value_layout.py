"""Where sign, number and unit lie in a value's cell: side by side, or the unit below."""

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QRect, QSize
from PySide6.QtGui import QFontMetrics

from perfdesk.models.sheet import Role
from perfdesk.ui.form.growing_text import GrowingText
from perfdesk.ui.form.metrics import PADDING_Y, Metrics
from perfdesk.ui.form.sign_field import SignField

LEAST_PX = 88
_SIDE_PX = 4
_GAP_PX = 4
_UNIT_PX = 34
_NUMBER_PX = 30


class ValueLayout:
    """Keeps the parts within the width of their cell: they grow downwards alone."""

    def __init__(
        self, sign: SignField, number: GrowingText, unit: GrowingText, metrics: Metrics
    ) -> None:
        self._sign = sign
        self._number = number
        self._unit = unit
        self._metrics = metrics

    def height_for(self, width: int) -> int:
        """Return how high the cell must be at a width."""
        heights = [_height(row) for row in self._rows(width)]
        needed = sum(heights) + (len(heights) - 1) * self._metrics.px(_GAP_PX)
        least = self._metrics.least_height(Role.VALUE)
        return max(least, needed + 2 * self._metrics.px(PADDING_Y))

    def arrange(self, size: QSize) -> None:
        """Lay the parts into a cell of a size, in the middle of its height."""
        side, gap = self._metrics.px(_SIDE_PX), self._metrics.px(_GAP_PX)
        rows = self._rows(size.width())
        y = size.height() - sum(map(_height, rows)) - (len(rows) - 1) * gap
        y = max(0, y // 2)
        wanted = self._sign.sizeHint()
        high = min(wanted.height(), size.height() - 2 * side)
        self._sign.setGeometry(side, y + (_height(rows[0]) - high) // 2, wanted.width(), high)
        for row in rows:
            x = side + wanted.width() + gap
            for field, room in row:
                needed = min(field.height_for(room), size.height())
                field.setGeometry(QRect(x, y + (_height(row) - needed) // 2, room, needed))
                x += room + gap
            y += _height(row) + gap

    def part_at(self, x: int, y: int) -> SignField | GrowingText:
        """Return the part that a point of the cell is in, or next to."""
        if x < self._number.x():
            return self._sign
        if self._unit.isHidden():
            return self._number
        unit = self._unit.geometry()
        in_unit = x >= unit.left() if self._beside else y >= unit.top()
        return self._unit if in_unit else self._number

    def lines(self, height: int) -> Iterator[QLineF]:
        """Yield the lines between parts that lie side by side in a cell of a height."""
        top, bottom = height * 0.25, height * 0.75
        x = self._sign.geometry().right() + 2
        yield QLineF(x, top, x, bottom)
        if not self._unit.isHidden() and self._beside:
            x = self._unit.x() - 3
            yield QLineF(x, top, x, bottom)

    @property
    def _beside(self) -> bool:
        return self._unit.x() > self._number.x()

    def _rows(self, width: int) -> list[list[tuple[GrowingText, int]]]:
        """Return the fields of each row and how wide they are."""
        side, gap = self._metrics.px(_SIDE_PX), self._metrics.px(_GAP_PX)
        room = max(1, width - 2 * side - self._sign.sizeHint().width() - gap)
        if self._unit.isHidden():
            return [[(self._number, room)]]
        unit = max(_advance(self._unit) + 2 * gap, self._metrics.px(_UNIT_PX))
        number = max(_advance(self._number) + gap, self._metrics.px(_NUMBER_PX))
        if number + gap + unit > room:
            return [[(self._number, room)], [(self._unit, room)]]
        return [[(self._number, room - gap - unit), (self._unit, unit)]]


def _height(row: list[tuple[GrowingText, int]]) -> int:
    return max(field.height_for(room) for field, room in row)


def _advance(field: GrowingText) -> int:
    """Return how wide a field's text is in one line."""
    return QFontMetrics(field.font()).horizontalAdvance(field.text())
