"""Which values in words can be judged at the end of the year, and which say nothing."""

from enum import Enum, auto

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
_COUNTABLE = frozenset(("count", "people", "days", "money"))
_CHECKED_ANYWHERE = frozenset(("none_of", "grade", "passing"))
_ENOUGH = frozenset(("continuing", "compared", "agreed"))


class Complaint(Enum):
    """What can be said of words in the place of a value; the first that is true."""

    NUMBER = auto()
    """The dimension wants a number or a time (V15, V19, V23)."""
    CONTENT = auto()
    """How content people are wants a number of per cent (V14)."""
    COPIED = auto()
    """They repeat the name or the description (V27)."""
    UNCLEAR = auto()
    """Nobody can check them (V31)."""
    COUNTABLE = auto()
    """They would do, but what the name speaks of can be counted (V31)."""
    NONE_OF = auto()
    """They would do, but that there shall be none of it can be written as a number (V31)."""
    RATE = auto()
    """They would do, but the name asks for a rate (V17)."""


def complaint_of(row: RowFacts) -> Complaint | None:
    """Return what is wrong with a value of words alone, None where it may stand."""
    if row.shape not in WITHOUT_NUMBER:
        return None
    if row.shape is Shape.DATE:
        return Complaint.UNCLEAR if _is_no_date(row) else None
    if row.dimension in NUMBERED:
        return None if _harms_in_words(row) else Complaint.NUMBER
    if of_satisfaction(row):
        return Complaint.CONTENT
    if row.text in (row.name, row.description):
        return Complaint.COPIED
    return _better_as_a_number(row) if _says_enough(row) else Complaint.UNCLEAR


def of_output(row: RowFacts) -> bool:
    """Whether a row says what is done, where reviewers expect numbers: 产出 and 成本."""
    return row.dimension in _OUTPUT or (not row.dimension and row.part == "output")


def of_harm(row: RowFacts) -> bool:
    """Whether a row asks what the work costs people and nature, which is often no money."""
    return row.dimension == "cost" and "harm" in row.book.words.levels.kinds_of(row.level2)


def of_satisfaction(row: RowFacts) -> bool:
    """Whether a row asks how content people are, and not how much they complain."""
    if row.dimension != "satisfaction" and "satisfaction" not in row.kinds:
        return False
    if not row.kinds.isdisjoint(_OF_OTHERS):
        return False
    return "satisfaction" in row.kinds or leaning(row.project.setting.words, row.name) != LESS


def is_sentence(row: RowFacts) -> bool:
    """Whether words are so many that they tell a story, and name no target."""
    return len(row.text) > row.book.limit("V31.words")


def answers_the_name(row: RowFacts) -> bool:
    """Whether words say no more than that it is so, of something that is so or not.

    是 answers 是否通过验收, 健全 a system that there shall be.
    """
    kinds = row.value_kinds
    if "yes_or_no" in kinds and "question" in row.kinds:
        return True
    return "in_place" in kinds and "arrangement" in row.kinds and not of_output(row)


def _is_no_date(row: RowFacts) -> bool:
    """Tell whether the whole year (全年) is given as a quality or a benefit."""
    if row.dimension in NUMBERED or of_satisfaction(row):
        return False
    return "within_year" in row.value_kinds and not any(map(str.isdigit, row.text))


def _better_as_a_number(row: RowFacts) -> Complaint | None:
    none_of = "none_of" in row.value_kinds
    if "rate" not in row.kinds and not row.kinds.isdisjoint(_COUNTABLE):
        return Complaint.COUNTABLE
    if "rate" in row.kinds and not none_of and "action" not in row.kinds:
        return Complaint.RATE
    asked_for = none_of and of_output(row) and "passing" not in row.value_kinds
    return Complaint.NONE_OF if asked_for else None


def _says_enough(row: RowFacts) -> bool:
    """Tell whether words alone may stand as the value of a row.

    Under 效益 they may where they have a direction and a measure (有效提升), say that something
    goes on (长期, 持续保障), or name what to compare with, and are few; everywhere where there
    shall be none of something, where they name a grade or say what passes, or where the indicator
    asks for a grade.
    """
    kinds = row.value_kinds
    if not kinds.isdisjoint(_CHECKED_ANYWHERE) or ("state" in kinds and "result" in row.kinds):
        return True
    return not of_output(row) and not is_sentence(row) and _is_enough_for_a_benefit(kinds)


def _harms_in_words(row: RowFacts) -> bool:
    kinds = row.value_kinds
    if not of_harm(row):
        return False
    return not kinds.isdisjoint(_CHECKED_ANYWHERE) or _is_enough_for_a_benefit(kinds)


def _is_enough_for_a_benefit(kinds: frozenset[str]) -> bool:
    return not kinds.isdisjoint(_ENOUGH) or ("degree" in kinds and "direction" in kinds)
