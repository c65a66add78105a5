"""The tree's model: nodes of all documents, kept in step with the session."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from perfdesk.models.document import Document
from perfdesk.models.outline import Completeness
from perfdesk.models.project import Unit
from perfdesk.models.review.counts import Counts
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.session import Session
from perfdesk.ui.tree.finding_counts import FindingCounts
from perfdesk.ui.tree.nodes import (
    Key,
    Kind,
    Node,
    build,
    completeness_of,
    document_node,
    words_of,
)

Index = QModelIndex | QPersistentModelIndex
NODE_ROLE = Qt.ItemDataRole.UserRole
COUNTS_ROLE = NODE_ROLE + 1
_MIME = "application/x-perfdesk-projects"


class OutlineModel(QAbstractItemModel):
    """Years → departments → statement and units → projects, one column.

    `unit_renamed(before, after)` carries the keys of a unit's node, as its name is part of them;
    `told` why something was not renamed.
    """

    unit_renamed = Signal(object, object)
    told = Signal(str)

    def __init__(
        self, session: Session, inspector: Inspector, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._findings = FindingCounts(session, inspector)
        self._wanted = ""
        self._root = build(session.outlines)
        session.changed.connect(self._on_changed)
        inspector.changed.connect(self._on_judged)

    def set_filter(self, wanted: str) -> None:
        """Show only what contains these words; everything when they are empty."""
        if wanted.split() != self._wanted.split():
            self._wanted = wanted
            self._rebuild()

    @property
    def root(self) -> Node:
        """The node above all years."""
        return self._root

    def node(self, index: Index) -> Node:
        """Return the node at an index; the root where there is none."""
        found: Node = index.internalPointer() if index.isValid() else self._root
        return found

    def find(self, key: Key) -> Node | None:
        """Return the node that a key names, or None where it is not shown."""
        year = key.year
        if key.document_id:
            outline = self._session.find_outline(key.document_id)
            if outline is None:
                return None
            year = outline.year
        found = self._root.child(Key(Kind.YEAR, year=year))
        if found is None or key.kind is Kind.YEAR:
            return found
        found = found.child(Key(Kind.DEPARTMENT, key.document_id))
        return next((each for each in found.walk() if each.key == key), None) if found else None

    def index_of(self, node: Node) -> QModelIndex:
        """Return where a node of this model stands."""
        if node.parent is None:
            return QModelIndex()
        return self.createIndex(node.row, 0, node)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's signature
        children = self.node(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008 - Qt overloads it with QObject.parent()
        above = self.node(index).parent
        return self.index_of(above) if above else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return len(self.node(parent).children)

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's signature
        return self.node(parent).has_children

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002, B008 - Qt's signature
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        node = self.node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return node.text
        if role == COUNTS_ROLE:
            return self._counts(node)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said_of(node, "\n" if role == Qt.ItemDataRole.ToolTipRole else "，")
        if role == Qt.ItemDataRole.EditRole:
            return self._editable_text(node)
        return node if role == NODE_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        flags = flag.ItemIsEnabled | flag.ItemIsSelectable
        kind = self.node(index).key.kind
        if self._submitted(self.node(index)):
            return flags
        if kind in (Kind.PROJECT, Kind.UNIT):
            flags |= flag.ItemIsEditable
        if kind is Kind.PROJECT:
            flags |= flag.ItemIsDragEnabled
        if kind is Kind.UNIT:
            flags |= flag.ItemIsDropEnabled
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        node = self.node(index)
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or text == self._editable_text(node):
            return False
        from perfdesk.ui.tree.changes import rename, set_unit

        key = node.key
        if key.kind is Kind.PROJECT:
            self._session.do(key.document_id, rename(key.project_id, text))
            return True
        unit = Unit.typed(text)
        if why := self._why_not(key, unit):
            self.told.emit(why)
            return False
        renamed = [child.key.project_id for child in self._whole_unit(node)]
        self._session.do(key.document_id, set_unit(renamed, unit))
        self.unit_renamed.emit(key, key._replace(unit=unit))
        return True

    def _why_not(self, key: Key, unit: Unit) -> str:
        """Return why a unit cannot be called so, empty where it can."""
        if not unit.printed:
            return "预算单位的名称不能为空，没有修改"
        units = self._session.outline(key.document_id).units
        if any(each.printed == unit.printed for each in units):
            return f"已有预算单位“{unit.printed}”，没有修改。要合并，请把项目拖到该单位下"
        return ""

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        keys = [self.node(index).key for index in indexes]
        lines = [f"{key.document_id} {key.project_id}" for key in keys if key.project_id]
        data.setData(_MIME, "\n".join(lines).encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def canDropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,
        parent: Index,
    ) -> bool:
        del action, row, column
        onto = self.node(parent).key
        dragged = self._dragged(data)
        return onto.kind is Kind.UNIT and all(doc == onto.document_id for doc, _ in dragged)

    def dropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,
        parent: Index,
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        from perfdesk.ui.tree.changes import move

        unit = self.node(parent)
        document = self._session.document(unit.key.document_id)
        moved = [project_id for _, project_id in self._dragged(data)]
        self._session.do(document.id, move(document, moved, unit, row))
        return False  # True would make the view remove the dragged rows a second time

    def _dragged(self, data: QMimeData) -> list[tuple[str, str]]:
        lines = bytes(data.data(_MIME).data()).decode().splitlines()
        return [(document, project) for document, _, project in (li.partition(" ") for li in lines)]

    def _editable_text(self, node: Node) -> str:
        if node.key.unit:
            return node.key.unit.printed
        if node.key.kind is not Kind.PROJECT:
            return node.text
        project = self._session.document(node.key.document_id).project(node.key.project_id)
        return project.name if project else ""

    def _whole_unit(self, node: Node) -> list[Node]:
        """Return all projects of a unit, also those that the filter hides."""
        units = document_node(self._session.outline(node.key.document_id), []).children
        return next(each.children for each in units if each.key == node.key)

    def _submitted(self, node: Node) -> bool:
        """Whether a node stands for a part of a document that was handed in."""
        outline = self._session.find_outline(node.key.document_id)
        return outline is not None and outline.submitted

    def _counts(self, node: Node) -> Counts:
        """Return how many findings there are in what a node stands for."""
        if node.counts is None:
            node.counts = self._findings.of(node.key)
        return node.counts

    def _said_of(self, node: Node, joint: str) -> str:
        """Return what a node is called, and in words what checks found in it."""
        submitted = "已上报，只能查看" if node.submitted else ""
        unit = {Kind.STATEMENT: "栏", Kind.PROJECT: "格"}.get(node.key.kind, "处")
        carried = f"{node.unconfirmed} {unit}待核对" if node.unconfirmed else ""
        said = (node.text, submitted, self._counts(node).words, carried)
        return joint.join(filter(None, said))

    def _on_judged(self, document_id: str) -> None:
        """Show new numbers of findings where older ones are shown."""
        outline = self._session.find_outline(document_id)
        year = self._root.child(Key(Kind.YEAR, year=outline.year)) if outline else None
        if year is None:
            return
        document = next((e for e in year.made if e.key.document_id == document_id), None)
        for node in (year, *(document.walk_made() if document else ())):
            if node.counts is not None:
                before, node.counts = node.counts, self._findings.of(node.key)
                if node.counts != before:
                    index = self.index_of(node)
                    self.dataChanged.emit(index, index)

    def _on_changed(self, before: Document | None, after: Document | None) -> None:
        if before is None or after is None:
            self._rebuild()
            return
        if (before.year, before.department) != (after.year, after.department):
            self._rebuild()
            return
        old = self.find(Key(Kind.DEPARTMENT, after.id))
        fresh = document_node(self._session.outline(after.id), words_of(self._wanted))
        if old and _same_shape(old, fresh):
            self._take_over(old, fresh)
        else:
            self._rebuild()

    def _take_over(self, old: Node, fresh: Node) -> None:
        """Show new labels and progress in the standing nodes of a document and its year."""
        for each, new in zip(old.walk(), fresh.walk(), strict=True):
            node_marks = (each.submitted, each.unconfirmed)
            each.submitted, each.unconfirmed = new.submitted, new.unconfirmed
            anew = node_marks != (new.submitted, new.unconfirmed)
            self._show(each, new.text, new.completeness, anew=anew)
        if year := old.parent:
            before = (year.submitted, year.unconfirmed)
            year.submitted = all(each.submitted for each in year.children)
            year.unconfirmed = sum(each.unconfirmed for each in year.children)
            anew = before != (year.submitted, year.unconfirmed)
            self._show(year, year.text, completeness_of(year.children), anew=anew)

    def _show(
        self, node: Node, text: str, completeness: Completeness, *, anew: bool = False
    ) -> None:
        if anew or (node.text, node.completeness) != (text, completeness):
            node.text, node.completeness = text, completeness
            index = self.index_of(node)
            self.dataChanged.emit(index, index)

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._root = build(self._session.outlines, self._wanted)
        self.endResetModel()


def _same_shape(old: Node, new: Node) -> bool:
    if old.key != new.key or len(old.children) != len(new.children):
        return False
    return all(map(_same_shape, old.children, new.children))
