"""Whether a folder lies on another machine, where SQLite's shared memory does not work."""

import re
import sys
from pathlib import Path

_NETWORK_TYPES = re.compile(r"nfs|cifs|smb|9p|afs|ncp|fuse\.sshfs|fuse\.gvfsd|davfs|ceph|gluster")
_DRIVE_REMOTE = 4


def is_remote(folder: Path) -> bool:
    """Tell whether a folder is on a network drive; False where that cannot be found out."""
    if sys.platform == "win32":
        import ctypes

        root = folder.absolute().drive + "\\"
        is_share: bool = root.startswith("\\\\")
        return is_share or ctypes.windll.kernel32.GetDriveTypeW(root) == _DRIVE_REMOTE
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return is_remote_mount(mounts, folder)


def is_remote_mount(mounts: str, folder: Path) -> bool:
    """Tell the same by the kernel's table of mounts, of which the last that fits counts."""
    kind = ""
    longest = 0
    for line in mounts.splitlines():
        _, point, file_system, *_ = line.split(" ")
        point = re.sub(r"\\(\d{3})", lambda code: chr(int(code[1], 8)), point)
        if len(point) >= longest and folder.is_relative_to(point):
            longest, kind = len(point), file_system
    return _NETWORK_TYPES.match(kind) is not None
