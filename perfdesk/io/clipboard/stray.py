"""What of the copied belongs to no cell, and where it stood."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stray:
    """A copied text without a place here; `where` it stood is empty for a paragraph alone."""

    text: str
    where: str = ""


def spot_words(row: int, column: int, heading: str = "") -> str:
    """Return how a cell of the copied is called, rows and columns counted from 0."""
    return f"第{row + 1}行“{heading}”" if heading else f"第{row + 1}行第{column + 1}列"
