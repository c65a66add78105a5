"""Which documents the next year's are to be begun from now."""

from collections.abc import Iterable

from perfdesk.models.outline import DocumentOutline


def due(outlines: Iterable[DocumentOutline], budget_year: int) -> list[DocumentOutline]:
    """Return the last document of each department that has none of the following year yet.

    Nothing is due after `budget_year`, whose budget is being written today: who has a document
    of that year is not early with the next one. The latest year comes first.
    """
    last: dict[str, DocumentOutline] = {}
    for each in outlines:
        code = each.department.code or each.department.name
        if each.year and (code not in last or each.year > last[code].year):
            last[code] = each
    found = [each for each in last.values() if each.year < budget_year]
    return sorted(found, key=lambda each: (-each.year, each.department.code))


def next_year_words(past: DocumentOutline) -> str:
    """Return what beginning the year after a document's is called."""
    return f"以{past.year}年为底稿编制{past.year + 1}年…"
