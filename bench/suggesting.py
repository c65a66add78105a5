"""Suggestions while a name is typed, with 10,000 projects of history."""

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import product
from statistics import median

from bench.figure import Figure, Goal
from bench.measuring import medians, milliseconds, nearly_all
from bench.setting import Setting
from bench.workspace import documents
from perfdesk.io.library import library
from perfdesk.io.pinyin import readings
from perfdesk.io.rule_book import words
from perfdesk.io.store.glance import Glance
from perfdesk.models.document import Document
from perfdesk.models.project import Indicator
from perfdesk.models.suggest.history import History
from perfdesk.models.suggest.levels import Levels
from perfdesk.models.suggest.suggester import Question, Suggester

_ROUNDS = 12
_LEARNINGS = 4
_EDITS = 50
_SHOWN = Goal(30)
_TYPED = ("", "率", "l", "s", "培训", "yshgl", "hgl", "yanshou", "验率", "peixunrc", "zzzz")
_LEVELS = ("", "质量指标", "数量指标")
_OWN_NAMES = 0.3
_WORKS = ("设备", "培训", "信息化", "管网", "道路", "食堂", "补贴", "宣传", "养护", "检查", "学校")


def suggesting(setting: Setting) -> Iterator[Figure]:
    """What is typed answered, an edit remembered, and all there is learned from the store."""
    levels = Levels(words().levels)
    history = History(levels, readings)
    *past, now = _varied_documents()
    history.learn([*past, now])
    suggester = Suggester(library(), history, levels, readings)
    asked = list(_questions(now, setting.rounds(_ROUNDS)))
    took = [_clocked(partial(suggester.suggest, each)) for each in asked]
    yield Figure("suggest: something typed, median", median(took), _SHOWN)
    yield Figure("suggest: something typed, 95 %", nearly_all(took), _SHOWN)
    yield Figure("suggest: an edit remembered", _remembering(history, now), Goal(1))
    with Glance(setting.large_store) as glance:
        ids = [document.id for document in glance.outline()]

        def learn() -> None:
            History(levels, readings).learn(map(glance.load, ids))

        read, learned = medians(
            setting.rounds(_LEARNINGS),
            lambda: milliseconds(lambda: [glance.load(each) for each in ids]),
            lambda: milliseconds(learn),
        )
    yield Figure("suggest: 10,000 projects learned", learned, Goal(2.5, of_floor=True), read)


def _varied_documents() -> Iterator[Document]:
    """Yield the large workspace with names as offices give them: many alike, many their own."""
    chance = random.Random(1)
    names = sorted(library().names)
    characters = "".join(names)

    def varied(row: Indicator) -> Indicator:
        name = chance.choice(names)
        if chance.random() < _OWN_NAMES:
            name = "".join(chance.choices(characters, k=2)) + name
        return replace(row, name=name)

    for document in documents():
        yield replace(
            document,
            projects=tuple(
                replace(
                    project,
                    name="".join(chance.choices(_WORKS, k=3)) + "经费",
                    indicators=tuple(map(varied, project.indicators)),
                )
                for project in document.projects
            ),
        )


def _questions(document: Document, rounds: int) -> Iterator[Question]:
    """Yield what is typed into new rows of projects that nobody has asked about before."""
    for number in range(rounds):
        project = document.projects[number % len(document.projects)]
        for typed, level2 in product(_TYPED, _LEVELS):
            name = f"{number}{project.name}"
            yield Question(typed, replace(project, name=name), document.year + 1, level2)


def _remembering(history: History, document: Document) -> float:
    """Return how long it takes, at the median, to follow an edit of one row."""
    took = []
    for number in range(_EDITS):
        project = document.projects[0]
        first, *others = project.indicators
        edited = replace(project, indicators=(replace(first, name=f"第{number}项完成率"), *others))
        after = replace(document, projects=(edited, *document.projects[1:]))
        took.append(_clocked(partial(history.update, document, after)))
        document = after
    return median(took)


def _clocked(work: Callable[[], object]) -> float:
    """Return how long some work takes with all the history in memory, in milliseconds.

    What others have left behind is not cleared away: that alone takes longer than the work.
    """
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000
