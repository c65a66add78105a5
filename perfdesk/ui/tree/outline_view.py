"""The tree as a widget: keys, dragging, and the place kept through every rebuild."""

from collections.abc import Iterator

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QTreeView,
    QWidget,
)

from perfdesk.ui.look import theme
from perfdesk.ui.tree.node_delegate import NodeDelegate
from perfdesk.ui.tree.nodes import ROOT, Key, Kind, Node
from perfdesk.ui.tree.outline_model import Index, OutlineModel

_BAR_PX = 3


class OutlineView(QTreeView):
    """Shows the outline model; `chosen(key)` when the current node becomes another.

    `paste_wanted` when what was copied is to be taken in, `told` for a sentence.
    """

    chosen = Signal(object)
    told = Signal(str)
    entered_page = Signal()
    paste_wanted = Signal()

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._expanded: set[Key] = set()
        self._current: Key | None = None
        self.setAccessibleName("年度、部门、单位和项目")
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setItemDelegate(NodeDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        model.unit_renamed.connect(self._follow_unit)
        model.told.connect(self.told)

    def current_key(self) -> Key | None:
        """Return the node one is at, or None."""
        index = self.currentIndex()
        return self._model.node(index).key if index.isValid() else None

    def key_at(self, point: QPoint) -> Key | None:
        """Return the node at a point of the viewport, None where there is none."""
        index = self.indexAt(point)
        return self._model.node(index).key if index.isValid() else None

    def selected_keys(self) -> list[Key]:
        """Return all selected nodes, from the top down."""
        indexes = sorted(self.selectedIndexes(), key=lambda index: self.visualRect(index).y())
        return [self._model.node(index).key for index in indexes]

    def project_keys(self) -> list[Key]:
        """Return every project that the filter leaves, in the order of the tree."""
        nodes = self._model.root.walk()
        return [node.key for node in nodes if node.key.kind is Kind.PROJECT]

    def project_beside(self, step: int) -> Key | None:
        """Return the project after the current node, or before it where `step` is negative."""
        keys = [node.key for node in self._model.root.walk()]
        at = keys.index(self.current_key() or ROOT)
        beside = keys[at + 1 :] if step > 0 else reversed(keys[:at])
        return next((key for key in beside if key.kind is Kind.PROJECT), None)

    def has_projects(self) -> bool:
        """Whether the filter leaves any project."""
        return any(node.key.kind is Kind.PROJECT for node in self._model.root.walk())

    def go_to(self, key: Key) -> bool:
        """Make a node the current one and open the way to it; False where it is not shown."""
        node = self._model.find(key)
        if node is None:
            return False
        index = self._model.index_of(node)
        self._open_way(index)
        if self.currentIndex() != index or not self.selectionModel().isSelected(index):
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index)
        return True

    def commit(self) -> None:
        """Take over a name that is being typed."""
        if self.state() == QAbstractItemView.State.EditingState:
            editor: QWidget | None = self.indexWidget(self.currentIndex())
            if editor:
                self.commitData(editor)
                self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def leave(self) -> None:
        """Be at no node any more: what is shown is in none of them."""
        self._current = None
        self.selectionModel().clearCurrentIndex()
        self.selectionModel().clearSelection()

    def expanded_keys(self) -> set[Key]:
        """Return the nodes that are open."""
        return {
            node.key for node in self._branches() if self.isExpanded(self._model.index_of(node))
        }

    def expand_keys(self, keys: set[Key]) -> None:
        """Open these nodes, where they are there."""
        for key in keys:
            if node := self._model.find(key):
                self.expand(self._model.index_of(node))

    def open_below(self, key: Key) -> None:
        """Open a node and all below it."""
        if node := self._model.find(key):
            self.expandRecursively(self._model.index_of(node))

    def close_below(self, key: Key) -> None:
        """Close a node and all below it, as if it had never been opened."""
        if node := self._model.find(key):
            for each in node.walk_made():
                self.collapse(self._model.index_of(each))

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw the arrow; in the selected row on its ground, with a bar at the view's edge."""
        if self.selectionModel().isSelected(index):
            theme.fill(painter, rect, "accent_ground")
            theme.fill(painter, QRect(0, rect.y(), _BAR_PX, rect.height()), "accent")
        super().drawBranches(painter, rect, index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and around the current one a frame while keys go to the tree."""
        super().paintEvent(event)
        row = self.visualRect(self.currentIndex())
        if self.hasFocus() and row.isValid():
            painter = QPainter(self.viewport())
            theme.outline(painter, QRect(0, row.y(), self.viewport().width(), row.height()))
            painter.end()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        key = self._model.node(current).key if current.isValid() else None
        if key is not None and key != self._current:
            self._current = key
            self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing:
            self.entered_page.emit()
            return
        if event.matches(QKeySequence.StandardKey.Paste) and not editing:
            self.paste_wanted.emit()
            return
        super().keyPressEvent(event)

    def _follow_unit(self, before: Key, after: Key) -> None:
        """Stay at a unit that was renamed, open as it was."""
        if before in self._expanded:
            self.expand_keys({after})
        self.go_to(after)

    def _branches(self) -> Iterator[Node]:
        """Yield the nodes that can be open: what was never opened has not been made."""
        made = self._model.root.walk_made()
        return (node for node in made if node.has_children and node.parent)

    def _open_way(self, index: QModelIndex) -> None:
        above = index.parent()
        while above.isValid():
            self.expand(above)
            above = above.parent()

    def _remember(self) -> None:
        self._expanded |= self.expanded_keys()
        closed = {node.key for node in self._branches()} - self.expanded_keys()
        self._expanded -= closed

    def _restore(self) -> None:
        self.expand_keys(self._expanded)
        if self._current is not None:
            self.go_to(self._current)
