"""Paints what a row of the tree says: its label, and at the right how far it is."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from perfdesk.models.outline import Completeness
from perfdesk.ui.look import theme
from perfdesk.ui.options import option_rect, option_state
from perfdesk.ui.tree.nodes import Kind, Node
from perfdesk.ui.tree.outline_model import NODE_ROLE, Index

_GAP_PX = 6


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
        room.setRight(self._paint_progress(painter, room, node) - _GAP_PX)
        self._paint_label(painter, room, node)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        editor.setAccessibleName("名称")
        return editor

    def _paint_progress(self, painter: QPainter, room: QRect, node: Node) -> int:
        """Write how far a node is at its right end and return where that begins."""
        text = progress_text(node.completeness)
        if not text or node.key.kind is Kind.UNIT:
            return room.right()
        painter.setFont(theme.font(theme.SMALL_PX))
        painter.setPen(theme.colour("done" if node.completeness.done else "soft_ink"))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        return room.right() - painter.fontMetrics().horizontalAdvance(text)

    def _paint_label(self, painter: QPainter, room: QRect, node: Node) -> None:
        painter.setFont(theme.font())
        unnamed = node.text.startswith("（未")
        painter.setPen(theme.colour("soft_ink" if unnamed else "ink"))
        text = painter.fontMetrics().elidedText(
            node.text, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _is_hovered(option: QStyleOptionViewItem) -> bool:
    from PySide6.QtWidgets import QStyle  # late: its many names cost a part of the start

    return bool(option_state(option) & QStyle.StateFlag.State_MouseOver)


def progress_text(completeness: Completeness) -> str:
    """Return ✓ for what is complete, else the share that is filled in; empty for nothing."""
    if not completeness.needed:
        return ""
    if completeness.done:
        return "✓"
    return f"{100 * completeness.filled // completeness.needed}%"
