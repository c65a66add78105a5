"""The office's memory: every indicator it used, in which projects, and what stood beside it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from perfdesk.models.document import Document
from perfdesk.models.project import Indicator, Project
from perfdesk.models.suggest.levels import Level, Levels
from perfdesk.models.suggest.likeness import LikeNames
from perfdesk.models.suggest.names import Names
from perfdesk.models.suggest.past import Known, PastProject
from perfdesk.models.suggest.query import Match, Query, Readings
from perfdesk.models.years.identity import yearless

_FEW = 60

_Shelves = dict[Level, tuple[Names, list[Known]]]


class History:
    """All indicators that an office used, distinct by second level and name.

    `learn` takes in what there is, in a thread if need be; whatever changed meanwhile is then
    given to `update` without a `before`. From there on `update` follows every edit. It is used by
    one thread at a time and keeps no document.
    """

    def __init__(self, levels: Levels, readings: Readings) -> None:
        self._levels = levels
        self._readings = readings
        self._known: dict[tuple[Level, str], Known] = {}
        self._unshelved: list[Known] = []
        self._learned: _Shelves = {}
        self._fresh: _Shelves = {}
        self._projects: dict[str, PastProject] = {}
        self._of_document: dict[str, set[str]] = {}
        self._by_code: dict[str, list[PastProject]] = {}
        self._names = LikeNames[PastProject]()

    def learn(self, documents: Iterable[Document]) -> None:
        """Take in documents."""
        for document in documents:
            self._forget_document(document.id)
            self._learn_document(document)
        self._shelve(self._learned)

    def update(self, before: Document | None, after: Document | None) -> None:
        """Follow an edit, a document that comes (no `before`), or one that goes (no `after`).

        What both share is left alone, so an edit of one row costs next to nothing.
        """
        if before and after and before.year == after.year:
            self._follow(before, after)
        else:
            for document in filter(None, (before, after)):
                self._forget_document(document.id)
            if after:
                self._learn_document(after)
        self._shelve(self._fresh)

    def find(self, query: Query, level: Level, most: int) -> Iterator[tuple[Known, Match]]:
        """Yield what matches, about `most` under a level and a few under each of the others.

        A query of nothing finds what is known under the level alone.
        """
        for each, (names, shelf) in chain(self._fresh.items(), self._learned.items()):
            if query or not level or each == level:
                for number, match in names.find(query, most if each == level else _FEW).items():
                    if shelf[number].projects:
                        yield shelf[number], match

    def known(self, level: Level, name: str) -> Known | None:
        """Return what is known of a name under a level, or None where no project has it."""
        known = self._known.get((level, name))
        return known if known and known.projects else None

    def project(self, project_id: str) -> PastProject | None:
        """Return what is remembered of one project, or None."""
        return self._projects.get(project_id)

    def same_project(self, project: Project, year: int) -> list[PastProject]:
        """Return the same project in the years before a year, the last one first.

        It is the same where the code, or name apart from the year and unit, are.
        """
        name = yearless(project.name)
        by_code = self._by_code.get(project.code, []) if project.code else []
        by_name = self._names.called(name) if name else []
        in_unit = (past for past in by_name if past.unit_code == project.unit.code)
        found = {past.id: past for past in chain(by_code, in_unit) if past.year < year}
        return sorted(found.values(), key=lambda past: -past.year)

    def alike(self, project_name: str) -> list[tuple[PastProject, float]]:
        """Return projects with names much like this one, and how much, from 0 to 1."""
        return self._names.alike(yearless(project_name))

    def _follow(self, before: Document, after: Document) -> None:
        old = {project.id: project for project in before.projects}
        for project_id in old.keys() - {project.id for project in after.projects}:
            self._forget(project_id)
        for project in after.projects:
            past = self._projects.get(project.id)
            if past is None or not _same_head(past, project, after.year):
                self._learn(after, project)
            elif project is not old.get(project.id):
                self._take_over(past, project.indicators)

    def _learn_document(self, document: Document) -> None:
        for project in document.projects:
            self._learn(document, project)

    def _learn(self, document: Document, project: Project) -> None:
        self._forget(project.id)
        past = PastProject(
            project.id, document.id, document.year, project.code, project.name, project.unit.code
        )
        self._projects[past.id] = past
        self._of_document.setdefault(document.id, set()).add(past.id)
        self._names.add(past.bare_name, past)
        if past.code:
            self._by_code.setdefault(past.code, []).append(past)
        self._take_over(past, project.indicators)

    def _take_over(self, past: PastProject, indicators: Sequence[Indicator]) -> None:
        """Have a project remember its rows as they are now, and them it."""
        before, after = past.rows, tuple(map(self._known_as, indicators))
        for known in (Counter(before) - Counter(after)).elements():
            if known:
                known.used_no_more_in(past)
        for known in (Counter(after) - Counter(before)).elements():
            if known:
                known.used_in(past)
        past.rows = after
        past.keep(indicators)

    def _known_as(self, row: Indicator) -> Known | None:
        """Return what is known of a row's indicator, new where nothing is; None without a name."""
        name = row.name.strip()
        if not name:
            return None
        key = self._levels.level(row.level2), name
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = Known(row.level2.strip(), name, key[0])
            self._unshelved.append(known)
        return known

    def _forget_document(self, document_id: str) -> None:
        for project_id in self._of_document.pop(document_id, ()):
            self._forget(project_id)

    def _forget(self, project_id: str) -> None:
        past = self._projects.pop(project_id, None)
        if past is None:
            return
        self._of_document.get(past.document_id, set()).discard(project_id)
        self._names.remove(past.bare_name, past)
        if past.code:
            self._by_code[past.code].remove(past)
        for known in filter(None, past.rows):
            known.used_no_more_in(past)

    def _shelve(self, shelves: _Shelves) -> None:
        """Make what is newly known to be found, what weighs most first."""
        fresh, self._unshelved = self._unshelved, []
        by_level: dict[Level, list[Known]] = {}
        for known in sorted(fresh, key=lambda each: -each.weight):
            by_level.setdefault(known.level, []).append(known)
        for level, more in by_level.items():
            names, shelf = shelves.setdefault(level, (Names(self._readings), []))
            names.add([known.name for known in more])
            shelf += more


def _same_head(past: PastProject, project: Project, year: int) -> bool:
    """Whether what is remembered of a project differs in rows at most from what it is now."""
    head = project.name, project.code, project.unit.code, year
    return (past.name, past.code, past.unit_code, past.year) == head
