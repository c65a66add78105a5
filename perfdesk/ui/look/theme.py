"""The colours, fonts and measures of the window, light and dark. Nothing else names a colour."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QApplication

from perfdesk.ui.look.style import style_sheet


class Tokens(NamedTuple):
    """The colours of one appearance, as `#rrggbb`."""

    desk: str
    panel: str
    paper: str
    ink: str
    soft_ink: str
    line: str
    label: str
    error: str
    error_ground: str
    warning: str
    warning_ground: str
    hint: str
    hint_ground: str
    done: str
    done_ground: str
    accent: str
    accent_ground: str
    on_accent: str
    shadow: str


LIGHT = Tokens(
    desk="#eef0f3",
    panel="#f7f8fa",
    paper="#ffffff",
    ink="#1c2430",
    soft_ink="#5b6675",
    line="#d4d9e0",
    label="#f2f5f9",
    error="#c62828",
    error_ground="#fdeceb",
    warning="#9a5b00",
    warning_ground="#fff4e0",
    hint="#3b6ea5",
    hint_ground="#eaf2fb",
    done="#2e7d32",
    done_ground="#e9f5ea",
    accent="#1f5fbf",
    accent_ground="#e3edfb",
    on_accent="#ffffff",
    shadow="#c9ced6",
)
DARK = Tokens(
    desk="#16191e",
    panel="#1d2127",
    paper="#23282f",
    ink="#e4e8ee",
    soft_ink="#9aa5b3",
    line="#3a424d",
    label="#2a3038",
    error="#ff7b72",
    error_ground="#3d2626",
    warning="#f0b352",
    warning_ground="#3a3020",
    hint="#7fb4ec",
    hint_ground="#223044",
    done="#6fcf7a",
    done_ground="#22362a",
    accent="#6ea8ff",
    accent_ground="#24364f",
    on_accent="#10151c",
    shadow="#0d0f12",
)

PAPER = LIGHT._replace(ink="#000000", soft_ink="#000000", line="#404040", label="#f2f2f2")
"""What is printed: black on white, whatever the window looks like."""

SANS = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "PingFang SC",
    "sans-serif",
)
SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "宋体", "NSimSun", "serif")

TEXT_PX = 13
SMALL_PX = 11
TITLE_PX = 20
ROW_PX = 28
RADIUS_PX = 5

_POINTS_PER_PX = 72 / 96
_paper: list[Tokens] = []


def tokens() -> Tokens:
    """Return the colours of the appearance that the application shows now, or of paper."""
    if _paper:
        return _paper[-1]
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return LIGHT if ground.lightness() > 127 else DARK


@contextmanager
def on_paper() -> Iterator[None]:
    """Give everything that is drawn inside a `with` block the colours of print."""
    _paper.append(PAPER)
    try:
        yield
    finally:
        _paper.pop()


def colour(name: str) -> QColor:
    """Return one token as a colour Qt can paint with."""
    return QColor(getattr(tokens(), name))


def mixed(one: str, other: str, share: float) -> QColor:
    """Return the colour of a token with a share of another in it, from 0 to 1."""
    a, b = colour(one), colour(other)
    pairs = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return QColor(*(round(x + (y - x) * share) for x, y in pairs))


def font(px: float = TEXT_PX, *, bold: bool = False, serif: bool = False) -> QFont:
    """Return the window's font in a size given in px at 100 %; it grows with the system."""
    chosen = QFont()
    chosen.setFamilies(list(SERIF if serif else SANS))
    chosen.setPointSizeF(px * _POINTS_PER_PX)
    chosen.setBold(bold)
    if _paper:  # letters of local shapes could be neither searched nor copied in a PDF
        chosen.setFeature(QFont.Tag("locl"), 0)
    return chosen


def fill(painter: QPainter, rect: QRect, name: str) -> None:
    """Fill a rectangle with a token; leaves the painter without pen and brush.

    `QPainter.fillRect` does the same, but loads the names of two hundred gradients first.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(name))
    painter.drawRect(rect)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def outline(painter: QPainter, rect: QRect, name: str = "accent") -> None:
    """Draw a line of 1 px just inside a rectangle; leaves the painter without pen and brush."""
    for edge in (
        QRect(rect.left(), rect.top(), rect.width(), 1),
        QRect(rect.left(), rect.bottom(), rect.width(), 1),
        QRect(rect.left(), rect.top(), 1, rect.height()),
        QRect(rect.right(), rect.top(), 1, rect.height()),
    ):
        fill(painter, edge, name)


def system_is_dark() -> bool:
    """Whether the system asks for a dark appearance."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def apply(application: QApplication, *, dark: bool) -> None:
    """Give the whole application one appearance."""
    chosen = DARK if dark else LIGHT
    application.setFont(font())
    application.setPalette(_palette(chosen))
    application.setStyleSheet(style_sheet(chosen._asdict()))


def _palette(chosen: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for each, name in (
        (role.Window, chosen.panel),
        (role.WindowText, chosen.ink),
        (role.Base, chosen.paper),
        (role.AlternateBase, chosen.label),
        (role.Text, chosen.ink),
        (role.Button, chosen.panel),
        (role.ButtonText, chosen.ink),
        (role.BrightText, chosen.error),
        (role.PlaceholderText, chosen.soft_ink),
        (role.Highlight, chosen.accent),
        (role.HighlightedText, chosen.on_accent),
        (role.Link, chosen.accent),
        (role.LinkVisited, chosen.accent),
        (role.ToolTipBase, chosen.paper),
        (role.ToolTipText, chosen.ink),
        (role.Light, chosen.paper),
        (role.Midlight, chosen.label),
        (role.Mid, chosen.line),
        (role.Dark, chosen.line),
        (role.Shadow, chosen.shadow),
        (role.Accent, chosen.accent),
    ):
        palette.setColor(each, QColor(name))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(chosen.soft_ink))
    return palette
