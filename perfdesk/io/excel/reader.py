"""Reads a workbook: ours back without loss, and any other that holds the official form."""

from collections.abc import Sequence
from pathlib import Path

from perfdesk.io.excel.embedded import SHEET, Kept, kept_in
from perfdesk.io.excel.merge.document_merge import DocumentMerge
from perfdesk.io.excel.notes import Notes
from perfdesk.io.excel.parts.grid import Grid
from perfdesk.io.excel.parts.workbook_reader import read_grids
from perfdesk.io.excel.visible.visible_document import VisibleDocument
from perfdesk.io.problem import Problem
from perfdesk.io.reading import Reading


def read_workbook(path: Path) -> Reading:
    """Read the document that a workbook holds.

    One that this program wrote gives the document back exactly, with what was changed in it
    since; of another one, what its worksheets show. Raises Problem where it is no workbook, or
    none with the official form.
    """
    grids = read_grids(path)
    notes = Notes()
    visible = [grid for grid in grids if grid.name != SHEET]
    kept = _kept(path, [grid for grid in grids if grid.name == SHEET], notes)
    if kept is not None:
        document = DocumentMerge(kept, notes).merge(visible)
        return Reading(document, tuple(notes.remarks))
    found = VisibleDocument(notes).read(visible)
    if found is None:
        raise Problem(
            f"“{path.name}”中没有找到绩效目标表。请确认文件，表中应有“一级指标”“三级指标”等栏目。"
        )
    return Reading(found, tuple(notes.remarks))


def _kept(path: Path, hidden: Sequence[Grid], notes: Notes) -> Kept | None:
    """Return what the workbook carries, None where there is nothing or it is not whole."""
    if not hidden:
        return None
    spots = sorted(hidden[0].texts)
    try:
        kept = kept_in([hidden[0].texts[spot] for spot in spots])
    except Problem as problem:
        raise Problem(f"无法读取“{path.name}”：{problem}") from problem
    if kept is None:
        notes.say("文件内附的数据不完整，已按各工作表中看得见的内容读入，请核对。")
    return kept
