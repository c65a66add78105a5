"""Answering a finding with a reason (说明), as a change that can be undone."""

from dataclasses import dataclass, replace

from perfdesk.models.change import with_row
from perfdesk.models.document import Document
from perfdesk.models.review.finding import Finding
from perfdesk.models.review.reason import with_reason


@dataclass(frozen=True, slots=True)
class Answer:
    """Give a finding this reason; an empty text takes the reason back."""

    finding: Finding
    text: str

    @property
    def label(self) -> str:
        """What undo and redo call it."""
        return "填写说明" if self.text else "删除说明"

    def apply(self, document: Document) -> Document:
        """Return the document with the reason. Raises KeyError where the project is gone."""
        if not self.finding.project_id:
            statement = document.statement
            reasons = with_reason(statement.reasons, self.finding, self.text)
            if reasons == statement.reasons:
                return document
            return replace(document, statement=replace(statement, reasons=reasons))
        project = document.project(self.finding.project_id)
        if project is None:
            raise KeyError(self.finding.project_id)
        reasons = with_reason(project.reasons, self.finding, self.text)
        if reasons == project.reasons:
            return document
        return with_row(document, replace(project, reasons=reasons))
