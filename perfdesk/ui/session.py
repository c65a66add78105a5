"""The one door: every change to a document goes through here, is undoable, and is saved."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from perfdesk.io.forms import form_or_default
from perfdesk.models.document import Document
from perfdesk.models.form import Form
from perfdesk.models.outline import DocumentOutline, outline

if TYPE_CHECKING:
    from perfdesk.models.change import Change

_NEVER_MERGED = -1  # what Qt calls a command that stands for itself
_MERGED = 1


class Keeper(Protocol):
    """Whoever puts documents on disk: the saver, off the window's thread."""

    def save(self, before: Document | None, after: Document | None) -> None:
        """Take a change to be written soon, in order; None means the document is not there."""
        ...


class Session(QObject):
    """The open workspace: its documents, what was done to them, and who must hear of it.

    `changed(before, after)` comes for every edit, undo and redo, once each; `before` is None
    for a document that appears, `after` for one that goes. Compare parts with `is` to learn
    what is new. `travelled(before, after)` comes after it when the change was an undo or redo,
    so that the window can show the place. `refused(sentence)` comes in place of a change to a
    document that was handed in.
    """

    changed = Signal(object, object)
    travelled = Signal(object, object)
    refused = Signal(str)

    def __init__(
        self,
        keeper: Keeper,
        load: Callable[[str], Document],
        outlines: tuple[DocumentOutline, ...] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._keeper = keeper
        self._load = load
        self._documents: dict[str, Document] = {}
        self._outlines = {each.id: each for each in outlines}
        self._listed: tuple[DocumentOutline, ...] | None = None

    @property
    def outlines(self) -> tuple[DocumentOutline, ...]:
        """All documents of the workspace as lists show them, latest year first."""
        if self._listed is None:
            outlines = self._outlines.values()
            self._listed = tuple(sorted(outlines, key=lambda o: (-o.year, o.department.code)))
        return self._listed

    def outline(self, document_id: str) -> DocumentOutline:
        """Return one document as lists show it. Raises KeyError where it is not there."""
        return self._outlines[document_id]

    def find_outline(self, document_id: str) -> DocumentOutline | None:
        """Return one document as lists show it, or None where it is not there."""
        return self._outlines.get(document_id)

    def document(self, document_id: str) -> Document:
        """Return a document as it stands now, read from the store the first time."""
        if document_id not in self._documents:
            self._documents[document_id] = self._load(document_id)
        return self._documents[document_id]

    def opened(self) -> tuple[Document, ...]:
        """Return the documents that have been read or made since the start."""
        return tuple(self._documents.values())

    def form(self, document_id: str) -> Form:
        """Return the form that a document is written on."""
        return form_or_default(self.outline(document_id).form)

    def may_change(self, document_id: str) -> bool:
        """Whether a document may be changed; where it may not, `refused` says why."""
        outline = self.find_outline(document_id)
        if outline is None or not outline.submitted:
            return True
        from perfdesk.models.years.submit import refusal  # late: seldom needed

        submission = self.document(document_id).submitted
        self.refused.emit(refusal(submission) if submission else "")
        return False

    def do(self, document_id: str, change: "Change", merge_key: object = None) -> bool:
        """Make a change, with undo; one that changes nothing leaves no trace.

        Changes that follow one another with the same `merge_key` are one undo step. A document
        that was handed in takes none but the one that reopens it: False then, and `refused`.
        """
        before = self.document(document_id)
        if before.submitted and not _reopens(change):
            return self.may_change(document_id)
        after = change.apply(before)
        if after is not before:
            self._push(change.label, before, after, merge_key)
        return True

    def add(self, document: Document, label: str) -> None:
        """Bring a new document into the workspace, with undo."""
        self._push(label, None, document)

    def remove(self, document_id: str, label: str) -> bool:
        """Take a document out of the workspace, with undo; not one that was handed in."""
        may = self.may_change(document_id)
        if may:
            self._push(label, self.document(document_id), None)
        return may

    def together(self, label: str) -> "Macro":
        """Make several changes, also to several documents, one undo step: `with ... :`."""
        return Macro(self.undo_stack, label)

    def _push(
        self,
        label: str,
        before: Document | None,
        after: Document | None,
        merge_key: object = None,
    ) -> None:
        self.undo_stack.push(_Edit(self, label, before, after, merge_key))

    def put(self, before: Document | None, after: Document | None, *, travelled: bool) -> None:
        """Let `after` stand in for `before`, save it and tell everybody. For undo commands."""
        if after is None and before is not None:
            self._documents.pop(before.id, None)
            self._outlines.pop(before.id, None)
        elif after is not None:
            self._documents[after.id] = after
            form = form_or_default(after.form)
            known = self._outlines.get(after.id)
            self._outlines[after.id] = outline(form, after, before, known)
        self._listed = None
        self._keeper.save(before, after)
        self.changed.emit(before, after)
        if travelled:
            self.travelled.emit(before, after)


def _reopens(change: "Change") -> bool:
    from perfdesk.models.years.submit import Reopen  # late: seldom needed

    return isinstance(change, Reopen)


class Macro:
    """Makes what is done inside a `with` block one undo step."""

    def __init__(self, stack: QUndoStack, label: str) -> None:
        self._stack = stack
        self._label = label

    def __enter__(self) -> None:
        self._stack.beginMacro(self._label)

    def __exit__(self, *_: object) -> None:
        self._stack.endMacro()


class _Edit(QUndoCommand):
    """One step of the history: a document before and after, whatever was done in between."""

    def __init__(
        self,
        session: Session,
        label: str,
        before: Document | None,
        after: Document | None,
        merge_key: object,
    ) -> None:
        super().__init__(label)
        self._session = session
        self._before = before
        self.after = after
        self.merge_key = merge_key
        self._done_before = False

    def id(self) -> int:
        return _NEVER_MERGED if self.merge_key is None else _MERGED

    def mergeWith(self, later: QUndoCommand) -> bool:
        if not isinstance(later, _Edit) or later.merge_key != self.merge_key:
            return False
        self.after = later.after
        self.setObsolete(self.after == self._before)
        return True

    def redo(self) -> None:
        self._session.put(self._before, self.after, travelled=self._done_before)
        self._done_before = True

    def undo(self) -> None:
        self._session.put(self.after, self._before, travelled=True)
