"""取用: taking cells, rows or all of a project over from the same one in a past year."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from perfdesk.models.change import (
    Change,
    Insert,
    Remove,
    SetField,
    Together,
    indicators_of,
)
from perfdesk.models.document import Content
from perfdesk.models.form import HEAD_FIELDS
from perfdesk.models.project import Indicator, Project
from perfdesk.models.sheet import Place
from perfdesk.models.value import IndicatorValue
from perfdesk.models.years.carry import YearStep
from perfdesk.models.years.mark import MarkCarried

_IN_GRID = ("name", "description", "value", "basis")
_OWN = ("code", "name")
_HEAD = tuple(field for field in HEAD_FIELDS if field not in _OWN)


@dataclass(frozen=True, slots=True)
class Taking:
    """What a project can take over from a past one, on the way that `step` goes.

    Rows are the same where their names are, apart from the year; of several, those under the
    same second level. Empty cells of the past are never taken, nor is its code, and each change
    is None where there is nothing to take. Cells that are taken one by one count as looked at;
    those of a row or a project that is taken whole are marked, to be looked at.
    """

    step: YearStep
    project: Project
    past: Project

    def past_row(self, row: Indicator) -> Indicator | None:
        """Return the past row that is the same as one of the project's, or None."""
        return _same(self.past.indicators, row.level2, row.name, self.step.text)

    def own_row(self, past: Indicator) -> Indicator | None:
        """Return the project's row that is the same as a past one, or None."""
        return _same(self.project.indicators, past.level2, self.step.text(past.name), str)

    def cells(self, places: Iterable[Place]) -> Change | None:
        """Return the change that fills these places of the project with their past content."""
        head = self.step.project(self.past)
        rows = {row.id: row for row in self.project.indicators}
        changes: list[Change] = []
        for place in places:
            source: Project | Indicator | None = head if place.row_id == self.project.id else None
            if row := rows.get(place.row_id):
                found = self.past_row(row)
                source = self.step.indicator(found) if found else None
            if source and (content := _content(source, place.field)):
                changes.append(SetField(place.row_id, place.field, content))
        return taken(self.step, changes)

    def rows(self, past_rows: Sequence[Indicator]) -> Change | None:
        """Return the change that takes whole rows: filled in where there is one, else added."""
        changes: list[Change] = []
        standing = list(self.project.indicators)
        for past in past_rows:
            moved = self.step.indicator(past)
            if own := self.own_row(past):
                changes += _filled_in(own.id, moved, _IN_GRID)
            else:
                index = _behind(standing, moved)
                standing.insert(index, moved)
                changes.append(Insert(indicators_of(self.project.id), index, (moved,)))
        return taken(self.step, changes)

    def everything(self) -> Change | None:
        """Return the change that makes the project say what the past one says.

        Its code, name and unit stay; its rows go.
        """
        moved = self.step.project(self.past)
        changes: list[Change] = [*_filled_in(self.project.id, moved, _HEAD)]
        if moved.indicators:
            rows = indicators_of(self.project.id)
            gone = frozenset(row.id for row in self.project.indicators)
            changes += [Remove(rows, gone), Insert(rows, 0, moved.indicators)]
        return taken(self.step, changes)

    @property
    def replaced(self) -> int:
        """How many cells that are filled in `everything` would fill otherwise, or take away."""
        moved = self.step.project(self.past)
        head = sum(
            _content(moved, field) is not None
            and _content(self.project, field) not in (None, _content(moved, field))
            for field in _HEAD
        )
        rows = self.project.indicators if moved.indicators else ()
        return head + sum(_content(row, field) is not None for row in rows for field in _IN_GRID)


def taken(step: YearStep, changes: Sequence[Change]) -> Change | None:
    """Return changes that take something over as one, None where there are none."""
    label = f"取用{step.year_before}年内容"
    return Together(label, tuple(changes)) if changes else None


def _same(
    rows: Iterable[Indicator], level2: str, name: str, told: Callable[[str], str]
) -> Indicator | None:
    same = [row for row in rows if told(row.name).strip() == name.strip() != ""]
    return next((row for row in same if row.level2 == level2), same[0] if same else None)


def _behind(rows: Sequence[Indicator], row: Indicator) -> int:
    """Return the index behind the last row of the same second level, else of the first level."""
    for field in ("level2", "level1"):
        alike = [at for at, each in enumerate(rows) if getattr(each, field) == getattr(row, field)]
        if alike:
            return alike[-1] + 1
    return len(rows)


def _filled_in(
    row_id: str, moved: Project | Indicator, fields: Iterable[str]
) -> Iterator[SetField | MarkCarried]:
    """Yield the changes that give a row all that another says in some fields, and mark that."""
    contents = {field: content for field in fields if (content := _content(moved, field))}
    yield from (SetField(row_id, field, content) for field, content in contents.items())
    if marked := moved.carried & contents.keys():
        yield MarkCarried(row_id, marked)


def _content(row: Project | Indicator, field: str) -> Content | None:
    """Return what stands in a field, None where nothing does."""
    name, _, inner = field.partition(".")
    content: Content = getattr(getattr(row, name), inner) if inner else getattr(row, name)
    empty = not content.text if isinstance(content, IndicatorValue) else not content
    return None if empty else content
