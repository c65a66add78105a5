"""Looks once more at what must be mended, before a document goes out."""

from PySide6.QtWidgets import QWidget

from perfdesk.models.review.check import check
from perfdesk.models.review.finding import Severity
from perfdesk.ui.dialogs.open_errors import Decision, ask_about_errors
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.session import Session


def decide(session: Session, inspector: Inspector, document_id: str, window: QWidget) -> Decision:
    """Ask what shall be done with a document that has open errors; one without goes out."""
    errors = open_errors(session, inspector, document_id)
    return ask_about_errors(errors, window) if errors else Decision.EXPORT


def open_errors(session: Session, inspector: Inspector, document_id: str) -> int:
    """Count what must be mended in a document as it stands, whether it was judged already."""
    if inspector.at_rest:
        return inspector.counts(document_id).errors
    form, book = session.form(document_id), inspector.book(document_id)
    found = check(form, session.document(document_id), book)
    return sum(each.severity is Severity.ERROR for each in found)
