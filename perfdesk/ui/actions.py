"""The window's actions, each made once: name, key, icon, and what it says about itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from perfdesk.ui.look.icons import icon


@dataclass(frozen=True, slots=True)
class Entry:
    """How one action looks in menus and bars; `says` is shown in the status bar.

    With `lets_type` whoever is typing goes on: it only shows something beside.
    """

    text: str
    does: Callable[[], object]
    key: str | QKeySequence.StandardKey = ""
    icon: str = ""
    says: str = ""
    lets_type: bool = False


@runtime_checkable
class HearsCommands(Protocol):
    """A window that gets ready for whatever is asked of it."""

    def begin_command(self) -> None:
        """Take over what is being typed anywhere in it: a command begins."""
        ...


def begin_command(asked: QWidget) -> None:
    """Let the window of a widget get ready for a command that was asked for there."""
    at: QWidget | None = asked
    while at is not None:
        if isinstance(at, HearsCommands):
            at.begin_command()
            return
        at = at.parentWidget()


def action(parent: QWidget, entry: Entry) -> QAction:
    """Make an action of a window or a page; its key works wherever in `parent` one is.

    What is being typed anywhere in the window is taken over before it does anything.
    """
    made = QAction(entry.text, parent)
    made.setIconText(entry.text.rstrip("…"))
    if entry.icon:
        made.setIcon(icon(entry.icon))
    if entry.key:
        made.setShortcut(QKeySequence(entry.key))
    made.setStatusTip(entry.says or entry.text)
    made.setToolTip(_with_key(entry.text, made.shortcut()))
    made.triggered.connect(lambda _checked=False: _do(parent, entry))
    return made


def _do(parent: QWidget, entry: Entry) -> None:
    if not entry.lets_type:
        begin_command(parent)
    entry.does()


def heard_elsewhere(parent: QWidget, entry: Entry) -> QAction:
    """Make an action whose key menus show, while whatever has the focus hears the key itself.

    It works on what one is in, also on a text that is being typed.
    """
    made = action(parent, replace(entry, lets_type=True))
    made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    return made


def fill(menu: QMenu, actions: Sequence[QAction | QMenu | None]) -> None:
    """Put actions and menus into a menu; None is a line between groups."""
    for each in actions:
        if each is None:
            menu.addSeparator()
        elif isinstance(each, QMenu):
            menu.addMenu(each)
        else:
            menu.addAction(each)


def open_at(menu: QMenu, point: QPoint) -> None:
    """Open a menu at a point of the screen; once closed it is gone.

    Nobody waits for it: what it was opened from may be gone by the time something is chosen.
    """
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(point)


def _with_key(text: str, key: QKeySequence) -> str:
    plain = text.split("(", maxsplit=1)[0].rstrip("…")
    return f"{plain}（{key.toString()}）" if not key.isEmpty() else plain
