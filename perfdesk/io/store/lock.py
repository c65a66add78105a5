"""One writing program for each store: a lock of the kernel's, gone when its holder is killed."""

import errno
import sys
from pathlib import Path
from typing import IO

from perfdesk.io.problem import Problem, problem_with

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HELD_BY_ANOTHER = (errno.EAGAIN, errno.EACCES)


class WriteLock:
    """The right to write a store, held on a file beside it until `release`.

    The file stays: to remove it would let a third program lock another file of that name.
    Raises Problem where another window holds the right, or where it cannot be had at all.
    """

    def __init__(self, store: Path) -> None:
        path = store.with_name(store.name + ".lock")
        try:
            self._file: IO[bytes] = path.open("ab")
        except OSError as error:
            raise problem_with(path, "写入", error) from error
        try:
            _lock(self._file)
        except OSError as error:
            self._file.close()
            if error.errno in _HELD_BY_ANOTHER:
                raise Problem(
                    f"数据文件“{store.name}”正在另一个窗口中使用。请在那个窗口中继续，或先关闭它。"
                ) from error
            raise Problem(
                f"文件夹“{store.parent}”所在的磁盘不支持文件锁，不能安全地写入数据文件"
                f"“{store.name}”。请把它放到本机磁盘。"
            ) from error

    def release(self) -> None:
        """Give the right back."""
        self._file.close()


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
