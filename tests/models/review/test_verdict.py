"""A verdict kept up edit by edit says what judging the whole document anew would say."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.io.forms import form_or_default
from perfdesk.io.rule_book import rule_book
from perfdesk.models.change import SetField, indicators_of
from perfdesk.models.document import Document
from perfdesk.models.review.answer import Answer
from perfdesk.models.review.check import check, check_across, check_one, facts_of
from perfdesk.models.review.counts import Counts, count
from perfdesk.models.review.finding import Finding, Severity, cell_field
from perfdesk.models.review.verdict import STATEMENT, Verdict
from perfdesk.models.sheet import Place
from tests.models.rules.sound import SOUND
from tests.strategies import changes, documents


def judged(document: Document) -> Verdict:
    """A verdict on all of a document."""
    verdict = Verdict(document)
    judge(verdict)
    return verdict


def judge(verdict: Verdict) -> None:
    """Judge what is not judged yet, as the window does."""
    document = verdict.document
    form = form_or_default(document.form)
    book = rule_book(form, {})
    for project in document.projects:
        if project.id in verdict.unjudged:
            verdict.put_own(project, check_one(form, document, project, book))
    verdict.put_across(check_across(facts_of(form, document, book)))


@st.composite
def histories(draw: st.DrawFn) -> list[Document]:
    """A document before and after each of a few changes."""
    states = [draw(documents())]
    for change in draw(changes(states[0], min_size=1, max_size=4)):
        states.append(change.apply(states[-1]))
    return states


@given(histories())
def test_after_any_changes_it_says_what_judging_anew_says(states: list[Document]) -> None:
    verdict = judged(states[0])
    for state in states[1:]:
        verdict.move_on(state)
        judge(verdict)
    after = states[-1]
    form = form_or_default(after.form)
    found = check(form, after, rule_book(form, {}))
    assert verdict.findings() == found
    for project_id in (STATEMENT, *(each.id for each in after.projects)):
        assert verdict.of_project(project_id) == tuple(
            each for each in found if each.project_id == project_id
        )
    for finding in found:
        cell = Place(finding.place.row_id, cell_field(finding.place.field))
        assert finding in verdict.at(cell)
    reasons = {each.id: each.reasons for each in after.projects} | {"": after.statement.reasons}
    counted = [count([each], reasons[each.project_id]) for each in found]
    assert verdict.counts() == Counts.of_all(counted)


@given(histories())
def test_right_after_changes_nothing_is_said_of_what_is_gone(states: list[Document]) -> None:
    verdict, after = judged(states[0]), states[-1]
    for state in states[1:]:
        verdict.move_on(state)
    standing = {each.id for each in after.projects}
    assert {each.project_id for each in verdict.findings()} <= {STATEMENT, *standing}
    assert verdict.unjudged <= standing


@given(histories())
def test_it_tells_whether_anything_is_news(states: list[Document]) -> None:
    verdict, after = judged(states[0]), states[1]
    said = (verdict.findings(), verdict.tally())
    news = verdict.move_on(after)
    form, book = form_or_default(after.form), rule_book(form_or_default(after.form), {})
    for project in after.projects:
        if project.id in verdict.unjudged:
            news |= verdict.put_own(project, check_one(form, after, project, book))
    news |= verdict.put_across(check_across(facts_of(form, after, book)))
    assert news or said == (verdict.findings(), verdict.tally())


PROJECT = SOUND.projects[0]
ROW = PROJECT.indicators[2]
SLIP = Finding(
    "V08",
    Severity.WARNING,
    PROJECT.id,
    Place(ROW.id, "value.sign"),
    "“培训合格率”最多是100%。",
    "质量指标·培训合格率",
    "“培训合格率”最多是100%。",
)


def with_slip(finding: Finding = SLIP) -> Verdict:
    """A verdict on a sound document in which a slip was found after all."""
    verdict = Verdict(SOUND)
    for project in SOUND.projects:
        verdict.put_own(project, [finding] if project is PROJECT else [])
    verdict.put_across([])
    return verdict


def test_a_slip_is_counted_until_it_is_answered() -> None:
    verdict = with_slip()
    assert verdict.counts(PROJECT.id) == verdict.counts() == Counts(warnings=1)
    answered = Answer(SLIP, "按上级口径填写").apply(SOUND)
    assert not verdict.move_on(answered)
    assert verdict.put_own(answered.projects[0], [SLIP])
    assert verdict.counts() == Counts(answered=1)
    assert verdict.tally() == {PROJECT.id: Counts(answered=1)}


def test_what_must_be_mended_no_reason_answers() -> None:
    verdict = with_slip(replace(SLIP, severity=Severity.ERROR))
    answered = Answer(SLIP, "就是这样").apply(SOUND)
    verdict.move_on(answered)
    verdict.put_own(answered.projects[0], verdict.findings())
    assert verdict.counts() == Counts(errors=1)


def test_the_cell_that_shows_a_place_is_asked_for_its_findings() -> None:
    verdict = with_slip()
    assert verdict.at(Place(ROW.id, "value")) == verdict.at(SLIP.place) == (SLIP,)
    assert verdict.at(Place(ROW.id, "name")) == ()


@pytest.mark.parametrize("across", [False, True])
def test_the_findings_of_a_removed_row_go_before_anything_is_judged(*, across: bool) -> None:
    verdict = with_slip()
    if across:
        verdict.put_own(PROJECT, [])
        verdict.put_across([SLIP])
    left = [each for each in PROJECT.indicators if each is not ROW]
    fewer = indicators_of(PROJECT.id).with_rows(SOUND, left)
    verdict.move_on(fewer)
    verdict.put_own(fewer.projects[0], ())
    assert verdict.findings() == ()
    assert verdict.at(SLIP.place) == ()


def test_other_settings_leave_what_was_found_but_want_it_judged_again() -> None:
    verdict = with_slip()
    verdict.move_on(SetField("", "year", 2026).apply(SOUND))
    assert verdict.findings() == (SLIP,)
    assert verdict.unjudged == {each.id for each in SOUND.projects}
    assert not verdict.own


def test_counts_in_words() -> None:
    assert Counts(2, 0, 5, 1).words == "强制 2 · 建议 5 · 已说明 1"
    assert Counts().words == ""
