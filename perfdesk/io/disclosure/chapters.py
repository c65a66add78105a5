"""Parts a block stream into the statement's sections, one table per project, and the rest."""

from dataclasses import dataclass, field

from perfdesk.io.disclosure.blocks import Block, Paragraph, Placed, PlacedParagraph, TableRow
from perfdesk.io.disclosure.contents import repetitions
from perfdesk.io.disclosure.headings import SECTIONS, Heading, Kind, heading_of, section_number
from perfdesk.io.disclosure.tables import (
    RowKind,
    is_unit_paragraph,
    row_kind,
    table_follows,
)
from perfdesk.io.disclosure.words import Words, is_money_unit, label, plain
from perfdesk.models.numbering import split_number

_LONG = 15
_NOTE = 30


@dataclass(slots=True)
class ProjectTable:
    """The blocks of one project, from its title (None: lost) to the next project's."""

    title: Paragraph | None = None
    heading: Heading | None = None
    index: int = 0
    blocks: list[Placed] = field(default_factory=list)
    has_grid: bool = False
    opened: list[str] = field(default_factory=list)
    levels: list[str] = field(default_factory=list)

    def add_row(self, index: int, row: TableRow, kind: RowKind) -> None:
        """Take a row, and remember of it what shows when the next project begins."""
        self.blocks.append((index, row))
        if kind is RowKind.HEADINGS:
            self.has_grid = True
        elif kind is RowKind.HEAD:
            self.opened.append(label(row.cells[0]))
        elif self.has_grid and row.cells[0]:
            self.levels.append("".join(row.cells[0].split()))


@dataclass(slots=True)
class Chapters:
    """A document taken apart; `repeated` are indexes of headings told twice and page numbers."""

    sections: dict[Kind, list[list[PlacedParagraph]]] = field(default_factory=dict)
    tables: list[ProjectTable] = field(default_factory=list)
    titles: list[tuple[int, Paragraph, Heading]] = field(default_factory=list)
    unread: list[Placed] = field(default_factory=list)
    repeated: frozenset[int] = frozenset()
    has_statement: bool = False


def chapters_of(blocks: list[Block], words: Words) -> Chapters:
    """Sort the blocks of a stream into chapters; nothing of it is left out."""
    return _Sorter(blocks, words).sorted()


