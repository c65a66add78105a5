"""The sheet's actions, for the window's menu, the context menu and the keyboard."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from perfdesk.ui.actions import Entry, action, fill
from perfdesk.ui.form.commands import Commands
from perfdesk.ui.tidying import TIDY_KEY


class SheetActions:
    """Makes each action once; those for rows rest while the current cell is in no row.

    `take` takes over what last year's form says.
    """

    def __init__(self, parent: QWidget, commands: Commands, take: QAction) -> None:
        self._parent = parent
        self._commands = commands
        self._take = take
        make = self._action
        self.edit = make("编辑单元格", commands.edit, "F2", icon="rename")
        self.cut = make("剪切", commands.exchange.cut, "Ctrl+X", "cut")
        self.copy = make("复制", commands.exchange.copy, "Ctrl+C", "copy")
        self.paste = make("粘贴", commands.exchange.paste, "Ctrl+V", "paste")
        self.paste_text = make("只粘贴文字", commands.exchange.paste_as_text, "Ctrl+Shift+V")
        self.clear = make("清除内容", commands.clear, "Del")
        self.fill_down = make("向下填充", commands.fill_down, "Ctrl+D")
        self.fill_selection = make("填充所选单元格", commands.fill_selection, "Ctrl+Return")
        self.fill_selection.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self.fill_right = make("向右填充", commands.fill_right, "Ctrl+R")
        self.take_above = make("取上一行的内容", commands.take_above, "Ctrl+'")
        self.type_today = make("填入今天的日期", commands.type_today, "Ctrl+;")
        confirming = commands.confirming
        self.confirm = make("核对无误", confirming.selected, "Ctrl+K", "saved")
        self.confirm_project = make("本项目全部核对无误", confirming.project, "Ctrl+Shift+K")
        self.next_carried = make("下一处待核对", confirming.next, "F5", "next")
        self.choose = make("从列表中选择", commands.choose, "Alt+Down")
        self.tidy = make("整理文字", commands.tidy, TIDY_KEY)
        self.select_grid = make("选中全部指标", commands.select_grid, "Ctrl+A")
        self.add_above = make("在上方插入指标行", commands.add_above, icon="add-row")
        self.add_below = make(
            "在下方插入指标行", commands.add_below, "Ctrl+Shift+=", icon="add-row"
        )
        # On most keyboards + is Shift and =, and there it arrives as either.
        self.add_below.setShortcuts(
            [QKeySequence(keys) for keys in ("Ctrl+Shift+=", "Ctrl++", "Ctrl+Shift++")]
        )
        self.duplicate = make("复制指标行", commands.duplicate_rows, "Ctrl+Shift+D", "duplicate")
        self.move_up = make("上移指标行", commands.move_up, "Alt+Shift+Up", "move-up")
        self.move_down = make("下移指标行", commands.move_down, "Alt+Shift+Down", "move-down")
        self.delete = make("删除指标行", commands.delete_rows, "Ctrl+-", "delete")

        self.begin = make("参照项目或模板填写…", commands.starting.pick, "Ctrl+L")
        self.suggest = make("输入时推荐指标", commands.switch_suggesting)
        self.suggest.setCheckable(True)
        self.fills = self._menu(
            "填充",
            [self.fill_down, self.fill_right, self.fill_selection, None],
            [self.take_above, self.type_today, self.choose, self.paste_text],
        )
        self.rows = self._menu("指标行", self.for_rows())
        self.past = self._menu(
            "参照和核对",
            [self.begin, take, None, self.next_carried, self.confirm, self.confirm_project],
        )

    def all(self) -> list[QAction]:
        """Return every action whose key the sheet hears."""
        menus = (self.fills, self.rows, self.past)
        inside = [each for menu in menus for each in menu.actions() if not each.isSeparator()]
        inside.remove(self._take)  # which an open editor leaves to the page
        return [*self.for_cells(), self.select_grid, *inside, self.tidy, self.suggest]

    def edits(self) -> list[QAction | QMenu | None]:
        """Return what a menu offers on the sheet; None is a line."""
        cells = [*self.for_cells(), self.select_grid]
        return [*cells, None, self.fills, self.rows, self.past, self.tidy]

    def reading(self) -> list[QAction | QMenu | None]:
        """Return what a menu offers on a sheet that is only to be read."""
        return [self.copy, self.select_grid]

    def for_cells(self) -> list[QAction]:
        """Return what can be done with the selected cells."""
        return [self.edit, self.cut, self.copy, self.paste, self.clear]

    def for_rows(self) -> list[QAction]:
        """Return what can be done with the selected rows."""
        return [
            self.add_above,
            self.add_below,
            self.duplicate,
            self.move_up,
            self.move_down,
            self.delete,
        ]

    def refresh(self) -> None:
        """Let the actions for rows rest or not, as the selection is."""
        rows = bool(self._commands.selected_rows())
        for each in (*self.for_rows(), self.fill_down, self.take_above, self.choose):
            each.setEnabled(rows)
        self.rows.setEnabled(rows)
        known = self._commands.starting.beginnings is not None
        self.begin.setEnabled(known)
        self.suggest.setEnabled(known)
        self.suggest.setChecked(self._commands.suggests)

    def for_key(self, event: QKeyEvent) -> QAction | None:
        """Return the action that a key press stands for, if it can be done now."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(plain.value | event.key())
        return next(
            (each for each in self.all() if each.isEnabled() and pressed in each.shortcuts()), None
        )

    def in_editor(self, event: QKeyEvent) -> QAction | None:
        """Return the action of a key that works from an open editor, which is taken over first.

        What would remove what was just typed does not: a row, or what a cell is filled over with.
        """
        action = self.for_key(event)
        rows = (self.add_below, self.duplicate, self.move_up, self.move_down)
        checks = (self.next_carried, self.confirm, self.confirm_project)
        if action in (*rows, self.begin, *checks):
            return action
        fills = action in (self.fill_down, self.fill_right) and self._commands.selects_several
        return action if fills else None

    def _action(
        self, text: str, does: Callable[[], None], key: str = "", icon: str = ""
    ) -> QAction:
        made = action(self._parent, Entry(text, does, key, icon))
        # While an editor is open, keys are the editor's.
        made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        return made

    def _menu(self, name: str, *groups: Sequence[QAction | None]) -> QMenu:
        menu = QMenu(name, self._parent)
        for group in groups:
            fill(menu, group)
        return menu
