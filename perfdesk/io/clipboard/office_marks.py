"""What office programs say about a text in their HTML beyond HTML itself, read from attributes.

Source: fragments that Excel, Word, WPS 表格, WPS 文字 and LibreOffice put on the clipboard.
"""

import re
from typing import NamedTuple

_HIDDEN = re.compile(r"display:\s*none|mso-hide:\s*all")
_PREFORMATTED = re.compile(r"white-space:\s*pre")
_TABS = re.compile(r"mso-tab-count:\s*(\d+)")
_BLANKS = re.compile(r"mso-spacerun:")
_LIST_MARK = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_NOT_MERGED = re.compile(r"mso-ignore:\s*(?:colspan|rowspan)")
_ROWS_MEANT = re.compile(r"mso-xlrowspan:\s*(\d+)")
_SYMBOLS = re.compile(r"font-family:\s*[\"']?(wingdings|symbol)\b", re.IGNORECASE)
_MOST_TABS = 9
_MOST_ROWS_MEANT = 1_000
_SILENT = {"style", "script", "head", "title", "xml", "template", "noscript"}
# What the characters of symbol fonts look like: the bullets that Word and WPS offer.
_LOOKS = {
    "wingdings": str.maketrans("lnuvpqtüØ§¨Ÿ", "●■◆❖□❑⧫✓➢▪◻•"),
    "symbol": str.maketrans("·", "•"),
}
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")


class Manner(NamedTuple):
    """How text is to be read within an element, and within all those around it."""

    hidden: bool = False
    preformatted: bool = False
    is_tab: bool = False
    keeps_blanks: bool = False
    is_list_mark: bool = False
    filler: bool = False
    raised: bool = False
    symbols: str = ""

    def within(self, tag: str, style: str) -> "Manner":
        """Return how text is read in an element that stands in this one."""
        if not style and tag not in _SPEAKING:
            return self
        symbols = _SYMBOLS.search(style)
        return Manner(
            self.hidden or tag in _SILENT or bool(_HIDDEN.search(style)),
            self.preformatted or tag == "pre" or bool(_PREFORMATTED.search(style)),
            self.is_tab or tab_count(style) > 0,
            self.keeps_blanks or bool(_BLANKS.search(style)),
            self.is_list_mark or bool(_LIST_MARK.search(style)),
            self.filler or tag == "o:p",
            self.raised or tag == "sup",
            symbols[1].lower() if symbols else "" if "font" in style else self.symbols,
        )

    def looks(self, text: str) -> str:
        """Return a text with the characters that it shows in its font."""
        if self.symbols:
            text = text.translate(_LOOKS[self.symbols])
        return text.translate(_RAISED) if self.raised else text


_SPEAKING = _SILENT | {"pre", "o:p", "sup"}


def tab_count(style: str) -> int:
    """Return how many tabs an element stands for, 0 for any other element."""
    found = _TABS.search(style)
    return min(int(found[1]), _MOST_TABS) if found else 0


def is_hidden(style: str) -> bool:
    """Tell whether nobody sees an element."""
    return bool(_HIDDEN.search(style))


def is_preformatted(style: str) -> bool:
    """Tell whether blanks and line breaks of an element are shown as they are."""
    return bool(_PREFORMATTED.search(style))


def spans_for_looks(style: str) -> bool:
    """Tell whether a cell spans others only to show its text over them: Excel merges none."""
    return bool(_NOT_MERGED.search(style))


def rows_meant(style: str) -> int:
    """Return how many empty rows of the worksheet a row of the table stands for."""
    found = _ROWS_MEANT.search(style)
    return min(max(int(found[1]), 1), _MOST_ROWS_MEANT) if found else 1
