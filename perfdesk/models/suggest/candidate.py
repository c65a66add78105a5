"""An indicator that could be meant, and how much speaks for it."""

from dataclasses import dataclass
from math import log2

from perfdesk.models.library import LibraryEntry
from perfdesk.models.suggest.levels import Level
from perfdesk.models.suggest.past import Known, Use
from perfdesk.models.suggest.query import Match

# What is worth how much: the level most, then how well the typed letters fit, then the rest.
_LEVEL = 30.0
_MATCH = {Match.WHOLE: 24.0, Match.START: 18.0, Match.INSIDE: 12.0, Match.IN_ORDER: 3.0}
_SAME_PROJECT = 14.0
_LIKENESS = 10.0
_USED, _USED_MOST = 1.5, 8.0
_OLD_MOST = 4
_LONG_NAME = 14


@dataclass(slots=True)
class Candidate:
    """An indicator under a level, and what is known of it.

    `used` is in how many other projects, `last` its row in the same project's last year,
    `likeness` how much the name of the most similar project that used it is like this one's,
    and `worth` how well the library finds it to fit.
    """

    level: Level
    name: str
    match: Match
    known: Known | None = None
    used: int = 0
    last: Use | None = None
    entry: LibraryEntry | None = None
    likeness: float = 0.0
    worth: float = 0.0

    def score(self, level: Level, year: int) -> float:
        """Return how much speaks for it in a row of a level and a document of a year."""
        score = _MATCH.get(self.match, 0.0) + self.worth + _LIKENESS * self.likeness
        score += _LEVEL * (self.level == level)
        score -= max(0, len(self.name) - _LONG_NAME)  # a sentence is no name
        if self.known and self.used:
            age = year - self.known.latest_year
            score += min(_USED_MOST, _USED * log2(1 + self.used)) - min(max(age, 0), _OLD_MOST)
        if self.last:
            score += _SAME_PROJECT - min(2 * (year - self.last.project.year), _OLD_MOST)
        return score
