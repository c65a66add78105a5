"""Edits 指标值 as what it is: sign, number and unit, typed in one go or part by part."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Qt
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from perfdesk.models.document import Content
from perfdesk.models.project import Indicator
from perfdesk.models.sheet import Role
from perfdesk.models.value import QUALITATIVE, IndicatorValue
from perfdesk.ui.form.advice import Hint
from perfdesk.ui.form.choice_list import ChoiceList
from perfdesk.ui.form.editors import CellEditor, Opened
from perfdesk.ui.form.edits import row_of
from perfdesk.ui.form.growing_text import GrowingText
from perfdesk.ui.form.leave import LEAVING, Leave
from perfdesk.ui.form.level_editor import matching
from perfdesk.ui.form.metrics import Metrics
from perfdesk.ui.form.offering import Offering
from perfdesk.ui.form.sign_field import SignField
from perfdesk.ui.form.value_habits import ValueHabits
from perfdesk.ui.form.value_layout import LEAST_PX, ValueLayout
from perfdesk.ui.form.value_parts import Parts
from perfdesk.ui.look import theme

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ValueEditor(CellEditor):
    """Three fields in one cell. What is typed into the number's is split as it is typed."""

    def __init__(self, opened: Opened, metrics: Metrics, parent: QWidget) -> None:
        super().__init__(opened, metrics, parent)
        self._parts = Parts()
        self._touched = False
        self._unit_lit = False
        self._habits = ValueHabits(lambda: self.opened)
        self.sign = SignField(metrics, self)
        self.number = self._field("指标值", self._take_number_key)
        self.unit = self._field("计量单位", self._take_unit_key)
        self.unit.keeps_arrows = True
        self._layout = ValueLayout(self.sign, self.number, self.unit, metrics)
        self._units = ChoiceList(metrics, self.unit, self)
        self._units.chosen.connect(self._choose_unit)
        self._offering = Offering(self.number, self, metrics, self._ask)
        self._offering.while_typing = opened.advice is not None and opened.advice.while_typing
        self._offering.taken.connect(self._take)
        self.number.textChanged.connect(self._number_typed)
        self.unit.textChanged.connect(self._unit_typed)
        self.sign.chosen.connect(self._choose_sign)
        self.sign.onward.connect(self._to_number)
        self.sign.leaving.connect(self.leaving)
        self.sign.usual = self._habits.signs
        self.sign.installEventFilter(self)
        self.unit.installEventFilter(self)
        self.setFocusProxy(self.number)

    @property
    def composing(self) -> bool:
        return self.number.composing or self.unit.composing

    @property
    def entering(self) -> bool:
        return self.number.entering

    def put_caret(self, point: QPoint) -> None:
        part = self._layout.part_at(point.x(), point.y())
        part.setFocus()
        if isinstance(part, GrowingText):
            part.put_caret(point - part.pos())

    def start(self, typed: str | None) -> None:
        self._touched = typed is not None
        self.number.begin(by_typing=self._touched)
        if typed is None:
            self._show(Parts.of(self._value()))
        else:
            known = self._value() if self._value().sign else self._habits.usual()
            self._show(Parts(number=typed, whole=True, known=known))
            self.number.document().setModified(True)
            self._offering.follow_typing()

    def open_list(self) -> bool:
        if not self._offering.open():
            self.sign.setFocus()
            self.sign.open_list()
        return True

    def changed(self) -> bool:
        return self._touched and self.content() != self._value()

    def content(self) -> Content:
        return self._parts.meaning(self._percent)

    def height_for(self, width: int) -> int:
        return self._layout.height_for(width)

    def least_width(self) -> int:
        return self.metrics.px(LEAST_PX)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._layout.arrange(self.size())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.sign.close_list()
        self._units.hide()
        self._offering.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Whoever goes to another part means the parts as they are split by then.
        if event.type() == QEvent.Type.FocusIn:
            self.number.begin(by_typing=False)
            self._settle()
            self._offering.close()
        elif event.type() == QEvent.Type.FocusOut and watched is self.unit:
            self._units.hide()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._unit_lit:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_ground"))
            ground = self.unit.geometry().adjusted(0, -2, 0, 2)
            painter.drawRoundedRect(ground, theme.RADIUS_PX, theme.RADIUS_PX)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLines(list(self._layout.lines(self.height())))

    # --- the parts

    @property
    def _percent(self) -> str:
        return self.opened.form.wording.percent

    def _value(self) -> IndicatorValue:
        row = row_of(self.opened.project, self.opened.place.row_id)
        return row.value if isinstance(row, Indicator) else IndicatorValue()

    def _show(self, parts: Parts) -> None:
        """Put parts into their fields."""
        self._parts = parts
        if self.number.text() != parts.number:
            with QSignalBlocker(self.number):
                self.number.start(parts.number)
        self._light()

    def _light(self) -> None:
        """Show what the parts come to; what was read from the text just typed is lit."""
        value = self._parts.meaning(self._percent)
        self.sign.show_sign(value.sign, lit=value.sign != self._parts.sign)
        self._unit_lit = bool(value.unit) and value.unit != self._parts.unit
        if not self.unit.hasFocus() and self.unit.text() != value.unit:
            with QSignalBlocker(self.unit):
                self.unit.start(value.unit)
        self.unit.setVisible(value.sign != QUALITATIVE)
        self._layout.arrange(self.size())
        self.update()
        self.grown.emit()

    def _settle(self) -> None:
        settled = self._parts.settled(self._percent)
        if settled.whole and settled.number:
            settled = replace(settled, whole=False)
        self._show(settled)

    def _number_typed(self) -> None:
        self._touched = True
        self._parts = replace(self._parts, number=self.number.text())
        self._light()

    def _unit_typed(self) -> None:
        self._touched = True
        text = self.unit.text()
        self._parts = replace(self._parts, unit=text)
        self._light()
        wanted = text.strip()
        fitting = self._habits.unit_choices()
        found = matching(fitting, wanted) if wanted and not wanted.isdigit() else []
        self._units.offer([] if [each.text for each in found] == [wanted] else found)

    def _ask(self, typed: str) -> Sequence[Hint]:
        return self._habits.hints(typed, self.content())

    def _take(self, hint: Hint, leave: Leave) -> None:
        """Take a whole value that the indicator had before."""
        if isinstance(hint.content, IndicatorValue):
            self._touched = True
            self._show(Parts.of(hint.content))
            self._offering.close()
            self.leaving.emit(leave)

    def _choose_sign(self, sign: str) -> None:
        self._touched = True
        self._show(self._parts.signed(sign, self._percent))
        self._to_number()

    def _choose_unit(self, unit: str) -> None:
        self.unit.start(unit)
        self._unit_typed()
        self._units.hide()

    # --- keys

    def _to_number(self) -> None:
        """Go to the number, all of it selected: what is typed goes over it."""
        self.number.setFocus()
        self.number.selectAll()

    def _to_unit(self) -> None:
        """Go to the unit, all of it selected: what is typed goes over it."""
        self.unit.setFocus()
        self.unit.selectAll()

    def _take_number_key(self, event: QKeyEvent) -> bool:
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if self._offering.take_key(event):
            return True
        walks = not self.number.entering and event.modifiers() == Qt.KeyboardModifier.NoModifier
        whole = self.number.all_selected()
        if walks and key == Qt.Key.Key_Left and (whole or self.number.at_start()):
            self.sign.setFocus()
        elif walks and key == Qt.Key.Key_Right and (whole or self.number.at_end()):
            if self.unit.isVisible():
                self._to_unit()
        elif key == Qt.Key.Key_Down and alt:
            self.sign.setFocus()
            self.sign.open_list()
        else:
            return False
        return True

    def _take_unit_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            if self._units.isHidden():
                self._units.offer(self._habits.unit_choices())
            self._units.step(_STEPS[key])
        elif self._leads_back(key):
            self._to_number()
        elif key == Qt.Key.Key_Escape and self._units.highlighted():
            self._units.hide()
        else:
            if key in LEAVING and (unit := self._units.highlighted()):
                self._choose_unit(unit)
            return False
        return True

    def _leads_back(self, key: Qt.Key) -> bool:
        """Whether a key pressed in the unit leads back to the number."""
        if key == Qt.Key.Key_Left and self.unit.all_selected():
            return True
        return key in (Qt.Key.Key_Left, Qt.Key.Key_Backspace) and self.unit.at_start()

    # --- where the fields are

    def _field(self, name: str, key_taken: Callable[[QKeyEvent], bool]) -> GrowingText:
        role = Role.VALUE if name == "指标值" else Role.TEXT
        field = GrowingText(self.metrics, role, self)
        field.above = self.opened.above
        field.breaks_lines = False
        field.key_taken = key_taken
        field.setAccessibleName(name)
        field.leaving.connect(self.leaving)
        field.grown.connect(self.grown)
        field.told.connect(self.told)
        return field
