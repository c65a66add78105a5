"""指标库: good indicators to pick from, by kind of work, and what a form of each kind begins with.

The library lies in `resources/library`; an office may add to it. Read it through
`perfdesk.io.library`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from perfdesk.models.value import IndicatorValue
from perfdesk.models.years.identity import yearless

BUDGET = "{预算数}"
"""Stands in a value for the budget (万元) of the project that the indicator is taken into."""


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """One indicator of the library: the cells of a row, the number in its value an example.

    `basis` names the kind of document that an office will have. `keywords` are further words
    under which the entry is found.
    """

    level2: str
    name: str
    description: str
    value: IndicatorValue
    basis: str
    kind: str
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkKind:
    """业务类型: a kind of work as departments know it, such as 培训, and its indicators.

    `keywords` in a project's name tell that it is of this kind; a kind without any is for every
    project. `template` are the entries that a new form of this kind begins with, in the order of
    the levels.
    """

    name: str
    keywords: tuple[str, ...] = ()
    entries: tuple[LibraryEntry, ...] = ()
    template: tuple[LibraryEntry, ...] = ()

    def fit(self, project_name: str) -> float:
        """Return how well a project's name speaks of this kind, 0 where it does not.

        Long keywords count more than short ones, and those near the end of the name, where
        Chinese names say what a thing is, more than those before.
        """
        ends = ((word, project_name.rfind(word) + len(word)) for word in self.keywords)
        length = len(project_name)
        return sum(
            len(word) * (0.5 + end / length) for word, end in ends if end >= len(word) and length
        )


@dataclass(frozen=True)
class Library:
    """All kinds of work, in the order they are offered."""

    kinds: tuple[WorkKind, ...] = ()

    @cached_property
    def entries(self) -> tuple[LibraryEntry, ...]:
        """Every indicator of every kind."""
        return tuple(entry for kind in self.kinds for entry in kind.entries)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all indicators."""
        return frozenset(entry.name for entry in self.entries)

    def recognised(self, project_name: str) -> tuple[WorkKind, ...]:
        """Return the kinds of work that a project's name speaks of, the most fitting first."""
        name = yearless(project_name)
        fits = [(kind.fit(name), kind) for kind in self.kinds]
        fits.sort(key=lambda each: -each[0])
        return tuple(kind for fit, kind in fits if fit)


def with_budget(value: IndicatorValue, total: str) -> IndicatorValue:
    """Return a value of the library with the project's budget where it stands for it.

    Where that is not known yet the value is empty: `≤万元` would look as if it had been filled in.
    """
    if BUDGET not in value.text:
        return value
    known = total.strip()
    return IndicatorValue.read(value.text.replace(BUDGET, known)) if known else IndicatorValue()


def merged(kinds: Iterable[WorkKind]) -> tuple[WorkKind, ...]:
    """Return kinds of work with those of one name put together.

    What comes later adds to what came before, and stands in its place where level and name of an
    indicator are the same; a later template takes the place of the one before.
    """
    together: dict[str, WorkKind] = {}
    for kind in kinds:
        known = together.get(kind.name, WorkKind(kind.name))
        entries = {(each.level2, each.name): each for each in (*known.entries, *kind.entries)}
        together[kind.name] = WorkKind(
            kind.name,
            tuple(dict.fromkeys((*known.keywords, *kind.keywords))),
            tuple(entries.values()),
            kind.template or known.template,
        )
    return tuple(together.values())
