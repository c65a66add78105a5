"""PerfDesk: writes the performance documents of Chinese local governments, offline."""

__version__ = "0.1.0"
