"""Draws one printable after the other, pages numbered through, with their numbers below."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from perfdesk.ui.look import theme
from perfdesk.ui.printing.printable import FINENESS, TEXT_SCALE, Printable, units_per_inch

_FOOTER_PX = 28
_PX_PER_INCH = 96


class PrintJob:
    """Several printables under one title."""

    def __init__(self, title: str, parts: Sequence[Printable]) -> None:
        self.title = title
        self._parts = parts

    @property
    def wide(self) -> bool:
        """Whether anything in it wants its paper across."""
        return any(part.wide for part in self._parts)

    def draw(self, printer: QPrinter) -> int:
        """Draw the pages that the printer asks for; returns how many there are in all."""
        with theme.on_paper():
            return self._draw(printer)

    def _draw(self, printer: QPrinter) -> int:
        dpi = printer.resolution()
        scale = dpi / units_per_inch()
        page = printer.pageRect(QPrinter.Unit.DevicePixel)
        footer = round(_FOOTER_PX * FINENESS)
        room = QSize(int(page.width() / scale), int(page.height() / scale) - footer)
        pages = [(part, number) for part in self._parts for number in range(part.lay_out(room))]
        wanted = _wanted(printer, len(pages))
        painter = QPainter(printer)
        painter.scale(scale, scale)
        for at, number in enumerate(wanted):
            if at:
                printer.newPage()
            part, own = pages[number]
            painter.save()
            # A preview draws what changes: letters in the first black would have its own ink.
            painter.setPen(theme.colour("line"))
            part.draw(painter, own)
            painter.restore()
            _write_number(painter, room, footer, f"第{number + 1}页 共{len(pages)}页")
        painter.end()
        return len(pages)


def _wanted(printer: QPrinter, pages: int) -> range:
    """Return the pages that were chosen in the dialog, all where none were."""
    if printer.printRange() != QPrinter.PrintRange.PageRange or not printer.fromPage():
        return range(pages)
    return range(min(printer.fromPage(), pages) - 1, min(printer.toPage(), pages))


def _write_number(painter: QPainter, room: QSize, footer: int, words: str) -> None:
    font = theme.font()
    # In points it would be as large as the printer has them, and then scaled once more.
    font.setPixelSize(round(theme.TEXT_PX * TEXT_SCALE * units_per_inch() / _PX_PER_INCH))
    painter.setFont(font)
    painter.setPen(theme.colour("ink"))
    below = QRectF(0, room.height(), room.width(), footer)
    flag = Qt.AlignmentFlag
    painter.drawText(below, flag.AlignHCenter | flag.AlignBottom, words)
