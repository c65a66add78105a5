"""What checks find in documents that have just come in, told once they have been judged."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from perfdesk.models.document import Document
from perfdesk.models.review.counts import Counts
from perfdesk.ui.inspector import Inspector

_LOOK_MS = 100


class ArrivalCheck(QObject):
    """`counted(counts)` when the documents handed to `watch` have all been judged."""

    counted = Signal(object)

    def __init__(self, inspector: Inspector, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inspector = inspector
        self._ids: list[str] = []
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def watch(self, documents: Sequence[Document]) -> None:
        """Wait for the judgement of these documents, and no longer for that of others."""
        self._ids = [each.id for each in documents]
        self._timer.start()

    def _look(self) -> None:
        if self._inspector.at_rest:
            self._timer.stop()
            self.counted.emit(Counts.of_all(map(self._inspector.counts, self._ids)))


def found_words(counts: Counts) -> str:
    """Return what was found in words: 强制 3 处、提示 12 处; empty for nothing."""
    numbers = zip(("强制", "提示", "建议"), counts, strict=False)
    return "、".join(f"{word} {number} 处" for word, number in numbers if number)
