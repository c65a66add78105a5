"""How many findings there are in what a node of the tree stands for."""

from perfdesk.models.review.counts import NOTHING, Counts
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.session import Session
from perfdesk.ui.tree.nodes import Key, Kind


class FindingCounts:
    """Asks the inspector, and adds up for units and years."""

    def __init__(self, session: Session, inspector: Inspector) -> None:
        self._session = session
        self._inspector = inspector

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
                documents = (e.id for e in self._session.outlines if e.year == key.year)
                return Counts.of_all(count(each) for each in documents)
            case _:
                return NOTHING
