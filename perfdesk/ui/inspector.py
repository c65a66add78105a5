"""Judges what is being written: knows every finding, and tells when something is new."""

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from perfdesk.io.rule_book import rule_book
from perfdesk.models.document import Document
from perfdesk.models.review.book import RuleBook
from perfdesk.models.review.check import check
from perfdesk.models.review.finding import Finding, Severity
from perfdesk.models.review.reason import Reason, reason_for
from perfdesk.ui.session import Session


class Counts(NamedTuple):
    """How many findings are open, by severity, and how many warnings have a reason."""

    errors: int = 0
    warnings: int = 0
    hints: int = 0
    answered: int = 0


class Inspector(QObject):
    """Holds the findings of the session's documents.

    `changed(document_id)` comes when findings, or the reasons given to them, are others than
    before. Whoever asks for a document that has not been judged yet gets nothing, and
    `changed` when it has.
    """

    changed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._findings: dict[str, tuple[Finding, ...]] = {}
        session.changed.connect(self._judge)

    def findings(self, document_id: str) -> tuple[Finding, ...]:
        """Return what was found in a document, worst first, then in the order of the form."""
        if document_id not in self._findings:
            self._look_at(self._session.document(document_id))
        return self._findings[document_id]

    def of_project(self, document_id: str, project_id: str) -> tuple[Finding, ...]:
        """Return what was found in one project, or where `project_id` is empty in part one."""
        return tuple(f for f in self.findings(document_id) if f.project_id == project_id)

    def counts(self, document_id: str, project_id: str | None = None) -> Counts:
        """Count the findings of a document, of one project, or of part one (empty id)."""
        every = self.findings(document_id)
        some = [f for f in every if project_id is None or f.project_id == project_id]
        answered = [self.reason(document_id, each) is not None for each in some]
        left = [each.severity for each, done in zip(some, answered, strict=True) if not done]
        errors, warnings, hints = (left.count(severity) for severity in Severity)
        return Counts(errors, warnings, hints, sum(answered))

    def reason(self, document_id: str, finding: Finding) -> Reason | None:
        """Return the reason that the clerk gave to a finding, or None."""
        document = self._session.document(document_id)
        if not finding.project_id:
            return reason_for(finding, document.statement.reasons)
        project = document.project(finding.project_id)
        return reason_for(finding, project.reasons) if project else None

    def book(self, document_id: str) -> RuleBook:
        """Return the rule book that a document is judged by."""
        return rule_book(self._session.form(document_id))

    def judge_anew(self) -> None:
        """Judge everything again, as the rule book has changed."""
        known = [*self._findings]
        self._findings.clear()
        for document_id in known:
            self.changed.emit(document_id)

    def _judge(self, before: Document | None, after: Document | None) -> None:
        if after is None and before is not None:
            self._findings.pop(before.id, None)
        elif after is not None:
            self._look_at(after)
            self.changed.emit(after.id)

    def _look_at(self, document: Document) -> None:
        form = self._session.form(document.id)
        self._findings[document.id] = check(form, document, rule_book(form))
