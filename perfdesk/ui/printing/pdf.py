"""What fills pages as a PDF file, put in place whole."""

from pathlib import Path
from typing import Protocol

from PySide6.QtPrintSupport import QPrinter

from perfdesk.io.atomic import replace_file
from perfdesk.io.problem import Problem


class Drawing(Protocol):
    """What fills pages under a title, as a `PrintJob` does."""

    @property
    def title(self) -> str:
        """What the file says it is called."""
        ...

    def draw(self, printer: QPrinter) -> object:
        """Fill the pages of a printer."""
        ...


def write_pdf(drawing: Drawing, printer: QPrinter, path: Path) -> None:
    """Put a drawing into a PDF file, on the paper that the printer has, fonts embedded.

    Raises Problem where it cannot be written.
    """

    def write(beside: Path) -> None:
        beside.touch()  # what the disk refuses, it says here and not in Qt's log
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(beside))
        printer.setDocName(drawing.title)
        drawing.draw(printer)

    def verify(beside: Path) -> None:
        if not beside.read_bytes().rstrip().endswith(b"%%EOF"):
            raise Problem(f"“{path.name}”没有写完整，请检查磁盘空间后再试一次。")

    replace_file(path, write, verify)
