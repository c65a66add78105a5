"""How desk, paper and cells are drawn."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from perfdesk.models.sheet import Cell, Role
from perfdesk.ui.form.cells import Block
from perfdesk.ui.form.layout import SheetLayout
from perfdesk.ui.form.metrics import PADDING_X
from perfdesk.ui.look import theme
from perfdesk.ui.look.carried import paint_carried_corner

if TYPE_CHECKING:  # nothing is judged before the first paint
    from perfdesk.ui.form.flags import Flags
    from perfdesk.ui.look.marks import Mark

BARE = (Role.TITLE, Role.UNIT, Role.MONEY_UNIT, Role.GAP)
"""What is printed on the paper without lines around it."""
_SHADED = (Role.LABEL, Role.HEADING)
_SOFT = (Role.LABEL, Role.HEADING, Role.UNIT, Role.MONEY_UNIT)
_SHADOW = (0.55, 0.32, 0.2, 0.12, 0.06)
"""How much of the shadow's colour there is at 1, 2 … px around the paper."""
_SHADOW_PX = len(_SHADOW)
_EDGE_PX = 2


class Marked(NamedTuple):
    """What of the sheet is picked out: cells selected, current, edited, under the mouse.

    `handles` are the rows that show one, `target` the row before which dragged rows would go,
    `flags` the marks of what checks found, `framed` those of them with lines around them,
    `carried` what came from elsewhere untouched. `square` is the block that shows one to be
    filled with, `filling` what that would fill. On a sheet that is `locked` nothing offers to be
    changed.
    """

    selected: frozenset[Cell] = frozenset()
    current: Cell | None = None
    edited: Cell | None = None
    hovered: Cell | None = None
    handles: frozenset[int] = frozenset()
    target: int | None = None
    flags: "Mapping[Cell, Mark]" = {}  # noqa: RUF012 - nobody writes into a mapping
    carried: frozenset[Cell] = frozenset()
    square: Block | None = None
    filling: Block | None = None
    locked: bool = False
    framed: frozenset[Cell] = frozenset()

    def differing(self, other: "Marked") -> frozenset[Cell]:
        """Return the cells that look different where another is shown instead."""
        cells = {*(self.selected ^ other.selected), *(self.carried ^ other.carried)}
        cells |= self.framed ^ other.framed
        if len(self.selected) != len(other.selected):
            cells |= {cell for cell in (self.current, other.current) if cell}
        for one, two in (
            (self.current, other.current),
            (self.edited, other.edited),
            (self.hovered, other.hovered),
        ):
            cells |= {cell for cell in (one, two) if cell and one != two}
            cells |= {cell for cell in (one, two) if cell and self.locked != other.locked}
        if self.flags != other.flags:
            cells |= {cell for cell, _ in self.flags.items() ^ other.flags.items()}
        return frozenset(cells)


def has_chevron(cell: Cell, *, locked: bool) -> bool:
    """Whether a cell shows, where one is, that there is a list to choose from."""
    return cell.role is Role.LEVEL and not locked


