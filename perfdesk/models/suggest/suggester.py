"""Suggests indicators while a name is typed: from the past, from the library, best first."""

from collections import Counter
from dataclasses import dataclass
from itertools import islice

from perfdesk.models.library import Library
from perfdesk.models.project import Project
from perfdesk.models.suggest.bookshelf import Bookshelf
from perfdesk.models.suggest.candidate import Candidate
from perfdesk.models.suggest.history import History
from perfdesk.models.suggest.levels import Level, Levels
from perfdesk.models.suggest.past import Known, Use
from perfdesk.models.suggest.query import Match, Query, Readings
from perfdesk.models.suggest.suggestion import Source, Suggestion, from_library, from_use

_MOST_MATCHES = 200
_LATEST = 40
_ENOUGH_CELLS = 2


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: something typed into the name of a row of a project, perhaps nothing yet.

    `year` is that of the document, `level2` and `row_id` are the row's.
    """

    text: str
    project: Project
    year: int
    level2: str = ""
    row_id: str = ""


class Suggester:
    """Answers questions from the office's memory and the library."""

    def __init__(
        self, library: Library, history: History, levels: Levels, readings: Readings
    ) -> None:
        self.history = history
        self.levels = levels
        self.readings = readings
        self.bookshelf = Bookshelf(library, levels, readings)

    def suggest(self, question: Question, most: int = 12) -> tuple[Suggestion, ...]:
        """Return the indicators that could be meant, the most fitting first, none twice.

        What the project has already in another row is left out. Nothing typed asks for what the
        row's level could hold.
        """
        return _Answer(self, question).suggestions(most)


class _Answer:
    """The work on one question: gather candidates, weigh them, make suggestions of the best."""

    def __init__(self, suggester: Suggester, question: Question) -> None:
        self._history = suggester.history
        self._bookshelf = suggester.bookshelf
        self._readings = suggester.readings
        self._question = question
        self._query = Query(question.text)
        levels, project = suggester.levels, question.project
        self._level = levels.level(question.level2)
        self._taken = {
            (levels.level(row.level2), row.name.strip())
            for row in project.indicators
            if row.id != question.row_id
        }
        own = self._history.project(project.id)
        self._own = Counter(filter(None, own.rows)) if own else Counter[Known]()
        self._likeness = {
            past.id: likeness
            for past, likeness in self._history.alike(project.name)
            if past is not own
        }
        self._pool: dict[tuple[Level, str], Candidate] = {}
        self._tried: set[Known] = set()

    def suggestions(self, most: int) -> tuple[Suggestion, ...]:
        """Return the best of all that could be meant."""
        self._gather_known()
        self._gather_from_projects()
        self._gather_from_library()
        level, year = self._level, self._question.year
        possible = [each for each in self._pool.values() if each.used or each.entry]
        possible.sort(key=lambda each: (-each.score(level, year), len(each.name), each.name))
        if self._query.latin:  # initials with others between them are the weakest of reasons
            possible.sort(key=lambda each: each.match is Match.IN_ORDER)
        return tuple(map(self._suggestion, possible[:most]))

    def _gather_known(self) -> None:
        for known, match in self._history.find(self._query, self._level, _MOST_MATCHES):
            self._put((known.level, known.name), match, known)

    def _gather_from_projects(self) -> None:
        """Take in what the same project had last year, and what projects like it have."""
        question = self._question
        for past in self._history.same_project(question.project, question.year)[:1]:
            for use in past.uses():
                if candidate := self._candidate(use.known):
                    candidate.last = use
        for past, likeness in self._history.alike(question.project.name):
            for known in filter(None, past.rows) if past.id in self._likeness else ():
                if candidate := self._candidate(known):
                    candidate.likeness = max(candidate.likeness, likeness)

    def _gather_from_library(self) -> None:
        for key, match in self._bookshelf.find(self._query, self._level).items():
            self._put(key, match, self._history.known(*key))
        worth = self._bookshelf.worth(self._question.project.name)
        for key, candidate in self._pool.items():
            if entry := self._bookshelf.entry(*key):
                candidate.entry, candidate.worth = entry, worth.get(key, 0.0)

    def _candidate(self, known: Known) -> Candidate | None:
        """Return the candidate for what some project has, where it matches what was typed."""
        key = known.level, known.name
        fits = self._query or not self._level or self._level == known.level
        if fits and known not in self._tried:
            self._tried.add(known)
            if match := self._query.match(known.name, self._readings):
                self._put(key, match, known)
        return self._pool.get(key)

    def _put(self, key: tuple[Level, str], match: Match, known: Known | None) -> None:
        if key in self._taken:
            return
        candidate = self._pool.get(key)
        if candidate is None:
            used = len(known.projects) - self._own[known] if known else 0
            self._pool[key] = Candidate(*key, match, known, used)
        else:
            candidate.match = max(candidate.match, match)

    def _suggestion(self, candidate: Candidate) -> Suggestion:
        """Return the row that a candidate would fill in, from where it stands best."""
        use = candidate.last or self._best_use(candidate)
        entry = candidate.entry
        if entry and (use is None or use.filled < _ENOUGH_CELLS):
            return from_library(entry, self._question.project.budget.total, candidate.used)
        assert use is not None, "a candidate was used or stands in the library"
        source = Source.LAST_YEAR if use is candidate.last else Source.OFFICE
        return from_use(source, use, candidate.used)

    def _best_use(self, candidate: Candidate) -> Use | None:
        """Return the use of which most is filled in, in the project most like this one."""
        if candidate.known is None or not candidate.used:
            return None
        own = self._question.project.id
        others = (use for use in candidate.known.latest_uses() if use.project.id != own)
        likeness = self._likeness
        return max(
            islice(others, _LATEST),
            key=lambda use: (use.filled, likeness.get(use.project.id, 0.0)),
        )
