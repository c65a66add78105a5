"""Everything a newcomer needs, with nothing but Python: python3 dev.py COMMAND [arguments].

run     start PerfDesk (arguments go to the program; without a screen: the tour)
test    check style, types and the import rule, and run the tests (arguments go to pytest)
bench   measure what must be fast
tour    work through the sample without a screen, leaving pictures and files in build/tour
shots   remake the screenshots in docs
lock    remake the lock files from pyproject.toml (needs uv)

All but the last first make the environment .venv and look for the libraries of the system.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import importlib
import importlib.util
import io
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "installed.txt"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUN_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
PYTHONS = ("3.13", "3.12", "3.11")
VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
NO_WINDOW = {"convert", "check", "import", "export", "list", "-h", "--help", "--version"}


def packages_of(table: str) -> dict[str, str]:
    """Read a table of names and the Debian packages that bring them."""
    words = table.split()
    return {words[at]: words[at + 1] for at in range(0, len(words), 2)}


# What Qt loads to draw at all, and on a real screen; and what else the tests start.
DRAWING = packages_of("""
    libglib-2.0.so.0         libglib2.0-0         libGL.so.1              libgl1
    libEGL.so.1              libegl1              libX11.so.6             libx11-6
    libdbus-1.so.3           libdbus-1-3          libfontconfig.so.1      libfontconfig1
    libxkbcommon.so.0        libxkbcommon0
""")
SCREEN = packages_of("""
    libX11-xcb.so.1          libx11-xcb1          libxcb-cursor.so.0      libxcb-cursor0
    libxcb-icccm.so.4        libxcb-icccm4        libxcb-image.so.0       libxcb-image0
    libxcb-keysyms.so.1      libxcb-keysyms1      libxcb-randr.so.0       libxcb-randr0
    libxcb-render-util.so.0  libxcb-render-util0  libxcb-shape.so.0       libxcb-shape0
    libxcb-shm.so.0          libxcb-shm0          libxcb-sync.so.1        libxcb-sync1
    libxcb-util.so.1         libxcb-util1         libxcb-xfixes.so.0      libxcb-xfixes0
    libxcb-xkb.so.1          libxcb-xkb1          libxkbcommon-x11.so.0   libxkbcommon-x11-0
