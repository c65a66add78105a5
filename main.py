"""Starts PerfDesk from a checkout."""

import sys

from perfdesk.app import main

if __name__ == "__main__":
    sys.exit(main())
