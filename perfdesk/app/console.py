"""What a batch job says: results, sentences for people, and the code it leaves with."""

import io
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window has no remarks to tell before it shows
    from pathlib import Path

    from perfdesk.io.reading import Remark

DONE, NOT_ALL_WELL, NOT_DONE, INTERRUPTED = 0, 1, 2, 130


def be_utf8() -> None:
    """Have both streams speak UTF-8 and never fail on a character, whatever the console."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # pythonw has none
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def answer(text: str) -> None:
    """Write a part of the result. Raises BrokenPipeError where nobody reads it any more."""
    if sys.stdout is not None:
        sys.stdout.write(text)
        sys.stdout.flush()


def tell(sentence: str) -> None:
    """Tell the person something that is no part of the result."""
    if sys.stderr is not None:
        sys.stderr.write(sentence + "\n")
        sys.stderr.flush()


def tell_remarks(path: "Path", remarks: "Iterable[Remark]") -> None:
    """Tell the person what was noticed about a file."""
    for remark in remarks:
        tell(f"“{path.name}”{remark.place}：{remark.sentence}")
