"""How many findings there are in what a node of the tree stands for."""

from perfdesk.models.document import Document
from perfdesk.models.review.counts import NOTHING, Counts
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.session import Session
from perfdesk.ui.tree.nodes import Key, Kind


class FindingCounts:
    """Asks the inspector, and adds up for units and years."""

    def __init__(self, session: Session, inspector: Inspector) -> None:
        self._session = session
        self._inspector = inspector
        self._years: dict[int, dict[str, Counts]] = {}
        session.changed.connect(self._forget)
        inspector.changed.connect(self._update)

    def of(self, key: Key) -> Counts:
        """Return the counts for a node; filtered away or not, all that belongs to it counts."""
        count = self._inspector.counts
        match key.kind:
            case Kind.PROJECT:
                return count(key.document_id, key.project_id)
            case Kind.STATEMENT:
                return count(key.document_id, "")
            case Kind.DEPARTMENT:
                return count(key.document_id)
            case Kind.UNIT:
                outline = self._session.find_outline(key.document_id)
                projects = outline.projects if outline else ()
                own = (each.id for each in projects if each.unit == key.unit)
                return Counts.of_all(count(key.document_id, each) for each in own)
            case Kind.YEAR:
                return Counts.of_all(self._of_year(key.year).values())
            case _:
                return NOTHING

    def _of_year(self, year: int) -> dict[str, Counts]:
        """Return the counts of a year's documents, which may be very many."""
        if year not in self._years:
            documents = (each.id for each in self._session.outlines if each.year == year)
            self._years[year] = {each: self._inspector.counts(each) for each in documents}
        return self._years[year]

    def _update(self, document_id: str) -> None:
        for documents in self._years.values():
            if document_id in documents:
                documents[document_id] = self._inspector.counts(document_id)

    def _forget(self, before: Document | None, after: Document | None) -> None:
        if before is None or after is None or before.year != after.year:
            self._years.clear()
