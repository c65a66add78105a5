"""The overview of a year, a department or a unit: sums, bars, and a table of its projects."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from perfdesk.models.amount import listed, printed, whole_shares
from perfdesk.models.document import year_words
from perfdesk.models.figures import Figures, figures
from perfdesk.models.outline import DocumentOutline
from perfdesk.models.plan import PERIODS
from perfdesk.models.project import Unit
from perfdesk.models.review.counts import Counts
from perfdesk.models.years.due import due
from perfdesk.ui.budget_year import next_budget_year
from perfdesk.ui.focus import visit_before
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.look import theme
from perfdesk.ui.overview.bar_chart import Bar, BarChart
from perfdesk.ui.overview.heading import Heading
from perfdesk.ui.overview.listing import (
    Entry,
    entries,
    sum_texts,
    useful_columns,
)
from perfdesk.ui.overview.project_model import ProjectTableModel
from perfdesk.ui.overview.project_table import ProjectTable
from perfdesk.ui.overview.sum_row import SumRow
from perfdesk.ui.page import Page
from perfdesk.ui.session import Session

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from perfdesk.ui.overview.row_actions import RowActions

_DESK_PX = 20
_PADDING_PX = (32, 26, 32, 24)
_MOST_BARS = 8
_FEWER_BARS = 4
_ROOM_FOR_BARS_PX = 640
_ROOM_FOR_CHARTS_PX = 540
_RECOUNT_MS = 100
_NOTHING_YET = "这里还没有项目。\n\n按 Ctrl+N 新建项目，或者按 Ctrl+O 导入已有的绩效文本。"


class OverviewPage(Page):
    """Lists the projects of what is shown; `project_chosen(document_id, project_id)` opens one.

    `next_wanted(document_id, year)` when the year after a document's is to be begun.
    """

    project_chosen = Signal(str, str)
    next_wanted = Signal(str, int)

    def __init__(
        self, session: Session, inspector: Inspector, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._inspector = inspector
        self._choose: Callable[[], tuple[str, list[DocumentOutline], Unit | None]] | None = None
        self._stale = False
        self._entries: tuple[Entry, ...] = ()
        self._figures = figures(())
        self._zoom = 1.0
        self._shown_bars = _MOST_BARS
        self._actions: RowActions | None = None
        self.setObjectName("desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._paper = QFrame(self)
        self._paper.setObjectName("paper")
        desk = QVBoxLayout(self)
        desk.setContentsMargins(_DESK_PX, _DESK_PX, _DESK_PX, _DESK_PX)
        desk.addWidget(self._paper)
        self._desk = desk
        self.heading = Heading()
        self.money = BarChart("预算数")
        self.spending = BarChart("支出计划")
        self.table = ProjectTable(ProjectTableModel(self))
        self.lists = self.table
        self.sums = SumRow(self.table)
        self.nothing = QLabel(_NOTHING_YET)
        self.nothing.setObjectName("soft")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._charts = QHBoxLayout()
        self._charts.addWidget(self.money, 3, Qt.AlignmentFlag.AlignTop)
        self._charts.addWidget(self.spending, 2, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self._paper)
        self._column.addWidget(self.heading)
        self._column.addLayout(self._charts)
        whole_table = QVBoxLayout()
        whole_table.setSpacing(0)
        whole_table.addWidget(self.table, 1)
        whole_table.addWidget(self.sums)
        whole_table.addStretch()
        self._column.addLayout(whole_table, 1)
        self._column.addWidget(self.nothing, 1)
        self._recount = QTimer(self, singleShot=True, interval=_RECOUNT_MS)
        self._connect()
        self.setFocusProxy(self.table)
        self.set_zoom(1.0)

    def _connect(self) -> None:
        self.heading.next_wanted.connect(self.next_wanted)
        self.heading.made.connect(lambda button: visit_before(button, self.table))
        self.table.chosen.connect(self._open)
        self.table.menu_wanted.connect(self.open_menu)
        self.table.selectionModel().selectionChanged.connect(self._tell_place)
        self._recount.timeout.connect(self._show_counts)
        self._session.changed.connect(self._on_changed)
        self._inspector.changed.connect(self._on_judged)

    def listed(self) -> Sequence[tuple[str, str]]:
        return [(each.document_id, each.project.id) for each in self.table.selected_entries()]

    def complete(self) -> None:
        from perfdesk.ui.overview.row_actions import RowActions

        self._actions = RowActions(self, self.table)
        self._refresh()

    def edits(self) -> "Sequence[QAction | QMenu | None]":
        return self._actions.all() if self._actions else ()

    def refresh_actions(self) -> None:
        if self._actions:
            self._actions.refresh()

    @property
    def figures(self) -> Figures:
        """What the listed projects add up to."""
        return self._figures

    def show_year(self, year: int) -> None:
        """Show all departments of a year."""
        title = f"{year} 年度" if year else "未注明年度"
        self._begin(lambda: (title, [o for o in self._session.outlines if o.year == year], None))

    def show_department(self, document_id: str) -> None:
        """Show one department of one year."""
        self._begin(lambda: self._of_document(document_id, None))

    def show_unit(self, document_id: str, unit: Unit) -> None:
        """Show one unit of a department."""
        self._begin(lambda: self._of_document(document_id, unit))

    def set_zoom(self, factor: float) -> None:
        self._zoom = factor
        left, top, right, bottom = (round(px * factor) for px in _PADDING_PX)
        self._column.setContentsMargins(left, top, right, bottom)
        self._column.setSpacing(round(18 * factor))
        self._charts.setSpacing(round(40 * factor))
        self.nothing.setFont(theme.font(14 * factor))
        for part in (self.heading, self.money, self.spending, self.table, self.sums):
            part.set_zoom(factor)
        self._show_charts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._most_bars() != self._shown_bars:
            self._show_charts()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def _of_document(
        self, document_id: str, unit: Unit | None
    ) -> tuple[str, list[DocumentOutline], Unit | None]:
        found = [each for each in self._session.outlines if each.id == document_id]
        if not found:
            return "", [], unit
        whose = unit.printed if unit else found[0].department.name or found[0].department.code
        return f"{year_words(found[0].year)} {whose}".strip(), found, unit

    def _begin(self, choose: Callable[[], tuple[str, list[DocumentOutline], Unit | None]]) -> None:
        self._choose = choose
        self._refresh()
        self.table.scrollToTop()
        self._tell_place()

    def _on_changed(self, *_: object) -> None:
        if self.isVisible():
            self._refresh()
        else:
            self._stale = True

    def _on_judged(self, document_id: str) -> None:
        """Count findings again, soon: many documents may be judged one right after the other."""
        if not self.isVisible():
            self._stale = True
        elif any(each.document_id == document_id for each in self._entries):
            self._recount.start()

    def _refresh(self) -> None:
        if self._choose is None:
            return
        self._stale = False
        title, outlines, unit = self._choose()
        self._entries = entries(outlines, unit, self._inspector.counts)
        self._figures = figures(entry.project for entry in self._entries)
        self.heading.show_figures(title, self._figures)
        self._offer_next(outlines if unit is None else ())
        self.table.show_columns(useful_columns(self._entries))
        self._show_entries()
        self._show_charts()
        for part in (self.table, self.sums):
            part.setVisible(bool(self._entries))
        self.nothing.setVisible(not self._entries)

    def _offer_next(self, outlines: Sequence[DocumentOutline]) -> None:
        """Offer to begin the next year of the one document shown that has none yet."""
        if self._actions is None:
            return  # nobody asks for it before the page is complete
        waiting = {each.id for each in due(self._session.outlines, next_budget_year())}
        past = [each for each in outlines if each.id in waiting]
        self.heading.offer_next(past[0] if len(past) == 1 else None)

    def _show_counts(self) -> None:
        count = self._inspector.counts
        self._entries = tuple(
            replace(each, counts=count(each.document_id, each.project.id)) for each in self._entries
        )
        self._show_entries()

    def _show_entries(self) -> None:
        counts = Counts.of_all(each.counts for each in self._entries)
        unconfirmed = sum(each.project.unconfirmed for each in self._entries)
        below = sum_texts(self._figures, counts, unconfirmed)
        copied = sum_texts(self._figures, counts, unconfirmed, printed)
        self.table.show_entries(self._entries, copied)
        self.sums.show_texts(below, counts)

    def _most_bars(self) -> int:
        """Return how many bars there is room for above a table that is still worth reading."""
        height = self.height() / self._zoom
        if height < _ROOM_FOR_CHARTS_PX:
            return 0
        return _FEWER_BARS if height < _ROOM_FOR_BARS_PX else _MOST_BARS

    def _show_charts(self) -> None:
        self._shown_bars = self._most_bars()
        sums = self._figures
        self.money.setVisible(self._shown_bars > 0 and any(sums.totals))
        self.money.show_bars(money_bars(self._entries, sums.totals, self._shown_bars))
        self.spending.setVisible(self._shown_bars > 0 and any(sums.planned))
        note = f"{sums.unplanned} 个项目没有可计算的预算数或支出计划" if sums.unplanned else ""
        self.spending.show_bars(spending_bars(sums), note)

    def _open(self, entry: Entry) -> None:
        self.project_chosen.emit(entry.document_id, entry.project.id)

    def _tell_place(self) -> None:
        chosen = self.table.selected_entries()
        if len(chosen) > 1:
            total = figures(entry.project for entry in chosen).total
            money = "" if total is None else f" · 预算数合计 {listed(total)} 万元"
            self.place_changed.emit(f"选中 {len(chosen)} 个项目{money}")
        else:
            self.place_changed.emit(chosen[0].name if chosen else "")


def money_bars(
    entries: tuple[Entry, ...], totals: tuple[Decimal | None, ...], most: int
) -> list[Bar]:
    """Return a bar for each of the projects with most money, and a line for the others."""
    known = [(total, entry) for total, entry in zip(totals, entries, strict=True) if total]
    known.sort(key=lambda pair: -pair[0])
    few = known if len(known) <= most else known[: max(0, most - 1)]
    bars = [Bar(entry.name, total, listed(total)) for total, entry in few]
    if rest := [total for total, _ in known[len(few) :]]:
        bars.append(Bar(f"其余 {len(rest)} 个项目", None, listed(sum(rest, Decimal(0)))))
    if blank := len(entries) - len(known):
        bars.append(Bar(f"{blank} 个项目未填预算数", None, ""))
    return bars


def spending_bars(sums: Figures) -> list[Bar]:
    """Return a bar for what is planned to be spent in each period of the year."""
    return [
        Bar(name, spent, f"{listed(spent)} · {share}%")
        for name, spent, share in zip(
            PERIODS, sums.planned, whole_shares(sums.planned), strict=True
        )
    ]
