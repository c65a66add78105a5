"""The one door: every change to a document goes through here, is undoable, and is saved."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from perfdesk.io.forms import form_or_default
from perfdesk.models.document import Document
from perfdesk.models.form import Form
from perfdesk.models.outline import DocumentOutline, outline
from perfdesk.ui.undo_stack import Passage, Step, UndoStack

if TYPE_CHECKING:
    from perfdesk.models.change import Change

_log = logging.getLogger(__name__)
_TOO_LATE = "正在填写的一处已不在文本中，刚输入的内容没有填入"


class Keeper(Protocol):
    """Whoever puts documents on disk: the saver, off the window's thread."""

    def save(self, before: Document | None, after: Document | None) -> None:
        """Take a change to be written soon, in order; None means the document is not there."""
        ...


class Session(QObject):
    """The open workspace: its documents, what was done to them, and who must hear of it.

    `changed(before, after)` comes for every edit, undo and redo, once each; `before` is None
    for a document that appears, `after` for one that goes. Compare parts with `is` to learn
    what is new. After an undo or redo `stepped(step)` comes once, with the way that was gone,
    and then `travelled(before, after)` for each document, so that the place can be shown.
    `refused(sentence)` comes in place of a change to a document that was handed in.

    One change is made at a time: what a view hands over because something changes is made
    right after that, so that each step of undo is whole.
    """

    changed = Signal(object, object)
    stepped = Signal(object)
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
        self.undo_stack = UndoStack(self._standing, self._go, self)
        self._keeper = keeper
        self._load = load
        self._documents: dict[str, Document] = {}
        self._outlines = {each.id: each for each in outlines}
        self._listed: tuple[DocumentOutline, ...] | None = None
        self._together: list[Passage] | None = None
        self._waiting: list[Callable[[], object]] = []
        self._at_work = False

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
        Handing in and reopening are no steps of undo: each has its own way back, on purpose.
        """
        if self._at_work:
            self._waiting.append(partial(self._do_late, document_id, change, merge_key))
            return True
        before = self.document(document_id)
        if before.submitted and not _reopens(change):
            return self.may_change(document_id)
        after = change.apply(before)
        if after.submitted != before.submitted:
            self._make(Passage(before, after))
        elif after is not before:
            self._push(change.label, Passage(before, after), merge_key)
        return True

    def add(self, document: Document, label: str) -> None:
        """Bring a new document into the workspace, with undo."""
        if self._at_work:
            self._waiting.append(partial(self.add, document, label))
        else:
            self._push(label, Passage(None, document))

    def remove(self, document_id: str, label: str) -> bool:
        """Take a document out of the workspace, with undo; not one that was handed in."""
        if self._at_work:
            self._waiting.append(partial(self.remove, document_id, label))
            return True
        may = self.may_change(document_id)
        if may:
            self._push(label, Passage(self.document(document_id), None))
        return may

    @contextmanager
    def together(self, label: str) -> Iterator[None]:
        """Make several changes, also to several documents, one undo step: `with ... :`."""
        passages: list[Passage] = []
        self._together = passages
        self.undo_stack.held = True
        try:
            yield
        finally:
            self._together = None
            self.undo_stack.held = False
            if passages:
                self.undo_stack.push(Step(label, tuple(passages)))

    def _push(self, label: str, passage: Passage, merge_key: object = None) -> None:
        """Make a change that can be taken back."""
        with self._working():
            self._put(passage)
            if self._together is not None:
                self._together.append(passage)
            else:
                self.undo_stack.push(Step(label, (passage,), merge_key))

    def _make(self, passage: Passage) -> None:
        """Make a change that leaves no step behind."""
        with self._working():
            self._put(passage)
            self.undo_stack.changed.emit()

    def _go(self, way: Step) -> None:
        """Go a step of undo or redo, and tell where that led."""
        with self._working():
            for passage in way.passages:
                self._put(passage)
            self.stepped.emit(way)
            for passage in way.passages:
                self.travelled.emit(*passage)

    @contextmanager
    def _working(self) -> Iterator[None]:
        """Let what is asked for meanwhile wait until the work is done."""
        held, self.undo_stack.held = self.undo_stack.held, True
        self._at_work = True
        try:
            yield
        finally:
            self._at_work = False
            self.undo_stack.held = held
        while self._waiting:
            self._waiting.pop(0)()

    def _do_late(self, document_id: str, change: "Change", merge_key: object) -> None:
        """Make a change that had to wait; its row or document may have gone meanwhile."""
        try:
            self.do(document_id, change, merge_key)
        except KeyError:
            _log.warning("a change came too late: its place had gone")
            self.refused.emit(_TOO_LATE)

    def _standing(self, document_id: str) -> Document | None:
        return self._documents.get(document_id)

    def _put(self, passage: Passage) -> None:
        """Let one document stand in for another, save it and tell everybody."""
        before, after = passage
        if after is None and before is not None:
            self._documents.pop(before.id, None)
            self._outlines.pop(before.id, None)
        elif after is not None:
            form = form_or_default(after.form)
            known = self._outlines.get(after.id)
            self._outlines[after.id] = outline(form, after, before, known)
            self._documents[after.id] = after
        self._listed = None
        self._keeper.save(before, after)
        self.changed.emit(before, after)


def _reopens(change: "Change") -> bool:
    from perfdesk.models.years.submit import Reopen  # late: seldom needed

    return isinstance(change, Reopen)
