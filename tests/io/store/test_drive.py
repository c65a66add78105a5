from pathlib import Path

import pytest

from perfdesk.io.store.drive import is_remote_mount

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
//server/share /mnt/share cifs rw,vers=3.0 0 0
server:/export /home/clerk/共享\\040folder nfs4 rw 0 0
/dev/sdb1 /mnt/share/stick vfat rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "remote"),
    [
        ("/home/clerk/文档", False),
        ("/mnt/share", True),
        ("/mnt/share/绩效", True),
        ("/mnt/share/stick/绩效", False),
        ("/mnt/shared", False),
        ("/home/clerk/共享 folder/绩效", True),
        ("/run/user/1000/gvfs/smb-share:server=a,share=b", True),
    ],
)
def test_a_folder_is_remote_by_the_mount_it_lies_on(folder: str, *, remote: bool) -> None:
    assert is_remote_mount(MOUNTS, Path(folder)) == remote
