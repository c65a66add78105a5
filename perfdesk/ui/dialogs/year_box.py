"""A box for a budget year, which may also be unknown."""

from PySide6.QtWidgets import QSpinBox, QWidget

from perfdesk.ui.budget_year import next_budget_year

_LATEST = 9999


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
