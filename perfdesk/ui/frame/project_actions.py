"""What one can do with projects in the tree: new, duplicate, delete, rename, move, go on."""

from collections.abc import Callable, Collection, Iterable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from perfdesk.models.blank import blank_project, next_unit
from perfdesk.models.change import PROJECTS, Insert, Move, Remove, duplicate
from perfdesk.models.document import Document
from perfdesk.models.project import Unit
from perfdesk.ui.actions import Entry, action, fill
from perfdesk.ui.frame.chosen_projects import ChosenProjects
from perfdesk.ui.session import Session
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.tree.outline_view import OutlineView


class ProjectActions(QObject):
    """The actions on the selected projects; `told` carries a sentence for the status bar.

    They are those selected in the tree, where there is none there those that `listed` says.
    `wanted(key)` asks the window to show a node, `made(key)` to go into the page of a new one.
    """

    told = Signal(str)
    wanted = Signal(object)
    made = Signal(object)

    def __init__(
        self,
        session: Session,
        tree: OutlineView,
        window: QWidget,
        listed: Callable[[], list[Key]] = list,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._tree = tree
        self._chosen = ChosenProjects(session, tree, listed)
        self.new = action(
            window,
            Entry("新建项目", self._new, "Ctrl+N", "add-project", "在当前项目后面添加一个空白项目"),
        )
        self.new_unit = action(
            window,
            Entry("新建预算单位", self._new_unit, "", "unit", "添加一个单位和它的第一个项目"),
        )
        self.copy = action(
            window,
            Entry("复制项目", self._duplicate, "Ctrl+Shift+C", "duplicate", "复制选中的项目"),
        )
        self.rename = action(tree, Entry("重命名", self._rename, "F2", "rename", "修改名称"))
        self.remove = action(
            tree, Entry("删除项目", self._remove, "Del", "delete", "删除选中的项目，可以撤销")
        )
        self.up = action(
            tree, Entry("上移项目", lambda: self._move(-1), "Alt+Up", "move-up", "与前一个项目对调")
        )
        self.down = action(
            tree,
            Entry("下移项目", lambda: self._move(1), "Alt+Down", "move-down", "与后一个项目对调"),
        )
        self.previous = action(
            window, Entry("上一个项目", lambda: self._step(-1), "Ctrl+PgUp", "previous")
        )
        self.next = action(
            window, Entry("下一个项目", lambda: self._step(1), "Ctrl+PgDown", "next")
        )
        for each in (self.rename, self.remove, self.up, self.down):
            tree.addAction(each)
            each.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._chosen.changed.connect(self.refresh)
        self.refresh()

    def fill_menu(self, menu: QMenu) -> None:
        """Put all project actions into a menu."""
        edits = [self.copy, self.rename, self.remove]
        fill(menu, [self.new, self.new_unit, None, *edits, None, self.up, self.down, None])
        fill(menu, [self.previous, self.next])

    def hear_on(self, table: QWidget) -> None:
        """Hear on a table of projects, too, the keys for what is selected there."""
        table.addActions(self.on_rows())
        self._chosen.watch(table)

    def on_rows(self) -> list[QAction]:
        """Return what can be done with projects that are listed in a table."""
        return [self.copy, self.remove, self.up, self.down]

    def refresh(self, *_: object) -> None:
        """Let what cannot be done with what is chosen now rest, and say what would be done."""
        key = self._tree.current_key()
        projects, unit = bool(self._chosen.keys()), self._chosen.unit() is not None
        for each in (self.new, self.new_unit):
            each.setEnabled(bool(key and key.document_id))
        self.rename.setEnabled(bool(key and key.kind in (Kind.PROJECT, Kind.UNIT)))
        self.copy.setEnabled(projects and not unit)
        for each in (self.remove, self.up, self.down):
            each.setEnabled(projects)
        self.remove.setText("删除单位及其项目" if unit else "删除项目")
        self.up.setText("上移单位" if unit else "上移项目")
        self.down.setText("下移单位" if unit else "下移项目")
        some = self._tree.has_projects()
        for each in (self.previous, self.next):
            each.setEnabled(some)

    def _new(self) -> None:
        key = self._tree.current_key()
        if not key or not key.document_id or not self._session.may_change(key.document_id):
            return
        document = self._session.document(key.document_id)
        index, unit = _place_for_new(key, [(each.id, each.unit) for each in document.projects])
        project_id = self._insert(document, index, unit)
        self.made.emit(Key(Kind.PROJECT, document.id, project_id))

    def _new_unit(self) -> None:
        """Add a unit with its first project, and let its name be typed at once."""
        key = self._tree.current_key()
        if not key or not key.document_id or not self._session.may_change(key.document_id):
            return
        document = self._session.document(key.document_id)
        unit = next_unit(document)
        self._insert(document, len(document.projects), unit)
        self.wanted.emit(Key(Kind.UNIT, document.id, unit=unit))
        self._rename()

    def _insert(self, document: Document, index: int, unit: Unit) -> str:
        """Put an empty form into a document and return its project's id."""
        project = blank_project(self._session.form(document.id), unit)
        self._session.do(document.id, Insert(PROJECTS, index, (project,)))
        return project.id

    def _duplicate(self) -> None:
        keys = self._chosen.keys()
        if not keys or not self._session.may_change(keys[0].document_id):
            return
        document = self._session.document(keys[0].document_id)
        known = {each.id for each in document.projects}
        change = duplicate(document, PROJECTS, {key.project_id for key in keys})
        self._session.do(document.id, change)
        standing = self._session.document(document.id).projects
        fresh = next(each for each in standing if each.id not in known)
        self.wanted.emit(Key(Kind.PROJECT, document.id, fresh.id))

    def _remove(self) -> None:
        keys = self._chosen.keys()
        if not keys or not self._session.may_change(keys[0].document_id):
            return
        document_id = keys[0].document_id
        gone = frozenset(key.project_id for key in keys)
        current = self._tree.current_key()
        shown = current is not None and current.project_id in gone
        neighbour = self._neighbour(keys, gone)
        self._session.do(document_id, Remove(PROJECTS, gone))
        if shown:
            self.wanted.emit(neighbour)
        self.told.emit(f"已删除 {len(gone)} 个项目，按 Ctrl+Z 撤销")

    def _neighbour(self, keys: list[Key], gone: Iterable[str]) -> Key:
        """Return where to be once these are gone: the next project, else the one before."""
        document_id = keys[0].document_id
        same = [key for key in self._tree.project_keys() if key.document_id == document_id]
        at = next((i for i, key in enumerate(same) if key.project_id == keys[0].project_id), 0)
        left = [key for key in (*same[at:], *reversed(same[:at])) if key.project_id not in gone]
        return left[0] if left else Key(Kind.DEPARTMENT, document_id)

    def _rename(self) -> None:
        key = self._tree.current_key()
        if key and self._session.may_change(key.document_id):
            self._tree.edit(self._tree.currentIndex())

    def _move(self, step: int) -> None:
        """Exchange the chosen projects with their neighbour in the unit, a unit with the next."""
        keys = self._chosen.keys()
        if not keys or not self._session.may_change(keys[0].document_id):
            return
        document = self._session.document(keys[0].document_id)
        moved = frozenset(key.project_id for key in keys)
        unit = self._chosen.unit()
        index = _beside(document, moved, step) if unit is None else _around(document, unit, step)
        if index is not None:
            self._session.do(document.id, Move(PROJECTS, moved, index))

    def _step(self, step: int) -> None:
        key = self._tree.project_beside(step)
        if key is not None:
            self.wanted.emit(key)
        else:
            self.told.emit("已经是第一个项目" if step < 0 else "已经是最后一个项目")


def _beside(document: Document, moved: Collection[str], step: int) -> int | None:
    """Return where projects go past their neighbour in the same unit, None at its end."""
    at = [i for i, each in enumerate(document.projects) if each.id in moved]
    unit = document.projects[at[0]].unit
    peers = [i for i, each in enumerate(document.projects) if each.unit == unit]
    if step < 0:
        before = [i for i in peers if i < at[0]]
        return before[-1] if before else None
    after = [i for i in peers if i > at[-1]]
    return after[0] + 1 if after else None


def _around(document: Document, unit: Unit, step: int) -> int | None:
    """Return where the projects of a unit go past those of the next one, None at the end."""
    to = document.units.index(unit) + step
    if not 0 <= to < len(document.units):
        return None
    mates = [i for i, each in enumerate(document.projects) if each.unit == document.units[to]]
    return mates[0] if step < 0 else mates[-1] + 1


def _place_for_new(key: Key, projects: list[tuple[str, Unit]]) -> tuple[int, Unit]:
    """Return index and unit for a new project: behind the current one, else at its unit's end.

    Where no unit is chosen it is the first one, which is the department's own as a rule.
    """
    ids = [project_id for project_id, _ in projects]
    if key.project_id in ids:
        at = ids.index(key.project_id)
        return at + 1, projects[at][1]
    here = key.unit if key.unit is not None else projects[0][1] if projects else Unit()
    mates = [i for i, (_, unit) in enumerate(projects) if unit == here]
    return (mates[-1] + 1 if mates else len(projects)), here
