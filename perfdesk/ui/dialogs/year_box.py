"""A box for a budget year, which may also be unknown."""

from datetime import date

from PySide6.QtWidgets import QSpinBox, QWidget

_LATEST = 9999
_BUDGETS_BEGIN = 7  # from July on, offices write next year's budget


class YearBox(QSpinBox):
    """Holds a year, 0 for none; stepping away from none begins at the next budget year."""

    def __init__(self, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, _LATEST)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setSpecialValueText("未注明")
        self.setValue(year)

    def stepBy(self, steps: int) -> None:
        if self.value() == 0:
            self.setValue(next_budget_year())
        else:
            super().stepBy(steps)


def next_budget_year() -> int:
    """Return the year whose budget is being written today."""
    today = date.today()  # noqa: DTZ011  the clerk's own day is meant
    return today.year + (today.month >= _BUDGETS_BEGIN)
