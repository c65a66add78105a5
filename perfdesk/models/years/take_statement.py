"""取用: taking texts, rows or all of part one over from that of a past year."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from perfdesk.models.change import SAFEGUARDS, SUBGOALS, Change, Insert, Remove, RowList, SetField
from perfdesk.models.sheet import OVERALL, Place
from perfdesk.models.statement import ROW_FIELDS, Statement, StatementRow, SubGoal
from perfdesk.models.years.carry import YearStep
from perfdesk.models.years.mark import MarkCarried
from perfdesk.models.years.take import taken


@dataclass(frozen=True, slots=True)
class StatementTaking:
    """What part one can take over from a past one, on the way that `step` goes.

    Rows are the same where their titles are, apart from the year. Empty texts of the past are
    never taken, and each change is None where there is nothing to take. Texts that are taken one
    by one count as looked at; rows that are taken whole, and all of it, are marked.
    """

    step: YearStep
    statement: Statement
    past: Statement

    def past_row(self, row: StatementRow) -> StatementRow | None:
        """Return the past row that is the same as one of this year's, or None."""
        title = row.title.strip()
        alike = (each for each in self.past.rows if type(each) is type(row))
        return next((each for each in alike if title and title == self._title(each)), None)

    def own_row(self, past: StatementRow) -> StatementRow | None:
        """Return this year's row that is the same as a past one, or None."""
        title = self._title(past)
        alike = (each for each in self.statement.rows if type(each) is type(past))
        return next((each for each in alike if title and title == each.title.strip()), None)

    def fields(self, places: Iterable[Place]) -> Change | None:
        """Return the change that fills these places of part one with their past text."""
        rows = {row.id: row for row in self.statement.rows}
        changes: list[Change] = []
        for place in places:
            text = self.past.overall if place == OVERALL else ""
            if (row := rows.get(place.row_id)) and (past := self.past_row(row)):
                text = getattr(past, place.field)
            if text:
                changes.append(SetField(place.row_id, place.field, self.step.text(text)))
        return taken(self.step, changes)

    def rows(self, past_rows: Sequence[StatementRow]) -> Change | None:
        """Return the change that takes whole rows: filled in where there is one, else added."""
        changes: list[Change] = []
        standing = {kind: [*_rows_of(self.statement, kind)] for kind in (SUBGOALS, SAFEGUARDS)}
        for past in past_rows:
            moved = self.step.statement_row(past)
            if own := self.own_row(past):
                changes += _set_fields(own.id, moved)
            else:
                kind = _kind(past)
                index = self._place_for(past, standing[kind])
                standing[kind].insert(index, moved)
                changes.append(Insert(kind, index, (moved,)))
        return taken(self.step, changes)

    def everything(self) -> Change | None:
        """Return the change that makes part one say what the past one says.

        Rows go where the past has any.
        """
        moved = self.step.statement(self.past)
        changes: list[Change] = []
        if moved.overall:
            changes.append(SetField(OVERALL.row_id, OVERALL.field, moved.overall))
            changes.append(MarkCarried("", moved.carried))
        for kind in (SUBGOALS, SAFEGUARDS):
            if new := _rows_of(moved, kind):
                gone = frozenset(row.id for row in _rows_of(self.statement, kind))
                changes += [Remove(kind, gone), Insert(kind, 0, new)]
        return taken(self.step, changes)

    @property
    def replaced(self) -> int:
        """How many texts that are filled in `everything` would replace or take away."""
        own, past = self.statement, self.past
        overall = bool(past.overall and own.overall) and self.step.text(past.overall) != own.overall
        going = [
            *(own.subgoals if past.subgoals else ()),
            *(own.safeguards if past.safeguards else ()),
        ]
        return overall + sum(
            bool(getattr(row, field)) for row in going for field in ROW_FIELDS[type(row)]
        )

    def _title(self, past: StatementRow) -> str:
        return self.step.text(past.title).strip()

    def _place_for(self, past: StatementRow, standing: Sequence[StatementRow]) -> int:
        """Return the index behind the nearest row that stood before it, else before one behind."""
        rows = _rows_of(self.past, _kind(past))
        at = next(index for index, row in enumerate(rows) if row is past)
        titles = [row.title.strip() for row in standing]
        for before in map(self._title, reversed(rows[:at])):
            if before and before in titles:
                return titles.index(before) + 1
        for behind in map(self._title, rows[at + 1 :]):
            if behind and behind in titles:
                return titles.index(behind)
        return len(standing)


def _kind(row: StatementRow) -> RowList:
    return SUBGOALS if isinstance(row, SubGoal) else SAFEGUARDS


def _rows_of(statement: Statement, kind: RowList) -> tuple[StatementRow, ...]:
    return statement.subgoals if kind is SUBGOALS else statement.safeguards


def _set_fields(row_id: str, moved: StatementRow) -> Iterator[SetField | MarkCarried]:
    """Yield the changes that give a row all that another says, and mark that."""
    for field in ROW_FIELDS[type(moved)]:
        if text := getattr(moved, field):
            yield SetField(row_id, field, text)
    if moved.carried:
        yield MarkCarried(row_id, moved.carried)
