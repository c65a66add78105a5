"""Rows that come from elsewhere brought to where their levels stand in a grid."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from perfdesk.models.form import Form
from perfdesk.models.project import Indicator
from perfdesk.models.suggest.beginning import place_for, says
from perfdesk.models.suggest.levels import Levels


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a row goes: into a row that stands there, or in as a new one.

    `row` has the levels as the form calls them; its id is that of the row that takes it.
    `index` is where it is put in when all before it are in, None where the row stands there.
    """

    row: Indicator
    index: int | None = None


class Placing:
    """Knows levels that a form calls otherwise, 质量 for 质量指标, and brings rows to them."""

    def __init__(self, form: Form, levels: Levels) -> None:
        self._form = form
        self._levels = levels
        self._names = lru_cache(self._named)  # the same few levels come again and again

    def knows(self, row: Indicator, rows: Sequence[Indicator]) -> bool:
        """Whether the levels of a row are some of the form's, or of rows that stand there."""
        named = self.named(row)
        if self._form.level(named.level1):
            return True
        return any(self._group(named) == self._group(each) for each in rows if each.level2)

    def named(self, row: Indicator) -> Indicator:
        """Return a row with its levels as the form calls them, as far as it has them."""
        level1, level2 = self._names(row.level1, row.level2)
        return replace(row, level1=level1, level2=level2)

    def fits(self, coming: Sequence[Indicator], rows: Sequence[Indicator], first: int) -> bool:
        """Whether rows belong, one by one, where others stand from `first` on, or behind them.

        They do not where one of them has its namesake elsewhere.
        """
        others = rows[first:]
        groups = [self._group(each) for each in coming]
        if not others or groups[: len(others)] != [*map(self._group, others)][: len(coming)]:
            return False
        names = {(self._group(row), row.name): at for at, row in enumerate(rows) if row.name}
        for at, (group, each) in enumerate(zip(groups, coming, strict=True), first):
            if names.get((group, each.name), at) != at:
                return False
        standing = [self.named(each) for each in rows]
        for each in map(self.named, coming[len(others) :]):
            if self._place(each, standing) != len(standing):
                return False
            standing.append(each)
        return True

    def placed(
        self, rows: Sequence[Indicator], coming: Sequence[Indicator], *, over: bool
    ) -> list[Placed]:
        """Return where each of the coming rows goes, in their order.

        A row goes into the first empty one of its second level; further ones come behind the
        last of their level, and levels that no row has where the form's order wants them. Only
        `over` what is there goes a row that has the name of one of its level. One that says
        nothing is left out where its level stands already.
        """
        standing = [self.named(each) for each in rows]
        free = {each.id for each in standing}
        found: list[Placed] = []
        for each in map(self.named, coming):
            group = self._alike(each, standing)
            if group and not says(each):
                continue
            waiting = [row for row in group if row.id in free]
            namesakes = [row for row in waiting if over and each.name and row.name == each.name]
            empty = [row for row in waiting if not says(row)]
            if taking := next(iter((*namesakes, *empty)), None):
                free.remove(taking.id)
                found.append(Placed(replace(each, id=taking.id)))
            else:
                at = self._place(each, standing)
                standing.insert(at, each)
                found.append(Placed(each, at))
        return found

    def _place(self, row: Indicator, rows: Sequence[Indicator]) -> int:
        group = self._alike(row, rows)
        return rows.index(group[-1]) + 1 if group else place_for(row, rows, self._form)

    def _alike(self, row: Indicator, rows: Sequence[Indicator]) -> list[Indicator]:
        return [each for each in rows if self._group(each) == self._group(row)]

    def _group(self, row: Indicator) -> tuple[object, ...]:
        """Return what rows of the same second level have in common."""
        level1, level2 = self._names(row.level1, row.level2)
        if level2 in self._form.level2_names:
            return (level2,)
        return level1, self._levels.level(level2)

    def _named(self, level1: str, level2: str) -> tuple[str, str]:
        for name in (level2, level2 + "指标"):
            if above := self._form.level_above(name):
                return above.name, name
        found = self._levels.in_form(self._form, level2 or level1)
        return found if found[1] else (self._level1(level1), level2)

    def _level1(self, name: str) -> str:
        """Return what the form calls a first level; the name itself where it has none."""
        if level := self._form.level(name):
            return level.name
        wanted = self._levels.level(name)
        alike = (each.name for each in self._form.levels if self._levels.level(each.name) == wanted)
        return next(alike, name)
