"""What would keep a form from being laid out, for forms that come from outside."""

from collections.abc import Iterator, Sequence
from itertools import chain

from perfdesk.models.form import HEAD_FIELDS, INDICATOR_FIELDS, Form
from perfdesk.models.review.book_flaw import Changes, flaws_of_rules

_NEEDED_COLUMNS = ("level1", "level2", "name", "value")
_FEWEST_COLUMNS = 3
"""The line below the title has the unit in all columns but two, and 单位：万元 in those."""


def flaw(form: Form, standard: Changes) -> str:
    """Return the first thing that is wrong with a form, as half a Chinese sentence, or empty.

    `standard` is the rule book that the form may change.
    """
    return next(chain(_flaws(form), flaws_of_rules(form.rules, standard)), "")


def _flaws(form: Form) -> Iterator[str]:
    if form.last_year and form.last_year < form.first_year:
        yield "last_year 早于 first_year"
    if len(form.widths) < _FEWEST_COLUMNS or min(form.widths) <= 0:
        yield f"widths 至少要有 {_FEWEST_COLUMNS} 列，且都大于 0"
    yield from _flaws_of_cells(form)
    yield from _flaws_of_rows(form)
    yield from _flaws_of_grid(form)
    yield from _flaws_of_levels(form)
    yield from _flaws_of_wording(form)
    for field in form.optional:
        if field not in (*HEAD_FIELDS, *INDICATOR_FIELDS):
            yield f"optional 中的“{field}”不是字段"


def _flaws_of_cells(form: Form) -> Iterator[str]:
    cells = [cell for row in form.head for cell in row]
    for cell in cells:
        if bool(cell.label) == bool(cell.field):
            yield "head 的每一格应有 label 或 field 之一"
        if cell.field and cell.field not in HEAD_FIELDS:
            yield f"head 中的“{cell.field}”不是字段"
        if cell.columns < 1 or cell.rows < 1:
            yield "head 中的 columns、rows 应大于 0"
    yield from _doubles("head", [cell.field for cell in cells if cell.field])


def _flaws_of_rows(form: Form) -> Iterator[str]:
    """Yield what keeps the cells of the head from tiling its rows."""
    hanging = [0] * len(form.widths)  # how many rows further down each column is covered
    for number, row in enumerate(form.head, 1):
        free = [at for at, rows in enumerate(hanging) if not rows]
        if sum(cell.columns for cell in row) != len(free):
            yield f"head 第 {number} 行的各格合起来不是 {len(form.widths)} 列"
            return
        for cell in row:
            taken, free = free[: cell.columns], free[cell.columns :]
            if taken[-1] - taken[0] != cell.columns - 1:
                yield f"head 第 {number} 行有一格被上面的格隔断"
            for at in taken:
                hanging[at] = cell.rows
        hanging = [max(0, rows - 1) for rows in hanging]
    if any(hanging):
        yield "head 中有一格伸到了最后一行以下"


def _flaws_of_grid(form: Form) -> Iterator[str]:
    fields = [column.field for column in form.grid]
    for field in fields:
        if field not in INDICATOR_FIELDS:
            yield f"grid 中的“{field}”不是字段"
    yield from _doubles("grid", fields)
    for field in _NEEDED_COLUMNS:
        if field not in fields:
            yield f"grid 中缺少“{field}”"
    columns = [column.columns for column in form.grid]
    if min(columns, default=0) < 1 or sum(columns) != len(form.widths):
        yield f"grid 的各列合起来不是 {len(form.widths)} 列"


def _flaws_of_levels(form: Form) -> Iterator[str]:
    if not form.levels or not all(level.level2 for level in form.levels):
        yield "levels 中的一级指标至少要有一个，每个至少要有一个二级指标"
    yield from _doubles("levels", [level.name for level in form.levels])
    yield from _doubles("levels", form.level2_names)


def _flaws_of_wording(form: Form) -> Iterator[str]:
    title = form.wording.project_title
    if title.count("{name}") != 1 or set(title.replace("{name}", "")) & set("{}"):
        yield "wording.project_title 中应有一处 {name}"
    for key in ("project_number", "goal_number", "subgoal_number"):
        if not set(getattr(form.wording, key)) & set("1一"):
            yield f"wording.{key} 中应有 1 或 一"


def _doubles(where: str, names: Sequence[str]) -> Iterator[str]:
    for name in names:
        if names.count(name) > 1:
            yield f"{where} 中的“{name}”出现了两次"
