"""What the person should know after a workbook was read, and what could not be read at all."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from perfdesk.io.excel.merge.rows_merge import Changes
from perfdesk.io.excel.parts.grid import Grid, Oddity, Spot
from perfdesk.io.excel.visible.seen import Seen
from perfdesk.io.excel.visible.table import Table
from perfdesk.io.reading import Remark
from perfdesk.models.document import UnreadText

_MOST_NAMED = 12
_ODDITIES = {
    Oddity.LOST_DIGITS: "是超过15位的数字，后面的数字在表格中已经丢失，请按原始文件核对",
    Oddity.NO_RESULT: "的公式没有计算结果，请在 WPS 或 Excel 中打开、保存后再读入",
    Oddity.FAILED: "的公式计算出错，请核对",
    Oddity.FORMULA: "是公式，读入的是计算结果",
    Oddity.DATE: "是日期，按显示的文字读入，请核对",
    Oddity.HIDDEN: "在隐藏的行或列中，也已读入",
}


class Notes:
    """Gathers remarks and unread texts, worksheet by worksheet."""

    def __init__(self) -> None:
        self.remarks: list[Remark] = []
        self.unread: list[UnreadText] = []

    def say(self, sentence: str, sheet: str = "") -> None:
        """Add a remark on the workbook, or on one of its worksheets."""
        self.remarks.append(Remark(f"工作表“{sheet}”" if sheet else "", sentence))

    def oddities(self, grid: Grid) -> None:
        """Say what is odd about the cells of a worksheet."""
        if grid.hidden:
            self.say("这张工作表是隐藏的，也已读入，请确认是否需要。", grid.name)
        for oddity, sentence in _ODDITIES.items():
            if spots := grid.oddities.get(oddity):
                self.say(f"{cells(spots)} {sentence}。", grid.name)

    def changes(self, sheet: str, changes: Changes) -> None:
        """Say what was taken over from a worksheet that was changed after it was written."""
        parts = []
        if changes.cells:
            parts.append(f"采用了表格中修改过的内容：{cells(changes.cells)}")
        if changes.added:
            rows = "、".join(str(spot.row + 1) for spot in changes.added[:_MOST_NAMED])
            parts.append(f"新增 {len(changes.added)} 行（第 {rows} 行）")
        if changes.removed:
            parts.append(f"删除了 {changes.removed} 行")
        if parts:
            self.say("；".join(parts) + "。", sheet)

    def keep(self, sheet: str, seen: Iterable[Seen], reason: str) -> None:
        """Keep texts that have no place in the document as unread, and say so."""
        stray = sorted(seen, key=lambda each: each.spot)
        if not stray:
            return
        self.say(f"{cells([each.spot for each in stray])} {reason}，原文已另行保留。", sheet)
        for row, texts in groupby(stray, key=lambda each: each.spot.row):
            line = "\t".join(each.text for each in texts)
            self.unread.append(UnreadText(row + 1, f"工作表“{sheet}”第{row + 1}行：{line}"))

    def keep_sheet(self, table: Table, reason: str = "不是绩效目标表的内容，没有读入") -> None:
        """Keep a whole worksheet as unread, by default because it is none of ours."""
        texts = (Seen(text, spot) for spot, text in table.texts.items())
        self.keep(table.name, texts, reason)


def cells(spots: Sequence[Spot]) -> str:
    """Name cells, the first of them where there are many."""
    distinct = sorted(set(spots))
    named = "、".join(str(spot) for spot in distinct[:_MOST_NAMED])
    more = len(distinct) - _MOST_NAMED
    return f"{named} 等 {len(distinct)} 处" if more > 0 else named
