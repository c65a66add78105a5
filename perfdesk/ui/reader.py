"""What reads documents that nobody has opened, for whoever needs them in a thread of its own."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol

from perfdesk.models.document import Document


class Reader(Protocol):
    """Whoever reads documents as they are stored, in the thread that opened it."""

    def load(self, document_id: str) -> Document:
        """Return a whole document. Raises KeyError where there is none, Problem as stores do."""
        ...


OpenReader = Callable[[], AbstractContextManager[Reader]]
