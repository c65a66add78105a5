"""Which printer and paper was used last, kept between two starts."""

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from perfdesk.ui.settings import Settings

_MARGIN_MM = 15.0
_MILLIMETER = QPageLayout.Unit.Millimeter
_ACROSS, _UPRIGHT = "across", "upright"


class Paper:
    """Remembers printer, size and margins, and which way paper lies for wide and narrow forms."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def printer(self, *, wide: bool) -> QPrinter:
        """Return a printer that is set up as the last time; A4 the first time."""
        name, size, margins = (*self._settings.texts("paper"), "", "", "")[:3]
        info = QPrinterInfo.printerInfo(name) if name else QPrinterInfo.defaultPrinter()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if not info.isNull():
            printer.setPrinterName(info.printerName())
        known = {each.name: each for each in QPageSize.PageSizeId}
        way = next(iter(self._settings.texts(_key(wide=wide))), _ACROSS if wide else _UPRIGHT)
        orientation = QPageLayout.Orientation
        layout = QPageLayout(
            QPageSize(known.get(size, QPageSize.PageSizeId.A4)),
            orientation.Landscape if way == _ACROSS else orientation.Portrait,
            _margins(margins),
            _MILLIMETER,
        )
        printer.setPageLayout(layout)
        return printer

    def remember(self, printer: QPrinter, *, wide: bool) -> None:
        """Keep what was chosen."""
        layout = printer.pageLayout()
        margins = layout.margins(_MILLIMETER)
        sides = (margins.left(), margins.top(), margins.right(), margins.bottom())
        words = " ".join(f"{side:.1f}" for side in sides)
        size = layout.pageSize().id().name
        self._settings.set_texts("paper", [printer.printerName(), size, words])
        across = layout.orientation() == QPageLayout.Orientation.Landscape
        self._settings.set_texts(_key(wide=wide), [_ACROSS if across else _UPRIGHT])


def _key(*, wide: bool) -> str:
    return f"paper-{'wide' if wide else 'narrow'}"


def _margins(words: str) -> QMarginsF:
    """Read four millimetres; what is none of them gives the margins of the first time."""
    try:
        left, top, right, bottom = map(float, words.split())
    except ValueError:
        return QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    return QMarginsF(left, top, right, bottom)
