"""Which year's budget is being written today."""

from datetime import date

_BUDGETS_BEGIN = 7  # from July on, offices write next year's budget


def next_budget_year() -> int:
    """Return the year whose budget is being written today."""
    today = date.today()  # noqa: DTZ011  the clerk's own day is meant
    return today.year + (today.month >= _BUDGETS_BEGIN)
