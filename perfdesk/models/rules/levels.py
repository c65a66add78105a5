"""Rules of 一级指标 and 二级指标: the names and the order that the year's form has."""

from collections.abc import Iterator

from perfdesk.models.change import Move, SetField, Together, indicators_of
from perfdesk.models.form import Form
from perfdesk.models.review.facts import ProjectFacts, RowFacts
from perfdesk.models.review.finding import Fix, Group
from perfdesk.models.review.rule import Hit, Text, project_rule
from perfdesk.models.review.sources import FORM

_LEVEL_WORDS = {"level1": "一级指标", "level2": "二级指标"}


def meant_level1(row: RowFacts) -> str:
    """Return what the form calls a row's first level, empty where that is not to be known."""
    form = row.project.setting.form
    if above := form.level_above(meant_level2(row)):
        return above.name
    if level := form.level(row.level1):
        return level.name
    levels = row.project.setting.words.levels
    alike = [each.name for each in form.levels if row.part in levels.kinds_of(each.name)]
    return alike[0] if len(alike) == 1 else ""


def meant_level2(row: RowFacts) -> str:
    """Return what the form calls a row's second level, empty where that is not to be known."""
    form = row.project.setting.form
    if row.level2 in form.level2_names:
        return row.level2
    if not row.level2:
        level = form.level(row.level1)
        return level.level2[0] if level and len(level.level2) == 1 else ""
    levels = row.project.setting.words.levels
    alike = [name for name in form.level2_names if row.dimension in levels.kinds_of(name)]
    return alike[0] if len(alike) == 1 else ""


@project_rule(
    "T06",
    Group.COMPLETE,
    Text(
        "一级、二级指标名称与表样不符",
        "系统按表样的名称归类指标，名称差一个字就导不进去。",
        "效果指标（上一版表样的名称）",
        "效益指标",
        FORM,
    ),
)
def unknown_level(project: ProjectFacts) -> Iterator[Hit]:
    """A level that the year's form does not have, or not above that second level.

    One hit for each wrong name in a project; its fix changes all rows that have it.
    """
    form = project.setting.form
    right = {(level.name, name) for level in form.levels for name in level.level2}
    wrong: dict[tuple[str, str, str], list[RowFacts]] = {}
    for row in project.rows:
        if (row.level1, row.level2) in right:
            continue
        first, second = meant_level1(row), meant_level2(row)
        if row.level1 != first or not first:
            wrong.setdefault(("level1", row.level1, first), []).append(row)
        if row.level2 != second or not second:
            wrong.setdefault(("level2", row.level2, second), []).append(row)
    for (field, _, meant), rows in wrong.items():
        fix = _renaming(field, meant, rows) if meant else None
        yield Hit(field, _said_of_level(form, field, rows, meant), fix, rows[0])


def _renaming(field: str, meant: str, rows: list[RowFacts]) -> Fix:
    changes = tuple(SetField(row.indicator.id, field, meant) for row in rows)
    if len(rows) == 1:
        return Fix(f"改为“{meant}”", changes[0])
    label = f"{len(rows)}行都改为“{meant}”"
    return Fix(label, Together(label, changes))


def _said_of_level(form: Form, field: str, rows: list[RowFacts], meant: str) -> str:
    row = rows[0]
    word, name = _LEVEL_WORDS[field], getattr(row, field)
    if not meant:
        level = form.level(row.level1)
        names = level.level2 if field == "level2" and level else form.level2_names
        choice = "、".join(names if field == "level2" else [each.name for each in form.levels])
        said = f"表样中没有“{name}”这个{word}" if name else f"{word}是空的"
        return f"{said}，请从{choice}中选择。"
    count = f"（共{len(rows)}行）" if len(rows) > 1 else ""
    if not name:
        return f"{word}是空的，应填“{meant}”{count}。"
    level = form.level(name) if field == "level1" else None
    if level and level.name != meant:
        return f"“{row.level2}”属于{meant}，不属于{name}，请改一级指标{count}。"
    return f"表样中的{word}没有“{name}”，应为“{meant}”{count}。"


@project_rule(
    "T07",
    Group.FITTING,
    Text(
        "指标顺序与表样不同",
        "表样的二级指标有固定顺序，按顺序排列便于审核和汇总。",
        "质量指标排在数量指标前面",
        "数量指标、质量指标、时效指标、成本指标……",
        FORM,
    ),
)
def out_of_order(project: ProjectFacts) -> Iterator[Hit]:
    """Rows in another order than the second levels have in a form that fixes it."""
    form = project.setting.form
    if not form.fixed_order:
        return
    order = {name: place for place, name in enumerate(form.level2_names)}
    places: list[int] = []
    first: RowFacts | None = None
    for row in project.rows:
        before = places[-1] if places else 0
        # A row that nobody can place goes with the one above it.
        place = order.get(row.level2, -1)
        places.append(place if place >= 0 else order.get(meant_level2(row), before))
        if first is None and places[-1] < before:
            first = row
    if first:
        above = form.level2_names[places[first.index - 1]]
        sentence = f"“{first.level2}”应排在“{above}”前面，请按表样的顺序排列。"
        yield Hit("level2", sentence, _sorting(project, places), first)


def _sorting(project: ProjectFacts, places: list[int]) -> Fix:
    """Return the mend that brings each row to the end in turn, so that they end up in order."""
    rows = sorted(project.rows, key=lambda row: places[row.index])
    grid = indicators_of(project.project.id)
    moves = tuple(Move(grid, frozenset({row.indicator.id}), len(rows)) for row in rows)
    return Fix("按表样的顺序排列", Together("按表样的顺序排列指标", moves))
