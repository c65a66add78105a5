"""A screen to measure on: the one there is, else Xvfb's, else none."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from bench.setting import ROOT

_OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


@contextmanager
def screen(environment: Mapping[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield what Qt draws on and the variables that say so, for as long as it is measured."""
    there = {**environment}
    there.pop("QT_QPA_PLATFORM", None)
    if sys.platform != "linux" or "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ:
        yield _name_of(there), there
        return
    server = _xvfb()
    if server is None:
        yield "offscreen", {**environment, **_OFFSCREEN}
        return
    process, number = server
    try:
        xcb = {**environment, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        if _paints(xcb):
            yield "xcb under Xvfb", xcb
        else:
            yield "offscreen", {**environment, **_OFFSCREEN}
    finally:
        process.terminate()
        process.wait()


def _xvfb() -> tuple["subprocess.Popen[bytes]", int] | None:
    """Start a virtual screen on whatever number is free."""
    if not shutil.which("Xvfb"):
        return None
    reading, writing = os.pipe()
    options = ["-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), *options],
        pass_fds=(writing,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        number = answer.readline().strip()
    if not number:
        process.wait()
        return None
    return process, int(number)


def _paints(environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown: Qt may lack a library of the screen's."""
    probe = [sys.executable, str(ROOT / "bench" / "probes" / "bare_window.py")]
    done = subprocess.run(probe, env=environment, capture_output=True, check=False)
    return done.returncode == 0


def _name_of(environment: Mapping[str, str]) -> str:
    if sys.platform != "linux":
        return sys.platform
    return "wayland" if "WAYLAND_DISPLAY" in environment else "xcb"
