"""The nodes of the tree, built from the outlines of all documents, filtered if wished."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum, auto
from functools import partial
from itertools import groupby
from typing import NamedTuple

from perfdesk.models.amount import plain_digits
from perfdesk.models.document import Department, Document
from perfdesk.models.outline import Completeness, DocumentOutline, ProjectOutline, label
from perfdesk.models.project import Unit
from perfdesk.models.review.counts import Counts


class Kind(Enum):
    """What a node stands for."""

    ROOT = auto()
    YEAR = auto()
    DEPARTMENT = auto()
    STATEMENT = auto()
    UNIT = auto()
    PROJECT = auto()


class Key(NamedTuple):
    """Names a node for good, so that selection and expansion outlive a rebuilt tree."""

    kind: Kind
    document_id: str = ""
    project_id: str = ""
    unit: Unit | None = None
    year: int = 0


ROOT = Key(Kind.ROOT)
_NOTHING = Completeness()


class Node:
    """One row of the tree; `text` is its label, `completeness` how far it is.

    `counts` are the findings in it, None as long as nobody has asked for them. What is `below`
    it is made when it is first asked for: most nodes are never opened. `unconfirmed` is how many
    cells came from elsewhere and are still to be looked at; what is `submitted` is read-only.
    """

    __slots__ = (
        "_below",
        "_children",
        "completeness",
        "counts",
        "key",
        "parent",
        "row",
        "submitted",
        "text",
        "unconfirmed",
    )

    def __init__(
        self,
        key: Key,
        text: str,
        completeness: Completeness = _NOTHING,
        below: "Callable[[], Iterable[Node]] | None" = None,
    ) -> None:
        self.key = key
        self.text = text
        self.completeness = completeness
        self.counts: Counts | None = None
        self.unconfirmed = 0
        self.submitted = False
        self.parent: Node | None = None
        self.row = 0
        self._children: list[Node] = []
        self._below = below

    @property
    def children(self) -> "list[Node]":
        """The nodes right under this one."""
        if self._below is not None:
            below, self._below = self._below, None
            for child in below():
                self.add(child)
        return self._children

    @property
    def made(self) -> "Sequence[Node]":
        """Those of the children that have been asked for."""
        return self._children

    @property
    def has_children(self) -> bool:
        """Whether there are any, without making them."""
        return self._below is not None or bool(self._children)

    def add(self, child: "Node") -> None:
        """Put a node under this one, last."""
        child.parent = self
        child.row = len(self._children)
        self._children.append(child)

    def walk(self) -> "Iterator[Node]":
        """Yield this node and all below it, from the top down."""
        yield self
        for child in self.children:
            yield from child.walk()

    def walk_made(self) -> "Iterator[Node]":
        """Yield this node and those below it that have been asked for."""
        yield self
        for child in self._children:
            yield from child.walk_made()

    def child(self, key: Key) -> "Node | None":
        """Return the node right under this one that has a key, or None."""
        return next((each for each in self.children if each.key == key), None)


def build(outlines: Iterable[DocumentOutline], wanted: str = "") -> Node:
    """Return the root of the tree; with words `wanted`, only what contains them and its parents.

    A year, department or unit that matches shows all it holds.
    """
    root = Node(ROOT, "")
    words = words_of(wanted)
    for year, group in groupby(outlines, lambda each: each.year):
        documents = tuple(group)
        key, text = Key(Kind.YEAR, year=year), f"{year} 年度" if year else "未注明年度"
        if _matches(text, words):
            completeness = Completeness.of_all(each.completeness for each in documents)
            node = Node(key, text, completeness, partial(_document_nodes, documents, []))
            node.unconfirmed = sum(each.unconfirmed for each in documents)
            root.add(node)
        elif found := [each for each in _document_nodes(documents, words) if each.has_children]:
            root.add(_holding(key, text, found))
        else:
            continue
        root.made[-1].submitted = all(each.submitted for each in documents)
    return root


def words_of(wanted: str) -> list[str]:
    """Return the words a filter text asks for, as the tree compares them."""
    return plain_digits(wanted).casefold().split()


def unit_label(unit: Unit) -> str:
    """Return what the tree calls a unit."""
    return f"{unit.code} {unit.name}".strip() or "（未注明单位）"


def department_label(department: Department) -> str:
    """Return what the tree calls a department."""
    return f"{department.code} {department.name}".strip() or "（未注明部门）"


def document_node(document: DocumentOutline, words: list[str]) -> Node:
    """Return the node of one document with all below it that the words leave."""
    text = department_label(document.department)
    key = Key(Kind.DEPARTMENT, document.id)
    if _matches(text, words):
        node = Node(key, text, document.completeness, partial(_below_document, document, []))
    else:
        node = _holding(key, text, _below_document(document, words))
    node.submitted = document.submitted
    node.unconfirmed = document.unconfirmed
    return node


def _document_nodes(documents: Iterable[DocumentOutline], words: list[str]) -> Iterator[Node]:
    return (document_node(document, words) for document in documents)


def _holding(key: Key, text: str, children: Iterable[Node]) -> Node:
    """Return a node with these below it, as far as they are together."""
    node = Node(key, text)
    for child in children:
        node.add(child)
    node.completeness = completeness_of(node.children)
    node.unconfirmed = sum(child.unconfirmed for child in node.children)
    return node


def _below_document(document: DocumentOutline, words: list[str]) -> Iterator[Node]:
    statement = Node(Key(Kind.STATEMENT, document.id), "部门整体绩效目标", document.statement)
    statement.unconfirmed = document.statement_unconfirmed
    if _matches(statement.text, words):
        yield statement
    by_unit: dict[Unit, list[tuple[int, ProjectOutline]]] = {}
    for number, project in enumerate(document.projects, 1):
        by_unit.setdefault(project.unit, []).append((number, project))
    for unit, projects in by_unit.items():
        below = _unit_node(document.id, unit, projects, words)
        if below.has_children:
            yield below


def _unit_node(
    document_id: str, unit: Unit, projects: list[tuple[int, ProjectOutline]], words: list[str]
) -> Node:
    text = unit_label(unit)
    shown = [] if _matches(text, words) else words
    children = (
        _project_node(document_id, project, number)
        for number, project in projects
        if _matches(project.name, shown, project.code)
    )
    return _holding(Key(Kind.UNIT, document_id, unit=unit), text, children)


def _project_node(document_id: str, project: ProjectOutline, number: int) -> Node:
    key = Key(Kind.PROJECT, document_id, project.id)
    node = Node(key, label(project, number), project.completeness)
    node.unconfirmed = project.unconfirmed
    return node


def completeness_of(nodes: Iterable[Node]) -> Completeness:
    """Add up how far several nodes are."""
    return Completeness.of_all(node.completeness for node in nodes)


def _matches(text: str, words: list[str], code: str = "") -> bool:
    """Whether every word is in a text, or is how that is spelled in pinyin; or in its code."""
    if not words:
        return True
    plain = plain_digits(f"{text} {code}").casefold()
    return all(word in plain or _sounds_like(word, text) for word in words)


def _sounds_like(word: str, text: str) -> bool:
    if not (word.isascii() and any(map(str.isalpha, word))):
        return False
    from perfdesk.io.pinyin import readings  # late: who finds nothing by letters never needs it
    from perfdesk.models.suggest.query import Match, Query

    return Query(word).match(text, readings) > Match.IN_ORDER


def key_of_difference(before: Document | None, after: Document | None) -> Key | None:
    """Return the node that shows what differs between two states of a document."""
    if after is None:
        return None
    if before is None:
        return Key(Kind.DEPARTMENT, after.id)
    known = {id(project) for project in before.projects}
    for project in after.projects:
        if id(project) not in known:
            return Key(Kind.PROJECT, after.id, project.id)
    if before.statement is not after.statement:
        return Key(Kind.STATEMENT, after.id)
    return Key(Kind.DEPARTMENT, after.id)


def nearest_key(key: Key, outlines: Sequence[DocumentOutline]) -> Key:
    """Return the node itself where it is still there, else the one to show in its place."""
    if not outlines or key == ROOT:
        return ROOT
    document = next((each for each in outlines if each.id == key.document_id), None)
    if document is None:
        standing = key.kind is Kind.YEAR and any(each.year == key.year for each in outlines)
        return key if standing else Key(Kind.DEPARTMENT, outlines[0].id)
    gone = (key.unit is not None and key.unit not in document.units) or (
        key.kind is Kind.PROJECT and all(each.id != key.project_id for each in document.projects)
    )
    return Key(Kind.DEPARTMENT, document.id) if gone else key