class _Sorter:
    def __init__(self, blocks: list[Block], words: Words) -> None:
        self._blocks = blocks
        self._words = words
        self._repeated, self._strange = repetitions(blocks, words)
        self._found = Chapters(repeated=self._repeated)
        self._table: ProjectTable | None = None
        self._section: Kind | None = None
        self._chapter = 0
        self._has_own_list = False
        self._in_projects = False
        self._units: set[str] = set()

    def sorted(self) -> Chapters:
        for index, block in enumerate(self._blocks):
            if index in self._strange:
                self._found.unread.append((index, block))
            elif index in self._repeated:
                continue
            elif isinstance(block, Paragraph):
                self._take_paragraph(index, block)
            else:
                self._take_row(index, block)
        return self._found

    def _take_paragraph(self, index: int, block: Paragraph) -> None:
        heading = heading_of(block.text, self._words)
        if heading and self._opens(index, block, heading):
            return
        if self._table is not None:
            self._table.blocks.append((index, block))
        elif self._section is None or self._is_next_chapter(block):
            self._section = None
            self._found.unread.append((index, block))
        else:
            self._found.sections[self._section][-1].append((index, block))

    def _opens(self, index: int, block: Paragraph, heading: Heading) -> bool:
        """Turn to what a heading opens; False where it is none after all."""
        kind = heading.kind
        if kind in SECTIONS:
            if not heading.sure and self._section is None:
                return False
            self._open_section(index, block, heading)
        elif kind is Kind.STATEMENT_PART:
            self._open_section(index, block, Heading(Kind.OVERALL))
        elif kind is Kind.PROJECT_PART:
            self._close(in_projects=True)
        elif kind is Kind.OTHER_PART:
            self._close(in_projects=False)
            self._found.unread.append((index, block))
        elif kind is Kind.DOCUMENT:
            if self._section and self._found.sections[self._section][-1]:
                return False
            self._close(in_projects=False)
            self._found.titles.append((index, block, heading))
        else:
            return kind is Kind.PROJECT and self._open_table(index, block, heading)
        return True

    def _close(self, *, in_projects: bool) -> None:
        self._table, self._section, self._in_projects = None, None, in_projects

    def _open_section(self, index: int, block: Paragraph, heading: Heading) -> None:
        self._close(in_projects=False)
        self._found.has_statement = True
        self._section = heading.kind
        self._chapter = heading.number
        self._has_own_list = False
        told = self._found.sections.setdefault(heading.kind, [[]])
        if told[-1]:
            told.append([])
        if heading.text:
            told[-1].append((index, Paragraph(block.line, heading.text)))

    def _open_table(self, index: int, block: Paragraph, heading: Heading) -> bool:
        current = self._table.heading if self._table else None
        if current and current.text == heading.text and "续" in block.text[-4:]:
            return True
        if not self._is_title(index):
            return False
        self._begin(ProjectTable(block, heading, index))
        return True

    def _begin(self, table: ProjectTable) -> None:
        self._close(in_projects=True)
        self._table = table
        self._found.tables.append(table)

    def _is_title(self, index: int) -> bool:
        """Tell whether a table follows a title, with at most the unit or a note between."""
        following = [b for i, b in self._ahead(index, 6)]
        if not following:
            return self._in_projects
        for block in following[:3]:
            if isinstance(block, TableRow):
                break
            if is_unit_paragraph(block.text):
                return True
            if len(block.text) > _NOTE or heading_of(block.text, self._words):
                return False
        rows = [block for block in following if isinstance(block, TableRow)]
        return any(row_kind(row, self._words) is not RowKind.OTHER for row in rows)

    def _is_next_chapter(self, block: Paragraph) -> bool:
        """Tell whether 四、… after 三、工作保障措施 opens a chapter that is not the statement's."""
        number = section_number(block.text)
        self._has_own_list = self._has_own_list or number == 1
        return bool(self._chapter) and number == self._chapter + 1 and not self._has_own_list

    def _take_row(self, index: int, block: TableRow) -> None:
        kind = row_kind(block, self._words)
        if self._table is not None and not self._begins_project(index, block, kind):
            if not self._repeats_unit(block, kind):
                self._table.add_row(index, block, kind)
        elif kind is not RowKind.OTHER and self._begins_table(index, kind):
            self._begin(ProjectTable(index=index))
            self._take_row(index, block)
        elif self._section is not None and _is_indented_text(block.cells):
            for number, cell in enumerate(block.cells):
                for text in filter(None, cell.split("\n")):
                    self._take_paragraph(index, Paragraph(block.line + number, text))
        else:
            self._found.unread.append((index, block))

    def _begins_table(self, index: int, kind: RowKind) -> bool:
        if self._table is not None or kind is RowKind.HEADINGS:
            return True
        if kind is RowKind.HEAD and self._in_projects:
            return True
        return table_follows(self._blocks, index, self._words)

    def _begins_project(self, index: int, row: TableRow, kind: RowKind) -> bool:
        """Tell whether a row in a project's table belongs to another, whose title is lost."""
        table = self._table
        if table is None or not table.blocks:
            return False
        if kind is RowKind.HEAD:
            name = label(row.cells[0])
            return table.has_grid or name in table.opened[:-1]
        if kind is RowKind.UNIT:
            following = next((b for _, b in self._ahead(index, 3) if isinstance(b, TableRow)), None)
            opens = following is not None and row_kind(following, self._words) is RowKind.HEAD
            return bool(table.opened or table.has_grid) and opens
        return kind is RowKind.HEADINGS and table.has_grid and self._starts_over(index, table)

    def _repeats_unit(self, row: TableRow, kind: RowKind) -> bool:
        """Tell whether a row says again, on another page, which unit the table is of."""
        if kind is not RowKind.UNIT or self._table is None:
            return False
        told = {plain(cell) for cell in row.cells if cell and not is_money_unit(cell)}
        if self._table.has_grid:
            return told <= self._units
        self._units |= told
        return False

    def _starts_over(self, index: int, table: ProjectTable) -> bool:
        """Tell whether the levels below repeated headings begin again from an earlier one."""
        following = next((b for _, b in self._ahead(index, 3) if isinstance(b, TableRow)), None)
        if following is None or not table.levels:
            return False
        return "".join(following.cells[0].split()) in table.levels[:-1]

    def _ahead(self, index: int, count: int) -> list[Placed]:
        following: list[Placed] = []
        while len(following) < count and index + 1 < len(self._blocks):
            index += 1
            if index not in self._repeated:
                following.append((index, self._blocks[index]))
        return following


def _is_indented_text(cells: tuple[str, ...]) -> bool:
    """Tell whether what looks like a table row is paragraphs that begin with a tab."""
    filled = [cell for cell in cells if cell]
    if len(filled) <= 1:
        return bool(filled)
    return all(
        len(cell) >= _LONG or cell.endswith(("。", "：")) or split_number(cell) for cell in filled
    )
