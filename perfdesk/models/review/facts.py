"""What rules may ask about a document, its projects and their rows: everything read once.

Facts are made anew whenever something is judged, so they hold no more than rules use; texts
are trimmed, numbers read, words recognised.
"""

from decimal import Decimal
from functools import cached_property, lru_cache

from perfdesk.models.amount import amount, number
from perfdesk.models.change import SetField
from perfdesk.models.document import Content, Department, Document
from perfdesk.models.form import Form
from perfdesk.models.project import Indicator, Project
from perfdesk.models.review.book import RuleBook
from perfdesk.models.review.finding import Fix
from perfdesk.models.review.shape import Shape, plain_unit, shape_of
from perfdesk.models.review.words import Words
from perfdesk.models.value import NUMERIC_SIGNS

_number = lru_cache(maxsize=16_384)(number)
_amount = lru_cache(maxsize=16_384)(amount)
NOT_APPLICABLE = "not_applicable"


class Setting:
    """What is the same for all projects of a document: year, department, form and rule book."""

    __slots__ = ("book", "department", "fields", "form", "words", "year")

    def __init__(self, form: Form, book: RuleBook, year: int, department: Department) -> None:
        self.form = form
        self.fields = form.fields
        self.book = book
        self.year = year
        self.department = department
        self.words: Words = book.words


class RowFacts:
    """One indicator as rules see it.

    `number` is the value's number where sign and number are numeric, `wording` the value's text
    where they are not, `unit` its unit without brackets. `dimension` is what the second level
    says: quantity, quality, time, cost, economic, social, ecological, lasting or satisfaction;
    `part` what the first level says: output, benefit, satisfaction or cost; both may be empty.
    `kinds`, `unit_kinds` and `value_kinds` are what the tables of `resources/words` recognise in
    name, unit and wording. `shape` says what the value is made of, and so which rules judge it.
    `index` counts from 0 in the project's grid.
    """

    __slots__ = (
        "applies",
        "basis",
        "description",
        "dimension",
        "index",
        "indicator",
        "kinds",
        "level1",
        "level2",
        "name",
        "number",
        "part",
        "project",
        "shape",
        "sign",
        "text",
        "unit",
        "unit_kinds",
        "value_kinds",
        "wording",
    )

    def __init__(self, project: "ProjectFacts", index: int, indicator: Indicator) -> None:
        words = project.setting.words
        value = indicator.value
        self.project = project
        self.index = index
        self.indicator = indicator
        self.level1 = indicator.level1.strip()
        self.level2 = indicator.level2.strip()
        self.name = indicator.name.strip()
        self.description = indicator.description.strip()
        self.basis = indicator.basis.strip()
        self.text = value.text.strip()
        self.sign = value.sign
        self.unit = plain_unit(value.unit)
        self.number = _number(value.number) if self.sign in NUMERIC_SIGNS else None
        self.wording = self.text if self.number is None else ""
        self.kinds = words.names.kinds_of(self.name)
        self.unit_kinds = words.units.kinds_of(self.unit)
        self.value_kinds = words.values.kinds_of(self.wording)
        self.applies = not (NOT_APPLICABLE in self.kinds or NOT_APPLICABLE in self.value_kinds)
        self.part = _single(words.levels.kinds_of(self.level1), _PARTS)
        self.dimension = _single(words.levels.kinds_of(self.level2), _DIMENSIONS)
        if not self.dimension and self.part in _PARTS_WITHOUT_DIMENSIONS:
            self.dimension = self.part
        self.shape = shape_of(
            value,
            self.number,
            self.unit_kinds,
            project.setting.book,
            timed=self.dimension == "time",
        )

    @property
    def book(self) -> RuleBook:
        """The rule book in force."""
        return self.project.setting.book

    @property
    def called(self) -> str:
        """How a sentence names the row: by its indicator, or without one by its second level."""
        if self.name:
            return f"“{self.name}”"
        return f"“{self.level2}”的这一行" if self.level2 else "这一行"

    @property
    def measured(self) -> bool:
        """Whether the value has a number with its unit, or a date: something to check by.

        One that only copies the name is nothing of the kind.
        """
        return self.shape in _MEASURED and self.text != self.name

    @property
    def percent(self) -> bool:
        """Whether the value is a number of per cent."""
        return "percent" in self.unit_kinds and self.number is not None

    def fix(self, label: str, field: str, content: Content) -> Fix:
        """Return the mend that puts `content` into a field of this row (`value`, `level1`)."""
        return Fix(label, SetField(self.indicator.id, field, content))


class ProjectFacts:
    """One project as rules see it; amounts in 万元, None where none can be read.

    `rows` are all its indicators, `live` those that do not say 不适用.
    """

    __slots__ = (
        "__dict__",
        "code",
        "fiscal",
        "live",
        "name",
        "other",
        "project",
        "purpose",
        "rows",
        "setting",
        "total",
    )

    def __init__(self, setting: Setting, project: Project) -> None:
        self.setting = setting
        self.project = project
        self.code = project.code.strip()
        self.name = project.name.strip()
        self.purpose = project.purpose.strip()
        self.total: Decimal | None = _amount(project.budget.total)
        self.fiscal: Decimal | None = _amount(project.budget.fiscal)
        self.other: Decimal | None = _amount(project.budget.other)
        rows = enumerate(project.indicators)
        self.rows = tuple(RowFacts(self, index, each) for index, each in rows)
        self.live = tuple(row for row in self.rows if row.applies)

    @property
    def book(self) -> RuleBook:
        """The rule book in force."""
        return self.setting.book

    @cached_property
    def goals(self) -> str:
        """The goals as one text, a line each."""
        return "\n".join(goal.strip() for goal in self.project.goals)

    def has(self, field: str) -> bool:
        """Whether the year's form has a field in its head (`code`, `budget.total`, `purpose`)."""
        return field in self.setting.fields

    def fix(self, label: str, field: str, content: Content) -> Fix:
        """Return the mend that puts `content` into a field of this project."""
        return Fix(label, SetField(self.project.id, field, content))


class DocumentFacts:
    """A whole document as rules see it, with its projects in order."""

    def __init__(
        self, setting: Setting, document: Document, projects: tuple[ProjectFacts, ...]
    ) -> None:
        self.setting = setting
        self.document = document
        self.projects = projects

    @property
    def book(self) -> RuleBook:
        """The rule book in force."""
        return self.setting.book


_PARTS = ("output", "benefit", "satisfaction", "cost")
_PARTS_WITHOUT_DIMENSIONS = ("satisfaction", "cost")
_MEASURED = frozenset((Shape.MEASURED, Shape.DATE, Shape.WORDED))
_DIMENSIONS = (
    "quantity",
    "quality",
    "time",
    "cost",
    "economic",
    "social",
    "ecological",
    "lasting",
    "satisfaction",
)


@lru_cache
def _single(kinds: frozenset[str], order: tuple[str, ...]) -> str:
    return next((kind for kind in order if kind in kinds), "")
