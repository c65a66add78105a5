from collections.abc import Iterator
from pathlib import Path

import pytest

from perfdesk.io.store.store import Store


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
