"""All worksheets of a document, in their order."""

from collections.abc import Iterator

from perfdesk.io.excel.pages.names import sheet_names
from perfdesk.io.excel.pages.overview_page import overview_page
from perfdesk.io.excel.pages.page import Page
from perfdesk.io.excel.pages.project_page import project_page
from perfdesk.io.excel.pages.statement_page import statement_page
from perfdesk.models.document import Document
from perfdesk.models.form import Form

STATEMENT_PAGE, OVERVIEW_PAGE, FIRST_PROJECT_PAGE = 0, 1, 2


def document_pages(form: Form, document: Document) -> Iterator[Page]:
    """Yield the department's statement, the overview, then a page for each project."""
    yield statement_page(form, document)
    yield overview_page(form, document)
    names = sheet_names(form, (project.name for project in document.projects))
    for project, name in zip(document.projects, names, strict=True):
        yield project_page(form, project, name)
