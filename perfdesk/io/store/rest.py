"""What a sketch of a store left out, read at once as soon as any of it is needed."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Lock

from perfdesk.io.store.glance import Glance
from perfdesk.models.outline import ProjectOutline


class Rest:
    """The projects of all documents of a store, for any thread; read when first asked for.

    Raises Problem where the store cannot be read any more.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._known: Mapping[str, Sequence[ProjectOutline]] | None = None

    def projects(self, document_id: str) -> tuple[ProjectOutline, ...]:
        """Return the projects of a document."""
        return tuple(self.read().get(document_id, ()))

    def read(self) -> Mapping[str, Sequence[ProjectOutline]]:
        """Return the projects of all documents by the documents' ids."""
        with self._lock:
            if self._known is None:
                with Glance(self._path) as glance:
                    self._known = {each.id: each.projects for each in glance.outline()}
            return self._known
