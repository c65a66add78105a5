"""Brings the document that a workbook carries together with what its worksheets show now.

Where a worksheet is as it was written, its part of the document is taken exactly as kept; what
was changed since then in WPS or Excel is taken from the worksheet, field by field.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from perfdesk.io.excel.merge.matching import matched, most_alike
from perfdesk.io.excel.merge.overview_merge import merged_overview, seen_overview
from perfdesk.io.excel.merge.project_merge import merged_project
from perfdesk.io.excel.merge.statement_merge import merged_statement
from perfdesk.io.excel.notes import Notes, cells
from perfdesk.io.excel.pages.document_pages import document_pages
from perfdesk.io.excel.pages.page import Page
from perfdesk.io.excel.parts.grid import Grid
from perfdesk.io.excel.visible.meaning import visible_project
from perfdesk.io.excel.visible.project_seen import has_grid, seen_projects
from perfdesk.io.excel.visible.seen import Seen, SeenProject
from perfdesk.io.excel.visible.statement_seen import seen_statement
from perfdesk.io.excel.visible.table import Table
from perfdesk.io.forms import form_or_default
from perfdesk.models.change import copy_of
from perfdesk.models.document import Document
from perfdesk.models.project import Project

_STATEMENT, _OVERVIEW, _FIRST_PROJECT = 0, 1, 2
_NO_PLACE = "没有对应的栏目，没有读入"


class DocumentMerge:
    """Merges one kept document with the visible worksheets of its workbook."""

    def __init__(self, kept: Document, notes: Notes) -> None:
        self._kept = kept
        self._notes = notes
        self._form = form_or_default(kept.form)
        self._pages = list(document_pages(kept))
        self._tables = [Table.of_page(page) for page in self._pages]

    def merge(self, grids: Sequence[Grid]) -> Document:
        """Return the document as it is now; the kept one where nothing was changed."""
        sheets = [Table.of_grid(grid) for grid in grids]
        pages = matched(self._tables, sheets)
        projects: list[Project] = []
        for grid, sheet, page in zip(grids, sheets, pages, strict=True):
            self._notes.oddities(grid)
            if page is None:
                projects += self._new_projects(sheet)
            elif page >= _FIRST_PROJECT:
                projects += self._projects(sheet, page)
        self._say_missing(pages)
        document = replace(self._kept, projects=tuple(projects))
        for sheet, page in zip(sheets, pages, strict=True):
            if page == _STATEMENT:
                document = self._with_statement(document, sheet)
            elif page == _OVERVIEW:
                document = self._with_overview(document, sheet)
        return replace(document, unread=(*document.unread, *self._notes.unread))

    def _projects(self, sheet: Table, page: int) -> Iterator[Project]:
        """Yield the project that a worksheet was written for, and further ones put below it."""
        project = self._kept.projects[page - _FIRST_PROJECT]
        if sheet.texts == self._tables[page].texts:
            yield project
            return
        found, stray = seen_projects(self._form, sheet)
        if not found:
            self._notes.say("已没有绩效目标表，原来的项目没有读入。", sheet.name)
        for number, seen in enumerate(found):
            if number:
                yield self._new_project(sheet, seen)
            else:
                yield self._merged(project, self._pages[page], seen, sheet)
        self._notes.keep(sheet.name, stray, _NO_PLACE)

    def _new_projects(self, sheet: Table) -> Iterator[Project]:
        """Yield the projects of a worksheet that was added; a copied one keeps what it can."""
        found, stray = seen_projects(self._form, sheet)
        if not found or not has_grid(self._form, sheet):
            self._notes.keep_sheet(sheet)
            return
        candidates = range(_FIRST_PROJECT, len(self._tables))
        original = most_alike(self._tables, sheet, candidates)
        for number, seen in enumerate(found):
            if number or original is None:
                yield self._new_project(sheet, seen)
            else:
                project = copy_of(self._kept.projects[original - _FIRST_PROJECT])
                self._notes.say("是新增的工作表，读作一个新项目。", sheet.name)
                yield self._merged(project, self._pages[original], seen, sheet)
        self._notes.keep(sheet.name, stray, _NO_PLACE)

    def _new_project(self, sheet: Table, seen: SeenProject) -> Project:
        project = visible_project(self._form, seen)
        self._notes.say(f"新增了项目“{project.name}”。", sheet.name)
        self._notes.keep(sheet.name, seen.unread, _NO_PLACE)
        return project

    def _merged(self, project: Project, page: Page, seen: SeenProject, sheet: Table) -> Project:
        merged, changes, unread = merged_project(self._form, project, page, seen)
        self._notes.changes(sheet.name, changes)
        self._notes.keep(sheet.name, unread, _NO_PLACE)
        return merged

    def _say_missing(self, pages: Sequence[int | None]) -> None:
        for index, page in enumerate(self._pages):
            if index not in pages and index >= _FIRST_PROJECT:
                self._notes.say("工作表已被删除，其中的项目没有读入。", page.name)
            elif index == _STATEMENT and index not in pages:
                self._notes.say("没有找到这张工作表，整体绩效目标按导出时的内容保留。", page.name)
        order = [page for page in pages if page is not None and page >= _FIRST_PROJECT]
        if order != sorted(order):
            self._notes.say("工作表的顺序有变动，项目已按现在的顺序排列。")

    def _with_statement(self, document: Document, sheet: Table) -> Document:
        if sheet.texts == self._tables[_STATEMENT].texts:
            return document
        seen = seen_statement(self._form, sheet)
        if seen is None:
            self._notes.keep_sheet(sheet)
            self._notes.say("已认不出各部分的标题，整体绩效目标按导出时的内容保留。", sheet.name)
            return document
        page = self._pages[_STATEMENT]
        document, changes, unread = merged_statement(self._form, document, page, seen)
        self._notes.changes(sheet.name, changes)
        self._notes.keep(sheet.name, unread, _NO_PLACE)
        return document

    def _with_overview(self, document: Document, sheet: Table) -> Document:
        if sheet.texts == self._tables[_OVERVIEW].texts:
            return document
        printed = seen_overview(self._form, self._tables[_OVERVIEW])
        seen = seen_overview(self._form, sheet)
        if printed is None or seen is None:
            self._notes.keep_sheet(sheet)
            return document
        merge = merged_overview(self._form, self._kept, document, printed, seen)
        for change in merge.changes:
            document = change.apply(document)
        if merge.taken:
            self._notes.say(f"采用了表格中修改过的内容：{_cells(merge.taken)}。", sheet.name)
        if merge.reckoned:
            where = _cells(merge.reckoned)
            self._notes.say(f"合计和指标数由程序计算，没有采用 {where} 的修改。", sheet.name)
        self._notes.keep(sheet.name, merge.unread, "与各项目的表不一致，没有采用")
        return document


def _cells(seen: Sequence[Seen]) -> str:
    return cells([each.spot for each in seen])
