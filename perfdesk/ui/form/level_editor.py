"""Edits 一级指标 and 二级指标: chosen from the form's list, or any other text."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QMoveEvent
from PySide6.QtWidgets import QWidget

from perfdesk.models.document import Content
from perfdesk.ui.form.choice_list import Choice, ChoiceList
from perfdesk.ui.form.editors import Opened, TextEditor
from perfdesk.ui.form.leave import Leave
from perfdesk.ui.form.metrics import Metrics

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class LevelEditor(TextEditor):
    """A text field with the form's names under it; typing filters them, a digit picks one."""

    def __init__(self, opened: Opened, metrics: Metrics, parent: QWidget) -> None:
        super().__init__(opened, metrics, parent)
        self._choices = _choices(opened)
        self._list = ChoiceList(metrics, self.field, self)
        self._list.chosen.connect(self._choose)
        self.field.key_taken = self._take_key
        self.field.textChanged.connect(self._filter)
        self.grown.connect(self._list.place)

    def start(self, typed: str | None) -> None:
        super().start(typed)
        if typed is None:
            self.field.selectAll()
            names = [choice.text for choice in self._choices]
            text = self.field.text()
            self._list.offer(self._choices, names.index(text) if text in names else -1)

    def put_caret(self, point: QPoint) -> None:
        """Leave all of the name selected: one of the list, or what is typed, goes over it."""

    def open_list(self) -> bool:
        return self._list.isVisible()

    def changed(self) -> bool:
        return self.result() != self._before

    def content(self) -> Content:
        return self.result()

    def result(self) -> str:
        """Return the name that is picked out in the list, else what was typed."""
        return self._list.highlighted() or self.field.text().strip()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self._list.isVisible():
            self._list.place()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._list.hide()

    def _filter(self) -> None:
        if not self.field.document().isModified():
            return
        found = matching(self._choices, self.field.text().strip())
        self._list.offer(found, 0 if self.field.text().strip() else -1)

    def _choose(self, name: str) -> None:
        self.field.start(name)
        self.field.document().setModified(True)
        self._list.hide()
        self.leaving.emit(Leave.STAY)

    def _take_key(self, event: QKeyEvent) -> bool:
        by = _STEPS.get(Qt.Key(event.key()))
        if by is None:
            return False
        if self._list.isHidden():
            self._list.offer(self._choices)
        self._list.step(by)
        return True


def matching(choices: Sequence[Choice], text: str) -> list[Choice]:
    """Return the choices that begin with a text, then those that hold it; a digit counts off."""
    if text.isdigit() and 1 <= int(text) <= len(choices):
        return [choices[int(text) - 1]]
    begun = [each for each in choices if each.text.startswith(text)]
    return begun + [each for each in choices if text in each.text and each not in begun]


def _choices(opened: Opened) -> list[Choice]:
    form = opened.form
    if opened.place.field == "level1":
        return [Choice(each.name, str(n)) for n, each in enumerate(form.levels, 1)]
    pairs = [(level, name) for level in form.levels for name in level.level2]
    return [
        Choice(name, f"{level.name.removesuffix('指标')} {n}")
        for n, (level, name) in enumerate(pairs, 1)
    ]
