"""来自上年: marking what was brought over as a whole, and is still to be looked at."""

from dataclasses import dataclass, replace

from perfdesk.models.carried import carried_fields
from perfdesk.models.change import with_row
from perfdesk.models.document import Document
from perfdesk.models.project import Indicator, Project


@dataclass(frozen=True, slots=True)
class MarkCarried:
    """Know fields of a row, or of part one itself where `row_id` is empty, as of last year."""

    row_id: str
    fields: frozenset[str]

    @property
    def label(self) -> str:
        """What undo and redo call it."""
        return "标为待核对"

    def apply(self, document: Document) -> Document:
        """Return the document with the fields marked. Raises KeyError where the row is gone."""
        if not self.row_id:
            part_one = document.statement
            marked = replace(part_one, carried=carried_fields(part_one.carried | self.fields))
            return replace(document, statement=marked)
        row = next((each for each in document.rows() if each.id == self.row_id), None)
        if row is None:
            raise KeyError(self.row_id)
        fields = carried_fields(row.carried | self.fields)
        if isinstance(row, Project | Indicator):
            return with_row(document, replace(row, carried=fields, carried_from=""))
        return with_row(document, replace(row, carried=fields))
