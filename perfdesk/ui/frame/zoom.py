"""How large the pages are: steps, keys and the wheel with Ctrl."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from perfdesk.ui.settings import Settings

_STEPS = (0.5, 0.67, 0.75, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)


class Zoom(QObject):
    """Holds the factor, remembers it, and changes it by steps; `changed(factor)` each time."""

    changed = Signal(float)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.factor = settings.zoom

    def larger(self) -> None:
        """Go to the next larger step."""
        self._set(next((step for step in _STEPS if step > self.factor), _STEPS[-1]))

    def smaller(self) -> None:
        """Go to the next smaller step."""
        self._set(next((step for step in reversed(_STEPS) if step < self.factor), _STEPS[0]))

    def reset(self) -> None:
        """Go back to the size that the system asks for."""
        self._set(1.0)

    def watch(self, area: QAbstractScrollArea) -> None:
        """Zoom on Ctrl+wheel over an area that scrolls."""
        area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Zoom on Ctrl+wheel over whatever this filter is installed on."""
        if (
            isinstance(event, QWheelEvent)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            turned = event.angleDelta().y()
            if turned:
                (self.larger if turned > 0 else self.smaller)()
            return True
        return super().eventFilter(watched, event)

    def _set(self, factor: float) -> None:
        if factor != self.factor:
            self.factor = factor
            self._settings.zoom = factor
            self.changed.emit(factor)
