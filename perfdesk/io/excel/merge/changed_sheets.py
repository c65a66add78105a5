"""What changed worksheets mean for the document that they were drawn from."""

from collections.abc import Iterator, Sequence

from perfdesk.io.excel.merge.matching import matched_by_content, most_alike
from perfdesk.io.excel.merge.overview_merge import merged_overview, seen_overview
from perfdesk.io.excel.merge.project_merge import merged_project
from perfdesk.io.excel.merge.statement_merge import merged_statement
from perfdesk.io.excel.notes import Notes, cells
from perfdesk.io.excel.pages.document_pages import (
    FIRST_PROJECT_PAGE,
    OVERVIEW_PAGE,
    STATEMENT_PAGE,
    document_pages,
)
from perfdesk.io.excel.pages.page import Page
from perfdesk.io.excel.visible.meaning import visible_project
from perfdesk.io.excel.visible.project_seen import has_grid, seen_projects
from perfdesk.io.excel.visible.seen import Seen, SeenProject
from perfdesk.io.excel.visible.statement_seen import seen_statement
from perfdesk.io.excel.visible.table import Table
from perfdesk.models.change import copy_of
from perfdesk.models.document import Document
from perfdesk.models.form import Form
from perfdesk.models.project import Project

_NO_PLACE = "没有对应的栏目，没有读入"


class ChangedSheets:
    """Takes over what changed on worksheets whose form is known here."""

    def __init__(self, form: Form, kept: Document, notes: Notes) -> None:
        self._form = form
        self._kept = kept
        self._notes = notes
        self._pages = list(document_pages(form, kept))
        self._tables = [Table.of_page(page) for page in self._pages]

    def matched(self, sheets: Sequence[Table], found: list[int | None]) -> list[int | None]:
        """Return the page of each sheet, also of such as are known only by what they say."""
        return matched_by_content(self._tables, sheets, found)

    def projects(self, sheet: Table, page: int) -> Iterator[Project]:
        """Yield the project that a worksheet was drawn for, and further ones put below it."""
        project = self._kept.projects[page - FIRST_PROJECT_PAGE]
        found, stray = seen_projects(self._form, sheet)
        if not found and sheet.texts:
            self._notes.say("已认不出绩效目标表，项目按导出时的内容保留。", sheet.name)
            yield project
        elif not found:
            self._notes.say("已是空表，原来的项目没有读入。", sheet.name)
        for number, seen in enumerate(found):
            if number:
                yield self._new_project(sheet, seen)
            else:
                yield self._merged(project, self._pages[page], seen, sheet)
        self._notes.keep(sheet.name, stray, _NO_PLACE)

    def new_projects(self, sheet: Table) -> Iterator[Project]:
        """Yield the projects of a worksheet that was added; a copied one keeps what it can."""
        found, stray = seen_projects(self._form, sheet)
        if not found or not has_grid(self._form, sheet):
            self._notes.keep_sheet(sheet)
            return
        candidates = range(FIRST_PROJECT_PAGE, len(self._tables))
        original = most_alike(self._tables, sheet, candidates)
        for number, seen in enumerate(found):
            if number or original is None:
                yield self._new_project(sheet, seen)
            else:
                project = copy_of(self._kept.projects[original - FIRST_PROJECT_PAGE])
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

    def with_statement(self, document: Document, sheet: Table) -> Document:
        """Return the document with the statement that a changed worksheet shows."""
        seen = seen_statement(self._form, sheet)
        if seen is None or not seen.is_whole:
            self._notes.keep_sheet(sheet)
            self._notes.say("已认不出各部分的标题，整体绩效目标按导出时的内容保留。", sheet.name)
            return document
        page = self._pages[STATEMENT_PAGE]
        document, changes, unread = merged_statement(self._form, document, page, seen)
        self._notes.changes(sheet.name, changes)
        self._notes.keep(sheet.name, unread, _NO_PLACE)
        return document

    def with_overview(self, document: Document, sheet: Table) -> Document:
        """Return the document with what was changed in the overview."""
        printed = seen_overview(self._form, self._tables[OVERVIEW_PAGE])
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
