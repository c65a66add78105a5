"""Draws one printable after the other, pages numbered through, with their numbers below."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from perfdesk.ui.look import theme
from perfdesk.ui.printing.contents import PrintedContents
from perfdesk.ui.printing.printable import (
    FINENESS,
    TEXT_SCALE,
    Head,
    Printable,
    print_font,
    units_per_inch,
)

_FOOTER_PX = 28


class PrintJob:
    """Several printables under one title, listed before them where `contents` are wanted."""

    def __init__(
        self, title: str, parts: Sequence[Printable], contents: PrintedContents | None = None
    ) -> None:
        self.title = title
        self._parts = parts
        self._contents = contents

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
        pages = self._pages(room)
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

    def _pages(self, room: QSize) -> list[tuple[Printable, int]]:
        """Return every page: what draws it, and which of its own it is."""
        pages: list[tuple[Printable, int]] = []
        heads: list[Head] = []
        for part in self._parts:
            own = part.lay_out(room)
            heads += [each._replace(page=each.page + len(pages)) for each in part.heads()]
            pages += [(part, number) for number in range(own)]
        contents = self._contents
        if contents is None:
            return pages
        contents.list(heads)
        return [*((contents, number) for number in range(contents.lay_out(room))), *pages]


def _wanted(printer: QPrinter, pages: int) -> range:
    """Return the pages that were chosen in the dialog, all where none were."""
    if printer.printRange() != QPrinter.PrintRange.PageRange or not printer.fromPage():
        return range(pages)
    return range(min(printer.fromPage(), pages) - 1, min(printer.toPage(), pages))


def _write_number(painter: QPainter, room: QSize, footer: int, words: str) -> None:
    painter.setFont(print_font(theme.TEXT_PX * TEXT_SCALE))
    painter.setPen(theme.colour("ink"))
    below = QRectF(0, room.height(), room.width(), footer)
    flag = Qt.AlignmentFlag
    painter.drawText(below, flag.AlignHCenter | flag.AlignBottom, words)
