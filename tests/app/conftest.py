from pathlib import Path

import pytest

from perfdesk.app import run
from tests.app.jobs import LAST_YEAR, THIS_YEAR, Capture, Refused


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "数据.sqlite"


@pytest.fixture
def filled(store: Path, capsys: Capture) -> Path:
    """A store with the sample of two years."""
    assert run(["import", str(THIS_YEAR), str(LAST_YEAR), "--store", str(store)]) == 0
    capsys.readouterr()
    return store


@pytest.fixture
def refused(capsys: Capture) -> Refused:
    """Runs what cannot be done and returns the one line that says why."""

    def refused(arguments: list[str]) -> str:
        assert run(arguments) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.endswith("。\n")
        assert said.err.count("\n") == 1
        return said.err.strip()

    return refused
