"""Second levels, whatever a year's form calls them: 数量 is 数量指标."""

from perfdesk.models.form import Form
from perfdesk.models.review.words import Table

Level = frozenset[str]
"""What a second level is about; empty where nothing is said."""


class Levels:
    """Knows second levels of different forms as the same, by the word table of levels."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def level(self, level2: str) -> Level:
        """Return what a second level is about; a name that no table knows is about itself."""
        name = level2.strip()
        return self._table.kinds_of(name) or frozenset(filter(None, (name,)))

    def in_form(self, form: Form, level2: str) -> tuple[str, str]:
        """Return first and second level as a form calls them; empty names where it has none."""
        wanted = self.level(level2)
        for level in form.levels:
            for name in level.level2:
                if self.level(name) == wanted:
                    return level.name, name
        return "", ""
