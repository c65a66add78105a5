"""Names for worksheets: recognisable, allowed by Excel, and no two alike."""

import re
from collections.abc import Iterable

from perfdesk.models.form import Form
from perfdesk.models.numbering import numbered

STATEMENT = "整体绩效目标"
OVERVIEW = "项目汇总"
REPORT = "审核报告"
EMBEDDED = "PerfDesk"
_LONGEST = 31
# Full-width twins in place of what Excel forbids, so that a name still reads the same.
_TWINS = str.maketrans("[]:*?/\\", "［］：＊？／＼")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")


def sheet_names(form: Form, project_names: Iterable[str]) -> list[str]:
    """Return a worksheet name for each project: its number and as much of its name as fits.

    The numbers keep them apart; a project without a name is called 项目1 and so on.
    """
    style = form.wording.project_number.translate(_TWINS)
    return [_sheet_name(style, number, name) for number, name in enumerate(project_names, 1)]


def _sheet_name(style: str, number: int, name: str) -> str:
    name = _UNPRINTABLE.sub(" ", name).translate(_TWINS).strip().rstrip("'")
    whole = numbered(style, number) + name if name else f"项目{number}"
    while len(whole.encode("utf-16-le")) > 2 * _LONGEST:
        whole = whole[:-1]
    return whole.rstrip(" '")
