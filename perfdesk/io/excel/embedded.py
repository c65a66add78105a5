"""The document that a workbook carries in a hidden worksheet, so that nothing gets lost.

Row 1 names the form of what follows and its check sum. The rows below are JSON, cut into
pieces that fit a cell: the document as in an interchange file, the form that its worksheets
were drawn from, and each one's name and fingerprint, by which one that nobody changed is known
even where that form is not. It is spelled in plain ASCII, so that no program finds an escape,
a number or a line end in it to change.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from perfdesk.io.excel.pages.names import EMBEDDED as SHEET
from perfdesk.io.excel.pages.page import Page
from perfdesk.io.excel.parts.grid import Spot
from perfdesk.io.interchange import from_plain, to_plain
from perfdesk.io.problem import Problem
from perfdesk.models.document import Document

__all__ = ["SHEET", "Drawn", "Kept", "embedded_texts", "fingerprint", "kept_in"]
_KIND = "PerfDesk workbook "
_HEADER = _KIND + "1 sha256:"
_PIECE = 32_000
_FINGERPRINT_BYTES = 8


@dataclass(frozen=True, slots=True)
class Drawn:
    """A worksheet as it was drawn: its name, and the fingerprint of what it showed."""

    name: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What a workbook carries: the document, the form and the worksheets drawn from it.

    The worksheets are the statement's, the overview's and one for each project.
    """

    document: Document
    form_id: str
    drawn: tuple[Drawn, ...]


def embedded_texts(document: Document, form_id: str, pages: Iterable[Page]) -> list[str]:
    """Return the texts for the hidden worksheet, one for each row."""
    sheets = [
        [page.name, fingerprint({Spot(cell.row, cell.column): cell.text for cell in page.cells})]
        for page in pages
    ]
    kept = {"form": form_id, "sheets": sheets, "document": to_plain(document)}
    plain = json.dumps(kept, separators=(",", ":"))
    plain = plain.replace("_", r"\u005f").replace(" ", r"\u0020")
    pieces = [plain[start : start + _PIECE] for start in range(0, len(plain), _PIECE)]
    return [_HEADER + _check_sum(plain), *pieces]


def kept_in(texts: Sequence[str]) -> Kept | None:
    """Return what the hidden worksheet holds, None where it is not whole.

    Raises Problem where a newer program wrote it.
    """
    header = texts[0] if texts else ""
    if header.startswith(_KIND) and not header.startswith(_HEADER):
        raise Problem("由更新版本的程序写成，请先升级本程序再打开。")
    plain = "".join(texts[1:])
    if header != _HEADER + _check_sum(plain):
        return None
    kept = json.loads(plain)
    drawn = tuple(Drawn(*each) for each in kept["sheets"])
    return Kept(from_plain(kept["document"]), kept["form"], drawn)


def fingerprint(texts: Mapping[Spot, str]) -> str:
    """Return what tells apart two worksheets that show anything else; outer blanks do not count."""
    lines = (f"{spot}\t{text.strip()}" for spot, text in sorted(texts.items()) if text.strip())
    shown = "\n".join(lines)
    return hashlib.blake2b(shown.encode(), digest_size=_FINGERPRINT_BYTES).hexdigest()


def _check_sum(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
