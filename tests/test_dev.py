"""dev.py on a small project of its own, with the real pip, and the lock files it installs from."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement

import dev

ROOT = Path(__file__).resolve().parent.parent
LOCKS = [ROOT / "requirements.lock", ROOT / "requirements-dev.lock"]

# Starts dev.py in a Python that seems to lack the modules named first.
LACKING = """
import runpy, sys
for name in sys.argv[1].split():
    sys.modules[name] = None
del sys.argv[:2]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def python_with_pip() -> str:
    """One of both has installed this environment: its own Python or the one it was made from."""
    ask = [sys.executable, "-c", "import pip"]
    own = subprocess.run(ask, capture_output=True, check=False).returncode == 0
    return sys.executable if own else getattr(sys, "_base_executable", sys.executable)


class Project:
    """A project like ours whose one library is a wheel in the next folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.wheels = folder.parent / "wheels"
        self.wheels.mkdir()
        folder.mkdir()
        shutil.copy(ROOT / "dev.py", folder)
        (folder / "main.py").write_text(
            "import os, sys, tiny\nprint(ascii([tiny.version, os.getcwd(), *sys.argv[1:]]))\n"
        )
        self.release("1.0")

    def release(self, version: str, digest: str | None = None) -> None:
        """Put a wheel into the next folder and lock it."""
        wheel = self.wheels / f"tiny-{version}-py3-none-any.whl"
        with zipfile.ZipFile(wheel, "w") as archive:
            archive.writestr("tiny.py", f"version = {version!r}\n")
            about = f"tiny-{version}.dist-info"
            archive.writestr(
                f"{about}/METADATA", f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n"
            )
            archive.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
            archive.writestr(f"{about}/RECORD", "")
        digest = digest or hashlib.sha256(wheel.read_bytes()).hexdigest()
        for lock in LOCKS:
            text = f"tiny=={version} \\\n    --hash=sha256:{digest}\n"
            (self.folder / lock.name).write_text(text)

    def dev(
        self, *arguments: str, lacking: str = "ensurepip", **environ: str
    ) -> subprocess.CompletedProcess[str]:
        """Type `python3 dev.py` and arguments, in the folder above, offline."""
        offline = {
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
            "PATH": str(self.wheels),  # nothing of the system's is found there, nor installed
        }
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
        return subprocess.run(
            [python_with_pip(), "-c", LACKING, lacking, self.folder / "dev.py", *arguments],
            cwd=self.folder.parent,
            env={**kept, **offline, **environ},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def answer(self, version: str, *arguments: str) -> str:
        """What main.py prints when all went well."""
        return ascii([version, str(self.folder.parent), *arguments])


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "绩效 目标")


@pytest.mark.parametrize("lacking", ["", "ensurepip", "ensurepip venv"])
def test_the_first_start_installs_and_the_next_needs_nothing(
    project: Project, lacking: str
) -> None:
    first = project.dev("run", "convert", "甲 乙.txt", "--x", lacking=lacking)
    assert first.stderr == ""
    assert first.stdout.splitlines()[-1] == project.answer("1.0", "convert", "甲 乙.txt", "--x")
    shutil.rmtree(project.wheels)
    second = project.dev("run", "list", lacking=lacking)
    assert (second.stdout, second.stderr) == (project.answer("1.0", "list") + "\n", "")


def test_a_changed_lock_is_installed(project: Project) -> None:
    project.dev("run", "list")
    project.release("2.0")
    assert project.answer("2.0", "list") in project.dev("run", "list").stdout


def test_a_half_made_environment_is_made_anew(project: Project) -> None:
    (project.folder / ".venv" / "lib").mkdir(parents=True)
    junk = project.folder / ".venv" / "lib" / "junk"
    junk.touch()
    assert project.answer("1.0", "list") in project.dev("run", "list").stdout
    assert not junk.exists()


def test_an_environment_whose_python_is_gone_is_made_anew(project: Project) -> None:
    project.dev("run", "list")
    python = project.folder / dev.PYTHON.relative_to(dev.ROOT)
    for each in python.parent.glob("python*"):
        each.unlink()
    assert project.answer("1.0", "list") in project.dev("run", "list").stdout


def test_the_exit_code_is_the_programs(project: Project) -> None:
    (project.folder / "main.py").write_text("raise SystemExit(7)")
    assert project.dev("run", "list").returncode == 7


def test_every_check_runs_though_the_first_fails(project: Project) -> None:
    done = project.dev("test")
    assert done.returncode == 1
    for check in ("style", "format", "types", "import rule", "tests"):
        assert re.search(rf"^{check} +FAILED", done.stdout, re.MULTILINE)


def failed_clearly(done: subprocess.CompletedProcess[str], sentence: str) -> bool:
    one_line = done.stderr.count("\n") == 1 and sentence in done.stderr
    return done.returncode == 1 and one_line and "Traceback" not in done.stdout


def test_a_library_that_was_tampered_with_is_refused(project: Project) -> None:
    project.release("1.0", digest="0" * 64)
    assert failed_clearly(project.dev("run", "list"), "is not the one in the lock file")


def test_without_network_one_sentence_says_so(project: Project) -> None:
    unreachable = {"PIP_NO_INDEX": "0", "PIP_INDEX_URL": "http://127.0.0.1:9", "PIP_RETRIES": "1"}
    done = project.dev("run", "list", PIP_FIND_LINKS="", **unreachable)
    assert failed_clearly(done, "connect to the network")
    assert project.answer("1.0", "list") in project.dev("run", "list").stdout


def test_a_library_nobody_has_is_named(project: Project) -> None:
    shutil.rmtree(project.wheels)
    assert failed_clearly(project.dev("run", "list"), "No matching distribution found for tiny")


def test_a_wrong_command_is_answered_with_the_right_ones(project: Project) -> None:
    done = project.dev("rnu")
    assert done.returncode == 2
    assert "run     start PerfDesk" in done.stdout


@pytest.fixture
def apt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An apt-get that notes what it was asked and can do nothing; its notes."""
    program = tmp_path / "apt-get"
    notes = tmp_path / "notes"
    program.write_text(f'#!/bin/sh\necho "$@" >> "{notes}"\necho "E: no such package"\nexit 100\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    return notes


LACKED = {"libnowhere.so.1": "libnowhere1"}


def test_who_is_not_root_is_told_what_to_install(
    apt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(dev.Trouble, match=r"lacks libnowhere\.so\.1.*sudo apt-get install .*libn"):
        dev.have_system(LACKED, {})
    assert not apt.exists()


def test_for_root_it_is_installed(apt: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    with pytest.raises(dev.Trouble, match=r"could not install .*libnowhere1.*: E: no such package"):
        dev.have_system(LACKED, {})
    assert "install -y --no-install-recommends" in apt.read_text()


@pytest.mark.usefixtures("apt")
def test_a_missing_program_stops_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    dev.have_system({}, {"no-such-program": "no-such-package"})
    assert capsys.readouterr().out.endswith("Going on without.\n")


@pytest.mark.parametrize(
    "display", [{}, {"DISPLAY": ":987"}], ids=["none", "one that does not answer"]
)
def test_a_screen_that_is_not_there_is_not_counted_on(
    display: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in display.items():
        monkeypatch.setenv(name, value)
    assert dev.has_screen() == (sys.platform != "linux")


def test_a_chosen_platform_counts_as_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "vnc")
    assert dev.has_screen()


def locked(lock: Path) -> dict[str, list[tuple[Requirement, int]]]:
    """By name, each pinned requirement of a lock file and how many hashes it has."""
    entries = lock.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    found: dict[str, list[tuple[Requirement, int]]] = {}
    for entry in filter(None, map(str.strip, entries)):
        pinned, *hashes = entry.split("--hash=sha256:")
        requirement = Requirement(pinned)
        found.setdefault(requirement.name, []).append((requirement, len(hashes)))
    return found


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_file_pins_everything_by_hash_and_names_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    entries = locked(lock)
    assert entries
    for name, pins in entries.items():
        assert all(re.fullmatch(r"==[\w.]+", str(pin.specifier)) for pin, _ in pins), name
        assert all(hashes > 0 for _, hashes in pins), name


def test_the_lock_files_fulfil_the_metadata() -> None:
    metadata = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run, development = map(locked, LOCKS)
    for wanted in map(Requirement, metadata["project"]["dependencies"]):
        pins = [pin for pin, _ in run[wanted.name.lower()]]
        assert any(str(pin.specifier)[2:] in wanted.specifier for pin in pins), wanted
    for wanted in map(Requirement, metadata["dependency-groups"]["dev"]):
        assert wanted.name.lower() in development
    assert run.items() <= development.items()


@pytest.mark.parametrize(
    ("system", "machine", "version"),
    [
        ("linux", "x86_64", "6.9.3"),
        ("linux", "aarch64", "6.8.0.2"),
        ("win32", "AMD64", "6.9.3"),
    ],
)
def test_each_system_gets_the_window_library_that_runs_there(
    system: str, machine: str, version: str
) -> None:
    environment = {"sys_platform": system, "platform_machine": machine}
    for library in ("pyside6-essentials", "shiboken6"):
        pins = [pin for pin, _ in locked(LOCKS[0])[library]]
        chosen = [pin for pin in pins if Marker(str(pin.marker)).evaluate(environment)]
        assert [str(pin.specifier) for pin in chosen] == [f"=={version}"]
