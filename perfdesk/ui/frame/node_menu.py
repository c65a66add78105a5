"""What the menu of a node of the tree offers: what can be done with just that."""

from collections.abc import Sequence

from PySide6.QtGui import QAction

from perfdesk.ui.frame.main_menu import Parts
from perfdesk.ui.tree.nodes import Key, Kind

Entries = Sequence[QAction | None]


class NodeMenu:
    """Picks from the actions of the window those that fit a node."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def offers(self, key: Key | None) -> Entries:
        """Return what a node's menu offers; None among them is a line, None for a key no node."""
        documents, projects = self._parts.documents, self._parts.projects
        begins: Entries = [documents.new, documents.bring]
        adds: Entries = [projects.new, projects.new_unit]
        if key is None:
            return begins
        check = self._parts.review.check_document
        match key.kind:
            case Kind.DEPARTMENT:
                return [*adds, None, *self._out(), None, check, None, *self._document()]
            case Kind.STATEMENT:
                return [*adds, None, *self._paper(), None, check]
            case Kind.UNIT:
                return [*adds, projects.rename, None, *self._paper(), None, check]
            case Kind.PROJECT:
                check = self._parts.review.check_project
                edits = [projects.copy, projects.rename, projects.remove]
                moves = [projects.up, projects.down]
                return [*adds, None, *edits, None, *moves, None, *self._paper(), None, check]
            case _:
                return begins

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