""")
if "WAYLAND_DISPLAY" in os.environ and "DISPLAY" not in os.environ:
    SCREEN = packages_of("""
    libwayland-client.so.0   libwayland-client0   libwayland-cursor.so.0  libwayland-cursor0
    libwayland-egl.so.1      libwayland-egl1
    """)
TEST_PROGRAMS = packages_of("Xvfb xvfb   xdotool xdotool")
CHINESE_FONT = "fonts-wqy-microhei"

# Settings of other Python work that would lead ours astray, and those that keep it quiet.
ASTRAY = {"PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_PYTHON"}
QUIET = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "DEBIAN_FRONTEND": "noninteractive"}

if TYPE_CHECKING:
    Command = list[str | Path]


class Trouble(Exception):
    """What keeps a command from going on, as one sentence for whoever typed it."""


def say(text: str) -> None:
    """Print at once, so that it stands before what the next program prints."""
    print(text, flush=True)


def start(command: Command, folder: Path = ROOT, offscreen: bool = False) -> int:
    """Run a program and return its exit code."""
    return subprocess.run(command, cwd=folder, env=variables(offscreen), check=False).returncode


def ask(command: Command, show: str = "\0") -> tuple[int, str]:
    """Run a program and return its exit code and all it printed.

    Of that only the lines that begin with `show` are shown at once.
    """
    said = []
    try:
        with subprocess.Popen(
            command,
            cwd=ROOT,
            env=variables(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        ) as program:
            for line in program.stdout or ():
                said.append(line)
                if line.lstrip().startswith(show):
                    say(f"  {line.strip()}")
    except OSError as error:
        return 1, str(error.strerror)
    return program.returncode, "".join(said).strip()


def variables(offscreen: bool = False) -> dict[str, str]:
    """Name the environment variables that a program of ours gets."""
    kept = {name: value for name, value in os.environ.items() if name not in ASTRAY}
    return {**kept, **QUIET, **({"QT_QPA_PLATFORM": "offscreen"} if offscreen else {})}


def make_environment(lock: Path) -> None:
    """Have what `lock` names installed in .venv; done at once when the stamp says it is."""
    stamp = STAMP.read_text(encoding="ascii").split() if STAMP.is_file() else []
    sound = bool(stamp) and stamp[0] == version_of(PYTHON)
    if sound and digest(lock) in stamp:
        return
    if not sound:  # never made, half made, or made for a Python that is gone
        make_empty_environment()
    STAMP.unlink(missing_ok=True)
    say(f"Installing {lock.name} into .venv; this takes a minute or more, but only once.")
    install(lock)
    locks = dict.fromkeys((lock, RUN_LOCK))  # the lock for development holds the other
    lines = [version_of(PYTHON), *map(digest, locks)]
    STAMP.write_text("\n".join(lines) + "\n", encoding="ascii")


def digest(lock: Path) -> str:
    """Tell one state of a lock file from another, whatever its line ends."""
    return hashlib.sha256(lock.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def version_of(*python: str | Path) -> str:
    """Ask a Python for its version, like 3.11; empty where it does not start."""
    code, answer = ask([*python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"])
    return "" if code else answer


def has(module: str) -> bool:
    """Whether the Python outside .venv has a module."""
    importlib.invalidate_caches()
    return importlib.util.find_spec(module) is not None


def make_empty_environment() -> None:
    """Put a .venv with nothing in it, but perhaps pip, in place of what is there."""
    if not has("pip") and not (has("venv") and has("ensurepip")):
        install_packages(["python3-venv"], "Python comes without pip and without venv")
    try:
        if ENVIRONMENT.is_dir() and not ENVIRONMENT.is_symlink():
            shutil.rmtree(ENVIRONMENT)
        ENVIRONMENT.unlink(missing_ok=True)
        if not has("venv"):
            make_environment_by_hand()
            return
    except OSError as error:
        raise Trouble(
            f"The folder {ENVIRONMENT} could not be made anew ({error.strerror}): close what runs "
            "from it, make sure that you may write there, and try again."
        ) from None
    bare = ["--without-pip"] if not has("ensurepip") else []
    code, said = ask([sys.executable, "-m", "venv", *bare, ENVIRONMENT])
    if code:
        raise Trouble(f"Python could not make {ENVIRONMENT}: {last_line(said)}")


def make_environment_by_hand() -> None:
    """Make what the venv module would make, on a system that comes without it."""
    (ENVIRONMENT / "lib" / f"python{VERSION}" / "site-packages").mkdir(parents=True)
    PYTHON.parent.mkdir()
    PYTHON.symlink_to(sys.executable)
    (ENVIRONMENT / "pyvenv.cfg").write_text(
        f"home = {Path(sys.executable).parent}\ninclude-system-site-packages = false\n",
        encoding="utf-8",
    )


def install(lock: Path) -> None:
    """Install exactly what the lock file names, checked against its hashes."""
    pip: Command = [PYTHON, "-m", "pip"]
    if ask([*pip, "--version"])[0]:
        pip = [sys.executable, "-m", "pip", "--python", PYTHON]
    options = ["--require-hashes", "--only-binary=:all:", "--no-input", "--progress-bar=off"]
    code, said = ask([*pip, "install", *options, "-r", lock], show="Downloading ")
    if code:
        raise Trouble(why_not_installed(said))


def why_not_installed(said: str) -> str:
    """Put what pip printed when it failed into one sentence."""
    if "No space left" in said:
        return f"The disk is full: free 1 GB for {ENVIRONMENT} and pip's cache, and try again."
    if "DO NOT MATCH THE HASHES" in said:
        return (
            "A library that was downloaded is not the one in the lock file, so it was not "
            "installed: try again, and if it stays so, see which package index pip is set to."
        )
    if "connection" in said.lower() or "timed out" in said:
        return (
            "The libraries could not be downloaded: connect to the network, or set pip to a "
            "package index that can be reached from here, and try again."
        )
    return f"pip could not install the libraries: {last_line(said)}"


def last_line(said: str) -> str:
    """Pick what a program printed last: as a rule, what stopped it."""
    return (said.splitlines() or ["it did not say why"])[-1]


def have_system(libraries: dict[str, str], programs: dict[str, str]) -> None:
    """Have libraries, programs and a Chinese font in the system; only libraries are a must."""
    absent = missing(libraries, programs) if sys.platform == "linux" else {}
    if not absent:
        return
    what = "The system lacks " + (", ".join(absent) if len(absent) < 4 else "libraries")
    try:
        install_packages(sorted(absent.values()), what)
    except Trouble as trouble:
        if any(library in absent for library in libraries):
            raise
        say(f"{trouble} Going on without.")


def install_packages(packages: list[str], what: str) -> None:
    """Install packages of Debian or one of its kind, or say that somebody should."""
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        raise Trouble(f"{what}; install what your system has for Debian's {names}.")
    if os.geteuid() != 0:
        raise Trouble(f"{what}; install with: sudo apt-get install {names}")
    say(f"{what}; installing {names}")
    ask(["apt-get", "-q", "update"])
    code, said = ask(["apt-get", "-q", "install", "-y", "--no-install-recommends", *packages])
    if code:
        raise Trouble(f"{what}, and apt-get could not install {names}: {last_line(said)}")


def missing(needed: dict[str, str], programs: dict[str, str]) -> dict[str, str]:
    """Find what is not there: its name, and the Debian package that brings it."""
    absent = {name: package for name, package in needed.items() if not loads(name)}
    absent.update({name: pack for name, pack in programs.items() if not shutil.which(name)})
    if not has_chinese_font():
        absent["a Chinese font"] = CHINESE_FONT
    return absent


def loads(library: str) -> bool:
    """Whether the system's loader finds a library."""
    with contextlib.suppress(OSError):
        return bool(ctypes.CDLL(library))
    return False


