"""Which values in words can be judged at the end of the year, and which say nothing."""

from perfdesk.models.review.facts import RowFacts
from perfdesk.models.review.heads import LESS, leaning
from perfdesk.models.review.shape import Shape

WITHOUT_NUMBER = frozenset((Shape.WORDS, Shape.DATE))
"""Shapes of values that have no number: what is asked for as one is missing."""
NUMBERED = frozenset(("quantity", "time", "cost"))
"""Dimensions that have a rule of their own on values in words."""
_OUTPUT = frozenset(("quantity", "quality", "time", "cost"))
_OF_OTHERS = frozenset(
    ("count", "people", "days", "growth", "reduction", "completion", "deadline", "graded")
)
_ENOUGH = frozenset(("continuing", "compared", "none_of", "agreed", "passing"))


def of_output(row: RowFacts) -> bool:
    """Whether a row says what is done, where reviewers expect numbers: 产出 and 成本."""
    return row.dimension in _OUTPUT or (not row.dimension and row.part == "output")


def of_satisfaction(row: RowFacts) -> bool:
    """Whether a row asks how content people are, and not how much they complain."""
    if row.dimension != "satisfaction" and "satisfaction" not in row.kinds:
        return False
    if not row.kinds.isdisjoint(_OF_OTHERS):
        return False
    return "satisfaction" in row.kinds or leaning(row.project.setting.words, row.name) != LESS


def says_enough(row: RowFacts) -> bool:
    """Whether words alone may stand as the value of a row.

    Under 效益 they may where they have a direction and a measure (有效提升), say that something
    goes on (长期, 持续保障), or name what to compare with; everywhere where there shall be none of
    something, or where the indicator asks for a grade.
    """
    kinds = row.value_kinds
    if "none_of" in kinds and row.dimension != "quantity":
        return True
    if "state" in kinds and "result" in row.kinds:
        return True
    if of_output(row):
        return False
    return not kinds.isdisjoint(_ENOUGH) or ("degree" in kinds and "direction" in kinds)
