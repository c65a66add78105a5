"""How rows of plain lists look: as high as those of the tree, check boxes that can be seen."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from perfdesk.ui.look import theme
from perfdesk.ui.look.check_box import BOX_PX, paint_box

Index = QModelIndex | QPersistentModelIndex


class PlainRows(QStyledItemDelegate):
    """Draws items as usual, with room around them."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(hint.height(), theme.ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        room = QRectF(self._view.style().subElementRect(part, shown, self._view))
        side = max(room.width(), BOX_PX)
        box = QRectF(0, 0, side, side)
        box.moveCenter(room.center())
        paint_box(painter, box, checked=Qt.CheckState(state) == Qt.CheckState.Checked)
