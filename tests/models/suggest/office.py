"""An invented office with a past, to be asked for suggestions."""

from perfdesk.io.library import library
from perfdesk.io.pinyin import readings
from perfdesk.io.rule_book import words
from perfdesk.models.document import Department, Document
from perfdesk.models.library import Library
from perfdesk.models.project import Budget, Indicator, Project, Unit
from perfdesk.models.suggest.history import History
from perfdesk.models.suggest.levels import Levels
from perfdesk.models.suggest.suggester import Question, Suggester
from perfdesk.models.suggest.suggestion import Suggestion
from perfdesk.models.value import IndicatorValue

LEVELS = Levels(words().levels)
UNIT = Unit("402001", "平川区水务局本级")
NO_LIBRARY = Library()


def row(level2: str, name: str, value: str = "≥90%", basis: str = "《年度计划》") -> Indicator:
    """A row of the grid, its description made of the name."""
    read = IndicatorValue.read(value)
    return Indicator("产出指标", level2, name, f"{name}怎样计算", read, basis)


def project(name: str, *rows: Indicator, code: str = "", unit: Unit = UNIT) -> Project:
    """A project with these rows."""
    return Project(code, name, unit, Budget("50.00", "50.00", ""), indicators=rows)


def document(year: int, *projects: Project) -> Document:
    """A document of a year with these projects."""
    return Document(year, "hebei-2024", Department("402", "平川区水务局"), projects=projects)


def history(*documents: Document) -> History:
    """What an office remembers that wrote these documents."""
    memory = History(LEVELS, readings)
    memory.learn(documents)
    return memory


def suggester(*documents: Document, shelf: Library = NO_LIBRARY) -> Suggester:
    """A suggester with the memory of an office, and no library unless one is given."""
    return Suggester(shelf, history(*documents), LEVELS, readings)


def with_library(*documents: Document) -> Suggester:
    """A suggester with the shipped library."""
    return suggester(*documents, shelf=library())


def question(
    text: str, level2: str = "", name: str = "2026年河道巡查经费", year: int = 2026
) -> Question:
    """A question from a new project that has no row yet."""
    return Question(text, project(name), year, level2)


def names(suggestions: tuple[Suggestion, ...]) -> list[str]:
    """The names suggested, in order."""
    return [each.name for each in suggestions]