def has_chinese_font() -> bool:
    """Ask fontconfig, as Qt does."""
    if not loads("libfontconfig.so.1"):
        return False
    fontconfig = ctypes.CDLL("libfontconfig.so.1")
    for function in (fontconfig.FcNameParse, fontconfig.FcObjectSetCreate):
        function.restype = ctypes.c_void_p
    fontconfig.FcFontList.argtypes = [ctypes.c_void_p] * 3
    fontconfig.FcFontList.restype = ctypes.POINTER(ctypes.c_int)  # the count stands first
    wanted = fontconfig.FcNameParse(b":lang=zh-cn")
    return bool(fontconfig.FcFontList(None, wanted, fontconfig.FcObjectSetCreate())[0])


def has_screen() -> bool:
    """Whether a window can be shown: always outside Linux, there if a display answers."""
    environ = os.environ
    if sys.platform != "linux" or "QT_QPA_PLATFORM" in environ or "WAYLAND_DISPLAY" in environ:
        return True
    if "DISPLAY" not in environ:
        return False
    if not loads("libxcb.so.1"):
        return True  # cannot be asked yet: the library comes with the others
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answered = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return answered


def command_run(arguments: list[str]) -> int:
    """Start the program, or what can be seen of it without a screen."""
    window = not arguments or arguments[0] not in NO_WINDOW
    screen = has_screen()
    if window and screen:
        have_system({**DRAWING, **SCREEN}, {})
    if screen or not window:
        make_environment(RUN_LOCK)
        return start([PYTHON, ROOT / "main.py", *arguments], folder=Path.cwd())
    say("There is no screen here, so the tour works through the sample without one.")
    return command_module("devtools.tour", [])


def command_test(arguments: list[str]) -> int:
    """Run every check, also after one has failed, and then say which did."""
    have_system({**DRAWING, **SCREEN}, TEST_PROGRAMS)
    make_environment(DEV_LOCK)
    rule = "tests/test_architecture.py"
    checks: dict[str, Command] = {
        "style": ["ruff", "check"],
        "format": ["ruff", "format", "--check"],
        "types": ["mypy"],
        "import rule": ["pytest", "-q", rule],
        "tests": ["pytest", *(arguments or [f"--ignore={rule}"])],
    }
    report, failures = "", 0
    for name, command in checks.items():
        say(f"\n== {name}")
        began = time.monotonic()
        failed = start([PYTHON, "-m", *command], offscreen=True) != 0
        seconds = time.monotonic() - began
        report += f"\n{name:12} {'FAILED' if failed else 'ok':6} {seconds:6.1f} s"
        failures += failed
    say(report)
    return 1 if failures else 0


def command_module(module: str, arguments: list[str]) -> int:
    """Start a module that draws windows; only measuring wants a real screen for it."""
    screen = module == "bench" and has_screen()
    have_system({**DRAWING, **SCREEN} if screen else DRAWING, {})
    make_environment(DEV_LOCK if module == "bench" else RUN_LOCK)
    return start([PYTHON, "-m", module, *arguments], offscreen=not screen)


def command_lock(arguments: list[str]) -> int:
    """Remake the lock files for every system; versions stay unless --upgrade is given."""
    if not shutil.which("uv"):
        raise Trouble("Remaking the lock files needs uv; install it with: pip install uv")
    style = ["--universal", "--generate-hashes", "--no-emit-index-url", "--no-header"]
    uv: Command = ["uv", "pip", "compile", "--quiet", "--no-annotate", *style, *arguments]
    return start([*uv, "pyproject.toml", "-o", RUN_LOCK.name]) or start(
        [*uv, "pyproject.toml", "--group", "dev", "-c", RUN_LOCK.name, "-o", DEV_LOCK.name]
    )


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": command_run,
    "test": command_test,
    "bench": partial(command_module, "bench"),
    "tour": partial(command_module, "devtools.tour"),
    "shots": partial(command_module, "devtools.shots"),
    "lock": command_lock,
}


def another_python() -> list[str]:
    """Find a Python that PerfDesk runs on, where this one is too old, too new or in .venv."""
    if Path(sys.prefix) == ENVIRONMENT:
        return [getattr(sys, "_base_executable", sys.executable)]
    for version in PYTHONS:
        for command in ([f"python{version}"], ["py", f"-{version}"]):
            if version_of(*command) == version:
                return command
    raise Trouble(
        f"PerfDesk needs Python {' or '.join(reversed(PYTHONS))}, and this is "
        f"{sys.version.split()[0]}; install one of them and try again."
    )


def main(arguments: list[str]) -> int:
    """Do one command and return the exit code."""
    if not arguments or arguments[0] not in COMMANDS:
        say((__doc__ or "").strip())
        return 0 if arguments in (["-h"], ["--help"]) else 2
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a path may hold what a console cannot show
    try:
        if VERSION not in PYTHONS or Path(sys.prefix) == ENVIRONMENT:
            return start([*another_python(), ROOT / "dev.py", *arguments], folder=Path.cwd())
        return COMMANDS[arguments[0]](arguments[1:])
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; the same command goes on from here.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
