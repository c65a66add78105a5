"""A block of cells on its way between programs: texts, and which cells are merged."""

from collections.abc import Collection, Iterator, Sequence
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
    """Rows of equally many texts; of merged cells only the first has one.

    `notes` are sentences for the person: what of the copied did not come along, or came damaged.
    """

    texts: Texts
    merges: tuple[Merge, ...] = ()
    notes: tuple[str, ...] = ()

    @classmethod
    def stacked(cls, blocks: "Sequence[Block]") -> "Block":
        """Put blocks one below the other, the narrower ones filled up with empty cells."""
        width = max(block.width for block in blocks)
        texts: list[tuple[str, ...]] = []
        merges: list[Merge] = []
        notes = dict.fromkeys(note for block in blocks for note in block.notes)
        for block in blocks:
            merges += (replace(merge, row=merge.row + len(texts)) for merge in block.merges)
            texts += (row + ("",) * (width - block.width) for row in block.texts)
        return cls(tuple(texts), tuple(merges), tuple(notes))

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.texts[0]) if self.texts else 0

    def without(self, rows: Collection[int], columns: Collection[int]) -> "Block":
        """Return the block without some rows and columns; what was merged over them shrinks.

        The text of a merged cell moves to the first of its cells that stays.
        """
        texts = [list(row) for row in self.texts]
        merges: list[Merge] = []
        for merge in self.merges:
            down = [r for r in range(merge.row, merge.row + merge.rows) if r not in rows]
            whole = range(merge.column, merge.column + merge.columns)
            across = [c for c in whole if c not in columns]
            if not (down and across):
                continue
            texts[down[0]][across[0]] = self.texts[merge.row][merge.column]
            if len(down) * len(across) > 1:
                above = sum(r < down[0] for r in set(rows))
                before = sum(c < across[0] for c in set(columns))
                row, column = down[0] - above, across[0] - before
                merges.append(Merge(row, column, len(down), len(across)))
        kept = (row for number, row in enumerate(texts) if number not in rows)
        return replace(
            self,
            texts=tuple(
                tuple(text for number, text in enumerate(row) if number not in columns)
                for row in kept
            ),
            merges=tuple(merges),
        )

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
