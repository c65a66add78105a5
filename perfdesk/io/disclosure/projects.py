"""Reads the table of one project, and makes a project of it once the form is known."""

from dataclasses import dataclass

from perfdesk.io.disclosure.blocks import Block, Placed, TableRow
from perfdesk.io.disclosure.chapters import ProjectTable
from perfdesk.io.disclosure.grid import GridReader, GridRow
from perfdesk.io.disclosure.head import HeadReader
from perfdesk.io.disclosure.notes import Notes
from perfdesk.io.disclosure.words import Words, label, plain, unit_of
from perfdesk.models.form import Form
from perfdesk.models.numbering import unnumber_lines
from perfdesk.models.project import Budget, Indicator, Project, SpendingPlan, Unit
from perfdesk.models.value import IndicatorValue

_NAMELESS = "这个项目没有标题，已作为没有名称的项目读入，请补上名称。"
_UNIT_GUESSED = "这个项目没有写明预算单位，已按相邻项目填写，请核对。"
_OTHER_NAME = "项目标题{}与项目名称不同，已按项目名称读入，标题放在“未识别内容”中。"
_NO_ROWS = "项目{}没有绩效指标，文件可能不完整。"
_NO_SPLIT = "指标值{}无法拆分为计算符号、数值和计量单位，已按原文保留。"
_STRANGE_LEVEL1 = "一级指标{}不是该表样中的名称，已按原文保留。"
_STRANGE_LEVEL2 = "二级指标{}不是该表样中的名称，已按原文保留。"
_NO_LEVEL = "指标{}的一级或二级指标为空，且无法从上一行得知，请补上。"


@dataclass(slots=True)
class ReadTable:
    """One project's table as printed, before anybody knows which form it is on."""

    table: ProjectTable
    line: int
    head: HeadReader
    rows: list[GridRow]
    strange: list[Placed]

    @property
    def title(self) -> str:
        """The name in the title, empty where the title is lost."""
        return self.table.heading.text if self.table.heading else ""

    @property
    def name(self) -> str:
        """The project's name as the table says it, else as the title does."""
        named = self.head.fields.get("name", "")
        return self.title if not named or plain(named) == plain(self.title) else named

    @property
    def year(self) -> int:
        """The year behind or below the title, 0 where none is there."""
        heading = self.table.heading
        return self.head.year or (heading.year if heading else 0)

    @property
    def code(self) -> str:
        """The project's code, which has no blanks even where a narrow cell broke it."""
        return "".join(self.head.fields.get("code", "").split())

    @property
    def unit(self) -> Unit:
        """The unit in the line above the table, empty where there is none."""
        return unit_of(self.head.unit) if self.head.unit else Unit()


def read_table(table: ProjectTable, words: Words, notes: Notes) -> ReadTable:
    """Read the blocks of one project: head, headings, grid."""
    blocks = table.blocks
    start = next((i for i, (_, b) in enumerate(blocks) if _begins_grid(b, words)), len(blocks))
    title = table.heading.text if table.heading else ""
    head = HeadReader(title, words, notes)
    head.take(blocks[:start])
    headings = _headings(blocks[start:], words)
    columns = words.grid_fields([cell for row in headings for cell in row.cells])
    grid = GridReader(columns or words.grids[0], words, notes)
    for place, row in zip(range(start, len(blocks)), headings, strict=False):
        grid.keep_other_headings(blocks[place][0], row)
    grid.take(blocks[start + len(headings) :])
    line = table.title.line if table.title else blocks[0][1].line
    return ReadTable(table, line, head, grid.rows, head.strange + grid.strange)


def make_projects(tables: list[ReadTable], form: Form, notes: Notes) -> tuple[Project, ...]:
    """Make projects of tables on `form`; a unit that is not named is the neighbour's."""
    nobody = Unit()
    unit = next((table.unit for table in tables if table.unit != nobody), nobody)
    projects: list[Project] = []
    for table in tables:
        if table.unit != nobody:
            unit = table.unit
        elif unit != nobody:
            notes.add(table.line, _UNIT_GUESSED)
        projects.append(_project(table, unit, form, notes))
    return tuple(projects)


