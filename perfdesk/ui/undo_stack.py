"""What was done in the workspace, step by step: the way back, and the way on again."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from perfdesk.models.document import Document


class Passage(NamedTuple):
    """A document as it was and as it became; None where there is none."""

    before: Document | None
    after: Document | None

    @property
    def document_id(self) -> str:
        """The document it is about."""
        document = self.before or self.after
        return document.id if document else ""

    @property
    def back(self) -> "Passage":
        """The same passage the other way round."""
        return Passage(self.after, self.before)


@dataclass(frozen=True)
class Step:
    """One thing that was done, to one document or to several.

    Steps that follow one another with the same `merge_key` are one.
    """

    label: str
    passages: tuple[Passage, ...]
    merge_key: object = None

    @property
    def document_ids(self) -> frozenset[str]:
        """The documents it is about."""
        return frozenset(each.document_id for each in self.passages)

    def back(self) -> "Step":
        """Return the step that takes this one back."""
        return replace(self, passages=tuple(each.back for each in reversed(self.passages)))

    def on(self) -> "Step":
        """Return the step itself, which does it again."""
        return self

    def merged(self, later: "Step") -> "Step | None":
        """Return this step with one that goes on from it; None where that is another thing."""
        if self.merge_key is None or later.merge_key != self.merge_key:
            return None
        if len(self.passages) != 1 or len(later.passages) != 1:
            return None
        (first,), (last,) = self.passages, later.passages
        if last.before is not first.after:
            return None
        return replace(self, passages=(Passage(first.before, last.after),))


class UndoStack(QObject):
    """The steps that can be taken back, and those that can be done again; `changed` when others.

    A step is gone only while its documents stand as it left them. One that was handed in since
    stays as it is, and with it all its steps: the newest of the others is next, which is about
    other documents. While it is `held` nothing is taken back or done again.

    `standing` returns a document as it is now, `go` makes the passages of a step.
    """

    changed = Signal()

    def __init__(
        self,
        standing: Callable[[str], Document | None],
        go: Callable[[Step], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.held = False
        self._standing = standing
        self._go = go
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def push(self, step: Step) -> None:
        """Remember what was done; what had been taken back cannot be done again after it."""
        self._undone.clear()
        merged = self._done[-1].merged(step) if self._done else None
        if merged:
            self._done.pop()
        step = merged or step
        if not merged or step.passages[0].before != step.passages[0].after:
            self._done.append(step)
        self.changed.emit()

    def undo(self) -> None:
        """Take the newest step back."""
        self._take(self._done, self._undone, Step.back)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._take(self._undone, self._done, Step.on)

    def next_undo(self) -> Step | None:
        """Return the way that `undo` would go, None where there is none."""
        at, _ = self._find(self._done, Step.back)
        return self._done[at].back() if at >= 0 else None

    def next_redo(self) -> Step | None:
        """Return the way that `redo` would go, None where there is none."""
        at, _ = self._find(self._undone, Step.on)
        return self._undone[at] if at >= 0 else None

    def passed_by_undo(self) -> frozenset[str]:
        """Return the documents with newer steps than the one that `undo` takes."""
        return self._find(self._done, Step.back)[1]

    def passed_by_redo(self) -> frozenset[str]:
        """Return the documents with steps that come before the one that `redo` takes."""
        return self._find(self._undone, Step.on)[1]

    def can_undo(self) -> bool:
        """Whether anything was done, though `undo` may have to pass over all of it."""
        return bool(self._done)

    def can_redo(self) -> bool:
        """Whether anything was taken back, though `redo` may have to pass over all of it."""
        return bool(self._undone)

    def count(self) -> int:
        """Return how many steps there are, those that were taken back too."""
        return len(self._done) + len(self._undone)

    def index(self) -> int:
        """Return how many steps are done."""
        return len(self._done)

    def labels(self) -> list[str]:
        """Return what the steps are called that are done, in their order."""
        return [each.label for each in self._done]

    def _take(self, steps: list[Step], others: list[Step], way: Callable[[Step], Step]) -> None:
        at, _ = self._find(steps, way)
        if self.held or at < 0:
            return
        step = steps.pop(at)
        others.append(step)
        self._go(way(step))
        self.changed.emit()

    def _find(self, steps: list[Step], way: Callable[[Step], Step]) -> tuple[int, frozenset[str]]:
        """Return where the next step stands, -1 for none, and which documents it passes over."""
        passed: frozenset[str] = frozenset()
        for at in reversed(range(len(steps))):
            documents = steps[at].document_ids
            if not documents & passed and self._fits(way(steps[at])):
                return at, passed
            passed |= documents
        return -1, passed

    def _fits(self, way: Step) -> bool:
        """Whether the documents stand as a step begins."""
        starts = {each.document_id: each.before for each in reversed(way.passages)}
        return all(self._standing(name) == document for name, document in starts.items())
