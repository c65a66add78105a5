"""What stands in the panel in place of a list without findings."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class Nothing(QWidget):
    """Says why there is nothing; `all_wanted` where filters hide everything."""

    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel(self)
        self._words.setObjectName("soft")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._all = QPushButton("显示全部", self)
        self._all.setFlat(True)
        self._all.setAutoDefault(False)
        self._all.clicked.connect(self.all_wanted)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def say(self, *, listed: bool, somewhere: bool) -> None:
        """Say that all is well, that filters hide what is `listed`, or that one is nowhere."""
        if listed:
            self._words.setText("没有符合筛选条件的问题")
        else:
            self._words.setText("✓ 没有发现问题" if somewhere else "请先在左侧选择一份文本")
        self._all.setVisible(listed)
