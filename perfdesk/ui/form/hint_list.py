"""The quiet list of suggestions under a cell: what, how much, why, and where it comes from."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from perfdesk.ui.form.advice import Hint
from perfdesk.ui.form.choice_list import AnyIndex, ChoiceList
from perfdesk.ui.form.metrics import PADDING_X, Metrics, part
from perfdesk.ui.look import theme
from perfdesk.ui.options import option_rect, option_state

_WIDEST_PX = 660
_ABOUT_PX = 220
_WHOSE_PX = 120
_TEXT_MOST_PX = 300
_GAP_PX = 14
_OVERHANG_PX = 2
_HINT = Qt.ItemDataRole.UserRole


class HintList(ChoiceList):
    """Shows hints; only keys and clicks choose one, the mouse may rest on it."""

    clicked_hint = Signal(object)

    def __init__(self, metrics: Metrics, field: QWidget, cell: QWidget) -> None:
        super().__init__(metrics, field, cell)
        self.columns = _Columns(metrics, self.font())
        self.setItemDelegate(_HintDelegate(self.columns, self))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName("推荐内容")

    def show_hints(self, hints: Sequence[Hint], highlighted: int = -1) -> None:
        """Show these hints; nothing where there are none. -1 picks none of them out."""
        self.clear()
        self.columns.measure(hints)
        for each in hints:
            item = QListWidgetItem(each.text, self)
            item.setData(_HINT, each)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(each))
            item.setToolTip(_told(each))
        self.show_items(highlighted)

    def highlighted_hint(self) -> Hint | None:
        """Return the hint that is picked out, None where none is or the list is hidden."""
        item = self.currentItem() if self.isVisible() else None
        hint = item.data(_HINT) if item else None
        return hint if isinstance(hint, Hint) else None

    def natural_width(self) -> int:
        return self.columns.width()

    def point_at(self, item: QListWidgetItem) -> None:
        """Leave alone what is picked out: Enter would take what the mouse happens to lie on."""

    def choose(self, item: QListWidgetItem) -> None:
        self.clicked_hint.emit(item.data(_HINT))


class _Columns:
    """How wide the parts of a line are, so that they stand below one another."""

    def __init__(self, metrics: Metrics, font: QFont) -> None:
        self.metrics = metrics
        self.font = font
        self.strong = QFont(font)
        self.strong.setWeight(QFont.Weight.DemiBold)
        self.face = QFontMetrics(font)
        self.text = self.value = self.about = self.source = 0

    def measure(self, hints: Sequence[Hint]) -> None:
        """Make room for these hints."""
        px, small = self.metrics.px, QFontMetrics(self.metrics.small_font)
        strong = QFontMetrics(self.strong)
        texts = [_width(strong, each.text) for each in hints]
        self.source = max((_width(small, each.source) for each in hints), default=0)
        self.value = max((_width(self.face, each.value) for each in hints), default=0)
        self.value = min(self.value, px(_TEXT_MOST_PX) // 2)
        beside = px(_ABOUT_PX if self.value else _WHOSE_PX)
        self.about = beside if any(each.about for each in hints) else 0
        room = px(_WIDEST_PX) - self.source - self.about - 2 * px(_GAP_PX)
        if self.value:
            room = px(_TEXT_MOST_PX)
        self.text = min(max(texts, default=0), room)

    def width(self) -> int:
        """Return how wide a line is where there is room for all of it."""
        parts = [each for each in (self.text, self.value, self.about, self.source) if each]
        gaps = self.metrics.px(_GAP_PX) * (len(parts) - 1)
        return sum(parts) + gaps + 2 * self.metrics.px(PADDING_X)


class _HintDelegate(QStyledItemDelegate):
    """Draws a hint: the text, its matched part strong; value; what it says; its source."""

    def __init__(self, columns: _Columns, view: QListWidget) -> None:
        super().__init__(view)
        self._columns = columns
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(0, self._columns.metrics.px(theme.ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        hint: Hint = index.data(_HINT)
        columns = self._columns
        px = columns.metrics.px
        rect = option_rect(option)
        painter.save()
        if index.row() == self._view.currentRow():
            painter.fillRect(rect, theme.colour("accent_ground"))
        elif option_state(option) & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("label"))
        inner = rect.adjusted(px(PADDING_X), 0, -px(PADDING_X), 0)
        source = QRect(inner)
        source.setLeft(inner.right() - columns.source)
        _write(painter, source, hint.source, columns.metrics.small_font, "soft_ink")
        inner.setRight(source.left() - px(_GAP_PX))
        text = QRect(inner)
        text.setWidth(min(columns.text, inner.width()))
        self._write_text(painter, text, hint)
        inner.setLeft(text.right() + px(_GAP_PX))
        if columns.value:
            value = QRect(inner)
            value.setWidth(min(columns.value, inner.width()))
            _write(painter, value, hint.value, columns.font, "ink")
            inner.setLeft(value.right() + px(_GAP_PX))
        if hint.about and inner.width() > 3 * columns.face.height():
            _write(painter, inner, hint.about, columns.font, "soft_ink")
        painter.restore()

    def _write_text(self, painter: QPainter, rect: QRect, hint: Hint) -> None:
        columns = self._columns
        elided = columns.face.elidedText(
            _flat(hint.text), Qt.TextElideMode.ElideRight, rect.width()
        )
        layout = QTextLayout(elided, columns.font)
        if hint.strong:
            look = QTextCharFormat()
            look.setFontWeight(QFont.Weight.DemiBold)
            look.setForeground(theme.colour("accent"))
            layout.setFormats([part(*span, look) for span in hint.strong])
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        painter.setPen(theme.colour("ink"))
        top = rect.top() + (rect.height() - line.height()) / 2
        layout.draw(painter, QPointF(rect.left(), top))


def _write(painter: QPainter, rect: QRect, text: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(theme.colour(colour))
    elided = QFontMetrics(font).elidedText(_flat(text), Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)


def _width(face: QFontMetrics, text: str) -> int:
    """Return how wide a text is drawn: its last letter may reach over its own width."""
    return face.horizontalAdvance(_flat(text)) + _OVERHANG_PX if text else 0


def _flat(text: str) -> str:
    """Return a text in one line, character for character."""
    return text.replace("\n", " ")


def _spoken(hint: Hint) -> str:
    return "，".join(filter(None, (hint.text, hint.value, hint.about, hint.source)))


def _told(hint: Hint) -> str:
    """Return the whole row that a hint would fill in, and where it stands."""
    suggestion = hint.suggestion
    where = f"{suggestion.project_name}（{suggestion.year}年）" if suggestion.project_name else ""
    rows = (
        (suggestion.level2, hint.text if hint.value else suggestion.name),
        ("指标描述", suggestion.description),
        ("确定依据", suggestion.basis),
        ("来源", where or hint.source),
    )
    return "\n".join(f"{name}：{text}" for name, text in rows if text)
