"""How things are timed: in turns, so that a busy moment falls on all of them alike."""

import gc
import time
from collections.abc import Callable
from statistics import median


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long some work takes, once what others have left behind is cleared away."""
    gc.collect()
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def medians(rounds: int, *measures: Callable[[], float]) -> list[float]:
    """Take several measures in turns, `rounds` times, and return the median of each."""
    for measure in measures:  # the first time, caches of files and code are cold
        measure()
    taken = [[measure() for measure in measures] for _ in range(rounds)]
    return [median(column) for column in zip(*taken, strict=True)]


def nearly_all(values: list[float]) -> float:
    """Return what 95 % of the values do not exceed."""
    return sorted(values)[max(0, -(-len(values) * 95 // 100) - 1)]
