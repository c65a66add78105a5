import subprocess
import sys
from pathlib import Path

import pytest

from perfdesk import paths

ROOT = Path(__file__).resolve().parent.parent


def test_a_named_home_holds_everything_of_the_user(own_home: Path) -> None:
    assert paths.default_store_path() == own_home / "perfdesk.sqlite"
    assert own_home in paths.settings_dir().parents
    assert own_home in paths.log_dir().parents
    assert not own_home.exists()


def test_otherwise_the_store_is_in_the_documents_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("PERFDESK_HOME")
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "文档"))
    store = paths.default_store_path()
    assert store.parts[-2:] == ("PerfDesk", "perfdesk.sqlite")
    assert len({store.parent, paths.settings_dir(), paths.log_dir()}) == 3
    if sys.platform == "linux":
        assert store.parent.parent == tmp_path / "文档"


def test_the_resources_of_the_checkout_are_found() -> None:
    assert (paths.resource_dir() / "forms").is_dir()


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    """The first paint waits for these imports."""
    heavy = ["platformdirs", "logging.handlers", "pydantic", "sqlalchemy", "openpyxl"]
    code = (
        f"import sys, perfdesk.paths, perfdesk.log; print([m for m in {heavy} if m in sys.modules])"
    )
    loaded = subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, text=True)
    assert loaded.strip() == "[]"
