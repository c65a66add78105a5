"""Importing what was copied: files in a file manager, or a whole document out of Word or WPS."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from perfdesk.ui.actions import Entry, action
from perfdesk.ui.clipboard import files, raw
from perfdesk.ui.traffic.arrivals import Arrivals

_NAMES_SHOWN = 8


class CopiedActions(QObject):
    """Takes in what is on the clipboard; `told` says why there is nothing to take in."""

    told = Signal(str)

    def __init__(self, window: QWidget, arrivals: Arrivals) -> None:
        super().__init__(window)
        self._window = window
        self._arrivals = arrivals
        arrivals.window = window
        self.bring = action(
            window,
            Entry(
                "从剪贴板导入",
                self.take_in,
                "",
                "paste",
                "导入从 Word、WPS 或网页复制的整份绩效文本，或复制的文件",
            ),
        )

    def take_in(self) -> None:
        """Import the files that were copied, or the document."""
        if paths := files():
            if self._agreed([path.name for path in paths]):
                self._arrivals.bring(paths)
            return
        html, text = raw()
        if html or text.strip():
            self._arrivals.bring_copied(html, text)
        else:
            self.told.emit("剪贴板里没有可以导入的内容，请先复制整份绩效文本，或复制文件")

    def _agreed(self, names: list[str]) -> bool:
        box = QMessageBox(self._window)
        box.setWindowTitle("导入")
        box.setText(f"复制的是 {len(names)} 个文件，要导入吗？")
        more = ["……"] if len(names) > _NAMES_SHOWN else []
        box.setInformativeText("\n".join([*names[:_NAMES_SHOWN], *more]))
        agreed = box.addButton("导入", QMessageBox.ButtonRole.AcceptRole)
        box.setEscapeButton(box.addButton("不导入", QMessageBox.ButtonRole.RejectRole))
        box.setDefaultButton(agreed)
        box.exec()
        return box.clickedButton() is agreed
