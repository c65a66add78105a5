"""A check report into a file that others can open, print and send back."""

from collections.abc import Callable
from pathlib import Path

from perfdesk.io.atomic import replace_file
from perfdesk.io.problem import Problem
from perfdesk.models.review.report import Report

ENDING = ".xlsx"
"""The ending of the file that a report is written to."""


def write_report_file(report: Report, path: Path, check: Callable[[], None] = lambda: None) -> None:
    """Write a report to a workbook.

    The file is read back and compared before it takes the place of the one that was there;
    `check` is called between the steps, and what it raises leaves that one as it was. Raises
    Problem naming the file.
    """
    if path.suffix.lower() != ENDING:
        raise Problem(f"审核报告是 Excel 表格，“{path.name}”应以 {ENDING} 结尾。")
    from perfdesk.io.excel import says_report, write_report

    def verify(beside: Path) -> None:
        check()
        if not says_report(beside, report):
            raise Problem(
                f"“{path.name}”没有写入：写后核对与审核结果不一致，原有文件未改动，请换一个位置。"
            )
        check()

    replace_file(path, lambda beside: write_report(report, beside), verify)
