"""Reading a published document: the largest there is beside the checkout, and our own."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench.figure import Figure, Goal
from bench.measuring import medians, milliseconds
from bench.setting import ROOT, Setting
from perfdesk.io.files import read_file
from perfdesk.paths import resource_dir

_ROUNDS = 8
_GOAL_MS = Goal(300)


def reading(setting: Setting) -> Iterator[Figure]:
    """Text to document; the largest shared document only where it is present."""
    shared = sorted((ROOT.parent / "shared" / "documents").glob("*.txt"), key=_size)
    (sample,) = (resource_dir() / "samples").glob("*.txt")
    for name, path in (("our sample", sample), *(("the largest", each) for each in shared[-1:])):
        (took,) = medians(setting.rounds(_ROUNDS), partial(_time, path))
        size = f"{_size(path) / 1024:.0f} KiB"
        yield Figure(f"read: text, {name} ({size})", took, _GOAL_MS)


def _time(path: Path) -> float:
    return milliseconds(lambda: read_file(path))


def _size(path: Path) -> int:
    return path.stat().st_size
