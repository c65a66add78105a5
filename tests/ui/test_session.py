"""The one door: what goes through it can be undone exactly, and reaches the store."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfdesk.io.forms import form_or_default
from perfdesk.io.store.glance import Glance
from perfdesk.models.change import PROJECTS, Insert, Remove, SetField
from perfdesk.models.document import Document
from perfdesk.models.outline import outline
from perfdesk.models.project import Project
from perfdesk.ui.saver import Saver
from perfdesk.ui.session import Session
from tests.strategies import changes, documents
from tests.ui.stepping import go_to_step

pytestmark = pytest.mark.usefixtures("qapp")


class Shelf:
    """A keeper that holds every document as it was saved last."""

    def __init__(self, *documents: Document) -> None:
        self.kept: dict[str, Document | None] = {each.id: each for each in documents}

    def save(self, before: Document | None, after: Document | None) -> None:
        document = before or after
        assert document is not None
        assert self.kept.get(document.id) == before, "edits are saved in their order"
        self.kept[document.id] = after


def opened(*documents: Document) -> tuple[Session, Shelf]:
    by_id = {each.id: each for each in documents}
    outlines = tuple(outline(form_or_default(each.form), each) for each in documents)
    shelf = Shelf(*documents)
    return Session(shelf, by_id.__getitem__, outlines), shelf


@settings(max_examples=60)
@given(st.data())
def test_undo_and_redo_return_exactly_the_same_documents(data: st.DataObject) -> None:
    document = data.draw(documents())
    session, shelf = opened(document)
    states = [document]
    for change in data.draw(changes(document)):
        session.do(document.id, change)
        now = session.document(document.id)
        if now is not states[-1]:
            states.append(now)
        assert session.outline(document.id) == outline(form_or_default(now.form), now)
    assert session.undo_stack.count() == len(states) - 1
    for state in reversed(states[:-1]):
        session.undo_stack.undo()
        assert session.document(document.id) == state
        assert shelf.kept[document.id] == state
    for state in states[1:]:
        session.undo_stack.redo()
        assert session.document(document.id) == state
        assert shelf.kept[document.id] == state
    walk = data.draw(st.lists(st.integers(0, len(states) - 1), max_size=8))
    for index in walk:
        go_to_step(session.undo_stack, index)
        assert session.document(document.id) == states[index]
        assert session.outline(document.id).projects == tuple(
            outline(form_or_default(states[index].form), states[index]).projects
        )


def test_a_document_comes_and_goes_and_comes_back() -> None:
    session, shelf = opened()
    document = Document(2025, "hebei-2024", projects=(Project(name="甲"),))
    heard: list[tuple[bool, bool]] = []
    session.changed.connect(lambda b, a: heard.append((b is not None, a is not None)))
    session.add(document, "导入文件")
    session.remove(document.id, "删除文本")
    assert session.outlines == ()
    session.undo_stack.undo()
    assert session.document(document.id) is document
    assert shelf.kept[document.id] is document
    assert heard == [(False, True), (True, False), (False, True)]
    assert [each.label for each in [session.undo_stack.next_redo()] if each] == ["删除文本"]


def test_what_changes_nothing_leaves_no_trace() -> None:
    project = Project(name="甲")
    document = Document(2025, "hebei-2024", projects=(project,))
    session, shelf = opened(document)
    session.do(document.id, SetField(project.id, "name", "甲"))
    session.do(document.id, Remove(PROJECTS, frozenset({"nobody"})))
    assert session.undo_stack.count() == 0
    assert shelf.kept[document.id] is document


def test_only_undo_and_redo_travel() -> None:
    document = Document(2025, "hebei-2024")
    session, _ = opened(document)
    places: list[object] = []
    session.travelled.connect(lambda _before, after: places.append(after))
    session.do(document.id, Insert(PROJECTS, 0, (Project(name="甲"),)))
    assert places == []
    session.undo_stack.undo()
    session.undo_stack.redo()
    assert [len(each.projects) for each in places if isinstance(each, Document)] == [0, 1]


def test_every_edit_is_on_disk_when_the_saver_says_so(tmp_path: Path) -> None:
    path = tmp_path / "某单位" / "store.sqlite"
    saver = Saver(path)
    session = Session(saver, lambda _: pytest.fail("nothing is read"))
    saver.start()
    document = Document(2025, "hebei-2024", projects=(Project(name="甲"),))
    session.add(document, "新建文本")
    for name in ("乙", "丙", "丁"):
        session.do(document.id, SetField(document.projects[0].id, "name", name))
    session.undo_stack.undo()
    assert saver.wait_until_saved(30)
    with Glance(path) as glance:
        assert glance.load(document.id) == session.document(document.id)
        assert glance.load(document.id).projects[0].name == "丙"
    saver.close()


def test_edits_wait_in_order_until_the_store_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    holder = Saver(path)
    holder.start()
    holder.remember("place", "first")
    assert holder.wait_until_saved(30)
    waiting = Saver(path)
    session = Session(waiting, lambda _: pytest.fail("nothing is read"))
    waiting.start()
    document = Document(2025, "hebei-2024", projects=(Project(name="甲"),))
    session.add(document, "新建文本")
    assert not waiting.wait_until_saved(0.5)
    assert "另一个窗口" in waiting.state.problem
    holder.close()
    session.do(document.id, SetField(document.projects[0].id, "name", "乙"))
    assert waiting.wait_until_saved(30)
    assert waiting.state.problem == ""
    waiting.close()
    with Glance(path) as glance:
        assert glance.load(document.id).projects[0].name == "乙"
