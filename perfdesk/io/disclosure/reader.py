"""Reads a published performance document out of its text."""

from perfdesk.io.disclosure.blocks import Block, Paragraph, Placed, PlacedParagraph, block_text
from perfdesk.io.disclosure.chapters import Chapters, chapters_of
from perfdesk.io.disclosure.detect import department_of, form_of, year_of
from perfdesk.io.disclosure.encoding import decoded
from perfdesk.io.disclosure.headings import Kind
from perfdesk.io.disclosure.notes import Notes
from perfdesk.io.disclosure.outline import outlined
from perfdesk.io.disclosure.projects import make_projects, read_table
from perfdesk.io.disclosure.statement import read_statement
from perfdesk.io.disclosure.text import blocks_of
from perfdesk.io.disclosure.unread import unread_texts
from perfdesk.io.disclosure.words import bare, plain, words_of
from perfdesk.io.forms import all_forms, form_named
from perfdesk.io.problem import Problem
from perfdesk.io.reading import Reading
from perfdesk.models.document import Document
from perfdesk.models.project import Project

_MOST_LINES = 300_000
"""Lines of the longest text that is read; a thousand projects have a hundred thousand."""

_NO_PROJECTS = "没有读到项目绩效目标表，只读入了部门整体绩效目标。"
_NO_STATEMENT = "没有读到部门整体绩效目标，只读入了项目绩效目标表。"


def read_text(
    data: bytes | str, name: str, form_id: str | None = None, year: int | None = None
) -> Reading:
    """Read the text of a published document; `name` is what its file is called.

    `form_id` and `year` say what the document does not, or says wrongly. Raises Problem where
    the file is empty, no text, or no such document.
    """
    text, lost = (data, ()) if isinstance(data, str) else decoded(data, name)
    if not text.strip():
        raise Problem(f"“{name}”是空文件，请检查是否复制完整。")
    if max(text.count("\n"), text.count("\r")) > _MOST_LINES:
        raise Problem(f"“{name}”超过 {_MOST_LINES // 10000} 万行，请检查是否选错了文件。")
    reading = read_blocks(blocks_of(text), name, form_id, year)
    return Reading(reading.document, lost + reading.remarks)


def read_blocks(
    blocks: list[Block], name: str, form_id: str | None = None, year: int | None = None
) -> Reading:
    """Read a document from its block stream, whatever kind of file that came from.

    Raises Problem where it holds neither the statement's headings nor a project's table.
    """
    words = words_of(all_forms())
    chosen = form_named(form_id) if form_id else None
    chapters = chapters_of(outlined(blocks, words), words)
    if not chapters.has_statement and not chapters.tables:
        raise _no_document(name)
    notes = Notes()
    tables = [read_table(table, words, notes) for table in chapters.tables]
    headings = [heading for _, _, heading in chapters.titles]
    if year is None:
        dated = [heading.year for heading in headings] + [table.year for table in tables]
        titles = [block.text for _, block in chapters.unread if isinstance(block, Paragraph)]
        year = year_of(dated, titles, tables, name, notes)
    form = chosen or form_of(tables, year)
    projects = make_projects(tables, form, notes)
    department = department_of((project.unit for project in projects), headings, notes)
    sections, spare = _sections(chapters)
    stated = read_statement(sections, notes)
    _note_missing(chapters, notes)
    strange = chapters.unread + spare + stated.strange
    strange += [placed for table in tables for placed in table.strange]
    strange = _without_unit_names(strange, chapters, projects)
    strange += _other_titles(chapters, department.name)
    document = Document(
        year=year,
        form=form.id,
        department=department,
        statement=stated.statement,
        projects=projects,
        unread=unread_texts(strange, chapters.repeated, notes),
    )
    return Reading(document, notes.remarks())


def _sections(chapters: Chapters) -> tuple[dict[Kind, list[PlacedParagraph]], list[Placed]]:
    """Choose the fullest telling of each section of the statement; the others are left over."""
    chosen: dict[Kind, list[PlacedParagraph]] = {}
    spare: list[Placed] = []
    for kind, tellings in chapters.sections.items():
        chosen[kind] = max(tellings, key=lambda each: sum(len(block.text) for _, block in each))
        for telling in tellings:
            spare += [] if telling is chosen[kind] else telling
    return chosen, spare


def _without_unit_names(
    strange: list[Placed], chapters: Chapters, projects: tuple[Project, ...]
) -> list[Placed]:
    """Leave out headings right above a project that only say whose it is."""
    starts = {table.index for table in chapters.tables}
    units = {project.unit for project in projects if project.unit.name}
    names = {plain(unit.name) for unit in units} | {plain(unit.printed) for unit in units}
    return [
        (place, block)
        for place, block in strange
        if place + 1 not in starts or bare(plain(block_text(block))) not in names
    ]


def _other_titles(chapters: Chapters, department: str) -> list[Placed]:
    """Return the titles that name somebody else than the department."""
    return [
        (index, block)
        for index, block, heading in chapters.titles
        if plain(heading.text) not in plain(department)
    ]


def _note_missing(chapters: Chapters, notes: Notes) -> None:
    if not chapters.tables:
        notes.add(0, _NO_PROJECTS)
    if not chapters.has_statement:
        notes.add(0, _NO_STATEMENT)


def _no_document(name: str) -> Problem:
    return Problem(
        f"“{name}”里既没有部门整体绩效目标，也没有项目绩效目标表，不是部门预算绩效文本，"
        "请检查是否选错了文件。"
    )
