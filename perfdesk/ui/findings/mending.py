"""Mends findings: one with one key, all of a kind once it has been seen what that changes."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from perfdesk.models.change import Together
from perfdesk.models.review.mend import Judge
from perfdesk.ui.findings.finding_row import FindingRow
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.session import Session

_NOT_ANY_MORE = "内容已改变，这处问题没有修改，请看新的审核结果"


class Mending(QObject):
    """Applies mends as undo steps; `told` says what became of it.

    What an edit has changed since it was judged is left as it is.
    """

    told = Signal(str)

    def __init__(
        self, session: Session, inspector: Inspector, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._inspector = inspector

    def mend(self, row: FindingRow) -> None:
        """Mend one finding."""
        if row.finding.fix is None:
            self.told.emit("这处问题需要手工修改")
            return
        document_id = row.key.document_id
        document = self._session.document(document_id)
        changes = self._judge(document_id).mends(document, [row.finding])
        if changes:
            label = row.finding.fix.label
            if self._session.do(document_id, Together(label, changes)):
                self.told.emit(f"已{label}，按 Ctrl+Z 撤销")
        else:
            self.told.emit(_NOT_ANY_MORE)

    def mend_all(self, rows: Sequence[FindingRow], window: QWidget) -> None:
        """Show what mending findings of one kind changes; mend those that stay ticked."""
        from perfdesk.ui.findings.mend_dialog import MendDialog, Proposal

        document_id = rows[0].key.document_id
        if not self._session.may_change(document_id):
            return
        document, form = self._session.document(document_id), self._session.form(document_id)
        proposals = [Proposal.of(form, document, row) for row in rows if row.finding.fix]
        chosen = MendDialog(rows[0].rule.title, proposals, window).ask()
        if not chosen:
            return
        judge = self._judge(document_id)
        now = self._session.document(document_id)
        changes = judge.mends(now, [each.finding for each in chosen])
        if changes:
            self._session.do(document_id, Together("同类问题全部修改", changes))
        left = len(chosen) - len(changes)
        more = f"，{left} 处内容已改变，没有修改" if left else ""
        self.told.emit(f"已修改 {len(changes)} 处{more}，按 Ctrl+Z 撤销")

    def _judge(self, document_id: str) -> Judge:
        return Judge(self._session.form(document_id), self._inspector.book(document_id))
