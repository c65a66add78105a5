"""The real program, killed without warning: what left its cell is kept, nothing is broken."""

import os
import select
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event

import pytest

from perfdesk.io.forms import form_named
from perfdesk.io.store.glance import Glance
from perfdesk.io.store.store import Store
from perfdesk.models.blank import blank_document
from perfdesk.models.document import Department, Document
from perfdesk.models.project import Unit

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60  # seconds until a start that does not get on counts as a failure


@pytest.fixture
def document() -> Document:
    form = form_named("hebei-2024")
    return blank_document(form, 2025, Department("315", "商务局"), Unit("315001", "本级"))


@pytest.fixture
def store(tmp_path: Path, document: Document) -> Path:
    path = tmp_path / "数据 文件" / "store.sqlite"
    with closing(Store.open(path)) as opened:
        opened.save(None, document)
    return path


@contextmanager
def at_work(store: Path, text: str, rounds: int) -> Iterator[subprocess.Popen[str]]:
    """A clerk in a process of its own, killed on leaving if she is still there."""
    clerk = Path(__file__).with_name("clerk.py")
    with subprocess.Popen(
        [sys.executable, "-W", "error", str(clerk), str(store), text, str(rounds)],
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_for(process: subprocess.Popen[str], line: str) -> None:
    assert process.stdout is not None
    while True:
        readable, _, _ = select.select([process.stdout], [], [], PATIENCE)
        assert readable, f"the program did not come to say {line!r}"
        said = process.stdout.readline()
        assert said, f"the program ended before it said {line!r}"
        if said.strip() == line:
            return


def texts(document: Document) -> str:
    return repr(document)


def kept(store: Path, document: Document) -> Document:
    with closing(sqlite3.connect(store)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with Glance(store) as glance:
        return glance.load(document.id)


@pytest.mark.parametrize("number", range(3))
def test_killed_200_ms_after_leaving_a_cell_nothing_is_lost(
    store: Path, document: Document, number: int
) -> None:
    with at_work(store, f"第{number}次写下的名称", 1) as process:
        wait_for(process, "left 1")
        Event().wait(0.2)  # the 200 ms of the promise itself
        process.send_signal(signal.SIGKILL)
        process.wait(PATIENCE)
    assert f"第{number}次写下的名称1" in texts(kept(store, document))


def test_killed_at_once_the_store_is_whole_and_holds_a_state_that_was_there(
    store: Path, document: Document
) -> None:
    for attempt in range(3):
        with at_work(store, f"尝试{attempt}次", 20) as process:
            wait_for(process, f"left {5 * attempt + 1}")
            process.send_signal(signal.SIGKILL)
            process.wait(PATIENCE)
        names = {f"尝试{a}次{n}" for a in range(attempt + 1) for n in range(21)}
        found = kept(store, document)
        first_cell = found.projects[0].name or found.projects[0].code
        assert first_cell in names | {""}


def test_after_a_kill_the_program_starts_again_and_goes_on(store: Path, document: Document) -> None:
    for text in ("先写", "再写"):
        with at_work(store, text, 1) as process:
            wait_for(process, "left 1")
            Event().wait(0.2)  # as above
            process.send_signal(signal.SIGKILL)
            process.wait(PATIENCE)
    assert "再写1" in texts(kept(store, document))
