"""Edits 一级指标 and 二级指标: chosen from the form's list, or any other text."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QMoveEvent
from PySide6.QtWidgets import QWidget

from perfdesk.models.document import Content
from perfdesk.models.suggest.query import Match, Query
from perfdesk.ui.form.choice_list import Choice, ChoiceList
from perfdesk.ui.form.editors import Opened, TextEditor
from perfdesk.ui.form.leave import Leave
from perfdesk.ui.form.metrics import Metrics

_FOOT = "↑↓ 选择 · Enter 填入 · Esc 还原"
_KEEPS = "Enter 保留输入的文字 · ↓ 选择"
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
        if typed is not None:
            self._filter()
        else:
            self.field.selectAll()
            names = [choice.text for choice in self._choices]
            text = self.field.text()
            self._offer(self._choices, names.index(text) if text in names else -1)

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
        """Offer what fits what was typed; all of it, but nothing picked out, where nothing does."""
        if not self.field.document().isModified():
            return
        typed = self.field.text().strip()
        found = matching(self._choices, typed) if typed else []
        self._offer(found or self._choices, 0 if found else -1)
        if typed and not found:
            self._list.say(f"没有相符的名称 · {_KEEPS}")

    def _offer(self, choices: Sequence[Choice], highlighted: int = -1) -> None:
        self._list.offer(choices, highlighted)
        self._list.say(_FOOT)

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
            self._offer(self._choices)
        typed = self.field.document().isModified() and self.field.text().strip()
        self._list.step(by, out=bool(typed))
        self._list.say(_FOOT if self._list.highlighted() else _KEEPS)
        return True


def matching(choices: Sequence[Choice], text: str) -> list[Choice]:
    """Return the choices that a text, its pinyin or initials find, the best first.

    A digit counts off.
    """
    if text.isdigit() and 1 <= int(text) <= len(choices):
        return [choices[int(text) - 1]]
    from perfdesk.io.pinyin import readings  # late: reads a table

    query = Query(text)
    found = [(query.match(each.text, readings), each) for each in choices]
    good = [(match, each) for match, each in found if match > Match.IN_ORDER]
    return [each for _, each in sorted(good, key=lambda pair: -min(pair[0], Match.START))]


def _choices(opened: Opened) -> list[Choice]:
    form = opened.form
    if opened.place.field == "level1":
        return [Choice(each.name, str(n)) for n, each in enumerate(form.levels, 1)]
    pairs = [(level, name) for level in form.levels for name in level.level2]
    return [
        Choice(name, f"{level.name.removesuffix('指标')} {n}")
        for n, (level, name) in enumerate(pairs, 1)
    ]
