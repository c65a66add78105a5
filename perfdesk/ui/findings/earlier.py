"""The reason given to the same finding in a past year, looked for away from the window."""

from PySide6.QtCore import QObject, Signal

from perfdesk.models.document import Document
from perfdesk.models.review.reason import earlier_reason
from perfdesk.ui.findings.finding_row import FindingRow, Key
from perfdesk.ui.reader import OpenReader
from perfdesk.ui.session import Session
from perfdesk.ui.tasks import Progress, Task


class EarlierReasons(QObject):
    """Finds last year's reason: `found(key, year, text)` where there is one.

    Documents of past years are read once, in a thread.
    """

    found = Signal(object, int, str)

    def __init__(
        self, session: Session, open_reader: OpenReader, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._open_reader = open_reader
        self._read: dict[str, Document] = {}
        self._wanted: FindingRow | None = None
        self._task: Task[list[Document]] | None = None
        session.changed.connect(self._forget)

    def ask(self, row: FindingRow | None) -> None:
        """Look for the reason of a finding, and no longer for another one's."""
        self._wanted = row if row and not row.answered and row.rank else None
        self._look()

    def end(self) -> None:
        """Stop reading: the window goes."""
        self._wanted = None
        if self._task:
            self._task.end()

    def _look(self) -> None:
        row = self._wanted
        if row is None or self._task is not None:
            return
        ids = self._earlier_ids(row.key)
        missing = [each for each in ids if self._document(each) is None]
        if missing:
            self._read_all(missing)
            return
        earlier = [document for each in ids if (document := self._document(each))]
        if answer := earlier_reason(row.finding, row.project, earlier):
            self.found.emit(row.key, answer[0], answer[1].text)

    def _earlier_ids(self, key: Key) -> list[str]:
        """Return the documents of the same department in past years, latest first."""
        here = self._session.find_outline(key.document_id)
        if here is None:
            return []
        return [
            each.id
            for each in self._session.outlines
            if each.department.code == here.department.code and each.year < here.year
        ]

    def _document(self, document_id: str) -> Document | None:
        opened = self._session.opened()
        standing = next((each for each in opened if each.id == document_id), None)
        return standing or self._read.get(document_id)

    def _read_all(self, ids: list[str]) -> None:
        def work(progress: Progress) -> list[Document]:
            with self._open_reader() as reader:
                documents = []
                for each in ids:
                    progress.check()
                    documents.append(reader.load(each))
                return documents

        self._task = Task("读取往年说明", work, self)
        self._task.finished.connect(self._take)
        self._task.failed.connect(self._give_up)
        self._task.stopped.connect(self._give_up)
        self._task.start()

    def _take(self, documents: list[Document]) -> None:
        self._task = None
        self._read |= {each.id: each for each in documents}
        self._look()

    def _give_up(self, *_: object) -> None:
        self._task = self._wanted = None

    def _forget(self, before: Document | None, _after: Document | None) -> None:
        if before is not None:
            self._read.pop(before.id, None)
