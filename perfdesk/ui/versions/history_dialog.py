"""版本记录: the versions of a document, what differs since then, and the way back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from perfdesk.io.versions import Shelf, Version
from perfdesk.models.document import Document
from perfdesk.models.form import Form
from perfdesk.models.versions.difference import Fate, PartDifference, differences
from perfdesk.ui.lists.plain_list import PlainList
from perfdesk.ui.look import theme
from perfdesk.ui.versions.reading import Reading

_SIZE = (1080, 640)
_MARGINS_PX = (20, 16, 20, 16)
_LIST_PX, _REST_PX = 440, 640
_PARTS_PX, _CELLS_PX = 180, 300
_NONE_YET = "还没有保存过版本。在“文件”菜单选“保存版本”，可以随时留一份底。"
_MOST_NAMED = 3


class HistoryDialog(QDialog):
    """Lists versions, newest first; `ask` returns the one that is to be restored, read."""

    def __init__(
        self, form: Form, now: Document, shelf: Shelf, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._form = form
        self._now = now
        self._versions = shelf.versions
        self._read: dict[Path, Document | str] = {}
        self._parts: Sequence[PartDifference] = ()
        self.setWindowTitle("版本记录")
        self.resize(*_SIZE)
        self.list = PlainList("版本", ("时间", "名称", "项目", "大小"), (146, 150, 56), self)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setFont(theme.font(theme.TEXT_PX, bold=True))
        self.said.setAccessibleName("与现在相比")
        self.parts = PlainList("有变化的项目", ("项目", "情况", "处数"), (330, 100), self)
        self.cells = PlainList("变化的内容", ("位置", "当时", "现在"), (230, 190), self)
        self.foreign = QLabel(_foreign(shelf.foreign), self)
        self.foreign.setObjectName("soft")
        self.foreign.setWordWrap(True)
        self.foreign.setVisible(bool(shelf.foreign))
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.restore = buttons.addButton("恢复此版本", role.AcceptRole)
        self.restore.setToolTip("整份文本恢复为当时的内容，可以撤销")
        look = buttons.addButton("打开文件夹", role.HelpRole)
        look.setVisible(folder.is_dir())
        look.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        buttons.addButton("关闭", role.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self._reading = Reading(self._versions, self)
        self._begin()

    def ask(self) -> tuple[Version, Document] | None:
        """Show the dialog and wait; return the version to go back to, None where there is none."""
        agreed = self.exec() == QDialog.DialogCode.Accepted
        self._reading.end()
        chosen = self._chosen() if agreed else None
        self.deleteLater()
        return chosen

    def _chosen(self) -> tuple[Version, Document] | None:
        row = self.list.row
        document = self._read.get(self._versions[row].path) if row >= 0 else None
        return (self._versions[row], document) if isinstance(document, Document) else None

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        below = QSplitter(Qt.Orientation.Vertical, self)
        below.addWidget(self.parts)
        below.addWidget(self.cells)
        below.setSizes([_PARTS_PX, _CELLS_PX])
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(12, 0, 0, 0)
        column.addWidget(self.said)
        column.addWidget(below, 1)
        across = QSplitter(Qt.Orientation.Horizontal, self)
        across.addWidget(self.list)
        across.addWidget(right)
        across.setSizes([_LIST_PX, _REST_PX])
        for splitter in (below, across):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*_MARGINS_PX)
        whole.setSpacing(10)
        whole.addWidget(across, 1)
        whole.addWidget(self.foreign)
        whole.addWidget(buttons)

    def _begin(self) -> None:
        """List the versions by what their files' names tell, and have the files read."""
        for version in self._versions:
            when = version.saved_at.strftime("%Y-%m-%d %H:%M:%S")
            self.list.add(when, version.name, "…", _size(version.size))
        self.list.currentItemChanged.connect(lambda *_: self._show_version())
        self.parts.currentItemChanged.connect(lambda *_: self._show_part())
        self._reading.read.connect(self._take)
        self._reading.start()
        self.list.pick(0)
        self._show_version()

    def _take(self, path: Path, read: Document | str) -> None:
        self._read[path] = read
        row = next(at for at, version in enumerate(self._versions) if version.path == path)
        item = self.list.topLevelItem(row)
        if item:
            item.setText(2, str(len(read.projects)) if isinstance(read, Document) else "✕")
            if isinstance(read, str):
                item.setToolTip(2, read)
        if row == self.list.row:
            self._show_version()

    def _show_version(self) -> None:
        """Say how the chosen version differs from what there is now."""
        row = self.list.row
        read = self._read.get(self._versions[row].path) if row >= 0 else None
        self.parts.clear()
        self.cells.clear()
        self._parts = ()
        if isinstance(read, Document):
            self._parts = differences(self._form, read, self._now)
            self.said.setText(_said(self._parts))
            for part in self._parts:
                self.parts.add(part.name, part.fate.value, str(len(part.cells) or ""))
            self.parts.pick(0)
        else:
            self.said.setText(read or ("正在读取…" if row >= 0 else _NONE_YET))
        self.restore.setEnabled(bool(self._parts))

    def _show_part(self) -> None:
        self.cells.clear()
        row = self.parts.row
        if 0 <= row < len(self._parts):
            for cell in self._parts[row].cells:
                self.cells.add(cell.place, cell.past or "（空）", cell.now or "（空）")


def _said(parts: Sequence[PartDifference]) -> str:
    if not parts:
        return "与现在的内容完全相同。"
    words = []
    for fate in Fate:
        alike = [part for part in parts if part.fate is fate]
        if alike:
            words.append(f"{fate.value} {len(alike)} 项")
    total = sum(len(part.cells) for part in parts)
    return f"与现在相比：{'，'.join(words)}，共 {total} 处不同"


def _foreign(names: Sequence[str]) -> str:
    """Say quietly that some files in the folder are none of ours."""
    shown = "、".join(f"“{name}”" for name in names[:_MOST_NAMED])
    more = f"等 {len(names)} 个文件" if len(names) > _MOST_NAMED else ""
    return f"文件夹中的{shown}{more}不是版本文件，未列出。"


def _size(size: int) -> str:
    return f"{max(1, round(size / 1024))} KB"
