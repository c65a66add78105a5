"""目录: the title of what is printed, and on which page each part of it begins."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from perfdesk.ui.look import theme
from perfdesk.ui.printing.printable import Head, print_font

_TITLE_PX, _HEADING_PX, _TEXT_PX = 22, 17, 15
_LINE = 1.75
"""How high a line is, of what its letters are."""
_INDENT = 2
_NUMBER_EM = 3
_DOT = "·"


class _Line(NamedTuple):
    """One line; `page` stands at its end, None where it goes on in the next one."""

    text: str
    font: QFont
    left: float = 0.0
    page: int | None = None
    centred: bool = False


class PrintedContents:
    """A list of contents, to be printed before what it lists."""

    wide = False

    def __init__(self, title: str) -> None:
        self._title = title
        self._heads: Sequence[Head] = ()
        self._pages: list[list[_Line]] = [[]]
        self._width = 0

    def heads(self) -> Sequence[Head]:
        """Return nothing: it does not list itself."""
        return ()

    def list(self, heads: Sequence[Head]) -> None:
        """List these; their pages are counted from 0 behind the list itself."""
        self._heads = heads

    def lay_out(self, room: QSize) -> int:
        """Lay the list out; returns how many pages it takes."""
        self._width = room.width()
        self._pages, height = [[]], 0.0
        for line in self._lines():
            height += _height(line)
            if height > room.height() and self._pages[-1]:
                self._pages.append([])
                height = _height(line)
            self._pages[-1].append(line)
        return len(self._pages)

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw one page."""
        painter.setPen(theme.colour("ink"))
        top = 0.0
        for line in self._pages[page]:
            place = QRectF(line.left, top, self._width - line.left, _height(line))
            painter.setFont(line.font)
            flag = Qt.AlignmentFlag
            side = flag.AlignHCenter if line.centred else flag.AlignLeft
            painter.drawText(place, side | flag.AlignVCenter, line.text)
            if line.page is not None:
                self._draw_number(painter, place, line, str(line.page + len(self._pages) + 1))
            top += _height(line)

    def _draw_number(self, painter: QPainter, place: QRectF, line: _Line, number: str) -> None:
        face = QFontMetricsF(line.font)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | middle, number)
        gap = face.horizontalAdvance(_DOT)
        left = place.left() + face.horizontalAdvance(line.text) + gap
        right = place.right() - face.horizontalAdvance(number) - gap
        if right > left:
            dots = _DOT * int((right - left) / gap)
            between = QRectF(left, place.top(), right - left, place.height())
            painter.drawText(between, Qt.AlignmentFlag.AlignRight | middle, dots)

    def _lines(self) -> Iterator[_Line]:
        for text, px in ((self._title, _TITLE_PX), ("目　录", _HEADING_PX)):
            font = print_font(px, bold=True, serif=True)
            for piece in _wrapped(text, font, self._width):
                yield _Line(piece, font, centred=True)
        for head in self._heads:
            font = print_font(_TEXT_PX, bold=not head.level, serif=True)
            em = QFontMetricsF(font).horizontalAdvance("字")
            left = head.level * _INDENT * em
            *begun, last = _wrapped(head.text, font, self._width - left - _NUMBER_EM * em)
            for piece in begun:
                yield _Line(piece, font, left)
            yield _Line(last, font, left, head.page)


def _height(line: _Line) -> float:
    return QFontMetricsF(line.font).height() * _LINE


def _wrapped(text: str, font: QFont, width: float) -> list[str]:
    """Part a text into lines that are at most as wide, between any two characters."""
    face, lines = QFontMetricsF(font), [""]
    for character in text:
        if lines[-1] and face.horizontalAdvance(lines[-1] + character) > width:
            lines.append("")
        lines[-1] += character
    return lines
