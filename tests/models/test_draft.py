"""Whether a half-typed text may go back by itself: never over anything newer."""

from dataclasses import replace

import pytest

from perfdesk.models.change import SetField
from perfdesk.models.document import Content, Document, Submission
from perfdesk.models.draft import Draft, Fate, fate
from perfdesk.models.project import Indicator, Project, Unit
from perfdesk.models.sheet import Place
from perfdesk.models.value import IndicatorValue

ROW = Indicator(name="培训人次", value=IndicatorValue.typed("≥600人次"), id="row")
PROJECT = Project(name="培训", goals=("培训600人次",), indicators=(ROW,), id="project")
DOCUMENT = Document(2025, "hebei-2024", projects=(PROJECT,), id="document")
GOALS = Place("project", "goals")
DRAFT = Draft("document", GOALS, ("培训600人次", "就业150人"), PROJECT.goals, "“培训”绩效目标")


def test_it_goes_back_where_nothing_was_done_since() -> None:
    assert fate(DRAFT, DOCUMENT) is Fate.GOES_BACK


@pytest.mark.parametrize("field", ["budget.total", "plan.march", "unit", "code"])
def test_it_goes_back_into_any_field(field: str) -> None:
    base: Content = Unit() if field == "unit" else ""
    content: Content = Unit("315001", "本级") if field == "unit" else "12"
    draft = replace(DRAFT, place=Place("project", field), content=content, base=base)
    assert fate(draft, DOCUMENT) is Fate.GOES_BACK
    after = SetField("project", field, content).apply(DOCUMENT)
    assert fate(draft, after) is Fate.IS_THERE


def test_it_never_wins_over_what_was_done_since() -> None:
    edited = SetField("project", "goals", ("从表格导入的目标",)).apply(DOCUMENT)
    assert fate(DRAFT, edited) is Fate.CHANGED_SINCE


def test_it_does_not_go_into_what_was_handed_in() -> None:
    handed_in = replace(DOCUMENT, submitted=Submission("王敏", "2026-01-05T09:00:00+08:00"))
    assert fate(DRAFT, handed_in) is Fate.SUBMITTED


@pytest.mark.parametrize("place", [Place("other row", "name"), Place("row", "colour")])
def test_a_place_that_is_gone_takes_nothing(place: Place) -> None:
    assert fate(replace(DRAFT, place=place), DOCUMENT) is Fate.GONE
    assert fate(DRAFT, None) is Fate.GONE


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (("甲", "乙"), "1.甲\n2.乙"),
        (IndicatorValue.typed("不少于3次"), "≥3次"),
        (Unit("315001", "本级"), "315001本级"),
        ("写了一半", "写了一半"),
    ],
)
def test_it_can_be_copied_as_it_is_read(content: Content, text: str) -> None:
    assert replace(DRAFT, content=content).text == text


def test_drafts_of_different_times_are_the_same() -> None:
    assert replace(DRAFT, at="2026-01-05T09:00:00+08:00") == DRAFT
