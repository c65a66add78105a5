"""A project's form on paper: the sheet of the window, page by page, in black on white."""

from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from PySide6.QtCore import QLineF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QPainter, QPen

from perfdesk.models.form import Form
from perfdesk.models.numbering import numbered
from perfdesk.models.project import Project
from perfdesk.models.sheet import Cell, Role, project_sheet
from perfdesk.ui.form.cells import Cells
from perfdesk.ui.form.layout import SheetLayout
from perfdesk.ui.form.metrics import Metrics
from perfdesk.ui.form.page_breaks import Segment, segments
from perfdesk.ui.form.painting import BARE, Marked, SheetPainter
from perfdesk.ui.form.wording import Shown
from perfdesk.ui.look import theme
from perfdesk.ui.printing.printable import FINENESS, TEXT_SCALE, Head, print_font

_NARROW_COLUMNS = 7
_LINE_PX = 0.7
_PART_PX = 20
_PART_LINE = 1.5
_NOTHING_MARKED = Marked()


class PrintedForm:
    """A form to be printed; in a whole document with its `number`, the first below its `part`."""

    def __init__(self, form: Form, project: Project, number: int = 0, part: str = "") -> None:
        self.wide = len(form.grid) > _NARROW_COLUMNS
        self._number = numbered(form.wording.project_number, number) if number else ""
        self._part = part
        self._form = form
        self._project = project
        self._segments: list[Segment] = []

    def lay_out(self, room: QSize) -> int:
        """Lay the form out as wide as the page; returns how many pages it takes."""
        self._layout.fit(room.width())  # fonts of print, as this is drawn for paper
        self._segments = [*segments(self._layout, room.height(), self._above)]
        return len(self._segments)

    def heads(self) -> Sequence[Head]:
        """Return the part that begins with the form, and the form's title."""
        title = self._layout.cells.sheet.cells[0]
        own = Head(self._numbered(title).text, 1, 0)
        return (Head(self._part, 0, 0), own) if self._part else (own,)

    @property
    def _part_lines(self) -> list[str]:
        return self._part.split(maxsplit=1)

    @property
    def _above(self) -> int:
        """The room that the title of a part takes above the sheet."""
        height = QFontMetrics(_part_font()).height() * len(self._part_lines)
        return round(height * _PART_LINE)

    def _numbered(self, cell: Cell) -> Shown:
        """Return what a cell says in print, with the number before the title."""
        return Shown(self._number + cell.text) if cell.role is Role.TITLE else _printed(cell)

    @cached_property
    def _layout(self) -> "_PrintLayout":
        dpi = QGuiApplication.primaryScreen().logicalDotsPerInchX()
        cells = Cells(project_sheet(self._form, self._project))
        metrics = Metrics(TEXT_SCALE * FINENESS, dpi)
        return _PrintLayout(metrics, cells, self._numbered, self._form.widths)

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw one page, with the headings of the grid above rows that go on."""
        layout, segment = self._layout, self._segments[page]
        if not page and self._part:
            room = QRect(0, 0, layout.desk_width, self._above)
            painter.setFont(_part_font())
            painter.setPen(theme.colour("ink"))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, "\n".join(self._part_lines))
            painter.translate(0, self._above)
        if segment.headed:
            row = layout.cells.sheet.heading_row
            heading = Segment(layout.y[row], layout.y[row + 1], headed=False)
            self._draw(painter, heading)
            painter.translate(0, heading.bottom - heading.top)
        self._draw(painter, segment)

    def _draw(self, painter: QPainter, segment: Segment) -> None:
        layout = self._layout
        height = segment.bottom - segment.top
        seen = QRect(0, segment.top, layout.desk_width, height)
        painter.save()
        painter.translate(0, -segment.top)
        edge = layout.metrics.px(_LINE_PX) + 1
        painter.setClipRect(seen.adjusted(-edge, -edge, edge, edge))
        sheet = _PrintPainter(layout, seen)
        sheet.paint(painter, seen, _NOTHING_MARKED, focused=False)
        for y, row in ((segment.top, segment.top), (segment.bottom, segment.bottom - 1)):
            if all(cell.role not in BARE for cell in layout.cells.in_row(layout.row_at(row))):
                painter.setPen(sheet.line_pen(painter))
                painter.drawLine(QLineF(layout.x[0], y, layout.x[-1], y))
        painter.restore()


def _printed(cell: Cell) -> Shown:
    """Return what a cell says in print, exactly as the form has it."""
    return Shown(cell.text)


def _part_font() -> QFont:
    return print_font(_PART_PX, bold=True, serif=True)


class _PrintLayout(SheetLayout):
    """A sheet that begins in the corner of the page and is as wide as it."""

    def fit(self, width: int, *, measured: bool = True) -> None:
        del measured  # what is printed is seen
        self.measured = True
        self.desk_width = width
        total = sum(self._shares)
        edges = accumulate(self._shares, initial=0)
        rim = self.metrics.px(_LINE_PX)  # else half of the outer lines were beside the page
        self.x = [rim + round((width - 2 * rim) * edge / total) for edge in edges]
        self.paper = QRect(0, 0, width, 0)
        self.show(self.cells)


class _PrintPainter(SheetPainter):
    """Draws cells and lines alone: the paper is there already."""

    def _paper(self, painter: QPainter, area: QRect) -> None:
        pass

    def line_pen(self, painter: QPainter) -> QPen:
        """Return a pen for lines that are thin, but can be seen, on any printer."""
        del painter
        return QPen(theme.colour("line"), self._metrics.px(_LINE_PX))
