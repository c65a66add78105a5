"""The library made searchable: its entries by name, by pinyin and by their keywords."""

from perfdesk.models.library import Library, LibraryEntry
from perfdesk.models.suggest.levels import Level, Levels
from perfdesk.models.suggest.names import Names
from perfdesk.models.suggest.query import Match, Query, Readings

Key = tuple[Level, str]
"""A level and a name under it."""

_KINDS = (9.0, 6.0, 4.0)
_TEMPLATE = 2.0
_GENERAL = 2.0


class Bookshelf:
    """Finds entries of the library."""

    def __init__(self, library: Library, levels: Levels, readings: Readings) -> None:
        self.library = library
        self._levels = levels
        self._asked_last = ""
        self._worth: dict[Key, float] = self._worth_of("")
        self._entries = {self._key(entry): entry for entry in library.entries}
        self._keys = tuple(self._entries)
        self._names = Names(readings)
        self._names.add([name for _, name in self._keys])
        words = [(word, key) for key in self._keys for word in self._entries[key].keywords]
        self._keyword_keys = [key for _, key in words]
        self._keywords = Names(readings)
        self._keywords.add([word for word, _ in words])

    def find(self, query: Query, level: Level) -> dict[Key, Match]:
        """Return what matches, by level and name; a keyword matches less than a name does.

        A query of nothing finds everything under the level.
        """
        found = {
            self._keys[number]: match
            for number, match in self._names.find(query, len(self._names)).items()
        }
        if query:
            for number, match in self._keywords.find(query, len(self._keywords)).items():
                if match > Match.IN_ORDER:
                    found.setdefault(self._keyword_keys[number], Match.IN_ORDER)
            return found
        return {key: match for key, match in found.items() if not level or key[0] == level}

    def entry(self, level: Level, name: str) -> LibraryEntry | None:
        """Return the entry of a name under a level, or None."""
        return self._entries.get((level, name))

    def worth(self, project_name: str) -> dict[Key, float]:
        """Return how well indicators fit a project, by the kinds of work its name speaks of."""
        if project_name != self._asked_last:
            self._asked_last, self._worth = project_name, self._worth_of(project_name)
        return self._worth

    def _worth_of(self, project_name: str) -> dict[Key, float]:
        worth: dict[Key, float] = {}
        for rank, kind in enumerate(self.library.recognised(project_name)):
            of_kind = _KINDS[min(rank, len(_KINDS) - 1)]
            for entry in kind.template:
                worth.setdefault(self._key(entry), of_kind + _TEMPLATE)
            for entry in kind.entries:
                worth.setdefault(self._key(entry), of_kind)
        for kind in self.library.kinds:
            for entry in kind.entries if not kind.keywords else ():
                worth.setdefault(self._key(entry), _GENERAL)
        return worth

    def _key(self, entry: LibraryEntry) -> Key:
        return self._levels.level(entry.level2), entry.name
