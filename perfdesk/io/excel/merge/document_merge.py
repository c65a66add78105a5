"""Brings the document that a workbook carries together with what its worksheets show now.

Where a worksheet is as it was drawn, its part of the document is taken exactly as kept; what
was changed since then in WPS or Excel is taken from the worksheet, field by field.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from perfdesk.io.excel.embedded import Kept, fingerprint
from perfdesk.io.excel.merge.changed_sheets import ChangedSheets
from perfdesk.io.excel.merge.matching import matched
from perfdesk.io.excel.notes import Notes
from perfdesk.io.excel.pages.document_pages import (
    FIRST_PROJECT_PAGE,
    OVERVIEW_PAGE,
    STATEMENT_PAGE,
)
from perfdesk.io.excel.parts.grid import Grid
from perfdesk.io.excel.visible.table import Table
from perfdesk.io.forms import form_named
from perfdesk.io.problem import Problem
from perfdesk.models.document import Document
from perfdesk.models.form import Form
from perfdesk.models.project import Project


class DocumentMerge:
    """Merges what a workbook carries with the worksheets one can see."""

    def __init__(self, kept: Kept, notes: Notes) -> None:
        self._kept = kept
        self._notes = notes
        self._form = _known_form(kept.form_id)
        self._changed: ChangedSheets | None = None

    def merge(self, grids: Sequence[Grid]) -> Document:
        """Return the document as it is now; the kept one where nothing was changed."""
        sheets = [Table.of_grid(grid) for grid in grids]
        pages = matched(self._kept.drawn, sheets)
        unchanged = {
            sheet.name
            for sheet, page in zip(sheets, pages, strict=True)
            if page is not None and fingerprint(sheet.texts) == self._kept.drawn[page].fingerprint
        }
        if len(unchanged) < len(sheets) and self._form:
            self._changed = ChangedSheets(self._form, self._kept.document, self._notes)
            pages = self._changed.matched(sheets, pages)
        projects: list[Project] = []
        for grid, sheet, page in zip(grids, sheets, pages, strict=True):
            self._notes.oddities(grid)
            if page is None or page >= FIRST_PROJECT_PAGE:
                projects += self._projects(sheet, page, changed=sheet.name not in unchanged)
        self._say_missing(pages)
        document = replace(self._kept.document, projects=tuple(projects))
        for sheet, page in zip(sheets, pages, strict=True):
            if sheet.name not in unchanged and page in (STATEMENT_PAGE, OVERVIEW_PAGE):
                document = self._with_sheet(document, sheet, page)
        document = replace(document, unread=(*document.unread, *self._notes.unread))
        if document.submitted and document != self._kept.document:
            self._notes.say("已上报的文本导出后有修改，读入后为未上报的文本。")
            return replace(document, submitted=None)
        return document

    def _projects(self, sheet: Table, page: int | None, *, changed: bool) -> Iterable[Project]:
        """Return the projects on a worksheet: the one it was drawn for, or others, or none."""
        kept = () if page is None else (self._kept.document.projects[page - FIRST_PROJECT_PAGE],)
        if not changed:
            return kept
        if self._changed is None:
            self._keep_changes(sheet)
            return kept
        if page is None:
            return self._changed.new_projects(sheet)
        return self._changed.projects(sheet, page)

    def _with_sheet(self, document: Document, sheet: Table, page: int) -> Document:
        """Return the document with what was changed in the statement or the overview."""
        if self._changed is None:
            self._keep_changes(sheet)
            return document
        if page == STATEMENT_PAGE:
            return self._changed.with_statement(document, sheet)
        return self._changed.with_overview(document, sheet)

    def _keep_changes(self, sheet: Table) -> None:
        """Leave a changed worksheet unread that follows a form nobody here knows."""
        self._notes.keep_sheet(sheet, f"本机没有表样“{self._kept.form_id}”，表中的修改没有读入")

    def _say_missing(self, pages: Sequence[int | None]) -> None:
        for index, drawn in enumerate(self._kept.drawn):
            if index not in pages and index >= FIRST_PROJECT_PAGE:
                self._notes.say("工作表已被删除，其中的项目没有读入。", drawn.name)
            elif index == STATEMENT_PAGE and index not in pages:
                self._notes.say("没有找到这张工作表，整体绩效目标按导出时的内容保留。", drawn.name)
        order = [page for page in pages if page is not None and page >= FIRST_PROJECT_PAGE]
        if order != sorted(order):
            self._notes.say("工作表的顺序有变动，项目已按现在的顺序排列。")


def _known_form(form_id: str) -> Form | None:
    try:
        return form_named(form_id)
    except Problem:
        return None
