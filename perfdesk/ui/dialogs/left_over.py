"""Asks before a paste that leaves something out, or takes the place of what is there."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

_WIDTH_PX = 520
_MARGINS_PX = (24, 20, 24, 18)
_LINES_SHOWN = 8
_FIELD = Qt.ItemDataRole.UserRole
_LONGEST_SHOWN = 200


class LeftOverDialog(QDialog):
    """Lists texts that belong to no cell; the person keeps some elsewhere and pastes the rest.

    `places` are the fields that can take texts: the field and what it is called. A text put
    into one says so; `kept` tells which. All of them can be copied instead.
    """

    def __init__(
        self,
        texts: Sequence[str],
        places: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("粘贴")
        self.setMinimumWidth(_WIDTH_PX)
        self._texts = texts
        self._names = dict(places)
        words = QLabel(f"下面 {len(texts)} 处内容在表中没有对应的可填单元格，不会粘贴：")
        words.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName("不会粘贴的内容")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for text in texts:
            item = QListWidgetItem(_shown(text))
            item.setToolTip(text)
            self.list.addItem(item)
        height = self.list.sizeHintForRow(0) * min(len(texts), _LINES_SHOWN)
        self.list.setFixedHeight(height + 2 * self.list.frameWidth() + 4)
        buttons = QDialogButtonBox()
        self.agree = buttons.addButton("粘贴其余内容", QDialogButtonBox.ButtonRole.AcceptRole)
        self.agree.setDefault(True)
        buttons.addButton("不粘贴", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*_MARGINS_PX)
        column.addWidget(words)
        column.addWidget(self.list)
        column.addLayout(self._keeping())
        column.addSpacing(8)
        column.addWidget(buttons)
        self.agree.setFocus()

    def kept(self) -> Mapping[str, Sequence[str]]:
        """Return the texts that go into each field instead, in their order."""
        found: dict[str, list[str]] = {}
        for row, text in enumerate(self._texts):
            if field := self.list.item(row).data(_FIELD):
                found.setdefault(field, []).append(text)
        return found

    def _keeping(self) -> QHBoxLayout:
        """Return the row of what can be done with the texts chosen, or with all of them."""
        line = QHBoxLayout()
        line.addWidget(QLabel("选中的内容（不选为全部）可以："))
        for field, name in self._names.items():
            line.addWidget(_button(f"放入{name}", partial(self._put, field)))
        copy = _button("复制", self._copy)
        copy.setToolTip("复制到剪贴板，可以粘贴到其他地方")
        line.addWidget(copy)
        line.addStretch(1)
        return line

    def _rows(self) -> list[int]:
        chosen = sorted(index.row() for index in self.list.selectedIndexes())
        return chosen or list(range(len(self._texts)))

    def _put(self, field: str) -> None:
        """Put the chosen texts into a field; once more takes them out again."""
        items = [self.list.item(row) for row in self._rows()]
        back = all(item.data(_FIELD) == field for item in items)
        for row, item in zip(self._rows(), items, strict=True):
            item.setData(_FIELD, "" if back else field)
            into = "" if back else f"放入{self._names[field]}： "
            item.setText(into + _shown(self._texts[row]))
        self.agree.setDefault(True)  # whatever had the focus in between

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._texts[row] for row in self._rows()))


def what_to_keep(
    texts: Sequence[str], places: Sequence[tuple[str, str]], parent: QWidget
) -> Mapping[str, Sequence[str]] | None:
    """Ask what becomes of these texts; None where nothing shall be pasted at all.

    There is nothing to ask where there are none.
    """
    if not texts:
        return {}
    dialog = LeftOverDialog(texts, places, parent)
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    return dialog.kept() if agreed else None


def may_replace(name: str, parent: QWidget) -> bool:
    """Ask whether a pasted form may take the place of what a project says."""
    box = QMessageBox(parent)
    box.setWindowTitle("粘贴")
    box.setText(f"复制的是一张完整的绩效目标表。要用它替换“{name or '本项目'}”现有的内容吗？")
    box.setInformativeText("替换后可以用“撤销”恢复。")
    agreed = box.addButton("替换", QMessageBox.ButtonRole.AcceptRole)
    box.setEscapeButton(box.addButton("不粘贴", QMessageBox.ButtonRole.RejectRole))
    box.setDefaultButton(agreed)
    box.exec()
    return box.clickedButton() is agreed


def _button(text: str, does: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _: does())
    return button


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + "…"
