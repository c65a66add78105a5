"""Lasting ids: every row of a document keeps its own through edits, moves, saves and undo."""

import os


def new_id() -> str:
    """Return a fresh id: 16 hexadecimal digits, unique without asking anybody."""
    return os.urandom(8).hex()
