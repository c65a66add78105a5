"""Writes a document as an office workbook: the official form, one worksheet per project."""

from pathlib import Path

from perfdesk.io.excel.embedded import SHEET, embedded_texts
from perfdesk.io.excel.pages.document_pages import document_pages
from perfdesk.io.forms import form_or_default
from perfdesk.models.document import Document


def write_workbook(document: Document, path: Path) -> None:
    """Write the whole workbook at `path`, whatever was there before.

    The document itself goes along in a hidden worksheet, so that reading gives it back exactly.
    """
    # Late: it loads openpyxl, which the window's start need not wait for.
    from perfdesk.io.excel.draw.drawing import draw_workbook

    form = form_or_default(document.form)
    pages = list(document_pages(form, document))
    draw_workbook(pages, (SHEET, embedded_texts(document, form.id, pages)), path)
