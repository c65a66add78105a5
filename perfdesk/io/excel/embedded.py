"""The document that a workbook carries in a hidden worksheet, so that nothing gets lost.

Row 1 names the form of what follows and its check sum, the rows below are the interchange
file, cut into pieces that fit a cell. It is spelled in plain ASCII, so that no program finds
an escape, a number or a line end in it to change.
"""

import hashlib
import json
from collections.abc import Sequence

from perfdesk.io.excel.pages.names import EMBEDDED as SHEET
from perfdesk.io.interchange import read_document, to_plain
from perfdesk.models.document import Document

__all__ = ["SHEET", "embedded_document", "embedded_texts"]
_HEADER = "PerfDesk interchange 1 sha256:"
_PIECE = 32_000


def embedded_texts(document: Document) -> list[str]:
    """Return the texts for the hidden worksheet, one for each row."""
    plain = json.dumps(to_plain(document), separators=(",", ":"))
    plain = plain.replace("_", r"\u005f").replace(" ", r"\u0020")
    pieces = [plain[start : start + _PIECE] for start in range(0, len(plain), _PIECE)]
    return [_HEADER + _check_sum(plain), *pieces]


def embedded_document(texts: Sequence[str]) -> Document | None:
    """Return the document out of the hidden worksheet, None where it is not whole."""
    if not texts or not texts[0].startswith(_HEADER):
        return None
    plain = "".join(texts[1:])
    if texts[0] != _HEADER + _check_sum(plain):
        return None
    return read_document(plain)


def _check_sum(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
