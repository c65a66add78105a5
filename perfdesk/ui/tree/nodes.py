"""The nodes of the tree, built from the outlines of all documents, filtered if wished."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import groupby
from typing import NamedTuple

from perfdesk.models.amount import plain_digits
from perfdesk.models.document import Document
from perfdesk.models.outline import Completeness, DocumentOutline, ProjectOutline
from perfdesk.models.project import Unit


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


@dataclass(slots=True, eq=False)
class Node:
    """One row of the tree; `text` is its label, `completeness` how far it is."""

    key: Key
    text: str
    parent: "Node | None" = None
    row: int = 0
    completeness: Completeness = field(default_factory=Completeness)
    children: "list[Node]" = field(default_factory=list)

    def add(self, child: "Node") -> "Node":
        """Put a node under this one, last."""
        child.parent = self
        child.row = len(self.children)
        self.children.append(child)
        return child

    def walk(self) -> "Iterator[Node]":
        """Yield this node and all below it, from the top down."""
        yield self
        for child in self.children:
            yield from child.walk()


def build(outlines: Iterable[DocumentOutline], wanted: str = "") -> Node:
    """Return the root of the tree; with words `wanted`, only what contains them and its parents.

    A year, department or unit that matches shows all it holds.
    """
    root = Node(ROOT, "")
    words = words_of(wanted)
    for year, documents in groupby(outlines, lambda each: each.year):
        node = Node(Key(Kind.YEAR, year=year), f"{year} 年度" if year else "未注明年度")
        shown = [] if _matches(node.text, words) else words
        for document in documents:
            below = document_node(document, shown)
            if below.children:
                node.add(below)
        if node.children:
            node.completeness = completeness_of(node.children)
            root.add(node)
    return root


def words_of(wanted: str) -> list[str]:
    """Return the words a filter text asks for, as the tree compares them."""
    return plain_digits(wanted).casefold().split()


def unit_label(unit: Unit) -> str:
    """Return what the tree calls a unit."""
    return f"{unit.code} {unit.name}".strip() or "（未注明单位）"


def document_node(document: DocumentOutline, words: list[str]) -> Node:
    """Return the node of one document with all below it that the words leave."""
    department = document.department
    text = f"{department.code} {department.name}".strip() or "（未注明部门）"
    node = Node(Key(Kind.DEPARTMENT, document.id), text)
    shown = [] if _matches(text, words) else words
    statement = Node(Key(Kind.STATEMENT, document.id), "部门整体绩效目标")
    statement.completeness = document.statement
    if _matches(statement.text, shown):
        node.add(statement)
    by_unit: dict[Unit, list[ProjectOutline]] = {}
    for project in document.projects:
        by_unit.setdefault(project.unit, []).append(project)
    for unit, projects in by_unit.items():
        below = _unit_node(document.id, unit, projects, shown)
        if below.children:
            node.add(below)
    node.completeness = completeness_of(node.children)
    return node


def _unit_node(
    document_id: str, unit: Unit, projects: list[ProjectOutline], words: list[str]
) -> Node:
    node = Node(Key(Kind.UNIT, document_id, unit=unit), unit_label(unit))
    shown = [] if _matches(node.text, words) else words
    for project in projects:
        if _matches(f"{project.name} {project.code}", shown):
            key = Key(Kind.PROJECT, document_id, project.id)
            label = project.name or "（未命名项目）"
            node.add(Node(key, label, completeness=project.completeness))
    node.completeness = completeness_of(node.children)
    return node


def completeness_of(nodes: Iterable[Node]) -> Completeness:
    """Add up how far several nodes are."""
    filled = needed = 0
    for node in nodes:
        filled += node.completeness.filled
        needed += node.completeness.needed
    return Completeness(filled, needed)


def _matches(text: str, words: list[str]) -> bool:
    if not words:
        return True
    plain = plain_digits(text).casefold()
    return all(word in plain for word in words)


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
    if not outlines:
        return ROOT
    document = next((each for each in outlines if each.id == key.document_id), None)
    if document is None:
        standing = key.kind is Kind.YEAR and any(each.year == key.year for each in outlines)
        return key if standing else Key(Kind.DEPARTMENT, outlines[0].id)
    gone = (key.unit is not None and key.unit not in document.units) or (
        key.kind is Kind.PROJECT and all(each.id != key.project_id for each in document.projects)
    )
    return Key(Kind.DEPARTMENT, document.id) if gone else key
