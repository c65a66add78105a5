"""What can be printed, and in which measure."""

from typing import Protocol

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QPainter

FINENESS = 4
"""How much finer than on the screen things are laid out for paper, so that letters stand well."""

TEXT_SCALE = 12 / 13
"""Texts of 13 px on the screen are 12 px on paper, which is 小五 (9 points)."""


class Printable(Protocol):
    """Something that fills pages. All lengths are in `units_per_inch`."""

    @property
    def wide(self) -> bool:
        """Whether it wants its paper across."""
        ...

    def lay_out(self, room: QSize) -> int:
        """Lay everything out on pages of this size; returns how many there are."""
        ...

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw a page, counted from 0, at the painter's origin."""
        ...


def units_per_inch() -> float:
    """Return how many units of length printables go by make an inch."""
    return QGuiApplication.primaryScreen().logicalDotsPerInchX() * FINENESS
