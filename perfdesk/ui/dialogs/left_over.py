"""Asks before a paste that leaves something out, or takes the place of what is there."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
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

from perfdesk.io.clipboard.stray import Stray

_WIDTH_PX = 520
_MARGINS_PX = (24, 20, 24, 18)
_LINES_SHOWN = 8
_FIELD = Qt.ItemDataRole.UserRole
_LONGEST_SHOWN = 200
_LONGEST_TOLD = 60


class Over(Enum):
    """What becomes of filled cells that pasted rows would go over."""

    REPLACE = auto()
    ADD = auto()
    NOTHING = auto()


class LeftOverDialog(QDialog):
    """Lists texts that belong to no cell; the person keeps some elsewhere and pastes the rest.

    Each is shown with where it stood among the copied.
    `places` are the fields that can take texts: the field and what it is called. A text put
    into one says so; `kept` tells which. All of them can be copied instead.
    """

    def __init__(
        self,
        strays: Sequence[Stray],
        places: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("粘贴")
        self.setMinimumWidth(_WIDTH_PX)
        self._strays = strays
        self._names = dict(places)
        counted = "（行、列按复制的内容数）" if any(each.where for each in strays) else ""
        words = QLabel(f"下面 {len(strays)} 处内容在表中没有对应的可填单元格，不会粘贴{counted}：")
        words.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName("不会粘贴的内容")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for each in strays:
            item = QListWidgetItem(_shown(each))
            item.setToolTip(each.text)
            self.list.addItem(item)
        height = self.list.sizeHintForRow(0) * min(len(strays), _LINES_SHOWN)
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
        for row, stray in enumerate(self._strays):
            if field := self.list.item(row).data(_FIELD):
                found.setdefault(field, []).append(stray.text)
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
        return chosen or list(range(len(self._strays)))

    def _put(self, field: str) -> None:
        """Put the chosen texts into a field; once more takes them out again."""
        items = [self.list.item(row) for row in self._rows()]
        back = all(item.data(_FIELD) == field for item in items)
        for row, item in zip(self._rows(), items, strict=True):
            item.setData(_FIELD, "" if back else field)
            into = "" if back else f"放入{self._names[field]}： "
            item.setText(into + _shown(self._strays[row]))
        self.agree.setDefault(True)  # whatever had the focus in between

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(
            "\n".join(self._strays[row].text for row in self._rows())
        )


def what_to_keep(
    strays: Sequence[Stray], places: Sequence[tuple[str, str]], parent: QWidget
) -> Mapping[str, Sequence[str]] | None:
    """Ask what becomes of these texts; None where nothing shall be pasted at all.

    There is nothing to ask where there are none.
    """
    if not strays:
        return {}
    dialog = LeftOverDialog(strays, places, parent)
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


def what_to_replace(filled: Sequence[str], parent: QWidget, *, may_add: bool) -> Over:
    """Ask whether pasted rows may go over these filled cells, or are to be rows of their own.

    There is nothing to ask where there are none.
    """
    if not filled:
        return Over.REPLACE
    box = QMessageBox(parent)
    box.setWindowTitle("粘贴")
    box.setText(f"粘贴的行会替换 {len(filled)} 处已填的内容，要替换吗？")
    lines = [_short(each, _LONGEST_TOLD) for each in filled[:_LINES_SHOWN]]
    if len(filled) > _LINES_SHOWN:
        lines.append(f"……共 {len(filled)} 处")
    box.setInformativeText("\n".join(lines))
    replaces = box.addButton("替换", QMessageBox.ButtonRole.AcceptRole)
    adds = box.addButton("添加为新行", QMessageBox.ButtonRole.ActionRole) if may_add else None
    box.setEscapeButton(box.addButton("不粘贴", QMessageBox.ButtonRole.RejectRole))
    box.setDefaultButton(replaces)
    box.exec()
    clicked = box.clickedButton()
    if clicked is replaces:
        return Over.REPLACE
    return Over.ADD if adds and clicked is adds else Over.NOTHING


def _button(text: str, does: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _: does())
    return button


def _shown(stray: Stray) -> str:
    text = _short(stray.text, _LONGEST_SHOWN)
    return f"{stray.where}：{text}" if stray.where else text


def _short(text: str, longest: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
