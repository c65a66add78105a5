"""What is to be done about the current finding: its sentence in full, the mend, the reason."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from perfdesk.models.review.finding import Severity
from perfdesk.ui.findings.finding_row import Column, FindingRow
from perfdesk.ui.findings.reason_field import ReasonField
from perfdesk.ui.look import theme
from perfdesk.ui.look.short_label import ShortLabel

_WIDE_PX = 620
_REASON_PX = 400
_ABOUT_PX = 130
_SIDE_PX, _GAP_PX, _BETWEEN_PX = 12, 16, 6
_MUST_BE_MENDED = "强制问题须改正后再送审，不能用说明代替。"


class Strip(QFrame):
    """Shows one finding below the list.

    `mend_wanted`, `mend_all_wanted` and `explanation_wanted` for its buttons, `answered(row,
    text)` when a reason was written or taken back, `left` when the reason's field was.
    """

    mend_wanted = Signal()
    mend_all_wanted = Signal()
    explanation_wanted = Signal()
    answered = Signal(object, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: FindingRow | None = None
        self._offered = ""
        self.setObjectName("strip")
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sentence.setAccessibleName("问题")
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.mend = self._button(self.mend_wanted)
        self.mend_all = self._button(self.mend_all_wanted)
        self.explain = self._button(self.explanation_wanted, flat=True)
        self.explain.setText("为什么")
        self.explain.setToolTip("解释这条规则（F1）")
        self.about = ShortLabel(self)
        self.about.setObjectName("soft")
        self.must = QLabel(_MUST_BE_MENDED, self)
        self.must.setObjectName("soft")
        self.must.setWordWrap(True)
        self.reason = ReasonField(self)
        self.take = self._button(None, flat=True)
        self.take.setText("沿用")
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._right = QWidget(self)
        self._lay_out()
        self.reason.committed.connect(self._answer)
        self.reason.done.connect(self.left)
        self.take.clicked.connect(self._take_offer)

    @property
    def row(self) -> FindingRow | None:
        """The finding it shows."""
        return self._row

    def show_row(self, row: FindingRow | None, alike: int) -> None:
        """Show a finding; `alike` is how many of its kind can be mended together."""
        if self._row is None or row is None or row.key != self._row.key:
            self.reason.commit()
            self._offer_nothing()
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        self.sentence.setText(row.finding.sentence)
        self.about.setText(f"{row.finding.rule} {row.rule.title} · 依据：{row.rule.source}")
        self.about.setToolTip(self.about.text())
        label = row.finding.fix.label if row.finding.fix and not row.answered else ""
        self.mend.setVisible(bool(label))
        self.mend.setText(label)
        self.mend.setToolTip(f"{label}（F7）")
        self.mend_all.setVisible(alike > 1)
        self.mend_all.setText(f"同类问题全部修改（{alike}）…")
        self.mend_all.setToolTip("先列出将要修改的内容（Shift+F7）")
        may_be_answered = row.finding.severity is not Severity.ERROR
        self.must.setVisible(not may_be_answered)
        self.reason.setVisible(may_be_answered)
        self.reason.show_text(row.text(Column.REASON) if may_be_answered else "")
        if row.answered:
            self._offer_nothing()
        self._fit_about()

    def show_offer(self, year: int, text: str) -> None:
        """Offer the reason of a past year."""
        if self._row and not self._row.answered:
            self._offered = text
            self.reason.suggest(f"{year}年的说明：{' '.join(text.split())}")
            self.take.setToolTip(f"把 {year} 年的说明填入：\n{text}")
            self.take.show()

    def write_reason(self) -> bool:
        """Go to the reason's field; tell whether the finding can be answered."""
        if not self.reason.isVisibleTo(self):
            return False
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.reason.selectAll()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _WIDE_PX
        way = QBoxLayout.Direction
        self._lines.setDirection(way.LeftToRight if wide else way.TopToBottom)
        self._right.setMaximumWidth(_REASON_PX if wide else 16_777_215)
        self._fit_about()

    def _fit_about(self) -> None:
        """Name rule and source where there is room for more than a letter of it."""
        wide = self.width() >= _WIDE_PX
        room = self.width() - 2 * _SIDE_PX - (self._right.width() + _GAP_PX if wide else 0)
        for button in (self.mend, self.mend_all, self.explain):
            if not button.isHidden():
                room -= button.sizeHint().width() + _BETWEEN_PX
        self.about.setVisible(room > _ABOUT_PX)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(_BETWEEN_PX)
        for widget in (self.mend, self.mend_all, self.about, self.explain):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.sentence)
        left.addLayout(buttons)
        left.addStretch(1)
        right = QHBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(4)
        right.addWidget(self.must, 1, Qt.AlignmentFlag.AlignTop)
        right.addWidget(self.reason, 1, Qt.AlignmentFlag.AlignTop)
        right.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        self._lines.setContentsMargins(_SIDE_PX, 8, _SIDE_PX, 8)
        self._lines.setSpacing(_GAP_PX)
        self._lines.addLayout(left, 3)
        self._lines.addWidget(self._right, 2)

    def _button(self, wanted: object, *, flat: bool = False) -> QPushButton:
        button = QPushButton(self)
        button.setFlat(flat)
        button.setAutoDefault(False)
        button.setObjectName("small")
        button.setFont(theme.font(theme.SMALL_PX + 1))
        if wanted is not None:
            button.clicked.connect(wanted)
        return button

    def _offer_nothing(self) -> None:
        self._offered = ""
        self.reason.suggest("")
        self.take.hide()

    def _take_offer(self) -> None:
        if self._row:
            self.answered.emit(self._row, self._offered)

    def _answer(self, text: str) -> None:
        if self._row:
            self.answered.emit(self._row, text)
