"""Reads the head of a project's form by its labels, wherever they stand."""

import re

from perfdesk.io.excel.parts.grid import Spot
from perfdesk.io.excel.visible.labels import Label, Target, head_labels
from perfdesk.io.excel.visible.seen import Seen, SeenProject
from perfdesk.io.excel.visible.table import Table, key
from perfdesk.models.form import Form

_UNIT = re.compile(r"\d{6}")


class HeadReader:
    """Reads the rows `first` to `last` (without it) of a table into the head of a project."""

    def __init__(self, form: Form, table: Table, first: int, last: int) -> None:
        self._form = form
        self._table = table
        self._last = last
        self._spots = [spot for row in table.filled(first, last) for spot in table.row(row)]
        self._used: set[Spot] = set()
        self._keys = {name for label in head_labels(form) for name in (label.key, *label.others)}

    def read(self, project: SeenProject) -> int:
        """Fill in what is found and return how many labels there were."""
        found = []
        for label in head_labels(self._form):
            spot = self._find(label)
            if spot:
                found.append(spot)
                for target in label.targets:
                    self._take(project, spot, target)
            else:
                self._find_beside_colon(project, label)
        first_label = min(found, default=Spot(self._last, 0))
        self._title(project, first_label)
        project.unread += [
            Seen(self._table.texts[spot], spot) for spot in self._spots if spot not in self._used
        ]
        return len(found)

    def _find(self, label: Label) -> Spot | None:
        for spot in self._spots:
            if spot not in self._used and label.fits(key(self._table.texts[spot])):
                self._used.add(spot)
                return spot
        return None

    def _find_beside_colon(self, project: SeenProject, label: Label) -> None:
        """Read a label and its content where one cell holds both (项目编码：…)."""
        for spot in self._spots:
            before, colon, after = self._table.texts[spot].replace(":", "：", 1).partition("：")
            if colon and spot not in self._used and label.fits(key(before)) and label.targets:
                self._used.add(spot)
                project.head[label.targets[0].field] = Seen(after.strip(), spot)
                return

    def _take(self, project: SeenProject, label: Spot, target: Target) -> None:
        area = self._table.area(label)
        if target.below:
            spot = self._table.origin(label.row + area.rows, label.column)
        else:
            spot = self._at_right(label.row, label.column + area.columns, target.rows_down)
        if spot.row < self._last:
            self._used.add(spot)
            project.head[target.field] = Seen(self._table.texts.get(spot, ""), spot)

    def _at_right(self, row: int, column: int, rows_down: int) -> Spot:
        for _ in range(rows_down):
            beside = self._table.area(self._table.origin(row, column))
            row = beside.row + beside.rows
        first = self._table.origin(row, column)
        for spot in self._table.row(row):
            if spot.column >= column and spot not in self._used:
                return first if key(self._table.texts[spot]) in self._keys else spot
        return first

    def _title(self, project: SeenProject, first_label: Spot) -> None:
        """Read what stands above the labels: the title, the unit, and in what money is counted."""
        ending = key(self._form.title_of(""))
        money = key(self._form.wording.money_unit)
        above = [spot for spot in self._spots if spot < first_label and spot not in self._used]
        for spot in above:
            text = self._table.texts[spot]
            if key(text) == money and "money" not in project.head:
                project.head["money"] = Seen(text, spot)
            elif key(text).endswith(ending) and "title" not in project.head:
                project.head["title"] = Seen(text, spot)
            elif "unit" not in project.head and self._is_unit(text, spot):
                project.head["unit"] = Seen(text, spot)
            else:
                continue
            self._used.add(spot)

    def _is_unit(self, text: str, spot: Spot) -> bool:
        money = key(self._form.wording.money_unit)
        beside = (key(self._table.texts[each]) for each in self._table.row(spot.row))
        return bool(_UNIT.match(text)) or money in beside
