"""Looking into a store while others write it, and before anything heavy is loaded."""

import subprocess
import sys
from pathlib import Path

from perfdesk.io.store.glance import Glance
from tests.conftest import ROOT
from tests.io.store.conftest import StartWriter
from tests.io.store.writer import numbers_in

HEAVY = {"sqlalchemy", "pydantic", "openpyxl", "platformdirs", "PySide6"}


def test_what_is_read_is_of_one_moment(tmp_path: Path, start_writer: StartWriter) -> None:
    path = tmp_path / "perfdesk.sqlite"
    writer = start_writer(path, "edit")
    assert writer.stdout is not None
    writer.stdout.readline()
    with Glance(path) as glance:
        (outline,) = glance.outline()
        for _ in range(100):
            saved = int(writer.stdout.readline())
            for _ in range(20):  # at any moment between two edits, and in the middle of one
                (number,) = numbers_in(glance.load(outline.id))
                assert int(number) >= saved


def test_a_glance_loads_no_heavy_library() -> None:
    code = (
        "import sys, perfdesk.io.store.glance; print(*{name.split('.')[0] for name in sys.modules})"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert "perfdesk" in loaded.stdout.split()
    assert HEAVY.isdisjoint(loaded.stdout.split())
