"""The official form as an office workbook, written and read back without loss.

Importing this package does not load openpyxl; writing does.
"""

from perfdesk.io.excel.reader import read_workbook
from perfdesk.io.excel.workbook import write_workbook

__all__ = ["read_workbook", "write_workbook"]
