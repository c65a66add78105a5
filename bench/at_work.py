"""What a person waits for at every key: the paint, the save, the step back."""

from collections.abc import Iterator
from statistics import median

from bench.figure import Figure, Goal
from bench.measuring import nearly_all
from bench.setting import Setting

_ROUNDS = 60
_FRAME_MS = Goal(16)
_SAVE_MS = Goal(100)
_NAMES = {
    "typed": ("key: typed into a cell, painted", _FRAME_MS),
    "left": ("key: cell left with Enter, painted", _FRAME_MS),
    "emptied": ("key: cell emptied, painted", _FRAME_MS),
    "undone": ("undo: an edit, painted", _FRAME_MS),
    "saved": ("save: an edit, on disk", _SAVE_MS),
}


def at_work(setting: Setting) -> Iterator[Figure]:
    """Keys, undo and saving with 10,000 projects in the store, median and 95 %."""
    took = setting.probe("at_work", setting.large_store, setting.rounds(_ROUNDS))
    for key, (name, goal) in _NAMES.items():
        yield Figure(f"{name}, median", median(took[key]), goal)
        yield Figure(f"{name}, 95 %", nearly_all(took[key]), goal)
