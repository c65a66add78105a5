"""The saver: what it survives, and what it leaves behind."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from perfdesk.io.store.glance import Glance
from perfdesk.models.document import Document
from perfdesk.ui.saver import Saver

ExpectLog = Callable[[str], None]
DOCUMENT = Document(2025, "hebei-2024")


@pytest.fixture
def saver(tmp_path: Path, qtbot: QtBot) -> Iterator[Saver]:
    """A saver at work on a new store."""
    saver = Saver(tmp_path / "store.sqlite")
    with qtbot.waitSignal(saver.opened):
        saver.start()
    yield saver
    saver.close()


class Unlucky(Document):
    """A document that cannot even be looked at: a mistake of ours."""

    def __getattribute__(self, name: str) -> object:
        raise ZeroDivisionError(name)


def test_a_mistake_of_ours_is_written_down_and_later_edits_wait(
    saver: Saver, expect_log: ExpectLog
) -> None:
    expect_log("not saved")
    saver.save(None, DOCUMENT)
    assert saver.wait_until_saved(30)
    saver.save(None, Unlucky())
    saver.remember("place", "here")
    assert not saver.wait_until_saved(30)
    assert saver.state.problem == "程序遇到意外，已写入日志。"
    assert saver.state.pending == 2
    assert not saver.wait_until_saved(30), "and it lives on to try again"


def test_nothing_to_save_is_saved_at_once(saver: Saver) -> None:
    assert saver.wait_until_saved(0)
    assert saver.state.pending == 0
    assert saver.state.saved_at is None


def test_a_store_that_was_closed_is_one_file(tmp_path: Path, qtbot: QtBot) -> None:
    saver = Saver(tmp_path / "store.sqlite")
    with qtbot.waitSignal(saver.opened):
        saver.start()
    saver.save(None, DOCUMENT)
    saver.close()
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "store.sqlite",
        "store.sqlite.lock",
    ]
    with Glance(tmp_path / "store.sqlite") as glance:
        assert glance.load(DOCUMENT.id) == DOCUMENT


def test_one_that_never_started_closes(tmp_path: Path) -> None:
    Saver(tmp_path / "store.sqlite").close()
    assert list(tmp_path.iterdir()) == []
