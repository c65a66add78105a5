"""Says above the page what became of a text that was being typed when the program ended."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
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

    `put_wanted` from its button, `seen` when what was put back is no news any more, `dismissed`
    when the person has no need for what is offered; `told` carries a sentence.
    """

    put_wanted = Signal()
    seen = Signal()
    dismissed = Signal()
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._text = ""
        sign = QLabel()
        sign.setPixmap(icon("history").pixmap(_ICON_PX, _ICON_PX))
        self._words = ShortLabel(self)
        self._words.setAccessibleName("没有填完的内容")
        self._seen = self._button("知道了", "收起这一行")
        self._dismiss = self._button("不需要了", "不再保留这段内容")
        self._copy = self._button("复制", "复制这段内容，可以粘贴到任何地方")
        self._put = self._button("放入", "放入原来的一格，可以撤销")
        self._seen.clicked.connect(self.seen)
        self._dismiss.clicked.connect(self.dismissed)
        self._copy.clicked.connect(self._copy_text)
        self._put.clicked.connect(self.put_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(*_MARGINS_PX)
        line.setSpacing(theme.RADIUS_PX + 4)
        line.addWidget(sign)
        line.addWidget(self._words, 1)
        # Whoever clicks twice on what puts one away must not throw the next away.
        for button in (self._dismiss, self._copy, self._put, self._seen):
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
        parts = (
            f"{when:%m月%d日 %H:%M} 没有填完的内容：{draft.name}",
            _WHY.get(becomes, ""),
            f"另有 {more} 处" if more else "",
            f"“{begun}”",
        )
        self._say(draft, " · ".join(filter(None, parts)))
        self._show(offering=True, may_go_back=becomes in _MAY_GO_BACK)

    def _say(self, draft: Draft, words: str) -> None:
        self._text = draft.text
        self._words.setText(words)
        self._words.setToolTip(f"{words}\n\n{draft.text}")

    def _show(self, *, offering: bool, may_go_back: bool) -> None:
        self._seen.setVisible(not offering)
        self._dismiss.setVisible(offering)
        self._copy.setVisible(offering)
        self._put.setVisible(may_go_back)
        self.show()

    def _copy_text(self) -> None:
        QApplication.clipboard().setText(self._text)
        self.told.emit("已复制，可以粘贴到其他地方")

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName("small")
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves one where one writes
        return button
