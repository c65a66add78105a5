"""A rule explained beside the list, to be read, selected and copied."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

from perfdesk.models.review.rule import Rule
from perfdesk.ui.look import theme
from perfdesk.ui.look.icon_button import icon_button
from perfdesk.ui.rule_text import rule_html

WIDTH_PX = 360


class Explanation(QWidget):
    """Shows one rule; its text can be selected and copied. `close_wanted` by its button."""

    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Rule, str] | None = None
        title = QLabel("规则说明", self)
        title.setFont(theme.font(bold=True))
        close = icon_button("close", "关闭规则说明（F1）", self)
        close.clicked.connect(self.close_wanted)
        self.text = QTextBrowser(self)
        self.text.setObjectName("field")
        self.text.setAccessibleName("规则说明")
        self.text.document().setDocumentMargin(0)
        head = QHBoxLayout()
        head.setContentsMargins(12, 5, 8, 2)
        head.addWidget(title, 1)
        head.addWidget(close)
        body = QVBoxLayout()
        body.setContentsMargins(12, 0, 8, 8)
        body.addWidget(self.text)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(body)

    def show_rule(self, rule: Rule, level: str) -> None:
        """Explain a rule; `level` says how severe it is and who set that."""
        if (rule, level) != self._shown:
            self._shown = (rule, level)
            self._write()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()

    def _write(self) -> None:
        if self._shown:
            self.text.setHtml(rule_html(*self._shown))
