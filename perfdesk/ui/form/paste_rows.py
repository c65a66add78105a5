"""Rows of the grid pasted: each where its levels stand, or one by one from where one is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from perfdesk.io.clipboard.block import Texts
from perfdesk.io.clipboard.stray import Stray, spot_words
from perfdesk.io.excel.pasted import PastedForm
from perfdesk.models.change import Change, Together
from perfdesk.models.document import Content, Document
from perfdesk.models.form import Form
from perfdesk.models.placing import Placed, Placing
from perfdesk.models.project import Indicator, Project
from perfdesk.models.sheet import Place, indicator_text
from perfdesk.models.value import IndicatorValue
from perfdesk.ui.form.edits import content_of, fill_places
from perfdesk.ui.form.rows import insert, row_beside
from perfdesk.ui.form.wording import place_name

_LABEL = "粘贴"
LEVELS = ("level1", "level2")


@dataclass(frozen=True, slots=True)
class Coming:
    """Rows that were copied, and the fields that their columns stand for.

    `levelled` where they say their levels; `left_over` are the texts in other columns.
    """

    rows: tuple[Indicator, ...]
    fields: frozenset[str]
    levelled: bool
    left_over: tuple[Stray, ...] = ()


@dataclass(frozen=True, slots=True)
class RowsPasted:
    """What pasting rows comes to: a change, if any, and the rows that were filled in, in order.

    `places` are the cells that took something; `by_level` where the rows did not just go from
    where one is downwards.
    """

    change: Change | None
    row_ids: tuple[str, ...]
    places: frozenset[Place]
    by_level: bool
    added: int


def with_headings(form: Form, pasted: PastedForm) -> Coming:
    """Return rows that came below their headings."""
    rows = tuple(typed_row(form, row) for row in pasted.project.indicators)
    levelled = any(row.level1 or row.level2 for row in rows)
    return Coming(rows, pasted.columns, levelled, pasted.left_over)


def typed_row(form: Form, row: Indicator) -> Indicator:
    """Return a row with its value in the form's spelling, as if it had been typed."""
    return replace(row, value=IndicatorValue.typed(row.value.text, form.wording.percent))


def without_headings(
    form: Form, placing: Placing, standing: Sequence[Indicator], texts: Texts, names: Sequence[str]
) -> Coming | None:
    """Return rows whose columns stand for the fields `names`; None where they say no level.

    `standing` are the rows that they are pasted on. A column without a name is one that a
    merged cell goes on over.
    """
    rows: list[Indicator] = []
    left_over: list[Stray] = []
    level1 = level2 = ""
    for number, line in enumerate(texts):
        said = {name: text.strip() for name, text in zip(names, line, strict=False)}
        left_over += [
            Stray(text, spot_words(number, at))
            for at, text in enumerate(line)
            if text.strip() and (at >= len(names) or not names[at])
        ]
        if said.get("level1") and said["level1"] != level1:
            level1, level2 = said["level1"], ""
        level2 = said.get("level2") or level2
        value = IndicatorValue.typed(said.get("value", ""), form.wording.percent)
        name, description, basis = (said.get(f, "") for f in ("name", "description", "basis"))
        rows.append(Indicator(level1, level2, name, description, value, basis))
    if not any(placing.knows(row, standing) for row in rows):
        return None
    if "level1" not in names and standing:
        level1 = standing[0].level1
        rows = [row if placing.named(row).level1 else replace(row, level1=level1) for row in rows]
    return Coming(tuple(rows), frozenset(filter(None, names)), True, tuple(left_over))


def paste_rows(
    form: Form, project: Project, placing: Placing, coming: Coming, first: int, *, over: bool
) -> RowsPasted:
    """Return what pasting rows comes to, with the first row at index `first` of the grid.

    Rows that do not say their levels go from there on downwards, and so do those whose levels
    are the same there. Others go where their levels stand; `over` rows of the same name, or
    over nothing.
    """
    rows = project.indicators
    if not coming.levelled or (over and placing.fits(coming.rows, rows, first)):
        return _downwards(form, project, placing, coming, first)
    placed = placing.placed(rows, coming.rows, over=over)
    return _by_level(form, project, coming, placed)


def overwritten(form: Form, project: Project, change: Change | None) -> list[str]:
    """Return in words what a change puts in the place of what was filled in, levels apart."""
    if change is None:
        return []
    (after,) = change.apply(Document(projects=(project,))).projects
    now = {row.id: row for row in after.indicators}
    return [
        f"{place_name(form, project, Place(row.id, name))}：{was} → {becomes or '空'}"
        for row in project.indicators
        for name in (column.field for column in form.grid if column.field not in LEVELS)
        if (was := indicator_text(row, name)).strip() and row.id in now
        if (becomes := indicator_text(now[row.id], name)) != was
    ]


def _downwards(
    form: Form, project: Project, placing: Placing, coming: Coming, first: int
) -> RowsPasted:
    count = len(project.indicators)
    behind = coming.rows[max(0, count - first) :]
    beside = row_beside(project, count - 1)
    added = [
        Indicator(level.level1, level.level2)
        for level in (placing.named(row) if coming.levelled else beside for row in behind)
    ]
    grown = replace(project, indicators=(*project.indicators, *added))
    targets = grown.indicators[first : first + len(coming.rows)]
    contents = {
        Place(target.id, name): content_of(row, name)
        for target, row in zip(targets, coming.rows, strict=True)
        for name in coming.fields.difference(LEVELS)
    }
    change = fill_places(form, grown, contents, _LABEL)
    if added:
        more = (change,) if change else ()
        change = Together(_LABEL, (insert(project, count, added), *more))
    ids = tuple(target.id for target in targets)
    return RowsPasted(change, ids, frozenset(contents), by_level=False, added=len(added))


def _by_level(form: Form, project: Project, coming: Coming, placed: Sequence[Placed]) -> RowsPasted:
    standing = {row.id: row for row in project.indicators}
    contents: dict[Place, Content] = {}
    inserts: list[Change] = []
    for each in placed:
        if each.index is not None:
            inserts.append(insert(project, each.index, [each.row]))
            continue
        for name in coming.fields.union(LEVELS):
            content = content_of(each.row, name)
            wanted = name not in LEVELS or not content_of(standing[each.row.id], name)
            if wanted and content not in ("", IndicatorValue()):
                contents[Place(each.row.id, name)] = content
    filled = fill_places(form, project, contents, _LABEL)
    changes = (*([filled] if filled else []), *inserts)
    ids = tuple(each.row.id for each in placed)
    change = Together(_LABEL, changes) if changes else None
    return RowsPasted(change, ids, frozenset(contents), by_level=True, added=len(inserts))
