"""Says above the page what became of a text that was being typed when the program ended."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from perfdesk.models.draft import Draft, Fate
from perfdesk.ui.look import theme
from perfdesk.ui.look.icons import icon
from perfdesk.ui.look.short_label import ShortLabel

_MARGINS_PX = (16, 5, 12, 5)
_ICON_PX = 16
_BEGINNING = 24
_WHY = {
    Fate.CHANGED_SINCE: "这一格后来改过，没有自动放回",
    Fate.SUBMITTED: "这份文本已上报，没有放回",
    Fate.GONE: "这一处已不在文本中，没有放回",
}
_MAY_GO_BACK = (Fate.GOES_BACK, Fate.CHANGED_SINCE)


class DraftNotice(QFrame):
    """One line: a draft that was put back, or one that is offered, with what can be done with it.

    `put_wanted` from its button, `dismissed` when the person is done with it.
    """

    put_wanted = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.offering = False
        """Whether what it shows was not put back."""
        self._text = ""
        sign = QLabel()
        sign.setPixmap(icon("history").pixmap(_ICON_PX, _ICON_PX))
        self._words = ShortLabel(self)
        self._words.setAccessibleName("没有填完的内容")
        self._put = self._button("放入", "放入原来的一格，可以撤销")
        self._copy = self._button("复制", "复制这段内容，可以粘贴到任何地方")
        self._done = self._button("知道了", "")
        self._put.clicked.connect(self.put_wanted)
        self._copy.clicked.connect(lambda: QApplication.clipboard().setText(self._text))
        self._done.clicked.connect(self.dismissed)
        line = QHBoxLayout(self)
        line.setContentsMargins(*_MARGINS_PX)
        line.setSpacing(theme.RADIUS_PX + 4)
        line.addWidget(sign)
        line.addWidget(self._words, 1)
        for button in (self._put, self._copy, self._done):
            line.addWidget(button)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def say_put_back(self, draft: Draft) -> None:
        """Say that a draft stands in its cell again."""
        self._say(draft, f"上次没有填完的内容已放回：{draft.name}，按 Ctrl+Z 可以撤销")
        self._show(offering=False, may_go_back=False)

    def offer(self, draft: Draft, becomes: Fate, more: int) -> None:
        """Offer a draft that was not put back; `more` wait behind it."""
        begun = " ".join(draft.text.split())
        begun = begun if len(begun) <= _BEGINNING else f"{begun[:_BEGINNING]}…"
        when = datetime.fromisoformat(draft.at)
        words = f"{when:%m月%d日 %H:%M} 没有填完的内容：{draft.name}“{begun}”"
        for part in (_WHY.get(becomes, ""), f"还有 {more} 处" if more else ""):
            words += f" · {part}" if part else ""
        self._say(draft, words)
        self._show(offering=True, may_go_back=becomes in _MAY_GO_BACK)

    def _say(self, draft: Draft, words: str) -> None:
        self._text = draft.text
        self._words.setText(words)
        self._words.setToolTip(f"{words}\n\n{draft.text}")

    def _show(self, *, offering: bool, may_go_back: bool) -> None:
        self.offering = offering
        self._put.setVisible(may_go_back)
        self._copy.setVisible(offering)
        self._done.setText("不需要了" if offering else "知道了")
        self._done.setToolTip("不再保留这段内容" if offering else "收起这一行")
        self.show()

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName("small")
        button.setToolTip(tip)
        return button
