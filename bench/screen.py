"""A screen to measure on: the one there is, else Xvfb's, else none."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from bench.setting import ROOT


@contextmanager
def screen(environment: Mapping[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield what Qt draws on and the variables that say so, for as long as it is measured."""
    own = {key: value for key, value in environment.items() if key != "QT_QPA_PLATFORM"}
    if (sys.platform != "linux" or {"DISPLAY", "WAYLAND_DISPLAY"} & own.keys()) and _paints(own):
        yield "the screen of this machine", own
        return
    with _xvfb() as number:
        virtual = {**environment, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        if number and _paints(virtual):
            yield "xcb under Xvfb", virtual
            return
    yield "offscreen", {**environment, "QT_QPA_PLATFORM": "offscreen"}


@contextmanager
def _xvfb() -> Iterator[str]:
    """Start a virtual screen on whatever number is free, and yield it; empty where none starts."""
    if sys.platform != "linux" or not shutil.which("Xvfb"):
        yield ""
        return
    reading, writing = os.pipe()
    options = ["-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), *options],
        pass_fds=(writing,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(writing)
        try:
            with os.fdopen(reading) as answer:
                yield answer.readline().strip()
        finally:
            process.terminate()


def _paints(environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown: nobody may answer, or Qt lack a library of the screen's."""
    probe = [sys.executable, str(ROOT / "bench" / "probes" / "bare_window.py")]
    done = subprocess.run(probe, env=environment, capture_output=True, check=False)
    return done.returncode == 0
