"""The official form as an office workbook, written and read back without loss; check reports.

Importing this package does not load openpyxl; writing does.
"""

from perfdesk.io.excel.reader import read_workbook
from perfdesk.io.excel.report import says_report, write_report
from perfdesk.io.excel.workbook import write_workbook

__all__ = ["read_workbook", "says_report", "write_report", "write_workbook"]
