"""What judging costs: one project by all rules, and everything while somebody types."""

from collections.abc import Callable, Iterator
from statistics import median
from typing import Any

from bench.figure import Figure, Goal
from bench.measuring import medians, milliseconds, nearly_all
from bench.setting import Setting
from bench.workspace import INDICATORS, project
from perfdesk.io.forms import form_for_year
from perfdesk.io.rule_book import rule_book
from perfdesk.io.store.glance import Glance
from perfdesk.models.document import Department
from perfdesk.models.project import Project, Unit
from perfdesk.models.review.book import RuleBook
from perfdesk.models.review.check import check_project
from perfdesk.models.review.facts import ProjectFacts
from perfdesk.models.review.facts import Setting as Judged

_YEAR = 2025
_PROJECTS = 200
_ROUNDS = 12
_RUNS = 3
_PROJECT_MS = Goal(1)
_ALL_SECONDS = Goal(5)
_FRAME_MS = Goal(16)


def judging(setting: Setting) -> Iterator[Figure]:
    """All rules on one project, facts included, against calls of as many rules that do nothing.

    Then 10,000 projects in the thread, while names are typed: the seconds until everything is
    judged, against only reading it all, and how long a key takes meanwhile until it is painted.
    """
    form = form_for_year(_YEAR)
    unit = Unit("315001", "云溪区商务局本级")
    projects = [project(form, unit, number) for number in range(_PROJECTS)]
    book = rule_book(form, {})
    judged = Judged(form, book, _YEAR, Department("315", "云溪区商务局"))
    took, floor = medians(
        setting.rounds(_ROUNDS),
        lambda: _each(projects, lambda each: check_project(ProjectFacts(judged, each))),
        lambda: _each(projects, lambda each: _nothing_found(book, each)),
    )
    name = f"rules: {len(book.in_force)} on a project of {INDICATORS} indicators"
    yield Figure(name, took, _PROJECT_MS, floor)
    runs = [_at_work(setting) for _ in range(setting.rounds(_RUNS))]
    seconds, floor = (median(each) for each in zip(*(run[:2] for run in runs), strict=True))
    yield Figure("rules: 10,000 projects while typing", seconds, _ALL_SECONDS, floor, "s")
    answers = [run[2] for run in runs]
    for kind, name in (("typed", "key: typed while judging"), ("left", "key: cell left meanwhile")):
        keys = [took for answer in answers for took in answer[kind]]
        yield Figure(f"{name}, painted, median", median(keys), _FRAME_MS)
        yield Figure(f"{name}, painted, 95 %", nearly_all(keys), _FRAME_MS)


def _at_work(setting: Setting) -> tuple[float, float, dict[str, Any]]:
    """Return the seconds that judging everything took, those of only reading it, and the keys."""
    answer = setting.probe("judging", setting.large_store)
    with Glance(setting.large_store) as glance:
        ids = [each.id for each in glance.outline()]
        reading = milliseconds(lambda: all(map(glance.load, ids)))  # keeps none of them
    return answer["judged"], reading / 1000, answer


def _each(projects: list[Project], judge: Callable[[Project], object]) -> float:
    """Return the milliseconds that judging takes for one project."""

    def judge_all() -> None:
        for each in projects:
            judge(each)

    return milliseconds(judge_all) / len(projects)


def _nothing_found(book: RuleBook, judged: Project) -> None:
    for row in judged.indicators:
        for _ in book.of_rows:
            _nothing(row)
    for _ in book.of_projects:
        _nothing(judged)


def _nothing(_judged: object) -> None:
    """Judge as fast as can be."""
