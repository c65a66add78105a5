import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from perfdesk.io.atomic import replace_file
from perfdesk.io.problem import Problem

ROOT = Path(__file__).parents[2]
OLD, NEW = "旧的内容", "新的内容"
posix_only = pytest.mark.skipif(os.name == "nt", reason="needs POSIX")


def write_new(path: Path) -> None:
    path.write_text(NEW, encoding="utf-8")


def find_right(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == NEW


def failing_with(error: BaseException) -> Callable[[Path], None]:
    """Return what begins to write, or to read, and then fails."""

    def fail(path: Path) -> None:
        path.write_text(NEW[:2], encoding="utf-8")
        raise error

    return fail


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "导出"
    folder.mkdir()
    path = folder / "绩效.txt"
    path.write_text(OLD, encoding="utf-8")
    return path


def assert_unharmed(target: Path) -> None:
    assert target.read_text(encoding="utf-8") == OLD
    assert list(target.parent.iterdir()) == [target]


def test_a_file_is_replaced_and_nothing_else_is_left(target: Path) -> None:
    replace_file(target, write_new, find_right)
    assert target.read_text(encoding="utf-8") == NEW
    assert list(target.parent.iterdir()) == [target]


def test_a_file_that_was_not_there_is_made(tmp_path: Path) -> None:
    replace_file(tmp_path / "新.txt", write_new, find_right)
    assert (tmp_path / "新.txt").read_text(encoding="utf-8") == NEW


def test_both_see_a_file_beside_the_target_while_the_old_one_stands(target: Path) -> None:
    seen: list[Path] = []

    def look(path: Path) -> None:
        seen.append(path)
        assert path.parent == target.parent
        assert target.read_text(encoding="utf-8") == OLD
        path.write_text(NEW, encoding="utf-8")

    replace_file(target, look, look)
    assert seen[0] == seen[1] != target


@pytest.mark.parametrize(
    ("code", "word"),
    [
        (errno.ENOSPC, "磁盘空间不足"),
        (errno.EACCES, "没有权限"),
        (errno.EROFS, "只读"),
        (errno.EFBIG, "太大"),
        (errno.EIO, "故障"),
        (errno.ENOENT, "文件夹"),
    ],
)
def test_what_the_system_refuses_is_told_and_harms_nothing(
    target: Path, code: int, word: str
) -> None:
    failing = failing_with(OSError(code, "whatever"))
    for write, verify in ((failing, find_right), (write_new, failing)):
        with pytest.raises(Problem, match=word) as caught:
            replace_file(target, write, verify)
        assert "绩效.txt" in str(caught.value)
        assert "whatever" not in str(caught.value)
        assert_unharmed(target)


@pytest.mark.parametrize("error", [Problem("不符。"), ValueError("bug"), KeyboardInterrupt()])
def test_whatever_else_is_raised_passes_through_and_harms_nothing(
    target: Path, error: BaseException
) -> None:
    with pytest.raises(type(error)) as caught:
        replace_file(target, write_new, failing_with(error))
    assert caught.value is error
    assert_unharmed(target)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_harms_nothing(target: Path) -> None:
    def write_to_full_disk(path: Path) -> None:
        path.write_bytes(b"half")
        Path("/dev/full").write_bytes(b"x" * 100_000)

    with pytest.raises(Problem, match="磁盘空间不足"):
        replace_file(target, write_to_full_disk, find_right)
    assert_unharmed(target)


@posix_only
def test_a_disk_that_takes_no_file_of_that_size_harms_nothing(target: Path) -> None:
    program = f"""
import resource
from pathlib import Path
from perfdesk.io.atomic import replace_file
from perfdesk.io.problem import Problem
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    replace_file(Path({str(target)!r}), lambda p: p.write_bytes(b"x" * 5000), print)
except Problem as problem:
    print(ascii(str(problem)))
"""
    told = subprocess.run(
        [sys.executable, "-c", program], check=True, cwd=ROOT, capture_output=True, text=True
    )
    assert ascii("太大").strip("'") in told.stdout
    assert_unharmed(target)


@posix_only
@pytest.mark.parametrize("stage", ["write", "verify"])
def test_a_killed_program_leaves_the_old_file_whole(target: Path, stage: str) -> None:
    program = f"""
import sys
from pathlib import Path
from perfdesk.io.atomic import replace_file
def write(path):
    with path.open("w", encoding="utf-8") as file:
        file.write("half" * 100_000)
        file.flush()
        stop_at("write")
def stop_at(stage):
    if stage == {stage!r}:
        print("ready", flush=True)
        sys.stdin.read()
replace_file(Path({str(target)!r}), write, lambda path: stop_at("verify"))
"""
    child = subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        child.send_signal(signal.SIGKILL)
    assert child.returncode == -signal.SIGKILL
    assert target.read_text(encoding="utf-8") == OLD
    replace_file(target, write_new, find_right)
    assert target.read_text(encoding="utf-8") == NEW


@posix_only
def test_a_program_killed_at_any_moment_leaves_the_old_file_or_the_new_one(target: Path) -> None:
    program = f"""
from pathlib import Path
from perfdesk.io.atomic import replace_file
print("ready", flush=True)
for number in range(1_000_000):
    content = str(number) * 20_000
    replace_file(Path({str(target)!r}), lambda path: path.write_text(content), lambda path: None)
    print(number, flush=True)
"""
    for steps in range(1, 12):
        child = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE)
        with child:
            assert child.stdout is not None
            for _ in range(steps):
                child.stdout.readline()
            child.kill()
        content = target.read_text(encoding="utf-8")
        assert content == OLD or content == content[: len(content) // 20_000] * 20_000


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"没有“.*没有的”这个文件夹"):
        replace_file(tmp_path / "没有的" / "绩效.txt", write_new, find_right)
    assert not (tmp_path / "没有的").exists()


def test_a_path_below_a_file_is_refused(target: Path) -> None:
    with pytest.raises(Problem, match="文件夹"):
        replace_file(target / "绩效.txt", write_new, find_right)
    assert_unharmed(target)


def test_a_name_that_is_too_long_is_refused(target: Path) -> None:
    with pytest.raises(Problem, match="名称太长"):
        replace_file(target.with_name("长" * 300), write_new, find_right)
    assert_unharmed(target)


def test_a_folder_is_not_replaced(target: Path) -> None:
    with pytest.raises(Problem, match="文件夹"):
        replace_file(target.parent, write_new, find_right)
    assert_unharmed(target)


@posix_only
def test_a_device_is_not_replaced() -> None:
    with pytest.raises(Problem, match="设备"):
        replace_file(Path("/dev/null"), write_new, find_right)
    assert not Path("/dev/null").is_file()


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs a user who may not"
)
def test_a_write_protected_file_is_not_replaced(target: Path) -> None:
    target.chmod(0o444)
    with pytest.raises(Problem, match="没有权限"):
        replace_file(target, write_new, find_right)
    assert_unharmed(target)


@posix_only
def test_the_rights_of_a_file_stay_and_a_link_stays_a_link(target: Path, tmp_path: Path) -> None:
    target.chmod(0o640)
    link = tmp_path / "链接.txt"
    link.symlink_to(target)
    replace_file(link, write_new, find_right)
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == NEW
    assert target.stat().st_mode & 0o777 == 0o640