def _project(table: ReadTable, unit: Unit, form: Form, notes: Notes) -> Project:
    if not table.name:
        notes.add(table.line, _NAMELESS)
    if not table.rows:
        notes.add(table.line, _NO_ROWS, table.name)
    _compare_title(table, notes)
    fields = {name: text.strip() for name, text in table.head.fields.items()}
    return Project(
        code=table.code,
        name=table.name,
        unit=unit,
        budget=Budget(*("".join(fields.get(f"budget.{part}", "").split()) for part in _AMOUNTS)),
        purpose=fields.get("purpose", ""),
        plan=SpendingPlan(*(_percent(fields.get(f"plan.{month}", "")) for month in _MONTHS)),
        goals=unnumber_lines(fields.get("goals", ""), printed=True),
        indicators=_indicators(table.rows, form, notes),
    )


_AMOUNTS = ("total", "fiscal", "other")
_MONTHS = ("march", "june", "october", "december")


def _compare_title(table: ReadTable, notes: Notes) -> None:
    """Keep a title that says another name than the table does."""
    title, heading = table.table.title, table.table.heading
    if title is None or heading is None or not heading.text:
        return
    name, told = plain(table.name), plain(heading.text)
    alike = (told, told.removesuffix("项目"), plain(f"{heading.number}.{told}"))
    if told not in name and name not in alike:
        notes.add(title.line, _OTHER_NAME, title.text)
        table.strange.append((table.table.index, title))


def _percent(text: str) -> str:
    return "".join(text.split()).removesuffix("%").removesuffix("％")


def _indicators(rows: list[GridRow], form: Form, notes: Notes) -> tuple[Indicator, ...]:
    found: list[Indicator] = []
    above = Indicator()
    for row in rows:
        cells = row.cells
        level1, level2 = _levels(cells, above, form)
        value = IndicatorValue.read(cells.get("value", ""))
        above = Indicator(
            level1=level1,
            level2=level2,
            name=cells.get("name", ""),
            description=cells.get("description", ""),
            value=value,
            basis=cells.get("basis", ""),
        )
        found.append(above)
        _note_row(row, above, form, notes)
    return tuple(found)


def _levels(cells: dict[str, str], above: Indicator, form: Form) -> tuple[str, str]:
    """Fill in the levels that a row leaves empty because they are merged with those above.

    A second level that the form has under another first level than the one above stands under
    the form's: then the first level was left out, not merged.
    """
    level1 = _level_name(cells.get("level1", ""))
    level2 = _level_name(cells.get("level2", ""))
    if level1:
        return level1, level2
    owner = form.level_above(level2)
    known_above = form.level(above.level1)
    if owner and owner != known_above and (known_above or not above.level1):
        return owner.name, level2
    return above.level1, level2 or above.level2


def _level_name(text: str) -> str:
    """Return a level's name as printed, but for blanks inside a name that is well known."""
    name = "".join(text.split())
    return name if name.endswith("指标") else text


def _note_row(row: GridRow, indicator: Indicator, form: Form, notes: Notes) -> None:
    if indicator.value.text and not indicator.value.sign:
        notes.add(row.line, _NO_SPLIT, indicator.value.text)
    if not indicator.level1 or not indicator.level2:
        notes.add(row.line, _NO_LEVEL, indicator.name)
    if indicator.level1 and form.level(indicator.level1) is None:
        notes.add(row.line, _STRANGE_LEVEL1, indicator.level1)
    elif indicator.level2 and indicator.level2 not in form.level2_names:
        notes.add(row.line, _STRANGE_LEVEL2, indicator.level2)


def _begins_grid(block: Block, words: Words) -> bool:
    """Tell whether a block is the row of headings, or a whole row of a grid without them."""
    if not isinstance(block, TableRow):
        return False
    cells = block.cells
    whole = len(cells) >= len(words.grids[0]) - 1 and words.is_level(cells[1], 2)
    first = "".join(cells[0].split())
    return bool(words.grid_fields(cells)) or (whole and first in words.first_levels)


def _headings(blocks: list[Placed], words: Words) -> list[TableRow]:
    """Return the row of headings that a grid begins with, or the pieces it is torn in."""
    rows: list[TableRow] = []
    cells: tuple[str, ...] = ()
    for _, block in blocks:
        if not isinstance(block, TableRow) or not words.grid_fields((*cells, *block.cells)):
            break
        if rows and any(cell and label(cell) not in words.headings for cell in block.cells):
            break
        if not set(words.grid_fields(cells)).isdisjoint(words.grid_fields(block.cells)):
            break
        rows.append(block)
        cells += block.cells
    return rows
