"""A block of cells on its way between programs: texts, and which cells are merged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

Texts = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells that are one: `rows` × `columns` of them from (`row`, `column`), counted from 0."""

    row: int
    column: int
    rows: int
    columns: int

    def cells(self) -> Iterator[tuple[int, int]]:
        """Yield the row and column of every cell in it."""
        for row in range(self.row, self.row + self.rows):
            for column in range(self.column, self.column + self.columns):
                yield row, column


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of equally many texts; of merged cells only the first has one."""

    texts: Texts
    merges: tuple[Merge, ...] = ()

    @classmethod
    def stacked(cls, blocks: "Sequence[Block]") -> "Block":
        """Put blocks one below the other, the narrower ones filled up with empty cells."""
        width = max(block.width for block in blocks)
        texts: list[tuple[str, ...]] = []
        merges: list[Merge] = []
        for block in blocks:
            merges += (replace(merge, row=merge.row + len(texts)) for merge in block.merges)
            texts += (row + ("",) * (width - block.width) for row in block.texts)
        return cls(tuple(texts), tuple(merges))

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.texts[0]) if self.texts else 0

    def spread_down(self) -> Texts:
        """Return the texts with that of a cell merged downwards in each of its rows."""
        texts = [list(row) for row in self.texts]
        for merge in self.merges:
            for row in range(merge.row, merge.row + merge.rows):
                texts[row][merge.column] = self.texts[merge.row][merge.column]
        return tuple(map(tuple, texts))

    def covered(self) -> frozenset[tuple[int, int]]:
        """Return the cells that only go on with the one they are merged with."""
        return frozenset(
            cell
            for merge in self.merges
            for cell in merge.cells()
            if cell != (merge.row, merge.column)
        )
