"""Named versions: whole documents put aside as interchange files in a folder beside the store.

A version is never written over and never deleted here. Its file's name says what it is, so that
a person can find it without the program, and import it like any interchange file.
"""

import re
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple

from perfdesk.io.files import read_file, write_file
from perfdesk.io.problem import Problem, problem_with
from perfdesk.models.document import Document
from perfdesk.models.same import same_content

LONGEST_NAME = 40
"""Characters of the name of a version."""

_FOLDER = "versions"
_TIME = "%Y-%m-%d %H.%M.%S"
_NAMED = re.compile(
    r"(?P<name>.+) (?P<time>\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d)(?:-\d+)? \[(?P<id>\w+)\]\.json"
)
_FULL_WIDTH = {ord(sign): chr(ord(sign) + 0xFEE0) for sign in '\\/:*?"<>|'}
_UNSEEN = re.compile(r"[\x00-\x1f\x7f]")


class Version(NamedTuple):
    """One version as its file's name tells it; `size` in bytes."""

    path: Path
    name: str
    saved_at: datetime
    document_id: str
    size: int
    written_ns: int
    """When its file was written, to tell versions of the same second apart."""


class Shelf(NamedTuple):
    """The versions of one document, newest first, and the files that are no versions at all."""

    versions: tuple[Version, ...]
    foreign: tuple[str, ...]


def versions_dir(store: Path) -> Path:
    """Return the folder of the versions that belong to a store, not made here."""
    return store.parent / _FOLDER


def save_version(folder: Path, document: Document, name: str, at: datetime) -> Path:
    """Put a document aside under a name and a time; read back before it counts.

    Signs that no file name can have are written full-width. Raises Problem.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise problem_with(folder, "写入", error) from error
    title = _title(name)
    stem = f"{title} {at.strftime(_TIME)}"
    names = (f"{stem}{f'-{n}' if n > 1 else ''} [{document.id}].json" for n in count(1))
    path = next(folder / each for each in names if not (folder / each).exists())
    write_file(document, path)
    return path


def versions_of(folder: Path, document_id: str) -> Shelf:
    """Return what the folder holds; nothing where there is no such folder. Raises Problem."""
    if not folder.is_dir():
        return Shelf((), ())
    versions: list[Version] = []
    foreign: list[str] = []
    try:
        for path in sorted(folder.iterdir()):
            version = _version(path)
            if version is None:
                if not path.name.startswith(".~"):
                    foreign.append(path.name)
            elif version.document_id == document_id:
                versions.append(version)
    except OSError as error:
        raise problem_with(folder, "读取", error) from error
    versions.sort(key=lambda each: (each.saved_at, each.written_ns), reverse=True)
    return Shelf(tuple(versions), tuple(foreign))


def holds(folder: Path, document: Document, name: str) -> bool:
    """Whether a document stands there under a name just as it is. Raises Problem."""
    title = _title(name)
    alike = [each for each in versions_of(folder, document.id).versions if each.name == title]
    return any(_says(each, document) for each in alike)


def read_version(version: Version) -> Document:
    """Read a version's document, every row under a new id. Raises Problem naming the file."""
    return read_file(version.path).document


def _says(version: Version, document: Document) -> bool:
    try:
        return same_content(read_version(version), document)
    except Problem:  # a file that cannot be read any more keeps nothing
        return False


def _title(name: str) -> str:
    """Return a name as files have it."""
    return _UNSEEN.sub(" ", name.translate(_FULL_WIDTH)).strip(" .")[:LONGEST_NAME] or "版本"


def _version(path: Path) -> Version | None:
    found = _NAMED.fullmatch(path.name)
    if found is None:
        return None
    try:
        saved_at = datetime.strptime(found["time"], _TIME).astimezone()
        status = path.stat()
    except ValueError:  # no such day
        return None
    return Version(path, found["name"], saved_at, found["id"], status.st_size, status.st_mtime_ns)
