"""How long the text is that one writes in, quietly in the margin beside its last line."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from perfdesk.models.counting import count_words
from perfdesk.ui.look import theme
from perfdesk.ui.statement.field import Field

_GAP_PX = 8


class WordNote(QLabel):
    """Shows the 字数 of the field it follows, and of what is selected there."""

    def __init__(self, sheet: QWidget) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._field: Field | None = None
        self.setObjectName("soft")
        self.setAccessibleName("字数")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_zoom(1.0)
        self.hide()

    def set_zoom(self, factor: float) -> None:
        """Show the count `factor` times as large."""
        self.setFont(theme.font(theme.SMALL_PX * factor))
        self._count()

    def follow(self, field: Field | None) -> None:
        """Count a field's text from now on; titles are short, and nobody counts them."""
        field = field if field and not field.one_line else None
        if field is self._field:
            return
        self._leave()
        self._field = field
        if field:
            field.moved.connect(self._count)
            field.textChanged.connect(self._count)
            for watched in (field, field.viewport(), self._sheet):
                watched.installEventFilter(self)
        self._count()

    def forget(self, fields: Collection[Field]) -> None:
        """Leave the field if it is among those that are going away."""
        if self._field in fields:
            self._leave()

    def _leave(self) -> None:
        if self._field:
            self._field.moved.disconnect(self._count)
            self._field.textChanged.disconnect(self._count)
            for watched in (self._field, self._field.viewport(), self._sheet):
                watched.removeEventFilter(self)
        self._field = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def _count(self) -> None:
        if self._field is None:
            return
        words = f"字数 {count_words(self._field.text())}"
        if chosen := self._field.textCursor().selectedText():
            words = f"选中 {count_words(chosen)}\n{words}"
        self.setText(words)
        self.adjustSize()
        self._place()

    def _place(self) -> None:
        if self._field is None:
            return
        viewport = self._field.viewport()
        corner = viewport.mapTo(self._sheet, QPoint(viewport.width(), viewport.height()))
        room = self._sheet.width() - self.width() - 2
        self.move(min(corner.x() + _GAP_PX, room), corner.y() - self.height())
        self.setVisible(corner.x() <= room)  # on narrow paper it would stand on the text
        self.raise_()
