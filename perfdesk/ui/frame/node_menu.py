"""What the menu of a node of the tree offers: what can be done with just that."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from perfdesk.ui.actions import Entry, action
from perfdesk.ui.frame.main_menu import Parts
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.tree.outline_view import OutlineView

Entries = Sequence[QAction | QMenu | None]


class NodeMenu:
    """Picks from the actions of the window those that fit a node, and makes its own."""

    def __init__(self, parts: Parts, tree: OutlineView) -> None:
        self._parts = parts
        self._tree = tree

    def offers(self, key: Key | None, menu: QMenu) -> Entries:
        """Return what the menu of a node offers; None among them is a line, as a key no node."""
        documents, projects = self._parts.documents, self._parts.projects
        begins: Entries = [documents.new, documents.bring]
        adds: Entries = [projects.new, projects.new_unit]
        if key is None:
            return begins
        check = self._parts.review.check_document
        match key.kind:
            case Kind.YEAR:
                year = [*self._parts.years.following(key.year, menu), None]
                year += [documents.exporting(key.year, menu), None]
                return [*begins, None, *year, *self._folds(key, menu)]
            case Kind.DEPARTMENT:
                out = [*self._out(), None, check, None, *self._document(), None]
                return [*adds, None, *out, *self._folds(key, menu)]
            case Kind.STATEMENT:
                return [*adds, None, *self._paper(), None, check]
            case Kind.UNIT:
                edits = [projects.rename, projects.remove]
            case _:
                check = self._parts.review.check_project
                edits = [projects.copy, projects.rename, projects.remove]
        moves = [projects.up, projects.down]
        return [*adds, None, *edits, None, *moves, None, *self._paper(), None, check]

    def _folds(self, key: Key, menu: QMenu) -> Entries:
        opens = Entry("全部展开", partial(self._tree.open_below, key))
        closes = Entry("全部折叠", partial(self._tree.close_below, key))
        return [action(menu, opens), action(menu, closes)]

    def _paper(self) -> Entries:
        return [self._parts.paper.preview, self._parts.paper.print]

    def _out(self) -> Entries:
        documents = self._parts.documents
        files = [documents.export, documents.export_text, documents.export_json]
        return [*files, self._parts.paper.pdf, None, *self._paper()]

    def _document(self) -> Entries:
        documents, versions = self._parts.documents, self._parts.versions
        kept = [versions.keep, versions.history]
        return [*self._parts.years.all(), None, *kept, None, documents.describe, documents.remove]
