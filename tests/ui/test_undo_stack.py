"""Steps of undo over several documents: whole, in their order, and none for what was handed in."""

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.io.forms import form_or_default
from perfdesk.models.change import SetField
from perfdesk.models.document import Document, Submission
from perfdesk.models.outline import outline
from perfdesk.models.project import Project
from perfdesk.models.years.submit import Reopen, Submit
from perfdesk.ui.session import Session

pytestmark = pytest.mark.usefixtures("qapp")

HANDED_IN = Submission("张三", "2026-11-20T16:30:05+08:00")


class Shelf:
    """A keeper that holds every document as it was saved last."""

    def __init__(self, documents: dict[str, Document]) -> None:
        self.kept: dict[str, Document | None] = {**documents}

    def save(self, before: Document | None, after: Document | None) -> None:
        document = after or before
        assert document is not None
        assert self.kept.get(document.id) == before, "edits are saved in their order"
        self.kept[document.id] = after


def opened(*years: int) -> tuple[Session, Shelf, list[str]]:
    documents = {
        f"d{year}": Document(
            year, "hebei-2024", projects=(Project(id=f"p{year}", name="甲"),), id=f"d{year}"
        )
        for year in years
    }
    outlines = tuple(outline(form_or_default(o.form), o) for o in documents.values())
    shelf = Shelf(documents)
    return Session(shelf, documents.__getitem__, outlines), shelf, [*documents]


def write(session: Session, document_id: str, text: str, key: object = None) -> None:
    session.do(document_id, SetField("", "statement.overall", text), key)


def write_both(session: Session, ids: list[str], text: str) -> None:
    with session.together("替换"):
        for each in ids:
            write(session, each, text)


def said(session: Session, document_id: str) -> str:
    return session.document(document_id).statement.overall


def test_one_stay_in_two_documents_is_two_steps() -> None:
    """A field keeps the focus while the page turns to another year."""
    session, shelf, (this, last) = opened(2025, 2024)
    visit = object()
    write(session, this, "今年", visit)
    write(session, last, "去年", visit)
    write(session, this, "今年还有", visit)
    assert session.undo_stack.count() == 3
    session.undo_stack.undo()
    assert (said(session, this), said(session, last)) == ("今年", "去年")
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert (said(session, this), said(session, last)) == ("", "")
    assert shelf.kept == {each: session.document(each) for each in (this, last)}


@pytest.mark.parametrize("way", ["do", "undo", "redo"])
def test_what_comes_while_a_step_is_gone_is_made_after_it(way: str) -> None:
    session, shelf, (this, last) = opened(2025, 2024)
    if way != "do":
        write(session, this, "一")
        write(session, this, "一二")
    if way == "redo":
        session.undo_stack.undo()
    came: list[None] = []

    def hand_over(*_: object) -> None:
        if not came:
            came.append(None)
            write(session, last, "正在写的")
            assert said(session, last) == ""

    session.changed.connect(hand_over)
    does: dict[str, Callable[[], None]] = {
        "do": lambda: write(session, this, "三"),
        "undo": session.undo_stack.undo,
        "redo": session.undo_stack.redo,
    }
    does[way]()
    assert said(session, last) == "正在写的"
    assert said(session, this) == {"do": "三", "undo": "一", "redo": "一二"}[way]
    session.undo_stack.undo()
    assert said(session, last) == ""
    assert said(session, this) == {"do": "三", "undo": "一", "redo": "一二"}[way]
    while session.undo_stack.index():
        session.undo_stack.undo()
    assert said(session, this) == ""
    assert shelf.kept == {each: session.document(each) for each in (this, last)}


def test_what_comes_too_late_is_told_and_harms_nothing(
    expect_log: Callable[[str], None],
) -> None:
    expect_log("came too late")
    session, _, (this,) = opened(2025)
    told: list[str] = []
    session.refused.connect(told.append)
    session.add(Document(2026, "hebei-2024", id="new", projects=(Project(id="p"),)), "新建")
    came: list[None] = []

    def hand_over(*_: object) -> None:
        if not came:
            came.append(None)
            session.do(this, SetField("nobody", "name", "正在写的"))

    session.changed.connect(hand_over)
    session.undo_stack.undo()
    assert len(told) == 1
    assert "没有填入" in told[0]
    assert session.undo_stack.next_redo() is not None


