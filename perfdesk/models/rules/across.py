"""Rules across projects: lists copied from one to another, and numbers that part one promises."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache, lru_cache
from operator import attrgetter
from typing import NamedTuple

from perfdesk.models.review.facts import DocumentFacts, ProjectFacts, RowFacts
from perfdesk.models.review.finding import Group
from perfdesk.models.review.mentions import Mention, mentions
from perfdesk.models.review.place_words import project_words
from perfdesk.models.review.rule import Hit, Text, document_rule
from perfdesk.models.review.sources import METHOD, PRACTICE
from perfdesk.models.review.words import Table, Words
from perfdesk.models.statement import Statement

_FIGURE = re.compile(r"[\d.,]+\s*(?:百万|千万|[千万亿])?[余多]?")
_SHORTEST_NAME = 4
_RATES = frozenset(("percent", "ratio"))
_MOST_ADDED = 8
_MOST_SHOWN = 3


@document_rule(
    "S01",
    Group.RELEVANT,
    Text(
        "两个项目的指标完全一样",
        "不同项目做的事不同，指标照搬说明没有结合项目内容设定。",
        "设备维护费和日常运转费的6条指标名称都相同",
        "设备维护费考核设备完好率，日常运转费考核服务保障",
        METHOD,
    ),
)
def same_indicators(document: DocumentFacts) -> Iterator[Hit]:
    """A project whose indicators and values, but for amounts of money, are an earlier one's."""
    least = document.book.limit("S01.rows")
    percent = document.book.limit("S01.percent")
    earlier: dict[tuple[str, ...], list[tuple[ProjectFacts, list[RowFacts]]]] = {}
    for project in document.projects:
        if len(project.live) < least:
            continue
        rows = sorted(project.live, key=_by_name)
        names = tuple(map(_by_name, rows))
        if not all(names):
            continue
        alike = earlier.setdefault(names, [])
        like = (other for other, others in alike if _same_values(others, rows) >= percent)
        if first := next(like, None):
            said = (
                f"{len(names)}条指标与“{project_words(first.project)}”的名称相同，指标值也大多相同，"
                "请按本项目的内容设定。"
            )
            yield Hit("indicators", said, project=project)
        alike.append((project, rows))


_by_name = attrgetter("name")


def _same_values(rows: list[RowFacts], others: list[RowFacts]) -> int:
    """Return how many per cent of the values of two like lists are the same, money left out."""
    compared = [
        first.text == second.text
        for first, second in zip(rows, others, strict=True)
        if "money" not in first.unit_kinds or "money" not in second.unit_kinds
    ]
    return 100 * sum(compared) // len(compared) if compared else 100


class Promise(NamedTuple):
    """A number in part one, and where it stands: the field, and the row it is in."""

    mention: Mention
    field: str
    row_id: str


@document_rule(
    "S02",
    Group.RELEVANT,
    Text(
        "部门目标与项目指标的数字不一致",
        "第一部分承诺的数字要由项目指标来完成，两处应当一致。",
        "部门目标写带动就业200人，项目指标是≥150人",
        "两处都写150人",
        PRACTICE,
    ),
)
def other_number(document: DocumentFacts) -> Iterator[Hit]:
    """A number in part one beside an indicator's name that the projects do not come to."""
    words = document.setting.words
    promises = list(_promises(words, document.document.statement))
    if not promises:
        return
    named = _named(words, document.projects)
    for mention, field, row_id in promises:
        rows = next(_spoken_of(words, mention, named), [])
        unit = _unit(mention.shown)
        counted = [(row, n) for row in rows if (n := _number(words, row, unit)) is not None]
        if counted and not mention.vague and not _kept(words, mention, [n for _, n in counted]):
            rows = [row for row, _ in counted]
            said = f"部门目标写的是{mention.shown}，{_shown(rows)}，请核对一致。"
            yield Hit(field, said, row_id=row_id)


def _kept(words: Words, mention: Mention, numbers: list[Decimal]) -> bool:
    """Whether one of the numbers is the one promised, or what is counted adds up to it."""
    if mention.number in numbers:
        return True
    if not words.units.kinds_of(_unit(mention.shown)).isdisjoint(_RATES):
        return False
    # Part one may speak of all the projects or of those alone that have to do with it.
    sums = {Decimal(0)}
    for number in numbers[:_MOST_ADDED]:
        sums |= {each + number for each in sums}
    return mention.number in sums or mention.number == sum(numbers)


def _shown(rows: list[RowFacts]) -> str:
    """Return what the rows say instead of a promise, as half a sentence."""
    first = rows[0]
    values = list(dict.fromkeys(row.text for row in rows))
    if len(values) == 1:
        project = project_words(first.project.project)
        return f"项目“{project}”的“{first.name}”是{first.text}"
    more = "等" if len(values) > _MOST_SHOWN else ""
    return f"各项目的“{first.name}”是{'、'.join(values[:_MOST_SHOWN])}{more}"


def _promises(words: Words, statement: Statement) -> Iterator[Promise]:
    units = words.texts.words("measure")
    for mention in mentions(statement.overall, units):
        yield Promise(mention, "statement.overall", "")
    for subgoal in statement.subgoals:
        for field in ("goal", "indicators"):
            for mention in mentions(getattr(subgoal, field), units):
                yield Promise(mention, field, subgoal.id)


def _named(words: Words, projects: Iterable[ProjectFacts]) -> dict[str, list[RowFacts]]:
    """Return the rows with numbers by name, and by what is left without 人数, 次数 and the like."""
    named: dict[str, list[RowFacts]] = {}
    for project in projects:
        for row in project.live:
            if row.number is None:
                continue
            for name in {row.name, _core(words.prose, row.name)}:
                if len(name) >= _SHORTEST_NAME:
                    named.setdefault(name, []).append(row)
    return named


def _spoken_of(
    words: Words, mention: Mention, named: dict[str, list[RowFacts]]
) -> Iterator[list[RowFacts]]:
    """Yield the rows whose name stands right before a number, the longest name first."""
    before = _ending(words.prose, "bound", "+").sub("", mention.before)
    opening = _ending(words.prose, "opening")
    for length in range(len(before), _SHORTEST_NAME - 1, -1):
        rows = named.get(before[-length:])
        ahead = before[:-length].strip()
        if rows and (not ahead or opening.search(ahead)):
            yield rows


def _number(words: Words, row: RowFacts, unit: str) -> Decimal | None:
    """Return the number of a row that is counted in this unit, None where it is in another."""
    text = row.text.replace("百分比", "%")
    found = next(iter(mentions(text, words.texts.words("measure"))), None)
    return found.number if found and _unit(found.shown) == unit else None


def _unit(shown: str) -> str:
    """Return the unit behind a number and its scale: 元 of 1.2亿元."""
    return _FIGURE.sub("", shown, count=1)


@lru_cache(maxsize=16_384)
def _core(prose: Table, name: str) -> str:
    return _ending(prose, "measure_word").sub("", name)


@cache
def _ending(table: Table, kind: str, times: str = "") -> re.Pattern[str]:
    listed = sorted(map(re.escape, table.words(kind)), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(listed)}|\s){times}$")
