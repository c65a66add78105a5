"""Our own small icons, drawn from `resources/icons` in the colours of the appearance."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from perfdesk.paths import resource_dir
from perfdesk.ui.look import theme

_INK = "#1c2430"


def icon(name: str, token: str = "ink") -> QIcon:
    """Return an icon by its file's name, tinted with a token, also after light turns dark."""
    return QIcon(_TintedIcon(name, token))


def application_icon() -> QIcon:
    """Return the program's own icon, in its own colours."""
    return QIcon(str(resource_dir() / "icons" / "perfdesk.svg"))


class _TintedIcon(QIconEngine):
    """Draws an icon file in the current ink whenever it is asked to."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def clone(self) -> QIconEngine:
        return _TintedIcon(self._name, self._token)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        del state
        ink = theme.colour("soft_ink" if mode == QIcon.Mode.Disabled else self._token)
        painter.save()
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(0.6)
        _renderer(self._name, ink.name()).render(painter, QRectF(rect))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = (resource_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace(_INK, colour).encode()))
