"""What the program takes of the machine's memory, where the system has to be asked."""

import sys
from contextlib import suppress


def give_back() -> None:
    """Return to the system what was needed for a moment; for any thread.

    The C library of Linux keeps it otherwise, for each thread that there was.
    """
    if sys.platform == "linux":
        import ctypes

        with suppress(AttributeError):  # not every C library can
            ctypes.CDLL(None).malloc_trim(0)
