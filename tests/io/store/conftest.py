import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from perfdesk.io.store.store import Store
from tests.conftest import ROOT

StartWriter = Callable[[Path, str], "subprocess.Popen[str]"]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new store, open."""
    with Store.open(tmp_path / "perfdesk.sqlite") as opened:
        yield opened


@pytest.fixture(scope="module")
def common_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for all examples of the property tests of a module."""
    with Store.open(tmp_path_factory.mktemp("store") / "perfdesk.sqlite") as opened:
        yield opened


@pytest.fixture
def start_writer() -> Iterator[StartWriter]:
    """Starts another program that writes a store (see `writer.py`); killed after the test."""
    with ExitStack() as stack:

        def start(path: Path, deed: str) -> "subprocess.Popen[str]":
            writer = subprocess.Popen(
                [sys.executable, str(Path(__file__).with_name("writer.py")), str(path), deed],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
            )
            stack.enter_context(writer)
            stack.callback(writer.kill)
            return writer

        yield start


@pytest.fixture
def open_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that every user may enter, as the tests' own is not."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        monkeypatch.setenv("PERFDESK_HOME", folder)
        yield Path(folder)


@pytest.fixture
def as_ordinary_user() -> Iterator[Callable[[], None]]:
    """Gives up root's power to write everywhere, for the rest of the test."""
    if sys.platform == "win32":
        pytest.skip("needs the rights of a POSIX system")
    if os.geteuid() != 0:
        yield lambda: None
        return
    yield lambda: os.seteuid(65534)
    os.seteuid(0)