def test_undo_rests_while_a_step_is_gone() -> None:
    session, _, (this,) = opened(2025)
    write(session, this, "一")
    write(session, this, "一二")
    session.changed.connect(lambda *_: session.undo_stack.undo())
    session.undo_stack.undo()
    assert said(session, this) == "一"
    with session.together("几处"):
        session.undo_stack.undo()
    assert said(session, this) == "一"


def test_several_changes_are_one_step_and_none_at_all_is_none() -> None:
    session, _, (this, last) = opened(2025, 2024)
    with session.together("替换"):
        for each in (this, last, this):
            write(session, each, said(session, each) + "字")
    with session.together("没有"):
        write(session, this, said(session, this))
    assert session.undo_stack.labels() == ["替换"]
    session.undo_stack.undo()
    assert (said(session, this), said(session, last)) == ("", "")
    session.undo_stack.redo()
    assert (said(session, this), said(session, last)) == ("字字", "字")


def test_handing_in_is_no_step_and_keeps_what_was_done_before() -> None:
    session, _, (this, last) = opened(2025, 2024)
    write(session, last, "去年")
    write(session, this, "今年")
    session.do(this, Submit(HANDED_IN))
    there = session.document(this)
    assert session.undo_stack.labels() == ["修改总体绩效目标"] * 2
    assert session.undo_stack.passed_by_undo() == {this}
    session.undo_stack.undo()
    assert (session.document(this), said(session, last)) == (there, "")
    session.undo_stack.undo()
    assert session.document(this) is there
    session.undo_stack.redo()
    assert said(session, last) == "去年"
    session.do(this, Reopen())
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert (said(session, this), said(session, last)) == ("", "")


def test_a_step_about_several_documents_waits_for_all_of_them() -> None:
    session, _, (this, last) = opened(2025, 2024)
    write(session, last, "一")
    with session.together("替换"):
        write(session, this, "二")
        write(session, last, "二")
    session.do(this, Submit(HANDED_IN))
    session.undo_stack.undo()
    assert said(session, last) == "二"
    assert session.undo_stack.next_undo() is None
    assert session.undo_stack.passed_by_undo() == {this, last}


DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["write", "write", "stay", "both", "submit", "reopen", "undo", "redo"]),
        st.integers(0, 1),
        st.text("甲乙", max_size=2),
    ),
    max_size=25,
)


@given(DEEDS)
def test_whatever_is_done_can_be_taken_back(deeds: list[tuple[str, int, str]]) -> None:
    session, shelf, ids = opened(2025, 2024)
    before = {each: session.document(each) for each in ids}
    for deed, at, text in deeds:
        there = {each: session.document(each) for each in ids if session.outline(each).submitted}
        does: dict[str, Callable[[], object]] = {
            "write": partial(write, session, ids[at], text),
            "stay": partial(write, session, ids[at], text, "stay"),
            "both": partial(write_both, session, ids, text),
            "submit": partial(session.do, ids[at], Submit(HANDED_IN)),
            "reopen": partial(session.do, ids[at], Reopen()),
            "undo": session.undo_stack.undo,
            "redo": session.undo_stack.redo,
        }
        does[deed]()
        if deed != "reopen":
            assert all(session.document(each) is document for each, document in there.items())
    for each in ids:
        session.do(each, Reopen())
    after = {each: session.document(each) for each in ids}
    done = session.undo_stack.index()
    for _ in range(done):
        session.undo_stack.undo()
    assert {each: session.document(each) for each in ids} == before == shelf.kept
    for _ in range(done):
        session.undo_stack.redo()
    assert {each: session.document(each) for each in ids} == after == shelf.kept
