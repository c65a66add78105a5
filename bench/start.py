"""From the start of the program to its first paint, and what it holds in memory then."""

from collections.abc import Iterator
from pathlib import Path

from bench.figure import Figure, Goal
from bench.measuring import medians
from bench.setting import Setting

_ROUNDS = 20


def start(setting: Setting) -> Iterator[Figure]:
    """The last document's tree and form on screen, against a window with nothing in it."""
    bare, sample, large = medians(
        setting.rounds(_ROUNDS),
        lambda: _since_birth(setting, "bare_window"),
        lambda: _shown(setting, setting.sample_store),
        lambda: _shown(setting, setting.large_store),
    )
    yield Figure("start: first paint, sample", sample, Goal(1.6, of_floor=True), bare)
    yield Figure("start: first paint, 10,000 projects", large, Goal(2.0, of_floor=True), bare)


def memory(setting: Setting) -> Iterator[Figure]:
    """What the program holds with 10,000 projects, at its first paint and once all is loaded."""
    held = setting.probe("program", "--settle", "--store", setting.large_store)
    for name, at in (("at the first paint", "memory"), ("all loaded", "settled")):
        if held[at]:
            yield Figure(f"memory: 10,000 projects, {name}", held[at], Goal(200), unit="MiB")


def _shown(setting: Setting, store: Path) -> float:
    return _since_birth(setting, "program", "--store", store)


def _since_birth(setting: Setting, name: str, *arguments: object) -> float:
    took: float = setting.probe(name, *arguments)["since_birth"]
    return took
