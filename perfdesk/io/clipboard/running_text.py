"""A text as a browser would show it: blanks folded, paragraphs and breaks on lines of their own."""

import re

from perfdesk.io.clipboard.office_marks import Manner

_FOLDED = re.compile(r"[ \t\r\n\f]+")
_FOLDED_BREAKS = re.compile(r"[ \t]*[\r\n\f][ \t\r\n\f]*")
_LINE_END = re.compile(r"\r\n?|\n")
_BLANKS = " \t\xa0"
# They stand for themselves until blanks are folded: a tab, a blank that does not fold, and one
# of which an office program says that it is one.
_TAB, _HARD_BLANK, _SURE_BLANK = "\ue000", "\ue001", "\ue002"
_AS_SHOWN = str.maketrans({_TAB: "\t", _HARD_BLANK: " ", _SURE_BLANK: " "})


class RunningText:
    """Collects what stands in a cell, or outside tables, line by line."""

    def __init__(self, *, preformatted: bool = False, keeps_blanks: bool = False) -> None:
        self._preformatted = preformatted
        self._keeps_blanks = keeps_blanks
        self._lines: list[str] = []
        self._line: list[str] = []
        self._begun = False
        self._has_text = False
        self._ends_with_break = False

    def add(self, text: str, manner: Manner) -> None:
        """Add a text that stands in elements of some manner."""
        blank = not text.strip(_BLANKS + "\r\n\f")
        if manner.is_tab or (manner.filler and blank):
            self._begun |= manner.filler  # an empty paragraph is an empty line
            return
        if manner.is_list_mark:
            text = text.strip(_BLANKS + "\r\n\f")
        text = manner.looks(text)
        if manner.keeps_blanks and blank and ("\xa0" in text or "\n" not in text):
            text = _FOLDED_BREAKS.sub(" ", text)
            self._put(text.replace(" ", _SURE_BLANK).replace("\xa0", _SURE_BLANK))
        elif self._preformatted or manner.preformatted:
            first, *others = _LINE_END.split(text)
            self._put(first.replace("\t", _TAB).replace(" ", _SURE_BLANK))
            for line in others:
                self.break_line()
                self._put(line.replace("\t", _TAB).replace(" ", _SURE_BLANK))
        elif self._keeps_blanks:
            text = _FOLDED_BREAKS.sub("\r", text).replace(" ", _SURE_BLANK)
            self._put(text.replace("\t", _TAB).replace("\r", " "))
        else:
            self._put(_FOLDED.sub(" ", text))

    def add_tabs(self, count: int) -> None:
        """Add tabs, which folding leaves alone."""
        self._put(_TAB * count)

    def add_number(self, number: str) -> None:
        """Begin a line with the number of a list's item; the item's paragraph goes on with it."""
        if self._begun or "".join(self._line).strip(" "):
            self._end_line()
        self._line.append(number)

    def part(self) -> None:
        """Begin or end a paragraph: what follows stands on a line of its own."""
        if self._begun:
            self._end_line()

    def break_line(self) -> None:
        """End the line, also where nothing stands on it."""
        self._end_line()
        self._ends_with_break = True

    def lines(self) -> list[str]:
        """Return the lines as they are shown."""
        self.part()
        return [line.translate(_AS_SHOWN) for line in self._lines]

    def text(self, *, last_break_counts: bool) -> str:
        """Return the lines as one text.

        A break at the very end shows nothing on a page; in a cell of a worksheet it counts.
        """
        ends_with_break = self._ends_with_break and not self._begun
        lines = self.lines()
        return "\n".join([*lines, ""] if ends_with_break and last_break_counts else lines)

    @property
    def has_text(self) -> bool:
        """Whether anything but blanks and breaks was added."""
        return self._has_text

    def _put(self, text: str) -> None:
        if not text:
            return
        self._line.append(text.replace("\xa0", _HARD_BLANK))
        if not self._begun or not self._has_text:
            shown = bool(text.strip(" "))
            self._begun |= shown
            self._has_text |= bool(text.strip(_BLANKS + _HARD_BLANK))
        self._ends_with_break &= not self._begun

    def _end_line(self) -> None:
        line = re.sub(" {2,}", " ", "".join(self._line)).strip(" ")
        # A single hard blank is how programs keep an empty paragraph or cell open.
        self._lines.append("" if line == _HARD_BLANK else line)
        self._line.clear()
        self._begun = False
        self._ends_with_break = False
