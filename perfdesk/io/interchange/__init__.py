"""The interchange file: the one machine-readable form of a document (JSON), both ways.

What the file looks like is published in `resources/schema/perfdesk-1.schema.json`. Texts are
taken and written exactly as they are; row ids stay inside the program.
"""

from perfdesk.io.interchange.reader import from_plain, read_document
from perfdesk.io.interchange.writer import FORMAT, VERSION, to_plain, write_document

__all__ = ["FORMAT", "VERSION", "from_plain", "read_document", "to_plain", "write_document"]
