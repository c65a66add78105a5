"""Keeps handle and buttons beside the section one points at, or else writes in."""

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from perfdesk.ui.statement.chapter import Chapter
from perfdesk.ui.statement.keys import Deed
from perfdesk.ui.statement.section import Section
from perfdesk.ui.statement.section_tools import Handle, SectionTools

_SCROLL_EDGE_PX = 36
_SCROLL_STEP_PX = 14
_SCROLL_MS = 16


class SectionGuide(QObject):
    """Shows what can be done with one section at a time, and lets it be dragged."""

    def __init__(self, scroll: QScrollArea) -> None:
        super().__init__(scroll)
        self._scroll = scroll
        self.tools = SectionTools()
        self.handle = Handle()
        self._pointed: Section | None = None
        self._written: Section | None = None
        self._shown: Section | None = None
        self._resting = False
        self._at = QPoint()
        self.tools.asked.connect(self._ask)
        self.handle.dragged.connect(self._drag)
        self.handle.dropped.connect(self._drop)
        self.handle.given_up.connect(self._end_drag)
        self._scrolling = QTimer(self, interval=_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll_on)
        self._put_away()

    def watch(self, chapter: Chapter) -> None:
        """Look after the sections of a chapter too."""
        chapter.made.connect(self._watch_section)
        chapter.going.connect(self.forget)

    def rest(self, *, resting: bool) -> None:
        """Show nothing while the statement is only to be read."""
        self._resting = resting
        self._settle()

    def follow_focus(self, widget: QWidget | None) -> None:
        """Hear where one writes now."""
        self._written = section_of(widget)
        self._settle()

    def forget(self, section: Section) -> None:
        """Leave a section that is going away."""
        if section is self._pointed:
            self._pointed = None
        if section is self._written:
            self._written = None
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._shown and event.type() in (
            QEvent.Type.Resize,
            QEvent.Type.LayoutRequest,
        ):
            self._place()
        return False

    def _watch_section(self, section: Section) -> None:
        section.entered.connect(lambda: self._point_at(section))
        section.left.connect(lambda: self._point_away(section))

    def _point_at(self, section: Section) -> None:
        self._pointed = section
        self._settle()

    def _point_away(self, section: Section) -> None:
        if section is self._pointed and not self.handle.dragging:
            self._pointed = None
            self._settle()

    def _settle(self) -> None:
        if self.handle.dragging:
            return
        section = None if self._resting else self._pointed or self._written
        if section is self._shown:
            return
        if self._shown:
            self._shown.removeEventFilter(self)
        self._shown = section
        if section is None:
            self._put_away()
            return
        section.installEventFilter(self)
        for widget in (self.tools, self.handle):
            widget.setParent(section)
            widget.show()
        self._place()

    def _put_away(self) -> None:
        for widget in (self.tools, self.handle):
            widget.hide()
            widget.setParent(self._scroll)

    def _place(self) -> None:
        if not self._shown:
            return
        line = self._shown.title_line
        self.tools.setVisible(not self._shown.is_narrow)
        self.tools.adjustSize()
        self.tools.move(
            line.right() - self.tools.width(), line.center().y() - self.tools.height() // 2
        )
        self.handle.move(4, line.center().y() - self.handle.height() // 2)
        for widget in (self.tools, self.handle):
            widget.raise_()

    def _ask(self, deed: Deed) -> None:
        if self._shown:
            self._shown.asked.emit(deed)

    def _chapter(self) -> Chapter | None:
        parent = self._shown.parentWidget() if self._shown else None
        return parent if isinstance(parent, Chapter) else None

    def _drag(self, at: QPoint) -> None:
        self._at = at
        if chapter := self._chapter():
            chapter.drag_over(at)
        self._scrolling.start()

    def _drop(self, at: QPoint) -> None:
        self._scrolling.stop()
        chapter = self._chapter()
        if chapter and self._shown:
            chapter.drop(self._shown.row_id, at)
        self._settle()

    def _end_drag(self) -> None:
        self._scrolling.stop()
        if chapter := self._chapter():
            chapter.end_drag()
        self._settle()

    def _scroll_on(self) -> None:
        """Scroll while something is dragged along the upper or lower edge."""
        view = self._scroll.viewport()
        height = view.mapFromGlobal(self._at).y()
        bar = self._scroll.verticalScrollBar()
        if height < _SCROLL_EDGE_PX:
            bar.setValue(bar.value() - _SCROLL_STEP_PX)
        elif height > view.height() - _SCROLL_EDGE_PX:
            bar.setValue(bar.value() + _SCROLL_STEP_PX)
        if chapter := self._chapter():
            chapter.drag_over(self._at)


def section_of(widget: QWidget | None) -> Section | None:
    """Return the section that a widget stands in, or None."""
    while widget:
        if isinstance(widget, Section):
            return widget
        widget = widget.parentWidget()
    return None
