"""The window's actions, each made once: name, key, icon, and what it says about itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from perfdesk.ui.look.icons import icon


@dataclass(frozen=True, slots=True)
class Entry:
    """How one action looks in menus and bars; `says` is shown in the status bar."""

    text: str
    does: Callable[[], object]
    key: str | QKeySequence.StandardKey = ""
    icon: str = ""
    says: str = ""


def action(parent: QWidget, entry: Entry) -> QAction:
    """Make an action of a window or a page; its key works wherever in `parent` one is."""
    made = QAction(entry.text, parent)
    made.setIconText(entry.text.rstrip("…"))
    if entry.icon:
        made.setIcon(icon(entry.icon))
    if entry.key:
        made.setShortcut(QKeySequence(entry.key))
    made.setStatusTip(entry.says or entry.text)
    made.setToolTip(_with_key(entry.text, made.shortcut()))
    made.triggered.connect(lambda _checked=False: entry.does())
    return made


def heard_elsewhere(parent: QWidget, entry: Entry) -> QAction:
    """Make an action whose key menus show, while whatever has the focus hears the key itself."""
    made = action(parent, entry)
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
