"""The statement on paper: 部门整体绩效目标 as running text with its headings."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from perfdesk.models.document import Document, year_words
from perfdesk.models.form import Form
from perfdesk.models.numbering import numbered
from perfdesk.ui.look import theme
from perfdesk.ui.printing.printable import FINENESS, Head

_TITLE_PX, _HEADING_PX, _TEXT_PX = 20, 16, 15
_LINE_PERCENT = 150
_INDENT = 2
_NEW_LINE = "\u2028"
_TEXT, _HEADING = 0, 1


_BREAK = QTextFormat.PageBreakFlag


class _Block(NamedTuple):
    text: str
    px: int
    bold: bool = False
    centred: bool = False


class PrintedStatement:
    """The statement of a document, to be printed: alone, or as the first part of all of it."""

    wide = False

    def __init__(self, form: Form, document: Document, *, as_part: bool = False) -> None:
        self._part = form.wording.statement_part if as_part else ""
        self._blocks = [*_blocks(form, document, self._part)]
        self._text = QTextDocument()
        self._text.setDocumentMargin(0)
        self._text.setUndoRedoEnabled(False)

    def lay_out(self, room: QSize) -> int:
        """Lay the text out on pages; returns how many there are."""
        if self._text.isEmpty():
            self._write()
        self._text.setPageSize(QSizeF(room))
        self._keep_headings()
        return self._text.pageCount()

    def heads(self) -> Sequence[Head]:
        """Return the title of the part and the headings below it."""
        found = [
            Head(block.text, 1, self._page_of(each))
            for each, block in zip(self._each(), self._blocks, strict=True)
            if block.px == _HEADING_PX
        ]
        return [Head(self._part, 0, 0), *found] if self._part else found

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw one page."""
        size = self._text.pageSize()
        seen = QRectF(0, page * size.height(), size.width(), size.height())
        painter.translate(0, -seen.top())
        painter.setClipRect(seen)
        self._text.drawContents(painter, seen)

    def _keep_headings(self) -> None:
        """Begin a page with a heading that would stand alone at the end of the one before."""
        auto, before = (_BREAK.PageBreak_Auto, _BREAK.PageBreak_AlwaysBefore)
        for block in self._each():
            if block.blockFormat().pageBreakPolicy() != auto:
                _set_break(block, auto)
        while lonely := self._lonely_heading():
            _set_break(lonely, before)

    def _lonely_heading(self) -> QTextBlock | None:
        """Return the first of headings that stand at the end of a page; None where none do."""
        self._text.pageCount()  # lays out what was set otherwise
        first: QTextBlock | None = None  # of the headings that follow one another
        for block in self._each():
            if block.userState() != _HEADING:
                first = None
                continue
            first = first or block
            if (
                self._ends_page(block)
                and first.blockFormat().pageBreakPolicy() == _BREAK.PageBreak_Auto
            ):
                return first
        return None

    def _ends_page(self, heading: QTextBlock) -> bool:
        """Whether a heading, or only the room above it, is the last thing on a page."""
        page, after = self._page_of(heading), heading.next()
        top = self._text.documentLayout().blockBoundingRect(heading).top()
        straddles = int(top // self._text.pageSize().height()) < page
        return straddles or (after.isValid() and page < self._page_of(after))

    def _each(self) -> Iterator[QTextBlock]:
        block = self._text.begin()
        while block.isValid():
            yield block
            block = block.next()

    def _page_of(self, block: QTextBlock) -> int:
        """Return the page of a block's first line, which may not be that of its upper edge."""
        lines = block.layout()
        top = lines.position().y() + lines.lineAt(0).y()
        return int(top // self._text.pageSize().height())

    def _write(self) -> None:
        cursor = QTextCursor(self._text)
        for number, block in enumerate(self._blocks):
            shape = QTextBlockFormat()
            height = QTextBlockFormat.LineHeightTypes.ProportionalHeight
            shape.setLineHeight(_LINE_PERCENT, height.value)
            if block.centred:
                shape.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                shape.setBottomMargin(block.px * FINENESS)
            elif block.bold:
                shape.setTopMargin(block.px * FINENESS / 2)
            else:
                shape.setTextIndent(_INDENT * QFontMetricsF(_font(block)).horizontalAdvance("字"))
            look = QTextCharFormat()
            look.setFont(_font(block))
            look.setForeground(theme.colour("ink"))
            if number:
                cursor.insertBlock(shape, look)
            else:
                cursor.setBlockFormat(shape)
                cursor.setBlockCharFormat(look)
            cursor.insertText(block.text, look)
            cursor.block().setUserState(_HEADING if block.bold else _TEXT)


def _font(block: _Block) -> QFont:
    return theme.font(block.px * FINENESS, bold=block.bold, serif=True)


def _blocks(form: Form, document: Document, part: str) -> Iterator[_Block]:
    wording, statement = form.wording, document.statement
    alone = f"{year_words(document.year)}{document.department.name}部门整体绩效目标"
    title = _NEW_LINE.join(part.split(maxsplit=1)) if part else alone
    yield _Block(title, _TITLE_PX, bold=True, centred=True)
    yield _Block(wording.overall, _HEADING_PX, bold=True)
    yield from _lines(statement.overall)
    yield _Block(wording.subgoals, _HEADING_PX, bold=True)
    for number, subgoal in enumerate(statement.subgoals, 1):
        yield _Block(numbered(wording.subgoal_number, number) + subgoal.title, _TEXT_PX, bold=True)
        if subgoal.goal:
            yield from _lines(wording.subgoal_goal + subgoal.goal)
        if subgoal.indicators:
            yield from _lines(wording.subgoal_indicators + subgoal.indicators)
    yield _Block(wording.safeguards, _HEADING_PX, bold=True)
    for number, safeguard in enumerate(statement.safeguards, 1):
        title = numbered(wording.subgoal_number, number) + safeguard.title
        yield _Block(title, _TEXT_PX, bold=True)
        if safeguard.text:
            yield from _lines(safeguard.text)


def _lines(text: str) -> Iterator[_Block]:
    return (_Block(line.strip(), _TEXT_PX) for line in text.split("\n"))


def _set_break(block: QTextBlock, policy: QTextFormat.PageBreakFlag) -> None:
    shape = block.blockFormat()
    shape.setPageBreakPolicy(policy)
    QTextCursor(block).setBlockFormat(shape)
