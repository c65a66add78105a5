"""The lines of a text on the statement's paper, set as far apart as print sets them."""

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

_LINE_HEIGHT_PERCENT = 125


def space_lines(document: QTextDocument, margin: float, letters: int) -> None:
    """Set all lines apart, with a margin around them; `letters` is how high those are, in px."""
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    spaced = QTextBlockFormat()
    kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
    spaced.setLineHeight(_LINE_HEIGHT_PERCENT, kind.value)
    cursor.mergeBlockFormat(spaced)
    document.setDocumentMargin(margin)
    frame = document.rootFrame().frameFormat()
    below = letters * (_LINE_HEIGHT_PERCENT - 100) / 100
    frame.setBottomMargin(max(0.0, margin - below))
    document.rootFrame().setFrameFormat(frame)
