"""Says quietly above a page that its document was handed in, and offers to open it again."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from perfdesk.models.document import Submission
from perfdesk.models.years.submit import submission_words
from perfdesk.ui.look import theme
from perfdesk.ui.look.icons import icon
from perfdesk.ui.look.short_label import ShortLabel

_MARGINS_PX = (16, 5, 12, 5)
_ICON_PX = 16
_CALLING_MS = 2500


class SubmittedBanner(QFrame):
    """One line: who handed the document in and when; `reopen_wanted` from its button."""

    reopen_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        lock = QLabel()
        lock.setPixmap(icon("lock").pixmap(_ICON_PX, _ICON_PX))
        self._words = ShortLabel(self)
        self._words.setAccessibleName("上报情况")
        self._reopen = QPushButton("重新打开")
        self._reopen.setObjectName("small")
        self._reopen.setToolTip("取消上报标记，可以继续修改")
        self._reopen.clicked.connect(self.reopen_wanted)
        self._calm = QTimer(self, singleShot=True, interval=_CALLING_MS)
        self._calm.timeout.connect(lambda: self._look(calling=False))
        line = QHBoxLayout(self)
        line.setContentsMargins(*_MARGINS_PX)
        line.setSpacing(theme.RADIUS_PX + 4)
        line.addWidget(lock)
        line.addWidget(self._words, 1)
        line.addWidget(self._reopen)

    def show_submission(self, submission: Submission | None) -> None:
        """Show who and when; nothing at all for None."""
        self.setVisible(submission is not None)
        if submission:
            words = f"已上报 · {submission_words(submission)} · 只能查看"
            self._words.setText(words)
            self._words.setToolTip(words)

    def call(self) -> None:
        """Stand out for a moment: something was tried that a document handed in does not take."""
        self._look(calling=True)
        self._calm.start()

    def _look(self, *, calling: bool) -> None:
        self.setProperty("calling", calling)
        self.style().unpolish(self)
        self.style().polish(self)
