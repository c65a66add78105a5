"""A preview of what would be printed, from where it can be printed."""

from collections.abc import Callable

from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QComboBox, QWidget

_SHARE = 0.9
_ZOOM_PX = 110


def show_preview(
    window: QWidget, printer: QPrinter, title: str, draw: Callable[[QPrinter], object]
) -> None:
    """Show what `draw` paints on a printer, until the person has seen enough.

    The preview is gone a little later than it is closed, and does not keep its printer.
    """
    dialog = QPrintPreviewDialog(printer, window)
    dialog.setWindowTitle(f"打印预览 - {title}")
    dialog.resize(window.size() * _SHARE)
    for box in dialog.findChildren(QComboBox):  # the zoom, cut off by our padding
        box.setMinimumWidth(_ZOOM_PX)
        box.setAccessibleName("显示比例")
    dialog.paintRequested.connect(draw)
    dialog.exec()
    dialog.deleteLater()
