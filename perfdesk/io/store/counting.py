"""By which forms and rules the kept counts were made, to know when they are out of date."""

import zlib

from perfdesk import __version__
from perfdesk.io.forms import all_forms

_WAY = 2  # since what a blank form has already does not count
COUNTED_BY = "counted_by"
"""The key under which a store remembers it."""


def counted_by() -> str:
    """Return the mark of this program's forms and way of counting."""
    return f"{__version__} {_WAY} {zlib.crc32(repr(all_forms()).encode()):08x}"
