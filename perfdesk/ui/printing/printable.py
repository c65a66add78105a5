"""What can be printed, and in which measure."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QGuiApplication, QPainter

from perfdesk.ui.look import theme

FINENESS = 4
"""How much finer than on the screen things are laid out for paper, so that letters stand well."""

TEXT_SCALE = 12 / 13
"""Texts of 13 px on the screen are 12 px on paper, which is 小五 (9 points)."""


_PX_PER_INCH = 96


class Head(NamedTuple):
    """What a list of contents names: a title of a part (`level` 0) or below it, and its page."""

    text: str
    level: int
    page: int


class Printable(Protocol):
    """Something that fills pages. All lengths are in `units_per_inch`."""

    @property
    def wide(self) -> bool:
        """Whether it wants its paper across."""
        ...

    def lay_out(self, room: QSize) -> int:
        """Lay everything out on pages of this size; returns how many there are."""
        ...

    def heads(self) -> Sequence[Head]:
        """Return what a list of contents names of it, once it is laid out."""
        ...

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw a page, counted from 0, at the painter's origin."""
        ...


def units_per_inch() -> float:
    """Return how many units of length printables go by make an inch."""
    return QGuiApplication.primaryScreen().logicalDotsPerInchX() * FINENESS


def print_font(px: float, *, bold: bool = False, serif: bool = False) -> QFont:
    """Return a font for what is drawn itself, as large on paper as `px` is on the screen."""
    font = theme.font(theme.TEXT_PX, bold=bold, serif=serif)
    # In points it would be as large as the printer has them, and then scaled once more.
    font.setPixelSize(round(px * units_per_inch() / _PX_PER_INCH))
    return font
