"""What could be meant in a cell of the grid, asked of the office's memory and the library."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from perfdesk.models.document import Content
from perfdesk.models.form import Form
from perfdesk.models.project import Budget, Indicator, Project
from perfdesk.models.sheet import Place
from perfdesk.models.suggest.contents import CellField, contents
from perfdesk.models.suggest.matched import Spans, matched
from perfdesk.models.suggest.query import Query
from perfdesk.models.suggest.suggester import Question
from perfdesk.models.suggest.suggestion import Source, Suggestion
from perfdesk.models.suggest.taking import taken
from perfdesk.models.value import IndicatorValue
from perfdesk.ui.suggesting import Suggesting

if TYPE_CHECKING:
    from perfdesk.models.suggest.suggester import Suggester

BESIDE_NAME = ("description", "value", "basis")
"""The fields that a suggestion fills in along with an indicator's name."""

_MOST = 8
_MOST_VALUES = 5


@dataclass(frozen=True, slots=True)
class Hint:
    """One suggestion as a list shows it: a text with its matched part, and what goes with it.

    `content` is what it puts into the cell.
    """

    text: str
    content: Content
    suggestion: Suggestion
    source: str
    value: str = ""
    about: str = ""
    strong: Spans = ()


class Advice:
    """Answers for the cells of one document's forms; nothing as long as nothing is learned."""

    def __init__(self, suggesting: Suggesting, year: Callable[[], int]) -> None:
        self._suggesting = suggesting
        self._year = year
        self._given: dict[Place, Content] = {}

    @property
    def while_typing(self) -> bool:
        """Whether to suggest something that nobody asked for."""
        return self._suggesting.while_typing

    @while_typing.setter
    def while_typing(self, wanted: bool) -> None:
        self._suggesting.while_typing = wanted

    def hints(self, form: Form, project: Project, place: Place, typed: str) -> Sequence[Hint]:
        """Return what could be meant by a text typed into a cell of the grid, the best first."""
        suggester = self._suggesting.suggester
        row = next((each for each in project.indicators if each.id == place.row_id), None)
        if suggester is None or row is None:
            return ()
        question = Question(typed.strip(), project, self._year(), row.level2, row.id)
        if place.field == "name":
            return self._names(suggester, question, row, form)
        if place.field in ("description", "value", "basis"):
            return self._contents(suggester, question, row, form, cast("CellField", place.field))
        return ()

    def row_with(
        self, form: Form, project: Project, row_id: str, suggestion: Suggestion, *, whole: bool
    ) -> dict[Place, Content]:
        """Return what a suggestion fills into a row: what is not its own, or all of it."""
        suggester = self._suggesting.suggester
        row = next(each for each in project.indicators if each.id == row_id)
        if suggester is None:
            return {}
        filled = self._taken(suggester, suggestion, row, project, form)
        contents: dict[Place, Content] = {Place(row_id, "name"): filled.name}
        if not row.level2.strip():
            contents |= {
                Place(row_id, "level1"): filled.level1,
                Place(row_id, "level2"): filled.level2,
            }
        own = () if whole else self.own(row)
        for field in BESIDE_NAME:
            if field not in own:
                contents[Place(row_id, field)] = getattr(filled, field)
        return contents

    def own(self, row: Indicator) -> tuple[str, ...]:
        """Return the fields beside a row's name that say something no suggestion put there."""
        return tuple(
            field
            for field in BESIDE_NAME
            if _says(content := getattr(row, field))
            and self._given.get(Place(row.id, field)) != content
        )

    def remember(self, given: Mapping[Place, Content]) -> None:
        """Remember what a suggestion put into cells: the next one may put something else there."""
        self._given.update(given)

    def habits(self, form: Form, project: Project, place: Place) -> tuple[IndicatorValue, ...]:
        """Return the values that a row's indicator had elsewhere, the nearest first."""
        suggester = self._suggesting.suggester
        row = next((each for each in project.indicators if each.id == place.row_id), None)
        if suggester is None or row is None:
            return ()
        question = Question("", project, self._year(), row.level2, row.id)
        # Sign and unit of what shall be the budget are known before the budget is.
        with_amount = replace(project, budget=Budget(total=project.budget.total.strip() or "0"))
        return tuple(
            self._taken(suggester, each, row, with_amount, form).value
            for each in contents(suggester, question, row, "value", _MOST_VALUES)
        )

    def _names(
        self, suggester: "Suggester", question: Question, row: Indicator, form: Form
    ) -> Sequence[Hint]:
        query, hints = Query(question.text), []
        for each in suggester.suggest(question, _MOST):
            filled = self._taken(suggester, each, row, question.project, form)
            strong = matched(query, filled.name, suggester.readings)
            value = filled.value.text
            hints.append(
                Hint(
                    *(filled.name, filled.name, each, self._source(each)),
                    *(value, filled.description, strong),
                )
            )
        return hints

    def _contents(
        self,
        suggester: "Suggester",
        question: Question,
        row: Indicator,
        form: Form,
        field: CellField,
    ) -> Sequence[Hint]:
        query, hints = Query(question.text), []
        most = _MOST_VALUES if field == "value" else _MOST
        for each in contents(suggester, question, row, field, most):
            filled = self._taken(suggester, each, row, question.project, form)
            content: Content = getattr(filled, field)
            text = content.text if isinstance(content, IndicatorValue) else str(content)
            if not text:  # the budget, which nobody has filled in
                continue
            strong = matched(query, text, suggester.readings)
            about = "" if filled.name == row.name else filled.name
            hints.append(Hint(text, content, each, self._source(each), "", about, strong))
        return hints

    def _taken(
        self,
        suggester: "Suggester",
        suggestion: Suggestion,
        row: Indicator,
        project: Project,
        form: Form,
    ) -> Indicator:
        levels, year = suggester.levels, self._year()
        return taken(suggestion, row, project, form=form, year=year, levels=levels)

    def _source(self, suggestion: Suggestion) -> str:
        """Return in a few words where a suggestion comes from."""
        if suggestion.source is Source.LIBRARY:
            return f"指标库·{suggestion.kind}"
        whose = "本项目" if suggestion.source is Source.LAST_YEAR else "本单位"
        last = suggestion.year == self._year() - 1
        when = "上年" if last else f"{suggestion.year}年"
        if suggestion.source is Source.LAST_YEAR:
            return f"{when}{whose}"
        times = f"·{suggestion.used}次" if suggestion.used > 1 else ""
        return f"{whose}{suggestion.year}年{times}"


def _says(content: str | IndicatorValue) -> bool:
    return bool(content.text if isinstance(content, IndicatorValue) else content.strip())
