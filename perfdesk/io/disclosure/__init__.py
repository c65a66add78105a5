"""Published documents, in and out: blocks (paragraphs and table rows) <-> documents.

The text of a word processor's export gives the block stream now; whatever else gives one is
read by the same `read_blocks`.
"""

from perfdesk.io.disclosure.printed import in_print
from perfdesk.io.disclosure.reader import read_blocks, read_text
from perfdesk.io.disclosure.writer import write_text

__all__ = ["in_print", "read_blocks", "read_text", "write_text"]
