import os
import subprocess
import sys
from pathlib import Path

import pytest

from perfdesk import log

ROOT = Path(__file__).resolve().parent.parent
BEGIN = """
import logging, sys, threading
from pathlib import Path
from perfdesk import log
log.start(Path(sys.argv[1]))
"""


def program(body: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a small program that keeps a log in `folder`."""
    return subprocess.run(
        [sys.executable, "-c", BEGIN + body, str(folder)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )


def written(folder: Path) -> str:
    return (folder / log.FILE_NAME).read_text(encoding="utf-8")


def test_a_quiet_program_leaves_no_file(tmp_path: Path) -> None:
    done = program("logging.getLogger('a').debug('small talk')", tmp_path / "log")
    assert done.stderr == ""
    assert not (tmp_path / "log").exists()


def test_information_goes_to_the_file_and_warnings_to_standard_error_too(tmp_path: Path) -> None:
    body = """
logging.getLogger("perfdesk.a").info("开始")
logging.getLogger("perfdesk.b").warning("slow disk: %d ms", 900)
"""
    done = program(body, tmp_path / "日志")
    assert done.stderr == "WARNING perfdesk.b: slow disk: 900 ms\n"
    assert done.stdout == ""
    assert "INFO perfdesk.a: 开始" in written(tmp_path / "日志")
    assert "WARNING perfdesk.b: slow disk: 900 ms" in written(tmp_path / "日志")


def test_a_folder_that_cannot_be_made_costs_only_the_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = program("logging.warning('still here')\nprint('done')", tmp_path / "file" / "log")
    assert (done.returncode, done.stdout) == (0, "done\n")
    assert done.stderr == "WARNING root: still here\n"


def test_a_full_file_turns_over_once(tmp_path: Path) -> None:
    lines = log.FILE_BYTES * 5 // 2 // 1000
    program(f"for n in range({lines}): logging.info('%d %s', n, 'x' * 1000)", tmp_path)
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == [log.FILE_NAME, log.FILE_NAME + ".old"]
    assert all(path.stat().st_size < log.FILE_BYTES + 2000 for path in tmp_path.iterdir())
    assert f" {lines - 1} x" in written(tmp_path)


def test_an_uncaught_exception_is_written_down_and_told_in_chinese(tmp_path: Path) -> None:
    done = program("raise ValueError('of the inner works')", tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "of the inner works" not in done.stderr
    assert f"请把日志文件“{tmp_path / log.FILE_NAME}”交给技术人员。" in done.stderr
    assert "ValueError: of the inner works" in written(tmp_path)


def test_the_window_tells_of_it_once_for_each_place(tmp_path: Path) -> None:
    body = """
log.tell_trouble_with(lambda sentence: print("window:", sentence))
def paint():
    raise ValueError("again and again")
for _ in range(3):
    thread = threading.Thread(target=paint)
    thread.start()
    thread.join()
"""
    done = program(body, tmp_path)
    assert done.stdout.count("window: 程序遇到意外") == 1
    assert "程序遇到意外" not in done.stderr
    assert written(tmp_path).count("Traceback") == 1
    assert written(tmp_path).count("again: ValueError") == 2


def test_a_window_that_cannot_tell_leaves_it_to_standard_error(tmp_path: Path) -> None:
    body = """
def broken(sentence):
    raise RuntimeError("no window left")
log.tell_trouble_with(broken)
raise ValueError("first")
"""
    done = program(body, tmp_path)
    assert "程序遇到意外" in done.stderr
    assert "no window left" in written(tmp_path)


def test_what_python_cannot_raise_is_written_down(tmp_path: Path) -> None:
    body = """
class Leaving:
    def __del__(self):
        raise ValueError("on the way out")
Leaving()
"""
    done = program(body, tmp_path)
    assert done.returncode == 0
    assert "on the way out" in written(tmp_path)


@pytest.mark.parametrize("leaving", ["KeyboardInterrupt", "SystemExit"])
def test_leaving_on_purpose_is_no_trouble(leaving: str, tmp_path: Path) -> None:
    done = program(f"raise {leaving}", tmp_path)
    assert "程序遇到意外" not in done.stderr
    assert not (tmp_path / log.FILE_NAME).exists()
