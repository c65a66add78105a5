"""What can go wrong with files, said so that the person can do something about it."""

import errno
import os
from pathlib import Path
from typing import Literal

Deed = Literal["读取", "写入"]

_NO_PERMISSION = (
    "没有权限，或者文件正在 WPS、Excel 中打开，请关闭后再试"
    if os.name == "nt"
    else "没有权限，请换一个位置，或请管理员处理"
)
_UNREACHABLE = "网络位置连接不上，请检查网络"
_REASONS = {
    "ENOENT": "没有这个文件，请检查名称和位置",
    "ENOTDIR": "没有这个文件，请检查名称和位置",
    "EISDIR": "这是文件夹，不是文件",
    "EACCES": _NO_PERMISSION,
    "EPERM": _NO_PERMISSION,
    "EROFS": "所在的磁盘是只读的，请换一个位置",
    "ENOSPC": "磁盘空间不足，请清理后再试，或换一个位置",
    "EDQUOT": "磁盘空间不足，请清理后再试，或换一个位置",
    "EFBIG": "文件太大，所在的磁盘放不下，请换一个位置",
    "ENAMETOOLONG": "名称太长，请取短一些",
    "EINVAL": "名称中有不能使用的字符，请换一个名称",
    "EILSEQ": "名称中有不能使用的字符，请换一个名称",
    "EBUSY": "文件正被其他程序使用，请关闭后再试",
    "ETXTBSY": "文件正被其他程序使用，请关闭后再试",
    "ESTALE": _UNREACHABLE,
    "ETIMEDOUT": _UNREACHABLE,
    "EHOSTDOWN": _UNREACHABLE,
    "EHOSTUNREACH": _UNREACHABLE,
    "ENETUNREACH": _UNREACHABLE,
}


class Problem(Exception):
    """A trouble the user can act on; its text is one clear Chinese sentence.

    It names the file, the place and what to do. Anything else that is raised is a mistake of
    ours.
    """


def problem_with(path: Path, deed: Deed, error: OSError) -> Problem:
    """Return what to tell the user when the system would not read or write a file."""
    name = errno.errorcode.get(error.errno or 0, "")
    reason = _REASONS.get(name, f"磁盘或系统出了故障（{name or '原因不明'}），请换一个位置再试")
    if deed == "写入" and name in ("ENOENT", "ENOTDIR"):
        reason = f"没有“{path.parent}”这个文件夹，请先建好，或换一个位置"
    return Problem(f"无法{deed}“{path.name}”：{reason}。")
