"""The worksheets of a document as they will look: which cells, which texts, how high."""
