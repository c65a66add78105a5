"""Edits that follow one another with one key are one step of undo, and no others are."""

import pytest

from perfdesk.io.forms import form_named
from perfdesk.models.change import SetField
from perfdesk.models.document import Document
from perfdesk.models.outline import outline
from perfdesk.ui.session import Session

pytestmark = pytest.mark.usefixtures("qapp")


class Shelf:
    """A keeper that remembers what it was given."""

    def __init__(self) -> None:
        self.saved: list[tuple[Document | None, Document | None]] = []

    def save(self, before: Document | None, after: Document | None) -> None:
        self.saved.append((before, after))


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def session(shelf: Shelf) -> Session:
    form = form_named("hebei-2024")
    document = Document(2025, form.id, id="d")
    return Session(shelf, lambda _: document, (outline(form, document),))


def overall(session: Session) -> str:
    return session.document("d").statement.overall


def type_in(session: Session, text: str, key: object) -> None:
    session.do("d", SetField("", "statement.overall", text), merge_key=key)


def test_one_visit_is_one_step(session: Session, shelf: Shelf) -> None:
    visit = object()
    for text in ("一", "一二", "一二三"):
        type_in(session, text, visit)
    assert session.undo_stack.count() == 1
    saved = [after.statement.overall for _, after in shelf.saved if after]
    assert saved == ["一", "一二", "一二三"]
    session.undo_stack.undo()
    assert overall(session) == ""
    session.undo_stack.redo()
    assert overall(session) == "一二三"


def test_another_visit_is_another_step(session: Session) -> None:
    type_in(session, "一", object())
    type_in(session, "二", object())
    session.undo_stack.undo()
    assert overall(session) == "一"


def test_edits_without_a_key_stay_apart(session: Session) -> None:
    type_in(session, "一", None)
    type_in(session, "二", None)
    session.undo_stack.undo()
    assert overall(session) == "一"


def test_something_done_in_between_parts_a_visit(session: Session) -> None:
    visit = object()
    type_in(session, "一", visit)
    session.do("d", SetField("", "year", 2026))
    type_in(session, "一二", visit)
    session.undo_stack.undo()
    assert overall(session) == "一"
    session.undo_stack.undo()
    assert session.document("d").year == 2025


def test_a_visit_that_ends_where_it_began_leaves_no_step(session: Session, shelf: Shelf) -> None:
    visit = object()
    type_in(session, "一", visit)
    type_in(session, "", visit)
    assert not session.undo_stack.can_undo()
    assert overall(session) == ""
    assert shelf.saved[-1][1] == session.document("d")