class SheetPainter:
    """Draws one sheet into a painter whose origin is the corner of the desk.

    `sight` is the part of the desk that is seen.
    """

    def __init__(self, layout: SheetLayout, sight: QRect) -> None:
        self._layout = layout
        self._sight = sight
        self._metrics = layout.metrics

    def paint(self, painter: QPainter, area: QRect, marked: Marked, *, focused: bool) -> None:
        """Draw what lies in `area`."""
        self._paper(painter, area)
        layout = self._layout
        # The lines on the edge of a row are its neighbour's too.
        first, last = layout.row_at(area.top() - _EDGE_PX), layout.row_at(area.bottom() + _EDGE_PX)
        cells = {cell: None for row in range(first, last + 1) for cell in layout.cells.in_row(row)}
        for cell in cells:
            self._cell(painter, cell, marked)
        self._lines(painter, [cell for cell in cells if cell.role not in BARE])
        flags = self._flags(marked, first, last)
        if flags:
            flags.paint_frames(painter)
        for row in marked.handles:
            self._handle(painter, row)
        if marked.current and not marked.edited:
            self._frame(painter, marked.current, focused=focused)
        if flags:
            flags.paint_corners(painter)
        if marked.square and not marked.edited:
            self._square(painter, marked.square, focused=focused)
        if marked.filling:
            self._filling(painter, marked.filling)
        if marked.target is not None:
            self._drop_line(painter, marked.target)

    def _flags(self, marked: Marked, first: int, last: int) -> "Flags | None":
        """Return the marks in some rows; none on the cell that is being edited."""
        seen = {
            cell: mark
            for cell, mark in marked.flags.items()
            if cell != marked.edited and cell.row <= last and first < cell.row + cell.rows
        }
        if not seen:
            return None
        from perfdesk.ui.form.flags import Flags

        return Flags(self._layout, seen, marked.framed)

    def _paper(self, painter: QPainter, area: QRect) -> None:
        paper = self._layout.paper
        if paper.adjusted(_SHADOW_PX, _SHADOW_PX, -_SHADOW_PX, -_SHADOW_PX).contains(area):
            theme.fill(painter, area, "paper")
            return
        theme.fill(painter, area, "desk")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme.RADIUS_PX
        for grown in range(_SHADOW_PX, 0, -1):
            # Mixed beforehand: to draw large outlines half transparent takes six times as long.
            soft = theme.mixed("desk", "shadow", _SHADOW[grown - 1])
            painter.setPen(QPen(soft, 1.2))
            edge = QRectF(paper).adjusted(-grown / 2, -grown / 3, grown / 2, grown / 1.5)
            painter.drawRoundedRect(edge, radius + grown / 2, radius + grown / 2)
        painter.setPen(QPen(theme.colour("line"), 1.0))
        painter.setBrush(theme.colour("paper"))
        painter.drawRoundedRect(QRectF(paper).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.restore()

    def _cell(self, painter: QPainter, cell: Cell, marked: Marked) -> None:
        rect = self._layout.rect(cell)
        if cell.role in _SHADED:
            theme.fill(painter, rect, "label")
        elif cell in marked.selected and cell != marked.current:
            theme.fill(painter, rect, "accent_ground")
        if cell == marked.edited:
            return
        soft = cell.role in _SOFT or cell in marked.carried
        self._text(painter, cell, "soft_ink" if soft else "ink")
        if cell in marked.carried:
            corner = QPointF(rect.left() + 1, rect.top() + 1)
            paint_carried_corner(painter, corner, self._metrics.scale)
        if has_chevron(cell, locked=marked.locked) and cell in (marked.current, marked.hovered):
            self._chevron(painter, rect)

    def _text(self, painter: QPainter, cell: Cell, ink: str) -> None:
        shown = self._layout.shown(cell)
        if not shown.text:
            return
        padding = self._metrics.px(PADDING_X)
        rect = self._layout.seen(cell, self._sight)
        # Drawn with selections instead, a text of two lines lost its soft parts at some heights.
        inked = shown.strong is not None or shown.small > 0
        letters = self._metrics.set(
            shown.text,
            cell.role,
            rect.width() - 2 * padding,
            shown.strong,
            small=shown.small,
            ink=theme.colour(ink).name() if inked else "",
        )
        side = {Role.UNIT: 0, Role.MONEY_UNIT: 2 * padding}.get(cell.role, padding)
        spare = max(0.0, rect.height() - letters.height)
        painter.setPen(theme.colour("soft_ink" if inked else ink))
        corner = QPointF(rect.left() + side, rect.top() + spare / 2)
        letters.layout.draw(painter, corner, [])

    def _chevron(self, painter: QPainter, rect: QRect) -> None:
        size = self._metrics.px(4)
        x = rect.right() - self._metrics.px(12)
        y = rect.center().y() - size // 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("soft_ink"), 1.4))
        painter.drawPolyline([QPointF(x - size, y), QPointF(x, y + size), QPointF(x + size, y)])
        painter.restore()

    def _handle(self, painter: QPainter, row: int) -> None:
        """Draw six dots to take a row by."""
        rect = self._layout.handle(row)
        dot, step = self._metrics.px(2), self._metrics.px(4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("soft_ink"))
        centre = QPointF(rect.center())
        for x in (-0.5, 0.5):
            for y in (-1, 0, 1):
                painter.drawEllipse(centre + QPointF(x * step, y * step), dot * 0.6, dot * 0.6)
        painter.restore()

    def _drop_line(self, painter: QPainter, row: int) -> None:
        line = self._layout.gap_above(row)
        theme.fill(painter, line, "accent")

    def _square(self, painter: QPainter, block: Block, *, focused: bool) -> None:
        """Draw the square that a block is filled with, apart from what lies under it."""
        rect = self._layout.fill_square(block)
        theme.fill(painter, rect.adjusted(-1, -1, 1, 1), "paper")
        theme.fill(painter, rect, "accent" if focused else "soft_ink")

    def _filling(self, painter: QPainter, block: Block) -> None:
        """Draw a dashed line around what would be filled."""
        width = max(2, self._metrics.px(2))
        painter.setPen(QPen(theme.colour("accent"), width, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self._layout.block_rect(block))

    def _lines(self, painter: QPainter, cells: Sequence[Cell]) -> None:
        lines: list[QLineF] = []
        for cell in cells:
            rect = QRectF(self._layout.rect(cell))
            corners = (rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft())
            lines += [QLineF(corners[i], corners[(i + 1) % 4]) for i in range(4)]
        painter.setPen(self.line_pen(painter))
        painter.drawLines(lines)

    def line_pen(self, painter: QPainter) -> QPen:
        """Return the pen of the lines around cells."""
        return hairline(painter, theme.colour("line"))

    def _frame(self, painter: QPainter, cell: Cell, *, focused: bool) -> None:
        width = max(2, self._metrics.px(2))
        rect = QRectF(self._layout.rect(cell)).adjusted(0, 0, 1, 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("accent" if focused else "soft_ink"), width)
        painter.setPen(pen)
        inset = width / 2
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 2, 2)
        painter.restore()


def hairline(painter: QPainter, colour: QColor) -> QPen:
    """Return a pen for lines of 1 px that are equally strong at every scale of the screen."""
    pen = QPen(colour, max(1, int(painter.device().devicePixelRatioF())))
    pen.setCosmetic(True)
    return pen
