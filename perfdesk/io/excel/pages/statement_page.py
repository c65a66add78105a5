"""The worksheet 整体绩效目标: part one of a document, its lists as tables."""

from collections.abc import Iterable, Sequence

from perfdesk.io.excel.pages.names import STATEMENT
from perfdesk.io.excel.pages.page import Extra, Page, PageCell, fitted, page_cell
from perfdesk.models.document import Document, year_words
from perfdesk.models.form import Form
from perfdesk.models.numbering import numbered
from perfdesk.models.sheet import Role

WIDTHS = (8.0, 20.0, 29.0, 29.0)
SUBGOAL_HEADINGS = ("序号", "分项绩效目标", "绩效目标", "绩效指标")
SAFEGUARD_HEADINGS = ("序号", "工作保障措施", "具体内容")
_WHOLE = len(WIDTHS)


def statement_page(form: Form, document: Document) -> Page:
    """Lay out the department's statement; year and department stand in the row below the title."""
    wording = form.wording
    cells = [*_head(document), page_cell(2, 0, Extra.SECTION, wording.overall, columns=_WHOLE)]
    overall = document.statement.overall
    cells.append(page_cell(3, 0, Extra.PROSE, overall, columns=_WHOLE))
    row = 4
    subgoals = [(each.title, each.goal, each.indicators) for each in document.statement.subgoals]
    cells += _table(form, row, wording.subgoals, SUBGOAL_HEADINGS, subgoals)
    row += 2 + len(subgoals)
    safeguards = [(each.title, each.text) for each in document.statement.safeguards]
    cells += _table(form, row, wording.safeguards, SAFEGUARD_HEADINGS, safeguards)
    row += 2 + len(safeguards)
    placed, heights, _ = fitted(cells, WIDTHS, row)
    return Page(STATEMENT, WIDTHS, heights, placed)


def _head(document: Document) -> Iterable[PageCell]:
    department = document.department
    title = f"{year_words(document.year)}{department.name}整体绩效目标"
    yield page_cell(0, 0, Role.TITLE, title, columns=_WHOLE)
    yield page_cell(1, 0, Role.UNIT, department.code + department.name, columns=_WHOLE - 1)
    yield page_cell(1, _WHOLE - 1, Role.MONEY_UNIT, f"{document.year}年度" if document.year else "")


def _table(
    form: Form, row: int, title: str, headings: tuple[str, ...], rows: Sequence[tuple[str, ...]]
) -> Iterable[PageCell]:
    """Yield a section's heading, its column headings and its numbered rows; the last is widest."""
    yield page_cell(row, 0, Extra.SECTION, title, columns=_WHOLE)
    spread = _WHOLE - len(headings) + 1
    for column, heading in enumerate(headings):
        columns = spread if column == len(headings) - 1 else 1
        yield page_cell(row + 1, column, Role.HEADING, heading, columns=columns)
    for number, texts in enumerate(rows, 1):
        at = row + 1 + number
        ordinal = numbered(form.wording.subgoal_number, number)
        yield page_cell(at, 0, Extra.ORDINAL, ordinal)
        for column, text in enumerate(texts, 1):
            columns = spread if column == len(texts) else 1
            yield page_cell(at, column, Extra.PROSE, text, columns=columns)
