"""Files are replaced whole or not at all: written beside, read back, then put in place."""

import contextlib
import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

from perfdesk.io.problem import Problem, problem_with


def replace_file(path: Path, write: Callable[[Path], None], verify: Callable[[Path], None]) -> None:
    """Put at `path` what `write` writes, once `verify` has found it right.

    Both are called with another path in the same folder. When either raises, or the power
    fails, what was at `path` is there unharmed. A link is followed, and the rights of the file
    that was there are kept. Raises Problem naming `path` when the system refuses, and lets
    through what `write` and `verify` raise.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".~{os.urandom(8).hex()}.tmp")
    try:
        rights = _rights_of(target)
        try:
            write(beside)
            _bring_to_disk(beside)
            verify(beside)
            if rights is not None:
                with contextlib.suppress(OSError):  # some disks know no rights
                    beside.chmod(rights)
            beside.replace(target)
        finally:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
    except OSError as error:
        raise problem_with(path, "写入", error) from error
    _bring_folder_to_disk(target.parent)


def _rights_of(target: Path) -> int | None:
    """Return the rights of the file to be replaced, None where there is none yet.

    Raises Problem where it is none that may be replaced: a rename asks only for the folder's
    permission, not for the file's.
    """
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(mode):
        what = "同名的文件夹" if stat.S_ISDIR(mode) else "同名的设备"
        raise Problem(f"无法写入“{target.name}”：已有{what}，请换一个名称。")
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "read-only", str(target))
    return stat.S_IMODE(mode)


def _bring_to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _bring_folder_to_disk(folder: Path) -> None:
    """Make the new name last; Windows does it unasked, some network disks cannot."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
