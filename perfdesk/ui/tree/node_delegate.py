"""Paints what a row of the tree says: its label, and at the right how far it is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from perfdesk.models.review.counts import Counts
from perfdesk.ui.look import theme
from perfdesk.ui.options import option_rect, option_state
from perfdesk.ui.tree.nodes import Kind, Node
from perfdesk.ui.tree.outline_model import COUNTS_ROLE, NODE_ROLE, Index

if TYPE_CHECKING:  # nothing is judged before the first paint
    from perfdesk.ui.look.marks import Numbers

_GAP_PX = 6
_LOCK_PX = 14
_WIDEST_PROGRESS = "100%"
_READY = "✓"
_SUBMITTED = "已上报"


class NodeDelegate(QStyledItemDelegate):
    """Draws nodes 28 px high; edits their names in place."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(theme.ROW_PX, hint.height() + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node: Node = index.data(NODE_ROLE)
        rect = option_rect(option)
        painter.save()
        if self._view.selectionModel().isSelected(index):
            theme.fill(painter, rect, "accent_ground")
        elif self._view.underMouse() and _is_hovered(option):
            theme.fill(painter, rect, "label")
        room = rect.adjusted(_GAP_PX, 0, -_GAP_PX, 0)
        beside = self._paint_progress(painter, room, index)
        if pills := _pills(index.data(COUNTS_ROLE)):
            beside = self._paint_findings(painter, room, pills, beside)
        room.setRight(beside - _GAP_PX)
        if node.submitted and node.key.kind is Kind.DEPARTMENT:
            self._paint_lock(painter, room)
        self._paint_label(painter, room, node)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        editor.setAccessibleName("名称")
        return editor

    def _paint_progress(self, painter: QPainter, room: QRect, index: Index) -> int:
        """Write how far a node is at its right end and return where that begins."""
        node: Node = index.data(NODE_ROLE)
        text = progress_text(node, index.data(COUNTS_ROLE))
        if not text or node.key.kind is Kind.UNIT:
            return room.right()
        painter.setFont(theme.font(theme.SMALL_PX))
        painter.setPen(theme.colour("done" if text == _READY else "soft_ink"))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        return room.right() - painter.fontMetrics().horizontalAdvance(text)

    def _paint_findings(self, painter: QPainter, room: QRect, pills: "Numbers", beside: int) -> int:
        """Say what is worst beside the column of progress and return where that begins."""
        from perfdesk.ui.look.marks import paint_pills, pills_width

        painter.setFont(theme.font(theme.SMALL_PX))
        progress = painter.fontMetrics().horizontalAdvance(_WIDEST_PROGRESS)
        left = QRect(room)
        left.setRight(min(room.right() - progress, beside) - _GAP_PX // 2)
        paint_pills(painter, QRectF(left), pills, at_right=True)
        return left.right() - round(pills_width(pills))

    def _paint_lock(self, painter: QPainter, room: QRect) -> None:
        """Draw a lock at the left end and leave what is behind it."""
        from perfdesk.ui.look.icons import icon

        side = _LOCK_PX
        place = QRect(room.left(), room.center().y() - side // 2, side, side)
        icon("lock", "soft_ink").paint(painter, place)
        room.setLeft(place.right() + _GAP_PX)

    def _paint_label(self, painter: QPainter, room: QRect, node: Node) -> None:
        painter.setFont(theme.font())
        unnamed = node.text.startswith("（未")
        painter.setPen(theme.colour("soft_ink" if unnamed else "ink"))
        text = painter.fontMetrics().elidedText(
            node.text, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _pills(counts: Counts) -> "Numbers":
    """Return the number of what must be mended, or where there is none of what wants a reason."""
    if not (counts.errors or counts.warnings):
        return ()
    from perfdesk.ui.look.marks import numbers

    return numbers(counts)[:1]


def _is_hovered(option: QStyleOptionViewItem) -> bool:
    from PySide6.QtWidgets import QStyle  # late: its many names cost a part of the start

    return bool(option_state(option) & QStyle.StateFlag.State_MouseOver)


def progress_text(node: Node, counts: Counts) -> str:
    """Return how far a node is: 已上报, ✓ where nothing is left to be done, else per cent.

    Empty where there is nothing to fill in.
    """
    completeness = node.completeness
    if node.submitted:
        return _SUBMITTED
    if not completeness.needed:
        return ""
    if completeness.done and not (node.unconfirmed or counts.errors):
        return _READY
    return f"{100 * min(completeness.filled, completeness.needed) // completeness.needed}%"
