"""What an indicator's value was elsewhere: whole values, signs and units to offer first."""

from collections.abc import Callable, Sequence
from functools import cached_property

from perfdesk.models.document import Content
from perfdesk.models.value import NUMERIC_SIGNS, IndicatorValue
from perfdesk.ui.form.advice import Hint
from perfdesk.ui.form.choice_list import Choice
from perfdesk.ui.form.editors import Opened
from perfdesk.ui.form.value_parts import COMMON_UNITS

_USUAL = "惯用"


class ValueHabits:
    """Asks what is known of the indicator of a value that is being edited, when it is needed."""

    def __init__(self, opened: Callable[[], Opened]) -> None:
        self._opened = opened

    def hints(self, typed: str, now: Content) -> Sequence[Hint]:
        """Return whole values that could be meant by what was typed, but for what it is now."""
        opened = self._opened()
        if opened.advice is None:
            return ()
        hints = opened.advice.hints(opened.form, opened.project, opened.place, typed)
        return [each for each in hints if each.content != now]

    def signs(self) -> list[str]:
        """Return the signs that the indicator had, the nearest first."""
        return [each.sign for each in self._values]

    def unit_choices(self) -> list[Choice]:
        """Return all common units, before them those that the indicator had."""
        usual = dict.fromkeys(each.unit for each in self._values if each.unit)
        others = [unit for unit in COMMON_UNITS if unit not in usual]
        return [*(Choice(unit, _USUAL) for unit in usual), *map(Choice, others)]

    def usual(self) -> IndicatorValue:
        """Return the nearest value that is a number, an empty one where there is none."""
        return next((each for each in self._values if each.sign in NUMERIC_SIGNS), IndicatorValue())

    @cached_property
    def _values(self) -> tuple[IndicatorValue, ...]:
        opened = self._opened()
        if opened.advice is None:
            return ()
        return opened.advice.habits(opened.form, opened.project, opened.place)
