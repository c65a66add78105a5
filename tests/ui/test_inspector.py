"""The inspector and its thread: what is known when, what is dropped, and how it ends."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from perfdesk.io.forms import form_or_default
from perfdesk.io.rule_book import write_own_rules
from perfdesk.models.change import Remove, RowList, SetField, Together
from perfdesk.models.ids import new_id
from perfdesk.models.outline import outline
from perfdesk.models.review.answer import Answer
from perfdesk.models.review.counts import Counts
from perfdesk.models.review.finding import Finding
from perfdesk.models.value import IndicatorValue
from perfdesk.ui.inspector import Inspector
from perfdesk.ui.judging import found_by
from perfdesk.ui.session import Session
from tests.conftest import ExpectLog
from tests.models.rules.sound import SOUND
from tests.ui.judged import RULE, Nobody, Shelf, another, rate, slip, slips, told

STORED = another(SOUND)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(SOUND, STORED)


@pytest.fixture
def session(shelf: Shelf, qapp: object) -> Session:
    del qapp
    outlines = tuple(outline(form_or_default(e.form), e) for e in shelf.documents.values())
    return Session(Nobody(), shelf.documents.__getitem__, outlines)


@pytest.fixture
def inspector(session: Session, shelf: Shelf) -> Iterator[Inspector]:
    made = Inspector(session, open_reader=shelf.reader)
    yield made
    shelf.open.set()
    made.close()
    assert [each.name for each in threading.enumerate() if each.name == "judging"] == []


@pytest.fixture
def settle(inspector: Inspector, qtbot: QtBot) -> Callable[[], None]:
    """Waits until everything has been judged."""
    return lambda: qtbot.waitUntil(lambda: inspector.at_rest)


def test_nothing_is_judged_before_its_time(session: Session, inspector: Inspector) -> None:
    heard = told(inspector)
    session.do(SOUND.id, slip(SOUND))
    assert inspector.findings(SOUND.id) == ()
    assert inspector.counts(SOUND.id) == Counts()
    assert not inspector.at_rest
    assert heard == []


def test_everything_stored_is_counted_without_being_opened(
    session: Session, shelf: Shelf, inspector: Inspector, settle: Callable[[], None]
) -> None:
    heard = told(inspector)
    inspector.start()
    settle()
    assert session.opened() == ()
    assert inspector.counts(STORED.id, STORED.projects[0].id).warnings >= 1
    assert inspector.counts(STORED.id).warnings >= 1
    assert inspector.counts(SOUND.id) == Counts()
    assert heard == [STORED.id]
    assert shelf.left.is_set()


def test_who_asks_gets_nothing_first_and_then_is_told(
    inspector: Inspector, settle: Callable[[], None]
) -> None:
    inspector.start()
    settle()
    heard = told(inspector)
    assert inspector.findings(STORED.id) == ()
    settle()
    assert heard == [STORED.id]
    (found,) = slips(inspector, STORED.id)
    assert found.place.row_id == rate(STORED).row_id
    assert found in inspector.at(STORED.id, rate(STORED))
    assert found in inspector.of_project(STORED.id, STORED.projects[0].id)
    assert found not in inspector.of_project(STORED.id, STORED.projects[1].id)


def test_numbers_are_the_same_counted_and_found(
    inspector: Inspector, settle: Callable[[], None]
) -> None:
    inspector.start()
    settle()
    ids = (None, "", *(each.id for each in STORED.projects))
    counted = [inspector.counts(STORED.id, each) for each in ids]
    inspector.findings(STORED.id)
    settle()
    assert [inspector.counts(STORED.id, each) for each in ids] == counted


@pytest.fixture
def known(
    session: Session, inspector: Inspector, settle: Callable[[], None]
) -> tuple[Session, Inspector]:
    """A session whose first document is open and judged."""
    session.document(SOUND.id)
    inspector.findings(SOUND.id)
    inspector.start()
    settle()
    return session, inspector


def test_an_edited_project_is_judged_before_the_key_press_is_over(
    known: tuple[Session, Inspector],
) -> None:
    session, inspector = known
    heard = told(inspector)
    session.do(SOUND.id, slip(SOUND))
    assert len(slips(inspector, SOUND.id)) == 1
    assert inspector.counts(SOUND.id, SOUND.projects[0].id).warnings == 1
    session.undo_stack.undo()
    assert slips(inspector, SOUND.id) == []
    session.undo_stack.redo()
    assert len(slips(inspector, SOUND.id)) == 1
    assert heard == [SOUND.id] * 3


def test_an_edit_that_changes_no_finding_tells_nobody(
    known: tuple[Session, Inspector], settle: Callable[[], None]
) -> None:
    session, inspector = known
    heard = told(inspector)
    session.do(
        SOUND.id, SetField(SOUND.projects[1].id, "purpose", SOUND.projects[1].purpose + "。")
    )
    settle()
    assert heard == []


def test_what_shows_only_beside_other_projects_follows_after_a_pause(
    known: tuple[Session, Inspector], settle: Callable[[], None]
) -> None:
    session, inspector = known
    first, second = SOUND.projects[:2]
    session.do(SOUND.id, SetField(second.id, "name", first.name))
    alone = {each.rule for each in inspector.findings(SOUND.id)}
    assert not inspector.at_rest
    settle()
    assert "C09" in {each.rule for each in inspector.findings(SOUND.id)} - alone


def test_many_edited_projects_are_left_to_the_thread(
    session: Session, inspector: Inspector, settle: Callable[[], None]
) -> None:
    row = SOUND.projects[0]
    many = replace(
        SOUND, id=new_id(), projects=another(replace(SOUND, projects=(row,) * 9)).projects
    )
    session.add(many, "新建")
    inspector.findings(many.id)
    inspector.start()
    settle()
    session.do(many.id, Together("修改", tuple(slip(many, at) for at in range(9))))
    settle()
    assert len(slips(inspector, many.id)) == 9


MENDED = SetField(rate(STORED).row_id, "value", IndicatorValue.read("100%"))


def test_work_that_an_edit_has_overtaken_is_given_up(
    session: Session, shelf: Shelf, inspector: Inspector, settle: Callable[[], None], qtbot: QtBot
) -> None:
    inspector.start()
    settle()
    shelf.open.clear()
    shelf.reached.clear()
    inspector.findings(STORED.id)
    qtbot.waitUntil(shelf.reached.is_set)
    session.do(STORED.id, MENDED)  # the thread still reads the document as it was stored
    seen: list[int] = []
    inspector.changed.connect(lambda _: seen.append(len(slips(inspector, STORED.id))))
    shelf.open.set()
    settle()
    assert slips(inspector, STORED.id) == []
    assert set(seen) <= {0}


def test_a_result_that_an_edit_has_overtaken_is_dropped(
    session: Session, shelf: Shelf, inspector: Inspector, settle: Callable[[], None]
) -> None:
    inspector.start()
    settle()
    shelf.left.clear()
    inspector.findings(STORED.id)
    assert shelf.left.wait(10)  # the result is on its way to the window
    session.do(STORED.id, MENDED)
    seen: list[int] = []
    inspector.changed.connect(lambda _: seen.append(len(slips(inspector, STORED.id))))
    settle()
    assert slips(inspector, STORED.id) == []
    assert set(seen) <= {0}


def test_a_result_by_rules_of_yesterday_is_dropped(
    shelf: Shelf, inspector: Inspector, settle: Callable[[], None]
) -> None:
    inspector.start()
    settle()
    shelf.left.clear()
    inspector.findings(STORED.id)
    assert shelf.left.wait(10)
    write_own_rules({RULE: {"severity": "off"}})
    inspector.judge_anew()
    seen: list[int] = []
    inspector.changed.connect(lambda _: seen.append(len(slips(inspector, STORED.id))))
    settle()
    assert set(seen) == {0}


def test_two_documents_are_told_apart(
    known: tuple[Session, Inspector], settle: Callable[[], None]
) -> None:
    session, inspector = known
    inspector.findings(STORED.id)
    settle()
    session.do(STORED.id, SetField(rate(STORED).row_id, "value", IndicatorValue.read("100%")))
    session.do(SOUND.id, slip(SOUND))
    settle()
    assert slips(inspector, STORED.id) == []
    assert len(slips(inspector, SOUND.id)) == 1


def test_a_document_that_comes_is_counted_and_one_that_goes_is_forgotten(
    known: tuple[Session, Inspector], settle: Callable[[], None]
) -> None:
    session, inspector = known
    new = another(SOUND, 2024)
    session.add(new, "导入")
    settle()
    assert inspector.counts(new.id).warnings >= 1
    session.remove(new.id, "删除")
    settle()
    assert inspector.counts(new.id) == Counts()
    session.undo_stack.undo()
    settle()
    assert inspector.counts(new.id).warnings >= 1
    assert len(slips(inspector, new.id)) == 0  # nobody has asked before
    settle()
    assert len(slips(inspector, new.id)) == 1


def test_a_project_that_goes_takes_its_findings_along(
    known: tuple[Session, Inspector], settle: Callable[[], None]
) -> None:
    session, inspector = known
    session.do(SOUND.id, slip(SOUND))
    session.do(SOUND.id, Remove(RowList("projects"), frozenset({SOUND.projects[0].id})))
    assert slips(inspector, SOUND.id) == []
    settle()
    session.undo_stack.undo()
    assert len(slips(inspector, SOUND.id)) == 1


def test_a_reason_answers_and_is_told(known: tuple[Session, Inspector]) -> None:
    session, inspector = known
    session.do(SOUND.id, slip(SOUND))
    (found,) = slips(inspector, SOUND.id)
    heard = told(inspector)
    session.do(SOUND.id, Answer(found, "按上级口径填写"))
    assert heard == [SOUND.id]
    assert inspector.counts(SOUND.id)._replace(hints=0) == Counts(answered=1)
    reason = inspector.reason(SOUND.id, found)
    assert reason
    assert reason.text == "按上级口径填写"


def test_other_rules_judge_everything_again(
    known: tuple[Session, Inspector], settle: Callable[[], None]
) -> None:
    session, inspector = known
    session.do(SOUND.id, slip(SOUND))
    before = inspector.counts(STORED.id)
    write_own_rules({RULE: {"severity": "error"}})
    inspector.judge_anew()
    settle()
    assert inspector.counts(SOUND.id).errors == 1
    assert inspector.counts(STORED.id).errors == before.errors + 1
    write_own_rules({RULE: {"severity": "off"}})
    inspector.judge_anew()
    session.do(SOUND.id, SetField(SOUND.projects[0].id, "purpose", "支付课酬。"))
    settle()
    assert slips(inspector, SOUND.id) == []
    assert inspector.counts(SOUND.id).errors == inspector.counts(STORED.id).errors == 0


def test_a_document_that_cannot_be_read_any_more_holds_up_nothing(
    shelf: Shelf, inspector: Inspector, settle: Callable[[], None]
) -> None:
    del shelf.documents[SOUND.id]
    inspector.start()
    settle()
    assert inspector.counts(STORED.id).warnings >= 1


def test_it_ends_in_the_middle_of_judging(
    session: Session, shelf: Shelf, inspector: Inspector, qtbot: QtBot
) -> None:
    for number in range(60):
        session.add(another(SOUND, 1960 + number), "导入")
    inspector.start()
    qtbot.waitUntil(shelf.reached.is_set)
    inspector.close()
    assert not inspector.at_rest
    session.do(SOUND.id, slip(SOUND))
    assert inspector.findings(SOUND.id) == ()


def test_a_rule_with_a_mistake_is_written_down_once_and_finds_nothing(
    expect_log: ExpectLog, caplog: pytest.LogCaptureFixture
) -> None:
    expect_log("not judged")
    empty: list[Finding] = []
    assert found_by(lambda: [empty.pop()]) == ()
    assert found_by(lambda: [empty.pop()]) == ()
    assert len(caplog.records) == 1
